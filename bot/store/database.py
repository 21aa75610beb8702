"""A path to an open, migrated record: one connection that reads, one that writes, one writer at a time."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Self

import aiosqlite

from bot.errors import BadInput
from bot.store.connection import Connection, Row, translated
from bot.store.migrate import migrate
from bot.store.pages import Pages

IN_MEMORY = ":memory:"
REVISION = "SELECT number FROM revision"


class Store:
    """The open record. `reading` sees what is committed; `transaction()` gives the connection that may write.

    That one is opened when something is written: most who come only read. `pages` are the texts of its sources, in a
    file of their own beside it.
    """

    def __init__(self, path: Path | None, reading: Connection, patience: float) -> None:
        self.path = path
        self.reading = reading
        self._patience = patience
        self._glancing: sqlite3.Connection | None = None
        # Memory belongs to one connection; a file gets a second one, so that readers never see a half-done write.
        self._writing = None if path else reading
        self._turn = asyncio.Lock()
        self.pages = Pages(path)

    @asynccontextmanager
    async def transaction(self, *, record: bool = True) -> AsyncIterator[Connection]:
        """All or nothing: what is written inside is committed at the end, or gone if anything is raised.

        Waits for other writers, those of other processes too. Raises RecordUnusable as soon as writing is impossible.
        `record` False = what is written (settings, drafts, places of cards) is no part of the record, nor of its
        revision.
        """
        async with self._turn:
            writing = await self.writing()
            before = writing.raw.total_changes
            try:
                await writing.run("BEGIN IMMEDIATE")
                yield writing
                if record and writing.raw.total_changes != before:
                    await writing.run("UPDATE revision SET number = number + 1")
                await writing.run("COMMIT")
            except BaseException:
                # Shielded: a cancelled task must not leave its half behind for the next writer to commit.
                await asyncio.shield(asyncio.ensure_future(writing.raw.rollback()))
                raise

    async def writing(self) -> Connection:
        """The connection that writes; only inside a transaction is it safe to use."""
        if self._writing is None:
            self._writing = await _connect(str(self.path), self._patience)
        return self._writing

    async def revision(self) -> int:
        """A number that is another one whenever the record has changed, by whichever process.

        Asked for before every answer and at every letter typed: it is read on the spot, in a few microseconds, for in
        the thread of a connection it would wait behind whatever is being read there. No writer ever holds it up.
        """
        try:
            row = self._glance()
        except sqlite3.Error:  # told by the connection that reads, if it fails there too
            row = None
        row = row or await self.reading.fetch_one(REVISION)
        return int(row[0]) if row else 0

    def _glance(self) -> Row | None:
        if self.path is None:  # memory belongs to one connection
            return None
        if self._glancing is None:
            self._glancing = sqlite3.connect(self.path, timeout=0, isolation_level=None)
            self._glancing.row_factory = sqlite3.Row
        row: Row | None = self._glancing.execute(REVISION).fetchone()
        return row

    async def back_up(self, path: Path) -> None:
        """A whole copy into a new file, while others may go on writing. Raises BadInput if the file exists."""
        if path.exists():
            raise BadInput("{path} exists already; give the name of a new file", path=path)
        copy = await _connect(str(path), patience=5)
        try:
            with translated(str(path)):
                await self.reading.raw.backup(copy.raw)
        finally:
            await copy.raw.close()
        await self.pages.copy(path)

    async def close(self) -> None:
        """Let go of the files."""
        await self.pages.close()
        if self._glancing is not None:
            self._glancing.close()
        if self._writing is not None and self._writing is not self.reading:
            await self._writing.raw.close()
        await self.reading.raw.close()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.close()


async def open_store(path: Path | None, patience: float = 5) -> Store:
    """The record at `path`, made or brought up to date if need be; None = an empty one in memory.

    `patience` is how many seconds a writer waits for another process. Raises RecordUnusable when the file is no
    database, another program's, newer than this program, locked, read-only, or cannot be made.
    """
    reading = await _connect(str(path) if path else IN_MEMORY, patience)
    try:
        await migrate(reading)
    except BaseException:
        await reading.raw.close()
        raise
    return Store(path, reading, patience)


async def _connect(where: str, patience: float) -> Connection:
    with translated(where):
        # Tried first without a thread: aiosqlite leaves its own behind, talking to a closed loop, if opening fails.
        sqlite3.connect(where).close()
        raw = await aiosqlite.connect(where, timeout=patience, isolation_level=None)
    raw.row_factory = sqlite3.Row
    connection = Connection(raw, where)
    try:
        await connection.run("PRAGMA foreign_keys = ON")
        await connection.run("PRAGMA cache_size = -65536")
    except BaseException:
        await raw.close()
        raise
    return connection
