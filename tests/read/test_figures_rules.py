"""What holds for figures in any text: spans, intervals, one number however it is written, work in proportion."""

from __future__ import annotations

import sys
from decimal import Decimal
from types import FrameType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.numerals import read_number
from bot.read.figures import find_figures

_PIECES = st.sampled_from(
    [
        *"one two twenty hundred thousand million half a and of the to between or no dozen dozens third in out".split(),
        *[
            "12",
            "1,038",
            "2-1",
            "3/4",
            "$",
            "%",
            "-",
            "–",
            "€5",
            "18:30",
            "1.5",
            ".",
            ",",
            "(",
            ")",
            "at least",
            "over",
        ],
        *[
            "over",
            "years",
            "old",
            "people",
            "km",
            "pm",
            "aged",
            "Smith",
            "May",
            "2020",
            "m",
            "k",
            "½",
            "\n\n",
            "no one",
            "st",
        ],
    ]
)
_TEXTS = st.one_of(st.text(max_size=300), st.lists(_PIECES, max_size=40).map(" ".join), st.lists(_PIECES).map("".join))


@given(_TEXTS)
def test_any_text(text: str) -> None:
    floor = 0
    for mention in find_figures(text):
        assert floor <= mention.start < mention.end <= len(text)
        assert mention.words == text[mention.start : mention.end] == mention.figure.words
        assert mention.figure.high is None or mention.figure.low <= mention.figure.high
        floor = mention.end


_ONES = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen".split()
_ONES += ["seventeen", "eighteen", "nineteen"]
_TENS = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]


def spelled(value: int) -> str:
    """English words of a number below a million, written apart from the reader's own tables."""
    if value < 20:
        return _ONES[value]
    if value < 100:
        return _TENS[value // 10] + (f"-{_ONES[value % 10]}" if value % 10 else "")
    if value < 1000:
        return f"{_ONES[value // 100]} hundred" + (f" and {spelled(value % 100)}" if value % 100 else "")
    rest = value % 1000
    return f"{spelled(value // 1000)} thousand" + (f" {spelled(rest)}" if rest else "")


@given(st.integers(0, 999_999))
def test_one_number_however_written(value: int) -> None:
    forms = [str(value), f"{value:,}", f"{value}.0", spelled(value), spelled(value).replace("-", " ")]
    assert {read_number(form) for form in forms} == {Decimal(value)}


@given(st.integers(2, 999_999).filter(lambda value: not 1000 <= value <= 2200))
def test_one_figure_however_written(value: int) -> None:
    for form in (str(value), f"{value:,}", spelled(value)):
        (mention,) = find_figures(f"Police counted {form} cars.")
        assert (mention.words, mention.figure.number, mention.of) == (form, Decimal(value), "cars")


ATTACKS = [
    "1,", "1.", "1-", "1 ",
    "one ", "one-", "a hundred and ", "twenty ", "half of a ", "million ", "(", "$", "$1-", "1/2",
    "1 in ", "between 1 and ", "at least ", "more than ", "of the ", "no ", "12", "Smith, 1, ", "aged ", "up to ", "x1",
    "years ",
    "1 or ", "@", "1:", "-", "¼", "two point ", "U.", "dozens of ", "\n", "May 1 and ",
]  # fmt: skip


def work(text: str) -> int:
    """How many steps of our own code a reading takes: function calls, which grow with the time but do not vary."""
    calls = 0

    def count(frame: FrameType, event: str, arg: object) -> None:
        nonlocal calls
        calls += event == "call" and "bot" in frame.f_code.co_filename

    sys.setprofile(count)
    try:
        find_figures(text)
    finally:
        sys.setprofile(None)
    return calls


@pytest.mark.parametrize("attack", ATTACKS)
def test_work_grows_with_the_text_alone(attack: str) -> None:
    assert work(attack * 400) <= 4.5 * work(attack * 100) + 50
