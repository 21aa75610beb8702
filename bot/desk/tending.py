"""One round of what a desk does by itself: ask the feeds that are due, read again the sources that are due."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.desk.rereading import Reading, list_due, reread_sources
from bot.desk.watching import PollReport, poll_feeds
from bot.record import Source
from bot.store.watching import list_due_feeds, list_waiting

if TYPE_CHECKING:
    from bot.desk import Desk

MOST_SOURCES = 200


@dataclass(frozen=True, slots=True)
class Round:
    """What a round did; `opened` are the numbers of the discrepancies it gave rise to."""

    polled: PollReport
    readings: tuple[Reading, ...]

    @property
    def changed(self) -> tuple[Source, ...]:
        """The sources that have a new text."""
        return tuple(one.source for one in self.readings if one.changed)

    @property
    def opened(self) -> tuple[int, ...]:
        return (*self.polled.opened, *(number for one in self.readings for number in one.opened))


async def tend(desk: Desk) -> Round:
    """Do what is due; costs two small questions where nothing is. Safe to stop at any point and to start again."""
    db, now = desk.store.reading, desk.now()
    feeds, waiting = await list_due_feeds(db, now), await list_waiting(db, now, 1)
    sources = (await list_due(desk))[:MOST_SOURCES]
    if not feeds and not waiting and not sources:
        return Round(PollReport(), ())
    from bot.web.fetch import Fetcher
    from bot.web.robots import Polite

    web = desk.settings.web
    async with Fetcher(web) as fetcher:
        polite = Polite(fetcher, web.host_seconds)
        polled = await poll_feeds(desk, feeds, polite)
        return Round(polled, tuple(await reread_sources(desk, sources, polite)))
