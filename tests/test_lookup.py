"""What the desk stands by, who bears it out, and what is safe to print."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest

from bot.edtf import read_edtf
from bot.lookup import Material, answer_timeline, answer_when, safe_wording, view_fact
from bot.record import Behaviour, Claim, Entity, EntityKind, Fact, FactKind, Rank, Source
from bot.values import Figure, Hedge, Value, interval

STORY = "ferry"
FACT = Fact("ferry/rescued", STORY, "ferry/sinking", "people rescued", FactKind.COUNT, "people")
SOURCES = {f"ferry/s{n}": Source(f"ferry/s{n}", STORY, outlet=f"Outlet {n}") for n in range(1, 7)}


def figure(number: int, hedge: Hedge = Hedge.EXACT) -> Figure:
    low, high = interval(Decimal(number), hedge)
    words = f"{hedge.value} {number}" if hedge is not Hedge.EXACT else str(number)
    return Figure(words, Decimal(number), hedge, low, high)


def claim(source: int, value: Value, *, rank: Rank = Rank.NORMAL, as_of: str = "", fact: Fact = FACT) -> Claim:
    return Claim(
        key=f"ferry/{source}-{value.words}",
        story=STORY,
        fact=fact.key,
        source=f"ferry/s{source}",
        written=value.words,
        value=value,
        rank=rank,
        as_of=read_edtf(as_of) if as_of else None,
    )


def material(*claims: Claim, fact: Fact = FACT) -> Material:
    return Material({}, SOURCES, (fact,), {fact.key: claims})


MORE_THAN_50 = figure(50, Hedge.MORE_THAN)


@pytest.mark.parametrize(
    ("values", "recorded", "outlets"),
    [
        ((figure(52), figure(51), figure(52)), "52", 2),  # most origins
        ((MORE_THAN_50, MORE_THAN_50, figure(52)), "52", 3),  # the precise one, borne out by the hedged ones
        ((figure(31), figure(52), MORE_THAN_50), "52", 2),  # a hedged claim speaks against what it excludes
        ((figure(40),), "40", 1),  # one claim stands alone
    ],
)
def test_recorded_value(values: tuple[Figure, ...], recorded: str, outlets: int) -> None:
    claims = (claim(number, value) for number, value in enumerate(values, start=1))
    view = view_fact(FACT, material(*claims))
    assert (view.recorded.written, view.support.outlets) == (recorded, outlets)


def test_an_editors_choice_beats_the_count() -> None:
    view = view_fact(
        FACT, material(claim(1, figure(52)), claim(2, figure(52)), claim(3, figure(51), rank=Rank.PREFERRED))
    )
    assert view.recorded.written == "51"


def test_a_deprecated_claim_does_not_stand() -> None:
    view = view_fact(FACT, material(claim(1, figure(52), rank=Rank.DEPRECATED), claim(2, figure(51))))
    assert view.recorded.written == "51"
    assert safe_wording(view) == "51"


def test_a_moving_figure_is_recorded_as_of_the_newest() -> None:
    toll = Fact("ferry/dead", STORY, "ferry/sinking", "people killed", FactKind.COUNT, behaviour=Behaviour.CUMULATIVE)
    early = [claim(number, figure(10), as_of="2026-03-01", fact=toll) for number in (1, 2)]
    late = claim(3, figure(14), as_of="2026-03-04", fact=toll)
    assert view_fact(toll, material(*early, late, fact=toll)).recorded.written == "14"


@pytest.mark.parametrize(
    ("values", "safe"),
    [
        ((MORE_THAN_50, figure(52)), "more than 50"),  # both can stand behind the wider wording
        ((figure(52), figure(52)), "52"),  # all agree
        ((figure(52), figure(31)), None),  # no wording fits both
    ],
)
def test_safe_wording(values: tuple[Figure, ...], safe: str | None) -> None:
    claims = (claim(number, value) for number, value in enumerate(values, start=1))
    assert safe_wording(view_fact(FACT, material(*claims))) == safe


def test_copies_of_one_agency_text_are_one_origin() -> None:
    copies = {key: Source(key, STORY, outlet=s.outlet, origin="agency") for key, s in SOURCES.items()}
    rows = Material({}, copies, (FACT,), {FACT.key: [claim(1, figure(52)), claim(2, figure(52))]})
    support = view_fact(FACT, rows).support
    assert (support.outlets, support.origins) == (2, 1)


def event(name: str, date: str) -> Entity:
    return Entity(f"ferry/{name}", STORY, EntityKind.EVENT, name, date=read_edtf(date))


EVENTS = (event("inquiry", "2026-05"), event("sinking", "2026-03-01"), event("launch", "1998"))


def test_neighbours_are_those_next_in_time() -> None:
    answer = answer_when(EVENTS[1], material(claim(1, figure(1))), EVENTS)
    assert answer.before == EVENTS[2]
    assert answer.after == EVENTS[0]


def test_timeline_is_in_order_and_keeps_to_its_period() -> None:
    rows = Material({}, {})
    assert [one.label for one in answer_timeline("all", EVENTS, rows).entries] == ["launch", "sinking", "inquiry"]
    spring = answer_timeline("2026", EVENTS, rows, read_edtf("2026"))
    assert [one.date.start for one in spring.entries] == [dt.date(2026, 3, 1), dt.date(2026, 5, 1)]


def test_what_only_a_machine_proposed_supports_nothing() -> None:
    waiting = (claim(n, figure(51), rank=Rank.DEPRECATED) for n in (3, 4, 5))
    view = view_fact(FACT, material(claim(1, figure(52)), claim(2, figure(51)), *waiting))
    assert (view.recorded.written, view.support.outlets) == ("52", 1)
