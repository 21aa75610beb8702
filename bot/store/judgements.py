"""Editors' judgements to rows and back, with the versions of the record they changed, so that each can be undone."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from bot.errors import Refused
from bot.record import Judgement
from bot.store.claims import CLAIMS
from bot.store.connection import Connection, Row
from bot.store.discrepancies import judgement_of
from bot.store.entities import ENTITIES
from bot.store.facts import FACTS
from bot.store.lineage import Ended, Lineage, Record, Stamp, add_rows, end_rows

Decision = Literal["judgement", "merger"]
"""What editors decide and may take back: each has a table of its name, and one of what it changed, `..._change`."""

KINDS: dict[str, Lineage[Any]] = {kind.name: kind for kind in (ENTITIES, FACTS, CLAIMS)}


@dataclass(frozen=True, slots=True)
class Edit:
    """What a judgement does to one row: the row before (None = made new) and after (None = it is retracted)."""

    before: Record | None
    after: Record | None

    @property
    def kind(self) -> str:
        """The table of the row."""
        return type(self.after or self.before).__name__.lower()


async def add_judgement(db: Connection, judgement: Judgement, edits: Sequence[Edit], stamp: Stamp) -> Judgement:
    """Write a judgement and carry out what it does to the record; returns it with its number.

    Entities first, then facts, then claims, so that what a row refers to is there before it.
    """
    row = await db.fetch_one("SELECT coalesce(max(number), 0) + 1 AS next FROM judgement")
    number = int(row["next"]) if row else 1
    await db.run(
        "INSERT INTO judgement (number, discrepancy, ruling, reason, evidence, loser, scope, by, at) "
        "VALUES (:number, :discrepancy, :ruling, :reason, :evidence, :loser, :scope, :by, :at)",
        number=number,
        discrepancy=judgement.discrepancy,
        ruling=judgement.ruling.value,
        reason=judgement.reason,
        evidence=judgement.evidence,
        loser=judgement.loser,
        scope=json.dumps([list(pair) for pair in judgement.scope], ensure_ascii=False),
        by=stamp.by,
        at=stamp.at.isoformat(),
    )
    places = {name: place for place, name in enumerate(KINDS)}
    await carry_out(db, "judgement", number, sorted(edits, key=lambda edit: places[edit.kind]), stamp)
    made = await db.fetch_one("SELECT * FROM judgement WHERE number = :number", number=number)
    assert made is not None
    return judgement_of(made)


async def undo_judgement(db: Connection, number: int, stamp: Stamp) -> list[Record]:
    """Take a judgement back: what it changed gets new versions that say what the old ones said. See `undo`."""
    return await undo(db, "judgement", number, stamp)


async def list_judgements(db: Connection, discrepancies: Iterable[int] | None = None) -> list[Judgement]:
    """All judgements, or those on some discrepancies, undone ones too; oldest first."""
    only = "" if discrepancies is None else "WHERE discrepancy IN (SELECT value FROM json_each(:numbers))"
    rows = await db.fetch(
        f"SELECT * FROM judgement {only} ORDER BY number", numbers=json.dumps(list(discrepancies or ()))
    )
    return [judgement_of(row) for row in rows]


async def carry_out(db: Connection, decision: Decision, number: int, edits: Sequence[Edit], stamp: Stamp) -> None:
    """Do what a decision does to the record, in the order given, and note it after what it has done so far."""
    row = await db.fetch_one(
        f"SELECT count(*) AS count FROM {decision}_change WHERE {decision} = :number", number=number
    )
    first = int(row["count"]) if row else 0
    for place, edit in enumerate(edits, first):
        before, after = await _do(db, edit, stamp)
        await db.run(
            f"INSERT INTO {decision}_change VALUES (:number, :place, :kind, :before, :after)",
            number=number,
            place=place,
            kind=edit.kind,
            before=before,
            after=after,
        )


async def undo(db: Connection, decision: Decision, number: int, stamp: Stamp) -> list[Record]:
    """Take back all a decision did, the last first, and note who undid it; nothing of it is erased.

    Returns the rows as they stand again and those that are gone. Raises Refused if a row has been changed since.
    """
    rows = await db.fetch(
        f"SELECT * FROM {decision}_change WHERE {decision} = :number ORDER BY place DESC", number=number
    )
    touched: list[Record] = []
    for row in rows:
        touched += await _take_back(db, KINDS[row["kind"]], row, stamp)
    await db.run(
        f"UPDATE {decision} SET undone_at = :at, undone_by = :by, undone_why = :why WHERE number = :number",
        number=number,
        at=stamp.at.isoformat(),
        by=stamp.by,
        why=stamp.why,
    )
    return touched


async def _do(db: Connection, edit: Edit, stamp: Stamp) -> tuple[int | None, int | None]:
    """Do one edit; returns the versions it ended and wrote, so that it can be taken back."""
    kind = KINDS[edit.kind]
    before = await _live_version(db, kind, edit.before.key) if edit.before else None
    if edit.after is None:
        assert edit.before is not None
        await end_rows(db, kind, [edit.before.key], stamp)
        return before, None
    moved = edit.before is not None and edit.before.key != edit.after.key
    ends = [Ended(edit.before.key, edit.after.key)] if edit.before and moved else []
    await add_rows(db, kind, [edit.after], stamp, ends)
    return before, await _live_version(db, kind, edit.after.key)


async def _take_back(db: Connection, kind: Lineage[Any], row: Row, stamp: Stamp) -> list[Record]:
    """Undo the edit between a row's `before` and `after` versions. Raises Refused if it was built on since."""
    before, after = await _version(db, kind, row["before"]), await _version(db, kind, row["after"])
    if after is not None and after["ended_at"] is not None:
        raise Refused(
            "the {kind} {key} has been changed since; take that back first",
            kind=kind.name,
            key=after["key"],
        )
    touched: list[Record] = [kind.value(one) for one in (before, after) if one is not None]
    if after is not None and (before is None or before["key"] != after["key"]):
        await end_rows(db, kind, [after["key"]], stamp)
    if before is not None:
        await add_rows(db, kind, [kind.value(before)], stamp)
    return touched


async def _live_version(db: Connection, kind: Lineage[Any], key: str) -> int | None:
    row = await db.fetch_one(f"SELECT version FROM {kind.name}_version WHERE key = :key AND ended_at IS NULL", key=key)
    return int(row["version"]) if row else None


async def _version(db: Connection, kind: Lineage[Any], version: int | None) -> Row | None:
    return await db.fetch_one(f"SELECT * FROM {kind.name}_version WHERE version = :version", version=version)
