"""Alerts waiting to be delivered: queued in the transaction of their cause, claimed by one target at a time."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.store.connection import Connection, Row
from bot.store.lineage import Stamp

FIRST_WAIT = dt.timedelta(seconds=5)
LONGEST_WAIT = dt.timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Message:
    """One alert in the outbox. `kind` is what happened: opened, raised, reopened.

    `attempts` counts the tries at the asked target, `message` is the id the delivered one has there.
    """

    id: int
    key: str
    kind: str
    discrepancy: int
    created_at: dt.datetime
    attempts: int = 0
    delivered_at: dt.datetime | None = None
    message: str = ""


async def queue(db: Connection, alerts: Iterable[tuple[str, str, int]], stamp: Stamp) -> None:
    """Queue alerts (key, kind, discrepancy); one whose key is there already is not queued again."""
    await db.run_many(
        "INSERT OR IGNORE INTO outbox (key, kind, discrepancy, created_at) VALUES (?, ?, ?, ?)",
        ((*one, stamp.at.isoformat()) for one in alerts),
    )


async def claim_messages(db: Connection, target: str, now: dt.datetime, limit: int = 1) -> list[Message]:
    """Take the next undelivered alerts of a target, oldest first, so that nobody else delivers them.

    The caller holds the transaction, delivers after it, and then marks each delivered or failed.
    """
    rows = await db.fetch(
        "SELECT o.*, coalesce(d.attempts, 0) AS attempts, NULL AS delivered_at, NULL AS message FROM outbox o "
        "LEFT JOIN delivery d ON d.outbox = o.id AND d.target = :target "
        "WHERE d.outbox IS NULL OR (d.state = 'failed' AND d.next_at <= :now) ORDER BY o.id LIMIT :limit",
        target=target,
        now=now.isoformat(),
        limit=limit,
    )
    await db.run_many(
        "INSERT INTO delivery (outbox, target, state, attempts, claimed_at) VALUES (?, ?, 'claimed', 1, ?) "
        "ON CONFLICT (outbox, target) DO UPDATE SET state = 'claimed', attempts = attempts + 1, "
        "claimed_at = excluded.claimed_at",
        ((row["id"], target, now.isoformat()) for row in rows),
    )
    return [_message(row) for row in rows]


async def mark_delivered(
    db: Connection, target: str, ids: Sequence[int], now: dt.datetime, message: str | None = None
) -> None:
    """The target has them; `message` is the id of what was sent."""
    await db.run(
        "UPDATE delivery SET state = 'delivered', delivered_at = :now, message = :message, error = NULL "
        "WHERE target = :target AND outbox IN (SELECT value FROM json_each(:ids))",
        target=target,
        ids=json.dumps(list(ids)),
        now=now.isoformat(),
        message=message,
    )


async def mark_failed(db: Connection, target: str, id: int, now: dt.datetime, error: str) -> None:
    """The target could not be reached: it is tried again later, each time after twice as long a wait."""
    row = await db.fetch_one(
        "SELECT attempts FROM delivery WHERE outbox = :id AND target = :target", id=id, target=target
    )
    attempts = int(row["attempts"]) if row else 1
    await db.run(
        "UPDATE delivery SET state = 'failed', next_at = :next, error = :error WHERE outbox = :id AND target = :target",
        id=id,
        target=target,
        next=(now + min(FIRST_WAIT * 2 ** min(attempts - 1, 20), LONGEST_WAIT)).isoformat(),
        error=error,
    )


async def list_unconfirmed(db: Connection, target: str, before: dt.datetime) -> list[Message]:
    """Alerts a target claimed before then and never marked: whoever delivered them stopped in between."""
    rows = await db.fetch(
        "SELECT o.*, d.attempts, d.delivered_at, d.message FROM delivery d JOIN outbox o ON o.id = d.outbox "
        "WHERE d.target = :target AND d.state = 'claimed' AND d.claimed_at < :before ORDER BY o.id",
        target=target,
        before=before.isoformat(),
    )
    return [_message(row) for row in rows]


async def release(db: Connection, target: str, ids: Sequence[int]) -> None:
    """Give claimed alerts back, for whoever can tell that they were not delivered."""
    await db.run(
        "DELETE FROM delivery WHERE target = :target AND state = 'claimed' "
        "AND outbox IN (SELECT value FROM json_each(:ids))",
        target=target,
        ids=json.dumps(list(ids)),
    )


async def list_messages(db: Connection, target: str) -> list[Message]:
    """Every alert there ever was, oldest first, and whether the target has it."""
    rows = await db.fetch(
        "SELECT o.*, coalesce(d.attempts, 0) AS attempts, d.delivered_at, d.message FROM outbox o "
        "LEFT JOIN delivery d ON d.outbox = o.id AND d.target = :target ORDER BY o.id",
        target=target,
    )
    return [_message(row) for row in rows]


def _message(row: Row) -> Message:
    delivered = row["delivered_at"]
    return Message(
        id=row["id"],
        key=row["key"],
        kind=row["kind"],
        discrepancy=row["discrepancy"],
        created_at=dt.datetime.fromisoformat(row["created_at"]),
        attempts=row["attempts"],
        delivered_at=dt.datetime.fromisoformat(delivered) if delivered else None,
        message=row["message"] or "",
    )
