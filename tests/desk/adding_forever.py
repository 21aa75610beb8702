"""`python -m tests.desk.adding_forever DB FOLDER N`: sources added, judged and told in a loop, a line for each step."""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path

from bot.desk import Desk
from bot.desk.judging import Wanted
from bot.desk.rulings import Decision
from bot.record import State
from tests.desk.stories import open_desk, write_base, write_source


def count(number: int) -> str:
    """The dead according to a source: no two are alike, close by or rounder, so each contradicts all others."""
    return str(101 + 50 * number)


async def main(path: Path, folder: Path, start: int) -> None:
    """Go on from source number `start` until killed; "said N" is printed once the load of source N has returned."""
    write_base(folder)
    async with open_desk(path) as desk:
        for number in range(start, 10_000):
            write_source(folder, f"source-{number}", [("dead", count(number)), ("month", "September 2025")])
            await desk.load(folder)
            print(f"said {number}", flush=True)
            await judge_one(desk)
            await tell(desk)


async def judge_one(desk: Desk) -> None:
    """Judge the oldest open discrepancy that can be judged so, and every third time take it back."""
    shown = (await desk.discrepancies(Wanted())).shown
    if not shown:
        return
    number = shown[0].discrepancy.number
    view = (await desk.judge(number, Decision("disputed", "both stand"))).view
    assert view.discrepancy.state is State.JUDGED
    print(f"judged {number}", flush=True)
    if number % 3 == 0:
        await desk.undo(number)
        print(f"undone {number}", flush=True)


async def tell(desk: Desk) -> None:
    """Deliver to the terminal as the verbs do: claimed, printed, marked."""
    alerts = (await desk.claim_alerts()).alerts
    for alert in alerts:
        print(f"alert {alert.id}", flush=True)
    await desk.mark_delivered([alert.id for alert in alerts])


if __name__ == "__main__":
    asyncio.run(main(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])))
