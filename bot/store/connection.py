"""SQL statements to rows, with every failure of the database as one sentence for a person."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

import aiosqlite

from bot.errors import BadInput, RecordUnusable

Cell = str | int | float | bytes | None
Row = sqlite3.Row
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

    async def fetch(self, sql: str, /, **named: Cell) -> list[Row]:
        """All rows of a statement; a statement that writes is run too."""
        with translated(self.where):
            return list(await self.raw.execute_fetchall(sql, named))

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
        """Run several statements, each for each of its rows, in one visit to the connection's thread.

        A visit costs more than the rows of a short article; and a cursor left open costs another to close.
        """

        def write(db: sqlite3.Connection) -> None:
            for sql, rows in writes:
                db.executemany(sql, rows).close()

        with translated(self.where):
            await self.raw._execute(write, self.raw._conn)  # type: ignore[no-untyped-call]


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
