"""The look-ups in chat: a question in plain words to a private card."""

from __future__ import annotations

from typing import Any

import discord
from discord import app_commands

from bot.answers import Choice, Choices, Nothing, SourcesAnswer
from bot.chat.cards import Option, Pressable
from bot.chat.keys import Key
from bot.chat.permissions import Role
from bot.chat.replies import show
from bot.chat.suggestions import suggesting
from bot.chat.verbs import Page, Sheet, Verbs
from bot.chat.visit import Visit, visiting
from bot.screen import Screen
from bot.wording.language import Language
from bot.wording.lookups import answer_screen


def _page(verb: str) -> Page:
    async def make(visit: Visit, query: str) -> Sheet:
        answer = await visit.desk.ask(verb, query)
        screen = answer_screen(answer, visit.say)
        match answer:
            case Choices(choices=choices) | Nothing(nearest=choices) if choices:
                # a select replaces the buttons that a terminal would number
                bare = Screen(screen.head, screen.support, screen.dissent, screen.body)
                return Sheet(bare, tuple(_option(one, visit.say) for one in choices), verb, shareable=False)
            case Choices() | Nothing():
                return Sheet(screen, shareable=False)
            case SourcesAnswer(kept=[source]):
                return Sheet(screen, buttons=(Pressable(visit.say("Kept text"), Key("show", source.key)),))
            case SourcesAnswer(kept=kept) if kept:
                options = tuple(Option(one.key, one.label, one.title) for one in kept)
                return Sheet(screen, options, "show", hint=visit.say("Read a source as it was kept"))
        return Sheet(screen)

    return Page(Role.READER, make)


def _option(choice: Choice, say: Language) -> Option:
    return Option(choice.text, choice.text, say.phrase(choice.label))


def _command(verb: str, help: str, about: str, *, optional: bool = False) -> app_commands.Command[Any, ..., Any]:
    async def ask(interaction: discord.Interaction[discord.Client], about: str) -> None:
        async with visiting(interaction) as visit:
            await show(visit, PAGES[verb], Key(verb, about))

    async def ask_freely(interaction: discord.Interaction[discord.Client], about: str = "") -> None:
        await ask(interaction, about)

    callback = app_commands.describe(about=about)(ask_freely if optional else ask)
    command: app_commands.Command[Any, ..., Any] = app_commands.Command(name=verb, description=help, callback=callback)
    if verb != "find":
        command.autocomplete("about")(suggesting(verb))
    return command


COMMANDS = (
    _command("who", "Who somebody is: names, roles, facts, what is disputed", "A name, in any spelling"),
    _command("when", "When something happened, and which sources say otherwise", "An event or a date, in plain words"),
    _command("sources", "Which sources speak of anything, with their exact words", "A name, event, fact or figure"),
    _command("figure", "A figure with every claim of it, and what is safe to print", "What is counted, or a number"),
    _command("quote", "Who said it, in which wordings", "Words of the quote, or a speaker"),
    _command("timeline", "Dates in order", "A story, a name or a period such as 2025-09; or nothing", optional=True),
    _command("find", "Full text over everything recorded", "Words to look for"),
)
PAGES = {verb.name: _page(verb.name) for verb in COMMANDS}
VERBS = Verbs(COMMANDS, PAGES)
