"""The real client on a loopback Discord: first answers and suggestions, and how long the event loop is ever held."""

from __future__ import annotations

import asyncio
import resource
import tempfile
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from unittest.mock import patch

import discord
import yarl

from bot.chat.client import StetClient
from bot.config import DeskSettings, Settings
from tests.benchmarks._holds import Round, idle, told, watching
from tests.loopback import newsroom
from tests.loopback.newsroom import Newsroom, Reply, until
from tests.loopback.server import API, Loopback

SIZES = (100, 10_000)
ROUNDS = 100
AT_ONCE = 50
IDLE = 200
TIMES = 3
PATIENCE = 300.0  # seconds: a slow machine is to be measured, not given up
SYLLABLES = ("ba", "ne", "ko", "lu", "ri", "sta", "mo", "ver", "di", "gan")


def run() -> list[str]:
    """Lines of figures, milliseconds; server, people and client share one process and one core."""
    # memory first: what is asked for is the most there ever was of it
    lines = [asyncio.run(_memory()), *(line for size in SIZES for line in asyncio.run(_measure(size)))]
    return [*lines, asyncio.run(idle(2.0, TIMES))]


async def _measure(size: int) -> list[str]:
    with tempfile.TemporaryDirectory() as place:
        async with _online(place, 1) as (client, (room,)):
            (Path(place) / "story.toml").write_text(_story(size), encoding="utf-8")
            async with client.newsrooms.desk(room.id, "benchmark") as desk:
                assert not (await desk.load(Path(place))).problems
                await desk.index()
                await desk.link_index()
            person = room.person()
            asked = [await person.command("who", about=_name(turn * 7 % size)) for turn in range(ROUNDS)]
            typed = [await person.complete("who", "about", _name(turn * 7 % size)[:5]) for turn in range(ROUNDS)]
            waves, rounds = await _busy(room, size)
    return [
        f"{size:>6} people: first answer {_spread(asked)}, suggestions {_spread(typed)}",
        f"{size:>6} people, a 100 kB article read and {AT_ONCE} people asking: {_spread(waves)}",
        *(f"         {line}" for line in told(rounds)),
    ]


async def _busy(room: Newsroom, size: int) -> tuple[list[Reply], list[Round]]:
    waves: list[Reply] = []
    rounds: list[Round] = []
    for _ in range(TIMES):
        with watching() as noted:
            reading = await room.person().send(2, room.person()._typed("check", {"file": _file(room, _article(size))}))
            wave = [
                await room.person().send(2, room.person()._typed("who", {"about": _name(n)})) for n in range(AT_ONCE)
            ]
            for one in (*wave, reading):
                await until(room.server, lambda one=one: one.answer.kind is not None)  # type: ignore[misc]
            await reading.final()
        waves += wave
        rounds.append(noted)
    return waves, rounds


def _article(size: int) -> str:
    """100 kB in which nearly every sentence speaks of a person of the record, and every fifth is wrong."""
    rows = (
        f"{_name(n * 13 % size)}, who is {n * 13 % size % 90 + 10 + (n % 5 == 0)} years old, said on 4 March 2025 "
        f"that {n} of 430 people were freed."
        for n in range(900)
    )
    return "\n\n".join(rows)


def _file(room: Newsroom, text: str) -> dict[str, object]:
    return room.server.file("article.txt", text.encode())


async def _memory() -> str:
    with tempfile.TemporaryDirectory() as place:
        async with _online(place, IDLE) as (_, rooms):
            before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
            for room in rooms:
                await room.person().command("who", about="nobody")
            after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return f"{IDLE} newsrooms asked once and idle: {after / 1024:.0f} MB, {(after - before) / IDLE:.0f} kB each"


@asynccontextmanager
async def _online(place: str, rooms: int) -> AsyncIterator[tuple[StetClient, list[Newsroom]]]:
    server = Loopback()
    await server.start()
    gateway = yarl.URL(server.gateway.url)
    made = [Newsroom(server) for _ in range(rooms)]
    with (
        patch.object(newsroom, "PATIENCE", PATIENCE),
        patch.object(discord.http.Route, "BASE", server.base + API),
        patch.object(discord.gateway.DiscordWebSocket, "DEFAULT_GATEWAY", gateway),
    ):
        client = StetClient(Settings(DeskSettings(data=str(Path(place) / "data"))), ready_timeout=0.01)
        await client.login("token")
        running = asyncio.ensure_future(client.connect())
        await client.wait_until_ready()
        yield client, made
        await client.close()
        await asyncio.gather(running, return_exceptions=True)
    await server.stop()


def _spread(replies: Sequence[Reply]) -> str:
    times = sorted(one.answer.took * 1e3 for one in replies)
    return f"p50 {times[len(times) // 2]:.0f} ms, p99 {times[int(len(times) * 0.99) - 1]:.0f} ms"


def _name(number: int) -> str:
    digits = [int(digit) for digit in f"{number:05}"]
    return " ".join("".join(SYLLABLES[d] for d in part).title() for part in (digits[:2], digits[2:]))


def _story(size: int) -> str:
    return "\n".join(_tables(size))


def _tables(size: int) -> Iterator[str]:
    yield '[story]\nid = "story"\ntitle = "Story"\n[[source]]\nid = "courier"\noutlet = "Courier"\n'
    for number in range(size):
        yield f'[[person]]\nid = "p{number}"\nname = "{_name(number)}"\n'
        yield f'[[fact]]\nid = "f{number}"\nof = "p{number}"\nproperty = "age"\nkind = "count"\nunit = "years"\n'
        yield f'[[claim]]\nsource = "courier"\non = "f{number}"\nvalue = "{number % 90 + 10}"\n'
