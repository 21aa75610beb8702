"""Two dates to how they lie to each other: apart, close, as exact; and a day without a year to its year."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import MAXYEAR, MINYEAR, date, timedelta

from bot.edtf import read_edtf
from bot.folding import fold_words
from bot.link.profiles import Profile
from bot.link.slips import is_slip
from bot.values import PartialDate

# A month without a year of its own.
_MONTH = re.compile(
    r"^(?!.*(?:\d{4}|\b(?:last|this|next)\b)).*\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b"
)
_LAST = frozenset({"last", "latest", "previous"})
_NOT_DONE = frozenset({"nobody", "none", "not", "never", "no", "without", "nothing", "neither"})
WEEK, FORTNIGHT, MONTH, NEARBY = timedelta(days=7), timedelta(days=14), timedelta(days=32), timedelta(days=62)


def overlaps(value: PartialDate, other: object) -> bool:
    """Whether some day fits both; False where the other is no date."""
    if not isinstance(other, PartialDate):
        return False
    before = value.end is not None and other.start is not None and value.end < other.start
    after = value.start is not None and other.end is not None and value.start > other.end
    return not before and not after


def is_within(value: PartialDate, one: PartialDate, reach: timedelta) -> bool:
    """Whether two dates lie no further apart than reach, whichever comes first."""
    if not (one.start and one.end and value.start and value.end):
        return False
    return value.start - one.end <= reach and one.start - value.end <= reach


def dates_of(profile: Profile) -> list[PartialDate]:
    """The dates that are recorded for a fact."""
    return [claim.value for claim in profile.claims if isinstance(claim.value, PartialDate)]


def is_as_exact(value: PartialDate, other: PartialDate) -> bool:
    """A day beside a day, a month beside a month, a year beside a year."""
    return length_of(value) <= length_of(other) + timedelta(days=3) and length_of(other) <= length_of(value) + MONTH


def length_of(day: PartialDate) -> timedelta:
    """How long a stretch of days a date leaves open."""
    return day.end - day.start if day.start and day.end else timedelta(days=10_000)


def in_recorded_year(value: PartialDate, profile: Profile, today: date | None) -> PartialDate:
    """A day without a year that seems to lie ahead, beside one that is past: it is that of last year."""
    recorded = dates_of(profile)
    if same := _of_recorded_year(value, recorded):
        return same
    is_past = any(one.end and today and one.end <= today for one in recorded)
    if not (value.inferred and value.start and value.end and today and is_past and value.start > today):
        return value
    if value.start.day > 28 or not any(char.isdigit() for char in value.words):
        return value
    start, end = value.start.replace(year=value.start.year - 1), value.end.replace(year=value.end.year - 1)
    return replace(value, start=start, end=end, edtf=value.edtf.replace(str(value.start.year), str(start.year)))


def _of_recorded_year(value: PartialDate, recorded: Sequence[PartialDate]) -> PartialDate | None:
    """ "The attack of October 7" without a year is that of the recorded year; so is a slip of that day."""
    for year in {one.start.year for one in recorded if one.start and one.start == one.end}:
        moved = in_year(value, year)
        if moved and any(overlaps(moved, one) or is_slip(moved, one) for one in recorded):
            return moved
    return None


def in_told_year(value: PartialDate, profile: Profile, years: frozenset[str]) -> PartialDate:
    """ "Arrested in May 2022, days after his firm failed in April": a month takes the year that its sentence gives.

    Only where that is the recorded year and brings the month close to what is recorded.
    """
    if not (value.inferred and value.start and value.end) or not _MONTH.search(value.words.lower()):
        return value
    for one in dates_of(profile):
        year = one.start.year if one.start and one.start == one.end else value.start.year
        if year == value.start.year or str(year) not in years or value.end.year != value.start.year:
            continue
        start, end = _moved(value.start, year), _moved(value.end, year)
        edtf = value.edtf.replace(str(value.start.year), str(year))
        moved = replace(value, start=start, end=end, edtf=edtf)
        if is_within(moved, one, NEARBY):
            return moved
    return value


def _moved(day: date, year: int) -> date:
    return date(year, day.month, 28 if (day.month, day.day) == (2, 29) else day.day)


def is_undone_since(first: int, words: Sequence[str]) -> bool:
    """Whether the words before a date say that nothing was done since."""
    return "since" in words[max(0, first - 1) : first + 1] and bool(_NOT_DONE & set(words[:first]))


def last_done(value: PartialDate, first: int, words: Sequence[str], profile: Profile) -> PartialDate | None:
    """ "Nobody had cleaned it since 2012": it was last cleaned in 2012, where a fact asks when that was; else None."""
    asked = set(fold_words(profile.fact.property))
    if value.end is not None or not asked & _LAST or not is_undone_since(first, words):
        return None
    return read_edtf(value.edtf.strip("./"), value.words, inferred=value.inferred)


def in_year(value: PartialDate, year: int) -> PartialDate | None:
    """A day that was written without a year, as one of another year."""
    if not value.inferred or value.start is None or value.start != value.end or not _has_no_year(value.words):
        return None
    if (value.start.month, value.start.day) == (2, 29) or not MINYEAR <= year <= MAXYEAR:
        return None
    day = value.start.replace(year=year)
    return replace(value, start=day, end=day, edtf=f"{day}")


def _has_no_year(words: str) -> bool:
    return any(char.isdigit() for char in words) and not re.search(r"\d{4}|\b(?:last|this|next)\b", words.lower())
