"""The Discord client: commands, presses and forms to their handlers, servers to their desks, its pulse to a file."""

from __future__ import annotations

import asyncio
import contextlib
import datetime as dt
import logging
from collections.abc import Coroutine
from typing import Any

import discord
from discord import app_commands

from bot.chat.commands import COMMANDS
from bot.chat.faults import tell_error
from bot.chat.health import Health
from bot.chat.newsrooms import Newsrooms
from bot.chat.poster import Poster
from bot.chat.router import route
from bot.chat.sync import CatalogueTranslator, sync_commands
from bot.chat.tender import Tender
from bot.config import Settings
from bot.desk.memory import collect, keep_pace
from bot.phrase import Phrase

log = logging.getLogger("stet.chat")

UPKEEP_SECONDS = 3600
PULSE_SECONDS = 60.0
SETTLE_SECONDS = 10.0


def utc_now() -> dt.datetime:
    return dt.datetime.now(dt.UTC)


def _warm_up() -> None:
    """Import what the first question would: it must be answered within three seconds, on a slow disk too."""
    import bot.desk.answering
    import bot.desk.checking
    import bot.desk.indexing
    import bot.desk.loading  # noqa: F401


class Tree(app_commands.CommandTree[discord.Client]):
    """The command tree with the one error path of commands, menus and suggestions."""

    async def on_error(
        self, interaction: discord.Interaction[discord.Client], error: app_commands.AppCommandError, /
    ) -> None:
        await tell_error(interaction, error)


class StetClient(discord.AutoShardedClient):
    """One shard by default; Discord says when there must be more. No privileged intent, and nobody is ever pinged."""

    def __init__(self, settings: Settings, *, ready_timeout: float = 2.0) -> None:
        super().__init__(
            intents=discord.Intents(guilds=True),
            allowed_mentions=discord.AllowedMentions.none(),
            guild_ready_timeout=ready_timeout,
            max_messages=None,
        )
        self.settings = settings
        self.newsrooms = Newsrooms(settings, utc_now)
        self.health = Health(settings.discord.health_file, utc_now)
        self.tree = Tree(
            self,
            allowed_contexts=app_commands.AppCommandContext(guild=True),
            allowed_installs=app_commands.AppInstallationType(guild=True),
        )
        for command in COMMANDS:
            self.tree.add_command(command)
        self.poster = Poster(self, self.newsrooms, utc_now)
        self.tender = Tender(self.newsrooms, self.poster.wake)
        self._chores: set[asyncio.Task[None]] = set()
        self._posting = False
        self._connected = False

    async def setup_hook(self) -> None:
        """After the login, before the gateway: commands are told to Discord if they changed."""
        self.settings.data_folder.mkdir(parents=True, exist_ok=True)
        await self.tree.set_translator(CatalogueTranslator())
        await asyncio.to_thread(_warm_up)
        keep_pace()
        told = await sync_commands(self.tree, self.settings.data_folder)
        log.info("commands synced" if told else "commands unchanged")
        self._chore(self._upkeep())

    async def close(self) -> None:
        """Stop cleanly: no chore is left half done, whoever asked is answered, every record is closed."""
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(self.poster.settle(), SETTLE_SECONDS)
        for chore in self._chores:
            chore.cancel()
        await asyncio.gather(*self._chores, return_exceptions=True)
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(self.newsrooms.settle(), SETTLE_SECONDS)
        await super().close()
        await self.newsrooms.close()
        self.health.write("stopped")

    def wake_poster(self, guild: int) -> None:
        """Something may have been queued for a server's channel."""
        self.poster.wake(guild)

    def waiting_reason(self, guild: int) -> Phrase | None:
        """Why alerts of a server wait; None = nothing is in their way."""
        return self.poster.waiting.get(guild)

    async def on_ready(self) -> None:
        known = {guild.id for guild in self.guilds}
        for guild in self.newsrooms.list_guilds():
            (self.newsrooms.mark_back if guild in known else self.newsrooms.mark_left)(guild)
        self._pulse()
        if not self._posting:
            self._posting = True
            self._chore(self._beat())
            self._chore(self.poster.run())
            self._chore(self.tender.run())
        log.info("ready", extra={"guilds": len(known)})

    async def on_resumed(self) -> None:
        self._pulse()

    async def on_disconnect(self) -> None:
        self._connected = False
        self.health.write("disconnected", guilds=len(self.guilds))

    async def on_guild_join(self, guild: discord.Guild) -> None:
        self.newsrooms.mark_back(guild.id)
        log.info("joined", extra={"guild": guild.id})

    async def on_guild_remove(self, guild: discord.Guild) -> None:
        self.newsrooms.mark_left(guild.id)
        log.info("left", extra={"guild": guild.id})

    async def on_interaction(self, interaction: discord.Interaction[discord.Client]) -> None:
        await route(interaction)

    async def on_error(self, event_method: str, /, *args: object, **kwargs: object) -> None:
        log.exception("event failed", extra={"event": event_method})

    def _pulse(self) -> None:
        self._connected = True
        latency = self.latency
        self.health.write("ready", guilds=len(self.guilds), latency_ms=round(latency * 1000) if latency < 60 else None)

    async def _beat(self) -> None:
        """A supervisor sees by the time in the file that the desk is alive, not only that it once was."""
        while True:
            await asyncio.sleep(PULSE_SECONDS)
            if self._connected:
                self._pulse()

    def _chore(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.ensure_future(work)
        self._chores.add(task)
        task.add_done_callback(self._chores.discard)

    async def _upkeep(self) -> None:
        while True:
            try:
                for guild in await self.newsrooms.purge():
                    log.info("purged", extra={"guild": guild})
            except Exception:  # a chore that fails once must not end for good
                log.exception("upkeep failed")
            collect()
            await asyncio.sleep(UPKEEP_SECONDS)
