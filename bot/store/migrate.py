"""A database of any age to one of this program's: numbered SQL files, those it lacks in one transaction."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from pathlib import Path

from bot.errors import RecordUnusable
from bot.store.connection import Connection, translated

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
        await _apply(db, have, [wanted[number] for number in sorted(wanted) if number > have], newest)


def migrations() -> dict[int, Path]:
    """The migration files by their number."""
    return {int(path.name.partition("_")[0]): path for path in MIGRATIONS.glob("[0-9]*.sql")}


async def _version(db: Connection) -> int:
    application, version, tables = await db.at_once(_asked)
    if application not in (0, APPLICATION) or (tables and application != APPLICATION):
        raise RecordUnusable(
            "{where} is a database of another program; give another path with --db or move the file away",
            where=db.where,
        )
    return version


async def _asked(db: Connection) -> list[int]:
    """All at one moment, for another process may be making the database."""
    await db.run("BEGIN")
    answers = [int((await db.fetch(sql))[0][0]) for sql in _QUESTIONS]
    await db.run("COMMIT")
    return answers


_QUESTIONS = ("PRAGMA application_id", "PRAGMA user_version", "SELECT count(*) FROM sqlite_schema")


async def _to_wal(db: Connection) -> None:
    # Readers go on while one writes; `synchronous` stays FULL, so that what was committed survives a power cut.
    await db.run("PRAGMA journal_mode = WAL")


async def _apply(db: Connection, have: int, files: Sequence[Path], newest: int) -> None:
    """All files in one go: statement by statement would cost a trip to the connection's thread each."""
    steps = "".join(path.read_text(encoding="utf-8") for path in files)
    try:
        with translated(db.where):
            await db.raw.executescript(_SCRIPT.format(have=have, steps=steps, application=APPLICATION, newest=newest))
    except (RecordUnusable, sqlite3.Error):
        await db.raw.rollback()
        if await _version(db) < newest:  # else another process was faster while this one waited for its turn
            raise


# The guard fails where the version is no longer what it was before the transaction began.
_SCRIPT = """
BEGIN IMMEDIATE;
CREATE TEMP TABLE guard (version INTEGER CHECK (version = {have}));
INSERT INTO temp.guard SELECT user_version FROM pragma_user_version;
DROP TABLE temp.guard;
{steps};
PRAGMA application_id = {application};
PRAGMA user_version = {newest};
COMMIT;
"""
