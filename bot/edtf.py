"""EDTF text (level 0 and the parts of level 1 that news needs) to first and last day, and back.

Source: Extended Date/Time Format, ISO 8601-2:2019, annex A (https://www.loc.gov/standards/datetime/).
"""

from __future__ import annotations

import calendar
import datetime as dt
import re

from bot.errors import Unreadable
from bot.values import PartialDate

_ONE = re.compile(
    r"(?P<y>\d{4}|\d{3}X|\d{2}XX)(?:-(?P<m>\d{2})(?:-(?P<d>\d{2}))?)?(?:T(?P<t>\d{2}:\d{2})(?::\d{2})?(?P<z>Z|[+-]\d{2}:\d{2})?)?[?~%]?"
)
_SEASONS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 2)}


def read_edtf(text: str, words: str = "", *, inferred: bool = False) -> PartialDate:
    """A PartialDate from EDTF; raises ValueError naming what cannot be.

    >>> read_edtf("2025-09").end
    datetime.date(2025, 9, 30)
    """
    given = text.strip()
    if "/" in given:
        left, _, right = given.partition("/")
        start = None if left in ("", "..") else _days(left)[0]
        end = None if right in ("", "..") else _days(right)[1]
        if start and end and end < start:
            raise Unreadable("{text!r} ends before it starts", text=text)
        if start is None and end is None:
            raise Unreadable("{text!r} has neither a beginning nor an end", text=text)
        return PartialDate(words or text, given, start, end, inferred)
    first, last = _days(given)
    time = given.partition("T")[2] or None
    return PartialDate(words or text, given, first, last, inferred, time=time)


def edtf_of(start: dt.date | None, end: dt.date | None) -> str:
    """The shortest EDTF for an interval of whole days: a day, month, year or decade where it is one."""
    if start is None or end is None:
        return f"{start or '..'}/{end or '..'}"
    if start == end:
        return start.isoformat()
    if start.day == 1 and end == _month_end(start.year, start.month):
        return f"{start:%Y-%m}"
    whole_years = (start.month, start.day, end.month, end.day) == (1, 1, 12, 31)
    if whole_years and start.year == end.year:
        return f"{start:%Y}"
    if whole_years and start.year % 10 == 0 and end.year == start.year + 9:
        return f"{start.year // 10}X"
    return f"{start}/{end}"


def _days(text: str) -> tuple[dt.date, dt.date]:
    found = _ONE.fullmatch(text.strip())
    if not found:
        raise Unreadable(
            "{text!r} is not an EDTF date such as 2025-12-13, 2025-12, 2025 or 2025-12-12/2025-12-13", text=text
        )
    year, month, day = found["y"], found["m"], found["d"]
    if "X" in year:
        if month:
            raise Unreadable("{text!r} gives a month of an unknown year", text=text)
        low, high = int(year.replace("X", "0")), int(year.replace("X", "9"))
        return dt.date(max(low, 1), 1, 1), dt.date(high, 12, 31)
    return _known_days(text, int(year), month, day)


def _known_days(text: str, year: int, month: str | None, day: str | None) -> tuple[dt.date, dt.date]:
    try:
        if month is None:
            return dt.date(year, 1, 1), dt.date(year, 12, 31)
        if int(month) in _SEASONS and day is None:
            first, last = _SEASONS[int(month)]
            return dt.date(year, first, 1), _month_end(year + (last < first), last)
        if day is None:
            return dt.date(year, int(month), 1), _month_end(year, int(month))
        exact = dt.date(year, int(month), int(day))
    except (ValueError, calendar.IllegalMonthError):
        raise Unreadable("{text!r} is not a date of the calendar", text=text) from None
    return exact, exact


def _month_end(year: int, month: int) -> dt.date:
    return dt.date(year, month, calendar.monthrange(year, month)[1])
