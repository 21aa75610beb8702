"""Two names that may be one bearer's to a person's decision: proposed, merged, taken apart again, or kept apart."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bot.compare.names import Difference, NameVerdict, compare_names
from bot.desk.editing import question
from bot.desk.filling import read_choice, read_text
from bot.desk.meant import get_entity, get_story
from bot.desk.reviewing import Review, review
from bot.errors import BadInput, Refused
from bot.folding import fold
from bot.phrase import Phrase
from bot.record import Alias, AliasKind, Claim, Entity, EntityKind, Fact, Participant, claim_key, local_id
from bot.store import Connection
from bot.store.claims import CLAIMS, list_claims_of_facts
from bot.store.entities import ENTITIES, list_entities
from bot.store.facts import list_facts, list_facts_of
from bot.store.judgements import Edit
from bot.store.lineage import Stamp, get_live, list_by_keys
from bot.store.mergers import (
    add_apart,
    add_merger,
    add_merger_edits,
    end_apart,
    find_apart,
    find_merger,
    list_apart,
    undo_merger,
)

if TYPE_CHECKING:
    from bot.desk import Desk
    from bot.desk.indexing import RecordIndex

CANDIDATES = 12
PROPOSED = frozenset({NameVerdict.SAME, NameVerdict.VARIANT})
# Names of these kinds are no likeness: many are called "the president", and brothers share a short name.
SPELLINGS = frozenset({AliasKind.TRANSLITERATION, AliasKind.MISSPELLING, AliasKind.FORMER, AliasKind.OTHER})
ALIAS_OF = {Difference.TRANSLITERATION: AliasKind.TRANSLITERATION, Difference.SPELLING: AliasKind.MISSPELLING}


@dataclass(frozen=True, slots=True)
class SamePair:
    """Two entities of one kind and story whose names may be one bearer's; `score` 0..1 only ranks."""

    one: Entity
    other: Entity
    score: float
    why: Phrase


@dataclass(frozen=True, slots=True)
class Merged:
    """A merger done, or taken back: the entities as they stand now, and what moved between them."""

    gone: Entity
    kept: Entity
    facts: int
    claims: int
    opened: tuple[int, ...] = ()
    reopened: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class ApartPair:
    """Two entities that are kept apart, or no longer."""

    one: Entity
    other: Entity
    apart: bool


@dataclass(frozen=True, slots=True)
class _Move:
    """The changes of a merger in the order they must be written: `emptied` are facts whose claims have moved."""

    entities: tuple[Edit, ...]
    facts: tuple[Edit, ...]
    claims: tuple[Edit, ...]
    emptied: tuple[Edit, ...]


async def list_same(desk: Desk, story: str = "") -> tuple[SamePair, ...]:
    """Pairs nobody has judged whose names the comparer takes for one bearer's, likeliest first. Raises NotFound."""
    index = await desk.index()
    only = get_story(index, story).key if story else ""
    judged = {(one.one, one.other) for one in await list_apart(desk.store.reading)}
    found: dict[tuple[str, str], SamePair] = {}
    for entity in [one for one in index.entities.values() if not only or one.story == only]:
        for other in _candidates(index, entity):
            first, second = sorted((entity, other), key=lambda one: one.key)
            pair = (first.key, second.key)
            if pair not in judged and pair not in found and (same := _alike(first, second)):
                found[pair] = same
        await asyncio.sleep(0)  # a large record must not hold up those who ask meanwhile
    return tuple(sorted(found.values(), key=lambda one: (-one.score, one.one.key, one.other.key)))


async def merge(desk: Desk, gone: str, kept: str, why: str, kind: str = "") -> Merged:
    """Make one entity of two: what is recorded of `gone` is recorded of `kept`, its names become aliases.

    `kind` is what kind of name its label is; the comparer says so if left out. Nothing is erased: `split` undoes it.
    Raises BadInput, NotFound, Refused for two that are kept apart.
    """
    pair, stamp = await _pair(desk, gone, kept), desk.stamp(_reason(why, BadInput("merging needs a reason")))
    if pair[0].kind is not pair[1].kind or pair[0].story != pair[1].story:
        raise BadInput("{one} and {other} are not of one kind and story", one=pair[0].label, other=pair[1].label)
    chosen = read_choice(kind, AliasKind, "kind of name") if kind else None
    async with desk.store.transaction() as tx:
        await _check_not_apart(tx, *pair)
        a, b = [await get_live(tx, ENTITIES, one.key) for one in pair]
        merged = _joined(a, b, chosen or _alias_kind(a, b))
        move = await _moves(tx, a, merged, b)
        number = await add_merger(tx, a.key, b.key, stamp)
        await add_merger_edits(tx, number, [*move.entities, *move.facts, *move.claims], stamp)
        done = await _review(tx, move, b, stamp)
        # Ended last: a discrepancy on a fact can only be closed while the fact is there.
        await add_merger_edits(tx, number, [*move.emptied, Edit(a, None)], stamp)
    return Merged(a, merged, len(move.facts) + len(move.emptied), len(move.claims), done.opened, done.reopened)


async def split(desk: Desk, asked: str, why: str) -> Merged:
    """Take back the last merger of an entity. Raises BadInput, NotFound, Refused if what it made was changed since."""
    entity, stamp = (
        get_entity(await desk.index(), asked),
        desk.stamp(_reason(why, BadInput("taking a merger back needs a reason"))),
    )
    async with desk.store.transaction() as tx:
        made = await find_merger(tx, entity.key)
        if made is None:
            raise Refused("nothing was merged into {label}", label=entity.label)
        touched = await undo_merger(tx, made.number, stamp)
        claims = [one for one in touched if isinstance(one, Claim)]
        live = await list_by_keys(tx, CLAIMS, {one.key for one in claims})
        lost = {one.key for one in claims} - {one.key for one in live}
        facts = {one.key for one in touched if isinstance(one, Fact)} | {one.fact for one in claims}
        done = await review(tx, live, stamp, facts=sorted(facts), gone=sorted(lost))
        a, b = [await get_live(tx, ENTITIES, key) for key in (made.gone, made.kept)]
    return Merged(a, b, len(facts), len(live), done.opened, done.reopened)


async def keep_apart(desk: Desk, one: str, other: str, why: str) -> ApartPair:
    """Remember that two names have two bearers: they are not proposed again. Raises BadInput, NotFound, Refused."""
    pair, stamp = await _pair(desk, one, other), desk.stamp(_reason(why, BadInput("keeping two apart needs a reason")))
    async with desk.store.transaction() as tx:
        await _check_not_apart(tx, *pair)
        await add_apart(tx, pair[0].key, pair[1].key, stamp)
    return ApartPair(*pair, apart=True)


async def undo_apart(desk: Desk, one: str, other: str, why: str = "") -> ApartPair:
    """Forget that two names have two bearers. Raises BadInput, NotFound, Refused if nobody said so."""
    pair = await _pair(desk, one, other)
    async with desk.store.transaction() as tx:
        if await find_apart(tx, pair[0].key, pair[1].key) is None:
            raise Refused("{one} and {other} are not kept apart", one=pair[0].label, other=pair[1].label)
        await end_apart(tx, pair[0].key, pair[1].key, desk.stamp(read_text(why, "", "reason")))
    return ApartPair(*pair, apart=False)


async def _pair(desk: Desk, one: str, other: str) -> tuple[Entity, Entity]:
    index = await desk.index()
    first, second = get_entity(index, one), get_entity(index, other)
    if first.key == second.key:
        raise BadInput("both names are those of {label} ({entity})", label=first.label, entity=local_id(first.key))
    return first, second


def _reason(why: str, otherwise: BadInput) -> str:
    found = read_text(why, "", "reason")
    if not found:
        raise otherwise
    return found


async def _check_not_apart(tx: Connection, one: Entity, other: Entity) -> None:
    said = await find_apart(tx, one.key, other.key)
    if said:
        raise Refused(
            "{one} and {other} are kept apart since {day}: {why}; `record apart` with undo takes that back",
            one=one.label,
            other=other.label,
            day=said.at.date(),
            why=said.why,
        )


def _candidates(index: RecordIndex, entity: Entity) -> list[Entity]:
    kinds = frozenset({entity.kind.value})
    hits = [hit for name in _spellings(entity) for hit in index.names.search(name, CANDIDATES, kinds)]
    found = (index.entities[key] for key in dict.fromkeys(hit.key for hit in hits))
    return [one for one in found if one.key != entity.key and one.story == entity.story]


def _alike(one: Entity, other: Entity) -> SamePair | None:
    """The best likeness of any name of one with any of the other, where the comparer takes both for one bearer's."""
    pairs = ((a, b) for a in _spellings(one) for b in _spellings(other))
    best = max((compare_names(a, b, one.kind.value) for a, b in pairs), key=lambda found: found.score)
    return SamePair(one, other, best.score, best.why) if best.verdict in PROPOSED else None


def _spellings(entity: Entity) -> list[str]:
    """The names that stand for the whole of it: a person's surname alone is borne by the family."""
    least = 2 if entity.kind is EntityKind.PERSON and " " in entity.label.strip() else 1
    names = (one.name for one in entity.aliases if one.kind in SPELLINGS and len(one.name.split()) >= least)
    return [entity.label, *names]


def _alias_kind(a: Entity, b: Entity) -> AliasKind:
    found = compare_names(a.label, b.label, a.kind.value)
    return ALIAS_OF.get(found.difference, AliasKind.OTHER)


def _joined(a: Entity, b: Entity, kind: AliasKind) -> Entity:
    """`b` with the names of `a`, and with what is known of `a` alone."""
    names: dict[str, Alias] = {}
    for one in (*b.aliases, Alias(a.label, kind), *a.aliases):
        old = names.get(fold(one.name), one)
        names[fold(one.name)] = replace(old, sources=tuple(dict.fromkeys((*old.sources, *one.sources))))
    people = (Participant(b.key if one.entity == a.key else one.entity, one.role) for one in (*b.people, *a.people))
    return replace(
        b,
        aliases=tuple(one for one in names.values() if one.name != b.label),
        role=b.role or a.role,
        date=b.date or a.date,
        place=b.place or a.place,
        people=tuple(dict.fromkeys(people)),
        words=tuple(dict.fromkeys((*b.words, *a.words))),
    )


async def _moves(tx: Connection, a: Entity, merged: Entity, b: Entity) -> _Move:
    """Facts of `a` become facts of `b`; where `b` has a fact that asks the same, only the claims move."""
    known = {question(one): one for one in await list_facts_of(tx, b.key)}
    mine = await list_facts_of(tx, a.key)
    twins = {one.key: known[question(one)] for one in mine if question(one) in known}
    moved = {one.key: replace(one, of=b.key) for one in mine if one.key not in twins}
    facts = await list_facts(tx, a.story)
    edits = [_fact_edit(one, moved, twins) for one in facts if one.key not in twins]
    claims = await list_claims_of_facts(tx, twins)
    events = await list_entities(tx, a.story)
    return _Move(
        (
            Edit(b, merged),
            *(edit for one in events if one.key not in (a.key, b.key) for edit in _taking_part(one, a, b)),
        ),
        tuple(edit for edit in edits if edit.before != edit.after),
        tuple(Edit(one, _rekeyed(one, twins[one.fact].key)) for one in claims),
        tuple(Edit(one, None) for one in mine if one.key in twins),
    )


def _fact_edit(fact: Fact, moved: dict[str, Fact], twins: dict[str, Fact]) -> Edit:
    after = moved.get(fact.key, fact)
    whole = twins[after.part_of].key if after.part_of in twins else after.part_of
    return Edit(fact, replace(after, part_of=whole if whole != fact.key else None))


def _taking_part(event: Entity, a: Entity, b: Entity) -> Iterable[Edit]:
    if any(one.entity == a.key for one in event.people):
        people = (Participant(b.key if one.entity == a.key else one.entity, one.role) for one in event.people)
        yield Edit(event, replace(event, people=tuple(dict.fromkeys(people))))


def _rekeyed(claim: Claim, fact: str) -> Claim:
    """A claim's key derives from what it asserts: on another fact it is another claim."""
    as_of = claim.as_of.edtf if claim.as_of else ""
    key = claim_key(claim.story, claim.source, fact, claim.claimant, as_of, claim.written, claim.key)
    return replace(claim, key=key, fact=fact)


async def _review(tx: Connection, move: _Move, kept: Entity, stamp: Stamp) -> Review:
    facts = [one.key for one in await list_facts_of(tx, kept.key)]
    moved = [edit.after for edit in move.claims if isinstance(edit.after, Claim)]
    lost = [edit.before.key for edit in move.claims if edit.before]
    return await review(tx, moved, stamp, facts=facts, gone=lost)
