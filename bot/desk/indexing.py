"""The record to what a desk keeps in memory: rows by key, names and phrases to search, rebuilt when they change."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from bot.record import Entity, EntityKind, Fact, Source, Story, local_id
from bot.search import Entry, NameIndex, PhraseIndex
from bot.store import Store
from bot.store.claims import count_claims, list_written
from bot.store.entities import list_entities, list_stories
from bot.store.facts import list_facts
from bot.store.sources import list_sources

EVENT, FACT, SOURCE = "event", "fact", "source"


@dataclass(frozen=True, slots=True)
class RecordIndex:
    """One revision of the record without its claims. `counts` is claims by entity
    key, `written` the values of live claims by fact key."""

    revision: int
    stories: Mapping[str, Story]
    entities: Mapping[str, Entity]
    facts: Mapping[str, Fact]
    facts_of: Mapping[str, Sequence[Fact]]
    sources: Mapping[str, Source]
    counts: Mapping[str, int]
    written: Mapping[str, Sequence[str]]
    names: NameIndex
    phrases: PhraseIndex

    def list_events(self, story: str | None = None) -> list[Entity]:
        """The events of one story, or of all."""
        return [
            one
            for one in self.entities.values()
            if one.kind is EntityKind.EVENT and (story is None or one.story == story)
        ]

    def describe(self, key: str) -> str:
        """What tells one key from others of the same name: kind, role or property, story."""
        if entity := self.entities.get(key):
            return ", ".join(filter(None, (entity.kind.value, entity.role, f"{self.counts.get(key, 0)} claims")))
        if fact := self.facts.get(key):
            subject = self.entities.get(fact.of)
            return f"{fact.kind.value}, {subject.label if subject else local_id(fact.of)}"
        return local_id(key)


async def build_index(store: Store) -> RecordIndex:
    """The index of the record as it stands now."""
    db = store.reading
    revision = await store.revision()
    entities = {one.key: one for one in await list_entities(db)}
    facts = {one.key: one for one in await list_facts(db)}
    sources = {one.key: one for one in await list_sources(db)}
    counts, written = await count_claims(db), await list_written(db)
    facts_of: dict[str, list[Fact]] = defaultdict(list)
    for fact in facts.values():
        facts_of[fact.of].append(fact)
    return RecordIndex(
        revision=revision,
        stories={one.key: one for one in await list_stories(db)},
        entities=entities,
        facts=facts,
        facts_of=facts_of,
        sources=sources,
        counts=counts,
        names=_index_names(entities.values(), sources.values(), counts),
        written=written,
        phrases=_index_phrases(entities, facts.values(), written),
    )


def _index_names(entities: Iterable[Entity], sources: Iterable[Source], counts: Mapping[str, int]) -> NameIndex:
    names = NameIndex()
    for one in entities:
        weight = counts.get(one.key, 0)
        for text in (one.label, *(alias.name for alias in one.aliases), local_id(one.key)):
            names.add(Entry(one.key, text, one.kind.value, weight))
    for source in sources:
        for text in filter(None, (source.outlet, source.called, source.title, local_id(source.key))):
            names.add(Entry(source.key, text, SOURCE))
    return names


def _index_phrases(
    entities: Mapping[str, Entity], facts: Iterable[Fact], written: Mapping[str, Sequence[str]]
) -> PhraseIndex:
    phrases = PhraseIndex()
    for fact in facts:
        subject = entities.get(fact.of)
        about = (
            fact.property,
            *(value for _, value in fact.scope),
            subject.label if subject else "",
            *fact.words,
            *written.get(fact.key, ()),
        )
        phrases.add(fact.key, " ".join(about), fact.kind.value)
        phrases.add(fact.key, local_id(fact.key).replace("-", " "), fact.kind.value)
    for entity in entities.values():
        if entity.kind is EntityKind.EVENT:
            texts = (entity.label, *(alias.name for alias in entity.aliases), *entity.words, entity.place)
            phrases.add(entity.key, " ".join(texts), EVENT)
    return phrases
