"""Two numbers that belong together: ranges ("52 to 68"), scores ("2-1") and shares ("one in five")."""

from __future__ import annotations

from decimal import Decimal

from bot.numerals import GLUED_MULTIPLES, MULTIPLES, SHORT_MULTIPLES, Numeral, read_numeral, word_set
from bot.read.figures.build import Draft
from bot.read.figures.measures import currency_after, currency_before, unit_after
from bot.read.figures.refusals import is_date_piece, is_year
from bot.read.figures.tokens import Tokens
from bot.values import FigureKind, Hedge

_DASHES = frozenset({"-", "–", "—", "~"})
_MOVES = word_set(
    """
    rose rise rises rising raised raise raising increased increase increasing increases grew grow growing grown
    climbed climb climbing jumped jump soared surged fell fall falls falling fallen dropped drop dropping cut cuts
    cutting reduced reduce reducing declined decline slipped slid down up went widened narrowed lowered lowering
    gained gain gains gaining lost loses losing shed sheds added adds adding advanced edged firmed rallied tumbled
    plunged slumped sank eased strengthened weakened leapt jumps surges slashed expanded expand doubled
    tripled swelled shrank revised moved changed extended upgraded improved
    """
)
_SCORING = word_set(
    """
    won win wins winning lost lose loses losing beat beats beaten beating defeat defeated defeats draw drew
    victory vote voted votes score scored scoring lead led leads trail trailed trailing ruling ruled decision
    record tie tied result goal goals sets set match final game thrashed edged aggregate deadlock majority margin
    """
)


_BALLOTS = word_set("bill bills motion amendment resolution passed approved backed rejected adopted confirmed ratified")


def read_partner(tokens: Tokens, draft: Draft, floor: int) -> bool:
    """Make a draft a range or score if a second number belongs to it."""
    joint = _joint(tokens, draft, floor)
    if joint is None or draft.number is None:
        return False
    word = tokens.word(joint - 1)
    prefix_at = joint + 1 if currency_before(tokens, joint + 1) and not tokens.word(joint)[:1].isdecimal() else joint
    numeral = read_numeral(tokens.words, prefix_at)
    if numeral is None or is_year(tokens, prefix_at, numeral.end, numeral.value):
        return False
    if is_date_piece(tokens, prefix_at, numeral.end, numeral.value):
        return False
    if word in _DASHES or word == "to":
        score = _score(tokens, draft, numeral, word)
        if score is not None:
            return score
    return _range(tokens, draft, numeral, prefix_at, floor)


def _joint(tokens: Tokens, draft: Draft, floor: int) -> int | None:
    """The token where the second number would begin."""
    at = draft.end
    word, opener = tokens.word(at), tokens.word(draft.start - 1)
    if word in _DASHES:
        if tokens.word(at + 1) == "to":
            return at + 2
        spaced = tokens.is_glued(at) == tokens.is_glued(at + 1)
        return at + 1 if spaced and word != "—" and not tokens.is_break(at + 1) else None
    if word == "to":
        moved = _is_moved(tokens, draft) if opener == "from" else _is_moved_by(tokens, draft)
        return None if moved else at + 1
    if word == "and" and opener == "between":
        return at + 1
    if word == "or" and draft.number is not None and draft.number < 100:
        return at + 1
    return None


def _is_moved(tokens: Tokens, draft: Draft) -> bool:
    """Whether "from 5 to 7" is a change and no range: "rose from 5 to 7"."""
    for back in range(2, 9):
        word = tokens.word(draft.start - back)
        if word in _MOVES:
            return True
        if word in (".", ";", ""):
            return False
    return False


def _is_moved_by(tokens: Tokens, draft: Draft) -> bool:
    """Whether "rose $45 to $9,120" gives a change and a level: a verb of moving before, a unit to the first number."""
    return bool(draft.unit) and draft.kind is not FigureKind.DURATION and tokens.word(draft.start - 1) in _MOVES


def _score(tokens: Tokens, draft: Draft, numeral: Numeral, word: str) -> bool | None:
    """True for a score, False for two numbers apart, None for a range."""
    left, right = draft.number, numeral.value
    bare = draft.plain and numeral.plain and draft.kind is FigureKind.COUNT and left is not None
    if not bare or left is None or left > 999 or right > 999:
        return None
    near = {tokens.word(draft.start - back) for back in range(1, 6)}
    near |= {tokens.word(numeral.end), tokens.word(numeral.end + 1)}
    if left > right and near & _BALLOTS:
        near |= _SCORING
    if left < right and not near & _SCORING:
        return None
    if word == "to" and not near & _SCORING:
        return False
    if left == right and not near & _SCORING:
        draft.number, draft.end = None, numeral.end
        return True
    draft.to, draft.kind, draft.last, draft.end = right, FigureKind.SCORE, numeral.end, numeral.end
    return True


def _range(tokens: Tokens, draft: Draft, numeral: Numeral, first: int, floor: int) -> bool:
    left, end = draft.number, numeral.end
    right, scale, end = _glued(tokens, numeral, draft, first)
    if left is None:
        return False
    place = draft.place if scale > 1 or not draft.plain else min(draft.place, numeral.place)
    bare = draft.plain or (left < 100 and draft.place == 1)
    if bare and scale > 1 and left < right / scale and (not draft.unit or draft.kind is FigureKind.MONEY):
        left, place = left * scale, place * scale
    loose = tokens.word(draft.end) == "or"
    if not left < right or (loose and right > left + max(left, Decimal(2))):
        return False
    kind, unit, end = _unit(tokens, draft, end, scale, numeral.plain and scale == 1, first)
    if draft.kind is FigureKind.PERCENT and end == numeral.end and tokens.word(draft.end) == "to":
        return False  # "gained 3 percent to 128"
    if kind is FigureKind.MONEY and draft.unit and draft.kind is not FigureKind.MONEY:
        return False
    if draft.unit and unit and unit != draft.unit and not (draft.kind is FigureKind.MONEY and unit in draft.unit):
        return False
    draft.number, draft.to, draft.hedge, draft.last, draft.end = left, right, Hedge.RANGE, end, end
    draft.place = place
    draft.kind, draft.unit = kind, unit or draft.unit
    if tokens.word(draft.start - 1) in ("between", "from") and draft.start - 1 >= floor:
        draft.start -= 1
    return True


def _glued(tokens: Tokens, numeral: Numeral, draft: Draft, first: int) -> tuple[Decimal, Decimal, int]:
    """The second number with a multiple right behind it (5-7m), that multiple, and the token after."""
    word = tokens.word(numeral.end)
    money = draft.kind is FigureKind.MONEY
    if numeral.plain and tokens.is_glued(numeral.end) and (word == "k" or (word in GLUED_MULTIPLES and money)):
        scale = GLUED_MULTIPLES[word]
        return numeral.value * scale, scale, numeral.end + 1
    last = tokens.word(numeral.end - 1)
    multiple = MULTIPLES.get(last) or SHORT_MULTIPLES.get(last)
    scale = multiple if multiple and numeral.end > first + 1 else Decimal(1)
    return numeral.value, scale, numeral.end


def _unit(
    tokens: Tokens, draft: Draft, end: int, scale: Decimal, plain: bool, first: int
) -> tuple[FigureKind, str, int]:
    money = currency_after(tokens, end, scale)
    if money:
        return FigureKind.MONEY, money[0], money[1]
    if draft.kind is FigureKind.MONEY:
        return draft.kind, draft.unit, end
    prefix = currency_before(tokens, first)
    if prefix:
        return FigureKind.MONEY, prefix.currency, end
    unit = unit_after(tokens, end, plain)
    if unit:
        return unit[0].kind, unit[0].name, unit[1]
    return draft.kind, draft.unit, end


_WHOLES = frozenset(Decimal(value) for value in (2, 3, 4, 5, 10, 20, 100, 1000, 10_000, 100_000, 1_000_000))
_SMALL_WHOLES = frozenset(Decimal(value) for value in (6, 7, 8, 9, 12, 15, 25, 30, 40, 50))


def read_share(tokens: Tokens, draft: Draft) -> bool:
    """Make a draft a share: "one in five", "nine out of ten", "1 in every 100"."""
    if draft.kind is not FigureKind.COUNT or draft.number is None or draft.number != int(draft.number):
        return False
    word = tokens.word(draft.end)
    at = draft.end + 1
    if word == "over" and abs(draft.number) == 1:
        return _read_over(tokens, draft, at)
    if word == "out" and tokens.word(at) == "of":
        at += 1
    elif word != "in":
        return False
    every = tokens.word(at) == "every"
    numeral = read_numeral(tokens.words, at + every)
    allowed = _WHOLES | _SMALL_WHOLES if word == "in" else _WHOLES
    if numeral is None or not (every or numeral.value in allowed) or not 0 < draft.number < numeral.value:
        return False
    if unit_after(tokens, numeral.end, False) or (tokens.is_glued(numeral.end) and tokens.is_word(numeral.end)):
        return False
    draft.number = (draft.number / numeral.value).quantize(Decimal("1E-12")).normalize()
    draft.place = min(Decimal("0.01"), 1 / numeral.value / 10)
    draft.kind = FigureKind.SHARE
    draft.last = draft.end = numeral.end
    return True


def _read_over(tokens: Tokens, draft: Draft, at: int) -> bool:
    """ "one over twenty" with nothing counted behind it."""
    numeral = read_numeral(tokens.words, at)
    if numeral is None or draft.number is None or tokens.is_word(numeral.end) or not numeral.value > 1:
        return False
    draft.number = (draft.number / numeral.value).quantize(Decimal("1E-12"))
    draft.place, draft.kind, draft.last, draft.end = Decimal("0.001"), FigureKind.SHARE, numeral.end, numeral.end
    return True
