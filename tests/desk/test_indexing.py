"""What is kept in memory after any writing at all: the same as if it were made anew."""

from __future__ import annotations

import asyncio
import datetime as dt
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.config import Settings
from bot.desk import Desk
from bot.desk.checking import LinkIndex, build_link_index
from bot.desk.indexing import RecordIndex, build_index
from bot.record import Alias, Claim, Entity, EntityKind, Fact, FactKind, Source, Story
from bot.store import Connection
from bot.store.claims import CLAIMS
from bot.store.entities import ENTITIES, STORIES
from bot.store.facts import FACTS
from bot.store.lineage import Stamp, add_rows, end_rows
from bot.store.sources import SOURCES
from bot.values import Term

NOW = dt.datetime(2025, 12, 13, tzinfo=dt.UTC)
STAMP = Stamp("test", NOW)
WORDS = ("Harbour", "Mill", "Orchard", "Quarry")
Write = tuple[str, int, int, int]
WRITES = st.lists(
    st.tuples(
        st.sampled_from(["entity", "fact", "source", "claim", "end entity", "end fact", "end source", "end claim"]),
        st.integers(0, 3),
        st.integers(0, 3),
        st.integers(0, 3),
    ),
    max_size=12,
)


@settings(max_examples=15)
@given(st.lists(WRITES, min_size=1, max_size=4))
def test_following_changes_ends_where_a_new_index_begins(rounds: list[list[Write]]) -> None:
    asyncio.run(_follow(rounds))


async def _follow(rounds: list[list[Write]]) -> None:
    async with Desk.open(None, Settings(), by="test", now=lambda: NOW) as desk:
        async with desk.store.transaction() as tx:
            await _begin(tx)
        await desk.index()
        await desk.link_index()
        for writes in rounds:
            async with desk.store.transaction() as tx:
                for write in writes:
                    await _write(tx, *write)
            assert _seen(await desk.index()) == _seen(await build_index(desk.store))
            assert _linked(await desk.link_index()) == _linked(await build_link_index(desk))


def test_changes_of_another_process_are_followed(tmp_path: Path) -> None:
    asyncio.run(_two_desks(tmp_path / "desk.sqlite"))


async def _two_desks(path: Path) -> None:
    async with (
        Desk.open(path, Settings(), by="one", now=lambda: NOW) as one,
        Desk.open(path, Settings(), by="two", now=lambda: NOW) as two,
    ):
        async with two.store.transaction() as tx:
            await _begin(tx)
        known = await one.index()
        async with two.store.transaction() as tx:
            await add_rows(tx, ENTITIES, [_entity(0, "Lighthouse")], STAMP)
        assert [choice.text for choice in await one.complete("who", "lighth")] == ["Lighthouse"]
        assert await one.index() is known


async def _begin(tx: Connection) -> None:
    await add_rows(tx, STORIES, [Story("s", "Story")], STAMP)
    await add_rows(tx, ENTITIES, [_entity(n, WORDS[n]) for n in range(4)], STAMP)
    await add_rows(tx, SOURCES, [Source(f"s/source{n}", "s", outlet=f"Outlet {WORDS[n]}") for n in range(4)], STAMP)
    await add_rows(tx, FACTS, [_fact(n, n, "people freed") for n in range(4)], STAMP)


async def _write(tx: Connection, what: str, at: int, to: int, word: int) -> None:
    match what:
        case "entity":
            await add_rows(tx, ENTITIES, [_entity(at, WORDS[word])], STAMP)
        case "fact":
            await add_rows(tx, FACTS, [_fact(at, to, f"{WORDS[word]} closed")], STAMP)
        case "source":
            await add_rows(tx, SOURCES, [Source(f"s/source{at}", "s", outlet=WORDS[word])], STAMP)
        case "claim":
            claim = Claim(f"s/claim{at}", "s", f"s/fact{to}", f"s/source{at}", WORDS[word], Term(WORDS[word]))
            await add_rows(tx, CLAIMS, [claim], STAMP)
        case "end entity":
            await end_rows(tx, ENTITIES, [f"s/thing{at}"], STAMP)
        case "end fact":
            await end_rows(tx, FACTS, [f"s/fact{at}"], STAMP)
        case "end source":
            await end_rows(tx, SOURCES, [f"s/source{at}"], STAMP)
        case "end claim":
            await end_rows(tx, CLAIMS, [f"s/claim{at}"], STAMP)


def _entity(number: int, label: str) -> Entity:
    kind = EntityKind.EVENT if number % 2 else EntityKind.PERSON
    return Entity(f"s/thing{number}", "s", kind, label, (Alias(f"Old {label}"),))


def _fact(number: int, of: int, property: str) -> Fact:
    return Fact(f"s/fact{number}", "s", f"s/thing{of}", property, FactKind.TEXT)


def _linked(known: LinkIndex) -> object:
    """Everything linking knows, in its order, and the names it finds in a text."""
    text = " and ".join(("Old Harbour", "Mill", "Orchard", "Old Quarry"))
    return known.index, list(known.index.profiles), known.sources, known.names.find_all(text)


def _seen(index: RecordIndex) -> object:
    """Everything that can be asked of an index, whatever the order in which it came to know it."""
    words = (*WORDS, "Old Mill", "people freed", "thing1", "fact 2", "Outlet")
    return (
        index.stories,
        index.entities,
        index.facts,
        {key: {fact.key for fact in facts} for key, facts in index.facts_of.items() if facts},
        index.sources,
        {key: count for key, count in index.counts.items() if count},
        {key: set(written) for key, written in index.written.items()},
        [{(hit.key, hit.text, round(hit.score, 6)) for hit in index.names.search(word, 50)} for word in words],
        [{(hit.key, hit.text) for hit in index.names.complete(word[:2], 50)} for word in words],
        [{hit.key for hit in index.phrases.search(word, 50)} for word in words],
    )
