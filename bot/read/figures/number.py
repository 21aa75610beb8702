"""One number at an anchor to a draft: currency, range or share, unit, age, hedges and what is counted."""

from __future__ import annotations

from decimal import Decimal

from bot.numerals import FRACTION_SIGNS, GLUED_MULTIPLES, MULTIPLES, SHORT_MULTIPLES, Numeral, read_numeral, word_set
from bot.read.currencies import CODES, WORDS
from bot.read.figures.ages import mark_age
from bot.read.figures.build import Draft
from bot.read.figures.counted import find_counted, is_plural
from bot.read.figures.hedges import hedge_after, hedge_before, is_during
from bot.read.figures.measures import currency_after, currency_before, is_metres, unit_after
from bot.read.figures.ranges import read_partner, read_share
from bot.read.figures.refusals import is_refused
from bot.read.figures.remainders import read_remainders
from bot.read.figures.tokens import Tokens
from bot.read.units import UNITS
from bot.values import FigureKind, Hedge

_PRONOUN_BEFORE = word_set(
    """
    the this that no any every each which another last next other only some not someone anyone as by first it good
    great bad better big new old long wrong right true same
    """
)
_NOT_AFTER_ONE = word_set(
    """
    of another day can who that which is was being time 's way thing should must could would may might will has
    had by for to in on as and or at but thing's last such cannot said does off side hand
    """
)


def read_figure(tokens: Tokens, at: int, floor: int) -> tuple[Draft | None, int]:
    """The figure whose number stands at token `at`, or None; and the token at which reading goes on."""
    first = at - 1 if tokens.word(at - 1) in ("a", "an") and at > floor else at
    numeral = _numeral(tokens, first, floor)
    if numeral is None and first < at:
        first, numeral = at, _numeral(tokens, at, floor)
    if numeral is None:
        return None, at + 1
    if is_refused(tokens, first, numeral.end, numeral.value) or _is_pronoun(tokens, first, numeral, floor):
        return None, _chain_end(tokens, numeral.end)
    draft = Draft(first, first, numeral.end, numeral.end, numeral.value, numeral.place, plain=numeral.plain)
    if tokens.word(first - 1) == "number" and not numeral.plain and numeral.value < _RANKS:
        draft.kind = FigureKind.ORDINAL  # "the world number two"
        return draft, draft.end
    if not _add_measure(tokens, draft, floor):
        return None, draft.end
    if numeral.part and draft.kind is FigureKind.COUNT and not _is_share(tokens, draft, floor):
        return None, numeral.end
    if not (read_share(tokens, draft) or read_partner(tokens, draft, floor)):
        read_remainders(tokens, draft)
    if draft.number is None:
        return None, draft.end
    _add_hedges(tokens, draft, floor)
    return draft, draft.end


def _chain_end(tokens: Tokens, end: int) -> int:
    """Where a refused number ends with the digits hung on to it: "Boeing 737-800"."""
    while tokens.word(end) == "-" and tokens.is_glued(end) and tokens.is_glued(end + 1):
        if not tokens.word(end + 1)[:1].isdecimal():
            break
        end += 2
    return end


def _numeral(tokens: Tokens, first: int, floor: int) -> Numeral | None:
    if tokens.word(first - 1) == "between":
        apart = read_numeral(tokens.words, first, joined=False)
        if apart and tokens.word(apart.end) in ("and", "to"):
            return apart
    found = read_numeral(tokens.words, first)
    if found and tokens.word(first) == "minus" and tokens.word(first - 1) == "or" and tokens.word(first - 2) == "plus":
        return read_numeral(tokens.words, first + 1)
    if found and tokens.word(first)[:1].isdecimal() and _is_negative(tokens, first):
        return Numeral(-found.value, found.place, found.end, found.plain)
    return found


def _is_negative(tokens: Tokens, first: int) -> bool:
    if tokens.word(first - 1) != "-" or not tokens.is_glued(first) or tokens.is_glued(first - 1):
        return False
    return not tokens.word(first - 2)[:1].isdecimal()


def _is_pronoun(tokens: Tokens, first: int, numeral: Numeral, floor: int) -> bool:
    """ "one" that stands for a person or thing ("the one who", "one of the largest", "one day") and counts nothing."""
    if tokens.word(first) != "one" or numeral.end > first + 1:
        return False
    before, after = tokens.word(first - 1), tokens.word(first + 1)
    noun = tokens.word(first + 2) if after == "-" else after
    if noun in WORDS or ((noun,) in UNITS and noun not in _IDLE_UNITS):
        return before in ("no", "any")
    if after == "over" and read_numeral(tokens.words, first + 2):
        return False
    if after in ("in", "out") and read_numeral(tokens.words, first + (3 if after == "out" else 2)):
        return False
    if after == "-":
        return tokens.word(first + 2) not in _PERIOD_NAMES
    if before in _PRONOUN_BEFORE and not (before in ("the", "only", "by") and _has_noun(tokens, first + 1)):
        return True
    listed = first - floor < 9 and floor > 0 and before in ("and", "or")
    return not listed and (after in _NOT_AFTER_ONE or not _has_noun(tokens, first + 1))


_IDLE_UNITS = frozenset({"day", "night", "second", "point", "minute", "bit"})  # "one day", "one point", "one bit"
_PERIOD_NAMES = word_set("day hour minute week month year mile kilometre metre foot night decade")


def _has_noun(tokens: Tokens, at: int) -> bool:
    counted, _ = find_counted(tokens, -1, at, at)
    return bool(counted) and not tokens.is_break(at)


def _add_measure(tokens: Tokens, draft: Draft, floor: int) -> bool:
    """Currency, glued multiple and unit; False if letters behind the digits make it an identifier."""
    prefix = currency_before(tokens, draft.first)
    if prefix and prefix.start >= floor:
        draft.kind, draft.unit, draft.start = FigureKind.MONEY, prefix.currency, prefix.start
    if draft.plain and not _glued_multiple(tokens, draft):
        return False
    if _is_percent_of(tokens, draft, floor):
        draft.kind, draft.unit = FigureKind.PERCENT, "%"
        return True
    if draft.place < 1 and draft.plain and tokens.word(draft.end) in _QUAKES:
        draft.kind, draft.unit = FigureKind.MEASURE, "magnitude"
        return True
    if tokens.word(draft.first - 1) == "magnitude" and draft.first > floor:
        draft.kind, draft.unit, draft.start = FigureKind.MEASURE, "magnitude", draft.first - 1
        return True
    add_unit(tokens, draft)
    if tokens.is_glued(draft.end) and tokens.is_glued(draft.end - 1) and tokens.word(draft.end)[:1].isdecimal():
        return False
    glued_letters = tokens.is_glued(draft.end) and tokens.is_word(draft.end) and draft.end == draft.last
    return not (glued_letters and tokens.word(draft.last - 1)[:1].isdecimal())


def _is_percent_of(tokens: Tokens, draft: Draft, floor: int) -> bool:
    """ "per cent of 210" with no number before it and nothing counted behind."""
    at = draft.first - 2
    said = tokens.word(draft.first - 1) == "of" and tokens.word(at) in ("percent", "percents", "cent", "percentage")
    if not said or at < floor or tokens.is_word(draft.end):
        return False
    draft.start = at - 1 if tokens.word(at) == "cent" else at
    return True


def _glued_multiple(tokens: Tokens, draft: Draft) -> bool:
    """ "10k", "5M", "$5m"; False where the letters are none of ours ("3D")."""
    word, raw = tokens.word(draft.last), tokens.raw(draft.last)
    spaced = draft.kind is FigureKind.MONEY and raw in ("B", "M", "T", "K") and not tokens.is_break(draft.last)
    if not (tokens.is_glued(draft.last) or spaced) or word not in GLUED_MULTIPLES or draft.number is None:
        return True
    if raw == "K" and draft.kind is not FigureKind.MONEY and draft.number in (2, 4, 5, 8):
        return False  # "4K video" counts no thousands; nor does "a 5K run"
    whole = draft.number % 1 == 0
    again = raw == "m" and (_is_million_before(tokens, draft.last) or _is_out_of(tokens, draft.first))
    if (
        not again
        and draft.kind is not FigureKind.MONEY
        and (word == "t" or (word == "b" and whole) or is_metres(tokens, draft.last))
    ):
        return True
    if not again and raw == "m" and draft.kind is not FigureKind.MONEY and not _counts(tokens, draft.last + 1):
        return True
    factor = GLUED_MULTIPLES[word]
    draft.number, draft.place = draft.number * factor, draft.place * factor
    draft.last = draft.end = draft.last + 1
    draft.plain = False
    return True


def _is_out_of(tokens: Tokens, first: int) -> bool:
    return tokens.word(first - 1) == "of" and tokens.word(first - 2) == "out"


def _is_million_before(tokens: Tokens, at: int) -> bool:
    """Whether an "m" before in the sentence was a million: "18.1m passengers, down from 18.7m"."""
    for back in range(at - 2, max(at - 18, 0), -1):
        if tokens.word(back) in (".", "!", "?") and not tokens.is_glued(back + 1):
            return False
        if tokens.raw(back) == "m" and tokens.is_glued(back) and tokens.word(back - 1)[:1].isdecimal():
            return not is_metres(tokens, back) and is_plural(tokens.word(back + 1))
    return False


def _counts(tokens: Tokens, at: int) -> bool:
    """Whether what follows "5m" is counted by it or money: "5m people", "5m euros"."""
    return tokens.word(at) in WORDS or tokens.raw(at) in CODES or any(is_plural(tokens.word(at + n)) for n in range(3))


def add_unit(tokens: Tokens, draft: Draft) -> None:
    """The unit behind a number, and the exact dollar behind a bare sign ("$5 million Canadian")."""
    of_a = 0
    if draft.place < 1 and tokens.word(draft.end) == "of" and tokens.word(draft.end + 1) in ("a", "an"):
        of_a = 2
    elif draft.place < 1 and tokens.word(draft.end) in ("a", "an", "of"):
        of_a = 1
    money = currency_after(tokens, draft.end + of_a, scale_of(tokens, draft))
    if money:
        if draft.kind is not FigureKind.MONEY or draft.unit == "$":
            draft.unit = money[0]
        draft.kind, draft.end = FigureKind.MONEY, money[1]
        return
    if draft.kind is FigureKind.MONEY:
        return
    unit = unit_after(tokens, draft.end + of_a, draft.plain)
    if unit:
        draft.kind, draft.unit, draft.end = unit[0].kind, unit[0].name, unit[1]
    elif draft.place < 1 and not draft.plain and tokens.word(draft.end) in ("point", "percentage"):
        named = tokens.words[draft.end : draft.end + 2] == ["percentage", "point"]
        if named or tokens.word(draft.end) == "point":
            draft.kind, draft.unit, draft.end = FigureKind.POINTS, "points", draft.end + 1 + named
    elif of_a == 2 and tokens.word(draft.end + 2) == "point":  # "a quarter of a point": only rates are so cut up
        draft.kind, draft.unit, draft.end = FigureKind.POINTS, "points", draft.end + 3


def scale_of(tokens: Tokens, draft: Draft) -> Decimal:
    """The multiple a number ends in: 1,000,000 for "1.3 million", 1 for digits alone."""
    word = tokens.word(draft.last - 1)
    if draft.plain:
        return Decimal(1)
    return MULTIPLES.get(word) or SHORT_MULTIPLES.get(word) or GLUED_MULTIPLES.get(word) or Decimal(1)


def _is_share(tokens: Tokens, draft: Draft, floor: int) -> bool:
    """Whether a bare fraction is one: "a third of", "more than half", "by three-quarters"; not "the first half"."""
    before, after = tokens.word(draft.first - 1), tokens.word(draft.end)
    draft.kind, draft.unit = FigureKind.SHARE, ""
    if leads_to_share(tokens, draft.first, draft.end):
        return True
    if tokens.word(draft.first) in FRACTION_SIGNS or tokens.word(draft.last - 1).endswith("s"):
        return True
    if after in ("of", "the", "its", "their", "his", "all", "a", "an") and before not in ("first", "second", "other"):
        return after == "of" or tokens.word(draft.first) == "half"
    if tokens.word(draft.first) == "one" or tokens.word(draft.first)[:1].isdecimal():
        return True
    if tokens.word(draft.first) in ("a", "an") and not tokens.is_word(draft.end) and before not in ("and", "in"):
        return True
    if before in ("by", "to", "from", "and", "about", "only", "just", "one"):
        return before != "and" and tokens.word(draft.first) != "quarter"
    hedge, _ = hedge_before(tokens, draft.first, floor)
    return hedge is not None


def leads_to_share(tokens: Tokens, first: int, end: int) -> bool:
    """Whether a second fraction follows: "between a third and a half", "a quarter to a third"."""
    if tokens.word(end) != ("and" if tokens.word(first - 1) == "between" else "to"):
        return False
    second = read_numeral(tokens.words, end + 1)
    return second is not None and second.part


def _add_hedges(tokens: Tokens, draft: Draft, floor: int) -> None:
    before, start = hedge_before(tokens, draft.start, floor)
    timed = draft.kind is FigureKind.DURATION or tokens.word(draft.end) in _SPELLS
    if timed and is_during(tokens, start, draft.start):
        before, start = None, draft.start
    after, end = hedge_after(tokens, draft.end)
    if after and draft.end == draft.last and draft.kind is FigureKind.COUNT:
        draft.end = end
        add_unit(tokens, draft)
    elif after:
        draft.end = end
    draft.start = start
    age = mark_age(tokens, draft, floor)
    if age and not before:
        before, draft.start = _limit_of_age(tokens, draft.start, floor)
    counted, noun_end = _counted(tokens, draft)
    draft.of = "" if age else counted
    if not before and not after and not age and noun_end > draft.end:
        after, end = hedge_after(tokens, noun_end)
        draft.end = end if after else draft.end
    if draft.hedge is Hedge.EXACT and draft.kind is not FigureKind.SCORE:
        draft.hedge = before or after or Hedge.EXACT


_RANKS = 100
_QUAKES = word_set("quake earthquake tremor aftershock temblor")
_SPELLS = word_set("summers winters seasons games matches rounds sessions sittings legs episodes elections")


def _limit_of_age(tokens: Tokens, start: int, floor: int) -> tuple[Hedge | None, int]:
    """ "under the age of 30": the hedge stands before the words that say it is an age."""
    hedge, first = hedge_before(tokens, start - (tokens.word(start - 1) == "the"), floor)
    return (hedge, first) if hedge in (Hedge.UNDER, Hedge.MORE_THAN) else (None, start)


def _counted(tokens: Tokens, draft: Draft) -> tuple[str, int]:
    counted, end = find_counted(tokens, draft.start, draft.first, draft.end)
    if draft.kind in (FigureKind.PERCENT, FigureKind.SHARE) and tokens.word(draft.end) in ("of", "the", "all", "its"):
        return counted if end > draft.end else find_counted(tokens, -1, draft.first, draft.end + 1)[0], draft.end
    if draft.kind is FigureKind.PERCENT:
        return ("" if end > draft.end else counted), draft.end
    if draft.kind in (FigureKind.COUNT, FigureKind.SHARE, FigureKind.POINTS) or end > draft.end:
        return counted, end
    return "", draft.end
