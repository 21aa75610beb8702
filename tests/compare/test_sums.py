"""Several facts that cannot be so together, and scopes that are parts of each other."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.compare.neighbours import Stated, check_neighbours
from bot.compare.scopes import Reach, compare_scoped, compare_scopes
from bot.compare.sums import check_course, check_duration, check_parts, check_percent, check_same_event
from bot.edtf import read_edtf
from bot.record import Claim, Entity, EntityKind, Fact, FactKind, Participant, Scope
from bot.values import FigureKind, Value
from tests.compare.making import duration, figure

PARTS = [
    ("123", ("109", "5"), False, None),  # others may make up the rest
    ("123", ("109", "15"), False, "sum.above"),  # one too many
    ("123", ("109", "5"), True, "sum.below"),  # said to be all
    ("168", ("110", "58"), True, None),  # they add up
    ("at least 40", ("30", "20"), False, None),  # an open total
    ("about 120", ("60", "66"), True, None),  # within about
    ("26", ("at least 30",), False, "sum.above"),  # one part is enough
    ("26", (), True, None),  # nothing to add
]


@pytest.mark.parametrize(("total", "parts", "complete", "rule"), PARTS)
def test_parts_and_total(total: str, parts: tuple[str, ...], complete: bool, rule: str | None) -> None:
    found = check_parts(figure(total), [figure(part) for part in parts], complete=complete)
    assert (found and found.rule) == rule


PERCENTS = [
    ("20", "41", "205", None),  # exactly
    ("20", "40", "205", None),  # 19.5 rounds to 20
    ("20", "39", "205", "sum.percent"),  # 19.0 does not
    ("over 50", "103", "205", None),  # 50.2
    ("over 50", "90", "205", "sum.percent"),  # less than half
    ("20", "at least 30", "205", None),  # an open count
]


@pytest.mark.parametrize(("percent", "count", "base", "rule"), PERCENTS)
def test_percent_and_count(percent: str, count: str, base: str, rule: str | None) -> None:
    found = check_percent(figure(percent, FigureKind.PERCENT), figure(count), figure(base))
    assert (found and found.rule) == rule


def test_duration_and_its_two_dates() -> None:
    start, end = read_edtf("2021-07-14"), read_edtf("2025-12-13")
    assert check_duration(duration("1613", "day"), start, end) is None
    assert check_duration(duration("1712", "day"), start, end) is not None
    assert check_duration(duration("4", "year"), start, end) is None
    assert check_duration(duration("1613", "day"), end, start) is not None


COURSES = [
    ("date of arrest", "2021", "date freed", "2020", "sum.order"),  # freed before arrested
    ("date freed", "2020", "date of arrest", "2021", "sum.order"),  # told the other way round
    ("date of arrest", "2021", "date freed", "2021-03", None),  # may be later in the year
    ("date of birth", "1990", "date of death", "1980", "sum.order"),  # died before born
    ("date of the talks", "2025", "date freed", "2020", None),  # no course joins them
]


@pytest.mark.parametrize(("one", "first", "two", "then", "rule"), COURSES)
def test_impossible_order(one: str, first: str, two: str, then: str, rule: str | None) -> None:
    found = check_course(read_edtf(first), one, read_edtf(then), two)
    assert (found and found.rule) == rule


SCOPES = [
    ((), (), Reach.SAME),
    ((("nationality", "Ukrainian"),), (("nationality", "ukrainian"),), Reach.SAME),  # case is nothing
    ((("nationality", "Ukrainian"),), (), Reach.PART),
    ((), (("nationality", "Ukrainian"),), Reach.WHOLE),
    ((("nationality", "Ukrainian"),), (("nationality", "Polish"),), Reach.OTHER),
]


@pytest.mark.parametrize(("a", "b", "reach"), SCOPES)
def test_scopes(a: Scope, b: Scope, reach: Reach) -> None:
    assert compare_scopes(a, b) is reach


UKRAINIAN, POLISH = (("nationality", "Ukrainian"),), (("nationality", "Polish"),)
SCOPED: list[tuple[str, Scope, str, Scope, str]] = [
    ("5", UKRAINIAN, "123", (), "silence"),  # a part
    ("130", UKRAINIAN, "123", (), "alert"),  # more than the whole
    ("114", UKRAINIAN, "123", (), "note"),  # nearly all: part or whole?
    ("114", UKRAINIAN, "114", POLISH, "note"),  # one number, two headings
    ("5", UKRAINIAN, "5", POLISH, "silence"),  # small numbers meet by chance
    ("114", UKRAINIAN, "31", POLISH, "silence"),  # nothing to compare
    ("114", UKRAINIAN, "115", UKRAINIAN, "alert"),  # one scope
]


@pytest.mark.parametrize(("a", "scope_a", "b", "scope_b", "level"), SCOPED)
def test_figures_with_scopes(a: str, scope_a: Scope, b: str, scope_b: Scope, level: str) -> None:
    assert compare_scoped(figure(a), scope_a, figure(b), scope_b).level == level
    assert compare_scoped(figure(b), scope_b, figure(a), scope_a).level == level


def event(key: str, label: str, date: str, *people: str) -> Entity:
    members = tuple(Participant(person) for person in people)
    return Entity(key, "s", EntityKind.EVENT, label, date=read_edtf(date), people=members)


def test_same_figure_and_people_under_another_date_asks_for_one_event() -> None:
    one = event("s/a", "September release", "2025-09", "s/ana", "s/bo")
    two = event("s/b", "November release", "2025-11", "s/ana")
    other = event("s/c", "June release", "2025-06", "s/cy")
    found = check_same_event(figure("52"), two, figure("52"), one)
    assert found is not None
    assert "same event?" in str(found.why)
    assert check_same_event(figure("52"), other, figure("52"), one) is None
    assert check_same_event(figure("3"), two, figure("3"), one) is None
    assert check_same_event(figure("52"), one, figure("52"), one) is None


def stated(
    key: str, kind: FactKind, value: Value, part_of: str | None = None, scope: Scope = (), **given: str
) -> Stated:
    fact = Fact(key, "s", "s/e", given.get("property", "people"), kind, scope=scope, part_of=part_of)
    return Stated(fact, Claim(f"c/{key}", "s", key, "s/one", value.words, value))


def rules(new: Stated, *others: Stated) -> list[str]:
    return [one.comparison.rule for one in check_neighbours(new, others)]


def test_neighbouring_parts_add_up_only_where_they_exclude_each_other() -> None:
    total = stated("total", FactKind.COUNT, figure("123"))
    ours = stated("a", FactKind.COUNT, figure("120"), "total", UKRAINIAN)
    theirs = stated("b", FactKind.COUNT, figure("5"), "total", POLISH)
    women = stated("c", FactKind.COUNT, figure("60"), "total", (("sex", "women"),))
    assert rules(ours, total, theirs) == ["sum.above"]
    assert rules(total, ours, theirs) == ["sum.above"]
    assert rules(women, total, ours) == []


def test_a_part_of_one_whole_is_the_whole_of_its_own_parts() -> None:
    year = stated("year", FactKind.COUNT, figure("170"))
    release = stated("release", FactKind.COUNT, figure("123"), "year")
    citizens = stated("citizens", FactKind.COUNT, figure("130"), "release", UKRAINIAN)
    assert rules(release, year, citizens) == ["sum.above"]
    assert rules(year, release, citizens) == []


def test_releases_of_different_events_add_up() -> None:
    year = stated("year", FactKind.COUNT, figure("170"))
    one, two = (stated(key, FactKind.COUNT, figure(n), "year") for key, n in (("a", "123"), ("b", "52")))
    other = Stated(replace(two.fact, of="s/other"), two.claim)
    assert rules(other, year, one) == ["sum.above"]
    assert rules(two, year, one) == []


def test_neighbouring_share_count_and_base() -> None:
    base = stated("base", FactKind.COUNT, figure("205"))
    count = stated("count", FactKind.COUNT, figure("39"), "base", UKRAINIAN)
    share = stated("share", FactKind.PERCENT, figure("30", FigureKind.PERCENT), "base", UKRAINIAN)
    assert rules(share, base, count) == ["sum.percent"]


def test_neighbouring_length_and_dates() -> None:
    start = stated("in", FactKind.DATE, read_edtf("2021-07-14"), property="date of the arrest")
    end = stated("out", FactKind.DATE, read_edtf("2025-12-13"), property="date freed")
    right = stated("long", FactKind.DURATION, duration("1613", "day"), property="time in prison")
    wrong = stated("long", FactKind.DURATION, duration("9", "year"), property="time in prison")
    assert rules(right, start, end) == []
    assert rules(wrong, start, end) == ["sum.duration"]
    assert rules(start, end, right) == []
