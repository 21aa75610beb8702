"""The process is killed at many points while sources are added and judged: nothing that returned is lost or doubled."""

from __future__ import annotations

import random
import sqlite3
import subprocess
import sys
from collections import Counter
from contextlib import closing
from pathlib import Path

from bot.desk.judging import Wanted
from bot.record import State
from bot.store.claims import list_claims
from bot.store.outbox import list_messages
from tests.desk.adding_forever import count
from tests.desk.stories import open_desk

ROOT = Path(__file__).parent.parent.parent
KILLS = 8


def run_until_killed(path: Path, folder: Path, start: int, lines: int, extra: int) -> list[str]:
    """Start the loop, let it print `lines` lines, then kill it after it has read some more of its own output back.

    The kill falls wherever the child happens to be: it goes on working while this process reads `extra` bytes late.
    """
    command = [sys.executable, "-m", "tests.desk.adding_forever", str(path), str(folder), str(start)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, cwd=ROOT, text=True) as child:
        assert child.stdout is not None
        said = [line for _, line in zip(range(lines), child.stdout, strict=False)]
        for _ in range(extra):  # work of ours instead of a sleep, so that the child gets to other instructions
            sum(range(200))
        child.kill()
        said += child.stdout.readlines()
    return [line.strip() for line in said if line.endswith("\n")]


async def test_nothing_is_lost_or_doubled_by_a_kill(tmp_path: Path) -> None:
    path, folder = tmp_path / "desk.sqlite", tmp_path / "story"
    chance = random.Random(3)
    printed: list[str] = []
    start = 0
    for _ in range(KILLS):
        printed += run_until_killed(path, folder, start, chance.randint(1, 7), chance.randint(0, 3000))
        said = [int(line.split()[1]) for line in printed if line.startswith("said ")]
        start = max(said, default=-1) + 1
        await check_record(path, printed, said)
    assert start > 3


async def check_record(path: Path, printed: list[str], said: list[int]) -> None:
    """The database is sound, and holds all that was reported done."""
    with closing(sqlite3.connect(path)) as raw:
        assert raw.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert raw.execute("PRAGMA foreign_key_check").fetchall() == []
    async with open_desk(path) as desk:
        written = {claim.written for claim in await list_claims(desk.store.reading, "flood/dead")}
        assert {count(number) for number in said} <= written
        everything = {
            view.discrepancy.number: view for view in (await desk.discrepancies(Wanted(everything=True))).shown
        }
        # Each further number contradicts the first: one discrepancy and one alert each, never two.
        assert len(everything) == max(len(written) - 1, 0)
        messages = await list_messages(desk.store.reading, "terminal")
        assert sorted(one.discrepancy for one in messages) == sorted(everything)
        judged = {int(line.split()[1]) for line in printed if line.startswith("judged ")}
        undone = {int(line.split()[1]) for line in printed if line.startswith("undone ")}
        still = {number for number, view in everything.items() if view.discrepancy.state is State.JUDGED}
        assert {number for number in judged - undone if number % 3} <= still
    told = Counter(line for line in printed if line.startswith("alert "))
    assert not [line for line, times in told.items() if times > 1]
    # An alert is on the screen, or still waiting; or it was claimed by a process that was killed, which is then said.
    ids = {int(line.split()[1]) for line in told}
    assert {one.id for one in messages if one.delivered_at} <= ids
