"""Watched feeds in chat: added, listed with how each goes, paused, removed."""

from __future__ import annotations

from collections.abc import Iterable

import discord
from discord import app_commands

from bot.answers import Choice
from bot.chat.commands.record import of_table
from bot.chat.keys import Key
from bot.chat.permissions import EDITS, Role
from bot.chat.replies import show, tell
from bot.chat.suggestions import suggesting
from bot.chat.verbs import Page, Sheet, Verbs
from bot.chat.visit import Visit, ready, visiting
from bot.desk.watching import list_watched, pause, unwatch, watch
from bot.screen import Screen
from bot.wording.watching import Watched, watch_screen

Discord = discord.Interaction[discord.Client]

watch_group = app_commands.Group(
    name="watch", description="Feeds that bring new sources", default_permissions=EDITS, guild_only=True
)


@watch_group.command(name="list", description="Every watched feed with its last success and failure")
async def list_feeds(interaction: Discord) -> None:
    async with visiting(interaction, Role.EDITOR) as visit:
        await show(visit, PAGES["watched"], Key("watched"))


@watch_group.command(name="add", description="Watch a feed: RSS, Atom, JSON Feed or a news sitemap")
@app_commands.describe(
    url="The feed's link",
    story="The story it is watched for",
    words="Keep only items with one of these, set apart by ,",
)
async def add_feed(interaction: Discord, url: str, story: str = "", words: str = "") -> None:
    async with visiting(interaction, Role.EDITOR) as visit:
        wanted = tuple(word.strip() for word in words.split(",") if word.strip())
        await ready(interaction, watch(visit.desk, url, story, wanted))
        await show(visit, PAGES["watched"], Key("watched"))


@watch_group.command(name="remove", description="Watch a feed no longer; the sources it brought stay")
@app_commands.describe(feed="Its number in the list, or its link")
async def remove_feed(interaction: Discord, feed: str) -> None:
    async with visiting(interaction, Role.EDITOR) as visit:
        gone = await unwatch(visit.desk, feed)
        await tell(visit, visit.say("{link} is watched no longer", link=gone.link))


@watch_group.command(name="pause", description="Leave a feed alone for a while")
@app_commands.describe(feed="Its number in the list, or its link", again="Watch it again")
async def pause_feed(interaction: Discord, feed: str, again: bool = False) -> None:
    async with visiting(interaction, Role.EDITOR) as visit:
        await pause(visit.desk, feed, off=not again)
        await show(visit, PAGES["watched"], Key("watched"))


async def _find_feed(visit: Visit, typed: str) -> Iterable[Choice]:
    feeds = [view.feed for view in (await list_watched(visit.desk)).feeds]
    return [Choice(str(one.id), str(one.id), one.link) for one in feeds if typed.casefold() in f"{one.id} {one.link}"]


add_feed.autocomplete("story")(of_table("story"))
remove_feed.autocomplete("feed")(suggesting(_find_feed))
pause_feed.autocomplete("feed")(suggesting(_find_feed))


async def _watched(visit: Visit, _: str) -> Sheet:
    return Sheet(await watched_screen(visit), shareable=False)


async def watched_screen(visit: Visit) -> Screen:
    """Every watched feed with its last success and failure."""
    answer = await list_watched(visit.desk)
    feeds = [Watched.of(view.feed, view.items) for view in answer.feeds]
    away = [(source, one.failure, one.unavailable_since) for source, one in answer.unavailable if one.failure]
    return watch_screen(feeds, away, visit.say)


PAGES = {"watched": Page(Role.EDITOR, _watched)}
VERBS = Verbs((watch_group,), PAGES)
