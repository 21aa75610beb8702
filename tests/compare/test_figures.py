"""Figures beside figures: the golden cases of design.md section 3, and what must hold for any two figures."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.compare.figures import compare_figures, distance
from bot.compare.values import compare_values
from bot.read.value import read_value
from bot.record import Fact, FactKind, Level, Verdict
from bot.values import Figure, FigureKind, Hedge, interval
from tests.compare.making import figure

GOLDEN = [
    ("more than 430", "430", "note"),  # the same number, a hedge lost
    ("at least 430", "430", "silence"),  # 430 is at least 430
    ("more than 430", "437", "silence"),  # the finer figure
    ("more than 430", "428", "alert"),  # below the bound
    ("at least 43", "430", "note"),  # true, yet ten times as many
    ("at least 12", "9", "alert"),  # fewer than the least
    ("52", "51", "alert"),  # two exact counts
    ("52", "50", "note"),  # 50 may be 52, rounded
    ("57", "50", "alert"),  # too far for rounding to tens
    ("10", "14", "alert"),  # within the place, not within 5 %
    ("1,000", "1,038", "note"),  # rounded to thousands
    ("1,000", "1,450", "alert"),  # nobody rounds 1,450 down
    ("52", "about 50", "silence"),  # about 50 holds 52
    ("about 430", "460", "note"),  # just outside about
    ("52", "dozens", "silence"),  # four dozen and more
    ("14", "dozens", "note"),  # one dozen and more
    ("9", "dozens", "alert"),  # not even one dozen
    ("hundreds", "1,050", "note"),  # just above the hundreds
    ("nearly 500", "487", "silence"),  # that is nearly 500
    ("nearly 500", "more than 500", "note"),  # the same number from both sides
    ("up to 30", "31", "alert"),  # above the most
    ("40-50", "48-60", "silence"),  # 48 to 50 fits both
    ("40-50", "52-60", "alert"),  # nothing fits both
    ("0", "several", "alert"),  # none is not several
]


@pytest.mark.parametrize(("a", "b", "level"), GOLDEN)
def test_golden_cases(a: str, b: str, level: str) -> None:
    assert compare_figures(figure(a), figure(b)).level == level
    assert compare_figures(figure(b), figure(a)).level == level


@pytest.mark.parametrize(("a", "b", "level"), GOLDEN)
def test_golden_cases_as_read(a: str, b: str, level: str) -> None:
    """The same through the reader, as claims of a record are written."""
    fact = Fact("", "", "", "", FactKind.COUNT)
    assert compare_values(read_value(f"{a} people", fact), read_value(f"{b} people", fact)).level == level


REWRITTEN = [
    ("52", "fifty-two"),  # words
    ("1,300", "1.3 thousand"),  # magnitude
    ("24", "two dozen"),  # dozens by number
    ("500,000", "half a million"),  # halves
    ("more than 430", "over 430"),  # hedges
    ("more than 430", "upwards of 430"),
    ("at least 12", "12 or more"),  # a hedge behind
]


@pytest.mark.parametrize(("a", "b"), REWRITTEN)
def test_one_number_written_in_two_ways_agrees(a: str, b: str) -> None:
    fact = Fact("", "", "", "", FactKind.COUNT)
    found = compare_values(read_value(f"{a} people", fact), read_value(f"{b} people", fact))
    assert found.verdict is Verdict.AGREES


MEASURED = [
    (figure("20", FigureKind.PERCENT), figure("20", FigureKind.POINTS), "alert"),  # points are not per cent
    (figure("20", FigureKind.PERCENT), figure("19.6", FigureKind.PERCENT, place="0.1"), "silence"),  # rounds to 20
    (figure("20", FigureKind.PERCENT), figure("23", FigureKind.PERCENT), "alert"),  # does not
    (figure("over 20", FigureKind.PERCENT), figure("20", FigureKind.PERCENT), "silence"),  # 20.3 is both
    (figure("5", FigureKind.DISTANCE, "km"), figure("5", FigureKind.DISTANCE, "miles"), "alert"),  # same digits
    (figure("5", FigureKind.DISTANCE, "km"), figure("3.1", FigureKind.DISTANCE, "miles", "0.1"), "silence"),  # the same
    (figure("5", FigureKind.DISTANCE, "km"), figure("7", FigureKind.DISTANCE, "kilometers"), "alert"),  # one unit
    (figure("9", FigureKind.DISTANCE, "km"), figure("70", FigureKind.MEASURE, "kg"), "silence"),  # nothing to compare
    (figure("32", FigureKind.AGE), figure("32"), "silence"),  # "32" and "aged 32"
]


@pytest.mark.parametrize(("a", "b", "level"), MEASURED)
def test_units(a: Figure, b: Figure, level: str) -> None:
    assert compare_figures(a, b).level == level
    assert compare_figures(b, a).level == level


def test_scores_agree_whichever_side_comes_first() -> None:
    home, away, other = (replace(figure(words), kind=FigureKind.SCORE) for words in ("1-2", "2-1", "1-3"))
    assert compare_figures(home, replace(away, low=home.low, high=home.high)).verdict is Verdict.AGREES
    assert compare_figures(home, other).level is Level.ALERT


def test_reason_names_both_figures_and_a_slip_of_magnitude() -> None:
    found = compare_figures(figure("1,300,000"), figure("1,300,000,000"))
    assert str(found.why) == "“1,300,000” and “1,300,000,000” have the same digits but differ by a factor of 1,000"


def test_verdict_carries_rule_and_version() -> None:
    found = compare_figures(figure("52"), figure("51"))
    assert (found.verdict, found.rule, found.version) == (Verdict.CONTRADICTS, "figure.apart", 1)


hedges = st.sampled_from([h for h in Hedge if h not in (Hedge.VAGUE, Hedge.RANGE)])
numbers = st.decimals(0, 10**7, places=0) | st.decimals(0, 200, places=1)


@st.composite
def figures(draw: st.DrawFn) -> Figure:
    if draw(st.integers(0, 5)) == 0:
        return figure(draw(st.sampled_from(["several", "dozens", "hundreds", "thousands", "millions"])))
    number, hedge = draw(numbers), draw(hedges)
    low, high = interval(number, hedge)
    return Figure(f"{hedge} {number}", number, hedge, low, high)


@given(figures(), figures())
def test_symmetric(a: Figure, b: Figure) -> None:
    one, two = compare_figures(a, b), compare_figures(b, a)
    assert (one.verdict, one.level, one.rule) == (two.verdict, two.level, two.rule)


@given(figures(), figures())
def test_contradiction_means_no_number_fits_both(a: Figure, b: Figure) -> None:
    found = compare_figures(a, b)
    assert found.verdict is not Verdict.CONTRADICTS or distance(a, b) > 0
    assert (found.verdict is Verdict.CONTRADICTS) is (found.level is Level.ALERT)


@given(figures())
def test_agrees_with_itself(a: Figure) -> None:
    assert compare_figures(a, a).verdict is Verdict.AGREES


@given(figures(), figures(), st.sampled_from(["0", "0.0", "0E+1"]))
def test_rewriting_a_number_changes_nothing(a: Figure, b: Figure, zeros: str) -> None:
    """52, fifty-two and 52.0 are one number: only the words may differ."""
    plus = Decimal(zeros) if a.number is not None and a.number % 10 == 0 else Decimal("0.0")
    other = replace(a, words="in other words", number=None if a.number is None else a.number + plus, low=a.low + plus)
    assert compare_figures(other, b).verdict is compare_figures(a, b).verdict
