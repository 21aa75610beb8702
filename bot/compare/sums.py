"""Several facts together to what cannot be: parts against totals, shares against counts, lengths against dates, order.

Each check takes bare values and returns a Comparison worth showing, or None where nothing is wrong.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from bot.compare.dates import is_overlapping
from bot.compare.durations import is_fitting
from bot.compare.figures import compare_figures
from bot.compare.measures import as_percent
from bot.compare.order import rank_of
from bot.compare.outcome import alert, note
from bot.record import Comparison, Entity, Level, Verdict
from bot.values import Duration, Figure, FigureKind, PartialDate, Value

_SURE = (Verdict.AGREES, Verdict.REFINES)
_TELLING_NUMBER = 20


def check_parts(total: Figure, parts: Sequence[Figure], *, complete: bool = False) -> Comparison | None:
    """Parts that do not overlap beside their total: above it cannot be; `complete` parts below it neither."""
    if not parts or any(_is_other_measure(part, total) for part in parts):
        return None
    low = sum((part.low for part in parts), Decimal(0))
    high = _sum_high(parts)
    said = {"parts": " + ".join(f"“{part.words}”" for part in parts), "total": total.words}
    if total.high is not None and low > total.high:
        return alert(
            "sum.above", "{parts} make at least {low}, more than their total “{total}”", low=f"{low:,f}", **said
        )
    if complete and high is not None and high < total.low:
        text = "{parts} are all the parts, yet make {high} at most, less than their total “{total}”"
        return alert("sum.below", text, high=f"{high:,f}", **said)
    return None


def check_percent(percent: Figure, count: Figure, base: Figure) -> Comparison | None:
    """A percentage beside the count it stands for and the known base: outside the rounding band cannot be."""
    if percent.kind not in (FigureKind.PERCENT, FigureKind.SHARE) or base.high is None or base.low <= 0:
        return None
    percent = as_percent(percent)
    least = count.low * 100 / base.high
    most = None if count.high is None else count.high * 100 / base.low
    if (most is None or percent.low <= most) and (percent.high is None or least <= percent.high):
        return None
    share = f"{least:.1f}" if most is None or least == most else f"{least:.1f} to {most:.1f}"
    text = "“{count}” of “{base}” is {share} %, not “{percent}”"
    return alert("sum.percent", text, count=count.words, base=base.words, percent=percent.words, share=share)


def check_duration(length: Duration, start: PartialDate, end: PartialDate) -> Comparison | None:
    """A length of time beside the two dates it lies between, at the precision these are known."""
    if start.start is None or start.end is None or end.start is None or end.end is None:
        return None
    low, high = (end.start - start.end).days, (end.end - start.start).days
    if high >= 0 and is_fitting(length, low, high):
        return None
    text = "from “{start}” to “{end}” is {days} days, which “{length}” does not fit"
    days = f"{high:,}" if low == high else f"{low:,} to {high:,}"
    return alert("sum.duration", text, start=start.words, end=end.words, length=length.words, days=days)


def check_order(first: PartialDate, then: PartialDate, first_label: str, then_label: str) -> Comparison | None:
    """Two dates whose order is given by their nature: what must come first cannot be the later one."""
    if first.start is None or then.end is None or first.start <= then.end:
        return None
    text = "{then_label} (“{then}”) cannot come before {first_label} (“{first}”)"
    return alert("sum.order", text, first=first.words, then=then.words, first_label=first_label, then_label=then_label)


def check_course(a: PartialDate, property_a: str, b: PartialDate, property_b: str) -> Comparison | None:
    """Two dates of one person or event by what their properties say must come first (arrested before freed)."""
    one, two = rank_of(property_a), rank_of(property_b)
    if one is None or two is None or one[0] != two[0] or one[1] == two[1]:
        return None
    if one[1] < two[1]:
        return check_order(a, b, property_a, property_b)
    return check_order(b, a, property_b, property_a)


def check_same_event(new: Value, new_event: Entity, old: Value, old_event: Entity) -> Comparison | None:
    """The same telling figure and the same people under two dates or places: one event filed twice?"""
    shared = {one.entity for one in new_event.people} & {one.entity for one in old_event.people}
    if new_event.key == old_event.key or not shared:
        return None
    dates = new_event.date, old_event.date
    apart = dates[0] is not None and dates[1] is not None and not is_overlapping(dates[0], dates[1])
    # Values last: comparing them costs the most, and most pairs of events have nobody in common.
    if not (apart or new_event.place != old_event.place) or not _is_telling_match(new, old):
        return None
    text = "“{new}” and “{old}” are given for the same people in “{one}” and “{two}”: is it the same event?"
    return note(
        Verdict.SCOPE, "sum.same_event", text, new=new.words, old=old.words, one=new_event.label, two=old_event.label
    )


def _sum_high(parts: Sequence[Figure]) -> Decimal | None:
    total = Decimal(0)
    for part in parts:
        if part.high is None:
            return None
        total += part.high
    return total


def _is_other_measure(part: Figure, total: Figure) -> bool:
    return part.kind is not total.kind or bool(part.unit and total.unit and part.unit != total.unit)


def _is_telling_match(a: Value, b: Value) -> bool:
    if not isinstance(a, Figure) or not isinstance(b, Figure) or a.number is None or b.number is None:
        return False
    found = compare_figures(a, b)
    return found.level is Level.SILENCE and found.verdict in _SURE and min(a.number, b.number) >= _TELLING_NUMBER
