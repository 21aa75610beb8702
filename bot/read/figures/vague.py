"""Vague numbers ("dozens", "tens of thousands"), nothing ("no survivors", "nobody") and bare periods ("a decade")."""

from __future__ import annotations

from decimal import Decimal

from bot.numerals import MULTIPLES, word_set
from bot.read.figures.build import Draft
from bot.read.figures.counted import find_counted
from bot.read.figures.hedges import hedge_after, hedge_before
from bot.read.figures.measures import currency_after, unit_after
from bot.read.figures.remainders import read_remainders
from bot.read.figures.tokens import Tokens
from bot.read.units import UNITS
from bot.values import FigureKind, Hedge, Limits

_ROUND = {"tens": 10, "dozens": 12, "scores": 20, "hundreds": 100, "thousands": 1000}
_SINGULAR = {"hundreds": "hundred", "thousands": "thousand", "millions": "million", "billions": "billion"}
_LOSSES = word_set(
    """
    survivors survivor deaths death casualties casualty injuries injury fatalities victims arrests people
    passengers prisoners hostages suspects charges witnesses children civilians residents convictions bodies votes
    wounded dead infections cases flights homes buildings seats medals goals
    """
)
_PARTICIPLES = word_set(
    """
    killed hurt injured missing unaccounted dead died survived arrested charged wounded harmed detained convicted
    released freed trapped infected hospitalised hospitalized displaced evacuated aboard rescued found punished
    jailed homeless sentenced dismissed identified
    """
)
_VERBS = word_set("is was were are has have had been be remains remained still got")
_LASTING = word_set(
    """
    for in within after over of to last lasted lasting took takes take spent serve served serving than least about
    nearly almost around another half every under more
    """
)


def read_vague(tokens: Tokens, at: int, floor: int, limits: Limits) -> Draft | None:
    """A vague number at token `at` with its multiple, unit and noun."""
    known = _vague(tokens, at)
    if known is None:
        return None
    first, end, name, times = known
    low, high = limits.vague.get(name, (Decimal(2), Decimal(99)))
    draft = Draft(first, first, end, end, None, hedge=Hedge.VAGUE, limits=(low * times, (high + 1) * times - 1))
    if name == "couple":
        draft.number, draft.hedge, draft.limits = 2 * times, Hedge.ABOUT, None
    _, draft.start = hedge_before(tokens, first, floor)
    _add_unit(tokens, draft, times)
    if draft.kind is FigureKind.COUNT:
        of = tokens.word(draft.end) == "of" and tokens.word(draft.end + 1) not in ("the", "them", "these", "those")
        draft.of, _ = find_counted(tokens, -1 if of else draft.start, draft.first, draft.end + of)
    return draft


def _vague(tokens: Tokens, at: int) -> tuple[int, int, str, Decimal] | None:
    """First token, token after, name in the table of limits, and what it is multiplied by."""
    word, before = tokens.word(at), tokens.word(at - 1)
    first = at - 1 if before in ("a", "the") else at
    if word in ("few", "handful", "couple"):
        return _few(tokens, at) if before == "a" else None
    if word == "several":
        times, end = _times(tokens, at + 1)
        return at, end, "several", times
    if word in ("tens", "scores") and tokens.word(at + 1) != "of":
        return None
    if before == "the" and word in _ROUND and tokens.word(at + 1) != "of":
        return None
    following = tokens.word(at + 2) if tokens.word(at + 1) == "of" else ""
    if following in ("thousands", "millions", "billions"):
        name = f"{word} of {following}"
        if name in ("tens of thousands", "hundreds of thousands"):
            return at, at + 3, name, Decimal(1)
        return at, at + 3, word, MULTIPLES[_SINGULAR[following]]
    return (at if first == at - 1 else first), at + 1, word, Decimal(1)


def _few(tokens: Tokens, at: int) -> tuple[int, int, str, Decimal] | None:
    word = tokens.word(at)
    if tokens.word(at - 2) in ("quite", "not", "only") and word == "few" and tokens.word(at - 2) != "only":
        return None
    end = at + 2 if tokens.word(at + 1) == "of" and tokens.word(at + 2) in MULTIPLES else at + 1
    times, end = _times(tokens, end)
    if word == "couple":
        of = tokens.word(at + 1) == "of"
        return (at - 1, max(end, at + 2), "couple", times) if of or times > 1 else None
    return at - 1, (end if times > 1 else at + 1), f"a {word}", times


def _times(tokens: Tokens, at: int) -> tuple[Decimal, int]:
    times = Decimal(1)
    for _ in range(2):
        if tokens.word(at) not in MULTIPLES:
            break
        times, at = times * MULTIPLES[tokens.word(at)], at + 1
    return times, at


def _add_unit(tokens: Tokens, draft: Draft, times: Decimal) -> None:
    at = draft.end + 1 if tokens.word(draft.end) == "of" else draft.end
    money = currency_after(tokens, at, max(times, Decimal(1)))
    if money:
        draft.kind, draft.unit, draft.end = FigureKind.MONEY, *money
        return
    unit = unit_after(tokens, at, False)
    if unit:
        draft.kind, draft.unit, draft.end = unit[0].kind, unit[0].name, unit[1]


def read_nothing(tokens: Tokens, at: int) -> Draft | None:
    """ "no survivors", "nobody is unaccounted for", "none of the passengers" as nought."""
    word, following = tokens.word(at), tokens.word(at + 1)
    of, end = "", at + 1
    if word == "no" and following == "one":
        end = at + 2
        if not _befell(tokens, end):
            return None
    elif word == "no":
        noun = at + 1 if following in _LOSSES else at + 2
        if tokens.word(noun) not in _LOSSES or tokens.is_break(noun) or not tokens.word(at + 1).isalpha():
            return None
        of = tokens.text[tokens.starts[at + 1] : tokens.ends[noun]]
    elif following == "of":
        of, _ = find_counted(tokens, at, at, at + 1)
        if tokens.word(at + 2) not in ("the", "them", "those", "its", "their", "these"):
            return None
    elif not _befell(tokens, at + 1):
        return None
    return Draft(at, at, end, end, Decimal(0), of=of or ("people" if word == "nobody" or end == at + 2 else ""))


def _befell(tokens: Tokens, at: int) -> bool:
    """Whether something happened, or not, to somebody: "was hurt", "is unaccounted for", "died"."""
    for step in range(4):
        word = tokens.word(at + step)
        if word in _PARTICIPLES:
            return True
        if word not in _VERBS and word not in (
            "seriously",
            "badly",
            "immediately",
            "reported",
            "believed",
            "to",
            "else",
        ):
            return False
    return False


def read_period(tokens: Tokens, at: int, floor: int) -> Draft | None:
    """ "a decade", "an hour and a half" where they measure and do not date or rate ("a year ago", "$5 a year")."""
    if tokens.word(at - 1) not in ("a", "an") or at - 1 < floor:
        return None
    unit = UNITS[(tokens.word(at),)]
    draft = Draft(at - 1, at - 1, at, at + 1, Decimal(1), kind=unit.kind, unit=unit.name)
    if tokens.words[at + 1 : at + 4] == ["and", "a", "half"]:
        draft.number, draft.place, draft.end = Decimal("1.5"), Decimal("0.1"), at + 4
    read_remainders(tokens, draft)
    hedge, draft.start = hedge_before(tokens, at - 1, floor)
    opens = tokens.is_sentence_start(at - 1) and tokens.word(draft.end) in ("", "in", "of", "behind")
    lasting = opens or hedge is not None or draft.end > at + 1 or tokens.word(at - 2) in _LASTING
    if not lasting or tokens.word(draft.end) in ("ago", "later", "earlier", "-"):
        return None
    later, draft.end = hedge_after(tokens, draft.end)
    draft.hedge = hedge or later or Hedge.EXACT
    return draft
