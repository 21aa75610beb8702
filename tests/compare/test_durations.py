"""Lengths of time beside each other and beside the day they began."""

from __future__ import annotations

import pytest

from bot.compare.durations import compare_duration_with_start, compare_durations
from bot.edtf import read_edtf
from bot.read.value import read_value
from bot.record import Fact, FactKind
from bot.values import Duration


def length(words: str) -> Duration:
    value = read_value(words, Fact("", "", "", "", FactKind.DURATION))
    assert isinstance(value, Duration)
    return value


LENGTHS = [
    ("a decade", "10 years", "silence"),  # the same in another unit
    ("1,613 days", "four years and five months", "silence"),  # the same, coarser
    ("1,613 days", "nearly five years", "silence"),  # within half a year's rounding
    ("1,613 days", "more than four years", "silence"),  # true
    ("1,613 days", "more than five years", "alert"),  # not true
    ("16 months", "more than a year", "silence"),  # time does not step by whole years
    ("16 months", "over two years", "alert"),  # too short
    ("16 months", "16 years", "alert"),  # the same digits in another unit
    ("11 years", "10 years", "alert"),  # a sentence has one length
    ("two weeks", "14 days", "silence"),  # the same
    ("18 months", "a year and a half", "silence"),  # the same
    ("three days", "72 hours", "silence"),  # the same
    ("six months", "half a year", "silence"),  # the same
]


@pytest.mark.parametrize(("a", "b", "level"), LENGTHS)
def test_lengths(a: str, b: str, level: str) -> None:
    assert compare_durations(length(a), length(b)).level == level
    assert compare_durations(length(b), length(a)).level == level


SINCE = [
    ("more than three decades", "1994/..", "silence"),  # 31 years
    ("more than four decades", "1994/..", "alert"),  # not yet
    ("31 years", "1994", "silence"),  # counted to the day it was said
    ("nearly 20 years", "1994", "alert"),  # long past
    ("1,613 days", "2021-07-14", "silence"),  # counted by the day, ends included or not
    ("1,613 days", "2021-09", "alert"),  # two months short
    ("25 years", "1994/..", "alert"),  # six years short
]


@pytest.mark.parametrize(("words", "start", "level"), SINCE)
def test_length_since_a_day(words: str, start: str, level: str) -> None:
    found = compare_duration_with_start(length(words), read_edtf(start), read_edtf("2025-12-13"))
    assert found.level == level
    assert words in str(found.why)
