"""The rows of the record that hold, in memory: all of them read once, then only those that were written since."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bot.record import Claim, Entity, Fact, Source
from bot.store import Connection
from bot.store.changes import fetch_live, last_change, list_changes
from bot.store.claims import all_claims, list_standing
from bot.store.entities import ENTITIES
from bot.store.facts import FACTS
from bot.store.lineage import Lineage, R, list_by_keys
from bot.store.sources import SOURCES

FOLLOWED = 400
"""So many changes are followed one by one in a few milliseconds; after more than that all is read again."""


@dataclass(frozen=True, slots=True)
class LiveRows:
    """Rows by key in the order written, claims by fact; `change` is the last change they follow."""

    change: int
    entities: Mapping[str, Entity]
    sources: Mapping[str, Source]
    facts: Mapping[str, Fact]
    claims: Mapping[str, Sequence[Claim]]


async def read_live(db: Connection, before: LiveRows | None = None) -> LiveRows:
    """The rows as they stand now; those that `before` knows and nobody has written since are the very same ones."""
    # First of all: what is written while the rows are being read is then followed once more, which does no harm.
    last = await last_change(db)
    keys = await list_changes(db, before.change, FOLLOWED) if before else None
    if before is None or keys is None:
        return await _read_all(db, last)
    facts_said_of = keys.get("claim", ())
    return LiveRows(
        last,
        await _follow(db, ENTITIES, before.entities, keys.get("entity", ())),
        await _follow(db, SOURCES, before.sources, keys.get("source", ())),
        await _follow(db, FACTS, before.facts, keys.get("fact", ())),
        {
            **{fact: said for fact, said in before.claims.items() if fact not in facts_said_of},
            **_by_fact(await list_standing(db, facts_said_of)),
        },
    )


async def _read_all(db: Connection, last: int) -> LiveRows:
    kinds: tuple[Lineage[Any], ...] = (ENTITIES, SOURCES, FACTS)
    rows = [await fetch_live(db, kind) for kind in kinds]
    # In a thread: making values of ten thousand rows would hold everybody else.
    entities, sources, facts = await asyncio.to_thread(
        lambda: [{row["key"]: kind.value(row) for row in some} for kind, some in zip(kinds, rows, strict=True)]
    )
    return LiveRows(last, entities, sources, facts, _by_fact([claim async for claim in all_claims(db)]))


async def _follow(db: Connection, kind: Lineage[R], known: Mapping[str, R], keys: Sequence[str]) -> Mapping[str, R]:
    """A row that was written again stands last, as it does where all are read."""
    if not keys:
        return known
    kept = {key: row for key, row in known.items() if key not in keys}
    return {**kept, **{row.key: row for row in await list_by_keys(db, kind, keys)}}


def _by_fact(claims: Iterable[Claim]) -> dict[str, list[Claim]]:
    grouped: dict[str, list[Claim]] = {}
    for claim in claims:
        grouped.setdefault(claim.fact, []).append(claim)
    return grouped
