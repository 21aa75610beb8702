"""A date beside a recorded one to whether one may be the other with a slip of the hand: one part of it differs."""

from __future__ import annotations

from datetime import date

from bot.values import PartialDate

MOST_YEARS = 2


def is_slip(new: PartialDate, old: PartialDate) -> bool:
    """The same day of another month or year, a day or year one digit off; never two days of one week.

    Only digits slip: "this year" and "on Friday" are what they are.
    """
    if not (new.start and new.end and old.start and old.end) or not any(char.isdigit() for char in new.words):
        return False
    if new.start == new.end and old.start == old.end:
        return _is_day_slip(new.start, old.start)
    if _is_month(new) and _is_month(old):
        years = abs(new.start.year - old.start.year)
        return new.start.month == old.start.month and 0 < years <= MOST_YEARS
    return _is_year(new) and _is_year(old) and _is_year_slip(new.start.year, old.start.year)


def keys_of(day: PartialDate) -> tuple[str, ...]:
    """What a day shares with every slip of it, its own key first: two of day, month and year; none for a stretch."""
    if not (day.start and day.end):
        return ()
    year, month, number = day.start.year, day.start.month, day.start.day
    if day.start == day.end:
        return f"{day.start}", f"{month}/{number}", f"{year}//{number}", f"{year}/{month}/"
    if _is_month(day):
        return f"{year}-{month}", f"{month}//"
    return (f"{year}", f"{year // 100}//", f"//{year % 100}") if _is_year(day) else ()


def _is_day_slip(new: date, old: date) -> bool:
    apart = (new.year != old.year) + (new.month != old.month) + (new.day != old.day)
    if apart != 1:
        return False
    if new.day != old.day:
        return _is_digit_off(new.day, old.day)
    return new.month != old.month or abs(new.year - old.year) <= MOST_YEARS


def _is_year_slip(new: int, old: int) -> bool:
    return 0 < abs(new - old) <= MOST_YEARS or _is_digit_off(new, old)


def _is_digit_off(new: int, old: int) -> bool:
    """9 and 19, 3 and 13, 12 and 21, 1982 and 1992; not 12 and 13, which are two days of one story."""
    one, two = sorted((str(new), str(old)), key=len)
    if len(one) != len(two):
        return len(two) == len(one) + 1 and one in (two[1:], two[:-1])
    if len(one) == 2:
        return one == two[::-1]
    return sum(a != b for a, b in zip(one, two, strict=True)) == 1


def _is_month(day: PartialDate) -> bool:
    assert day.start is not None
    assert day.end is not None
    return day.start.day == 1 and 27 <= (day.end - day.start).days <= 30


def _is_year(day: PartialDate) -> bool:
    assert day.start is not None
    assert day.end is not None
    return (day.start.month, day.start.day) == (1, 1) and 364 <= (day.end - day.start).days <= 365
