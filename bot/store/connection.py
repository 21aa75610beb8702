"""SQL statements to rows, with every failure of the database as one sentence for a person."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Callable, Coroutine, Iterable, Iterator
from contextlib import contextmanager
from typing import Any, TypeVar

import aiosqlite

from bot.errors import BadInput, RecordUnusable

Cell = str | int | float | bytes | None
Row = sqlite3.Row
T = TypeVar("T")
Write = tuple[str, Iterable[tuple[Cell, ...]]]
"""A statement with `?` marks, and the rows it is run for."""

REMEDIES = {
    "SQLITE_NOTADB": "{where} is not a database of Stet; give another path with --db or move the file away",
    "SQLITE_CORRUPT": "the database {where} is damaged; restore a backup",
    "SQLITE_FULL": "there is no space left for {where}; free some, then try again (nothing was changed)",
    "SQLITE_BUSY": "another program is writing to {where}; wait for it to finish, then try again (nothing was changed)",
    "SQLITE_LOCKED": "{where} is in use; wait, then try again (nothing was changed)",
    "SQLITE_READONLY": "{where} is read-only; allow writing to the file and its folder, or give another path with --db",
    "SQLITE_CANTOPEN": "{where} cannot be opened; check that its folder exists and may be written to",
    "SQLITE_PERM": "{where} may not be opened; check the permissions of the file and its folder",
    "SQLITE_AUTH": "{where} may not be opened; check the permissions of the file and its folder",
    "SQLITE_IOERR": "{where} cannot be read or written ({detail}); check the disk",
}


class Connection:
    """One connection to the record; `where` names it to people. Rows are sqlite3.Row, parameters are named."""

    def __init__(self, raw: aiosqlite.Connection, where: str) -> None:
        self.raw = raw
        self.where = where

    async def at_once(self, work: Callable[[Connection], Coroutine[Any, Any, T]]) -> T:
        """Do all of some work in one visit to the connection's thread; it may wait for nothing but the connection.

        A visit costs more than most statements, and what is reckoned between them does not hold the event loop.
        """
        return await self._visit(lambda db: _finished(work(_AtOnce(self.raw, self.where, db))))

    async def aside(self, work: Callable[[], T]) -> T:
        """Do work that takes long and needs no connection where it does not hold the event loop."""
        return await asyncio.to_thread(work)

    async def fetch(self, sql: str, /, **named: Cell) -> list[Row]:
        """All rows of a statement; a statement that writes is run too."""

        def read(db: sqlite3.Connection) -> list[Row]:
            cursor = db.execute(sql, named)
            rows = cursor.fetchall()
            cursor.close()
            return rows

        with translated(self.where):
            return await self._visit(read)

    async def fetch_one(self, sql: str, /, **named: Cell) -> Row | None:
        """The first row, or None."""
        rows = await self.fetch(sql, **named)
        return rows[0] if rows else None

    async def run(self, sql: str, /, **named: Cell) -> None:
        """Run a statement whose rows do not matter."""
        await self.fetch(sql, **named)

    async def run_many(self, sql: str, rows: Iterable[tuple[Cell, ...]]) -> None:
        """Run one statement with `?` marks for each row, all in one go."""
        await self.run_all((sql, rows))

    async def run_all(self, *writes: Write) -> None:
        """Run several statements, each for each of its rows, in one visit to the connection's thread."""

        def write(db: sqlite3.Connection) -> None:
            for sql, rows in writes:
                db.executemany(sql, rows).close()

        with translated(self.where):
            await self._visit(write)

    async def _visit(self, work: Callable[[sqlite3.Connection], T]) -> T:
        done: T = await self.raw._execute(work, self.raw._conn)  # type: ignore[no-untyped-call]
        return done


class _AtOnce(Connection):
    """The same connection for those who are in its thread already: nothing they ask of it has to wait."""

    def __init__(self, raw: aiosqlite.Connection, where: str, db: sqlite3.Connection) -> None:
        super().__init__(raw, where)
        self._db = db

    async def at_once(self, work: Callable[[Connection], Coroutine[Any, Any, T]]) -> T:
        return await work(self)

    async def aside(self, work: Callable[[], T]) -> T:
        return work()

    async def _visit(self, work: Callable[[sqlite3.Connection], T]) -> T:
        return work(self._db)


def _finished(work: Coroutine[Any, Any, T]) -> T:
    """What a coroutine that never waits returns."""
    try:
        work.send(None)
    except StopIteration as end:
        value: T = end.value
        return value
    work.close()
    raise RuntimeError("work that is done at once waited for something else than its connection")


@contextmanager
def translated(where: str) -> Iterator[None]:
    """SQLite's failures as RecordUnusable; text that no database can hold as BadInput. Bugs stay what they are."""
    try:
        yield
    except UnicodeEncodeError:
        raise BadInput("the text holds characters that are not Unicode; save it as UTF-8 and try again") from None
    except sqlite3.Error as error:
        name = getattr(error, "sqlite_errorname", None) or ""
        sentence = next((text for code, text in REMEDIES.items() if name.startswith(code)), None)
        if sentence is None:
            raise
        raise RecordUnusable(sentence, where=where, detail=str(error)) from error
