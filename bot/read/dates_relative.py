"""Words that count from another day (last Friday, two weeks later) to the days they mean; None if they mean none."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace

from bot.read.dates_calendar import days_of, nearest_weekday, shifted
from bot.read.dates_found import Around, Found, date_found
from bot.read.dates_lengths import number_of, read_distance, unit_of
from bot.read.dates_turns import AHEAD, BACK, direction, edged, plain
from bot.read.months import WEEKDAYS


def read_weekday_of_week(match: re.Match[str], around: Around) -> Found | None:
    """ "Tuesday of last week", "Friday next week"."""
    weekday = WEEKDAYS[match["weekday"].lower()]
    step = {"last": -1, "this": 0, "next": 1}[match["rel"].lower()]
    monday = shifted(around.today, step, "week")[0] if around.today else None
    day = monday + dt.timedelta(days=weekday) if monday else None
    return replace(date_found(match, (day, day) if day else None, "day", inferred=True), weekday=weekday)


def read_hyphen_ago(match: re.Match[str], around: Around) -> Found | None:
    """ "the year-ago quarter", "year-earlier profit"."""
    unit = match["unit"].lower()
    return date_found(match, shifted(around.today, -1, unit) if around.today else None, unit, inferred=True)


def read_rel_weekday(match: re.Match[str], around: Around) -> Found | None:
    """ "last Saturday" is never today; "this Saturday" looks where the sentence looks."""
    weekday, rel = WEEKDAYS[match["weekday"].lower()], plain(match["rel"])
    base = around.anchor("day") if rel in ("that", "following", "the following", "the previous") else around.today
    if base is None:
        return replace(date_found(match, None, "day", inferred=True), weekday=weekday)
    if rel in BACK:
        day = nearest_weekday(base - dt.timedelta(days=1), weekday, -1)
    elif rel in AHEAD:
        day = nearest_weekday(base + dt.timedelta(days=1), weekday, 1)
    else:
        day = nearest_weekday(base, weekday, direction(around, match.span()))
    return replace(date_found(match, (day, day), "day", inferred=True), weekday=weekday)


def read_weekday(match: re.Match[str], around: Around) -> Found | None:
    weekday = WEEKDAYS[match["weekday"].lower()]
    some = around.text[max(0, match.start() - 2) : match.start()].lower() == "a "
    if around.today is None or some:
        return replace(date_found(match, None, "day", inferred=True), weekday=weekday)
    day = nearest_weekday(around.today, weekday, direction(around, match.span()))
    return replace(date_found(match, (day, day), "day", inferred=True), weekday=weekday)


def read_rel_unit(match: re.Match[str], around: Around) -> Found | None:
    """ "last week", "earlier this month", "the next day" (after the date before), "the same year"."""
    rel, unit = plain(match["rel"]), match["unit"].lower()
    unit = "day" if unit in ("morning", "afternoon", "evening", "night") else unit
    head = around.text[max(0, match.start() - 4) : match.start()].lower()
    if rel == "last" and (match["the"] or head == "the ") and around.text.startswith(" of ", match.end()):
        return None  # "the last year of the war"
    told = rel in ("previous", "following") or "same" in rel or (rel == "next" and (match["the"] or unit == "day"))
    base = around.anchor(unit) if told else around.today
    days = None
    if base is not None:
        step = (
            -1 if rel in ("last", "past", "previous", "latest") else 1 if rel in ("next", "coming", "following") else 0
        )
        days = shifted(base, step, unit)
    return edged(date_found(match, days, unit, inferred=True), match["edge"], around)


def read_that_unit(match: re.Match[str], around: Around) -> Found | None:
    unit = match["unit"].lower()
    base = around.anchor(unit) if around.before else None
    days = days_of(unit, base) if base else None
    return date_found(match, days, unit, inferred=True) if days else None


def read_edge_unit(match: re.Match[str], around: Around) -> Found | None:
    """ "the end of the year", "earlier in the week"."""
    unit = match["unit"].lower()
    days = shifted(around.today, 0, unit) if around.today else None
    return None if unit == "day" else edged(date_found(match, days, unit, inferred=True), match["edge"], around)


def read_day_beside(match: re.Match[str], around: Around) -> Found | None:
    """ "the day before yesterday", "the day before", "the day after"."""
    back = "before" in match[0].lower() or "earlier" in match[0].lower()
    base = around.today if match["two"] else around.anchor("day")
    count = (2 if match["two"] else 1) * (-1 if back else 1)
    return date_found(match, shifted(base, count, "day") if base else None, "day", inferred=True)


def read_year_beside(match: re.Match[str], around: Around) -> Found | None:
    unit = unit_of(match["unit"])
    base = around.anchor(unit)
    step = -1 if match["one"].lower() == "before" else 1
    return date_found(match, shifted(base, step, unit) if base else None, unit, inferred=True)


def read_offset(match: re.Match[str], around: Around) -> Found | None:
    """ "three years ago" from publication, "two days later" from the date mentioned before."""
    number, unit, way = number_of(match["number"]), unit_of(match["unit"]), plain(match["way"])
    if number is None or unit in ("second", "minute", "hour"):
        return read_distance(match)
    base = around.today if way in ("ago", "from now", "hence") else around.anchor(unit)
    days = None
    if base is not None:
        if number % 1 and unit in ("decade", "century"):
            number, unit = number * (10 if unit == "decade" else 100), "year"
        half = match["half"] or match["half2"] or number % 1
        count, unit = (
            (int(number * 12 + (6 if match["half"] or match["half2"] else 0)), "month")
            if half and unit == "year"
            else (int(number), unit)
        )
        days = shifted(base, count if way in ("later", "from now", "hence") else -count, unit)
    found = date_found(match, days, unit, inferred=True)
    hedge = plain(match["hedge"] or "")
    if days and hedge in ("more than", "over", "at least", "well over", "just over"):
        return replace(found, narrow=(None, days[1]) if way != "later" else (days[0], None))
    return replace(found, about=bool(days) and hedge in ("about", "around", "roughly", "approximately", "some"))


def read_day_word(match: re.Match[str], around: Around) -> Found | None:
    """ "yesterday", "tomorrow night", "last night", "this morning"."""
    if match["night"]:
        return _read_overnight(match, around)
    head, tail = (match["halfday1"] or "").lower(), (match["halfday"] or match["word"]).lower()
    if head in ("early", "late", "earlier", "later") and tail in ("morning", "afternoon", "evening", "night"):
        return None
    words = f"{head} {tail}"
    step = -1 if "yesterday" in words or head == "last" else 1 if "tomorrow" in words else 0
    days = shifted(around.today, step, "day") if around.today else None
    return date_found(match, days, "day", inferred=True)


def _read_overnight(match: re.Match[str], around: Around) -> Found | None:
    """The night before the day of publication, which belongs to two days."""
    if around.today is None:
        return date_found(match, None, "night", inferred=True)
    ahead = around.tense(*match.span()) > 0
    first = around.today - dt.timedelta(days=0 if ahead else 1)
    return date_found(match, (first, first + dt.timedelta(days=1)), "night", inferred=True)


def read_weekend(match: re.Match[str], around: Around) -> Found | None:
    """ "over the weekend": the last one that has begun, or the coming one where the sentence looks ahead."""
    if around.today is None:
        return date_found(match, None, "weekend", inferred=True)
    saturday = nearest_weekday(around.today, 5, direction(around, match.span()))
    return date_found(match, (saturday, saturday + dt.timedelta(days=1)), "weekend", inferred=True)
