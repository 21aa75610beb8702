"""The real client beside a loopback Discord: first answers and suggestions, and how long its loop is ever held."""

from __future__ import annotations

import asyncio
import tempfile
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import asynccontextmanager
from math import inf
from pathlib import Path
from time import monotonic
from unittest.mock import patch

from tests.benchmarks._bot import Bot, connected
from tests.benchmarks._holds import Round, idle, told
from tests.loopback import newsroom
from tests.loopback.newsroom import Newsroom, Reply
from tests.loopback.server import Loopback

SIZES = (100, 10_000)
ROUNDS = 100
STORY = 100
"""So many people are in one story; the larger record has more stories."""
AT_ONCE = 50
TYPING = 10
IDLE = 200
TIMES = 2
WAVES = 8
BREATH = 0.3  # seconds between waves: a machine that has used up its share of a processor stands still
ANNOUNCED = 5  # the kind of a first answer that tells that another will come
PATIENCE = 300.0  # seconds: a slow machine is to be measured, not given up
SYLLABLES = ("ba", "ne", "ko", "lu", "ri", "sta", "mo", "ver", "di", "gan")

Waited = tuple[Reply, Round]
"""An answer, and when the machine stood still meanwhile."""


def run() -> Iterator[str]:
    """Lines of figures; the bot has a process of its own, Discord and all its people share another."""
    yield asyncio.run(_memory())
    for size in SIZES:
        yield from asyncio.run(_measure(size))
    yield asyncio.run(idle(1.0, TIMES))


async def _measure(size: int) -> list[str]:
    with tempfile.TemporaryDirectory() as place:
        async with _online(Path(place), 1) as (bot, (room,)):
            stories = Path(place) / "stories"
            for number in range(size // STORY):
                (stories / f"s{number}").mkdir(parents=True)
                (stories / f"s{number}" / "story.toml").write_text(_story(number), encoding="utf-8")
            await bot.load(room.id, stories)
            asked, typed = await _quiet(bot, room, size)
            waves, rounds, ends = await _busy(bot, room)
    asking, typing = [wave[:AT_ONCE] for wave in waves], [wave[AT_ONCE:] for wave in waves]
    return [
        f"{size:>6} people, one at a time: first answer {_spread(asked)}",
        f"         suggestions {_spread(typed)}",
        f"{size:>6} people, a 100 kB article read, {AT_ONCE} asking and {TYPING} typing at once: "
        f"first answer {_spread(asking)}",
        f"         suggestions {_spread(typing)}",
        *(f"         {line}" for line in told(rounds)),
        *(f"         while the article's answer is made: {line}" for line in told(ends, 0)),
    ]


async def _quiet(bot: Bot, room: Newsroom, size: int) -> tuple[list[list[Waited]], list[list[Waited]]]:
    asked: list[list[Waited]] = []
    typed: list[list[Waited]] = []
    person, rounds = room.person(), list[Round]()
    for _ in range(TIMES):
        async with bot.watched(rounds):
            first = [await person.command("who", about=_name(turn * 7 % size)) for turn in range(ROUNDS)]
            second = [await person.complete("who", "about", _name(turn * 7 % size)[:5]) for turn in range(ROUNDS)]
        asked.append([(one, rounds[-1]) for one in first])
        typed.append([(one, rounds[-1]) for one in second])
    return asked, typed


async def _busy(bot: Bot, room: Newsroom) -> tuple[list[list[Waited]], list[Round], list[Round]]:
    """The same people at once, wave after wave, as long as an article is read, then its end; and all of it again."""
    waves: list[list[Waited]] = []
    rounds: list[Round] = []
    ends: list[Round] = []
    while len(waves) < WAVES:
        readings: list[Round] = []
        async with bot.watched(readings):
            reading = await room.person().send(2, room.person()._typed("check", {"file": _file(room, _article())}))
            read = asyncio.ensure_future(reading.final())
            spans = [await _timed_wave(room)]
            while not read.done():
                spans.append(await _timed_wave(room))
        (last, _, _) = spans.pop()  # the reading came to its end meanwhile
        ends.append(readings[0].part(last, inf))
        for start, end, wave in spans:
            rounds.append(readings[0].part(start, end))
            waves.append([(one, readings[0]) for one in wave])
    return waves, rounds, ends


async def _timed_wave(room: Newsroom) -> tuple[float, float, list[Reply]]:
    await asyncio.sleep(BREATH)
    start = monotonic()
    wave = await _wave(room)
    return start, monotonic(), wave


async def _wave(room: Newsroom) -> list[Reply]:
    """Everybody's first answers, once all of them have their last."""
    person = room.person()
    asking = [person.send(2, person._typed("who", {"about": _name(n)})) for n in range(AT_ONCE)]
    typing = [person.send(4, person._typed("who", {"about": _name(n)[:5]}, focused="about")) for n in range(TYPING)]
    sent = [await one for one in (*asking, *typing)]
    for one in sent:
        await one.final()
    return sent


def _article() -> str:
    """100 kB in which nearly every sentence speaks of a person of one of the stories, and every fifth is wrong."""
    rows = (
        f"{_name(n * 13 % STORY)}, who is {n * 13 % STORY % 90 + 10 + (n % 5 == 0)} years old, said on 4 March 2025 "
        f"that {n} of 430 people were freed."
        for n in range(900)
    )
    return "\n\n".join(rows)


def _file(room: Newsroom, text: str) -> dict[str, object]:
    return room.server.file("article.txt", text.encode())


async def _memory() -> str:
    with tempfile.TemporaryDirectory() as place:
        async with _online(Path(place), IDLE) as (bot, rooms):
            before = await bot.peak()
            for room in rooms:
                await room.person().command("who", about="nobody")
            after = await bot.peak()
    return f"{IDLE} newsrooms asked once and idle: {after:.0f} MB, {(after - before) * 1024 / IDLE:.0f} kB each"


@asynccontextmanager
async def _online(place: Path, rooms: int) -> AsyncIterator[tuple[Bot, list[Newsroom]]]:
    server = Loopback()
    await server.start()
    made = [Newsroom(server) for _ in range(rooms)]
    with patch.object(newsroom, "PATIENCE", PATIENCE):
        async with connected(server, place / "data") as bot:
            yield bot, made
    await server.stop()


def _spread(rounds: Sequence[Sequence[Waited]]) -> str:
    """Milliseconds: of everybody's waits the shortest of all rounds, the machine left out; and all as they came."""
    best = [min(map(_own, waits)) for waits in zip(*rounds, strict=True)]
    plain = [reply.answer.took for waits in rounds for reply, _ in waits]
    announced = sum(reply.answer.kind == ANNOUNCED for waits in rounds for reply, _ in waits)
    later = f", {announced} of {len(plain)} only announced at first" if announced else ""
    shown = _percentiles(plain)
    return f"{_percentiles(best)} (best of {len(rounds)} rounds, the machine left out; as they came {shown}{later})"


def _own(waited: Waited) -> float:
    reply, noted = waited
    answer = reply.answer
    return answer.took - noted.stalls.within(answer.asked, answer.asked + answer.took)


def _percentiles(seconds: Sequence[float]) -> str:
    times = sorted(one * 1e3 for one in seconds)
    return f"p50 {times[len(times) // 2]:.0f} ms, p99 {times[int(len(times) * 0.99) - 1]:.0f} ms"


def _name(number: int) -> str:
    digits = [int(digit) for digit in f"{number:05}"]
    return " ".join("".join(SYLLABLES[d] for d in part).title() for part in (digits[:2], digits[2:]))


def _story(number: int) -> str:
    return "\n".join(_tables(number))


def _tables(story: int) -> Iterator[str]:
    yield f'[story]\nid = "s{story}"\ntitle = "Story {story}"\n[[source]]\nid = "courier"\noutlet = "Courier"\n'
    for number in range(story * STORY, (story + 1) * STORY):
        yield f'[[person]]\nid = "p{number}"\nname = "{_name(number)}"\n'
        yield f'[[fact]]\nid = "f{number}"\nof = "p{number}"\nproperty = "age"\nkind = "count"\nunit = "years"\n'
        yield f'[[claim]]\nsource = "courier"\non = "f{number}"\nvalue = "{number % 90 + 10}"\n'
