"""The record edited by hand in chat: rows added, edited and retracted, names merged and kept apart."""

from __future__ import annotations

from collections.abc import Coroutine
from typing import Any

import discord
from discord import app_commands

from bot.chat.keys import Key
from bot.chat.permissions import EDITS, Role
from bot.chat.replies import card_of, send, show
from bot.chat.suggestions import suggesting
from bot.chat.verbs import Page, Sheet, Verbs
from bot.chat.visit import Visit, host, ready, visiting
from bot.desk import editing, merging
from bot.desk.filling import ClaimWords, EntityWords, FactWords, SourceWords
from bot.record import AliasKind, Behaviour, EntityKind, FactKind, Rank
from bot.screen import Screen
from bot.wording.editing import apart_screen, claims_screen, edited_screen, merged_screen, same_screen

Discord = discord.Interaction[discord.Client]
Kinds = type[EntityKind] | type[FactKind] | type[AliasKind] | type[Behaviour] | type[Rank]


def _choices(kinds: Kinds) -> list[app_commands.Choice[str]]:
    return [app_commands.Choice(name=one.value, value=one.value) for one in kinds]


# what each field of a row is, in the commands that add one and in those that edit one
ENTITY = {
    "role": "What they are",
    "date": "An event's date",
    "place": "Where an event was",
    "people": "Who took part: NAME=ROLE, NAME=ROLE",
    "words": "Words by which an event is known, apart by commas",
}
FACT = {
    "of": "Whom or what it is about",
    "property": "What it tells, such as people freed",
    "kind": "What its answer is",
    "unit": "What is counted",
    "behaviour": "How a figure moves",
    "scope": "Which part: NAME=VALUE",
    "part_of": "The fact it is a part of",
    "words": "Words by which it is known, apart by commas",
}
SOURCE = {
    "outlet": "Who published it",
    "title": "Its headline",
    "url": "A link to it",
    "author": "Who wrote it",
    "published": "When, such as 2025-12-13",
    "origin": "The source, wire or document it derives from; - for none",
    "reliability": "A-F and 1-6, such as B2",
    "language": "Its language, such as en",
    "archive": "A link to a copy in an archive",
}
CLAIM = {
    "fact": "The fact it is about",
    "value": "The value as the source has it",
    "source": "The source",
    "claimant": "Who says it, apart from the outlet",
    "as_of": "When it held",
    "locator": "Where it stands, such as paragraph 4",
    "quote": "The exact words",
}

record_group = app_commands.Group(
    name="record", description="Edit what the record holds, by hand", default_permissions=EDITS, guild_only=True
)
add_group = app_commands.Group(name="add", description="Add to the record", parent=record_group)
edit_group = app_commands.Group(name="edit", description="Edit the record; - empties a field", parent=record_group)


async def _edited(interaction: Discord, visit: Visit, work: Coroutine[Any, Any, editing.Edited]) -> None:
    done = await ready(interaction, work)
    changes = [(one.field, one.before, one.after) for one in done.changes]
    await _told(visit, edited_screen(done.row, done.act, changes, (*done.opened, *done.reopened), visit.say))


async def _told(visit: Visit, screen: Screen) -> None:
    await send(visit.interaction, card_of(visit, Sheet(screen, shareable=False), Key("help")))
    host(visit.interaction).wake_poster(visit.guild)


@add_group.command(name="name", description="Add a person, organisation, place or event")
@app_commands.describe(
    kind="What it is",
    name="The house spelling",
    story="The story, if there are several",
    **ENTITY,
)
@app_commands.choices(kind=_choices(EntityKind))
async def add_name(
    interaction: Discord,
    kind: str,
    name: str,
    role: str | None = None,
    date: str | None = None,
    place: str | None = None,
    people: str | None = None,
    words: str | None = None,
    story: str = "",
) -> None:
    async with visiting(interaction, Role.EDITOR) as visit:
        given = EntityWords(name, role, date, place, people, words)
        await _edited(interaction, visit, editing.add_entity(visit.desk, kind, given, story))


@add_group.command(name="story", description="Begin an empty story")
@app_commands.describe(title="Its title", language="Its language, such as en")
async def add_story(interaction: Discord, title: str, language: str = "") -> None:
    async with visiting(interaction, Role.EDITOR) as visit:
        await _edited(interaction, visit, editing.add_story(visit.desk, title, language))


@add_group.command(name="fact", description="Add a question with one true answer")
@app_commands.describe(
    **FACT,
)
@app_commands.choices(kind=_choices(FactKind), behaviour=_choices(Behaviour))
async def add_fact(
    interaction: Discord,
    of: str,
    property: str,
    kind: str,
    unit: str | None = None,
    behaviour: str | None = None,
    scope: str | None = None,
    part_of: str | None = None,
    words: str | None = None,
) -> None:
    async with visiting(interaction, Role.EDITOR) as visit:
        given = FactWords(of, property, kind, unit, behaviour, scope, part_of, words)
        await _edited(interaction, visit, editing.add_fact(visit.desk, given))


@add_group.command(name="source", description="Add a source without its text; /add takes a text")
@app_commands.describe(
    story="The story, if there are several",
    **SOURCE,
)
async def add_source(
    interaction: Discord,
    outlet: str,
    title: str | None = None,
    url: str | None = None,
    author: str | None = None,
    published: str | None = None,
    origin: str | None = None,
    reliability: str | None = None,
    language: str | None = None,
    archive: str | None = None,
    story: str = "",
) -> None:
    async with visiting(interaction, Role.EDITOR) as visit:
        given = SourceWords(outlet, title, url, author, published, origin, reliability, language, archive)
        await _edited(interaction, visit, editing.add_source(visit.desk, given, story))


@edit_group.command(name="name", description="Edit a person, organisation, place or event")
@app_commands.describe(
    entity="Which",
    name="The house spelling; the old one stays as another name",
    why="The reason",
    **ENTITY,
)
async def edit_name(
    interaction: Discord,
    entity: str,
    name: str | None = None,
    role: str | None = None,
    date: str | None = None,
    place: str | None = None,
    people: str | None = None,
    words: str | None = None,
    why: str = "",
) -> None:
    async with visiting(interaction, Role.EDITOR) as visit:
        given = EntityWords(name, role, date, place, people, words)
        await _edited(interaction, visit, editing.edit_entity(visit.desk, entity, given, why))


@edit_group.command(name="fact", description="Edit a fact; its claims are compared anew")
@app_commands.describe(
    fact="Which",
    why="The reason",
    **FACT,
)
@app_commands.choices(kind=_choices(FactKind), behaviour=_choices(Behaviour))
async def edit_fact(
    interaction: Discord,
    fact: str,
    of: str | None = None,
    property: str | None = None,
    kind: str | None = None,
    unit: str | None = None,
    behaviour: str | None = None,
    scope: str | None = None,
    part_of: str | None = None,
    words: str | None = None,
    why: str = "",
) -> None:
    async with visiting(interaction, Role.EDITOR) as visit:
        given = FactWords(of, property, kind, unit, behaviour, scope, part_of, words)
        await _edited(interaction, visit, editing.edit_fact(visit.desk, fact, given, why))


@edit_group.command(name="source", description="Edit a source, such as what it derives from")
@app_commands.describe(
    source="Which",
    why="The reason",
    **SOURCE,
)
async def edit_source(
    interaction: Discord,
    source: str,
    outlet: str | None = None,
    title: str | None = None,
    url: str | None = None,
    author: str | None = None,
    published: str | None = None,
    origin: str | None = None,
    reliability: str | None = None,
    language: str | None = None,
    archive: str | None = None,
    why: str = "",
) -> None:
    async with visiting(interaction, Role.EDITOR) as visit:
        given = SourceWords(outlet, title, url, author, published, origin, reliability, language, archive)
        await _edited(interaction, visit, editing.edit_source(visit.desk, source, given, why))


@edit_group.command(name="claim", description="Set a claim right")
@app_commands.describe(
    claim="Which",
    rank="How the desk ranks it; needs a reason",
    why="The reason",
    **CLAIM,
)
@app_commands.choices(rank=_choices(Rank))
async def edit_claim(
    interaction: Discord,
    claim: str,
    value: str | None = None,
    fact: str | None = None,
    source: str | None = None,
    claimant: str | None = None,
    as_of: str | None = None,
    locator: str | None = None,
    quote: str | None = None,
    rank: str | None = None,
    why: str = "",
) -> None:
    async with visiting(interaction, Role.EDITOR) as visit:
        given = ClaimWords(fact, value, source, claimant, as_of, locator, quote, rank)
        await _edited(interaction, visit, editing.edit_claim(visit.desk, claim, given, why))


@record_group.command(name="claim", description="Record what a source says of a fact")
@app_commands.describe(
    **CLAIM,
)
async def claim(
    interaction: Discord,
    fact: str,
    value: str,
    source: str,
    claimant: str | None = None,
    as_of: str | None = None,
    locator: str | None = None,
    quote: str | None = None,
) -> None:
    async with visiting(interaction, Role.EDITOR) as visit:
        given = ClaimWords(fact, value, source, claimant, as_of, locator, quote)
        await _edited(interaction, visit, editing.add_claim(visit.desk, given))


@record_group.command(name="alias", description="Record another name")
@app_commands.describe(entity="Whose", name="The other name", kind="What kind of name", source="A source that uses it")
@app_commands.choices(kind=_choices(AliasKind))
async def alias(interaction: Discord, entity: str, name: str, kind: str = "", source: str = "") -> None:
    async with visiting(interaction, Role.EDITOR) as visit:
        await _edited(interaction, visit, editing.add_alias(visit.desk, entity, (name, kind), source))


@record_group.command(name="unalias", description="Take another name off")
@app_commands.describe(entity="Whose", name="The other name", why="The reason")
async def unalias(interaction: Discord, entity: str, name: str, why: str = "") -> None:
    async with visiting(interaction, Role.EDITOR) as visit:
        await _edited(interaction, visit, editing.remove_alias(visit.desk, entity, name, why))


@record_group.command(name="retract", description="Take one claim out of what stands")
@app_commands.describe(claim="Which", why="The reason")
async def retract(interaction: Discord, claim: str, why: str) -> None:
    async with visiting(interaction, Role.EDITOR) as visit:
        await _edited(interaction, visit, editing.retract_claim(visit.desk, claim, why))


@record_group.command(name="merge", description="Make one of two; /record split takes it back")
@app_commands.describe(
    gone="The one whose name becomes another name",
    kept="The one that stays",
    why="The reason",
    kind="What kind of name that will be",
)
@app_commands.choices(kind=_choices(AliasKind))
async def merge(interaction: Discord, gone: str, kept: str, why: str, kind: str = "") -> None:
    async with visiting(interaction, Role.EDITOR) as visit:
        done = await ready(interaction, merging.merge(visit.desk, gone, kept, why, kind))
        await _told(visit, _merger(visit, done))


@record_group.command(name="split", description="Take back the last merger")
@app_commands.describe(entity="The one that stayed", why="The reason")
async def split(interaction: Discord, entity: str, why: str) -> None:
    async with visiting(interaction, Role.EDITOR) as visit:
        done = await ready(interaction, merging.split(visit.desk, entity, why))
        await _told(visit, _merger(visit, done, split=True))


def _merger(visit: Visit, done: merging.Merged, *, split: bool = False) -> Screen:
    numbers = (*done.opened, *done.reopened)
    return merged_screen((done.gone, done.kept), (done.facts, done.claims), numbers, visit.say, split=split)


@record_group.command(name="apart", description="Remember that two names have two bearers")
@app_commands.describe(one="The one", other="The other", why="The reason", undo="They may be one after all")
async def apart(interaction: Discord, one: str, other: str, why: str, undo: bool = False) -> None:
    async with visiting(interaction, Role.EDITOR) as visit:
        work = merging.undo_apart if undo else merging.keep_apart
        done = await ready(interaction, work(visit.desk, one, other, why))
        await _told(visit, apart_screen(done.one, done.other, visit.say, apart=done.apart))


@record_group.command(name="same", description="Names that may be one bearer's, for you to decide")
@app_commands.describe(story="Only of this story")
async def same(interaction: Discord, story: str = "") -> None:
    async with visiting(interaction, Role.EDITOR) as visit:
        await show(visit, PAGES["record-same"], Key("record-same", story))


@record_group.command(name="claims", description="The claims on a fact or name, or of a source")
@app_commands.describe(about="A fact, source, person or event")
async def claims(interaction: Discord, about: str) -> None:
    async with visiting(interaction, Role.EDITOR) as visit:
        await show(visit, PAGES["record-claims"], Key("record-claims", about))


async def _same(visit: Visit, story: str) -> Sheet:
    pairs = await merging.list_same(visit.desk, story)
    shown = [(one.one, one.other, one.why) for one in pairs]
    return Sheet(same_screen(shown, visit.say), shareable=False)


async def _claims(visit: Visit, about: str) -> Sheet:
    found = await editing.list_claims_on(visit.desk, about)
    shown = [(one.claim, one.property, one.source) for one in found]
    return Sheet(claims_screen(shown, visit.say), shareable=False)


for _command, _name, _table in (
    (add_name, "story", "story"),
    (add_name, "place", "entity"),
    (add_source, "story", "story"),
    (add_source, "origin", "source"),
    (add_source, "outlet", "outlet"),
    (add_fact, "of", "entity"),
    (add_fact, "part_of", "fact"),
    (edit_name, "entity", "entity"),
    (edit_name, "place", "entity"),
    (edit_fact, "fact", "fact"),
    (edit_fact, "of", "entity"),
    (edit_fact, "part_of", "fact"),
    (edit_source, "source", "source"),
    (edit_source, "origin", "source"),
    (edit_source, "outlet", "outlet"),
    (edit_claim, "claim", "claim"),
    (edit_claim, "fact", "fact"),
    (edit_claim, "source", "source"),
    (claim, "fact", "fact"),
    (claim, "source", "source"),
    (claim, "claimant", "entity"),
    (alias, "entity", "entity"),
    (alias, "source", "source"),
    (unalias, "entity", "entity"),
    (retract, "claim", "claim"),
    (merge, "gone", "entity"),
    (merge, "kept", "entity"),
    (split, "entity", "entity"),
    (apart, "one", "entity"),
    (apart, "other", "entity"),
    (same, "story", "story"),
    (claims, "about", "sources"),
):
    _command.autocomplete(_name)(suggesting(_table))

PAGES = {"record-same": Page(Role.EDITOR, _same), "record-claims": Page(Role.EDITOR, _claims)}
VERBS = Verbs((record_group,), PAGES)
