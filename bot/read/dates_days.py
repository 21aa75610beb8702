"""A day or a time of day as written to what it means; None where the words turn out to be something else."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace

from bot.edtf import edtf_of
from bot.read.dates_calendar import Days, days_of, days_of_month, nearest_month_day, nearest_of, nth_weekday, shifted
from bot.read.dates_found import Around, Found, date_found
from bot.read.dates_lengths import number_of
from bot.read.dates_turns import WORD_BEFORE, digits, in_rel_year, plain
from bot.read.holidays import day_of_holiday
from bot.read.months import FOREIGN_MONTHS, FOREIGN_WEEKDAYS, MONTHS, WEEKDAYS, ZONES
from bot.read.wordlist import words_in
from bot.reading import DateKind

_ORDINALS = {
    word: number
    for number, word in enumerate(
        words_in(
            """
            first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth
            fifteenth sixteenth seventeenth eighteenth nineteenth twentieth
            """
        ),
        1,
    )
} | {"thirtieth": 30}
_TENTHS = {"twenty": 20, "thirty": 30, "last": 0}
_AMERICAN_HOURS = {"e": 5, "c": 6, "m": 7, "p": 8}
_AMERICAN = frozenset(
    ("et", "ct", "mt", "pt", "eastern", "eastern time", "central time", "mountain time", "pacific time")
)


def year_of(words: str) -> int:
    """Four digits as they stand; two as the nearest century to now: 26 is 2026, 94 is 1994."""
    year = int(words)
    return year if len(words) == 4 else year + (2000 if year < 70 else 1900)


def read_iso(match: re.Match[str], around: Around) -> Found | None:
    day = dt.date(int(match["year"]), int(match["month"]), int(match["day"]))
    found = date_found(match, (day, day), "day")
    if not match["clock"]:
        return found
    time = match["clock"] + (match["offset"] or "").replace("Z", "+00:00")
    return replace(found, kind=DateKind.TIME, time=time, edtf=f"{day}T{time}")


def read_parted(match: re.Match[str], around: Around) -> Found | None:
    """2025/12/13 and 2025年12月13日."""
    year, month = int(match["year"]), int(match["month"])
    if not match["day"]:
        return date_found(match, days_of_month(year, month), "month")
    return date_found(match, (dt.date(year, month, int(match["day"])),) * 2, "day")


def read_numeric(match: re.Match[str], around: Around) -> Found | None:
    """13.12.2025 and 12/13/2025; dots put the day first, slashes the month unless it cannot be one."""
    one, two = int(match["one"]), int(match["two"])
    if len(match["year"]) == 2 and match["sep"] != "/":
        return None
    day, month = (one, two) if (match["sep"] == "." and two <= 12) or one > 12 else (two, one)
    return date_found(match, (dt.date(year_of(match["year"]), month, day),) * 2, "day")


def read_on_day(match: re.Match[str], around: Around) -> Found | None:
    """ "on 4/22": a month and its day, or a day and its month where only that can be."""
    one, two = int(match["one"]), int(match["two"])
    day, month = (one, two) if one > 12 else (two, one)
    days, inferred = _day_in_year(None, month, day, around, match.span())
    return replace(date_found(match, days, "day", inferred=inferred), edtf=_day_edtf(days, month, day))


def read_worded_day(match: re.Match[str], around: Around) -> Found | None:
    """ "the first of January", "May twenty-first", "the last day of February"."""
    words = (match["first"] or match["second"]).lower().replace("-", " ").split()
    day = sum(_ORDINALS[word] if word in _ORDINALS else _TENTHS[word] for word in words)  # 0 is the last
    month = MONTHS[(match["month"] or match["month2"]).lower().rstrip(".")]
    year = match["year"] or match["year2"]
    days, inferred = _day_in_year(year, month, day or 28, around, match.span())
    if days and not day:
        last = days_of_month(days[0].year, month)[1]
        days = last, last
    return replace(date_found(match, days, "day", inferred=inferred), edtf=_day_edtf(days, month, day))


def read_week_of_day(match: re.Match[str], around: Around) -> Found | None:
    """ "the week of March 4", "the week ended 15 March"."""
    month = MONTHS[(match["month"] or match["month2"]).lower().rstrip(".")]
    day = digits(match["day"] or match["day2"])
    days, inferred = _day_in_year(match["year"], month, day, around, match.span())
    return date_found(match, days_of("week", days[0]) if days else None, "week", inferred=inferred)


def read_day(match: re.Match[str], around: Around) -> Found | None:
    """December 13, 2025 · Saturday, 13 December · December 12-13."""
    month = MONTHS[match["month"].lower().rstrip(".")]
    weekday = WEEKDAYS[match["weekday"].lower().rstrip(".")] if match["weekday"] else None
    day, last = digits(match["day"]), digits(match["day2"]) if match["day2"] else None
    if (
        last is not None
        and "and" in match["to"]
        and last != day + 1
        and not _follows_between(around.text, match.start())
    ):
        return None  # "3 and 5 May" are two days, "between 3 and 5 May" a span
    days, inferred = _day_in_year(match["year"], month, day, in_rel_year(match["rel"], around), match.span())
    inferred = inferred or bool(match["rel"])
    if days and last is not None:
        days = days[0], days[0].replace(day=last)
    if days and days[1] < days[0]:
        return None
    found = replace(date_found(match, days, "day", inferred=inferred), weekday=weekday)
    if match["weekday"] is None and match.start("month") < match.start("day"):
        found = replace(found, start=match.start("month"))  # "the Sept. 11 attacks": the article is not the date's
    return found if days or last else replace(found, edtf=_day_edtf(days, month, day))


def _follows_between(text: str, start: int) -> bool:
    return text[max(0, start - 12) : start].lower().rstrip(" the").endswith("between")


def _day_edtf(days: Days | None, month: int, day: int) -> str:
    return edtf_of(*days) if days else f"XXXX-{month:02}-{day:02}"


def read_foreign(match: re.Match[str], around: Around) -> Found | None:
    """13 декабря 2025 года · 1er août · 13 de diciembre · 13. Dezember, with the weekday before it."""
    month = FOREIGN_MONTHS.get(match["word"].lower())
    if month is None:
        return None
    day = digits(match["day"])
    days, inferred = _day_in_year(match["year"], month, day, around, match.span())
    before = WORD_BEFORE.search(around.text, max(0, match.start() - 24), match.start())
    weekday = FOREIGN_WEEKDAYS.get(before[1].lower()) if before else None
    start = before.start() if before and weekday is not None else match.start()
    found = replace(date_found(match, days, "day", inferred=inferred), start=start, weekday=weekday)
    return found if days else replace(found, edtf=_day_edtf(days, month, day))


def read_ordinal_day(match: re.Match[str], around: Around) -> Found | None:
    if around.today is None:
        return date_found(match, None, "day", inferred=True)
    rel = (match["rel"] or match["rel2"] or "").lower()
    base = shifted(around.today, {"last": -1, "next": 1}.get(rel, 0), "month")[0]
    day = base.replace(day=int(match["day"] or match["day2"]))
    if not rel and day > around.today and around.tense(*match.span()) <= 0:
        day = shifted(base, -1, "month")[0].replace(day=day.day)
    return date_found(match, (day, day), "day", inferred=True)


def read_holiday(match: re.Match[str], around: Around) -> Found | None:
    name = plain(match["holiday"])
    year = int(match["year"]) if match["year"] else around.year
    if year:
        exact = day_of_holiday(name, year)
        return date_found(match, (exact, exact), "day", inferred=not match["year"])
    if around.today is None:
        return date_found(match, None, "day", inferred=True)
    near = [day_of_holiday(name, around.today.year + step) for step in (-1, 0, 1)]
    days = nearest_of(around.today, [(day, day) for day in near], around.tense(*match.span()))
    return date_found(match, days, "day", inferred=True)


def read_clock(match: re.Match[str], around: Around) -> Found | None:
    """14:51 · 4pm · 0300 GMT · 9.30am; a dot needs a.m., p.m. or a zone to be a time."""
    groups = match.groupdict()
    meridiem, zone = groups.get("meridiem"), groups.get("zone")
    if not (meridiem or zone) and "." in match[0]:
        return None
    hour, minute = int(groups["hour"]), int(groups.get("minute") or 0)
    if meridiem:
        if hour > 12:
            return None
        hour = hour % 12 + (12 if meridiem[0].lower() == "p" else 0)
    offset = ZONES.get(plain(zone or ""), "") or _american_offset(plain(zone or ""), around.today)
    return _time(match, f"{hour:02}:{minute:02}{offset}")


def _american_offset(zone: str, today: dt.date | None) -> str:
    """ "ET", "Pacific time": an hour further from Greenwich outside summer time, "" without a day to tell by.

    Source: US Energy Policy Act of 2005: summer time from the second Sunday of March to the first of November.
    """
    hours = _AMERICAN_HOURS.get(zone[:1]) if zone in _AMERICAN else None
    if hours is None or today is None:
        return ""
    summer = nth_weekday(today.year, 3, 6, 2) <= today < nth_weekday(today.year, 11, 6, 1)
    return f"-{hours - summer:02}:00"


def read_oclock(match: re.Match[str], around: Around) -> Found | None:
    word = (match["word"] or "").lower()
    if word:
        return _time(match, "00:00" if word == "midnight" else "12:00")
    hour = number_of(match["number"])
    return _time(match, f"{int(hour):02}:00") if hour is not None and hour < 25 else None


def _time(match: re.Match[str], time: str) -> Found:
    return Found(match.start(), match.end(), DateKind.TIME, edtf=f"T{time}", time=time, grain="time")


def _day_in_year(
    year: str | None, month: int, day: int, around: Around, span: tuple[int, int]
) -> tuple[Days | None, bool]:
    """The day in the year written, else the one shared by its range, else nearest to publication (inferred)."""
    known = int(year) if year else around.year
    if known is not None:
        return ((exact := dt.date(known, month, day)), exact), False
    dt.date(2024, month, day)
    if around.today is None:
        return None, True
    return nearest_month_day(around.today, month, day, around.tense(*span)), True
