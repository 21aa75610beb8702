"""What every newsroom's desk does by itself, round after round: feeds asked, sources read again, alerts handed on."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable

from bot.chat.newsrooms import Newsrooms
from bot.desk.tending import tend

log = logging.getLogger("stet.web")

ROUND_SECONDS = 60.0


class Tender:
    """One newsroom after the other, so that however many there are only one is at work."""

    def __init__(self, newsrooms: Newsrooms, wake: Callable[[int], None]) -> None:
        self._newsrooms = newsrooms
        self._wake = wake

    async def run(self) -> None:
        """Go round until cancelled."""
        while True:
            await asyncio.sleep(ROUND_SECONDS)
            for guild in self._newsrooms.list_guilds():
                await self.tend(guild)

    async def tend(self, guild: int) -> None:
        """One round of one newsroom; what goes wrong there is logged and keeps no other waiting."""
        try:
            async with self._newsrooms.desk(guild, "web") as desk:
                done = await tend(desk)
        except Exception:
            log.exception("a round failed", extra={"guild": guild})
            return
        if done.opened:
            self._wake(guild)
        if done.polled.asked or done.readings:
            counts = {"feeds": done.polled.asked, "added": len(done.polled.added), "read": len(done.readings)}
            log.info("round done", extra={"guild": guild, **counts})
