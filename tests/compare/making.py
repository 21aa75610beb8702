"""Factories of values and claims for the tests of the comparers."""

from __future__ import annotations

from decimal import Decimal

from bot.edtf import read_edtf
from bot.record import Behaviour, Claim, Fact, FactKind, key_of
from bot.values import (
    VAGUE_LIMITS,
    Duration,
    Figure,
    FigureKind,
    Hedge,
    Money,
    Name,
    PartialDate,
    Quote,
    Term,
    Value,
    interval,
)

_HEDGES = {
    "at least": Hedge.AT_LEAST,
    "more than": Hedge.MORE_THAN,
    "over": Hedge.MORE_THAN,
    "up to": Hedge.AT_MOST,
    "under": Hedge.UNDER,
    "about": Hedge.ABOUT,
    "nearly": Hedge.NEARLY,
}
_YEAR = Decimal("365.25")


def figure(words: str, kind: FigureKind = FigureKind.COUNT, unit: str = "", place: str = "1") -> Figure:
    """A Figure from a test's plain wording ("more than 430", "40-50", "dozens"); the reader is tested elsewhere."""
    if words in VAGUE_LIMITS:
        low, high = VAGUE_LIMITS[words]
        return Figure(words, None, Hedge.VAGUE, low, high, kind=kind, unit=unit)
    hedge = next((_HEDGES[known] for known in _HEDGES if words.startswith(known)), Hedge.EXACT)
    first, _, last = words.split()[-1].replace(",", "").partition("-")
    number, to = Decimal(first), Decimal(last) if last else None
    hedge = Hedge.RANGE if last else hedge
    bottom, top = interval(number, hedge, to=to, kind=kind, place=Decimal(place))
    return Figure(words, number, hedge, bottom, top, to, kind, unit, place=Decimal(place))


def money(words: str, currency: str = "USD") -> Money:
    return Money(figure(words, FigureKind.MONEY, currency), currency)


def duration(words: str, unit: str) -> Duration:
    """A length such as "more than 3", "decade": as many whole units."""
    length = figure(words, FigureKind.DURATION, unit)
    size = {"day": Decimal(1), "month": _YEAR / 12, "year": _YEAR, "decade": _YEAR * 10}[unit]
    low = length.number if length.hedge is Hedge.MORE_THAN else length.low
    assert low is not None
    return Duration(length, low * size, None if length.high is None else length.high * size, "")


def date(edtf: str, *, inferred: bool = False) -> PartialDate:
    return read_edtf(edtf, inferred=inferred)


def fact(kind: FactKind = FactKind.COUNT, behaviour: Behaviour | None = None, **given: str) -> Fact:
    return Fact("s/f", "s", "s/e", given.get("property", "people freed"), kind, behaviour=behaviour)


def claim(value: Value, claimant: str = "", as_of: str = "", key: str = "c", source: str = "one") -> Claim:
    day = read_edtf(as_of) if as_of else None
    return Claim(key_of("s", key), "s", "s/f", key_of("s", source), value.words, value, claimant, day)


def term(words: str) -> Term:
    return Term(words)


def quote(words: str) -> Quote:
    return Quote(words)


def name(words: str) -> Name:
    return Name(words)
