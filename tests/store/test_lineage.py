"""Rows that are never overwritten: what holds, what held, who changed it; and transactions that leave no half."""

from __future__ import annotations

import asyncio
import signal
import subprocess
import sys
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest

from bot.errors import NotFound
from bot.record import Act, Rank, Standing
from bot.store import Store, open_store
from bot.store.claims import (
    add_claims,
    all_claims,
    count_claims,
    get_claim,
    get_successor,
    list_claim_history,
    list_claimants,
    list_claims,
    list_claims_of_claimant,
    list_claims_of_entity,
    list_claims_of_source,
    retract_claims,
    retract_source,
    supersede_claim,
)
from bot.store.entities import get_entity, list_entities, list_stories
from bot.store.facts import add_wording, get_fact, list_fact_history, list_facts_of
from bot.store.seeding import add_seed
from bot.store.sources import list_sources
from tests.store.rows import LATER, STAMP, claim, event, fact, seed


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[Store]:
    async with await open_store(tmp_path / "desk.sqlite") as store:
        async with store.transaction() as tx:
            await add_seed(tx, seed(claim("12"), claim("14", by="herald", claimant="Police")), STAMP)
        yield store


async def test_claims_are_found_by_fact_source_entity_and_claimant(store: Store) -> None:
    db = store.reading
    assert [one.written for one in await list_claims(db, "s/dead")] == ["12", "14"]
    assert [one.written for one in await list_claims_of_source(db, "s/herald")] == ["14"]
    assert [one.written for one in await list_claims_of_entity(db, "s/storm")] == ["12", "14"]
    assert [one.written for one in await list_claims_of_claimant(db, "police")] == ["14"]
    assert await list_claimants(db) == ["Police"]
    assert await count_claims(db) == {"s/storm": 2}
    assert [one.written async for one in all_claims(db)] == ["12", "14"]
    assert await list_facts_of(db, "s/storm") == [fact()]
    assert [story.key for story in await list_stories(db)] == ["s"]


async def test_every_row_says_who_and_when(store: Store) -> None:
    one = (await list_claims(store.reading, "s/dead"))[0]
    assert (one.recorded_by, one.recorded_at) == ("Ada", STAMP.at)


async def test_unknown_keys_are_not_found(store: Store) -> None:
    with pytest.raises(NotFound, match="s/nobody"):
        await get_entity(store.reading, "s/nobody")


async def test_a_superseded_claim_stays_and_leads_to_its_successor(store: Store) -> None:
    old, new = claim("12"), claim("13")
    async with store.transaction() as tx:
        await supersede_claim(tx, old.key, new, LATER)
    db = store.reading
    assert [one.written for one in await list_claims(db, "s/dead")] == ["14", "13"]
    dead = [one for one in await list_claims(db, "s/dead", live=False) if one.standing is Standing.RETRACTED]
    assert [one.written for one in dead] == ["12"]
    assert (await get_successor(db, old.key)).key == new.key
    acts = [(change.act, change.by, change.why) for change in await list_claim_history(db, old.key)]
    assert acts == [(Act.ADDED, "Ada", ""), (Act.REPLACED, "Ben", LATER.why)]


async def test_a_changed_rank_is_a_new_version_of_the_same_claim(store: Store) -> None:
    async with store.transaction() as tx:
        await supersede_claim(tx, claim("12").key, claim("12", rank=Rank.PREFERRED), LATER)
    assert (await get_claim(store.reading, claim("12").key)).rank is Rank.PREFERRED
    history = await list_claim_history(store.reading, claim("12").key)
    assert [(change.act, change.by) for change in history] == [(Act.ADDED, "Ada"), (Act.CHANGED, "Ben")]


async def test_a_retracted_claim_can_be_recorded_again(store: Store) -> None:
    key = claim("12").key
    async with store.transaction() as tx:
        await retract_claims(tx, [key, "s/not-there"], LATER)
    with pytest.raises(NotFound):
        await get_successor(store.reading, key)
    async with store.transaction() as tx:
        await add_claims(tx, [claim("12")], LATER)
    acts = [change.act for change in await list_claim_history(store.reading, key)]
    assert acts == [Act.ADDED, Act.RETRACTED, Act.ADDED]


async def test_retracting_a_source_ends_its_claims(store: Store) -> None:
    async with store.transaction() as tx:
        gone, claims = await retract_source(tx, "s/herald", LATER)
    assert (gone.outlet, [one.written for one in claims]) == ("The Herald", ["14"])
    assert [one.written for one in await list_claims(store.reading, "s/dead")] == ["12"]
    assert [one.key for one in await list_sources(store.reading)] == ["s/gazette"]


async def test_confirmed_wording_is_added_once(store: Store) -> None:
    for _ in range(2):
        async with store.transaction() as tx:
            await add_wording(tx, "s/dead", ["death toll", "death toll"], LATER)
    assert (await get_fact(store.reading, "s/dead")).words == ("death toll",)
    assert [change.act for change in await list_fact_history(store.reading, "s/dead")] == [Act.ADDED, Act.CHANGED]


async def test_the_revision_changes_with_the_record_and_only_then(store: Store) -> None:
    before = await store.revision()
    async with store.transaction() as tx:
        await list_claims(tx, "s/dead")
    assert await store.revision() == before
    async with await open_store(store.path) as other, other.transaction() as tx:
        await add_claims(tx, [claim("15")], LATER)
    assert await store.revision() != before


async def test_an_error_inside_a_transaction_leaves_nothing(store: Store) -> None:
    before = await store.revision()

    async def fail() -> None:
        async with store.transaction() as tx:
            await add_claims(tx, [claim("15")], LATER)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await fail()
    assert [one.written for one in await list_claims(store.reading, "s/dead")] == ["12", "14"]
    assert await store.revision() == before


async def test_readers_never_see_a_half_done_write(store: Store) -> None:
    async with store.transaction() as tx:
        await add_claims(tx, [claim("15")], LATER)
        assert len(await list_claims(store.reading, "s/dead")) == 2
    assert len(await list_claims(store.reading, "s/dead")) == 3


async def test_writers_of_one_process_wait_for_each_other(store: Store) -> None:
    async def add(number: int) -> None:
        async with store.transaction() as tx:
            have = len(await list_claims(tx, "s/dead"))
            await asyncio.sleep(0)
            await add_claims(tx, [claim(str(100 + have), claimant=f"witness {number}")], LATER)

    await asyncio.gather(*(add(number) for number in range(10)))
    written = [one.written for one in await list_claims(store.reading, "s/dead")]
    assert written == ["12", "14", *(str(102 + number) for number in range(10))]  # each saw all before it


async def test_a_cancelled_writer_leaves_nothing_and_blocks_nobody(store: Store) -> None:
    inside = asyncio.Event()

    async def write() -> None:
        async with store.transaction() as tx:
            await add_claims(tx, [claim("15")], LATER)
            inside.set()
            await asyncio.Event().wait()

    task = asyncio.create_task(write())
    await inside.wait()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    async with store.transaction() as tx:
        await add_claims(tx, [claim("16")], LATER)
    assert [one.written for one in await list_claims(store.reading, "s/dead")] == ["12", "14", "16"]


KILLED = """
import asyncio, sys
from pathlib import Path
from bot.store import open_store
from bot.store.seeding import add_seed
from tests.store.rows import STAMP, claim, event, seed

async def main(path):
    async with await open_store(Path(path)) as store:
        async with store.transaction() as tx:
            await add_seed(tx, seed(*(claim(str(number)) for number in range(3000))), STAMP)
            print("written", flush=True)
            await asyncio.Event().wait()

asyncio.run(main(sys.argv[1]))
"""


async def test_a_process_killed_in_the_middle_leaves_nothing_half_written(tmp_path: Path) -> None:
    path = tmp_path / "killed.sqlite"
    root = Path(__file__).parent.parent.parent
    with subprocess.Popen([sys.executable, "-c", KILLED, str(path)], stdout=subprocess.PIPE, cwd=root) as process:
        assert process.stdout
        assert process.stdout.readline() == b"written\n"
        process.send_signal(signal.SIGKILL)
    async with await open_store(path) as store:
        assert await list_entities(store.reading) == []
        assert (await store.reading.fetch("PRAGMA integrity_check"))[0][0] == "ok"
        async with store.transaction() as tx:
            await add_seed(tx, seed(claim()), STAMP)
        assert await list_entities(store.reading) == [event()]


async def test_a_claim_on_a_fact_that_is_not_there_is_refused_by_the_database(store: Store) -> None:
    lost = replace(claim("15"), fact="s/no-such-fact")
    with pytest.raises(Exception, match="FOREIGN KEY"):
        async with store.transaction() as tx:
            await add_claims(tx, [lost], LATER)
    assert len(await list_claims(store.reading, "s/dead")) == 2
