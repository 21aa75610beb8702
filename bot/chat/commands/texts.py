"""What was kept of a source, in chat: its text as it stood, version by version, with the claims marked."""

from __future__ import annotations

import re

import discord
from discord import app_commands

from bot.chat.keys import Key
from bot.chat.permissions import Role
from bot.chat.replies import show
from bot.chat.suggestions import suggesting
from bot.chat.verbs import Page, Sheet, Verbs
from bot.chat.visit import Visit, visiting
from bot.desk import keeping
from bot.wording.watching import text_screen

_NUMBERED = re.compile(r"(.*) #(\d{1,6})", re.DOTALL)


@app_commands.command(name="show", description="A source's text as it was read, claims marked; older texts too")
@app_commands.describe(source="The source: its outlet, title, id or link", version="An older text of it, by its number")
async def show_text(
    interaction: discord.Interaction[discord.Client],
    source: str,
    version: app_commands.Range[int, 1, 999_999] | None = None,
) -> None:
    async with visiting(interaction) as visit:
        await show(visit, PAGES["show"], Key("show", f"{source} #{version}" if version else source))


async def _text(visit: Visit, asked: str) -> Sheet:
    numbered = _NUMBERED.fullmatch(asked)
    source, number = (numbered[1], int(numbered[2])) if numbered else (asked, None)
    return Sheet(text_screen(await keeping.show(visit.desk, source, number), visit.say))


show_text.autocomplete("source")(suggesting("source"))

PAGES = {"show": Page(Role.READER, _text)}
VERBS = Verbs((show_text,), PAGES)
