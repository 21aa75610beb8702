"""The bot in a process of its own, as it is beside Discord: told what to do, asked what its event loop went through."""

from __future__ import annotations

import asyncio
import multiprocessing
import resource
from collections.abc import AsyncIterator, Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import AsyncExitStack, ExitStack, asynccontextmanager
from dataclasses import dataclass, field
from functools import partial
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any, TypeVar
from unittest.mock import patch

import discord
import yarl

from bot.chat.client import StetClient
from bot.config import DeskSettings, Settings
from tests.benchmarks._holds import Round, watching
from tests.loopback.server import API, Loopback

T = TypeVar("T")


@dataclass(slots=True)
class Inside:
    """The bot's side: its client, and the watch that is kept on its loop."""

    client: StetClient
    watch: ExitStack = field(default_factory=ExitStack)
    round: Round = field(default_factory=Round)


Order = Callable[[Inside], Awaitable[T]]


@dataclass(frozen=True, slots=True)
class Bot:
    """The other side."""

    pipe: Connection

    async def do(self, order: Order[T]) -> T:
        """What a function of the bot's side returns there; both must be able to travel."""
        self.pipe.send(order)
        done: T = await self._answer()
        return done

    async def load(self, guild: int, folder: Path) -> None:
        """Bring stories into a newsroom's record, and have its indexes ready."""
        await self.do(partial(_load, guild, folder))

    @asynccontextmanager
    async def watched(self, rounds: list[Round]) -> AsyncIterator[None]:
        """Append a round: what ran on the bot's loop meanwhile."""
        await self.do(_watch)
        yield
        rounds.append(await self.do(_watched))

    async def peak(self) -> float:
        """The most memory its process ever had, MB."""
        return await self.do(_peak)

    async def _answer(self) -> Any:
        return await asyncio.to_thread(self.pipe.recv)


@asynccontextmanager
async def connected(server: Loopback, place: Path) -> AsyncIterator[Bot]:
    """A bot that has logged in at the server and keeps its data in a folder."""
    apart = multiprocessing.get_context("spawn")
    ours, theirs = apart.Pipe()
    process = apart.Process(target=_run, args=(theirs, server.base, server.gateway.url, place), daemon=True)
    process.start()
    bot = Bot(ours)
    await bot._answer()
    try:
        yield bot
    finally:
        ours.send(None)
        await asyncio.to_thread(process.join)


def _run(pipe: Connection, base: str, gateway: str, place: Path) -> None:
    with (
        patch.object(discord.http.Route, "BASE", base + API),
        patch.object(discord.gateway.DiscordWebSocket, "DEFAULT_GATEWAY", yarl.URL(gateway)),
    ):
        asyncio.run(_obey(pipe, place))


async def _obey(pipe: Connection, place: Path) -> None:
    loop = asyncio.get_running_loop()
    async with AsyncExitStack() as leaving:
        ear = leaving.enter_context(ThreadPoolExecutor(1))  # not one of the threads the bot itself works with
        inside = Inside(await leaving.enter_async_context(_online(place)))
        pipe.send(None)
        while (order := await loop.run_in_executor(ear, pipe.recv)) is not None:
            pipe.send(await order(inside))


@asynccontextmanager
async def _online(place: Path) -> AsyncIterator[StetClient]:
    client = StetClient(Settings(DeskSettings(data=str(place))), ready_timeout=0.01)
    await client.login("token")
    running = asyncio.ensure_future(client.connect())
    await client.wait_until_ready()
    try:
        yield client
    finally:
        await client.close()
        await asyncio.gather(running, return_exceptions=True)


async def _load(guild: int, folder: Path, inside: Inside) -> None:
    async with inside.client.newsrooms.desk(guild, "benchmark") as desk:
        assert not (await desk.load(folder)).problems
        await desk.index()
        await desk.link_index()


async def _watch(inside: Inside) -> None:
    inside.round = inside.watch.enter_context(watching())


async def _watched(inside: Inside) -> Round:
    inside.watch.close()
    return inside.round


async def _peak(_: Inside) -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
