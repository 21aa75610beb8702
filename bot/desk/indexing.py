"""The record to what a desk keeps in memory: rows by key, names and phrases to search, following every change."""

from __future__ import annotations

import asyncio
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from bot.desk.memory import long_lived
from bot.phrase import Filling, phrase
from bot.record import Entity, EntityKind, Fact, Source, Story, local_id
from bot.search import Entry, NameIndex, PhraseIndex
from bot.store import Connection, Store
from bot.store.changes import count_said, fetch_live, last_change, list_changes
from bot.store.connection import Row
from bot.store.entities import ENTITIES, STORIES
from bot.store.facts import FACTS
from bot.store.lineage import Lineage, list_by_keys
from bot.store.sources import SOURCES

EVENT, FACT, SOURCE = "event", "fact", "source"
FOLLOWED = 400
"""So many changes are followed one by one in a few milliseconds; more than that is a load, and a new build."""


@dataclass(slots=True)
class RecordIndex:
    """The record without its claims. `counts` is claims by entity key, `written` the values of live claims by fact.

    It is brought up to date in place (`refresh`), at once for all who hold it. `change` is the last one it knows;
    `followed` counts what it has taken in since it was built.
    """

    revision: int
    change: int = 0
    followed: int = 0
    stories: dict[str, Story] = field(default_factory=dict)
    entities: dict[str, Entity] = field(default_factory=dict)
    facts: dict[str, Fact] = field(default_factory=dict)
    facts_of: dict[str, list[Fact]] = field(default_factory=lambda: defaultdict(list))
    sources: dict[str, Source] = field(default_factory=dict)
    counts: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    written: dict[str, list[str]] = field(default_factory=dict)
    claims: dict[str, int] = field(default_factory=dict)
    names: NameIndex = field(default_factory=NameIndex)
    phrases: PhraseIndex = field(default_factory=PhraseIndex)

    def list_events(self, story: str | None = None) -> list[Entity]:
        """The events of one story, or of all."""
        return [
            one
            for one in self.entities.values()
            if one.kind is EntityKind.EVENT and (story is None or one.story == story)
        ]

    def describe(self, key: str) -> Filling:
        """What tells one key from others of the same name: kind, role and claims, or kind and whose."""
        if entity := self.entities.get(key):
            count = self.counts.get(key, 0)
            told = phrase("{count} claim" if count == 1 else "{count} claims", count=count)
            if not entity.role:
                return phrase("{kind}, {claims}", kind=entity.kind, claims=told)
            return phrase("{kind}, {role}, {claims}", kind=entity.kind, role=entity.role, claims=told)
        if fact := self.facts.get(key):
            subject = self.entities.get(fact.of)
            return phrase("{kind}, {subject}", kind=fact.kind, subject=subject.label if subject else local_id(fact.of))
        return local_id(key)


@dataclass(slots=True)
class _Changed:
    """Keys that are not as they were, and the rows that stand under them now."""

    keys: Mapping[str, Sequence[str]]
    stories: Sequence[Story] = ()
    entities: Sequence[Entity] = ()
    sources: Sequence[Source] = ()
    facts: Sequence[Fact] = ()
    said: Sequence[Row] = ()


async def build_index(store: Store) -> RecordIndex:
    """The index of the record as it stands now; made in a thread, for it takes seconds of a large record."""
    db = store.reading
    # First of all: what is written while the rows are being read is then followed once more, which does no harm.
    index = RecordIndex(await store.revision(), await last_change(db))
    kinds: tuple[Lineage[Any], ...] = (STORIES, ENTITIES, SOURCES, FACTS)
    rows = [await fetch_live(db, kind) for kind in kinds]
    said = await count_said(db)

    def fill() -> None:
        stories, entities, sources, facts = (
            [kind.value(row) for row in some] for kind, some in zip(kinds, rows, strict=True)
        )
        _take(index, _Changed({}, stories, entities, sources, facts, said))
        index.names.sort()
        index.phrases.sort()

    with long_lived():
        await asyncio.to_thread(fill)
    return index


async def refresh(index: RecordIndex, store: Store) -> RecordIndex:
    """The index with all that has been written since, by whichever process; a new one after a great deal of it."""
    db, revision = store.reading, await store.revision()
    last = await last_change(db)
    keys = await list_changes(db, index.change, FOLLOWED)
    if keys is None or index.followed > FOLLOWED + len(index.entities):
        return await build_index(store)
    changed = await _read_again(db, keys)
    # Nothing is awaited from here on: nobody sees an index that is half old.
    _take(index, changed)
    index.revision, index.change = revision, last
    return index


async def _read_again(db: Connection, keys: Mapping[str, Sequence[str]]) -> _Changed:
    return _Changed(
        keys,
        await list_by_keys(db, STORIES, keys.get("story", ())),
        await list_by_keys(db, ENTITIES, keys.get("entity", ())),
        await list_by_keys(db, SOURCES, keys.get("source", ())),
        await list_by_keys(db, FACTS, keys.get("fact", ())),
        await count_said(db, keys.get("claim", ())) if keys.get("claim") else (),
    )


def _take(index: RecordIndex, changed: _Changed) -> None:
    """Forget what is not as it was, then take in what stands there now."""
    keys = {kind: dict.fromkeys(some) for kind, some in changed.keys.items()}
    facts = dict.fromkeys((*keys.get("fact", ()), *keys.get("claim", ()), *(one.key for one in changed.facts)))
    touched = dict.fromkeys((*keys.get("entity", ()), *(one.key for one in changed.entities)))
    for key in touched:  # what a fact is found by names whom it is about
        facts.update(dict.fromkeys(one.key for one in index.facts_of.get(key, ())))
    recounted = {index.facts[key].of for key in facts if key in index.facts}
    _forget(index, keys, facts)
    index.stories.update((one.key, one) for one in changed.stories)
    index.sources.update((one.key, one) for one in changed.sources)
    index.entities.update((one.key, one) for one in changed.entities)
    for fact in changed.facts:
        index.facts[fact.key] = fact
        index.facts_of[fact.of].append(fact)
    for row in changed.said:
        index.written.setdefault(row["fact"], []).append(row["written"])
        index.claims[row["fact"]] = index.claims.get(row["fact"], 0) + row["claims"]
    recounted |= {index.facts[key].of for key in facts if key in index.facts}
    _count(index, recounted)
    _add_names(index, dict.fromkeys((*touched, *recounted)), changed.sources)
    _add_phrases(index, facts, touched)
    index.followed += len(facts) + len(touched) if changed.keys else 0


def _forget(index: RecordIndex, keys: Mapping[str, Iterable[str]], facts: Iterable[str]) -> None:
    for key in keys.get("story", ()):
        index.stories.pop(key, None)
    for key in (*keys.get("entity", ()), *keys.get("source", ())):
        index.entities.pop(key, None)
        index.sources.pop(key, None)
        index.names.remove(key)
        index.phrases.remove(key)
    for key in keys.get("fact", ()):
        if fact := index.facts.pop(key, None):
            index.facts_of[fact.of].remove(fact)
    for key in keys.get("claim", ()):
        index.written.pop(key, None)
        index.claims.pop(key, None)
    for key in facts:
        index.phrases.remove(key)


def _count(index: RecordIndex, entities: Iterable[str]) -> None:
    for key in entities:
        index.counts[key] = sum(index.claims.get(fact.key, 0) for fact in index.facts_of.get(key, ()))


def _add_names(index: RecordIndex, keys: Iterable[str], sources: Iterable[Source]) -> None:
    for key in keys:
        if one := index.entities.get(key):
            weight = index.counts.get(key, 0)
            for text in (one.label, *(alias.name for alias in one.aliases), local_id(key)):
                index.names.add(Entry(key, text, one.kind.value, weight))
    for source in sources:
        for text in filter(None, (source.outlet, source.called, source.title, local_id(source.key))):
            index.names.add(Entry(source.key, text, SOURCE))


def _add_phrases(index: RecordIndex, facts: Iterable[str], entities: Iterable[str]) -> None:
    for key in facts:
        if fact := index.facts.get(key):
            index.phrases.add(key, " ".join(_asked_by(fact, index)), fact.kind.value)
            index.phrases.add(key, local_id(key).replace("-", " "), fact.kind.value)
    for key in entities:
        entity = index.entities.get(key)
        if entity and entity.kind is EntityKind.EVENT:
            texts = (entity.label, *(alias.name for alias in entity.aliases), *entity.words, entity.place)
            index.phrases.add(key, " ".join(texts), EVENT)


def _asked_by(fact: Fact, index: RecordIndex) -> Iterable[str]:
    subject = index.entities.get(fact.of)
    scope = (value for _, value in fact.scope)
    return fact.property, *scope, subject.label if subject else "", *fact.words, *index.written.get(fact.key, ())
