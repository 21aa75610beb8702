"""Two lengths of time, or a length and the date it began, to a verdict."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

from bot.compare.dates import known_end
from bot.compare.figures import compare_figures
from bot.compare.outcome import alert, silence
from bot.record import Comparison, Verdict
from bot.values import Duration, Hedge, PartialDate

_UNIT_DAYS = {"second": 0, "minute": 0, "hour": 0, "day": 1, "night": 1, "week": 7, "fortnight": 14, "month": 31}
_UNIT_DAYS |= {"year": 366, "decade": 3653, "century": 36525, "centurie": 36525, "generation": 10958}
_NEAR = Decimal("0.05")


def compare_durations(a: Duration, b: Duration) -> Comparison:
    """The verdict on two lengths: in one unit as figures, in two by the days they can be; symmetric."""
    if _unit(a) == _unit(b):
        return compare_figures(a.length, b.length)
    words = {"a": a.words, "b": b.words}
    gap = max(a.low_days, b.low_days) - _lesser(a.high_days, b.high_days)
    if (a.low_days, a.high_days) == (b.low_days, b.high_days):
        return silence(Verdict.AGREES, "duration.same", "“{a}” and “{b}” are the same length of time", **words)
    if gap <= 0:
        return silence(Verdict.COMPATIBLE, "duration.fits", "“{a}” and “{b}” can be the same length of time", **words)
    if _is_same_digits(a, b):
        return alert("duration.unit", "“{a}” and “{b}” have the same digits in another unit", **words)
    if gap <= _slack(a, b) and gap <= max(a.low_days, b.low_days) * _NEAR:
        text = "“{a}” and “{b}” are the same length of time, one of them rounded to its unit"
        return silence(Verdict.REFINES, "duration.rounded", text, **words)
    return alert("duration.apart", "“{a}” and “{b}” cannot be the same length of time", **words)


def compare_duration_with_start(length: Duration, start: PartialDate, as_of: PartialDate) -> Comparison:
    """ "More than three decades" beside "since 1994", as of the day it was said."""
    words = {"a": length.words, "b": start.words, "day": as_of.words}
    first = known_end(start)
    if first.start is None or first.end is None or as_of.start is None or as_of.end is None:
        text = "“{a}” and “{b}” were not compared: a day is missing"
        return silence(Verdict.NOT_COMPARABLE, "duration.open", text, a=length.words, b=start.words)
    low, high = (as_of.start - first.end).days, (as_of.end - first.start).days
    if is_fitting(length, low, high):
        text = "“{a}” fits “{b}”, counted to {day}"
        return silence(Verdict.COMPATIBLE, "duration.since", text, **words)
    text = "“{a}” does not fit “{b}”: counted to {day} that is {years} years"
    years = f"{Decimal(max(low, 0) + high) / 2 / Decimal('365.25'):.1f}"
    return alert("duration.since", text, years=years, **words)


def is_fitting(length: Duration, low: int, high: int) -> bool:
    """Whether a length fits `low` to `high` days, give or take the day a count may or may not include, and the
    rounding of an unhedged length to its unit (whole years served are rounded either way)."""
    slack = Decimal(_unit_days(length)) if length.length.hedge in (Hedge.EXACT, Hedge.ABOUT) else Decimal(0)
    slack = max(Decimal(1), slack if slack > 1 else Decimal(0))
    return length.low_days - slack <= high and (length.high_days is None or low <= length.high_days + slack)


def _unit(length: Duration) -> str:
    return length.length.unit.casefold().removesuffix("s")


def _unit_days(length: Duration) -> int:
    return _UNIT_DAYS.get(_unit(length), 1)


def _slack(a: Duration, b: Duration) -> Decimal:
    return Decimal(max(_unit_days(a), _unit_days(b), 2)) / 2


def _lesser(a: Decimal | None, b: Decimal | None) -> Decimal:
    known = [one for one in (a, b) if one is not None]
    return min(known) if known else Decimal(dt.date.max.toordinal())


def _is_same_digits(a: Duration, b: Duration) -> bool:
    return a.length.number is not None and a.length.number == b.length.number
