"""Names that editors merged or keep apart, to rows and back, with what a merger changed so that it can be undone."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from bot.store.connection import Connection, Row
from bot.store.judgements import Edit, carry_out, undo
from bot.store.lineage import Record, Stamp


@dataclass(frozen=True, slots=True)
class Apart:
    """Two entities (keys, the lesser first) that an editor said are two."""

    one: str
    other: str
    why: str
    by: str
    at: dt.datetime


@dataclass(frozen=True, slots=True)
class Merger:
    """An entity (`gone`) that an editor said is another (`kept`)."""

    number: int
    gone: str
    kept: str


async def add_apart(db: Connection, one: str, other: str, stamp: Stamp) -> None:
    """Remember that two entities are two; they must not be remembered so already."""
    first, second = sorted((one, other))
    await db.run(
        "INSERT INTO apart (one, other, why, by, at) VALUES (:one, :other, :why, :by, :at)",
        one=first,
        other=second,
        why=stamp.why,
        by=stamp.by,
        at=stamp.at.isoformat(),
    )


async def end_apart(db: Connection, one: str, other: str, stamp: Stamp) -> None:
    """Forget that two entities are two; who said so stays in the table."""
    first, second = sorted((one, other))
    await db.run(
        "UPDATE apart SET undone_at = :at, undone_by = :by, undone_why = :why "
        "WHERE one = :one AND other = :other AND undone_at IS NULL",
        one=first,
        other=second,
        at=stamp.at.isoformat(),
        by=stamp.by,
        why=stamp.why,
    )


async def find_apart(db: Connection, one: str, other: str) -> Apart | None:
    """What was said about two entities, None if nothing that still holds."""
    pair = tuple(sorted((one, other)))
    return next((row for row in await list_apart(db) if (row.one, row.other) == pair), None)


async def list_apart(db: Connection) -> list[Apart]:
    """All pairs that are kept apart."""
    rows = await db.fetch("SELECT one, other, why, by, at FROM apart WHERE undone_at IS NULL ORDER BY id")
    return [_apart(row) for row in rows]


async def add_merger(db: Connection, gone: str, kept: str, stamp: Stamp) -> int:
    """Note a merger; its changes follow with `add_merger_edits`. Returns its number."""
    row = await db.fetch_one("SELECT coalesce(max(number), 0) + 1 AS next FROM merger")
    number = int(row["next"]) if row else 1
    await db.run(
        "INSERT INTO merger (number, gone, kept, why, by, at) VALUES (:number, :gone, :kept, :why, :by, :at)",
        number=number,
        gone=gone,
        kept=kept,
        why=stamp.why,
        by=stamp.by,
        at=stamp.at.isoformat(),
    )
    return number


async def add_merger_edits(db: Connection, number: int, edits: Sequence[Edit], stamp: Stamp) -> None:
    """Carry out some of a merger's changes, in the order given, and note them."""
    await carry_out(db, "merger", number, edits, stamp)


async def find_merger(db: Connection, entity: str) -> Merger | None:
    """The last merger of an entity, on either side, that still holds."""
    row = await db.fetch_one(
        "SELECT number, gone, kept FROM merger WHERE undone_at IS NULL AND :entity IN (gone, kept) "
        "ORDER BY number DESC LIMIT 1",
        entity=entity,
    )
    return Merger(row["number"], row["gone"], row["kept"]) if row else None


async def undo_merger(db: Connection, number: int, stamp: Stamp) -> list[Record]:
    """Take a merger back, last change first; returns the rows touched. Raises Refused if one was changed since."""
    return await undo(db, "merger", number, stamp)


def _apart(row: Row) -> Apart:
    return Apart(row["one"], row["other"], row["why"], row["by"], dt.datetime.fromisoformat(row["at"]))
