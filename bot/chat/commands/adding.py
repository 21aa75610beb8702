"""Articles into the record from chat: pasted, as a file, or somebody's message; what is unsure waits for an editor."""

from __future__ import annotations

import discord
from discord import app_commands

from bot.chat.cards import Option, Pressable
from bot.chat.commands.checking import (
    open_check_form,
    paper_of_message,
    read_attachment,
    read_filled,
    with_caution,
)
from bot.chat.commands.record import of_table
from bot.chat.keys import Key
from bot.chat.permissions import EDITS, Role
from bot.chat.replies import card_of, send, show
from bot.chat.verbs import Filled, Form, Page, Sheet, Step, Verbs
from bot.chat.visit import Visit, host, ready, visiting
from bot.desk.adding import AddReport, accept, drop, list_proposed
from bot.desk.checking import Article
from bot.desk.fetching import Paper, fetch_paper
from bot.record import local_id
from bot.screen import Screen, Span, line
from bot.wording.adding import added_screen, proposed_screen, settled_screen, unchanged_screen

Discord = discord.Interaction[discord.Client]


@app_commands.command(name="add", description="Save an article as a source: what it says is read, linked and compared")
@app_commands.describe(
    file="A text, Markdown or HTML file; leave it out to paste the text",
    outlet="Who published it",
    published="When it was published, such as 2025-12-13",
    title="Its headline",
    url="A link to it: fetched if there is no file",
    origin="The agency text or document it derives from",
    story="The story it belongs to, if the text does not tell",
)
@app_commands.default_permissions(EDITS)
async def add(
    interaction: Discord,
    file: discord.Attachment | None = None,
    outlet: str = "",
    published: str = "",
    title: str = "",
    url: str = "",
    origin: str = "",
    story: str = "",
) -> None:
    async with visiting(interaction, Role.EDITOR, announce=file is not None or bool(url)) as visit:
        said = Article("", outlet, published, title, url, origin or None)
        if file is None and url:
            await _save(visit, await ready(interaction, fetch_paper(visit.desk, url, said)), story)
        elif file is None:
            await open_check_form(visit, said, "add")
        else:
            await _save(visit, await ready(interaction, read_attachment(file, said)), story)


@app_commands.context_menu(name="Add as source")
@app_commands.default_permissions(EDITS)
async def add_message(interaction: Discord, message: discord.Message) -> None:
    async with visiting(interaction, Role.EDITOR) as visit:
        await _save(visit, await paper_of_message(visit, message))


async def _sent(visit: Visit, key: Key, filled: Filled) -> None:
    await _save(visit, await read_filled(visit, filled))


async def _save(visit: Visit, paper: Paper, story: str = "") -> None:
    done = await ready(visit.interaction, _added(visit, paper, story))
    if done.unchanged:
        sheet = Sheet(unchanged_screen(done.source, visit.say), shareable=False)
    else:
        facts = (await visit.desk.index()).facts
        changes = [(one.fact, one.before, one.after) for one in done.changes]
        text = paper.article.text
        screen = added_screen(done.source, done.recorded, done.proposed, changes, facts, visit.say)
        screen = with_caution(screen, text, visit.say)
        sheet = Sheet(screen, buttons=_next_steps(visit, done), shareable=False)
    await send(visit.interaction, card_of(visit, sheet, Key("sources", local_id(done.source.key))))
    host(visit.interaction).wake_poster(visit.guild)


async def _added(visit: Visit, paper: Paper, story: str) -> AddReport:
    return await visit.desk.add(await visit.desk.plan(paper, story))


def _next_steps(visit: Visit, done: AddReport) -> tuple[Pressable, ...]:
    source = local_id(done.source.key)
    steps = [Pressable(visit.say("What it says"), Key("sources", source))]
    if done.proposed:
        steps.append(Pressable(visit.say("What waits"), Key("proposed", source), loud=True))
    for number in done.opened[:3]:
        label = visit.say("Discrepancy {number}", number=number)
        steps.append(Pressable(label, Key("discrepancies", str(number)), loud=True))
    return tuple(steps)


async def _proposed(visit: Visit, source: str) -> Sheet:
    claims = await list_proposed(visit.desk, source)
    facts = (await visit.desk.index()).facts
    options = tuple(
        Option(claim.key, f"{claim.written} · {facts[claim.fact].property}", claim.evidence.words)
        for claim in claims[:25]
        if claim.fact in facts
    )
    pick = "proposal" if options else ""
    return Sheet(proposed_screen(claims, facts, visit.say), options, pick, shareable=False)


async def _proposal(visit: Visit, key: str) -> Sheet:
    """One claim that waits, with its source and words, the text they stand in, and the two ways to settle it."""
    claims = {one.key: one for one in await list_proposed(visit.desk)}
    index, claim = await visit.desk.index(), claims.get(key)
    if claim is None:
        return Sheet(Screen(line(visit.say("that claim no longer waits; somebody has settled it"))), shareable=False)
    screen, source = proposed_screen([claim], index.facts, visit.say), index.sources[claim.source]
    words = line(Span(source.label, url=source.url or source.archive), f": “{claim.evidence.words}”")
    buttons = (
        Pressable(visit.say("Record it"), Key("accept", key), loud=True),
        Pressable(visit.say("Drop it"), Key("drop", key)),
        Pressable(visit.say("Kept text"), Key("show", source.key)),
    )
    return Sheet(Screen(screen.body[0], body=(words,)), buttons=buttons, shareable=False)


async def _accept(visit: Visit, key: Key, _: tuple[str, ...]) -> None:
    await _settle(visit, key.argument, accepted=True)


async def _drop(visit: Visit, key: Key, _: tuple[str, ...]) -> None:
    await _settle(visit, key.argument, accepted=False)


async def _settle(visit: Visit, key: str, *, accepted: bool, value: str = "", why: str = "") -> None:
    work = accept(visit.desk, key, value) if accepted else drop(visit.desk, key, why)
    claim = await ready(visit.interaction, work)
    facts = (await visit.desk.index()).facts
    sheet = Sheet(settled_screen(claim, facts, visit.say, accepted=accepted), shareable=False)
    await send(visit.interaction, card_of(visit, sheet, Key("proposed")))
    host(visit.interaction).wake_poster(visit.guild)


@app_commands.command(name="proposed", description="Claims read by machine that wait for a decision")
@app_commands.describe(source="Only those of this source")
@app_commands.default_permissions(EDITS)
async def proposed(interaction: Discord, source: str = "") -> None:
    async with visiting(interaction, Role.EDITOR) as visit:
        await show(visit, PAGES["proposed"], Key("proposed", source))


proposed.autocomplete("source")(of_table("source"))
add.autocomplete("origin")(of_table("source"))
add.autocomplete("story")(of_table("story"))

PAGES = {"proposed": Page(Role.EDITOR, _proposed), "proposal": Page(Role.EDITOR, _proposal)}
VERBS = Verbs(
    (add, add_message, proposed),
    PAGES,
    {"accept": Step(Role.EDITOR, _accept), "drop": Step(Role.EDITOR, _drop)},
    {"add": Form(Role.EDITOR, _sent)},
)
