"""The whole desk at 100, 10,000 and 100,000 entities: who, suggestions of every kind, and what others wait."""

from __future__ import annotations

import asyncio
import datetime as dt
import random
import resource
import statistics
import sys
import tempfile
from collections.abc import Awaitable, Callable, Iterator, Sequence
from pathlib import Path
from time import perf_counter

from bot.config import Settings
from bot.desk import Desk
from bot.desk.suggesting import ASKED, TABLES
from bot.phrase import phrase
from bot.record import (
    Claim,
    Comparison,
    Discrepancy,
    Entity,
    EntityKind,
    Fact,
    FactKind,
    Level,
    Side,
    Source,
    State,
    Story,
    Verdict,
)
from bot.store.claims import add_claims
from bot.store.discrepancies import put_discrepancies
from bot.store.entities import STORIES, add_entities
from bot.store.facts import add_facts
from bot.store.lineage import Stamp, add_rows
from bot.store.sources import add_sources
from bot.values import Term
from tests.benchmarks.searching import make_names, misspell

SIZES = (100, 10_000, 100_000)
QUERIES = 100
A_FACT = 5  # people to one fact with one claim: most names of a large record are only names
WRITES = 5
WORDS = ("", "post", "posst", "1", "12", "clerk")  # in every fact, misspelt, a number's beginning, in every value
TICK = 0.005  # a busier clock would fight the thread that builds for the interpreter
NOW = dt.datetime(2025, 12, 13, tzinfo=dt.UTC)
STAMP = Stamp("benchmark", NOW)


def run() -> Iterator[str]:
    """The lines of the report; times in milliseconds, memory at its highest so far."""
    for size in SIZES:
        yield from asyncio.run(_measure(size))


async def _measure(size: int) -> list[str]:
    names, chance = make_names(size), random.Random(size)
    with tempfile.TemporaryDirectory() as place:
        async with Desk.open(Path(place) / "desk.sqlite", Settings(), by="benchmark", now=lambda: NOW) as desk:
            await _fill(desk, names)
            start = perf_counter()
            building = await _held(desk.index())
            built = perf_counter() - start
            asked = [misspell(chance.choice(names), chance) for _ in range(QUERIES)]
            typed = [name[: chance.randint(1, 7)] for name in chance.sample(names, QUERIES)]
            who = [await _timed(desk.ask, "who", query) for query in asked]
            complete = [await _timed(desk.complete, "who", prefix) for prefix in typed]
            kinds = [(await _median(desk, what, (*typed, *WORDS)), what) for what in (*ASKED, *TABLES)]
            after, held = await _after_writes(desk, names, chance)
    return [
        f"{size:>7,} entities: who misspelt {_spread(who)}, complete {_spread(complete)}",
        "  suggestions by kind: "
        + ", ".join(f"{what} {took:.1f}" for took, what in sorted(kinds, reverse=True))
        + " ms",
        f"  built in {built:.2f} s (event loop held {building:.0f} ms at most), first complete after a write "
        f"{_spread(after)}, event loop held {held:.1f} ms at most, {_resident():.0f} MB resident",
    ]


async def _median(desk: Desk, what: str, typed: Sequence[str]) -> float:
    return statistics.median([await _timed(desk.complete, what, prefix) for prefix in typed]) * 1e3


async def _after_writes(desk: Desk, names: Sequence[str], chance: random.Random) -> tuple[list[float], float]:
    took: list[float] = []
    held = 0.0
    for turn in range(WRITES):
        at = chance.randrange(0, len(names), A_FACT)
        async with desk.store.transaction() as tx:
            await add_claims(tx, [_claim(f"new-{turn}", at)], STAMP)
        start = perf_counter()
        held = max(held, await _held(desk.complete("who", names[at][:4])))
        took.append(perf_counter() - start)
    return took, held


async def _fill(desk: Desk, names: Sequence[str]) -> None:
    people = [Entity(f"s/p{n}", "s", EntityKind.PERSON, name) for n, name in enumerate(names)]
    facts = [Fact(f"s/f{n}", "s", f"s/p{n}", "post", FactKind.ROLE) for n in range(0, len(names), A_FACT)]
    async with desk.store.transaction() as tx:
        await add_rows(tx, STORIES, [Story("s", "Everybody")], STAMP)
        await add_entities(tx, people, STAMP)
        await add_sources(tx, [Source("s/paper", "s", "The Paper")], STAMP)
        await add_facts(tx, facts, STAMP)
        await add_claims(tx, [_claim(f"c{n}", n) for n in range(0, len(names), A_FACT)], STAMP)
        await put_discrepancies(tx, [_discrepancy(n // A_FACT + 1, n) for n in range(0, len(names), A_FACT)])


def _discrepancy(number: int, at: int) -> Discrepancy:
    found = Comparison(Verdict.CONTRADICTS, Level.ALERT, phrase("they differ"), "terms")
    sides = Side("clerk", (f"s/c{at}",)), Side("baker", ())
    state = State.JUDGED if number % A_FACT else State.OPEN
    return Discrepancy(number, "s", f"s/f{at}", "role", found, *sides, state, NOW)


def _claim(key: str, at: int) -> Claim:
    return Claim(f"s/{key}", "s", f"s/f{at}", "s/paper", f"clerk {at % 50}", Term(f"clerk {at % 50}"))


async def _timed(work: Callable[[str, str], Awaitable[object]], verb: str, query: str) -> float:
    start = perf_counter()
    await work(verb, query)
    return perf_counter() - start


async def _held(work: Awaitable[object]) -> float:
    """The longest time (ms) for which nothing else could run while `work` did."""
    longest, last, done = 0.0, perf_counter(), False

    async def tick() -> None:
        nonlocal longest, last
        while not done:
            last = perf_counter()
            await asyncio.sleep(TICK)
            longest = max(longest, perf_counter() - last - TICK)

    ticking = asyncio.ensure_future(tick())
    await asyncio.sleep(0)
    await work
    done = True
    await ticking
    return longest * 1e3


def _resident() -> float:
    """Peak resident memory in MB (macOS counts bytes, Linux kilobytes)."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1024 if sys.platform != "darwin" else 1024**2)


def _spread(seconds: Sequence[float]) -> str:
    most = sorted(seconds)[int(0.99 * (len(seconds) - 1))]
    return f"p50 {statistics.median(seconds) * 1e3:.2f} p99 {most * 1e3:.2f} ms"


if __name__ == "__main__":
    print("\n".join(run()))
