"""Stories and entities to rows and back."""

from __future__ import annotations

from collections.abc import Sequence

from bot.record import Alias, AliasKind, Change, Entity, EntityKind, Participant, Story
from bot.store.connection import Cell, Connection, Row
from bot.store.lineage import Lineage, Stamp, add_rows, get_live, list_history, list_live
from bot.store.stored import date_cell, date_of, list_cell, list_of

_KINDS = {kind.value: kind for kind in EntityKind}


async def list_stories(db: Connection) -> list[Story]:
    """The stories of the record."""
    return await list_live(db, STORIES)


async def get_story(db: Connection, key: str) -> Story:
    """One story. Raises NotFound."""
    return await get_live(db, STORIES, key)


async def list_entities(db: Connection, story: str | None = None) -> list[Entity]:
    """All people, organisations, places and events; of one story if named."""
    return await list_live(db, ENTITIES, story)


async def get_entity(db: Connection, key: str) -> Entity:
    """One entity. Raises NotFound."""
    return await get_live(db, ENTITIES, key)


async def add_entities(db: Connection, entities: Sequence[Entity], stamp: Stamp) -> None:
    """Write entities; one that is there already gets a new version."""
    await add_rows(db, ENTITIES, entities, stamp)


async def list_entity_history(db: Connection, key: str) -> list[Change]:
    """What happened to an entity, oldest first."""
    return await list_history(db, ENTITIES, key)


def _entity_cells(entity: Entity) -> tuple[Cell, ...]:
    return (
        entity.story,
        entity.kind.value,
        entity.label,
        list_cell([[alias.name, alias.kind.value, list(alias.sources)] for alias in entity.aliases]),
        entity.role,
        date_cell(entity.date),
        entity.place,
        list_cell([[person.entity, person.role] for person in entity.people]),
        list_cell(list(entity.words)),
    )


def _entity(row: Row) -> Entity:
    # By place, in the order of ENTITIES.columns: a name is looked for among twenty.
    _, key, story, kind, label, aliases, role, date, place, people, words, *_ = row
    return Entity(
        key=key,
        story=story,
        kind=_KINDS[kind],
        label=label,
        aliases=tuple(Alias(name, AliasKind(kind), tuple(who)) for name, kind, who in list_of(aliases)),
        role=role,
        date=date_of(date),
        place=place,
        people=tuple(Participant(*person) for person in list_of(people)),
        words=tuple(list_of(words)),
    )


def _entity_words(entity: Entity) -> str:
    names = (alias.name for alias in entity.aliases)
    return " · ".join(filter(None, (entity.label, *names, entity.role, entity.place, *entity.words)))


STORIES: Lineage[Story] = Lineage(
    name="story",
    number=0,
    columns=("title", "language"),
    cells=lambda story: (story.title, story.language),
    value=lambda row: Story(row["key"], row["title"], row["language"]),
    words=lambda story: story.title,
)
ENTITIES: Lineage[Entity] = Lineage(
    name="entity",
    number=1,
    columns=("story", "kind", "label", "aliases", "role", "date", "place", "people", "words"),
    cells=_entity_cells,
    value=_entity,
    words=_entity_words,
)
