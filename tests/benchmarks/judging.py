"""One new claim compared in records of 1,000 to 1,000,000 claims, and a source of 50 claims added and committed."""

from __future__ import annotations

import asyncio
import datetime as dt
import statistics
import tempfile
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import partial
from pathlib import Path
from time import perf_counter, process_time

from bot.compare.claims import compare_claims
from bot.desk.reviewing import review
from bot.record import Claim, Entity, EntityKind, Fact, FactKind, Level, Source, Story
from bot.store import Connection, Store, open_store
from bot.store.claims import CLAIMS, add_claims, list_claims
from bot.store.entities import ENTITIES, STORIES
from bot.store.facts import FACTS, add_facts
from bot.store.lineage import Stamp, add_rows
from bot.store.sources import add_sources
from bot.values import Figure, Hedge

SIZES = (1_000, 100_000, 1_000_000)
A_FACT = 5
ROUNDS = 40
MADE = 1_000
STAMP = Stamp("bench", dt.datetime(2026, 1, 1, tzinfo=dt.UTC))


def run() -> Iterator[str]:
    """The lines of the report; medians where nothing else is said."""
    for size in SIZES:
        yield from asyncio.run(_measure(size))


async def _measure(size: int) -> list[str]:
    with tempfile.TemporaryDirectory() as folder:
        async with await open_store(Path(folder) / "bench.sqlite") as store:
            await _fill(store, size)
            return [await _one_claim(store, size), await _fifty(store)]


async def _fill(store: Store, size: int) -> None:
    """A thousand claims as the desk writes them; the rest of a large record are copies, made by the database."""
    facts = MADE // A_FACT
    async with store.transaction() as tx:
        await add_rows(tx, STORIES, [Story("s")], STAMP)
        await add_sources(tx, [Source(f"s/source-{n}", "s", outlet=f"Outlet {n}") for n in range(A_FACT + 1)], STAMP)
        await add_rows(tx, ENTITIES, [_event(n) for n in range(facts)], STAMP)
        await add_facts(tx, [_fact(n) for n in range(facts)], STAMP)
        await add_claims(tx, [_claim(n, source) for n in range(facts) for source in range(A_FACT)], STAMP)
        for table, own in (("entity", ("key",)), ("fact", ("key", "of")), ("claim", ("key", "fact"))):
            await tx.run(_copies(table, ("key",), size // MADE))
            await tx.run(_copies(f"{table}_version", own, size // MADE))


def _copies(table: str, own: Sequence[str], times: int) -> str:
    """SQL that copies all rows under other keys, `times` - 1 times."""
    versioned = table.endswith("_version")
    columns = _COLUMNS[table.removesuffix("_version")] if versioned else ("key", "story")
    copied = ", ".join(f"\"{name}\" || '-' || copy" if name in own else f'"{name}"' for name in columns)
    names = ", ".join(f'"{name}"' for name in columns)
    copies = (
        f"WITH RECURSIVE copies (copy) AS (SELECT 1 UNION ALL SELECT copy + 1 FROM copies WHERE copy < {times - 1})"
    )
    return f"INSERT INTO {table} ({names}) {copies} SELECT {copied} FROM {table} CROSS JOIN copies WHERE {times} > 1"


async def _one_claim(store: Store, size: int) -> str:
    """Reading a fact's live claims and comparing one more with each of them: no write."""
    facts = MADE // A_FACT
    spent, compared = [], []
    for round in range(ROUNDS):
        n = round * (facts // ROUNDS)
        new, fact = _claim(n, A_FACT, 777), _fact(n)
        start = perf_counter()
        old = await list_claims(store.reading, fact.key)
        middle = perf_counter()
        found = [compare_claims(new, one, fact) for one in old]
        end = perf_counter()
        assert all(one.level is Level.ALERT for one in found)
        spent.append(middle - start)
        compared.append(end - middle)
    return (
        f"{size:>9,} claims: one new claim beside the {A_FACT} of its fact {_micro(compared)} µs compared, "
        f"{_micro(spent)} µs read from the record"
    )


async def _fifty(store: Store) -> str:
    facts = MADE // A_FACT
    spent: list[float] = []
    waited: list[float] = []
    for round in range(ROUNDS):
        new = [_claim((round + n * (facts // 50)) % facts, A_FACT, 777 if n % 10 == 0 else 100) for n in range(50)]
        source = Source(f"s/new-{round}", "s", outlet=f"New {round}")
        claims = [_of(one, source.key, round) for one in new]
        start = process_time()
        async with store.transaction() as tx:
            await tx.at_once(partial(_add, source=source, claims=claims))
            spent.append(process_time() - start)
            flushed = perf_counter()
        waited.append(perf_counter() - flushed)
    return (
        f"{'':>9}         a source of 50 claims: {min(spent) * 1e3:.1f} ms of processor at best, "
        f"{statistics.median(spent) * 1e3:.1f} ms as a rule, {statistics.median(waited) * 1e3:.1f} ms for the commit"
    )


async def _add(tx: Connection, source: Source, claims: Sequence[Claim]) -> None:
    """What the desk does when an article is added, in one visit to the database as there."""
    await add_sources(tx, [source], STAMP)
    await add_claims(tx, claims, STAMP)
    await review(tx, claims, STAMP)


_VERSION = ("by", "at", "reason", "seeded")
_COLUMNS = {kind.name: ("key", *kind.columns, *_VERSION) for kind in (ENTITIES, FACTS, CLAIMS)}


def _event(n: int) -> Entity:
    return Entity(f"s/event-{n}", "s", EntityKind.EVENT, f"Event {n}")


def _fact(n: int) -> Fact:
    return Fact(f"s/fact-{n}", "s", f"s/event-{n}", "people freed", FactKind.COUNT)


def _claim(n: int, source: int, number: int = 100) -> Claim:
    value = Figure(str(number), Decimal(number), Hedge.EXACT, Decimal(number), Decimal(number))
    return Claim(f"s/claim-{n}-{source}", "s", f"s/fact-{n}", f"s/source-{source}", str(number), value)


def _of(claim: Claim, source: str, round: int) -> Claim:
    return Claim(f"{claim.key}-{round}", "s", claim.fact, source, claim.written, claim.value)


def _micro(times: Sequence[float]) -> str:
    return f"{statistics.median(times) * 1e6:,.0f}"


if __name__ == "__main__":
    print("\n".join(run()))
