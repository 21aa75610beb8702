"""All that a story's files say, brought into the record: what is new, changed or gone since they were last loaded.

Files and editors both write. What the files said last time is the common ground: a field the files have changed
follows them, any other stays as editors left it, and what editors retracted stays retracted.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from typing import Any, Generic

from bot.record import Claim, Seed
from bot.store.claims import CLAIMS
from bot.store.connection import Cell, Connection, Row
from bot.store.entities import ENTITIES, STORIES
from bot.store.facts import FACTS
from bot.store.lineage import Ended, Lineage, R, Record, Stamp, add_rows, end_rows
from bot.store.sources import SOURCES

KEPT = "changes made by editors, kept when the files changed"


@dataclass(frozen=True, slots=True)
class Difference(Generic[R]):
    """What loading does to one kind of row; `edits` are changed rows with what editors had made of them kept."""

    added: tuple[R, ...] = ()
    changed: tuple[R, ...] = ()
    edits: tuple[R, ...] = ()
    retracted: tuple[str, ...] = ()

    @property
    def standing(self) -> tuple[R, ...]:
        """The rows as they hold after loading."""
        edited = {row.key: row for row in self.edits}
        return tuple(edited.get(row.key, row) for row in (*self.added, *self.changed))


@dataclass(frozen=True, slots=True)
class Loaded:
    """What loading a seed did: keys by table ("entity", "fact", "source", "claim"), and the claims now to compare."""

    added: dict[str, tuple[str, ...]]
    changed: dict[str, tuple[str, ...]]
    retracted: dict[str, tuple[str, ...]]
    claims: tuple[Claim, ...]


@dataclass(slots=True)
class _Known:
    """What the record holds of one key: the newest version, the live one, the last the files gave."""

    last: Row
    live: Row | None = None
    seeded: Row | None = None


async def add_seed(db: Connection, seed: Seed, stamp: Stamp) -> Loaded:
    """Bring a story's files into the record; the caller holds the transaction. Loading the same again does nothing."""
    by_files = replace(stamp, seeded=True)
    tables: dict[str, Difference[Any]] = {}
    # In this order, so that what a row refers to is there before it.
    for kind, rows in (
        (STORIES, [seed.story]),
        (ENTITIES, seed.entities),
        (SOURCES, seed.sources),
        (FACTS, seed.facts),
        (CLAIMS, seed.claims),
    ):
        tables[kind.name] = await _load(db, kind, rows, seed.story.key, by_files)
    orphans = await _retract_orphans(db, (*tables["fact"].retracted, *tables["source"].retracted), by_files)
    retracted = {name: one.retracted for name, one in tables.items()}
    return Loaded(
        {name: tuple(row.key for row in one.added) for name, one in tables.items()},
        {name: tuple(row.key for row in one.changed) for name, one in tables.items()},
        retracted | {"claim": (*retracted["claim"], *orphans)},
        tables["claim"].standing,
    )


async def is_loaded(db: Connection, folder: str, sha256: str) -> bool:
    """Whether the last load of this folder was of this very content."""
    row = await db.fetch_one("SELECT sha256 FROM loaded WHERE folder = :folder", folder=folder)
    return row is not None and row["sha256"] == sha256


async def mark_loaded(db: Connection, folder: str, sha256: str) -> None:
    """Remember what was last loaded of a folder."""
    await db.run("INSERT OR REPLACE INTO loaded VALUES (:folder, :sha256)", folder=folder, sha256=sha256)


async def _load(db: Connection, kind: Lineage[R], rows: Sequence[R], story: str, stamp: Stamp) -> Difference[R]:
    known = await _known(db, kind, story)
    found = difference(kind, rows, known)
    new = (*found.added, *found.changed)
    ends = successors([kind.value(row) for key in found.retracted if (row := known[key].live)], found.added)
    if new:
        await add_rows(db, kind, new, stamp, ends, live=[row.key for row in found.changed])
    else:
        await end_rows(db, kind, found.retracted, stamp)
    if found.edits:
        await add_rows(db, kind, found.edits, replace(stamp, seeded=False, why=KEPT))
    return _told(found, ends)


def _told(found: Difference[R], ends: Sequence[Ended]) -> Difference[R]:
    """For people, a claim that takes the place of another is a change, not something new and something gone."""
    heirs = {end.successor for end in ends if end.successor}
    return replace(
        found,
        added=tuple(row for row in found.added if row.key not in heirs),
        changed=(*found.changed, *(row for row in found.added if row.key in heirs)),
        retracted=tuple(end.key for end in ends if not end.successor),
    )


def difference(kind: Lineage[R], rows: Sequence[R], known: dict[str, _Known]) -> Difference[R]:
    """What is to be written so that the record follows the files again."""
    added: list[R] = []
    changed: list[R] = []
    edits: list[R] = []
    for row in rows:
        have = known.get(row.key)
        if have is None:
            added.append(row)
            continue
        cells = kind.cells(row)
        if have.live is None and (have.last["ended_seeded"] or _said(kind, have) != cells):
            added.append(row)
        elif have.live is not None and cells not in (_cells(kind, have.live), _said(kind, have)):
            changed.append(row)
            merged = merge(kind.value(have.live), kind.value(have.seeded or have.live), row)
            edits += [merged] if kind.cells(merged) != cells else []
    given = {row.key for row in rows}
    gone = (key for key, have in known.items() if have.live and have.seeded and key not in given)
    return Difference(tuple(added), tuple(changed), tuple(edits), tuple(gone))


def merge(live: R, before: R, after: R) -> R:
    """`after` wherever the files changed, `live` elsewhere; lists also keep what editors had added to them."""
    chosen: dict[str, Any] = {}
    for field in fields(after):
        ours, base, theirs = (getattr(one, field.name) for one in (live, before, after))
        if isinstance(theirs, tuple):
            chosen[field.name] = (*theirs, *(item for item in ours if item not in base and item not in theirs))
        else:
            chosen[field.name] = ours if base == theirs else theirs
    return type(after)(**chosen)


def successors(gone: Sequence[Record], new: Sequence[Record]) -> list[Ended]:
    """Which new claim takes the place of a claim the files no longer make: same source and fact, best also claimant.

    Rows of other kinds have ids of their own, so nothing takes their place.
    """
    if not gone:
        return []
    waiting: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in new:
        if isinstance(claim, Claim):
            waiting[claim.source, claim.fact].append(claim)
    return [Ended(old.key, _heir(old, waiting[old.source, old.fact]) if isinstance(old, Claim) else "") for old in gone]


def _heir(old: Claim, heirs: list[Claim]) -> str:
    if not heirs:
        return ""
    heir = next((claim for claim in heirs if claim.claimant == old.claimant), heirs[0])
    heirs.remove(heir)
    return heir.key


async def _known(db: Connection, kind: Lineage[R], story: str) -> dict[str, _Known]:
    # All keys of a story begin with "story/", and "0" follows "/": a range the index on keys can walk.
    clause = "key = :story" if kind.name == "story" else "key > :story || '/' AND key < :story || '0'"
    rows = await db.fetch(f"SELECT * FROM {kind.name}_version WHERE {clause} ORDER BY version", story=story)
    known: dict[str, _Known] = {}
    for row in rows:
        have = known.setdefault(row["key"], _Known(row))
        have.last = row
        have.live = row if row["ended_at"] is None else have.live
        have.seeded = row if row["seeded"] else have.seeded
    return known


async def _retract_orphans(db: Connection, keys: Sequence[str], stamp: Stamp) -> tuple[str, ...]:
    orphans: list[str] = []
    for key in keys:
        rows = await db.fetch(
            "SELECT key FROM claim_version WHERE ended_at IS NULL AND fact = :key "
            "UNION SELECT key FROM claim_version WHERE ended_at IS NULL AND source = :key",
            key=key,
        )
        orphans += [row["key"] for row in rows]
    await end_rows(db, CLAIMS, dict.fromkeys(orphans), stamp)
    return tuple(dict.fromkeys(orphans))


def _cells(kind: Lineage[R], row: Row) -> tuple[Cell, ...]:
    return tuple(row[column] for column in kind.columns)


def _said(kind: Lineage[R], have: _Known) -> tuple[Cell, ...] | None:
    return _cells(kind, have.seeded) if have.seeded else None
