"""Opening a record: made, migrated, shared; refused with one sentence where it cannot be."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from bot.errors import BadInput, RecordUnusable
from bot.store import open_store
from bot.store.changes import last_change
from bot.store.entities import list_entities, list_stories
from bot.store.migrate import APPLICATION, migrations
from bot.store.seeding import add_seed
from tests.store.rows import STAMP, claim, event, seed


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "desk.sqlite"


async def write_once(path: Path, patience: float = 5) -> None:
    async with await open_store(path, patience) as store, store.transaction() as tx:
        await add_seed(tx, seed(claim()), STAMP)


async def test_what_was_written_is_there_when_opened_again(path: Path) -> None:
    await write_once(path)
    async with await open_store(path) as store:
        assert await list_entities(store.reading) == [event()]


async def test_in_memory_leaves_no_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    async with await open_store(None) as store:
        async with store.transaction() as tx:
            await add_seed(tx, seed(claim()), STAMP)
        assert len(await list_entities(store.reading)) == 1
    assert list(tmp_path.iterdir()) == []


async def test_a_newer_database_is_refused_and_left_alone(path: Path) -> None:
    await write_once(path)
    with sqlite3.connect(path) as db:
        db.execute("PRAGMA user_version = 9999")
    db.close()
    before = path.read_bytes()
    with pytest.raises(RecordUnusable, match=r"newer Stet .* update Stet"):
        await open_store(path)
    assert path.read_bytes() == before


async def test_a_record_that_is_spoilt_while_it_is_open_is_told_in_a_sentence(path: Path) -> None:
    await write_once(path)
    async with await open_store(path) as store:
        with path.open("r+b") as file:
            file.write(b"Minutes of the meeting, 12 December. " * 400)
        with pytest.raises(RecordUnusable, match=r"is damaged|is not a database of Stet"):
            await store.revision()


NO_DATABASES = [
    (b"Minutes of the meeting, 12 December. " * 100, "is not a database of Stet"),  # a text file
    (b"SQLite format 3\0" + b"\xff" * 4000, "is not a database of Stet|is damaged"),  # begins like one
]


@pytest.mark.parametrize(("content", "sentence"), NO_DATABASES)
async def test_a_file_that_is_no_database_is_refused_and_left_alone(path: Path, content: bytes, sentence: str) -> None:
    path.write_bytes(content)
    with pytest.raises(RecordUnusable, match=sentence):
        await open_store(path)
    assert path.read_bytes() == content


async def test_another_programs_database_is_refused(path: Path) -> None:
    with sqlite3.connect(path) as db:
        db.execute("CREATE TABLE bookmarks (url TEXT)")
    db.close()
    with pytest.raises(RecordUnusable, match="database of another program"):
        await open_store(path)


async def test_a_missing_folder_and_a_folder_are_told(tmp_path: Path) -> None:
    for path in (tmp_path / "none" / "desk.sqlite", tmp_path):
        with pytest.raises(RecordUnusable, match="cannot be opened"):
            await open_store(path)


async def test_a_locked_database_is_told_and_unharmed(path: Path) -> None:
    await write_once(path)
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    try:
        async with await open_store(path, patience=0.01) as store:
            assert await list_entities(store.reading) == [event()]  # reading goes on meanwhile
            with pytest.raises(RecordUnusable, match=r"another program is writing .* try again"):
                async with store.transaction():
                    pass
    finally:
        other.execute("ROLLBACK")
        other.close()
    await write_once(path)


@pytest.mark.skipif(os.geteuid() == 0 if hasattr(os, "geteuid") else True, reason="root may write everything")
async def test_a_read_only_file_is_told(path: Path) -> None:
    await write_once(path)
    path.chmod(0o444)
    with pytest.raises(RecordUnusable, match="read-only"):
        await write_once(path)


async def test_a_connection_that_may_not_write_says_so(path: Path) -> None:
    async with await open_store(path) as store:
        await (await store.writing()).run(
            "PRAGMA query_only = ON"
        )  # what a read-only file system answers, also for root
        with pytest.raises(RecordUnusable, match=r"read-only; allow writing"):
            async with store.transaction() as tx:
                await add_seed(tx, seed(claim()), STAMP)
        assert await list_entities(store.reading) == []


async def test_a_full_disk_is_told_and_changes_nothing(path: Path) -> None:
    await write_once(path)
    many = tuple(claim(str(number)) for number in range(5000))
    async with await open_store(path) as store:
        pages = (await store.reading.fetch("PRAGMA page_count"))[0][0]
        await (await store.writing()).run(f"PRAGMA max_page_count = {pages}")  # SQLite's own way to run out of space
        with pytest.raises(RecordUnusable, match=r"no space left .*nothing was changed"):
            async with store.transaction() as tx:
                await add_seed(tx, seed(*many), STAMP)
        rows = await store.reading.fetch("SELECT written FROM claim_version")
        assert [row["written"] for row in rows] == ["12"]


async def test_a_backup_is_a_whole_record_and_overwrites_nothing(path: Path, tmp_path: Path) -> None:
    await write_once(path)
    copy = tmp_path / "copy.sqlite"
    async with await open_store(path) as store:
        await store.back_up(copy)
        with pytest.raises(BadInput, match="exists already"):
            await store.back_up(copy)
    async with await open_store(copy) as store:
        assert await list_entities(store.reading) == [event()]


WRITER = """
import asyncio, sys
from pathlib import Path
from bot.store import open_store
from bot.store.entities import add_entities
from bot.store.seeding import add_seed
from tests.store.rows import STAMP, event, seed

async def main(path, name):
    async with await open_store(Path(path), patience=60) as store:
        for number in range(20):
            async with store.transaction() as tx:
                await add_seed(tx, seed(), STAMP)
                await add_entities(tx, [event(f"{name}-{number}")], STAMP)

asyncio.run(main(*sys.argv[1:]))
"""


async def test_two_processes_making_and_filling_one_record_lose_nothing(path: Path) -> None:
    root = Path(__file__).parent.parent.parent
    writers = [subprocess.Popen([sys.executable, "-c", WRITER, str(path), name], cwd=root) for name in ("one", "two")]
    assert [writer.wait(timeout=120) for writer in writers] == [0, 0]
    async with await open_store(path) as store:
        keys = {entity.key for entity in await list_entities(store.reading)}
        assert keys == {"s/storm"} | {f"s/{name}-{number}" for name in ("one", "two") for number in range(20)}
        assert await store.revision() == 40  # one for each transaction, none for the same story again


@pytest.mark.parametrize("older", sorted(migrations())[:-1])
async def test_an_older_record_is_brought_up_to_date(path: Path, older: int) -> None:
    with sqlite3.connect(path) as db:
        for number in range(1, older + 1):
            db.executescript(migrations()[number].read_text("utf-8"))
        db.execute("INSERT INTO story VALUES ('old')")
        columns = "version, key, title, language, by, at, reason, seeded"
        db.execute(f"INSERT INTO story_version ({columns}) VALUES (1, 'old', 'Old', '', 'Ada', '2025-12-13', '', 0)")
        db.execute(f"PRAGMA application_id = {APPLICATION}")
        db.execute(f"PRAGMA user_version = {older}")
    db.close()
    async with await open_store(path) as store:
        before = await last_change(store.reading)
        async with store.transaction() as tx:
            await add_seed(tx, seed(claim()), STAMP)
        assert {one.key for one in await list_stories(store.reading)} == {"old", "s"}
        changes = await store.reading.fetch("SELECT kind, key FROM change WHERE id > :before", before=before)
        noted = ["story s", "entity s/storm", "source s/gazette", "source s/herald"]
        assert [f"{row['kind']} {row['key']}" for row in changes] == [*noted, "fact s/dead", "claim s/dead"]


def test_migrations_are_numbered_apart_and_whole() -> None:
    files = list(migrations().values())
    assert len(files) == len(list(files[0].parent.glob("*.sql")))
    for path in files:
        assert sqlite3.complete_statement(path.read_text("utf-8"))
