"""The list of changed rows to the keys that are to be read again, and rows as they lie in the database."""

from __future__ import annotations

import json
from collections.abc import Iterable

from bot.store.connection import Connection, Row
from bot.store.lineage import Lineage, R


async def last_change(db: Connection) -> int:
    """The number of the newest change; 0 in an empty record."""
    row = await db.fetch_one("SELECT max(id) AS last FROM change")
    return int(row["last"] or 0) if row else 0


async def list_changes(db: Connection, after: int, limit: int) -> dict[str, list[str]] | None:
    """The keys written or ended after a change, by kind ("claim" = the facts of such claims); None if over `limit`."""
    rows = await db.fetch("SELECT kind, key FROM change WHERE id > :after LIMIT :most", after=after, most=limit + 1)
    if len(rows) > limit:
        return None
    changed: dict[str, list[str]] = {}
    for row in dict.fromkeys((row["kind"], row["key"]) for row in rows):
        changed.setdefault(row[0], []).append(row[1])
    return changed


async def fetch_live(db: Connection, kind: Lineage[R]) -> list[Row]:
    """All rows that hold, not yet values: making these of 100,000 rows is work for a thread."""
    return await db.fetch(f"SELECT * FROM {kind.name}_version WHERE ended_at IS NULL ORDER BY version")


async def count_said(db: Connection, facts: Iterable[str] | None = None) -> list[Row]:
    """(fact, written, claims) of the live claims, of all facts or of some; in the order they were first written."""
    if facts is None:
        return await db.fetch(
            "SELECT fact, written, count(*) AS claims FROM claim_version WHERE ended_at IS NULL "
            "GROUP BY fact, written ORDER BY min(version)"
        )
    return await db.fetch(
        "SELECT c.fact, c.written, count(*) AS claims FROM json_each(:facts) AS f "
        "CROSS JOIN claim_version c ON c.fact = f.value WHERE c.ended_at IS NULL "
        "GROUP BY c.fact, c.written ORDER BY min(c.version)",
        facts=json.dumps(list(facts)),
    )
