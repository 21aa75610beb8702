"""Numbers that are an age: "37-year-old", "aged 52 to 68", "Gershkovich, 32,", "the oldest 71", "in his 50s"."""

from __future__ import annotations

from decimal import Decimal

from bot.numerals import word_set
from bot.read.figures.build import Draft
from bot.read.figures.tokens import Tokens
from bot.values import FigureKind, Hedge

_YEARS_OLD = frozenset({"old", "olds"})
_AGED = frozenset({"aged", "age", "ages", "oldest", "youngest", "eldest"})
_LIVING = word_set(
    "children people adults women men kids girls boys anyone those everyone residents teenagers patients"
)
_FOLLOWING = word_set("on in at and or to who are were is was have had has with for this last next by from will can")
_EXTREMES = frozenset({"oldest", "youngest", "eldest"})
_LINKS = word_set(
    """
    was is being were are at of between from to and go goes run runs range ranges ranging ranged , only just by
    """
)
_BREAKS = frozenset({",", ")", ".", ";", "—", "–", "", "who"})
_OWNERS = frozenset({"his", "her", "their", "my", "your", "our", "whose"})
_NOT_NAMES = word_set(
    """
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december in on at by
    """
)


def mark_age(tokens: Tokens, draft: Draft, floor: int) -> bool:
    """Turn a draft into an age if it is one, with the words that say so inside its span."""
    if draft.kind is FigureKind.DURATION and draft.unit in ("years", "months", "weeks", "days"):
        end = _old_end(tokens, draft.end)
        if end is None and not _is_said_aged(tokens, draft, floor):
            return False
        draft.kind, draft.end = FigureKind.AGE, end or draft.end
        return True
    if draft.kind is not FigureKind.COUNT or draft.number is None or not 0 < draft.number < 120:
        return False
    if tokens.word(draft.end) in ("yo", "y", "yrs") and tokens.word(draft.end + 1) not in ("/", "."):
        draft.end += 1
    elif not any(said(tokens, draft, floor) for said in (_is_said_aged, _is_after_name, _is_limit, _is_listed)):
        return False
    draft.kind, draft.unit = FigureKind.AGE, "years"
    return True


def _old_end(tokens: Tokens, at: int) -> int | None:
    """The token after "old" or "of age" at `at`."""
    if tokens.word(at) == "-" and tokens.word(at + 1) in _YEARS_OLD:
        return at + 2
    if tokens.word(at) in _YEARS_OLD:
        return at + 1
    if tokens.word(at) == "of" and tokens.word(at + 1) == "age":
        return at + 2
    return None


def _is_said_aged(tokens: Tokens, draft: Draft, floor: int) -> bool:
    """Whether "aged", "ages run", "the oldest" stand before; the first two become part of the mention."""
    at = draft.start - 1
    for _ in range(3):
        if tokens.word(at) not in _LINKS or at < 0:
            break
        at -= 1
    if tokens.word(at) not in _AGED and tokens.word(draft.start - 1) in ("was", "is", "being", "at"):
        at = next((back for back in range(at, at - 6, -1) if tokens.word(back) in _EXTREMES), at)
    if tokens.word(at) not in _AGED or at < floor:
        return False
    if tokens.word(at) in ("age", "aged"):
        draft.start = at
    return tokens.word(draft.end) not in ("people", "percent", "%")


def _is_listed(tokens: Tokens, draft: Draft, floor: int) -> bool:
    """The further ages of "aged 24 and 31" and "aged 4, 7 and 12"."""
    at = draft.start
    for _ in range(5):
        if tokens.word(at - 1) not in ("and", ",") or not tokens.word(at - 2).isdecimal():
            return False
        if tokens.word(at - 3) == "aged":
            return True
        at -= 2
    return False


def _is_limit(tokens: Tokens, draft: Draft, floor: int) -> bool:
    """ "children under 5", "people over 65", "turned 40": a number with nothing counted behind it."""
    before, opener = tokens.word(draft.start - 1), tokens.word(draft.start)
    limited = before in _LIVING and opener in ("under", "over", "younger", "older", "below", "above")
    turned = draft.start == draft.first and before in ("turned", "turns", "turning") and draft.number != 1
    return (limited or turned) and (not tokens.is_word(draft.end) or tokens.word(draft.end) in _FOLLOWING)


def _is_after_name(tokens: Tokens, draft: Draft, floor: int) -> bool:
    """ "Paul Whelan, 54, and", "Ho Wai-ho (37)": bare digits set off behind a capitalised word."""
    at = draft.first
    if not draft.plain or draft.to is not None or draft.start != at or draft.number is None or draft.number % 1:
        return False
    opener, closer = tokens.word(at - 1), tokens.word(draft.end)
    if opener not in (",", "(") or not tokens.is_capital(at - 2) or tokens.word(at - 2) in _NOT_NAMES:
        return False
    if opener == "(":
        return closer == ")" and draft.number >= 10
    return closer in _BREAKS and len(tokens.word(at - 2)) > 1


def read_decade(tokens: Tokens, at: int) -> tuple[Draft | None, int] | None:
    """ "in his 50s" as the ages 50 to 59; other decades ("the 1990s", "in the 80s") are no figures: (None, after)."""
    word = tokens.word(at)
    quote = tokens.word(at + 1) in ("'", "’")
    end = at + 3 if quote else at + 2
    if (
        not word.isdecimal()
        or tokens.raw(end - 1) != "s"
        or not tokens.is_glued(end - 1)
        or not tokens.is_glued(at + 1)
    ):
        return None
    limit = {"over": Hedge.MORE_THAN, "under": Hedge.UNDER}.get(tokens.word(at - 2))
    if limit and tokens.word(at - 1) == "-" and tokens.is_glued(at) and int(word) < 120:  # "the over-65s"
        draft = Draft(at - 2, at, end, end, Decimal(int(word)), hedge=limit, kind=FigureKind.AGE, unit="years")
        return draft, end
    owned = any(tokens.word(at - back) in _OWNERS for back in range(1, 4))
    if len(word) != 2 or not word.endswith("0") or not owned:
        return None, end
    low = Decimal(int(word))
    return Draft(at, at, at + 1, end, low, to=low + 9, hedge=Hedge.RANGE, kind=FigureKind.AGE, unit="years"), end
