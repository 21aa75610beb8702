"""Arithmetic of the calendar: a unit, a number and a day to the first and last day they mean."""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Sequence

from bot.read.months import SEASONS

Days = tuple[dt.date, dt.date]


def days_of_month(year: int, month: int) -> Days:
    return dt.date(year, month, 1), dt.date(year, month, calendar.monthrange(year, month)[1])


def days_of_year(year: int) -> Days:
    return dt.date(year, 1, 1), dt.date(year, 12, 31)


def days_of_week(day: dt.date) -> Days:
    """Monday to Sunday, as ISO 8601 counts weeks."""
    monday = day - dt.timedelta(days=day.weekday())
    return monday, monday + dt.timedelta(days=6)


def days_of_weekend(day: dt.date) -> Days:
    sunday = days_of_week(day)[1]
    return sunday - dt.timedelta(days=1), sunday


def days_of_season(year: int, season: str) -> Days:
    """Meteorological seasons of the north; a winter belongs to the year it starts in."""
    first = 3 * (SEASONS[season] - 20)
    last_year = year + (first == 12)
    return dt.date(year, first, 1), days_of_month(last_year, 2 if first == 12 else first + 2)[1]


def days_of_part(year: int, part: int, parts: int) -> Days:
    """The n-th of 4 quarters or 2 halves of a year."""
    months = 12 // parts
    return dt.date(year, (part - 1) * months + 1, 1), days_of_month(year, part * months)[1]


def days_of(unit: str, day: dt.date) -> Days:
    """The whole week, month, year ... that holds a day."""
    match unit:
        case "week" | "fortnight":
            return days_of_week(day)
        case "weekend":
            return days_of_weekend(day)
        case "month":
            return days_of_month(day.year, day.month)
        case "quarter":
            return days_of_part(day.year, (day.month + 2) // 3, 4)
        case "year":
            return days_of_year(day.year)
        case "decade":
            return dt.date(day.year // 10 * 10, 1, 1), dt.date(day.year // 10 * 10 + 9, 12, 31)
        case "century":
            return dt.date(day.year // 100 * 100, 1, 1), dt.date(day.year // 100 * 100 + 99, 12, 31)
        case _:
            return day, day


def shifted(day: dt.date, count: int, unit: str) -> Days:
    """The whole unit that lies `count` units after a day; raises ValueError or OverflowError off the calendar.

    >>> shifted(dt.date(2025, 12, 13), -16, "month")[0]
    datetime.date(2024, 8, 1)
    """
    match unit:
        case "week" | "weekend":
            return days_of(unit, day + dt.timedelta(weeks=count))
        case "fortnight":
            return days_of_week(day + dt.timedelta(weeks=2 * count))
        case "month" | "quarter":
            months = day.year * 12 + day.month - 1 + count * (3 if unit == "quarter" else 1)
            return days_of(unit, dt.date(months // 12, months % 12 + 1, 1))
        case "year" | "decade" | "century":
            years = count * {"year": 1, "decade": 10, "century": 100}[unit]
            return days_of("year" if unit == "year" else unit, dt.date(day.year + years, 1, 1))
        case "day" | "night":
            return (moved := day + dt.timedelta(days=count)), moved
        case _:
            return day, day


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> dt.date:
    """The first, second ... weekday (0 = Monday) of a month; -1 the last."""
    first, last = days_of_month(year, month)
    if nth < 0:
        return last - dt.timedelta(days=(last.weekday() - weekday) % 7)
    return first + dt.timedelta(days=(weekday - first.weekday()) % 7 + 7 * (nth - 1))


def nearest_weekday(today: dt.date, weekday: int, direction: int) -> dt.date:
    """The weekday on or before (-1) or on or after (1) today."""
    back = (today.weekday() - weekday) % 7
    return today - dt.timedelta(days=back) if direction < 0 else today + dt.timedelta(days=-back % 7)


def nearest_month_day(today: dt.date, month: int, day: int | None, direction: int) -> Days:
    """The month, or day of it, meant by a writer of `today`; direction -1 past, 1 future, 0 unsaid."""
    found: list[Days] = []
    for year in (today.year - 1, today.year, today.year + 1):
        if day is None:
            found.append(days_of_month(year, month))
        elif day <= calendar.monthrange(year, month)[1]:
            found.append((dt.date(year, month, day),) * 2)
    if not found:
        raise ValueError("no such day in the years around")
    return nearest_of(today, found, direction)


def nearest_of(today: dt.date, found: Sequence[Days], direction: int) -> Days:
    """The one of a few periods, oldest first, that a writer of `today` means; direction as above."""
    past = [span for span in found if span[0] <= today + dt.timedelta(days=1)]
    ahead = [span for span in found if span[1] >= today]
    if direction == 0 and ahead and (ahead[0][0] - today).days <= 45:
        return ahead[0] if not past or abs((past[-1][1] - today).days) > (ahead[0][0] - today).days else past[-1]
    return (ahead[:1] or found[-1:] if direction > 0 else past[-1:] or found[:1])[0]


def narrowed(days: Days, how: str, today: dt.date | None) -> Days:
    """ "early", "mid" or "late" in a period: its first, middle or last half, as loose as the words are.

    "earlier" ends and "later" begins with today where today lies in the period.
    """
    first, last = days
    length = (last - first).days
    middle = first + dt.timedelta(days=length // 2)
    quarter = dt.timedelta(days=length // 4)
    inside = today is not None and first <= today <= last
    match how:
        case "early":
            return first, middle
        case "late":
            return middle, last
        case "mid":
            return first + quarter, last - quarter
        case "earlier":
            return first, today if inside and today else last
        case "later":
            return today if inside and today else first, last
        case _:
            return days
