"""Links added and read again: what a page changes is told with before and after, everything else is kept in silence."""

from __future__ import annotations

from pathlib import Path

from bot.desk import Desk
from bot.desk.adding import AddReport, add, plan
from bot.desk.fetching import fetch_paper
from bot.desk.keeping import show
from bot.desk.rereading import reread
from tests.web.pages import Clock, article, load_story, open_desk, open_outlet


async def add_link(desk: Desk, link: str) -> AddReport:
    return await add(desk, await plan(desk, await fetch_paper(desk, link)))


async def alerts_of(desk: Desk) -> list[str]:
    """The reasons of the alerts nobody was told yet."""
    told = await desk.claim_alerts()
    await desk.mark_delivered([one.id for one in told.alerts])
    return [str(one.view.discrepancy.comparison.why) for one in told.alerts]


async def test_a_figure_that_is_edited_is_told_once_with_before_and_after(tmp_path: Path) -> None:
    clock = Clock()
    async with open_outlet() as outlet, open_desk(tmp_path / "desk.sqlite", clock) as desk:
        await load_story(desk, tmp_path)
        link = outlet.publish("/fire", article(injured="31"))
        added = await add_link(desk, link)
        assert not await alerts_of(desk)
        outlet.publish("/fire", article(injured="34"))
        clock.pass_hours(48)
        done = await reread(desk)
        assert [one.changed for one in done.readings] == [True]
        (why,) = await alerts_of(desk)
        assert "31" in why
        assert "34" in why
        assert not (await reread(desk, [added.source.key])).opened
        assert not await alerts_of(desk)
        first, second = await show(desk, added.source.key, 1), await show(desk, added.source.key)
        assert "injured 31" in first.text
        assert "injured 34" in second.text
        assert "34" in [second.text[mark.start : mark.end] for mark in second.marks]
        assert "31" in [first.text[mark.start : mark.end] for mark in first.marks]
