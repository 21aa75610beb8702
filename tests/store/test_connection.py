"""Work done in one visit to the connection's thread: the same results and the same errors as step by step."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

import pytest
import pytest_asyncio

from bot.errors import BadInput
from bot.store import Connection, Store, open_store


@pytest_asyncio.fixture
async def store() -> AsyncIterator[Store]:
    async with await open_store(None) as opened:
        yield opened


async def test_work_done_at_once_sees_what_it_wrote(store: Store) -> None:
    async def write(db: Connection) -> int:
        await db.run_many("INSERT INTO story VALUES (?)", [("one",), ("two",)])
        rows = await db.at_once(lambda inside: inside.fetch("SELECT key FROM story"))
        return await db.aside(lambda: len(rows))

    async with store.transaction() as tx:
        assert await tx.at_once(write) == 2
    assert len(await store.reading.fetch("SELECT key FROM story")) == 2


async def test_what_is_raised_inside_is_raised_outside_and_undone(store: Store) -> None:
    async def write(db: Connection) -> None:
        await db.run("INSERT INTO story VALUES ('one')")
        raise BadInput("no")

    with pytest.raises(BadInput, match="no"):
        async with store.transaction() as tx:
            await tx.at_once(write)
    assert await store.reading.fetch("SELECT key FROM story") == []


async def test_waiting_for_anything_else_is_refused(store: Store) -> None:
    async def wait(db: Connection) -> None:
        await asyncio.sleep(0)

    with pytest.raises(RuntimeError, match="waited for something else"):
        await store.reading.at_once(wait)
