"""What a chat edge keeps of one newsroom, on a real database."""

from __future__ import annotations

import dataclasses
import datetime as dt

from bot.store import open_store
from bot.store.newsroom import (
    Draft,
    Newsroom,
    add_draft,
    count_drafts,
    drop_drafts,
    get_draft,
    get_newsroom,
    put_newsroom,
)

NOW = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)


async def test_settings_come_back_as_they_were_set() -> None:
    wanted = Newsroom(alert_channel=7, language="es", zone="Europe/Minsk", quiet_from=22, quiet_to=6, digest_hour=None)
    async with await open_store(None) as store:
        assert await get_newsroom(store.reading) == Newsroom()
        async with store.transaction(record=False) as tx:
            await put_newsroom(tx, dataclasses.replace(wanted, editor_role=1))
            await put_newsroom(tx, wanted)
        assert await get_newsroom(store.reading) == wanted


async def test_settings_are_no_part_of_the_record() -> None:
    async with await open_store(None) as store:
        before = await store.revision()
        async with store.transaction(record=False) as tx:
            await put_newsroom(tx, Newsroom(language="es"))
        assert await store.revision() == before


async def test_drafts_are_dropped_by_age_and_by_person() -> None:
    async with await open_store(None) as store, store.transaction(record=False) as tx:
        for id, person, day in (("a", 1, 0), ("b", 1, 2), ("c", 2, 2)):
            await add_draft(tx, Draft(id, person, f"text {id}"), NOW + dt.timedelta(days=day))
        await drop_drafts(tx, before=NOW + dt.timedelta(days=1))
        assert [await get_draft(tx, id) is not None for id in "abc"] == [False, True, True]
        await drop_drafts(tx, person=2)
        assert (await count_drafts(tx, 1), await count_drafts(tx, 2)) == (1, 0)
        assert await get_draft(tx, "b") == Draft("b", 1, "text b")
