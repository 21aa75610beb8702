"""Server ids to open desks: one database file a server, opened when somebody asks, closed when nobody has for long."""

from __future__ import annotations

import asyncio
import datetime as dt
from collections import OrderedDict
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

from bot.config import Settings
from bot.desk import Desk
from bot.errors import RecordUnusable

FOLDER = "newsrooms"
LEFT = ".left"
OPENED_AT_ONCE = 4  # more threads at once would keep the event loop from announcing answers in time
MOST_OPEN = 24  # each open record holds two connections with their threads and caches


@dataclass(slots=True)
class _Open:
    desk: Desk
    closing: AsyncExitStack
    visitors: int = 0


@dataclass(slots=True)
class Newsrooms:
    """The desks of all servers; nothing crosses between them."""

    settings: Settings
    now: Callable[[], dt.datetime]
    _open: OrderedDict[int, _Open] = field(default_factory=OrderedDict)
    _opening: dict[int, asyncio.Lock] = field(default_factory=dict)
    _visitors: int = 0
    _left_desk: asyncio.Event = field(default_factory=asyncio.Event)
    _turn: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(OPENED_AT_ONCE))

    def path(self, guild: int) -> Path:
        """The database file of a server."""
        return self.settings.data_folder / FOLDER / f"{guild}.sqlite"

    def list_guilds(self) -> list[int]:
        """The servers that have a database."""
        return sorted(int(one.stem) for one in self._folder().glob("*.sqlite") if one.stem.isdigit())

    @asynccontextmanager
    async def desk(self, guild: int, by: str) -> AsyncIterator[Desk]:
        """A server's desk, signed by who is at it."""
        self._visitors += 1  # also of those whose desk is only being opened: an answer was announced to them
        try:
            held = await self._hold(guild)
            try:
                yield held.desk.signed(by)
            finally:
                held.visitors -= 1
                await self._close_idle()
        finally:
            self._visitors -= 1
            self._left_desk.set()

    async def _hold(self, guild: int) -> _Open:
        async with self._opening.setdefault(guild, asyncio.Lock()):
            if guild not in self._open:
                async with self._turn:
                    self._open[guild] = await self._opened(guild)
            self._open.move_to_end(guild)
            self._open[guild].visitors += 1
            return self._open[guild]

    async def _opened(self, guild: int) -> _Open:
        folder = self._folder()
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise RecordUnusable(
                "the folder {folder} cannot be made ({error}); set desk.data in the settings",
                folder=folder,
                error=error,
            ) from None
        closing = AsyncExitStack()
        desk = await closing.enter_async_context(Desk.open(self.path(guild), self.settings, "discord", self.now))
        return _Open(desk, closing)

    async def settle(self) -> None:
        """Wait until nobody is at a desk: whoever asked has the answer."""
        while self._visitors:
            self._left_desk.clear()
            await self._left_desk.wait()

    async def _close_idle(self) -> None:
        spare = len(self._open) - MOST_OPEN
        idle = [guild for guild, held in self._open.items() if not held.visitors][: max(0, spare)]
        # all are taken out before the first is awaited: meanwhile others may come, and go
        for held in [self._open.pop(guild) for guild in idle]:
            await held.closing.aclose()

    async def close(self) -> None:
        """Close every desk."""
        while self._open:
            _, held = self._open.popitem()
            await held.closing.aclose()

    def is_open(self, guild: int) -> bool:
        """Whether a desk can be had without waiting for its file."""
        return guild in self._open

    def changed_at(self, guild: int) -> float:
        """When a server's record was last written to, by whichever process; 0 = never."""
        path = self.path(guild)
        beside = path.with_name(path.name + "-wal")
        return max((one.stat().st_mtime for one in (path, beside) if one.exists()), default=0.0)

    def mark_left(self, guild: int) -> None:
        """Note that the bot was removed from a server; its data is purged later."""
        if self.path(guild).exists() and not self._left(guild).exists():
            self._left(guild).write_text(self.now().isoformat(), encoding="utf-8")

    def mark_back(self, guild: int) -> None:
        """The bot is (still) in a server."""
        self._left(guild).unlink(missing_ok=True)

    async def purge(self) -> list[int]:
        """Delete the data of servers left longer ago than the settings keep it; returns which."""
        limit = self.now() - dt.timedelta(days=self.settings.discord.purge_days)
        gone = [guild for guild in self.list_guilds() if (left := self._left_at(guild)) and left <= limit]
        for guild in gone:
            await self.forget(guild)
        return gone

    async def forget(self, guild: int) -> None:
        """Delete everything held about a server."""
        async with self._opening.setdefault(guild, asyncio.Lock()):
            held = self._open.pop(guild, None)
            if held is not None:
                await held.closing.aclose()
            for path in self._folder().glob(f"{guild}.*"):
                path.unlink(missing_ok=True)

    def _left_at(self, guild: int) -> dt.datetime | None:
        try:
            return dt.datetime.fromisoformat(self._left(guild).read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return None

    def _left(self, guild: int) -> Path:
        return self._folder() / f"{guild}{LEFT}"

    def _folder(self) -> Path:
        return self.settings.data_folder / FOLDER
