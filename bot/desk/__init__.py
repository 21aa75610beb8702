"""The one door to the newsroom's record, and the only place that knows the order of the steps.

Each topic has a file of functions here; `Desk` only names them. To add one: write the function, add a line below.
"""

from __future__ import annotations

import asyncio
import datetime as dt
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import asynccontextmanager, nullcontext
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Self

from bot.config import Settings
from bot.desk.loading import LoadReport
from bot.desk.memory import long_lived
from bot.errors import RecordUnusable
from bot.store import Store, open_store
from bot.store.lineage import Stamp

if TYPE_CHECKING:
    from bot.answers import (
        AlertsAnswer,
        Answer,
        Choice,
        DiscrepanciesAnswer,
        DiscrepancyView,
        Greeting,
        HistoryAnswer,
        JudgeAnswer,
        RetractAnswer,
        WhyAnswer,
    )
    from bot.desk.adding import AddReport, Plan
    from bot.desk.checking import Article, CheckReport, LinkIndex
    from bot.desk.fetching import Paper
    from bot.desk.indexing import RecordIndex
    from bot.desk.judging import Wanted
    from bot.desk.newsroom import Newsroom
    from bot.desk.proposing import Proposal
    from bot.desk.rulings import Decision
    from bot.record import Discrepancy

__all__ = ["Desk", "LoadReport"]

ASKED_AT_ONCE = 4
"""Of many questions those that came first are answered first: all at once, all would wait for the last of them, and
what is reckoned for all of them in one turn of the event loop would hold it."""


@dataclass(slots=True)
class Kept:
    """What stays in memory of a record, shared by everybody at the desk; nobody but the desk changes it."""

    turn: asyncio.Lock = field(default_factory=asyncio.Lock)
    linking: asyncio.Lock = field(default_factory=asyncio.Lock)
    asking: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(ASKED_AT_ONCE))
    index: RecordIndex | None = None
    links: LinkIndex | None = None
    newsroom: Newsroom | None = None


class Desk:
    """A newsroom's record, open, and who is at work on it. Get one with `async with Desk.open(...)`."""

    def __init__(self, store: Store, settings: Settings, by: str, now: Callable[[], dt.datetime]) -> None:
        self.store = store
        self.settings = settings
        self.by = by
        self.now = now
        self.kept = Kept()

    @classmethod
    @asynccontextmanager
    async def open(
        cls, path: Path | None, settings: Settings, by: str, now: Callable[[], dt.datetime]
    ) -> AsyncIterator[Self]:
        """The desk on the record at `path` (None = an empty one in memory). Raises RecordUnusable."""
        if path is not None:
            _make_folder(path.parent, settings.data_folder)
        async with await open_store(path) as store:
            yield cls(store, settings, by, now)

    def signed(self, by: str) -> Self:
        """The same desk with another person at it: one record, one memory."""
        desk = type(self)(self.store, self.settings, by, self.now)
        desk.kept = self.kept
        return desk

    def stamp(self, why: str = "") -> Stamp:
        """Who does it, now, and why: what every write carries."""
        return Stamp(self.by, self.now(), why)

    async def index(self) -> RecordIndex:
        """What is kept in memory of the record, up to date with all that anybody has written."""
        from bot.desk.indexing import build_index, refresh

        known = self.kept.index
        if known is not None and known.revision == await self.store.revision():
            return known
        async with self.kept.turn:
            known = self.kept.index
            self.kept.index = await (refresh(known, self.store) if known else build_index(self.store))
            return self.kept.index

    async def ask(self, verb: str, query: str) -> Answer:
        """The answer to a look-up (who, when, sources, figure, quote, timeline, find)."""
        from bot.desk.answering import ask

        async with self.kept.asking:
            return await ask(self, verb, query)

    async def complete(self, verb: str, typed: str, limit: int = 25) -> tuple[Choice, ...]:
        """What a half-typed question may become."""
        from bot.desk.suggesting import suggest

        return await suggest(self, verb, typed, limit)

    async def link_index(self) -> LinkIndex:
        """What linking keeps in memory of the record, following what has changed."""
        from bot.desk.checking import build_link_index

        known = self.kept.links
        if known is not None and known.revision == await self.store.revision():
            return known
        async with self.kept.linking:
            known = self.kept.links
            if known is None or known.revision != await self.store.revision():
                with long_lived() if known is None else nullcontext():
                    known = self.kept.links = await build_link_index(self, known)
            return known

    async def check(self, article: Article) -> CheckReport:
        """An article read and compared with the record; nothing is saved."""
        from bot.desk.checking import check

        return await check(self, article)

    async def plan(self, article: Article | Paper, story: str = "") -> Plan:
        """What adding an article would record; nothing is saved."""
        from bot.desk.adding import plan

        return await plan(self, article, story)

    async def add(self, planned: Plan, chosen: Sequence[Proposal] | None = None) -> AddReport:
        """Record an article and the claims chosen (those that are sure if None)."""
        from bot.desk.adding import add

        return await add(self, planned, chosen)

    async def load(self, folder: Path) -> LoadReport:
        """Bring a story's files into the record; a story with problems changes nothing."""
        from bot.desk.loading import load

        return await load(self.store, folder, self.stamp())

    async def is_empty(self) -> bool:
        """Whether nothing was ever written into the record."""
        return await self.store.revision() == 0

    async def load_seeds(self) -> LoadReport:
        """Bring the stories of the seeds folder into the record where they are new or have changed."""
        from bot.desk.loading import load

        return await load(self.store, self.settings.seeds_folder, self.stamp(), only_new=True)

    async def export(self, folder: Path) -> tuple[Path, ...]:
        """Write all stories out as TOML files that load again without a change."""
        from bot.desk.loading import export

        return await export(self.store, folder)

    async def back_up(self, path: Path) -> None:
        """Copy the whole record into a new file."""
        await self.store.back_up(path)

    async def greeting(self) -> Greeting:
        """What the record holds, for the first line of a desk."""
        from bot.desk.answering import greeting

        return await greeting(self)

    async def discrepancies_of(self, facts: Sequence[str]) -> Mapping[str, Sequence[Discrepancy]]:
        """The discrepancies stored on facts, by fact."""
        from bot.store.discrepancies import list_discrepancies

        by_fact: dict[str, list[Discrepancy]] = {}
        for one in await list_discrepancies(self.store.reading, facts):
            by_fact.setdefault(one.fact, []).append(one)
        return by_fact

    async def discrepancies(self, wanted: Wanted | None = None) -> DiscrepanciesAnswer:
        """The discrepancies asked for; all that are open by default."""
        from bot.desk.judging import Wanted, list_wanted

        return await list_wanted(self, wanted or Wanted())

    async def get_discrepancy(self, number: int) -> DiscrepancyView:
        """One discrepancy with the voices of its sides."""
        from bot.desk.judging import get_view

        return await get_view(self, number)

    async def judge(self, number: int, decision: Decision) -> JudgeAnswer:
        """Decide a discrepancy; the record follows the decision."""
        from bot.desk.judging import judge

        return await judge(self, number, decision)

    async def undo(self, number: int | None = None, why: str = "") -> JudgeAnswer:
        """Take back the last judgement, or the last one on a discrepancy."""
        from bot.desk.judging import undo

        return await undo(self, number, why)

    async def snooze(self, number: int, until: str) -> DiscrepancyView:
        """Put a discrepancy away until a day."""
        from bot.desk.judging import snooze

        return await snooze(self, number, until)

    async def why(self, number: int) -> WhyAnswer:
        """What stands behind a discrepancy: rule, version and every pair of claims."""
        from bot.desk.judging import why

        return await why(self, number)

    async def history(self, asked: str) -> HistoryAnswer:
        """What happened to a discrepancy (by number), fact, entity or source."""
        from bot.desk.tracing import history

        return await history(self, asked)

    async def retract(self, source: str, why: str) -> RetractAnswer:
        """Take a source out of what stands, and see what rested on it."""
        from bot.desk.tracing import retract

        return await retract(self, source, why)

    async def claim_alerts(self, target: str = "terminal", limit: int = 1000) -> AlertsAnswer:
        """The next undelivered alerts of a target, now its own to deliver and then to mark."""
        from bot.desk.judging import claim_alerts

        return await claim_alerts(self, target, limit)

    async def mark_delivered(self, ids: Sequence[int], target: str = "terminal", message: str | None = None) -> None:
        """The target has these alerts; `message` is the id of what was sent."""
        from bot.desk.judging import mark_delivered

        await mark_delivered(self, ids, target, message)

    async def mark_failed(self, id: int, error: str, target: str) -> None:
        """The target could not be reached; the alert is offered again later."""
        from bot.desk.judging import mark_failed

        await mark_failed(self, id, error, target)

    async def alerts(self, target: str = "terminal") -> AlertsAnswer:
        """Every alert there ever was, delivered to the target or not."""
        from bot.desk.judging import list_alerts

        return await list_alerts(self, target)


def _make_folder(folder: Path, data: Path) -> None:
    # Only our own folder is made: a mistyped --db should be told, not obeyed.
    if folder == data:
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise RecordUnusable(
                "the folder {folder} cannot be made ({error}); set desk.data in the settings",
                folder=folder,
                error=error,
            ) from None
