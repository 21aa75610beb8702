"""Discrepancies to rows and back: how each stands now, the claims of its two sides, and every step that led there."""

from __future__ import annotations

import datetime as dt
import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from bot.errors import NotFound
from bot.phrase import Phrase
from bot.record import Comparison, Discrepancy, Judgement, Ruling, Side, State
from bot.store.comparisons import comparison_of, phrase_cell, phrase_of
from bot.store.connection import Cell, Connection, Row
from bot.store.lineage import Stamp
from bot.store.stored import list_cell

RECORDED, NEW = "recorded", "new"
LONGEST_NUMBER = 6
"""Discrepancies are looked for by the first digits of numbers up to so many digits longer."""
_COLUMNS = (
    *("story", "fact", "kind", "topic", "level", "verdict", "rule", "rule_version", "why", "score"),
    *("recorded_written", "recorded_forms", "new_written", "new_forms", "state", "opened_at", "until", "reopened"),
)


@dataclass(frozen=True, slots=True)
class Step:
    """What happened to a discrepancy: opened, joined, judged, undone, snoozed, reopened, gone."""

    discrepancy: int
    act: str
    why: Phrase
    by: str
    at: dt.datetime


@dataclass(frozen=True, slots=True)
class Outline:
    """What tells one discrepancy from others: its number, its fact, the values of its sides, how it stands."""

    number: int
    fact: str
    recorded: str
    new: str
    state: State


async def next_number(db: Connection) -> int:
    """The number the next discrepancy gets."""
    row = await db.fetch_one("SELECT coalesce(max(number), 0) + 1 AS next FROM discrepancy")
    return int(row["next"]) if row else 1


async def put_discrepancies(db: Connection, found: Sequence[Discrepancy]) -> None:
    """Write discrepancies as they stand now, with their sides; the caller holds the transaction and adds the steps."""
    updates = ", ".join(f"{name} = excluded.{name}" for name in _COLUMNS)
    put = (
        f"INSERT INTO discrepancy (number, {', '.join(_COLUMNS)}) VALUES ({', '.join('?' * (len(_COLUMNS) + 1))}) "
        f"ON CONFLICT (number) DO UPDATE SET {updates}"
    )
    sides = (
        (one.number, key, name, place)
        for one in found
        for name, side in ((RECORDED, one.recorded), (NEW, one.new))
        for place, key in enumerate(side.claims)
    )
    await db.run_all(
        (put, ((one.number, *_cells(one)) for one in found)),
        ("DELETE FROM discrepancy_claim WHERE discrepancy = ?", ((one.number,) for one in found)),
        ("INSERT OR IGNORE INTO discrepancy_claim VALUES (?, ?, ?, ?)", sides),
    )


async def add_steps(db: Connection, steps: Iterable[tuple[int, str, Phrase]], stamp: Stamp) -> None:
    """Note what happened to discrepancies (number, act, why)."""
    tail = (stamp.by, stamp.at.isoformat())
    await db.run_many(
        "INSERT INTO step (discrepancy, act, why, by, at) VALUES (?, ?, ?, ?, ?)",
        ((number, act, phrase_cell(why), *tail) for number, act, why in steps),
    )


async def list_steps(db: Connection, numbers: Iterable[int]) -> list[Step]:
    """What happened to some discrepancies, oldest first."""
    rows = await db.fetch(
        "SELECT * FROM step WHERE discrepancy IN (SELECT value FROM json_each(:numbers)) ORDER BY id",
        numbers=json.dumps(list(numbers)),
    )
    return [
        Step(row["discrepancy"], row["act"], phrase_of(row["why"]), row["by"], dt.datetime.fromisoformat(row["at"]))
        for row in rows
    ]


async def get_discrepancy(db: Connection, number: int) -> Discrepancy:
    """One discrepancy. Raises NotFound."""
    found = await _with_sides(db, await db.fetch("SELECT * FROM discrepancy WHERE number = :number", number=number))
    if not found:
        raise NotFound("there is no discrepancy {number}; `stet discrepancies --all` lists them", number=number)
    return found[0]


async def list_discrepancies(db: Connection, facts: Iterable[str] | None = None) -> list[Discrepancy]:
    """All discrepancies by number; only those on some facts if given."""
    if facts is None:
        return await _with_sides(db, await db.fetch("SELECT * FROM discrepancy ORDER BY number"))
    rows = await db.fetch(
        "SELECT d.* FROM json_each(:facts) AS f CROSS JOIN discrepancy d ON d.fact = f.value ORDER BY d.number",
        facts=json.dumps(list(facts)),
    )
    return await _with_sides(db, rows)


async def search_discrepancies(
    db: Connection, facts: Iterable[str] = (), number: int | None = None, limit: int = 25, *, judged: bool = False
) -> list[Outline]:
    """Discrepancies whose number begins with `number`, then those on some facts; the latest of any where none is named.

    Open ones come first, or judged ones if those are wanted; then the latest.
    """
    asked: list[tuple[str, dict[str, Cell]]] = []
    if number is not None:
        asked += [
            ("number BETWEEN :first AND :last", {"first": number * 10**more, "last": (number + 1) * 10**more - 1})
            for more in range(LONGEST_NUMBER)
        ]
    asked += [("fact = :fact", {"fact": fact}) for fact in facts]
    asked = asked or [("state = 'open'", {}), ("state <> 'open'", {})]
    shown = "SELECT number, fact, recorded_written, new_written, state FROM discrepancy"
    sql = shown + " WHERE {} ORDER BY number DESC LIMIT :limit"

    async def read(db: Connection) -> list[Row]:
        return [row for where, named in asked for row in await db.fetch(sql.format(where), limit=limit, **named)]

    found = {row["number"]: _outline(row) for row in await db.at_once(read)}
    first = State.JUDGED if judged else State.OPEN
    return sorted(found.values(), key=lambda one: one.state is not first)[:limit]


async def list_of_claims(db: Connection, claims: Iterable[str]) -> list[Discrepancy]:
    """The discrepancies in which some claims stand, whichever fact they are filed under."""
    rows = await db.fetch(
        "SELECT * FROM discrepancy WHERE number IN (SELECT discrepancy FROM discrepancy_claim "
        "WHERE claim IN (SELECT value FROM json_each(:claims))) ORDER BY number",
        claims=json.dumps(list(claims)),
    )
    return await _with_sides(db, rows)


async def list_expired(db: Connection, now: dt.datetime) -> list[Discrepancy]:
    """The snoozed and judged ones whose term is over."""
    rows = await db.fetch(
        "SELECT * FROM discrepancy WHERE until IS NOT NULL AND until <= :now AND state IN ('snoozed', 'judged')",
        now=now.isoformat(),
    )
    return await _with_sides(db, rows)


async def _with_sides(db: Connection, rows: Sequence[Row]) -> list[Discrepancy]:
    if not rows:
        return []
    numbers = json.dumps([row["number"] for row in rows])
    sides: dict[tuple[int, str], list[str]] = defaultdict(list)
    for row in await db.fetch(
        "SELECT c.* FROM json_each(:numbers) AS n CROSS JOIN discrepancy_claim c ON c.discrepancy = n.value "
        "ORDER BY c.place",
        numbers=numbers,
    ):
        sides[row["discrepancy"], row["side"]].append(row["claim"])
    made: dict[int, Judgement] = {}
    for row in await db.fetch(
        "SELECT j.* FROM json_each(:numbers) AS n CROSS JOIN judgement j ON j.discrepancy = n.value "
        "WHERE j.undone_at IS NULL ORDER BY j.number",
        numbers=numbers,
    ):
        made[row["discrepancy"]] = judgement_of(row)
    return [_discrepancy(row, sides, made) for row in rows]


def judgement_of(row: Row) -> Judgement:
    """The judgement in a row."""
    return Judgement(
        number=row["number"],
        discrepancy=row["discrepancy"],
        ruling=Ruling(row["ruling"]),
        reason=row["reason"],
        by=row["by"],
        at=dt.datetime.fromisoformat(row["at"]),
        evidence=row["evidence"],
        undone=row["undone_at"] is not None,
        loser=row["loser"],
        scope=tuple((name, value) for name, value in json.loads(row["scope"])),
    )


def _outline(row: Row) -> Outline:
    return Outline(row["number"], row["fact"], row["recorded_written"], row["new_written"], State(row["state"]))


def _cells(one: Discrepancy) -> tuple[Cell, ...]:
    found: Comparison = one.comparison
    return (
        *(one.story, one.fact, one.kind, one.topic),
        *(found.level.value, found.verdict.value, found.rule, found.version, phrase_cell(found.why), found.score),
        *(one.recorded.written, list_cell(list(one.recorded.forms))),
        *(one.new.written, list_cell(list(one.new.forms))),
        one.state.value,
        one.opened_at.isoformat(),
        one.until.isoformat() if one.until else None,
        phrase_cell(one.reopened) if one.reopened else None,
    )


def _discrepancy(
    row: Row, sides: Mapping[tuple[int, str], Sequence[str]], made: Mapping[int, Judgement]
) -> Discrepancy:
    number = row["number"]
    return Discrepancy(
        number=number,
        story=row["story"],
        fact=row["fact"],
        kind=row["kind"],
        comparison=comparison_of(row),
        recorded=_side(row, RECORDED, sides.get((number, RECORDED), ())),
        new=_side(row, NEW, sides.get((number, NEW), ())),
        state=State(row["state"]),
        opened_at=dt.datetime.fromisoformat(row["opened_at"]),
        judgement=made.get(number),
        reopened=phrase_of(row["reopened"]) if row["reopened"] else None,
        topic=row["topic"],
        until=dt.datetime.fromisoformat(row["until"]) if row["until"] else None,
    )


def _side(row: Row, name: str, claims: Sequence[str]) -> Side:
    return Side(row[f"{name}_written"], tuple(claims), tuple(json.loads(row[f"{name}_forms"])))
