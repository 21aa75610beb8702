"""What robots.txt allows and how long to wait between two requests to one host."""

from __future__ import annotations

import asyncio
from collections import defaultdict
from collections.abc import Awaitable, Callable
from dataclasses import replace
from math import ceil
from urllib.parse import urlsplit

from protego import Protego

from bot.errors import FetchFailed
from bot.web.fetch import Fetched, Fetcher

LONGEST_WAIT = 30.0
BUSY = (429, 503)
Sleep = Callable[[float], Awaitable[None]]


class Polite:
    """A fetcher for what no person asked for: it keeps to robots.txt and asks a host once in a while.

    `seconds` is the least time between two requests to one host; a longer Crawl-delay is kept, up to half a minute.
    A host that asks to be left alone (RFC 9110, 10.2.3) is: its other links get the same answer until then.
    """

    def __init__(self, fetcher: Fetcher, seconds: float, sleep: Sleep = asyncio.sleep) -> None:
        self._fetcher = fetcher
        self._seconds = seconds
        self._sleep = sleep
        self._rules: dict[str, Protego | None] = {}
        self._turns: defaultdict[str, asyncio.Lock] = defaultdict(asyncio.Lock)
        self._free: dict[str, float] = {}
        self._shut: dict[str, tuple[float, Fetched]] = {}

    async def get(self, link: str, *, etag: str = "", last_modified: str = "") -> Fetched:
        """Fetch a link in its host's turn. Raises FetchFailed, also where robots.txt forbids it."""
        parts = urlsplit(link)
        host = f"{parts.scheme}://{parts.netloc}"
        async with self._turns[host]:
            rules = await self._rules_of(host)
            if rules is not None and not rules.can_fetch(link, self._fetcher.user_agent):
                raise FetchFailed(
                    "{host} asks programs not to read {link}; paste the text instead", host=host, link=link
                )
            if shut := self._still_shut(host, link):
                return shut
            await self._wait(host, rules)
            try:
                got = await self._fetcher.get(link, etag=etag, last_modified=last_modified)
            finally:
                self._free[host] = asyncio.get_running_loop().time()
            if got.status in BUSY and got.retry_after:
                self._shut[host] = (self._free[host] + got.retry_after, got)
            return got

    def _still_shut(self, host: str, link: str) -> Fetched | None:
        until, answer = self._shut.get(host, (0.0, None))
        left = until - asyncio.get_running_loop().time()
        return replace(answer, link=link, retry_after=ceil(left)) if answer and left > 0 else None

    async def _rules_of(self, host: str) -> Protego | None:
        """The host's rules; None = it has none. RFC 9309: a server in trouble forbids all, a missing file nothing."""
        if host not in self._rules:
            got = await self._fetcher.get(f"{host}/robots.txt")
            if got.status >= 500 or got.status == 429:
                raise FetchFailed(
                    "the host {host} has trouble ({status}); it is asked again later", host=host, status=got.status
                )
            self._rules[host] = Protego.parse(got.body.decode("utf-8", "replace")) if got.status == 200 else None
            self._free[host] = asyncio.get_running_loop().time()
        return self._rules[host]

    async def _wait(self, host: str, rules: Protego | None) -> None:
        asked = rules.crawl_delay(self._fetcher.user_agent) if rules else None
        pause = max(self._seconds, min(float(asked or 0), LONGEST_WAIT))
        left = self._free.get(host, 0.0) + pause - asyncio.get_running_loop().time()
        if pause and left > 0:
            await self._sleep(left)
