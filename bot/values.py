"""The kinds of value a fact can have, as written and in normal form: figures, money, durations, dates, words."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache
from itertools import combinations
from typing import overload


class Hedge(StrEnum):
    """How firmly a number is given (design.md, section 1)."""

    EXACT = "exact"
    AT_LEAST = "at least"
    MORE_THAN = "more than"
    AT_MOST = "at most"
    UNDER = "under"
    ABOUT = "about"
    NEARLY = "nearly"
    RANGE = "range"
    VAGUE = "vague"


class FigureKind(StrEnum):
    """What a number measures; `ordinal` and `score` are read but never compared as counts."""

    COUNT = "count"
    PERCENT = "percent"
    POINTS = "points"
    SHARE = "share"
    MONEY = "money"
    AGE = "age"
    DURATION = "duration"
    DISTANCE = "distance"
    MEASURE = "measure"
    TIME = "time"
    SCORE = "score"
    ORDINAL = "ordinal"


CONTINUOUS = frozenset(
    {
        FigureKind.PERCENT,
        FigureKind.POINTS,
        FigureKind.SHARE,
        FigureKind.MONEY,
        FigureKind.DISTANCE,
        FigureKind.MEASURE,
    }
)

VAGUE_LIMITS: Mapping[str, tuple[Decimal, Decimal]] = {
    "several": (Decimal(3), Decimal(9)),
    "a few": (Decimal(3), Decimal(9)),
    "a handful": (Decimal(3), Decimal(9)),
    "dozens": (Decimal(24), Decimal(99)),
    "tens": (Decimal(20), Decimal(99)),
    "scores": (Decimal(40), Decimal(99)),
    "hundreds": (Decimal(200), Decimal(999)),
    "thousands": (Decimal(2000), Decimal(9999)),
    "tens of thousands": (Decimal(20_000), Decimal(99_999)),
    "hundreds of thousands": (Decimal(200_000), Decimal(999_999)),
    "millions": (Decimal(2_000_000), Decimal(999_999_999)),
    "billions": (Decimal(2_000_000_000), Decimal(999_999_999_999)),
}


@dataclass(frozen=True, slots=True)
class Figure:
    """A number as a source gives it. `low`/`high` are the closed interval of design.md section 3; None is open.

    `number` is None for vague words; `to` ends a range; `place` is the value of the last place written
    (430 -> 1, 1.3bn -> 100,000,000), half of which percentages and money carry as rounding.
    """

    words: str
    number: Decimal | None
    hedge: Hedge
    low: Decimal
    high: Decimal | None
    to: Decimal | None = None
    kind: FigureKind = FigureKind.COUNT
    unit: str = ""
    of: str = ""
    place: Decimal = Decimal(1)


@dataclass(frozen=True, slots=True)
class Money:
    """An amount and its ISO 4217 currency ("USD"; "$" where the text does not tell which dollar)."""

    amount: Figure
    currency: str

    @property
    def words(self) -> str:
        return self.amount.words


@dataclass(frozen=True, slots=True)
class Duration:
    """A length of time: the figure in its unit, the shortest and longest it can be in days, ISO 8601 form."""

    length: Figure
    low_days: Decimal
    high_days: Decimal | None
    iso: str

    @property
    def words(self) -> str:
        return self.length.words


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date at the precision written. `start`/`end` are the first and last day it can mean (inclusive; None is open).

    `edtf` is Extended Date/Time Format level 0/1 ("2025-09", "2025-12-12/2025-12-13", "1994/..", "202X").
    `inferred` marks dates resolved against the publication date; `weekday` (0 = Monday) and `time` ("14:51", with
    "+08:00" where a zone is stated) are kept as written so that they can be checked.
    """

    words: str
    edtf: str
    start: dt.date | None
    end: dt.date | None
    inferred: bool = False
    weekday: int | None = None
    time: str | None = None


@dataclass(frozen=True, slots=True)
class Term:
    """A status, role, relation or other words ("special envoy", "not freed")."""

    words: str


@dataclass(frozen=True, slots=True)
class Name:
    """A name as one source spells it."""

    words: str


@dataclass(frozen=True, slots=True)
class Quote:
    """Words put into somebody's mouth; the claimant of the claim is the speaker. `direct` = in quote marks."""

    words: str
    direct: bool = True


Value = Figure | Money | Duration | PartialDate | Term | Name | Quote


@overload
def figure_of(value: Figure | Money | Duration) -> Figure: ...
@overload
def figure_of(value: Value) -> Figure | None: ...
def figure_of(value: Value) -> Figure | None:
    """The bare figure in a value, be it money or a length of time; None where it holds none."""
    match value:
        case Money(amount=figure) | Duration(length=figure):
            return figure
        case Figure():
            return value
    return None


@dataclass(frozen=True, slots=True)
class Limits:
    """The settings of the intervals: what vague words may mean."""

    vague: Mapping[str, tuple[Decimal, Decimal]] = field(default_factory=lambda: dict(VAGUE_LIMITS))


def interval(
    number: Decimal,
    hedge: Hedge,
    *,
    to: Decimal | None = None,
    kind: FigureKind = FigureKind.COUNT,
    place: Decimal = Decimal(1),
) -> tuple[Decimal, Decimal | None]:
    """The closed interval a hedged number stands for (design.md, section 3); None is open.

    Counts step by one ("more than 430" starts at 431); percentages, money and measures are continuous: they carry
    half a unit of the last written `place`, and "more than 20 %" starts at 20.
    """
    smooth = kind in CONTINUOUS
    half = place / 2 if smooth else Decimal(0)
    step = Decimal(0) if smooth or number != number.to_integral_value() else Decimal(1)
    floor = Decimal(0) if number >= 0 else None
    match hedge:
        case Hedge.AT_LEAST:
            return number - half, None
        case Hedge.MORE_THAN:
            return number + step, None
        case Hedge.AT_MOST:
            return _lowest(floor, number), number + half
        case Hedge.UNDER:
            return min(_lowest(floor, number), number - step), number - step
        case Hedge.RANGE:
            top = number if to is None else to
            return min(number, top) - half, max(number, top) + half
        case Hedge.ABOUT:
            return number - spread(number), number + spread(number)
        case Hedge.NEARLY:
            return number - max(spread(number), step), number - step
        case _:
            return number - half, number + half


def spread(number: Decimal) -> Decimal:
    """How far "about" reaches: half the last significant place or 5 %, whichever is larger, never above 10 %."""
    size = abs(number)
    return min(max(significant_place(size) / 2, size / 20), size / 10)


def significant_place(number: Decimal) -> Decimal:
    """The value of the last place that is not a trailing zero: 430 -> 10, 52 -> 1, 1.25 -> 0.01, 0 -> 1."""
    if not number:
        return Decimal(1)
    exponent = number.normalize().as_tuple().exponent
    return Decimal(1).scaleb(int(exponent))


def _lowest(floor: Decimal | None, number: Decimal) -> Decimal:
    return floor if floor is not None else number * 2


Reach = tuple[Decimal | None, Decimal | None]
"""The lowest and highest a value can be (counts, amounts, days); None is open."""


def reach_of(value: Value) -> Reach | None:
    """The interval of a figure, amount, duration (days) or date (proleptic day numbers); None for words."""
    match value:
        case Figure(low=low, high=high) | Money(amount=Figure(low=low, high=high)):
            return low, high
        case Duration(low_days=low, high_days=high):
            return low, high
        case PartialDate(start=start, end=end) if start or end:
            return _day_number(start), _day_number(end)
        case _:
            return None


def meets(a: Value, b: Value) -> bool:
    """Whether two values of one kind can both hold: their intervals share a point, or their words are the same."""
    return _meets(a, reach_of(a), b, reach_of(b))


def list_meeting(values: Sequence[Value]) -> list[set[int]]:
    """Which of some values can hold beside each of them, itself among them, by their places."""
    reaches = [reach_of(one) for one in values]
    meeting = [{place} for place in range(len(values))]
    for one, two in combinations(range(len(values)), 2):
        if _meets(values[one], reaches[one], values[two], reaches[two]):
            meeting[one].add(two)
            meeting[two].add(one)
    return meeting


def _meets(a: Value, mine: Reach | None, b: Value, yours: Reach | None) -> bool:
    if mine is None or yours is None or type(a) is not type(b):
        return normal_form(a) == normal_form(b)
    return not _is_below(mine, yours) and not _is_below(yours, mine)


def is_within(inner: Value, outer: Value) -> bool:
    """Whether whatever `inner` means, `outer` holds too ("52" is within "more than 50")."""
    mine, yours = reach_of(inner), reach_of(outer)
    if mine is None or yours is None or type(inner) is not type(outer):
        return normal_form(inner) == normal_form(outer)
    low_fits = yours[0] is None or (mine[0] is not None and mine[0] >= yours[0])
    return low_fits and (yours[1] is None or (mine[1] is not None and mine[1] <= yours[1]))


@lru_cache(maxsize=4096)
def normal_form(value: Value) -> str:
    """One text for all ways to write one value: equal texts are one cluster of equal values."""
    match value:
        case Figure():
            return f"{value.low.normalize():f}..{_open_text(value.high)} {value.unit.casefold()}".strip()
        case Money(amount=amount, currency=currency):
            return f"{currency} {amount.low.normalize():f}..{_open_text(amount.high)}"
        case Duration():
            return f"{value.low_days.normalize():f}..{_open_text(value.high_days)} days"
        case PartialDate():
            return value.edtf or value.words.casefold()
        case _:
            return " ".join("".join(c if c.isalnum() else " " for c in value.words.casefold()).split())


def _day_number(day: dt.date | None) -> Decimal | None:
    return None if day is None else Decimal(day.toordinal())


def _is_below(a: Reach, b: Reach) -> bool:
    return a[1] is not None and b[0] is not None and a[1] < b[0]


def _open_text(high: Decimal | None) -> str:
    return "" if high is None else f"{high.normalize():f}"
