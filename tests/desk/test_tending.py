"""A desk stopped in the middle of a round, wherever that falls: after it nothing is read twice, lost or doubled."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from pathlib import Path

import pytest

from bot.desk import Desk
from bot.desk.fetching import fetch_paper
from bot.desk.keeping import show
from bot.desk.tending import tend
from bot.desk.watching import list_watched, watch
from bot.store.claims import list_claims_of_source
from bot.store.sources import list_sources
from tests.desk.test_watching import feed
from tests.web.conftest import serving
from tests.web.pages import Clock, Outlet, article, load_story, open_desk


@dataclass
class Stop:
    """Cancels a round when its server is asked for the `request`-th time, or `steps` steps of the loop later."""

    outlet: Outlet
    request: int
    steps: int
    round: asyncio.Task[object] | None = None

    async def answer(self, path: str, headers: dict[str, str], writer: asyncio.StreamWriter) -> None:
        if self.round is not None:
            self.request -= 1
        if self.round is not None and self.request == 0:
            asyncio.get_running_loop().create_task(self._cancel(self.round))
        await self.outlet.answer(path, headers, writer)

    async def _cancel(self, round: asyncio.Task[object]) -> None:
        for _ in range(self.steps):
            await asyncio.sleep(0)
        round.cancel()


@pytest.mark.parametrize("request_number", range(1, 6))
@pytest.mark.parametrize("steps", [0, 40, 400])
async def test_a_round_stopped_anywhere_is_finished_after_the_restart(
    tmp_path: Path, request_number: int, steps: int
) -> None:
    clock, path = Clock(), tmp_path / "desk.sqlite"
    stop = Stop(outlet := Outlet(), request_number, steps)
    async with serving(stop.answer) as outlet.address:
        async with open_desk(path, clock) as desk:
            source = await prepare(desk, outlet, tmp_path)
            clock.pass_hours(48)
            stop.round = asyncio.ensure_future(tend(desk))
            await asyncio.wait([stop.round])
        stop.round = None
        async with open_desk(path, clock) as desk:
            for _ in range(3):
                await tend(desk)
                clock.pass_hours(3)
            await check_whole(desk, source)


async def prepare(desk: Desk, outlet: Outlet, folder: Path) -> str:
    """A source whose page has changed since, and a feed with two new articles, one of which contradicts the record."""
    await load_story(desk, folder)
    added = await desk.add(await desk.plan(await fetch_paper(desk, outlet.publish("/fire", article()))))
    await watch(desk, outlet.publish("/feed", feed(), kind="application/json"))
    outlet.publish("/fire", article(injured="34"))
    links = [outlet.publish("/one", article(killed="15", outlet="Gazette"))]
    links.append(outlet.publish("/two", article(more="Rain fell over the valley.", outlet="Valley Wire")))
    rows = feed(*((link, link, "Calder Mill") for link in links))
    outlet.publish("/feed", rows, kind="application/json")
    return added.source.key


async def check_whole(desk: Desk, changed: str) -> None:
    """Each article is there once, the change is told once, and so is the contradiction."""
    (view,) = (await list_watched(desk)).feeds
    assert dict(view.items) == {"read": 2}
    assert len((await show(desk, changed)).versions) == 2
    urls = [one.url for one in await list_sources(desk.store.reading) if one.url]
    assert len(urls) == len(set(urls))
    for source in await list_sources(desk.store.reading):
        facts = [one.fact for one in await list_claims_of_source(desk.store.reading, source.key)]
        assert len(facts) == len(set(facts)) == 2
    told = [one.view.discrepancy.fact for one in (await desk.claim_alerts()).alerts]
    assert sorted(told) == ["mill/injured", "mill/killed"]
    assert not (await desk.claim_alerts()).alerts
