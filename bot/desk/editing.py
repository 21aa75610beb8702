"""An editor's words to rows of the record: added, edited, retracted, and every discrepancy that follows from it."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from enum import Enum
from typing import TYPE_CHECKING, Any, TypeVar

from bot.desk.filling import (
    ClaimWords,
    EntityWords,
    FactWords,
    SourceWords,
    fill_claim,
    fill_entity,
    fill_fact,
    fill_source,
    read_choice,
    read_text,
    readable,
    reread,
)
from bot.desk.meant import get_claim, get_entity, get_fact, get_source, get_story
from bot.desk.reviewing import Review, review
from bot.errors import BadInput, NotFound, Refused
from bot.folding import fold
from bot.record import (
    Act,
    Alias,
    AliasKind,
    Claim,
    Entity,
    EntityKind,
    Evidence,
    Fact,
    FactKind,
    Participant,
    Rank,
    Source,
    Standing,
    Story,
    key_of,
    local_id,
)
from bot.store import Connection
from bot.store.claims import CLAIMS, list_claims, list_claims_of_facts, list_claims_of_source, retract_claims
from bot.store.entities import ENTITIES, STORIES
from bot.store.facts import FACTS, list_facts_of
from bot.store.lineage import Ended, Lineage, Stamp, add_rows, get_live, list_by_keys, list_last
from bot.store.sources import SOURCES
from bot.values import PartialDate, Term

if TYPE_CHECKING:
    from bot.desk import Desk
    from bot.desk.indexing import RecordIndex

R = TypeVar("R", Entity, Fact, Source, Claim)
UNTOLD = frozenset({"key", "story", "value", "recorded_by", "recorded_at", "standing"})
_KEY = re.compile(r"[a-z0-9-]+/[a-z0-9-]+")


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field of a row before and after, as people read it."""

    field: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Edited:
    """What an edit did: the row as it stands now, what became of it, and the discrepancies this touched, by number."""

    row: Story | Entity | Fact | Source | Claim
    act: Act
    changes: tuple[FieldChange, ...] = ()
    opened: tuple[int, ...] = ()
    joined: tuple[int, ...] = ()
    reopened: tuple[int, ...] = ()
    gone: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class ListedClaim:
    """A claim with what tells an editor which one it is."""

    claim: Claim
    property: str
    source: str


async def add_story(desk: Desk, title: str, language: str = "") -> Edited:
    """A new, empty story. Raises BadInput."""
    name = _needed(title, BadInput("a story needs a title"))
    async with desk.store.transaction() as tx:
        taken = {one.key for one in await list_last(tx, STORIES, [name_id(name, "story")])}
        if taken:
            raise BadInput("there is a story {story} already; give another title", story=taken.pop())
        row = Story(name_id(name, "story"), name, read_text(language, "", "language"))
        await add_rows(tx, STORIES, [row], desk.stamp())
    return Edited(row, Act.ADDED)


async def add_entity(desk: Desk, kind: str, given: EntityWords, story: str = "") -> Edited:
    """A new person, organisation, place or event. Raises BadInput, NotFound."""
    index = await desk.index()
    chosen = get_story(index, story).key
    row = fill_entity(index, Entity("", chosen, read_choice(kind, EntityKind, "kind"), ""), given)
    _check_namesake(index, row)
    async with desk.store.transaction() as tx:
        row = replace(row, key=await _free_key(tx, chosen, row.label, row.kind.value))
        return await _put(tx, ENTITIES, row, None, desk.stamp())


async def edit_entity(desk: Desk, asked: str, given: EntityWords, why: str = "") -> Edited:
    """Another label (the old one stays as an alias), role, date, place or people. Raises BadInput, NotFound."""
    index = await desk.index()
    key = get_entity(index, asked).key
    async with desk.store.transaction() as tx:
        before = await get_live(tx, ENTITIES, key)
        after = fill_entity(index, before, given)
        if after.label != before.label:
            kept = tuple(one for one in before.aliases if one.name != after.label)
            after = replace(after, aliases=(*kept, Alias(before.label)))
        return await _put_entity(tx, before, after, desk.stamp(why))


async def add_alias(desk: Desk, asked: str, alias: tuple[str, str], source: str = "") -> Edited:
    """Another name of an entity, with its kind; `source` uses it. Raises BadInput, NotFound."""
    index = await desk.index()
    entity = get_entity(index, asked)
    name = _needed(alias[0], BadInput("the other name has no letter or figure; write it as it is spelt"))
    kind = read_choice(alias[1] or AliasKind.OTHER.value, AliasKind, "kind of name")
    users = (get_source(index, source, entity.story).key,) if source else ()
    async with desk.store.transaction() as tx:
        before = await get_live(tx, ENTITIES, entity.key)
        if name == before.label:
            raise BadInput("“{name}” is the label of {entity} already", name=name, entity=local_id(before.key))
        old = next((one for one in before.aliases if one.name == name), Alias(name))
        new = Alias(name, kind, tuple(dict.fromkeys((*old.sources, *users))))
        kept = tuple(one for one in before.aliases if one.name != name)
        return await _put_entity(tx, before, replace(before, aliases=(*kept, new)), desk.stamp())


async def remove_alias(desk: Desk, asked: str, name: str, why: str = "") -> Edited:
    """Take another name off an entity. Raises BadInput, NotFound with the names it has."""
    key = get_entity(await desk.index(), asked).key
    async with desk.store.transaction() as tx:
        before = await get_live(tx, ENTITIES, key)
        kept = tuple(one for one in before.aliases if fold(one.name) != fold(name))
        if len(kept) == len(before.aliases):
            near = tuple(one.name for one in before.aliases)[:5]
            raise NotFound("{label} has no other name {name!r}", near, label=before.label, name=readable(name)[:80])
        return await _put_entity(tx, before, replace(before, aliases=kept), desk.stamp(why))


async def add_fact(desk: Desk, given: FactWords, story: str = "") -> Edited:
    """A new question about an entity. Raises BadInput, NotFound."""
    index = await desk.index()
    of = get_entity(index, given.of or "", get_story(index, story).key if story else "")
    kind = read_choice(given.kind or FactKind.TEXT.value, FactKind, "kind")
    row = fill_fact(index, Fact("", of.story, of.key, "", kind), given)
    if twin := next((one for one in index.facts_of.get(of.key, ()) if question(one) == question(row)), None):
        raise BadInput("the record has that fact already: {fact}; record a claim on it", fact=local_id(twin.key))
    async with desk.store.transaction() as tx:
        name = " ".join((row.property, *(value for _, value in row.scope)))
        row = replace(row, key=await _free_key(tx, of.story, name, "fact"))
        return await _put(tx, FACTS, row, None, desk.stamp())


async def edit_fact(desk: Desk, asked: str, given: FactWords, why: str = "") -> Edited:
    """Other words, kind, unit, scope or whole of a fact; its claims are read and compared anew. Raises BadInput."""
    index, stamp = await desk.index(), desk.stamp(why)
    key = get_fact(index, asked).key
    async with desk.store.transaction() as tx:
        before = await get_live(tx, FACTS, key)
        after = fill_fact(index, before, given)
        done = await _put(tx, FACTS, after, before, stamp)
        if (after.kind, after.unit) != (before.kind, before.unit):
            claims = await list_claims(tx, key)
            await add_rows(tx, CLAIMS, reread(claims, after, index.sources), stamp)
        return _reviewed(done, await review(tx, [], stamp, facts=[key]))


async def add_source(desk: Desk, given: SourceWords, story: str = "") -> Edited:
    """A new source, of which nobody has the text. Raises BadInput, NotFound."""
    index = await desk.index()
    chosen = get_story(index, story).key
    row = fill_source(index, Source("", chosen), given)
    for one in index.sources.values():
        same = (fold(one.outlet), fold(one.title)) == (fold(row.outlet), fold(row.title)) and one.published == (
            row.published
        )
        if one.story == chosen and (same or (row.url and one.url == row.url)):
            raise BadInput("that source is recorded already: {source}", source=local_id(one.key))
    async with desk.store.transaction() as tx:
        name = f"{row.outlet or row.title} {row.published.edtf if row.published else ''}"
        row = replace(row, key=await _free_key(tx, chosen, name, "source"))
        return await _put(tx, SOURCES, row, None, desk.stamp())


async def edit_source(desk: Desk, asked: str, given: SourceWords, why: str = "") -> Edited:
    """Other words about a source; its origin and date count in comparisons, made anew. Raises BadInput, NotFound."""
    index, stamp = await desk.index(), desk.stamp(why)
    key = get_source(index, asked).key
    async with desk.store.transaction() as tx:
        before = await get_live(tx, SOURCES, key)
        done = await _put(tx, SOURCES, fill_source(index, before, given), before, stamp)
        facts = dict.fromkeys(claim.fact for claim in await list_claims_of_source(tx, key))
        return _reviewed(done, await review(tx, [], stamp, facts=facts))


async def add_claim(desk: Desk, given: ClaimWords) -> Edited:
    """What a source says of a fact, as it writes it. Raises BadInput, NotFound, Refused if it is recorded already."""
    index, stamp = await desk.index(), desk.stamp()
    if given.fact is None or given.source is None:
        raise BadInput("a claim needs its fact and its source")
    fact = get_fact(index, given.fact)
    row = fill_claim(index, Claim("", fact.story, fact.key, "", "", Term("")), replace(given, fact=local_id(fact.key)))
    async with desk.store.transaction() as tx:
        live = await list_by_keys(tx, CLAIMS, [row.key])
        if live and live[0].standing is Standing.RECORDED:
            raise Refused("that source is recorded with that value already: claim {claim}", claim=local_id(row.key))
        done = await _put(tx, CLAIMS, row, None, stamp)
        return _reviewed(done, await review(tx, [row], stamp))


async def edit_claim(desk: Desk, asked: str, given: ClaimWords, why: str = "") -> Edited:
    """A claim set right; one that now says something else takes its place. Raises BadInput, NotFound, Refused."""
    index, stamp = await desk.index(), desk.stamp(why)
    key = (await get_claim(desk, asked)).key
    async with desk.store.transaction() as tx:
        before = await get_live(tx, CLAIMS, key)
        after = fill_claim(index, before, given)
        if after.rank is not before.rank:
            if not stamp.why.strip() and after.rank is not Rank.NORMAL:
                raise BadInput("another rank needs a reason")
            after = replace(after, why=stamp.why)
        if after.key == key:
            done = await _put(tx, CLAIMS, after, before, stamp)
            return _reviewed(done, await review(tx, [], stamp, settle=[after.fact]))
        if await list_by_keys(tx, CLAIMS, [after.key]):
            raise Refused("that source is recorded with that value already: claim {claim}", claim=local_id(after.key))
        done = await _put(tx, CLAIMS, after, before, stamp, [Ended(key, after.key)])
        return _reviewed(done, await review(tx, [after], stamp, gone=[key]))


async def retract_claim(desk: Desk, asked: str, why: str) -> Edited:
    """Take one claim out of what stands; it stays in the history with the reason. Raises BadInput, NotFound."""
    stamp = desk.stamp(_needed(why, BadInput("retracting a claim needs a reason")))
    key = (await get_claim(desk, asked)).key
    async with desk.store.transaction() as tx:
        row = await get_live(tx, CLAIMS, key)
        await retract_claims(tx, [key], stamp)
        return _reviewed(Edited(row, Act.RETRACTED), await review(tx, [], stamp, gone=[key]))


async def list_claims_on(desk: Desk, asked: str) -> tuple[ListedClaim, ...]:
    """The live claims of a source, fact or entity, with their ids. Raises BadInput, NotFound."""
    index, db = await desk.index(), desk.store.reading
    facts: Sequence[str] = ()
    try:
        claims = await list_claims_of_source(db, get_source(index, asked).key)
    except NotFound:
        try:
            facts = [get_fact(index, asked).key]
        except NotFound:
            facts = [one.key for one in index.facts_of.get(get_entity(index, asked).key, ())]
        claims = await list_claims_of_facts(db, facts)
    return tuple(
        ListedClaim(one, index.facts[one.fact].property, index.sources[one.source].label)
        for one in claims
        if one.fact in index.facts and one.source in index.sources
    )


def question(fact: Fact) -> tuple[object, ...]:
    """What a fact asks of its entity: two facts with the same question have the same answer."""
    return fold(fact.property), fact.kind, fold(fact.unit), fact.scope


def name_id(name: str, fallback: str) -> str:
    """A kebab-case id from a name; `fallback` where it has no letter that can be written so."""
    return re.sub(r"[^a-z0-9]+", "-", fold(name))[:60].strip("-") or fallback


async def _put_entity(tx: Connection, before: Entity, after: Entity, stamp: Stamp) -> Edited:
    """Write an edited entity; its names and date count in comparisons of the facts about it."""
    done = await _put(tx, ENTITIES, after, before, stamp)
    facts = [one.key for one in await list_facts_of(tx, after.key)]
    return _reviewed(done, await review(tx, [], stamp, facts=facts))


async def _put(
    tx: Connection, kind: Lineage[R], row: R, before: R | None, stamp: Stamp, ends: Sequence[Ended] = ()
) -> Edited:
    """Write a row; an edit that changes nothing is told, not written."""
    if before is None:
        await add_rows(tx, kind, [row], stamp, ends)
        return Edited(row, Act.ADDED)
    changes = _changes(before, row)
    if not changes:
        raise BadInput("nothing was changed: everything given stands so already")
    await add_rows(tx, kind, [row], stamp, ends)
    return Edited(row, Act.REPLACED if ends else Act.CHANGED, changes)


def _changes(before: Any, after: Any) -> tuple[FieldChange, ...]:
    pairs = ((one.name, getattr(before, one.name), getattr(after, one.name)) for one in fields(before))
    return tuple(
        FieldChange(name, _shown(old), _shown(new)) for name, old, new in pairs if old != new and name not in UNTOLD
    )


def _shown(value: object) -> str:
    """A field's value as one reads it: dates in their normal form, names of rows without their story."""
    match value:
        case None | "" | ():
            return ""
        case PartialDate(edtf=edtf):
            return edtf
        case Alias(name=name, kind=kind):
            return f"{name} ({kind.value})"
        case Participant(entity=entity, role=role):
            return f"{local_id(entity)}={role}" if role else local_id(entity)
        case Evidence(locator=locator, words=words):
            return ": ".join(filter(None, (locator, words)))
        case (str() as name, str() as part):
            return f"{name}={part}"
        case tuple():
            return ", ".join(map(_shown, value))
        case Enum():
            return str(value.value)
    return local_id(str(value)) if _KEY.fullmatch(str(value)) else str(value)


def _reviewed(done: Edited, seen: Review) -> Edited:
    return replace(done, opened=seen.opened, joined=seen.joined, reopened=seen.reopened, gone=seen.gone)


def _check_namesake(index: RecordIndex, row: Entity) -> None:
    """Two bearers of one name need something that tells them apart: most often the second is the first typed again."""
    for one in index.entities.values():
        names = {fold(one.label), *(fold(alias.name) for alias in one.aliases)}
        same = (one.story, one.kind) == (row.story, row.kind) and fold(row.label) in names
        if same and (not row.role or fold(row.role) == fold(one.role)) and (not row.date or row.date == one.date):
            raise BadInput(
                "{name} is in the record already: {entity}; give another role or date if it is somebody else",
                name=row.label,
                entity=local_id(one.key),
            )


async def _free_key(tx: Connection, story: str, name: str, fallback: str) -> str:
    """A key nothing of the story has, or ever had."""
    tables: tuple[Lineage[Any], ...] = (ENTITIES, FACTS, SOURCES)
    base = name_id(name, fallback)
    for number in itertools.count(1):
        key = key_of(story, base if number == 1 else f"{base}-{number}")
        if not [one for table in tables for one in await list_last(tx, table, [key])]:
            return key
    raise AssertionError("numbers do not end")


def _needed(text: str, otherwise: BadInput) -> str:
    found = read_text(text, "", "text")
    if not any(char.isalnum() for char in found):
        raise otherwise
    return found
