"""Dates one part of which was written wrongly, and dates that merely lie near each other."""

from __future__ import annotations

import pytest

from bot.edtf import read_edtf
from bot.link.slips import is_slip, keys_of


@pytest.mark.parametrize(
    ("one", "two", "expected"),
    [
        # the same day of another month or year
        ("2031-05-14", "2031-06-14", True),
        ("2031-05-14", "2030-05-14", True),
        # a digit too many or too few, two digits changed round
        ("2031-05-09", "2031-05-19", True),
        ("2031-05-12", "2031-05-21", True),
        # two days of one story
        ("2031-05-12", "2031-05-13", False),
        ("2031-05-12", "2031-05-15", False),
        # two parts differ
        ("2031-05-14", "2030-06-14", False),
        # a month of another year, a year close by or one digit off
        ("2031-02", "2030-02", True),
        ("2031-02", "2031-03", False),
        ("1911", "1913", True),
        ("1982", "1992", True),
        ("1945", "1991", False),
        # not of one precision
        ("2031-05", "2031-05-14", False),
        # the same
        ("2031-05-14", "2031-05-14", False),
    ],
)
def test_one_part_differs(one: str, two: str, expected: bool) -> None:
    assert is_slip(read_edtf(one), read_edtf(two)) is expected
    assert is_slip(read_edtf(two), read_edtf(one)) is expected


@pytest.mark.parametrize(("one", "two"), [("2031-05-09", "2031-05-19"), ("2031-02", "2030-02"), ("1982", "1992")])
def test_a_slip_is_found_by_what_it_shares(one: str, two: str) -> None:
    assert set(keys_of(read_edtf(one))[1:]) & set(keys_of(read_edtf(two))[1:])
