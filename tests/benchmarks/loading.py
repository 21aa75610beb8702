"""Stories of many claims from their TOML files to a committed record, and what one more read then costs."""

from __future__ import annotations

import asyncio
import datetime as dt
import tempfile
from collections.abc import Iterator
from pathlib import Path
from time import process_time

from bot.config import Settings
from bot.desk import Desk
from bot.store import Connection
from bot.store.claims import list_claims

ROUNDS = {1_000: 30, 10_000: 3}
SAID = ("alike", "each otherwise")  # how the five claims of a fact are: the rest of a story lies between
READS = 500
NOW = dt.datetime(2025, 12, 13, tzinfo=dt.UTC)


def run() -> Iterator[str]:
    """Lines of figures of processor time, as other programs may run beside; each is the best of some rounds.

    The shorter story tells more: a machine that stands still for moments seldom leaves a longer one undisturbed.
    """
    for size in ROUNDS:
        for said in SAID:
            yield asyncio.run(_measure(size, said))


async def _measure(size: int, said: str) -> str:
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "story"
        folder.mkdir()
        (folder / "story.toml").write_text(_story(size, said), encoding="utf-8")
        first, again, read = float("inf"), float("inf"), float("inf")
        for turn in range(ROUNDS[size]):
            path = Path(place) / f"{turn}.sqlite"
            async with Desk.open(path, Settings(), by="benchmark", now=lambda: NOW) as desk:
                first = min(first, await _load(desk, folder))
                again = min(again, await _load(desk, folder))
                read = min(read, await _read(desk.store.reading))
            path.unlink()
    return (
        f"{size:>6} claims, {said}: {size / first:>8,.0f} claims/s loaded (TOML to commit), {size / again:>8,.0f} "
        f"claims/s again unchanged, {read * 1e6:,.0f} us to read the 5 claims of a fact"
    )


async def _load(desk: Desk, folder: Path) -> float:
    start = process_time()
    report = await desk.load(folder)
    assert not report.problems, report.problems[0]
    return process_time() - start


async def _read(db: Connection) -> float:
    start = process_time()
    for number in range(READS):
        await list_claims(db, f"story/fact-{number % 200}")
    return (process_time() - start) / READS


def _story(size: int, said: str = SAID[1]) -> str:
    facts, sources = size // 5, 50
    tables = ['[story]\nid = "story"\ntitle = "A long story"\n']
    tables += [f'[[event]]\nid = "event-{one}"\nlabel = "Event {one}"\n' for one in range(max(1, facts // 10))]
    tables += [f'[[source]]\nid = "source-{one}"\noutlet = "Outlet {one}"\n' for one in range(sources)]
    for one in range(facts):
        about = f'of = "event-{one // 10 % max(1, facts // 10)}"\nproperty = "people freed"\nkind = "count"\n'
        tables.append(f'[[fact]]\nid = "fact-{one}"\n{about}')
    for one in range(size):
        number = one if said == SAID[1] else one % facts
        value = f'value = "more than {number}"\nclaimant = "officials"\nas_of = "2025-11-27"\n'
        where = f'locator = "paragraph {one % 30}"\nquote = "more than {number} people were freed"\n'
        on = f'source = "source-{(one + one // facts) % sources}"\non = "fact-{one % facts}"\n'
        tables.append(f"[[claim]]\n{on}{value}{where}")
    return "\n".join(tables)
