"""Article text to its dates, times of day, durations and repetitions, resolved against the day of publication."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from bot.edtf import edtf_of, read_edtf
from bot.errors import Unreadable
from bot.read import dates_days, dates_periods, dates_relative
from bot.read import dates_lengths as lengths
from bot.read.dates_found import Around, Found
from bot.read.dates_patterns import SHAPES_BY_WORD, pattern, starts
from bot.reading import DateKind, DateMention
from bot.values import Duration, PartialDate

Reader = Callable[[re.Match[str], Around], Found | None]

_READERS: Mapping[str, Reader] = {
    "iso": dates_days.read_iso,
    "cjk": dates_days.read_parted,
    "yearfirst": dates_days.read_parted,
    "numeric": dates_days.read_numeric,
    "onday": dates_days.read_on_day,
    "monthday": dates_days.read_day,
    "daymonth": dates_days.read_day,
    "foreign": dates_days.read_foreign,
    "monthyear": dates_periods.read_month_year,
    "seasonyear": dates_periods.read_season_year,
    "wordedday": dates_days.read_worded_day,
    "weekofday": dates_days.read_week_of_day,
    "yearquarter": dates_periods.read_quarter,
    "yearend": dates_periods.read_year_end,
    "whole": lengths.read_whole,
    "monthrelyear": dates_periods.read_month_rel_year,
    "weekofmonth": dates_periods.read_week_of_month,
    "weekdayofmonth": dates_periods.read_weekday_of_month,
    "weekdayofweek": dates_relative.read_weekday_of_week,
    "hyphenago": dates_relative.read_hyphen_ago,
    "quarter": dates_periods.read_quarter,
    "shortquarter": dates_periods.read_quarter,
    "decade": dates_periods.read_decade,
    "shortdecade": dates_periods.read_short_decade,
    "century": dates_periods.read_century,
    "relweekday": dates_relative.read_rel_weekday,
    "relmonth": dates_periods.read_rel_month,
    "relseason": dates_periods.read_rel_season,
    "span": lengths.read_span,
    "relunit": dates_relative.read_rel_unit,
    "thatunit": dates_relative.read_that_unit,
    "edgeunit": dates_relative.read_edge_unit,
    "thedaybefore": dates_relative.read_day_beside,
    "theyearbefore": dates_relative.read_year_beside,
    "offset": dates_relative.read_offset,
    "dayword": dates_relative.read_day_word,
    "weekday": dates_relative.read_weekday,
    "weekend": dates_relative.read_weekend,
    "clock": dates_days.read_clock,
    "meridiem": dates_days.read_clock,
    "plainclock": dates_days.read_clock,
    "oclock": dates_days.read_oclock,
    "every": lengths.read_every,
    "often": lengths.read_often,
    "adverb": lengths.read_adverb,
    "weekdays": lengths.read_weekdays,
    "long": lengths.read_long,
    "parts": lengths.read_parts,
    "length": lengths.read_length,
    "bareunits": lengths.read_bare_units,
    "ordinalday": dates_days.read_ordinal_day,
    "holiday": dates_days.read_holiday,
    "season": dates_periods.read_bare_season,
    "month": dates_periods.read_month,
    "splityear": dates_periods.read_split_year,
    "year": dates_periods.read_year,
}
_MISSING_YEAR = frozenset({"monthday", "daymonth", "month", "foreign"})
_FROM = re.compile(r"\b(?:from|between|in|on)\s+\Z", re.IGNORECASE)
_TO = re.compile(r"\s*(?:[-–—]|to|through|until|till)\s*", re.IGNORECASE)
_AND = re.compile(r"\s+and\s+", re.IGNORECASE)
_CLOCK_THEN_DAY = re.compile(r"(?:\s+(?:local\s+time\s+)?on\s+|,?\s+|\s+(?:early|late)\s+(?:on\s+)?)", re.IGNORECASE)
_DAY_THEN_CLOCK = re.compile(
    r"(?:,?\s+(?:at|around|about|just\s+(?:before|after))\s+(?:about\s+|around\s+)?|,?\s+)", re.IGNORECASE
)
_OPEN = re.compile(
    r"\b(?P<since>since|(?:starting|beginning)\s+(?:on|in))\s+(?:(?:about|around|at\s+least|on|the)\s+)?\Z"
    r"|\b(?P<until>until|till|up\s+to|(?:no|not)\s+later\s+than|through|by|before)\s+(?:(?:about|around|on|the)\s+)?\Z|\b(?P<after>after)\s+\Z"
    r"|\b(?P<about>about|around|circa)\s+\Z",
    re.IGNORECASE,
)
_ONWARD = re.compile(r"\s+(?:onwards?|on\b(?=[,.;]))", re.IGNORECASE)


def find_dates(text: str, published: PartialDate | None = None) -> tuple[DateMention, ...]:
    """Every date, time, duration and repetition in a text, in order, none overlapping.

    Spans hold the words without a preposition. `edtf` names the calendar period the words themselves give
    ("July 2024" -> 2024-07); `value` reads them in their place: "since July 2024" -> 2024-07/.., "late July 2024"
    -> 2024-07-16/2024-07-31, "about 1990" -> 1990~. Without a publication date no year is ever guessed: such a
    mention has value None.
    """
    today = published.start if published else None
    return tuple(_mention(text, found) for found in _joined(text, _walk(text, today), today))


def read_date(text: str, published: PartialDate | None = None) -> PartialDate:
    """The one date a text is ("Aug. 1, 2020", "last September", EDTF); raises ValueError where it is none."""
    given = text.strip()
    try:
        return read_edtf(given, text)
    except ValueError:
        pass
    for mention in find_dates(given, published):
        rest = re.findall(r"\w+", (given[: mention.start] + given[mention.end :]).lower())
        if isinstance(mention.value, PartialDate) and _BESIDE_DATES.issuperset(rest):
            return replace(mention.value, words=text)
    raise Unreadable("{text!r} is no date; write one such as 2025-12-13, December 2025 or 13 December 2025", text=text)


_BESIDE_DATES = frozenset(
    """
    in on since until by from about around before after at between circa the of not no earlier later than shortly soon
    just night morning afternoon evening monday tuesday wednesday thursday friday saturday sunday
    """.split()
)


def _walk(text: str, today: dt.date | None) -> Iterator[Found]:
    """Shape after shape from left to right; a shape whose reader declines makes way for the next at that place."""
    position = 0
    before: Found | None = None
    day_before: Found | None = None
    while start := starts().search(text, position):
        found = _read_at(text, start, Around(text, today, before, None, day_before))
        if found is None:
            position = start.end()
            continue
        yield found
        position = max(found.end, position + 1)
        if found.kind is DateKind.DATE and found.days:
            before, day_before = found, found if found.grain == "day" else day_before


def _read_at(text: str, start: re.Match[str], around: Around) -> Found | None:
    for name in SHAPES_BY_WORD["0" if start["digit"] else start["word"].lower()]:
        shape = pattern(name).match(text, start.start())
        if shape is None:
            continue
        try:
            found = _READERS[name](shape, _with_year(text, name, shape, around))
        except (ValueError, OverflowError):
            continue  # 31 June, year 0, a million years ago: shaped like a date but none
        if found is not None:
            return found
    return None


def _with_year(text: str, name: str, shape: re.Match[str], around: Around) -> Around:
    """A range's first end borrows the year of its second: "from March to May 2022"."""
    if name not in _MISSING_YEAR or shape.groupdict().get("year"):
        return around
    link = _TO.match(text, shape.end()) or _AND.match(text, shape.end())
    if not link:
        return around
    for other in ("monthday", "daymonth", "monthyear"):
        second = pattern(other).match(text, link.end())
        if second and second["year"]:
            return replace(around, year=int(second["year"]))
    return around


def _joined(text: str, founds: Iterator[Found], today: dt.date | None) -> Iterator[Found]:
    """Two ends become one range, a time and its day one point."""
    held: Found | None = None
    for found in founds:
        if held is None:
            held = found
            continue
        both = _range(text, *_in_one_week(text, held, found, today)) or _point(text, held, found)
        if both is None:
            yield held
        held = both or found
    if held is not None:
        yield held


def _in_one_week(text: str, one: Found, two: Found, today: dt.date | None) -> tuple[Found, Found]:
    """ "Monday to Thursday" written on a Wednesday: the end that lies on the wrong side of the other moves a week."""
    bare = all(found.inferred and found.weekday is not None and found.grain == "day" for found in (one, two))
    if not (bare and one.days and two.days and today and one.days[0] > two.days[0]):
        return one, two
    if not _TO.fullmatch(text, one.end, two.start):
        return one, two
    if one.days[0] <= today:
        return _moved(one, -7), two
    return one, _moved(two, 7)


def _moved(found: Found, days: int) -> Found:
    if found.days is None:
        return found
    day = found.days[0] + dt.timedelta(days=days)
    return replace(found, days=(day, day), edtf=edtf_of(day, day))


def _range(text: str, one: Found, two: Found) -> Found | None:
    if one.kind is not DateKind.DATE or two.kind is not DateKind.DATE or not one.days or not two.days:
        return None
    between = text[one.end : two.start]
    if len(between) > 12 or one.days[0] >= two.days[0] or one.days[1] >= two.days[1]:
        return None
    opened = _FROM.search(text, max(0, one.start - 10), one.start)
    if not (_TO.fullmatch(between) or (opened and opened[0].lower().startswith("between") and _AND.fullmatch(between))):
        return None
    days = one.days[0], two.days[1]
    edtf = f"{one.edtf}/{two.edtf}"
    return replace(one, end=two.end, days=days, edtf=edtf, inferred=one.inferred or two.inferred, grain="range")


def _point(text: str, one: Found, two: Found) -> Found | None:
    between = text[one.end : two.start]
    if len(between) > 24 or one.kind is two.kind:
        return None
    clock, day = (one, two) if one.kind is DateKind.TIME else (two, one)
    link = _CLOCK_THEN_DAY if clock is one else _DAY_THEN_CLOCK
    if clock.kind is not DateKind.TIME or clock.days or day.kind is not DateKind.DATE or day.grain != "day":
        return None
    if not link.fullmatch(between):
        return None
    edtf = f"{day.edtf}T{clock.time}" if day.days else f"T{clock.time}"
    return replace(day, start=one.start, end=two.end, kind=DateKind.TIME, time=clock.time, edtf=edtf)


def _mention(text: str, found: Found) -> DateMention:
    words = text[found.start : found.end]
    value: PartialDate | Duration | None = found.length
    if found.kind in (DateKind.DATE, DateKind.TIME):
        value = _partial(text, found, words)
    return DateMention(found.start, found.end, words, found.kind, found.edtf, value, found.inferred)


def _partial(text: str, found: Found, words: str) -> PartialDate | None:
    if found.days is None:
        timed = found.kind is DateKind.TIME
        return PartialDate(words, found.edtf, None, None, found.inferred, found.weekday, found.time) if timed else None
    start, end, edtf = *found.days, found.edtf
    low, high = found.narrow or found.days
    opened = _OPEN.search(text, max(0, found.start - 24), found.start)
    about = found.about or bool(opened and opened["about"] and found.kind is DateKind.DATE)
    if found.grain != "range" and found.kind is DateKind.DATE:
        if (opened and opened["since"]) or _ONWARD.match(text, found.end):
            high = None
        elif opened and opened["after"]:
            low, high = high, None
        elif opened and opened["until"]:
            low = None
    if (low, high) != (start, end):
        edtf = edtf_of(low, high) if low or high else edtf
        if high is None and low == start:
            edtf = f"{found.edtf}/.."
        elif low is None and high == end:
            edtf = f"../{found.edtf}"
    return PartialDate(
        words, edtf + ("~" if about and "/" not in edtf else ""), low, high, found.inferred, found.weekday, found.time
    )
