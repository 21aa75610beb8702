"""`stet` on Discord as a process: refused tokens, no network, stopping, dying in the middle of a sentence."""

from __future__ import annotations

import asyncio
import io
import json
import logging
import os
import signal
import socket
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from bot.chat import client as chat_client
from bot.chat import running
from bot.chat.client import StetClient
from bot.chat.logs import set_up_logs
from bot.chat.running import serve
from bot.config import Settings
from bot.desk.newsroom import Newsroom as Settled
from bot.desk.newsroom import set_newsroom
from tests.chat.conftest import load_story, online
from tests.chat.test_alerts import WRONG
from tests.loopback.newsroom import Newsroom, until
from tests.loopback.server import BAD_TOKEN, Loopback

ROOT = Path(__file__).parent.parent.parent
START = """
import sys, yarl, discord
base, gateway = sys.argv[1:3]
discord.http.Route.BASE = base
discord.gateway.DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL(gateway)
from bot.cli import run
sys.exit(run(sys.argv[3:]))
"""


@asynccontextmanager
async def process(
    base: str, gateway: str, settings: Settings, token: str = "token"
) -> AsyncIterator[asyncio.subprocess.Process]:
    """`stet` as somebody starts it, only that its Discord is ours; a token file if one is set, else the environment."""
    config, named = Path(settings.desk.data).with_suffix(".toml"), settings.discord
    config.write_text(
        f"[desk]\ndata = {json.dumps(settings.desk.data)}\n"
        f"[discord]\nhealth_file = {json.dumps(named.health_file)}\ntoken_file = {json.dumps(named.token_file)}\n"
    )
    started = await asyncio.create_subprocess_exec(
        *(sys.executable, "-c", START, base, gateway, "--config", str(config)),
        env={**os.environ, "STET_TOKEN": "" if named.token_file else token, "PYTHONPATH": str(ROOT)},
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    try:
        yield started
    finally:
        if started.returncode is None:
            started.kill()
        await started.communicate()


async def test_a_refused_token_is_one_sentence(server: Loopback, settings: Settings) -> None:
    async with process(server.base + "/api/v10", server.gateway.url, settings, BAD_TOKEN) as started:
        _, told = await started.communicate()
    assert started.returncode == 2
    assert b"Discord refused the token" in told
    assert b"Traceback" not in told


async def test_a_token_is_taken_from_its_file(server: Loopback, settings: Settings, tmp_path: Path) -> None:
    file = tmp_path / "token"
    file.write_text(f"{BAD_TOKEN}\n")
    named = replace(settings, discord=replace(settings.discord, token_file=str(file)))
    async with process(server.base + "/api/v10", server.gateway.url, named) as started:
        _, told = await started.communicate()
    assert b"Discord refused the token" in told
    assert BAD_TOKEN.encode() not in told


async def test_no_network_is_one_sentence(settings: Settings) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    async with process(f"http://127.0.0.1:{port}/api/v10", f"ws://127.0.0.1:{port}", settings) as started:
        _, told = await started.communicate()
    assert started.returncode == 2
    assert b"cannot be reached" in told
    assert b"Traceback" not in told


async def test_it_answers_and_stops_cleanly_when_told(server: Loopback, room: Newsroom, settings: Settings) -> None:
    async with process(server.base + "/api/v10", server.gateway.url, settings) as started:
        await server.gateway.live.wait()
        assert (await room.person().command("help")).private
        assert json.loads(Path(settings.discord.health_file).read_text())["state"] in ("ready", "starting")
        started.send_signal(signal.SIGTERM)
        _, log = await started.communicate()
    assert started.returncode == 0
    assert json.loads(Path(settings.discord.health_file).read_text())["state"] == "stopped"
    assert b"Traceback" not in log
    assert all(json.loads(line)["level"] for line in log.splitlines())


async def test_whoever_asked_before_it_was_told_to_stop_is_answered(
    server: Loopback, room: Newsroom, settings: Settings
) -> None:
    async with online(server, settings) as client:
        await load_story(client, room)
    person, text = room.person(), f"{WRONG}\n\n" * 40
    async with process(server.base + "/api/v10", server.gateway.url, settings) as started:
        await server.gateway.live.wait()
        asked = {"file": server.file("article.txt", text.encode())}
        reply = await person.send(2, person._typed("check", asked))
        await until(server, lambda: reply.answer.kind is not None)
        started.send_signal(signal.SIGTERM)
        await started.communicate()
    assert started.returncode == 0
    assert "15" in reply.text


async def test_a_client_that_ends_is_replaced_after_a_pause(
    server: Loopback, room: Newsroom, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    pauses: list[float] = []

    async def pause(stop: asyncio.Event, seconds: float) -> None:
        pauses.append(seconds)

    monkeypatch.setattr(running, "_pause", pause)
    serving = asyncio.ensure_future(serve("token", settings, lambda given: StetClient(given, ready_timeout=0.01)))
    try:
        for _ in range(2):
            await asyncio.wait_for(server.gateway.live.wait(), 20)
            server.gateway.live.clear()
            await server.gateway.send("GUILD_CREATE", {"id": "no snowflake"})  # what no client can read
        await asyncio.wait_for(server.gateway.live.wait(), 20)
        assert (await room.person().command("help")).private
    finally:
        serving.cancel()
        await asyncio.gather(serving, return_exceptions=True)
    assert (server.gateway.identified, len(pauses)) == (3, 2)


async def test_the_health_file_tells_that_the_desk_is_alive(
    server: Loopback, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(chat_client, "PULSE_SECONDS", 0.01)
    path = Path(settings.discord.health_file)
    async with online(server, settings):
        seen: set[str] = set()
        async with asyncio.timeout(20):
            while len(seen) < 2:
                await asyncio.sleep(0.01)
                seen |= {json.loads(path.read_text())["at"]} if path.is_file() else set()
        assert json.loads(path.read_text())["state"] == "ready"
    assert json.loads(path.read_text())["state"] == "stopped"


def test_logs_of_the_library_are_never_let_through_in_full() -> None:
    set_up_logs("debug", io.StringIO())
    assert logging.getLogger("stet.chat").isEnabledFor(logging.DEBUG)
    assert not logging.getLogger("discord.http").isEnabledFor(logging.DEBUG)


async def test_killed_while_sending_an_alert_it_sends_it_once(
    server: Loopback, room: Newsroom, settings: Settings
) -> None:
    async with online(server, settings) as client:
        await load_story(client, room)
        async with client.newsrooms.desk(room.id, "test") as desk:
            await set_newsroom(desk, Settled(alert_channel=room.desk, digest_hour=None))
    server.silent.add("POST /channels")  # stored, and never answered
    async with process(server.base + "/api/v10", server.gateway.url, settings) as started:
        await server.gateway.live.wait()
        form = await room.editor().command("add")
        await form.submit(text=WRONG, outlet="The Gazette")
        await until(server, lambda: bool(room.cards()))
        started.kill()
        await started.wait()
    server.silent.clear()
    server.nonces.clear()
    async with online(server, settings) as client:
        await client.poster.deliver(room.id)
        await client.poster.settle()
    assert len(room.cards()) == 1
