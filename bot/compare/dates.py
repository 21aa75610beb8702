"""Two dates, with or without a time of day, to a verdict by the days they can mean."""

from __future__ import annotations

import datetime as dt

from bot.compare.outcome import alert, note, silence
from bot.edtf import read_edtf
from bot.record import Comparison, Verdict
from bot.values import PartialDate

DAY = dt.timedelta(days=1)
CLOSE_MINUTES = 15
_MINUTES_A_DAY = 24 * 60
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def compare_dates(a: PartialDate, b: PartialDate) -> Comparison:
    """The verdict on two dates of the same event; symmetric. Precision is respected: a month holds its days."""
    if _is_one_sided(a, b):
        a, b = known_end(a), known_end(b)
    if not is_overlapping(a, b):
        return _apart(a, b)
    return find_wrong_weekday(a) or find_wrong_weekday(b) or _times(a, b) or _together(a, b)


def is_overlapping(a: PartialDate, b: PartialDate) -> bool:
    """Whether some day fits both; an open end reaches for ever."""
    first, last = dt.date.min, dt.date.max
    return (a.start or first) <= (b.end or last) and (b.start or first) <= (a.end or last)


def known_end(date: PartialDate) -> PartialDate:
    """The known end of an open date at its own precision: "since 1994" began in 1994, the whole of it."""
    known = date.edtf.strip("./")
    if (date.start is None) is (date.end is None) or "/" in known or not known:
        return date
    try:
        return read_edtf(known, date.words, inferred=date.inferred)
    except ValueError:
        return date


def _is_one_sided(a: PartialDate, b: PartialDate) -> bool:
    """Two beginnings ("since 1994", "since 1996") or two ends; "after 1994" names no beginning."""
    open_ends = (a.start is not None, a.end is not None)
    if open_ends != (b.start is not None, b.end is not None) or open_ends[0] is open_ends[1]:
        return False
    return not any(date.words.casefold().startswith(("after", "before")) for date in (a, b))


def is_within(a: PartialDate, b: PartialDate) -> bool:
    """Whether every day `a` can mean is one that `b` can mean."""
    first, last = dt.date.min, dt.date.max
    return (a.start or first) >= (b.start or first) and (a.end or last) <= (b.end or last)


def is_day(date: PartialDate) -> bool:
    """Whether it means one single day."""
    return date.start is not None and date.start == date.end


def find_wrong_weekday(date: PartialDate) -> Comparison | None:
    """A note if the weekday written does not fit the day written, else None."""
    if date.weekday is None or date.start is None or not is_day(date) or date.start.weekday() == date.weekday:
        return None
    text = "“{a}” names {weekday}, but {day} is a {right}"
    return note(
        Verdict.LOOSE,
        "date.weekday",
        text,
        a=date.words,
        weekday=_WEEKDAYS[date.weekday],
        day=date.start,
        right=_WEEKDAYS[date.start.weekday()],
    )


def find_publication_day(date: PartialDate, published: PartialDate | None, other: PartialDate) -> Comparison | None:
    """A note if an undated report's own day of publication may have been taken for the day of the event.

    Only for inferred dates that are the publication day, beside a day at most a week earlier: a stated date stands.
    """
    if published is None or not date.inferred or date.start is None or date.end is None or not is_day(date):
        return None
    if other.end is None or date.start != published.start or not dt.timedelta(0) < date.start - other.end <= 7 * DAY:
        return None
    text = "“{a}” may only be the day of publication, {day}; the other source says “{b}”"
    return note(Verdict.LOOSE, "date.publication", text, a=date.words, b=other.words, day=date.start)


def _together(a: PartialDate, b: PartialDate) -> Comparison:
    words = {"a": a.words, "b": b.words}
    if _is_clock(a) is not _is_clock(b):
        text = "“{a}” and “{b}” were not compared: one is a time of day, the other a date"
        return silence(Verdict.NOT_COMPARABLE, "date.kinds", text, **words)
    if (a.start, a.end, a.time) == (b.start, b.end, b.time):
        return silence(Verdict.AGREES, "date.same", "“{a}” and “{b}” are the same date", **words)
    if is_within(a, b) or is_within(b, a):
        return silence(Verdict.REFINES, "date.refines", "one of “{a}” and “{b}” is the more precise date", **words)
    return silence(Verdict.COMPATIBLE, "date.compatible", "some day fits both “{a}” and “{b}”", **words)


def _apart(a: PartialDate, b: PartialDate) -> Comparison:
    words = {"a": a.words, "b": b.words}
    minutes = _minutes_between(a, b)
    if minutes is not None and minutes <= CLOSE_MINUTES:
        return note(
            Verdict.LOOSE, "time.close", "“{a}” and “{b}” are {minutes} minutes apart", minutes=minutes, **words
        )
    if is_day(a) and is_day(b) and minutes is None and _days_between(a, b) == 1:
        text = "“{a}” and “{b}” are neighbouring days and no time zone is given; it may be the same moment"
        return note(Verdict.LOOSE, "date.neighbours", text, **words)
    return alert("date.apart", _reason(a, b), **words)


def _reason(a: PartialDate, b: PartialDate) -> str:
    if a.start and b.start and is_day(a) and is_day(b):
        if (a.start.month, a.start.day) == (b.start.month, b.start.day):
            return "“{a}” and “{b}” are the same day of different years"
        return "“{a}” and “{b}” are different days"
    if _is_month(a) and _is_month(b):
        return "the months “{a}” and “{b}” do not overlap"
    return "“{a}” and “{b}” do not overlap: no day fits both"


def _is_month(date: PartialDate) -> bool:
    same = date.start is not None and date.end is not None and date.start.replace(day=1) == date.end.replace(day=1)
    return same and not is_day(date)


def _days_between(a: PartialDate, b: PartialDate) -> int:
    return abs(((a.start or dt.date.max) - (b.start or dt.date.max)).days)


def _times(a: PartialDate, b: PartialDate) -> Comparison | None:
    """What the two times of one day say; None where a side has none."""
    if not all(is_day(date) or _is_clock(date) for date in (a, b)):
        return None
    one, two = _clock(a.time), _clock(b.time)
    if one is None or two is None:
        return None
    gap, words = _gap(one, two), {"a": a.words, "b": b.words}
    if gap == 0:
        return silence(Verdict.AGREES, "time.same", "“{a}” and “{b}” are the same time", **words)
    if gap <= CLOSE_MINUTES or _is_rounder(one[0], two[0], gap):
        text = "“{a}” and “{b}” are {minutes} minutes apart; one may be rounded"
        return note(Verdict.ROUNDING, "time.rounding", text, minutes=gap, **words)
    if (one[1] is None) is not (two[1] is None) and gap % 30 == 0 and gap <= 14 * 60:
        text = "“{a}” and “{b}” differ by what may be a time zone; only one source states its zone"
        return note(Verdict.LOOSE, "time.zone", text, **words)
    return alert("time.apart", "“{a}” and “{b}” are different times of the same day", **words)


def _is_clock(date: PartialDate) -> bool:
    """Whether it is a bare time of day."""
    return date.time is not None and date.start is None and date.end is None


Clock = tuple[int, int | None]


def _clock(time: str | None) -> Clock | None:
    """Minutes after midnight, and minutes east of Greenwich where a zone is stated; None if it is no clock time."""
    if not time or len(time) < 5 or time[2] != ":" or not (time[:2] + time[3:5]).isdigit():
        return None
    zone = time[5:].strip()
    return int(time[:2]) * 60 + int(time[3:5]), _zone(zone)


def _zone(zone: str) -> int | None:
    if zone in ("Z", "UTC", "GMT"):
        return 0
    digits = zone[1:].replace(":", "")
    if zone[:1] not in ("+", "-") or not digits.isdigit():
        return None
    size = int(digits[:2]) * 60 + int(digits[2:4] or 0)
    return -size if zone[0] == "-" else size


def _gap(a: Clock, b: Clock) -> int:
    if a[1] is None or b[1] is None:
        return abs(a[0] - b[0])
    return abs((a[0] - a[1]) - (b[0] - b[1]))


def _is_rounder(a: int, b: int, gap: int) -> bool:
    """Half past two for 14:51 is no rounding, three o'clock is: within half of the rounder one's step."""
    steps = [next(step for step in (60, 30, 15, 5, 1) if minutes % step == 0) for minutes in (a, b)]
    return steps[0] != steps[1] and gap * 2 <= max(steps)


def _minutes_between(a: PartialDate, b: PartialDate) -> int | None:
    """Minutes between two moments where both give day, time and zone, else None."""
    one, two = _moment(a), _moment(b)
    return None if one is None or two is None else abs(one - two)


def _moment(date: PartialDate) -> int | None:
    clock = _clock(date.time)
    if clock is None or clock[1] is None or date.start is None or not is_day(date):
        return None
    return date.start.toordinal() * _MINUTES_A_DAY + clock[0] - clock[1]
