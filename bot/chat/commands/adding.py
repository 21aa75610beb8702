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
from bot.chat.forms import open_form, text_part
from bot.chat.keys import Key
from bot.chat.permissions import EDITS, Role
from bot.chat.replies import card_of, send, show
from bot.chat.suggestions import suggesting
from bot.chat.verbs import Filled, Form, Page, Sheet, Step, Verbs
from bot.chat.visit import Visit, host, ready, visiting
from bot.desk.adding import AddReport
from bot.desk.checking import Article
from bot.desk.fetching import Paper, fetch_paper
from bot.desk.meant import get_claim
from bot.desk.proposing import accept, drop, list_proposed
from bot.errors import NotFound, Refused
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
            await open_check_form(visit, said, "add", story)
        else:
            await _save(visit, await ready(interaction, read_attachment(file, said)), story)


@app_commands.context_menu(name="Add as source")
@app_commands.default_permissions(EDITS)
async def add_message(interaction: Discord, message: discord.Message) -> None:
    async with visiting(interaction, Role.EDITOR) as visit:
        await _save(visit, await paper_of_message(visit, message))


async def _sent(visit: Visit, key: Key, filled: Filled) -> None:
    await _save(visit, *await read_filled(visit, key, filled))


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
    """One claim that waits, with its source and words, the text they stand in, and the ways to settle it."""
    claims = {one.key: one for one in await list_proposed(visit.desk)}
    index, claim = await visit.desk.index(), claims.get(key)
    if claim is None:
        return Sheet(Screen(line(visit.say("that claim no longer waits; somebody has settled it"))), shareable=False)
    screen, source = proposed_screen([claim], index.facts, visit.say), index.sources[claim.source]
    words = line(Span(source.label, url=source.url or source.archive), f": “{claim.evidence.words}”")
    buttons = (
        Pressable(visit.say("Record it"), Key("accept", key), loud=True),
        Pressable(visit.say("Correct it"), Key("correct", key)),
        Pressable(visit.say("Drop it"), Key("drop", key)),
        Pressable(visit.say("Kept text"), Key("show", source.key)),
    )
    return Sheet(Screen(screen.body[0], body=(words,)), buttons=buttons, shareable=False)


async def _accept(visit: Visit, key: Key, _: tuple[str, ...]) -> None:
    await _settle(visit, key.argument, accepted=True)


async def _drop(visit: Visit, key: Key, _: tuple[str, ...]) -> None:
    await _settle(visit, key.argument, accepted=False)


async def _correct(visit: Visit, key: Key, _: tuple[str, ...]) -> None:
    claim, say = await get_claim(visit.desk, key.argument), visit.say
    value = text_part("value", say("Value"), say("As the source has it"), value=claim.written)
    await open_form(visit.interaction, say("Correct it"), key, value)


async def _corrected(visit: Visit, key: Key, filled: Filled) -> None:
    await _settle(visit, key.argument, accepted=True, value=filled["value"])


async def _settle(visit: Visit, key: str, *, accepted: bool, value: str = "", why: str = "") -> None:
    work = accept(visit.desk, key, value) if accepted else drop(visit.desk, key, why)
    try:
        claim = await ready(visit.interaction, work)
    except NotFound:
        raise Refused("that claim no longer waits; somebody has settled it") from None
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


@app_commands.command(name="accept", description="Record a claim that waits, corrected if need be")
@app_commands.describe(claim="The claim that waits", value="The value in other words, as the source has it")
@app_commands.default_permissions(EDITS)
async def accept_claim(interaction: Discord, claim: str, value: str = "") -> None:
    async with visiting(interaction, Role.EDITOR) as visit:
        await _settle(visit, (await get_claim(visit.desk, claim)).key, accepted=True, value=value)


@app_commands.command(name="drop", description="Take out a claim that waits; it stays in the history")
@app_commands.describe(claim="The claim that waits", why="The reason")
@app_commands.default_permissions(EDITS)
async def drop_claim(interaction: Discord, claim: str, why: str = "") -> None:
    async with visiting(interaction, Role.EDITOR) as visit:
        await _settle(visit, (await get_claim(visit.desk, claim)).key, accepted=False, why=why)


accept_claim.autocomplete("claim")(suggesting("proposal"))
drop_claim.autocomplete("claim")(suggesting("proposal"))
proposed.autocomplete("source")(suggesting("source"))
add.autocomplete("outlet")(suggesting("outlet"))
add.autocomplete("origin")(suggesting("source"))
add.autocomplete("story")(suggesting("story"))

PAGES = {"proposed": Page(Role.EDITOR, _proposed), "proposal": Page(Role.EDITOR, _proposal)}
VERBS = Verbs(
    (add, add_message, proposed, accept_claim, drop_claim),
    PAGES,
    {
        "accept": Step(Role.EDITOR, _accept),
        "drop": Step(Role.EDITOR, _drop),
        "correct": Step(Role.EDITOR, _correct, announce=False),
    },
    {"add": Form(Role.EDITOR, _sent), "correct": Form(Role.EDITOR, _corrected)},
)
