"""Texts against a record of 10,000 facts: characters per second of linking and comparing, by length of the text."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from time import process_time

from bot.desk.checking import LinkIndex, check_text
from bot.link.index import build_index
from bot.record import Behaviour, Claim, Entity, EntityKind, Fact, FactKind, Source, key_of
from bot.values import Figure, Hedge, PartialDate

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
SIZES = (1_000, 10_000, 100_000)


def run() -> Iterator[str]:
    """One line a size of text; times are the processor's own, as other programs may run beside."""
    began = process_time()
    known = LinkIndex(1, build_index(*_record()), {})
    facts = len(known.index.profiles)
    took = process_time() - began
    yield f"index over {facts:,} facts of {STORIES} stories: {took:.2f} s, once per change of the record"
    day = PartialDate("", "2031-05-09", date(2031, 5, 9), date(2031, 5, 9))
    source = Source("", "", "Bench", published=day)
    for size in SIZES:
        text = "\n\n".join([PARAGRAPH] * (size // len(PARAGRAPH) + 1))[:size]
        began = process_time()
        links, _ = check_text(text, known, source)
        took = process_time() - began
        speed = f"{took * 1000:>8.1f} ms, {size / took:>9,.0f} characters a second"
        yield f"{size:>9,} characters, {len(links):>6,} mentions: {speed}"


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
