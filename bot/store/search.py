"""Any text to the rows of the record whose words it has, best first."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from bot.store.claims import CLAIMS
from bot.store.connection import Connection, Row
from bot.store.entities import ENTITIES, STORIES
from bot.store.facts import FACTS
from bot.store.lineage import Lineage, Record
from bot.store.sources import SOURCES

MOST_WORDS = 40
KINDS: tuple[Lineage[Any], ...] = (STORIES, ENTITIES, FACTS, SOURCES, CLAIMS)
_WORD = re.compile(r"\w+")
_RANKED = "SELECT rowid, rank FROM found WHERE found MATCH :match ORDER BY rank LIMIT :limit"


@dataclass(frozen=True, slots=True)
class Hit:
    """A row that holds the words; `score` only ranks, higher is better."""

    row: Record
    score: float


async def search_text(db: Connection, query: str, limit: int = 20) -> list[Hit]:
    """Rows with all words of `query` (any inflection, any accents, the last may be unfinished), else with any of them.

    Whatever the text, it is only ever words: operators and quote marks of the search language mean nothing.
    """
    words = _WORD.findall(query.encode("utf-8", "ignore").decode())[:MOST_WORDS]
    if not words:
        return []
    terms = [f'"{word}"' for word in words]
    every = " AND ".join([*terms[:-1], f"({terms[-1]} OR {terms[-1]}*)"])
    ranked = await db.fetch(_RANKED, match=every, limit=limit)
    if not ranked and len(terms) > 1:
        ranked = await db.fetch(_RANKED, match=" OR ".join(terms), limit=limit)
    return await _hits(db, ranked)


async def _hits(db: Connection, ranked: list[Row]) -> list[Hit]:
    scores = {row["rowid"]: -row["rank"] for row in ranked}
    hits: list[Hit] = []
    for kind in KINDS:
        hits += await _rows(db, kind, scores)
    return sorted(hits, key=lambda hit: -hit.score)


async def _rows(db: Connection, kind: Lineage[Any], scores: dict[int, float]) -> list[Hit]:
    versions = ", ".join(str(number // 8) for number in scores if number % 8 == kind.number)
    if not versions:
        return []
    rows = await db.fetch(f"SELECT * FROM {kind.name}_version WHERE version IN ({versions})")
    return [Hit(kind.value(row), scores[row["version"] * 8 + kind.number]) for row in rows]
