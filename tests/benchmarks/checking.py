"""Texts against a record of 10,000 facts: characters per second of linking and comparing, by length of the text."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import partial
from time import process_time
from typing import TypeVar

from bot.desk.checking import LinkIndex, check_text
from bot.link.index import build_index
from bot.record import Behaviour, Claim, Entity, EntityKind, Fact, FactKind, Source, key_of
from bot.values import Figure, Hedge, PartialDate

Made = TypeVar("Made")
STORIES, FACTS_EACH = 500, 20
PLACES = ["Alder", "Brook", "Cedar", "Dale", "Elm", "Fern", "Glen", "Heath", "Ivy", "Juniper"]
PROPERTIES = (
    "people killed people_injured people_missing people_evacuated people_arrested houses_destroyed villages_affected"
    " households_without_power schools_closed roads_blocked soldiers_deployed bridges_destroyed people_rescued"
    " firefighters_injured children_killed cars_destroyed trains_cancelled people_hospitalised farms_flooded boats_sunk"
).replace("people killed", "people_killed")
PARAGRAPH = """The flood at Alder 10 killed 23 people and injured 41, officials said on Friday. Some 1,200 houses
were destroyed and more than 15,000 people have been evacuated since Monday. In 1998 a flood there
had killed 300 people. "We have seen nothing like it," said Mayor Tom Reed. Soldiers, 450 of them,
were sent to clear the 12 roads that are still blocked. """
SIZES = {1_000: 9, 10_000: 3, 100_000: 1, 1_000_000: 1}


def run() -> Iterator[str]:
    """One line a size of text, the best of a few rounds; times are the processor's own, as others may run beside."""
    entities, facts, claims = _record()
    built, index = _timed(lambda: build_index(entities, facts, claims))
    claims[-1] = replace(claims[-1], written="99 people")
    again, index = min((_timed(lambda: build_index(entities, facts, claims, index)) for _ in range(3)), key=_seconds)
    known = LinkIndex(1, index, {})
    yield (
        f"index over {len(index.profiles):,} facts of {STORIES} stories: {built:.2f} s of processor time at first, "
        f"{again:.2f} s after a change"
    )
    day = PartialDate("", "2031-05-09", date(2031, 5, 9), date(2031, 5, 9))
    source = Source("", "", "Bench", published=day)
    for size, rounds in SIZES.items():
        text = "\n\n".join([PARAGRAPH] * (size // len(PARAGRAPH) + 1))[:size]
        tried = (_timed(partial(check_text, text, known, source)) for _ in range(rounds))
        took, (links, _) = min(tried, key=_seconds)
        speed = f"{took * 1000:>8.1f} ms, {size / took:>9,.0f} characters a second"
        yield f"{size:>9,} characters, {len(links):>6,} mentions: {speed}"


def _timed(work: Callable[[], Made]) -> tuple[float, Made]:
    began = process_time()
    made = work()
    return process_time() - began, made


def _seconds(timed: tuple[float, object]) -> float:
    return timed[0]


def _record() -> tuple[list[Entity], list[Fact], list[Claim]]:
    entities: list[Entity] = []
    facts: list[Fact] = []
    claims: list[Claim] = []
    for number in range(STORIES):
        story = f"s{number}"
        place, event = key_of(story, "place"), key_of(story, "flood")
        name = f"{PLACES[number % len(PLACES)]} {number}"
        day = PartialDate("", "2031-05-08", date(2031, 5, 8), date(2031, 5, 8))
        entities += [
            Entity(place, story, EntityKind.PLACE, name),
            Entity(event, story, EntityKind.EVENT, f"Flood at {name}", date=day, place=name),
        ]
        for at, word in enumerate(PROPERTIES.split()):
            fact, count = key_of(story, word), Decimal(at + number + 10)
            unit = word.partition("_")[0]
            facts.append(Fact(fact, story, event, word.replace("_", " "), FactKind.COUNT, unit, Behaviour.CUMULATIVE))
            value = Figure(f"{count}", count, Hedge.EXACT, count, count)
            claims.append(Claim(f"c{number}.{at}", story, fact, "base", f"{count}", value, as_of=day))
    return entities, facts[: STORIES * FACTS_EACH], claims
