"""Texts and raw pages, each once by its SHA-256 and compressed, in a file beside the record."""

from __future__ import annotations

import asyncio
import hashlib
import sqlite3
import threading
import zlib
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TypeVar

from bot.errors import RecordUnusable
from bot.store.connection import translated

SUFFIX = ".pages"
T = TypeVar("T")


def sha256_of(content: bytes) -> str:
    """The name under which content is kept."""
    return hashlib.sha256(content).hexdigest()


class Pages:
    """What was read, by its hash. Opened when first used; every call runs in a thread, one at a time."""

    def __init__(self, record: Path | None) -> None:
        self._where = str(record.with_suffix(SUFFIX)) if record else ":memory:"
        self._db: sqlite3.Connection | None = None
        self._turn = threading.Lock()

    async def put(self, contents: Iterable[bytes]) -> None:
        """Keep contents; what is there already is left. Raises RecordUnusable."""
        packed = [(sha256_of(one), len(one), one) for one in contents]

        def put(db: sqlite3.Connection) -> None:
            with db:
                db.executemany(
                    "INSERT OR IGNORE INTO page VALUES (?, ?, ?)",
                    ((name, size, zlib.compress(one, 6)) for name, size, one in packed),
                )

        await self._run(put)

    async def get(self, name: str) -> bytes | None:
        """The content of a hash; None if it is not kept (any more)."""

        def get(db: sqlite3.Connection) -> bytes | None:
            row = db.execute("SELECT packed FROM page WHERE sha256 = ?", (name,)).fetchone()
            return zlib.decompress(row[0]) if row else None

        return await self._run(get)

    async def sizes(self) -> dict[str, int]:
        """The bytes each content takes, compressed."""
        return await self._run(lambda db: dict(db.execute("SELECT sha256, length(packed) FROM page").fetchall()))

    async def drop(self, names: Sequence[str]) -> None:
        """Delete contents for good and give the room back."""

        def drop(db: sqlite3.Connection) -> None:
            with db:
                db.executemany("DELETE FROM page WHERE sha256 = ?", ((name,) for name in names))
            db.execute("PRAGMA incremental_vacuum")

        await self._run(drop)

    async def copy(self, path: Path) -> None:
        """A whole copy beside the copied record at `path`; none where nothing is kept."""
        target = str(path.with_suffix(SUFFIX))

        def copy(db: sqlite3.Connection) -> None:
            if db.execute("SELECT 1 FROM page LIMIT 1").fetchone() is None:
                return
            with translated(target):
                other = sqlite3.connect(target)
                try:
                    db.backup(other)
                finally:
                    other.close()

        await self._run(copy)

    async def close(self) -> None:
        """Let go of the file."""
        if self._db is not None:
            await asyncio.to_thread(self._db.close)
            self._db = None

    async def _run(self, work: Callable[[sqlite3.Connection], T]) -> T:
        return await asyncio.to_thread(self._locked, work)

    def _locked(self, work: Callable[[sqlite3.Connection], T]) -> T:
        with self._turn, translated(self._where):
            if self._db is None:
                self._db = _open(self._where)
            try:
                return work(self._db)
            except zlib.error:
                raise RecordUnusable("{where} is damaged; restore a backup", where=self._where) from None


def _open(where: str) -> sqlite3.Connection:
    db = sqlite3.connect(where, check_same_thread=False, timeout=5)
    db.execute("PRAGMA auto_vacuum = INCREMENTAL")
    db.execute("PRAGMA journal_mode = WAL")
    db.execute("CREATE TABLE IF NOT EXISTS page (sha256 TEXT PRIMARY KEY, size INTEGER, packed BLOB) STRICT")
    return db
