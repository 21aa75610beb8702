"""Sources from the web in chat: feeds watched, listed and asked, pages read again."""

from __future__ import annotations

import discord
from discord import app_commands

from bot.chat.keys import Key
from bot.chat.permissions import EDITS, Role
from bot.chat.replies import show, show_once, tell
from bot.chat.suggestions import suggesting
from bot.chat.verbs import Page, Sheet, Verbs
from bot.chat.visit import Visit, host, ready, visiting
from bot.desk.rereading import reread
from bot.desk.watching import list_watched, pause, poll, unwatch, watch
from bot.screen import Screen
from bot.wording.watching import Watched, polled_screen, reread_screen, watch_screen

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
@app_commands.describe(feed="Its number in the list, or its link")
async def pause_feed(interaction: Discord, feed: str) -> None:
    async with visiting(interaction, Role.EDITOR) as visit:
        await pause(visit.desk, feed, off=True)
        await show(visit, PAGES["watched"], Key("watched"))


@watch_group.command(name="resume", description="Watch a feed again that was left alone")
@app_commands.describe(feed="Its number in the list, or its link")
async def resume_feed(interaction: Discord, feed: str) -> None:
    async with visiting(interaction, Role.EDITOR) as visit:
        await pause(visit.desk, feed, off=False)
        await show(visit, PAGES["watched"], Key("watched"))


@watch_group.command(name="poll", description="Ask feeds for new articles now")
@app_commands.describe(feed="Its number in the list, or its link; left out, all that are due")
async def poll_feeds(interaction: Discord, feed: str = "") -> None:
    async with visiting(interaction, Role.EDITOR) as visit:
        report = await ready(interaction, poll(visit.desk, [feed] if feed else []))
        await _told(visit, polled_screen(report, visit.say))


@app_commands.command(name="reread", description="Read a source again from its link; what its page changed is told")
@app_commands.describe(source="The source; left out, all that are due")
@app_commands.default_permissions(EDITS)
async def reread_source(interaction: Discord, source: str = "") -> None:
    async with visiting(interaction, Role.EDITOR) as visit:
        report = await ready(interaction, reread(visit.desk, [source] if source else []))
        await _told(visit, reread_screen(report.readings, visit.say))


async def _told(visit: Visit, screen: Screen) -> None:
    await show_once(visit, screen)
    host(visit.interaction).wake_poster(visit.guild)


add_feed.autocomplete("story")(suggesting("story"))
remove_feed.autocomplete("feed")(suggesting("feed"))
pause_feed.autocomplete("feed")(suggesting("feed"))
resume_feed.autocomplete("feed")(suggesting("feed"))
poll_feeds.autocomplete("feed")(suggesting("feed"))
reread_source.autocomplete("source")(suggesting("source"))


async def _watched(visit: Visit, _: str) -> Sheet:
    return Sheet(await watched_screen(visit), shareable=False)


async def watched_screen(visit: Visit) -> Screen:
    """Every watched feed with its last success and failure."""
    answer = await list_watched(visit.desk)
    feeds = [Watched.of(view.feed, view.items) for view in answer.feeds]
    away = [(source, one.failure, one.unavailable_since) for source, one in answer.unavailable if one.failure]
    return watch_screen(feeds, away, visit.say)


PAGES = {"watched": Page(Role.EDITOR, _watched)}
VERBS = Verbs((watch_group, reread_source), PAGES)
