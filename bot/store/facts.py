"""Facts to rows and back."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import replace

from bot.record import Behaviour, Change, Fact, FactKind
from bot.store.connection import Cell, Connection, Row
from bot.store.lineage import Lineage, Stamp, add_rows, get_live, list_history, list_live, values_of
from bot.store.stored import list_cell, list_of

_KINDS = {kind.value: kind for kind in FactKind}


async def list_facts(db: Connection, story: str | None = None) -> list[Fact]:
    """All facts; of one story if named."""
    return await list_live(db, FACTS, story)


async def list_facts_of(db: Connection, entity: str) -> list[Fact]:
    """The facts about one entity."""
    rows = await db.fetch(
        "SELECT * FROM fact_version WHERE of = :entity AND ended_at IS NULL ORDER BY version", entity=entity
    )
    return await values_of(db, rows, _fact)


async def list_parts(db: Connection, fact: str) -> list[Fact]:
    """The facts declared part of a fact."""
    rows = await db.fetch(
        "SELECT * FROM fact_version WHERE part_of = :fact AND ended_at IS NULL ORDER BY version", fact=fact
    )
    return await values_of(db, rows, _fact)


async def list_related_facts(db: Connection, facts: Iterable[str]) -> list[Fact]:
    """Some facts, the facts about the same entities, their wholes, and all parts of these, in one go."""
    rows = await db.fetch(
        "WITH asked (key) AS (SELECT value FROM json_each(:facts)), "
        "own AS MATERIALIZED (SELECT v.* FROM asked CROSS JOIN fact_version v ON v.key = asked.key "
        " AND v.ended_at IS NULL), "
        "about AS MATERIALIZED (SELECT DISTINCT of FROM own), "
        "near AS MATERIALIZED (SELECT key FROM own UNION SELECT part_of FROM own WHERE part_of IS NOT NULL "
        " UNION SELECT v.key FROM about CROSS JOIN fact_version v ON v.of = about.of AND v.ended_at IS NULL), "
        "wide AS MATERIALIZED (SELECT key FROM near UNION SELECT v.key FROM near CROSS JOIN fact_version v "
        " ON v.part_of = near.key AND v.ended_at IS NULL AND v.part_of IS NOT NULL) "
        "SELECT v.* FROM wide CROSS JOIN fact_version v ON v.key = wide.key AND v.ended_at IS NULL ORDER BY v.version",
        facts=json.dumps(list(facts)),
    )
    return await values_of(db, rows, _fact)


async def get_fact(db: Connection, key: str) -> Fact:
    """One fact. Raises NotFound."""
    return await get_live(db, FACTS, key)


async def add_facts(db: Connection, facts: Sequence[Fact], stamp: Stamp) -> None:
    """Write facts; one that is there already gets a new version."""
    await add_rows(db, FACTS, facts, stamp)


async def add_wording(db: Connection, key: str, words: Iterable[str], stamp: Stamp) -> Fact:
    """Words by which an editor confirmed that the fact is meant; they improve later linking. Raises NotFound."""
    fact = await get_fact(db, key)
    new = tuple(word for word in dict.fromkeys(words) if word not in fact.words)
    if not new:
        return fact
    wider = replace(fact, words=(*fact.words, *new))
    await add_facts(db, [wider], stamp)
    return wider


async def list_fact_history(db: Connection, key: str) -> list[Change]:
    """What happened to a fact, oldest first."""
    return await list_history(db, FACTS, key)


def _cells(fact: Fact) -> tuple[Cell, ...]:
    return (
        fact.story,
        fact.of,
        fact.property,
        fact.kind.value,
        fact.unit,
        fact.behaviour.value if fact.behaviour else None,
        list_cell([[name, value] for name, value in fact.scope]),
        fact.part_of,
        int(fact.complete),
        list_cell(list(fact.words)),
    )


def _fact(row: Row) -> Fact:
    # By place, in the order of FACTS.columns: a name is looked for among twenty, and facts are read by the hundred.
    _, key, story, of, property, kind, unit, behaviour, scope, part_of, complete, words, *_ = row
    return Fact(
        key=key,
        story=story,
        of=of,
        property=property,
        kind=_KINDS[kind],
        unit=unit,
        behaviour=Behaviour(behaviour) if behaviour else None,
        scope=tuple((name, value) for name, value in list_of(scope)),
        part_of=part_of,
        complete=bool(complete),
        words=tuple(list_of(words)),
    )


def _words(fact: Fact) -> str:
    scope = (value for _, value in fact.scope)
    return " · ".join(filter(None, (fact.property, fact.unit, *scope, *fact.words)))


FACTS: Lineage[Fact] = Lineage(
    name="fact",
    number=2,
    columns=("story", "of", "property", "kind", "unit", "behaviour", "scope", "part_of", "complete", "words"),
    cells=_cells,
    value=_fact,
    words=_words,
)
