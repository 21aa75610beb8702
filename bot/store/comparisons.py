"""Comparisons of claims to rows and back: each is written once, and ended when the fact they were made for changed."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any

from bot.phrase import Phrase
from bot.record import Comparison, Level, Pair, Verdict
from bot.store.connection import Connection, Row
from bot.store.lineage import Stamp

# Made once, and used for text only, which it writes without ado: there is a phrase to each pair of claims.
_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


async def add_comparisons(db: Connection, found: Iterable[Pair], stamp: Stamp) -> None:
    """Write what comparing found; the caller holds the transaction."""
    tail = (stamp.by, stamp.at.isoformat())
    await db.run_many(
        "INSERT INTO comparison (new, old, fact, topic, level, verdict, rule, rule_version, why, score, by, at) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            (
                one.new,
                one.old,
                one.fact,
                one.topic,
                one.comparison.level.value,
                one.comparison.verdict.value,
                one.comparison.rule,
                one.comparison.version,
                phrase_cell(one.comparison.why),
                one.comparison.score,
                *tail,
            )
            for one in found
        ),
    )


async def list_comparisons(db: Connection, facts: Iterable[str]) -> list[Pair]:
    """What holds of some facts, oldest first."""
    rows = await db.fetch(
        "SELECT c.* FROM json_each(:facts) AS f CROSS JOIN comparison c ON c.fact = f.value "
        "WHERE c.ended_at IS NULL ORDER BY c.id",
        facts=json.dumps(list(facts)),
    )
    return [Pair(row["new"], row["old"], comparison_of(row), row["fact"], row["topic"]) for row in rows]


async def end_comparisons(
    db: Connection, facts: Sequence[str], stamp: Stamp, *, claims: Sequence[str] | None = None, topic: str = ""
) -> None:
    """What was found within these facts (only that of these claims, if given), or on a topic, holds no longer."""
    only = "" if claims is None else "AND (new IN (SELECT value FROM json_each(:claims)) "
    only += "OR old IN (SELECT value FROM json_each(:claims)))" if only else ""
    await db.run(
        "UPDATE comparison SET ended_at = :at WHERE ended_at IS NULL "
        f"AND topic = :topic AND fact IN (SELECT value FROM json_each(:facts)) {only}",
        at=stamp.at.isoformat(),
        facts=json.dumps(list(facts)),
        claims=json.dumps(list(claims or ())),
        topic=topic,
    )


def comparison_of(row: Row) -> Comparison:
    """The comparison in a row that has its columns."""
    return Comparison(
        Verdict(row["verdict"]),
        Level(row["level"]),
        phrase_of(row["why"]),
        row["rule"],
        row["rule_version"],
        row["score"],
    )


def phrase_cell(phrase: Phrase) -> str:
    """A phrase as JSON, its template apart from what fills it: [template, [[gap, text or phrase], ...]]."""
    gaps = [
        f"[{_encode(name)},{_encode(value) if isinstance(value, str) else phrase_cell(value)}]"
        for name, value in phrase.args
    ]
    return f"[{_encode(phrase.text)},[{','.join(gaps)}]]"


def phrase_of(text: str) -> Phrase:
    """The phrase of its JSON."""
    return _joined(json.loads(text))


def _joined(parts: list[Any]) -> Phrase:
    template, args = parts
    return Phrase(template, tuple((name, _joined(value) if isinstance(value, list) else value) for name, value in args))
