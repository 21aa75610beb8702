"""Dates and times of day beside each other, at the precision they are given."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.compare.dates import compare_dates, find_publication_day, find_wrong_weekday, is_overlapping
from bot.edtf import edtf_of, read_edtf
from bot.record import Level, Verdict
from bot.values import PartialDate

CASES = [
    ("2025-09", "2025-11", "alert"),  # two months
    ("2023-03", "2023", "silence"),  # a month of that year
    ("2025-12-13", "2025-12", "silence"),  # a day of that month
    ("2025-12-13", "2024-12-13", "alert"),  # the same day of another year
    ("2024-08-01", "2024-08-03", "alert"),  # two days
    ("2025-12-12", "2025-12-13", "note"),  # neighbours, no zone
    ("2025-12-12/2025-12-13", "2025-12-13/2025-12-14", "silence"),  # share a day
    ("1994/..", "1994", "silence"),  # since 1994
    ("1994/..", "1996/..", "alert"),  # two beginnings
    ("1994/..", "1994-07/..", "silence"),  # one beginning, finer
    ("../2020", "2021", "alert"),  # until before
    ("202X", "2025", "silence"),  # the decade holds the year
    ("2025-11-26T14:51", "2025-11-26T14:51", "silence"),  # the same minute
    ("2025-11-26T14:51", "2025-11-26T15:00", "note"),  # rounded to the hour
    ("2025-11-26T14:51", "2025-11-26T17:20", "alert"),  # hours apart
    ("2025-11-26T14:51", "2025-11-26T06:51+00:00", "note"),  # perhaps a zone
    ("2025-11-26T14:51+08:00", "2025-11-26T06:51+00:00", "silence"),  # one moment
    ("2025-11-27T00:10+08:00", "2025-11-26T16:10+00:00", "note"),  # one moment on two days, as the days are written
    ("2025-11-27T00:10+08:00", "2025-11-26T10:00+00:00", "alert"),  # two moments
    ("2025-11-26T14:51", "2025-11-26", "silence"),  # the day has that minute
]


@pytest.mark.parametrize(("a", "b", "level"), CASES)
def test_dates_both_ways(a: str, b: str, level: str) -> None:
    assert compare_dates(read_edtf(a), read_edtf(b)).level == level
    assert compare_dates(read_edtf(b), read_edtf(a)).level == level


def clock(time: str) -> PartialDate:
    return PartialDate(time, f"T{time}", None, None, time=time)


def test_bare_times_compare_as_times_of_day() -> None:
    assert compare_dates(clock("14:51"), clock("14:51")).verdict is Verdict.AGREES
    assert compare_dates(clock("14:51"), clock("18:30")).level is Level.ALERT
    assert compare_dates(clock("14:51"), read_edtf("2025-11")).verdict is Verdict.NOT_COMPARABLE


def test_a_weekday_that_does_not_fit_its_date_is_a_note_that_says_so() -> None:
    wrong = replace(read_edtf("2025-12-13", "Friday, December 13"), weekday=4)
    found = find_wrong_weekday(wrong)
    assert found is not None
    assert str(found.why) == "“Friday, December 13” names Friday, but 2025-12-13 is a Saturday"
    assert compare_dates(wrong, read_edtf("2025-12-13")).level is Level.NOTE
    assert find_wrong_weekday(replace(wrong, weekday=5)) is None


def test_only_an_inferred_date_can_be_merely_the_day_of_publication() -> None:
    told, published = read_edtf("2025-12-13", "on Saturday", inferred=True), read_edtf("2025-12-13")
    assert find_publication_day(told, published, read_edtf("2025-12-10")) is not None
    assert find_publication_day(read_edtf("2025-12-13"), published, read_edtf("2025-12-10")) is None
    assert find_publication_day(told, published, read_edtf("2025-10-10")) is None


def test_months_are_named_in_the_reason() -> None:
    found = compare_dates(read_edtf("2025-09", "September 2025"), read_edtf("2025-11", "November"))
    assert str(found.why) == "the months “September 2025” and “November” do not overlap"


days = st.dates(dt.date(1900, 1, 1), dt.date(2100, 1, 1))


@st.composite
def dates(draw: st.DrawFn) -> PartialDate:
    start, end = sorted((draw(days), draw(days)))
    first, last = draw(st.sampled_from([(start, end), (start, start), (start, None), (None, end)]))
    weekday = draw(st.none() | st.integers(0, 6))
    return PartialDate("then", edtf_of(first, last), first, last, weekday=weekday)


@given(dates(), dates())
def test_symmetric_and_contradiction_means_no_day_fits_both(a: PartialDate, b: PartialDate) -> None:
    one, two = compare_dates(a, b), compare_dates(b, a)
    assert (one.verdict, one.level) == (two.verdict, two.level)
    same_side = (a.start is None) == (b.start is None) and (a.end is None) == (b.end is None)
    assert one.level is not Level.ALERT or not is_overlapping(a, b) or (same_side and (not a.start or not a.end))
