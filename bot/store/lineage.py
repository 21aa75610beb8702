"""Rows that are never overwritten: a new version ends the one before it, and every version stays readable.

One `Lineage` describes a kind of row; its functions serve stories, entities, facts, sources and claims alike.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import AsyncIterator, Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from bot.errors import NotFound
from bot.record import Act, Change, Claim, Entity, Fact, Source, Story
from bot.store.connection import Cell, Connection, Row, Write

Record = Story | Entity | Fact | Source | Claim
R = TypeVar("R", bound=Record)
BATCH = 250  # read in a few milliseconds, after which others get their turn


@dataclass(frozen=True, slots=True)
class Lineage(Generic[R]):
    """One kind of row: its tables (`name`, `name`_version), columns, and how a value becomes cells and back.

    `words` is the text by which the row can be found, `number` its kind in the rowids of the full-text index;
    `concerns` the column that names what a change of such a row is a change of.
    """

    name: str
    number: int
    columns: tuple[str, ...]
    cells: Callable[[R], tuple[Cell, ...]]
    value: Callable[[Row], R]
    words: Callable[[R], str]
    concerns: str = "key"


@dataclass(frozen=True, slots=True)
class Stamp:
    """Who writes, when, why; `seeded` = because a story's files say so."""

    by: str
    at: dt.datetime
    why: str = ""
    seeded: bool = False


@dataclass(frozen=True, slots=True)
class Ended:
    """The key of a live row that ends, and the key of the row that takes its place ("" = none: it is retracted)."""

    key: str
    successor: str = ""


async def add_rows(
    db: Connection,
    kind: Lineage[R],
    rows: Sequence[R],
    stamp: Stamp,
    ends: Sequence[Ended] = (),
    *,
    live: Iterable[str] | None = None,
) -> None:
    """Write new versions, ending those named in `ends` and those of the same keys, in one go.

    `live` are the keys among the rows' that have a version to end, where the caller knows them: it need not be looked
    for. Raises RecordUnusable as every write; the caller holds the transaction.
    """
    await db.at_once(lambda inside: _add(inside, kind, rows, stamp, ends, live))


async def _add(
    db: Connection,
    kind: Lineage[R],
    rows: Sequence[R],
    stamp: Stamp,
    ends: Sequence[Ended],
    live: Iterable[str] | None,
) -> None:
    same = await _list_live(db, kind, [row.key for row in rows]) if live is None else live
    first = await _next_version(db, kind)
    numbers = {row.key: first + place for place, row in enumerate(rows)}
    anchors = f"INSERT OR IGNORE INTO {kind.name} VALUES ({_anchor_marks(kind)})"
    columns = ("version", "key", *kind.columns, "by", "at", "reason", "seeded")
    marks = ", ".join("?" * len(columns))
    tail = (stamp.by, stamp.at.isoformat(), stamp.why, int(stamp.seeded))
    versions = f"INSERT INTO {kind.name}_version ({', '.join(map(_quoted, columns))}) VALUES ({marks})"
    found = "INSERT INTO found (rowid, words) VALUES (?, ?)"
    await db.run_all(
        *_ending(kind, [*ends, *(Ended(key, key) for key in same)], numbers, stamp),
        (anchors, map(_anchor, rows)),
        (versions, ((numbers[row.key], row.key, *kind.cells(row), *tail) for row in rows)),
        (found, ((numbers[row.key] * 8 + kind.number, kind.words(row)) for row in rows)),
        (f"{_noting(kind)} WHERE version >= ?", [(first,)]),
    )


async def end_rows(db: Connection, kind: Lineage[R], keys: Iterable[str], stamp: Stamp) -> None:
    """Retract live rows without a successor; keys that are not live are left as they are."""
    await db.run_all(*_ending(kind, [Ended(key) for key in keys], {}, stamp))


async def values_of(db: Connection, rows: Sequence[Row], value: Callable[[Row], R]) -> list[R]:
    """The values of rows; those of many are made beside the event loop, which they would hold for too long."""
    if len(rows) <= BATCH:
        return [value(row) for row in rows]
    return await db.aside(lambda: [value(row) for row in rows])


async def list_live(db: Connection, kind: Lineage[R], story: str | None = None) -> list[R]:
    """All rows that hold, in the order they were first written; of one story if named."""
    clause = "" if story is None else "AND story = :story"
    rows = await db.fetch(
        f"SELECT * FROM {kind.name}_version WHERE ended_at IS NULL {clause} ORDER BY version", story=story
    )
    return await values_of(db, rows, kind.value)


async def stream_live(db: Connection, kind: Lineage[R], story: str | None = None) -> AsyncIterator[R]:
    """All rows that hold, a batch at a time, so that a large record neither fills memory nor holds the loop."""
    after = 0
    clause = "" if story is None else "AND story = :story"
    sql = (
        f"SELECT * FROM {kind.name}_version "
        f"WHERE version > :after AND ended_at IS NULL {clause} ORDER BY version LIMIT {BATCH}"
    )
    while rows := await db.fetch(sql, after=after, story=story):
        for row in rows:
            yield kind.value(row)
        after = rows[-1]["version"]


async def get_live(db: Connection, kind: Lineage[R], key: str) -> R:
    """The row of a key as it holds now. Raises NotFound."""
    row = await db.fetch_one(f"SELECT * FROM {kind.name}_version WHERE key = :key AND ended_at IS NULL", key=key)
    if row is None:
        raise NotFound("there is no {kind} {key} in the record", kind=kind.name, key=key)
    return kind.value(row)


async def list_by_keys(db: Connection, kind: Lineage[R], keys: Iterable[str]) -> list[R]:
    """The live rows of some keys in one go, in the order they were first written; others are left out."""
    rows = await db.fetch(
        f"SELECT v.* FROM json_each(:keys) AS k CROSS JOIN {kind.name}_version v ON v.key = k.value "
        f"WHERE v.ended_at IS NULL ORDER BY v.version",
        keys=json.dumps(list(keys)),
    )
    return await values_of(db, rows, kind.value)


async def list_last(db: Connection, kind: Lineage[R], keys: Iterable[str]) -> list[R]:
    """Some rows as they last stood, also those that have been retracted or replaced since."""
    rows = await db.fetch(
        f"SELECT v.*, max(v.version) FROM json_each(:keys) AS k CROSS JOIN {kind.name}_version v ON v.key = k.value "
        f"GROUP BY v.key ORDER BY v.version",
        keys=json.dumps(list(keys)),
    )
    return await values_of(db, rows, kind.value)


async def list_history(db: Connection, kind: Lineage[R], key: str) -> list[Change]:
    """Everything that happened to a key, oldest first. Empty for a key that never was."""
    rows = await db.fetch(f"SELECT * FROM {kind.name}_version WHERE key = :key ORDER BY version", key=key)
    own = {row["version"] for row in rows}
    continued = {row["next"] for row in rows} & own
    return [
        change
        for row in rows
        for change in (
            _begun(kind, row, continued=row["version"] in continued),
            *([] if row["ended_at"] is None or row["next"] in own else [_finished(kind, row)]),
        )
    ]


def _begun(kind: Lineage[R], row: Row, *, continued: bool) -> Change:
    at = dt.datetime.fromisoformat(row["at"])
    return Change(row["key"], Act.CHANGED if continued else Act.ADDED, row["by"], at, kind.value(row), row["reason"])


def _finished(kind: Lineage[R], row: Row) -> Change:
    act = Act.RETRACTED if row["next"] is None else Act.REPLACED
    at = dt.datetime.fromisoformat(row["ended_at"])
    return Change(row["key"], act, row["ended_by"], at, kind.value(row), row["ended_why"] or "")


async def _list_live(db: Connection, kind: Lineage[R], keys: Sequence[str]) -> list[str]:
    rows = await db.fetch(
        f"SELECT v.key FROM json_each(:keys) AS k CROSS JOIN {kind.name}_version v ON v.key = k.value "
        f"WHERE v.ended_at IS NULL",
        keys=json.dumps(keys),
    )
    return [row["key"] for row in rows]


async def _next_version(db: Connection, kind: Lineage[R]) -> int:
    row = await db.fetch_one(f"SELECT coalesce(max(version), 0) + 1 AS next FROM {kind.name}_version")
    return int(row["next"]) if row else 1


def _ending(kind: Lineage[R], ends: Sequence[Ended], numbers: dict[str, int], stamp: Stamp) -> list[Write]:
    unfound = (
        f"DELETE FROM found WHERE rowid = "
        f"(SELECT version * 8 + {kind.number} FROM {kind.name}_version WHERE key = ? AND ended_at IS NULL)"
    )
    ended = (
        f"UPDATE {kind.name}_version SET ended_at = ?, ended_by = ?, ended_why = ?, ended_seeded = ?, next = ? "
        f"WHERE key = ? AND ended_at IS NULL"
    )
    keys = [(end.key,) for end in ends]
    tail = (stamp.at.isoformat(), stamp.by, stamp.why, int(stamp.seeded))
    return [
        (unfound, keys),
        (f"{_noting(kind)} WHERE key = ? AND ended_at IS NULL", keys),
        (ended, ((*tail, numbers.get(end.successor), end.key) for end in ends)),
    ]


def _noting(kind: Lineage[R]) -> str:
    """Every change is noted, so that what is kept in memory of the record can follow (see changes.py)."""
    return f"INSERT INTO change (kind, key) SELECT '{kind.name}', {kind.concerns} FROM {kind.name}_version"


def _anchor(row: Record) -> tuple[Cell, ...]:
    return (row.key,) if isinstance(row, Story) else (row.key, row.story)


def _anchor_marks(kind: Lineage[R]) -> str:
    return "?" if kind.name == "story" else "?, ?"


def _quoted(column: str) -> str:
    return f'"{column}"'
