"""A database of any age to one of this program's: numbered SQL files, one transaction each."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

from bot.errors import RecordUnusable
from bot.store.connection import Connection

MIGRATIONS = Path(__file__).parent / "migrations"
APPLICATION = 0x53746574  # "Stet": tells our files from other programs' databases


async def migrate(db: Connection) -> None:
    """Apply the migrations the database lacks. Raises RecordUnusable if it is another program's or a newer one."""
    have = await _version(db)
    wanted = migrations()
    newest = max(wanted)
    if have > newest:
        raise RecordUnusable(
            "{where} was written by a newer Stet (its format is {have}, this program knows {newest}); update Stet",
            where=db.where,
            have=have,
            newest=newest,
        )
    if have < newest:
        await _to_wal(db)
    for number in sorted(number for number in wanted if number > have):
        await _apply(db, number, wanted[number])


def migrations() -> dict[int, Path]:
    """The migration files by their number."""
    return {int(path.name.partition("_")[0]): path for path in MIGRATIONS.glob("[0-9]*.sql")}


async def _version(db: Connection) -> int:
    application, version, tables = [int((await db.fetch(sql))[0][0]) for sql in _QUESTIONS]
    if application not in (0, APPLICATION) or (tables and application != APPLICATION):
        raise RecordUnusable(
            "{where} is a database of another program; give another path with --db or move the file away",
            where=db.where,
        )
    return version


_QUESTIONS = ("PRAGMA application_id", "PRAGMA user_version", "SELECT count(*) FROM sqlite_schema")


async def _to_wal(db: Connection) -> None:
    # Readers go on while one writes; `synchronous` stays FULL, so that what was committed survives a power cut.
    await db.run("PRAGMA journal_mode = WAL")


async def _apply(db: Connection, number: int, path: Path) -> None:
    try:
        await db.run("BEGIN IMMEDIATE")
        # Another process may have been faster while this one waited for its turn.
        if await _version(db) < number:
            for statement in statements(path.read_text(encoding="utf-8")):
                await db.run(statement)
            await db.run(f"PRAGMA application_id = {APPLICATION}")
            await db.run(f"PRAGMA user_version = {number}")
        await db.run("COMMIT")
    except BaseException:
        await db.raw.rollback()
        raise


def statements(script: str) -> Iterator[str]:
    """The statements of a script one by one: `executescript` would commit the transaction around it."""
    pending = ""
    for line in script.splitlines(keepends=True):
        pending += line
        if sqlite3.complete_statement(pending):
            yield pending
            pending = ""
    if pending.strip():
        yield pending
