"""Two claims of one fact: value, then time, then who says it."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.compare.claims import Sources, compare_claims
from bot.edtf import read_edtf
from bot.record import Behaviour, FactKind, Source, Verdict
from bot.values import Duration, FigureKind, Money, Name, Quote, Term, Value
from tests.compare.making import claim, date, duration, fact, figure, money

COUNT, LEVEL, FIXED = Behaviour.CUMULATIVE, Behaviour.LEVEL, Behaviour.FIXED

TIMED = [
    # new, as of, recorded, as of, behaviour, verdict
    ("128", "2025-11-28", "at least 44", "2025-11-27", COUNT, "updates"),  # a toll rises
    ("at least 79", "2025-11-28", "at least 62", "2025-11-27", COUNT, "updates"),  # also where both are open
    ("up to 161", "2025-12-20", "at least 44", "2025-11-27", COUNT, "updates"),  # "up to" as a climb
    ("44", "2025-11-28", "at least 44", "2025-11-27", COUNT, "refines"),  # no news
    ("47,460", "2025-11-28", "more than 46,900", "2025-11-27", COUNT, "updates"),  # more than a few more
    ("179", "2025-11-27", "at least 177", "2025-11-27", COUNT, "updates"),  # in the course of a day
    ("dozens", "2025-11-28", "at least 62", "2025-11-27", COUNT, "compatible"),  # vaguer, not lower
    ("52", "2025-12-14", "over 50", "2025-09-01", COUNT, "refines"),  # what was counted then
    ("40", "2025-11-28", "at least 44", "2025-11-27", COUNT, "contradicts"),  # a toll does not fall
    ("40", "2025-11-26", "at least 44", "2025-11-27", COUNT, "compatible"),  # an older count
    ("60", "2025-11-26", "44", "2025-11-27", COUNT, "contradicts"),  # was never higher
    ("60", "", "44", "2025-11-27", COUNT, "contradicts"),  # undated
    ("60", "2025-11-27", "44", "2025-11-27", COUNT, "contradicts"),  # one day
    ("about 200", "2025-11-28", "279", "2025-11-27", LEVEL, "updates"),  # the missing are found
    ("at least 30", "2025-12-01", "279", "2025-11-27", LEVEL, "updates"),  # far below
    ("0", "2026-01-15", "279", "2025-11-27", LEVEL, "updates"),  # nobody missing
    ("nearly 280", "2025-11-28", "279", "2025-11-27", LEVEL, "refines"),  # unchanged
    ("more than 240", "2025-12-04", "279", "2025-11-27", LEVEL, "updates"),  # who counts 279 would say so
    ("at least 340", "2025-12-04", "at least 279", "2025-11-27", LEVEL, "updates"),  # both open, and higher
    ("more than 270", "2025-12-04", "279", "2025-11-27", LEVEL, "refines"),  # the same, rounded down
    ("about 270", "2025-12-04", "279", "2025-11-27", LEVEL, "refines"),  # near enough
    ("up to 400", "2025-12-04", "279", "2025-11-27", LEVEL, "updates"),  # the most there can be is higher now
    ("at least 240", "2025-11-27", "279", "2025-11-27", LEVEL, "refines"),  # one day
    ("200", "2025-11-26", "279", "2025-11-27", LEVEL, "compatible"),  # older news
    ("200", "2025-11-27", "279", "2025-11-27", LEVEL, "contradicts"),  # one day
    ("32", "2025-12-01", "31", "2025-11-01", FIXED, "contradicts"),  # a finished thing has no as-of
    ("32", "2025-12-01", "31", "2025-11-01", None, "contradicts"),  # a count is fixed unless said otherwise
]


@pytest.mark.parametrize(("new", "new_day", "old", "old_day", "behaviour", "verdict"), TIMED)
def test_time(new: str, new_day: str, old: str, old_day: str, behaviour: Behaviour | None, verdict: str) -> None:
    one, two = claim(figure(new), as_of=new_day), claim(figure(old), as_of=old_day)
    assert compare_claims(one, two, fact(behaviour=behaviour)).verdict == verdict


LIMITS = [
    ("up to 115", "up to 110", "contradicts"),  # each names the maximum
    ("up to 115", "110", "contradicts"),
    ("up to 110", "110", "refines"),  # the very limit
    ("up to 46.3", "46", "refines"),  # rounded
    ("at least 90", "up to 110", "compatible"),  # no limit is named
]


@pytest.mark.parametrize(("new", "old", "verdict"), LIMITS)
def test_limits(new: str, old: str, verdict: str) -> None:
    asked = replace(fact(behaviour=FIXED), property="maximum term")
    assert compare_claims(claim(figure(new)), claim(figure(old)), asked).verdict == verdict
    assert compare_claims(claim(figure(new)), claim(figure(old)), fact(behaviour=FIXED)).level == "silence"


AGES = [
    ("44", "2025-11-28", "49", "2025-11-27", "contradicts"),  # nobody grows younger
    ("94", "2025-11-28", "49", "2025-11-27", "contradicts"),  # nor 45 years older in a day
    ("50", "2025-11-28", "49", "2025-11-27", "updates"),  # it may have been their birthday
    ("51", "2027-06-01", "49", "2025-11-27", "updates"),  # years have passed
    ("49", "2025-11-28", "49", "2025-11-27", "agrees"),  # said of another day
]


@pytest.mark.parametrize(("new", "new_day", "old", "old_day", "verdict"), AGES)
def test_an_age_rises_with_the_years(new: str, new_day: str, old: str, old_day: str, verdict: str) -> None:
    age = replace(fact(behaviour=LEVEL), property="age")
    one, two = claim(figure(new), as_of=new_day), claim(figure(old), as_of=old_day)
    assert compare_claims(one, two, age).verdict == verdict


def test_a_status_may_change_and_a_role_keeps_its_note() -> None:
    burning, out = claim(Term("yet to be put out"), as_of="2025-11-27"), claim(Term("extinguished"), as_of="2025-11-28")
    assert compare_claims(out, burning, fact(FactKind.STATUS)).verdict is Verdict.UPDATES
    assert compare_claims(burning, out, fact(FactKind.STATUS)).level == "silence"
    assert compare_claims(out, replace(burning, as_of=out.as_of), fact(FactKind.STATUS)).level == "alert"
    founder, co = claim(Term("founder"), as_of="2025-11-27"), claim(Term("co-founder"), as_of="2025-11-28")
    assert compare_claims(co, founder, fact(FactKind.ROLE)).verdict is Verdict.HEDGE


VOICES = [
    ("", "", "contradicts", "alert"),  # two outlets' own words
    ("MIT", "", "contradicts", "alert"),  # an outlet against a named voice
    ("police", "organisers", "disputed", "note"),  # two who disagree
    ("police", "the police spokesman", "contradicts", "alert"),  # one voice, two numbers
    ("officials", "police", "contradicts", "alert"),  # nobody in particular is no voice of its own
    ("Russian government", "Turkish government", "disputed", "note"),  # two governments
    ("John Lee", "Lee", "contradicts", "alert"),  # one man
]


@pytest.mark.parametrize(("one", "two", "verdict", "level"), VOICES)
def test_claimants(one: str, two: str, verdict: str, level: str) -> None:
    found = compare_claims(claim(figure("24"), one), claim(figure("26"), two), fact())
    assert (found.verdict, found.level) == (verdict, level)
    back = compare_claims(claim(figure("26"), two), claim(figure("24"), one), fact())
    assert (back.verdict, back.level) == (verdict, level)


def test_a_copy_that_differs_from_its_own_origin_says_so() -> None:
    sources = Sources(Source("s/one", "s", origin="AP"), Source("s/two", "s", origin="AP"))
    found = compare_claims(claim(figure("24")), claim(figure("26")), fact(), sources)
    assert "both sources derive from AP" in str(found.why)
    wire, copy = Source("s/wire", "s", "The Wire"), Source("s/two", "s", "The Gazette", origin="s/wire")
    for new, old in ((wire, copy), (copy, wire)):
        found = compare_claims(claim(figure("24")), claim(figure("26")), fact(), Sources(new, old))
        assert "The Gazette derives from The Wire, so it was copied wrongly" in str(found.why)


def test_a_length_beside_the_day_it_began() -> None:
    long, since = claim(duration("more than 3", "decade"), as_of="2025-12-13"), claim(date("1994/.."))
    assert compare_claims(long, since, fact(FactKind.DATE)).level == "silence"
    assert compare_claims(since, long, fact(FactKind.DATE)).level == "silence"


def test_money() -> None:
    assert compare_claims(claim(money("5")), claim(money("5", "EUR")), fact(FactKind.MONEY)).level == "alert"
    assert compare_claims(claim(money("5")), claim(money("7", "EUR")), fact(FactKind.MONEY)).level == "silence"
    assert compare_claims(claim(money("5", "$")), claim(money("5")), fact(FactKind.MONEY)).verdict is Verdict.AGREES


def test_the_day_of_publication_is_no_rival_date() -> None:
    source = Source("s/one", "s", published=read_edtf("2025-12-13"))
    told = claim(date("2025-12-13", inferred=True))
    found = compare_claims(told, claim(date("2025-12-10")), fact(FactKind.DATE), Sources(source))
    assert found.level == "note"


VALUES: list[Value] = [
    figure("52"),
    figure("dozens"),
    figure("about 20", FigureKind.PERCENT),
    figure("5", FigureKind.DISTANCE, "km"),
    money("5"),
    duration("16", "month"),
    duration("more than 3", "decade"),
    date("2025-12"),
    date("1994/.."),
    Term("not yet freed"),
    Term(""),
    Name("John Cole"),
    Quote("We are safe"),
    Money(figure("0", FigureKind.MONEY), ""),
    Duration(figure("1", FigureKind.DURATION, "fortnight"), Decimal(14), None, ""),
]


@given(
    st.sampled_from(VALUES),
    st.sampled_from(VALUES),
    st.sampled_from(FactKind),
    st.sampled_from([None, *Behaviour]),
    st.sampled_from(["", "2025-12-13"]),
)
def test_any_pair_compares_with_a_reason(a: Value, b: Value, kind: FactKind, how: Behaviour | None, day: str) -> None:
    found = compare_claims(claim(a, as_of=day), claim(b), fact(kind, how))
    assert str(found.why)
    assert found.rule
    assert 0 <= found.score <= 1
    back = compare_claims(claim(b), claim(a, as_of=day), fact(kind, how))
    assert (found.verdict, found.level) == (back.verdict, back.level)
