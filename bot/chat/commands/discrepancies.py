"""What the sources disagree on, in chat: listed, one whole, why it was raised, what was told and what came of it."""

from __future__ import annotations

import discord
from discord import app_commands

from bot.answers import DiscrepancyView
from bot.chat.cards import Option
from bot.chat.keys import Key
from bot.chat.permissions import EDITS, Role
from bot.chat.poster import TARGET
from bot.chat.replies import card_of, send, show
from bot.chat.suggestions import suggesting
from bot.chat.verbs import Page, Sheet, Verbs
from bot.chat.visit import Visit, host, ready, visiting
from bot.desk.judging import Wanted
from bot.errors import BadInput
from bot.wording.judging import (
    about,
    discrepancies_screen,
    discrepancy_screen,
    history_screen,
    outbox_screen,
    retract_screen,
    why_screen,
)
from bot.wording.language import Language

ALL, NOTE = "all", "note"
LEVELS = ("alert", NOTE, ALL)
BETWEEN = "|"
Discord = discord.Interaction[discord.Client]


def read_number(text: str) -> int:
    """The number of a discrepancy as typed or suggested ("14", "#14", "14 · ..."). Raises BadInput."""
    digits = text.strip().removeprefix("#").split(" ")[0]
    if not (digits.isascii() and digits.isdigit() and len(digits) < 10):
        raise BadInput("{text!r} is no number of a discrepancy; /discrepancies lists them", text=text[:60])
    return int(digits)


def _written(wanted: Wanted) -> str:
    """What is wanted as the argument of a key: the level alone where nothing else is; a name that is cut still fits."""
    level = wanted.level or (ALL if wanted.everything else "")
    days = "" if wanted.age is None else str(wanted.age)
    return BETWEEN.join((level, days, wanted.story, wanted.person)).rstrip(BETWEEN)


def _wanted(argument: str) -> Wanted:
    level, days, story, person = [*argument.split(BETWEEN, 3), "", "", ""][:4]
    everything = level == ALL
    return Wanted(everything, "" if everything else level, story, person, int(days) if days else None)


async def _discrepancies(visit: Visit, asked: str) -> Sheet:
    if asked.removeprefix("#")[:1].isdigit():
        return Sheet(discrepancy_screen(await visit.desk.get_discrepancy(read_number(asked)), visit.say))
    answer = await visit.desk.discrepancies(_wanted(asked))
    options = tuple(_option(one, visit.say) for one in answer.shown[:25])
    return Sheet(discrepancies_screen(answer, visit.say), options, "discrepancies" if options else "")


def _option(view: DiscrepancyView, say: Language) -> Option:
    held = view.discrepancy
    told = f"{about(view)}: {held.recorded.written} / {held.new.written} ({say(held.state.value)})"
    return Option(str(held.number), f"{held.number} · {about(view)}", told)


async def _alerts(visit: Visit, _: str) -> Sheet:
    return Sheet(outbox_screen(await visit.desk.alerts(TARGET), visit.say), shareable=False)


async def _why(visit: Visit, asked: str) -> Sheet:
    return Sheet(why_screen(await visit.desk.why(read_number(asked)), visit.say))


async def _history(visit: Visit, asked: str) -> Sheet:
    return Sheet(history_screen(await visit.desk.history(asked), visit.say))


@app_commands.command(name="discrepancies", description="What sources disagree on, or one of it as a card")
@app_commands.describe(
    number="One of them",
    level="Only these",
    story="Only those of this story",
    person="Only those about somebody, or in which they are cited",
    age="Only those open for so many days or more",
)
@app_commands.choices(level=[app_commands.Choice(name=one, value=one) for one in LEVELS])
@app_commands.default_permissions(EDITS)
async def discrepancies(
    interaction: Discord,
    number: str = "",
    level: str = "",
    story: str = "",
    person: str = "",
    age: app_commands.Range[int, 0, 9999] | None = None,
) -> None:
    async with visiting(interaction, Role.EDITOR) as visit:
        wanted = Wanted(level == ALL, "" if level == ALL else level, story, person, age)
        asked = str(read_number(number)) if number else _written(wanted)
        await show(visit, PAGES["discrepancies"], Key("discrepancies", asked))


@app_commands.command(name="digest", description="The open notes, a line each")
@app_commands.describe(story="Only those of this story")
@app_commands.default_permissions(EDITS)
async def digest(interaction: Discord, story: str = "") -> None:
    async with visiting(interaction, Role.EDITOR) as visit:
        key = Key("discrepancies", _written(Wanted(level=NOTE, story=story)))
        await show(visit, PAGES["discrepancies"], key)


@app_commands.command(name="alerts", description="Every alert there has been, posted or not")
@app_commands.default_permissions(EDITS)
async def alerts(interaction: Discord) -> None:
    async with visiting(interaction, Role.EDITOR) as visit:
        await show(visit, PAGES["alerts"], Key("alerts"))


@app_commands.command(name="why", description="Why a discrepancy was raised: rule, version, every pair of claims")
@app_commands.describe(number="Which discrepancy")
async def why(interaction: Discord, number: str) -> None:
    async with visiting(interaction) as visit:
        await show(visit, PAGES["why"], Key("why", str(read_number(number))))


@app_commands.command(name="history", description="What happened to a discrepancy, fact, name or source, and by whom")
@app_commands.describe(about="A number, name, fact or source")
@app_commands.default_permissions(EDITS)
async def history(interaction: Discord, about: str) -> None:
    async with visiting(interaction, Role.EDITOR) as visit:
        await show(visit, PAGES["history"], Key("history", about))


@app_commands.command(name="retract", description="Take a source back; says which facts lost support")
@app_commands.describe(source="The source", why="The reason")
@app_commands.default_permissions(EDITS)
async def retract(interaction: Discord, source: str, why: str) -> None:
    async with visiting(interaction, Role.EDITOR) as visit:
        answer = await ready(interaction, visit.desk.retract(source, why))
        sheet = Sheet(retract_screen(answer, visit.say), shareable=False)
        await send(interaction, card_of(visit, sheet, Key("help")))
        host(interaction).wake_poster(visit.guild)


discrepancies.autocomplete("number")(suggesting("discrepancy"))
discrepancies.autocomplete("person")(suggesting("who"))
discrepancies.autocomplete("story")(suggesting("story"))
digest.autocomplete("story")(suggesting("story"))
why.autocomplete("number")(suggesting("discrepancy"))
history.autocomplete("about")(suggesting("topic"))
retract.autocomplete("source")(suggesting("source"))

PAGES = {
    "discrepancies": Page(Role.READER, _discrepancies),
    "why": Page(Role.READER, _why),
    "history": Page(Role.EDITOR, _history),
    "alerts": Page(Role.EDITOR, _alerts),
}
VERBS = Verbs((discrepancies, digest, alerts, why, history, retract), PAGES)
