"""Anything of the record to what happened to it, and a source taken back to what rested on it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from bot.answers import HistoryAnswer, HistoryEntry, Loss, RetractAnswer, Support
from bot.desk.reviewing import review
from bot.errors import BadInput, NotFound, Refused
from bot.lookup import Material, view_fact
from bot.phrase import Phrase, phrase
from bot.record import Act, Change, Claim, Entity, Fact, Source, local_id
from bot.search import find_clear
from bot.store import Connection
from bot.store.claims import CLAIMS, list_claims, list_claims_of_facts, list_claims_of_source, retract_source
from bot.store.discrepancies import get_discrepancy, list_discrepancies, list_steps
from bot.store.entities import ENTITIES
from bot.store.facts import FACTS
from bot.store.lineage import Lineage, list_by_keys, list_history
from bot.store.sources import SOURCES, list_sources

if TYPE_CHECKING:
    from bot.desk import Desk

NOTHING = Support(0, 0, 0)


async def history(desk: Desk, asked: str) -> HistoryAnswer:
    """Everything that happened to a discrepancy (by number), fact, entity or source, oldest first. Raises NotFound."""
    db = desk.store.reading
    if asked.isdecimal():
        held = await get_discrepancy(db, int(asked))
        return HistoryAnswer(asked, _ordered(await _steps(db, [held.number])))
    kind, key, label = await _meant(desk, asked)
    entries = [_entry(change) for change in await list_history(db, kind, key)]
    facts = [key] if kind is FACTS else []
    if kind is ENTITIES:
        facts = [fact.key for fact in (await desk.index()).facts_of.get(key, ())]
    claims = await list_claims_of_source(db, key, live=False) if kind is SOURCES else []
    for fact in facts:
        claims += await list_claims(db, fact, live=False)
    for claim in dict.fromkeys(one.key for one in claims):
        entries += [_entry(change) for change in await list_history(db, CLAIMS, claim)]
    found = await list_discrepancies(db, facts)
    entries += await _steps(db, [one.number for one in found])
    return HistoryAnswer(label, _ordered(entries))


async def retract(desk: Desk, asked: str, why: str) -> RetractAnswer:
    """Take a source and all its claims out of what stands. Raises BadInput without a reason, NotFound, Refused."""
    if not why.strip():
        raise BadInput("retracting a source needs a reason: --why TEXT")
    source = await _source(desk, asked)
    stamp = desk.stamp(why.strip())
    async with desk.store.transaction() as tx:
        await _check_nothing_builds_on(tx, source)
        keys = list(dict.fromkeys(claim.fact for claim in await list_claims_of_source(tx, source.key)))
        before = await _recorded(tx, keys)
        _, claims = await retract_source(tx, source.key, stamp)
        done = await review(tx, [], stamp, gone=[claim.key for claim in claims])
        after = await _recorded(tx, keys)
        losses = await _losses(tx, keys, before, after)
    return RetractAnswer(source, len(claims), losses, done.gone, done.reopened)


async def _check_nothing_builds_on(tx: Connection, source: Source) -> None:
    copies = [one.label for one in await list_sources(tx) if one.origin == source.key]
    if copies:
        raise Refused(
            "{source} is the origin of {copies}; retract those first",
            source=source.label,
            copies=", ".join(copies),
        )


async def _recorded(tx: Connection, facts: Sequence[str]) -> Mapping[str, tuple[str, Support]]:
    """The recorded value and its support, by fact; facts without a claim are left out."""
    known = {one.key: one for one in await list_by_keys(tx, FACTS, facts)}
    claims: dict[str, list[Claim]] = {}
    for claim in await list_claims_of_facts(tx, facts):
        claims.setdefault(claim.fact, []).append(claim)
    sources = await list_by_keys(tx, SOURCES, {one.source for group in claims.values() for one in group})
    material = Material({}, {one.key: one for one in sources}, claims=claims)
    views = {key: view_fact(known[key], material) for key in claims if key in known}
    return {key: (view.recorded.written, view.support) for key, view in views.items()}


async def _losses(
    tx: Connection,
    keys: Sequence[str],
    before: Mapping[str, tuple[str, Support]],
    after: Mapping[str, tuple[str, Support]],
) -> tuple[Loss, ...]:
    facts = {one.key: one for one in await list_by_keys(tx, FACTS, keys)}
    subjects = {one.key: one.label for one in await list_by_keys(tx, ENTITIES, {one.of for one in facts.values()})}
    return tuple(
        Loss(facts[key], subjects.get(facts[key].of, ""), before[key][0], *after.get(key, ("", NOTHING)))
        for key in keys
        if key in facts and key in before
    )


async def _meant(desk: Desk, asked: str) -> tuple[Lineage[Any], str, str]:
    """The one row that is meant: by id, else a source by its name, else an entity by any name."""
    index = await desk.index()
    tables: tuple[tuple[Lineage[Any], Mapping[str, Any]], ...] = (
        (FACTS, index.facts),
        (ENTITIES, index.entities),
        (SOURCES, index.sources),
    )
    for kind, rows in tables:
        for key, row in rows.items():
            if asked in (key, local_id(key)):
                return kind, key, _label_of(row)
    gone = await _once_there(desk, asked)
    if gone:
        return gone
    for source in index.sources.values():
        if asked.casefold() == source.label.casefold():
            return SOURCES, source.key, source.label
    hits = index.names.search(asked, 8)
    if clear := find_clear([hit for hit in hits if hit.key in index.entities]):
        return ENTITIES, clear.key, index.entities[clear.key].label
    near = tuple(dict.fromkeys(local_id(hit.key) for hit in hits))[:3]
    raise NotFound(
        "nothing in the record is called {asked!r}; give a discrepancy's number or an id", asked=asked, near=near
    )


async def _once_there(desk: Desk, asked: str) -> tuple[Lineage[Any], str, str] | None:
    """A row that was retracted still has its history."""
    kinds: tuple[Lineage[Any], ...] = (SOURCES, FACTS, ENTITIES)
    for story in (await desk.index()).stories:
        for kind in kinds:
            key = asked if "/" in asked else f"{story}/{asked}"
            if changes := await list_history(desk.store.reading, kind, key):
                return kind, key, _label_of(changes[-1].row)
    return None


async def _source(desk: Desk, asked: str) -> Source:
    sources = list((await desk.index()).sources.values())
    named = asked.casefold()
    found = [one for one in sources if named in (one.key.casefold(), local_id(one.key).casefold())]
    found = found or [one for one in sources if one.url and one.url == asked]
    found = found or [one for one in sources if named in (one.label.casefold(), one.title.casefold())]
    if len(found) == 1:
        return found[0]
    if found:
        raise BadInput(
            "{asked!r} may be {sources}; give the id",
            asked=asked,
            sources=", ".join(local_id(one.key) for one in found),
        )
    near = tuple(local_id(one.key) for one in sources)[:5]
    raise NotFound("there is no source {asked!r} in the record", asked=asked, near=near)


async def _steps(db: Connection, numbers: Sequence[int]) -> list[HistoryEntry]:
    return [
        HistoryEntry(
            step.at,
            step.by,
            phrase("discrepancy {number} {act}", number=step.discrepancy, act=phrase(step.act)),
            step.why,
        )
        for step in await list_steps(db, numbers)
    ]


def _entry(change: Change) -> HistoryEntry:
    return HistoryEntry(change.at, change.by, _told(change), change.why)


def _told(change: Change) -> Phrase:
    row = change.row
    if not isinstance(row, Claim):
        kind = phrase(type(row).__name__.lower())
        return phrase("{kind} “{label}” {act}", kind=kind, label=_label_of(row), act=change.act)
    args = {"written": row.written, "source": local_id(row.source), "rank": row.rank, "fact": local_id(row.fact)}
    if change.act is Act.CHANGED:
        text = "claim “{written}” of {source} on {fact} changed: {rank}"
        return phrase(text, **args)
    return phrase("claim “{written}” of {source} on {fact} {act}", act=change.act, **args)


def _label_of(row: object) -> str:
    match row:
        case Entity(label=label) | Source(label=label):
            return label
        case Fact(key=key) | Claim(key=key):
            return local_id(key)
        case _:
            return ""


def _ordered(entries: Iterable[HistoryEntry]) -> tuple[HistoryEntry, ...]:
    return tuple(sorted(entries, key=lambda entry: entry.at))
