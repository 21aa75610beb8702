"""The machine at work, in chat: what is read in a text, and whether two names, figures or dates can both be right."""

from __future__ import annotations

import asyncio

import discord
from discord import app_commands

from bot.chat.commands.checking import get_article, keep_article, open_check_form, read_attachment, read_filled
from bot.chat.keys import Key
from bot.chat.permissions import Role
from bot.chat.replies import show
from bot.chat.verbs import Filled, Form, Page, Sheet, Verbs
from bot.chat.visit import Visit, ready, visiting
from bot.desk.checking import Article
from bot.desk.machine import ReadCase, read_case, read_published
from bot.desk.pairs import PairCase, PairKind, compare_case
from bot.wording.machine import pair_screen, reading_screen

LONGEST = 300
BETWEEN = "\n"
Discord = discord.Interaction[discord.Client]


@app_commands.command(name="read", description="What is read in a text: figures, dates, names, quotes")
@app_commands.describe(
    text="The text; leave it out to paste a long one",
    file="A text, Markdown or HTML file",
    published="The day it appeared; relative dates count from it",
)
async def read(
    interaction: Discord, text: str = "", file: discord.Attachment | None = None, published: str = ""
) -> None:
    async with visiting(interaction, announce=file is not None or bool(text)) as visit:
        said = Article(text, published=published)
        if file is not None:
            await _answer(visit, (await ready(interaction, read_attachment(file, said))).article)
        elif text:
            await _answer(visit, said)
        else:
            await open_check_form(visit, said, "read")


async def _answer(visit: Visit, article: Article) -> None:
    read_published(article.published)  # told before the text is kept
    await show(visit, PAGES["read"], Key("read", await keep_article(visit, article)))


async def _sent(visit: Visit, key: Key, filled: Filled) -> None:
    paper, _ = await read_filled(visit, key, filled)
    await _answer(visit, paper.article)


async def _read(visit: Visit, id: str) -> Sheet:
    article, known = await get_article(visit, id), (await visit.desk.link_index()).names
    case = ReadCase(article.text, published=read_published(article.published))
    return Sheet(reading_screen(await asyncio.to_thread(read_case, case, known), visit.say))


@app_commands.command(name="compare", description="Whether two names, figures or dates can both be right, and why")
@app_commands.describe(
    kind="What the two are",
    one="The one, such as “more than 430”",
    other="The other, such as “437”",
    published="The day relative dates count from",
)
@app_commands.choices(kind=[app_commands.Choice(name=one.value, value=one.value) for one in PairKind])
async def compare(
    interaction: Discord,
    kind: str,
    one: app_commands.Range[str, 1, LONGEST],
    other: app_commands.Range[str, 1, LONGEST],
    published: str = "",
) -> None:
    async with visiting(interaction) as visit:
        read_published(published)
        pair = Article(BETWEEN.join((" ".join(one.split()), " ".join(other.split()))), published=published, title=kind)
        await show(visit, PAGES["compared"], Key("compared", await keep_article(visit, pair)))


async def _compared(visit: Visit, id: str) -> Sheet:
    pair = await get_article(visit, id)
    one, other = pair.text.split(BETWEEN)
    case = PairCase(one, other, published=read_published(pair.published))
    return Sheet(pair_screen(compare_case(PairKind(pair.title), case), visit.say))


PAGES = {"read": Page(Role.READER, _read), "compared": Page(Role.READER, _compared)}
VERBS = Verbs((read, compare), PAGES, forms={"read": Form(Role.READER, _sent)})
