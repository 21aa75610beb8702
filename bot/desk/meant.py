"""What somebody typed for a row of the record to the one row meant: its id, any clear name, or which it may be."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, TypeVar

from bot.answers import Choice
from bot.errors import BadInput, NotFound
from bot.folding import fold
from bot.phrase import phrase
from bot.record import Claim, Entity, EntityKind, Fact, FactKind, Source, Story, key_of, local_id
from bot.search import Hit, find_clear, list_plausible
from bot.store.claims import CLAIMS
from bot.store.lineage import list_by_keys

if TYPE_CHECKING:
    from bot.desk import Desk
    from bot.desk.indexing import RecordIndex

SURE = 0.85
"""A name that is only guessed at may be asked about, but nothing is written under it."""
NEAREST = 3
LONGEST = 300
MARK = " · "
KINDS = frozenset(kind.value for kind in EntityKind)
FACTS = frozenset(kind.value for kind in FactKind)
R = TypeVar("R", Entity, Fact, Source, Story)


def get_story(index: RecordIndex, asked: str) -> Story:
    """The story of an id or title; the only one if nothing is asked. Raises BadInput, NotFound."""
    stories, named = list(index.stories.values()), fold(asked)
    if not stories:
        raise BadInput("the record holds no story yet; add one first")
    if not named and len(stories) == 1:
        return stories[0]
    there = ", ".join(one.key for one in stories)
    if not named:
        raise BadInput("say which story it belongs to; there are {stories}", stories=there)
    found = [one for one in stories if named in (fold(one.key), fold(one.title))]
    if not found:
        raise NotFound(
            "there is no story {asked!r}", asked=asked[:80], near=tuple(one.key for one in stories)[:NEAREST]
        )
    return _only(found, asked)


def get_entity(index: RecordIndex, asked: str, story: str = "") -> Entity:
    """The person, organisation, place or event of an id or name. Raises BadInput if it may be several, NotFound."""
    rows = _within(index.entities, story)
    found = _by_id(rows, asked) or _named(rows, asked, lambda one: (one.label,))
    found = found or _named(rows, asked, lambda one: [alias.name for alias in one.aliases])
    if found:
        return _only(found, asked)
    hits = [hit for hit in index.names.search(asked[:LONGEST], 2 * NEAREST, KINDS) if hit.key in rows]
    nothing = NotFound("there is nobody and nothing named {asked!r} in the record", asked=asked[:80])
    return rows[_clear(hits, rows, asked, nothing)]


def get_fact(index: RecordIndex, asked: str, story: str = "") -> Fact:
    """The fact of an id, property or other plain words. Raises BadInput if it may be several, NotFound."""
    rows = _within(index.facts, story)
    found = _by_id(rows, asked) or _named(rows, asked, lambda one: (one.property,))
    if found:
        return _only(found, asked)
    hits = [hit for hit in index.phrases.search(asked[:LONGEST], 2 * NEAREST, FACTS) if hit.key in rows]
    nothing = NotFound("there is no fact {asked!r} in the record", asked=asked[:80])
    return rows[_clear(hits, rows, asked, nothing)]


def get_source(index: RecordIndex, asked: str, story: str = "") -> Source:
    """The source of an id, link, outlet or title. Raises BadInput if it may be several, NotFound."""
    rows = _within(index.sources, story)
    found = _by_id(rows, asked) or _named(rows, asked, lambda one: (one.label, one.title))
    found = found or [one for one in rows.values() if one.url and one.url == asked.strip()]
    if found:
        return _only(found, asked)
    hits = [hit for hit in index.names.search(asked[:LONGEST], 2 * NEAREST, frozenset({"source"})) if hit.key in rows]
    nothing = NotFound("there is no source {asked!r} in the record", asked=asked[:80])
    return rows[_clear(hits, rows, asked, nothing)]


async def get_claim(desk: Desk, asked: str) -> Claim:
    """The live claim of an id, alone or at the end of a suggestion. Raises BadInput, NotFound."""
    named = asked.rpartition(MARK.strip())[2].strip()
    stories = (await desk.index()).stories
    readable = named.encode("utf-8", "replace").decode()[:LONGEST]
    keys = [readable] if "/" in readable else [key_of(story, readable) for story in stories]
    found = await list_by_keys(desk.store.reading, CLAIMS, keys)
    if not found:
        raise NotFound(
            "there is no claim {asked!r}; `record claims NAME` lists claims with their ids", asked=named[:80]
        )
    if len(found) > 1:
        raise BadInput(
            "{asked!r} may be {several}; give the whole id", asked=named[:80], several=_or(one.key for one in found)
        )
    return found[0]


def choose(index: RecordIndex, hit: Hit) -> Choice:
    """A hit as what is offered: a name by its label, a fact by its id and what it asks, a source by its name."""
    entity, fact = index.entities.get(hit.key), index.facts.get(hit.key)
    if entity:
        return Choice(hit.key, entity.label, index.describe(hit.key))
    return choose_fact(index, fact) if fact else Choice(hit.key, hit.text, phrase("source"))


def choose_fact(index: RecordIndex, fact: Fact) -> Choice:
    """A fact as what is offered."""
    scope = "".join(f", {value}" for _, value in fact.scope)
    label = phrase("{property} ({about})", property=f"{fact.property}{scope}", about=index.describe(fact.key))
    return Choice(fact.key, local_id(fact.key), label)


def choose_name(index: RecordIndex, key: str) -> Choice:
    """An entity or source as it can be named in a write: its label where no other row has that, else its id."""
    row = index.entities.get(key)
    label = row.label if row else index.sources[key].label
    about = index.describe(key) if row else phrase("source")
    rows: Mapping[str, Entity] | Mapping[str, Source] = index.entities if row else index.sources
    others = (rows[one] for one in index.names.list_named(label) if one != key and one in rows)
    if any(fold(one.label) == fold(label) for one in others):
        return Choice(key, local_id(key), phrase("{label}, {about}", label=label, about=about))
    return Choice(key, label, about)


def _within(rows: Mapping[str, R], story: str) -> Mapping[str, R]:
    if not story:
        return rows
    return {key: row for key, row in rows.items() if not isinstance(row, Story) and row.story == story}


def _by_id(rows: Mapping[str, R], asked: str) -> list[R]:
    named = asked.strip().casefold()
    return [row for key, row in rows.items() if named in (key.casefold(), local_id(key).casefold())]


def _named(rows: Mapping[str, R], asked: str, names: Callable[[R], Iterable[str]]) -> list[R]:
    named = fold(asked)
    return [row for row in rows.values() if named and named in map(fold, names(row))]


def _only(found: Sequence[R], asked: str) -> R:
    if len(found) > 1:
        raise BadInput("{asked!r} may be {several}; give the id", asked=asked[:80], several=_or(map(_described, found)))
    return found[0]


def _clear(hits: Sequence[Hit], rows: Mapping[str, R], asked: str, nothing: NotFound) -> str:
    """The key of the one hit that is meant beyond doubt."""
    best = find_clear(hits)
    if best and best.score >= SURE:
        return best.key
    plausible = list_plausible(hits)
    if len(plausible) > 1:
        several = _or(_described(rows[hit.key]) for hit in plausible)
        raise BadInput("{asked!r} may be {several}; give the id", asked=asked[:80], several=several)
    nothing.near = tuple(local_id(hit.key) for hit in hits)[:NEAREST] or tuple(map(local_id, rows))[:NEAREST]
    raise nothing


def _described(row: Entity | Fact | Source | Story) -> str:
    match row:
        case Entity(label=label) | Source(label=label):
            return f"{local_id(row.key)} ({label})"
        case Fact(property=label) | Story(title=label):
            return f"{local_id(row.key)} ({label})"


def _or(names: Iterable[str]) -> str:
    return ", ".join(list(names)[:5])
