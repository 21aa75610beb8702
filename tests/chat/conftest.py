"""The real client on a loopback Discord, with one newsroom whose record holds a small story."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path

import discord
import pytest
import yarl

from bot.chat.client import StetClient
from bot.chat.sync import FILE
from bot.config import DeskSettings, DiscordSettings, Settings
from tests.loopback.newsroom import Newsroom
from tests.loopback.server import API, Loopback
from tests.loopback.wire import Json

STORY = Path(__file__).parent / "story"


@pytest.fixture(autouse=True)
def _quiet_logs() -> Iterator[None]:
    root = logging.getLogger()
    kept, level = root.handlers[:], root.level
    yield
    root.handlers[:], root.level = kept, level


@pytest.fixture
async def server(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Loopback]:
    """A Discord that must have refused nothing by the end of the test."""
    loopback = Loopback()
    await loopback.start()
    monkeypatch.setattr(discord.http.Route, "BASE", loopback.base + API)
    monkeypatch.setattr(discord.gateway.DiscordWebSocket, "DEFAULT_GATEWAY", yarl.URL(loopback.gateway.url))
    yield loopback
    await loopback.stop()
    assert loopback.refusals == []


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    desk = DeskSettings(data=str(tmp_path / "data"), seeds=str(STORY.parent))
    return Settings(desk, DiscordSettings(health_file=str(tmp_path / "health.json")))


@pytest.fixture
def room(server: Loopback) -> Newsroom:
    return Newsroom(server)


@asynccontextmanager
async def online(server: Loopback, settings: Settings) -> AsyncIterator[StetClient]:
    """The client, connected, until the end of the block."""
    client = StetClient(settings, ready_timeout=0.01)
    running: asyncio.Future[None] = asyncio.get_running_loop().create_future()
    try:
        await client.login("token")
        running = asyncio.ensure_future(client.connect())
        await asyncio.wait_for(client.wait_until_ready(), 60)
        yield client
    finally:
        await client.close()
        running.cancel()
        await asyncio.gather(running, return_exceptions=True)


@pytest.fixture(scope="session")
def synced() -> dict[str, list[Json]]:
    """What a desk has told Discord: the digest of its commands to the commands."""
    return {}


@pytest.fixture
async def client(
    server: Loopback, room: Newsroom, settings: Settings, synced: dict[str, list[Json]]
) -> AsyncIterator[StetClient]:
    """Connected, with the story loaded into the newsroom's record; its commands are known from an earlier run."""
    path = settings.data_folder / FILE
    for digest, commands in synced.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(digest, encoding="utf-8")
        server.commands = list(commands)
    async with online(server, settings) as connected:
        synced[path.read_text(encoding="utf-8")] = server.commands
        await load_story(connected, room)
        yield connected


async def load_story(client: StetClient, room: Newsroom) -> None:
    async with client.newsrooms.desk(room.id, "test") as desk:
        report = await desk.load(STORY)
        assert report.problems == ()
