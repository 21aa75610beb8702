"""Claims to rows and back; reading those of one fact, source, entity or claimant costs the same in any record."""

from __future__ import annotations

import datetime as dt
import json
from collections import defaultdict
from collections.abc import AsyncIterator, Iterable, Mapping, Sequence
from dataclasses import replace

from bot.errors import NotFound
from bot.record import Change, Claim, Evidence, Rank, Source, Standing
from bot.store.connection import Cell, Connection, Row
from bot.store.lineage import Ended, Lineage, Stamp, add_rows, end_rows, get_live, list_history, stream_live, values_of
from bot.store.sources import SOURCES, get_source
from bot.store.stored import date_cell, date_of, value_cells, value_of

_RANKS = {rank.value: rank for rank in Rank}
_STANDINGS = {standing.value: standing for standing in Standing}
_NOWHERE = Evidence()
_COMPARED = (
    "c.key, c.story, c.fact, c.source, c.written, c.value_kind, c.value, c.claimant, c.as_of, c.rank, c.why, "
    "c.standing, c.note"
)
# A claim keeps its place when it gets a new version: what was recorded first is told apart by it.
_FIRST_RECORDED = "(SELECT min(version) FROM claim_version AS all_of_it WHERE all_of_it.key = {0}.key), {0}.version"


async def list_claims(db: Connection, fact: str, *, live: bool = True) -> list[Claim]:
    """The claims on a fact, oldest first; with `live` False also those retracted or replaced."""
    return await _list(db, "fact = :key", fact, live=live)


async def list_claims_of_source(db: Connection, source: str, *, live: bool = True) -> list[Claim]:
    """The claims a source makes."""
    return await _list(db, "source = :key", source, live=live)


async def list_claims_of_facts(db: Connection, facts: Iterable[str]) -> list[Claim]:
    """The live claims on several facts in one go, oldest first."""
    rows = await db.fetch(
        "SELECT c.* FROM json_each(:facts) AS f CROSS JOIN claim_version c ON c.fact = f.value "
        f"WHERE c.ended_at IS NULL ORDER BY {_FIRST_RECORDED.format('c')}",
        facts=json.dumps(list(facts)),
    )
    return await values_of(db, rows, _claim)


async def search_claims(
    db: Connection, facts: Iterable[str], sources: Iterable[str], limit: int, *, proposed: bool = False
) -> list[Claim]:
    """The latest live claims on each of some facts and of each of some sources, at most `limit` of each.

    The latest of all where neither facts nor sources are named; `proposed` True = only those that wait.
    """
    asked = [("fact = :key", key) for key in facts] + [("source = :key", key) for key in sources]
    only = "ended_at IS NULL AND standing = 'proposed'" if proposed else "ended_at IS NULL"
    sql = f"SELECT * FROM claim_version WHERE {{}} AND {only} ORDER BY version DESC LIMIT :limit"

    async def read(db: Connection) -> list[Row]:
        return [
            row
            for where, key in asked or [("1", "")]
            for row in await db.fetch(sql.format(where), key=key, limit=limit)
        ]

    return await values_of(db, await db.at_once(read), _claim)


async def list_compared(db: Connection, facts: Iterable[str], held: Mapping[str, Claim]) -> list[Claim]:
    """The live claims on several facts, oldest first, as comparing needs them: without evidence and who recorded them.

    `held` are claims the caller has in hand as they stand now, by key: they are not made again.
    """
    rows = await db.fetch(
        f"SELECT {_COMPARED} FROM json_each(:facts) AS f CROSS JOIN claim_version c ON c.fact = f.value "
        f"WHERE c.ended_at IS NULL ORDER BY {_FIRST_RECORDED.format('c')}",
        facts=json.dumps(list(facts)),
    )
    return [held.get(row[0]) or _compared(row) for row in rows]


async def list_standing(db: Connection, facts: Iterable[str]) -> list[Claim]:
    """The live claims on several facts, in the order in which their last versions were written."""
    rows = await db.fetch(
        "SELECT c.* FROM json_each(:facts) AS f CROSS JOIN claim_version c ON c.fact = f.value "
        "WHERE c.ended_at IS NULL ORDER BY c.version",
        facts=json.dumps(list(facts)),
    )
    return await values_of(db, rows, _claim)


async def list_claims_of_entity(db: Connection, entity: str) -> list[Claim]:
    """The live claims on every fact about an entity."""
    facts = "fact IN (SELECT key FROM fact_version WHERE of = :key AND ended_at IS NULL)"
    return await _list(db, facts, entity, live=True)


async def list_claims_of_claimant(db: Connection, claimant: str) -> list[Claim]:
    """The live claims of a claimant as named in them; capitals do not matter."""
    return await _list(db, "claimant <> '' AND claimant = :key COLLATE NOCASE", claimant, live=True)


async def list_claims_proposed(db: Connection) -> list[Claim]:
    """The live claims that a machine read and nobody has accepted yet."""
    rows = await db.fetch(
        "SELECT * FROM claim_version WHERE ended_at IS NULL AND standing = 'proposed' ORDER BY source, start, key"
    )
    return await values_of(db, rows, _claim)


async def list_claimants(db: Connection) -> list[str]:
    """Everybody who is named as claimant of a live claim."""
    rows = await db.fetch(
        "SELECT DISTINCT claimant FROM claim_version WHERE ended_at IS NULL AND claimant <> '' ORDER BY claimant"
    )
    return [row["claimant"] for row in rows]


async def list_written(db: Connection) -> dict[str, list[str]]:
    """The values as written in live claims, by fact."""
    rows = await db.fetch("SELECT DISTINCT fact, written FROM claim_version WHERE ended_at IS NULL")
    written: dict[str, list[str]] = defaultdict(list)
    for row in rows:
        written[row["fact"]].append(row["written"])
    return written


async def get_claim(db: Connection, key: str) -> Claim:
    """One live claim. Raises NotFound."""
    return await get_live(db, CLAIMS, key)


def all_claims(db: Connection, story: str | None = None) -> AsyncIterator[Claim]:
    """Every live claim, streamed; of one story if named."""
    return stream_live(db, CLAIMS, story)


async def count_claims(db: Connection) -> dict[str, int]:
    """How many live claims each entity has on the facts about it; entities without any are left out."""
    rows = await db.fetch(
        "SELECT f.of, count(*) AS claims FROM claim_version c JOIN fact_version f ON f.key = c.fact "
        "WHERE c.ended_at IS NULL AND f.ended_at IS NULL GROUP BY f.of"
    )
    return {row["of"]: row["claims"] for row in rows}


async def add_claims(db: Connection, claims: Sequence[Claim], stamp: Stamp) -> None:
    """Write claims; one that is there already gets a new version."""
    await add_rows(db, CLAIMS, claims, stamp)


async def supersede_claim(db: Connection, old: str, new: Claim, stamp: Stamp) -> None:
    """Put `new` in the place of the live claim `old`, which stays in the history. Raises NotFound."""
    await get_claim(db, old)
    await add_rows(db, CLAIMS, [new], stamp, [] if old == new.key else [Ended(old, new.key)])


async def retract_claims(db: Connection, keys: Iterable[str], stamp: Stamp) -> None:
    """End claims without a successor; those that are not live are left as they are."""
    await end_rows(db, CLAIMS, keys, stamp)


async def retract_source(db: Connection, key: str, stamp: Stamp) -> tuple[Source, list[Claim]]:
    """End a source and all its claims; returns both as they stood. Raises NotFound."""
    source, claims = await get_source(db, key), await list_claims_of_source(db, key)
    await retract_claims(db, [claim.key for claim in claims], stamp)
    await end_rows(db, SOURCES, [key], stamp)
    return source, claims


async def list_claim_history(db: Connection, key: str) -> list[Change]:
    """What happened to a claim, oldest first."""
    return await list_history(db, CLAIMS, key)


async def get_successor(db: Connection, key: str) -> Claim:
    """The live claim that stands where `key` stood, which may be itself. Raises NotFound once retracted."""
    row = await db.fetch_one(
        "WITH RECURSIVE line (version, next) AS ("
        " SELECT * FROM (SELECT version, next FROM claim_version WHERE key = :key ORDER BY version DESC LIMIT 1)"
        " UNION SELECT c.version, c.next FROM claim_version c JOIN line ON c.version = line.next)"
        " SELECT c.* FROM claim_version c JOIN line USING (version) WHERE c.ended_at IS NULL",
        key=key,
    )
    if row is None:
        raise NotFound("the claim {key} was retracted, or never was", key=key)
    return _claim(row)


async def _list(db: Connection, where: str, key: str, *, live: bool) -> list[Claim]:
    alive = "AND ended_at IS NULL" if live else ""
    order = _FIRST_RECORDED.format("claim_version")
    rows = await db.fetch(f"SELECT * FROM claim_version WHERE {where} {alive} ORDER BY {order}", key=key)
    return [_claim(row) if row["ended_at"] is None else _retracted(row) for row in rows]


def _retracted(row: Row) -> Claim:
    return replace(_claim(row), standing=Standing.RETRACTED)


def _cells(claim: Claim) -> tuple[Cell, ...]:
    evidence = claim.evidence
    return (
        claim.story,
        claim.fact,
        claim.source,
        claim.written,
        *value_cells(claim.value),
        claim.claimant,
        date_cell(claim.as_of),
        evidence.locator,
        evidence.start,
        evidence.end,
        evidence.words,
        evidence.version,
        claim.rank.value,
        claim.why,
        claim.standing.value,
        claim.note,
    )


def _claim(row: Row) -> Claim:
    # By place, in the order of CLAIMS.columns: a name is looked for among thirty, and claims are read by the thousand.
    _, key, story, fact, source, written, kind, value, claimant, as_of, locator, start, end, words, *rest = row
    page, rank, why, standing, note, by, at, *_ = rest
    return Claim(
        key=key,
        story=story,
        fact=fact,
        source=source,
        written=written,
        value=value_of(kind, value),
        claimant=claimant,
        as_of=date_of(as_of),
        evidence=Evidence(locator, start, end, words, page),
        rank=_RANKS[rank],
        why=why,
        standing=_STANDINGS[standing],
        recorded_by=by,
        recorded_at=dt.datetime.fromisoformat(at),
        note=note,
    )


def _compared(row: Row) -> Claim:
    key, story, fact, source, written, kind, value, claimant, as_of, rank, why, standing, note = row
    said = (key, story, fact, source, written, value_of(kind, value), claimant, date_of(as_of))
    return Claim(*said, _NOWHERE, _RANKS[rank], why, _STANDINGS[standing], note=note)


def _words(claim: Claim) -> str:
    return " · ".join(filter(None, (claim.written, claim.claimant, claim.evidence.words, claim.note)))


CLAIMS: Lineage[Claim] = Lineage(
    name="claim",
    number=4,
    columns=(
        *("story", "fact", "source", "written", "value_kind", "value", "claimant", "as_of", "locator", "start"),
        *("end", "quote", "page_version", "rank", "why", "standing", "note"),
    ),
    cells=_cells,
    value=_claim,
    words=_words,
    concerns="fact",
)
