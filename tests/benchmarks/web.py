"""1,000 sources read again and 100 feeds polled, articles a second from HTML to findings, bytes kept of each."""

from __future__ import annotations

import asyncio
import datetime as dt
import json
import tempfile
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path
from time import monotonic

from bot.config import Settings, WebSettings
from bot.desk import Desk
from bot.desk.fetching import read_fetched
from bot.desk.memory import keep_pace
from bot.desk.rereading import reread_sources
from bot.desk.watching import poll_feeds
from bot.record import Claim, Evidence, Source, claim_key
from bot.store.claims import add_claims
from bot.store.pages import sha256_of
from bot.store.sources import add_sources, list_sources
from bot.store.versions import PageVersion, add_version
from bot.store.watching import Feed, Reread, add_feed, list_feeds, put_rereads
from bot.values import Figure, Hedge
from bot.web.fetch import Fetched, Fetcher
from bot.web.robots import Polite
from tests.benchmarks._holds import Round, idle, told, watching

SOURCES = 1_000
CHANGED = 50
FEEDS = 100
ARTICLES = 40
TIMES = 10
NOW = dt.datetime(2025, 5, 4, 12, tzinfo=dt.UTC)
STORY = """
[story]
id = "mill"
title = "Mill fire"
language = "en"
[[event]]
id = "fire"
label = "Fire at Calder Mill"
date = "2025-05-02"
[[fact]]
id = "injured"
of = "fire"
property = "people injured"
kind = "count"
unit = "people"
[[event]]
id = "earlier"
label = "Fire at Wool Row"
date = "2023-02-01"
[[fact]]
id = "other"
of = "earlier"
property = "bales of wool burnt"
kind = "count"
unit = "bales"
[[source]]
id = "base"
outlet = "Base"
published = "2025-05-03"
[[claim]]
source = "base"
on = "injured"
value = "31"
"""
FILLER = (
    "Crews from {n} towns worked through the night to bring the blaze number {n} under control, a spokesman said. "
    "The owner of the mill told reporters in the morning that the cause was not known, and that {n} tonnes of wool "
    "had been stored in the building; an inquiry would be held by the council in the autumn."
)


def run() -> list[str]:
    """Lines of figures."""
    keep_pace()
    return asyncio.run(_measure())


async def _measure() -> list[str]:
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "mill"
        folder.mkdir()
        (folder / "story.toml").write_text(STORY, encoding="utf-8")
        path = Path(place) / "desk.sqlite"
        settings = Settings(web=WebSettings(allow_hosts=("127.0.0.1",), host_seconds=0))
        async with Desk.open(path, settings, "benchmark", lambda: NOW) as desk, _serving() as (address, edited):
            await desk.load(folder)
            lines = [await _articles(desk, address)]
            lines.append(await _kept(desk, await _add_sources(desk, address)))
            edited.update(range(CHANGED))
            for n in range(SOURCES):
                _page(n, "34" if n < CHANGED else "31")  # made before: what is measured is the desk, not its server
            lines += [*await _reread(desk), *await _poll(desk, address), await idle(1.0, TIMES)]
        return lines


async def _articles(desk: Desk, address: str) -> str:
    """From the bytes of a page to its findings, one after the other."""
    pages = [_got(address, n, "34") for n in range(ARTICLES)]
    await _check(desk, pages[:1])
    took, _ = await _watched([lambda part=pages[n::TIMES]: _check(desk, part) for n in range(TIMES)])  # type: ignore[misc]
    size = len(pages[0].body) / 1000
    a_round = ARTICLES / TIMES
    return (
        f"HTML to findings: {a_round / min(took.own):,.0f} articles/s ({size:.0f} kB of HTML each; best of {TIMES} "
        f"rounds, the machine left out; as they came {ARTICLES / sum(took.plain):,.0f})"
    )


async def _check(desk: Desk, pages: Sequence[Fetched]) -> None:
    for got in pages:
        await desk.check((await read_fetched(got, got.link)).article)


async def _add_sources(desk: Desk, address: str) -> list[str]:
    """A thousand sources as they stand after they were added by link; those that will change with their true text,
    which is returned.
    """
    texts = [(await read_fetched(_got(address, n), "")).article.text for n in range(CHANGED)]
    rows = [_source(address, n) for n in range(SOURCES)]
    texts += [f"{one.title} {FILLER}" for one in rows[CHANGED:]]
    await desk.store.pages.put([part for n in range(SOURCES) for part in (_page(n), texts[n].encode())])
    claims = [_claim(rows[n], texts[n], "injured" if n < CHANGED else "other") for n in range(SOURCES)]
    async with desk.store.transaction() as tx:
        await add_sources(tx, rows, desk.stamp())
        await add_claims(tx, claims, desk.stamp())
        for n, source in enumerate(rows):
            version = PageVersion(source.key, 0, text=sha256_of(texts[n].encode()), raw=sha256_of(_page(n)))
            await add_version(tx, version, desk.stamp())
        await put_rereads(tx, [Reread(one.key, NOW) for one in rows])
    return texts[:CHANGED]


def _got(address: str, number: int, injured: str = "31") -> Fetched:
    return Fetched(f"{address}/page/{number}", 200, _page(number, injured), "text/html")


def _source(address: str, number: int) -> Source:
    return Source(f"mill/paper-{number}", "mill", f"Paper {number}", f"Fire {number}", f"{address}/page/{number}")


def _claim(source: Source, text: str, fact: str) -> Claim:
    start = max(0, text.find("31"))
    evidence = Evidence("paragraph 1", start, start + 2, "31", sha256_of(text.encode()))
    value = Figure("31", Decimal(31), Hedge.EXACT, Decimal(31), Decimal(31))
    return Claim(
        claim_key("mill", source.key, fact), "mill", f"mill/{fact}", source.key, "31", value, evidence=evidence
    )


async def _kept(desk: Desk, texts: Sequence[str]) -> str:
    """What a page and its text take of those that have their true text."""
    sizes = await desk.store.pages.sizes()
    of = [sizes[sha256_of(_page(n))] + sizes[sha256_of(text.encode())] for n, text in enumerate(texts)]
    plain = sum(len(_page(n)) + len(text.encode()) for n, text in enumerate(texts))
    return f"kept: {sum(of) / len(of):,.0f} bytes an article, page and text ({plain / len(of):,.0f} as they came)"


async def _reread(desk: Desk) -> list[str]:
    sources = [one for one in await list_sources(desk.store.reading) if one.url]
    async with Fetcher(desk.settings.web) as fetcher:
        polite = Polite(fetcher, 0)
        parts = [sources[n::TIMES] for n in range(TIMES)]  # edited ones in each of them
        took, held = await _watched([lambda part=part: reread_sources(desk, part, polite) for part in parts])  # type: ignore[misc]
    return [f"{len(sources):,} sources read again, {CHANGED} of them edited: {took}", *held]


async def _poll(desk: Desk, address: str) -> list[str]:
    async with desk.store.transaction(record=False) as tx:
        for n in range(FEEDS):
            await add_feed(tx, Feed(0, "mill", f"{address}/feed/{n}", (), NOW, "benchmark", NOW))
    async with Fetcher(desk.settings.web) as fetcher:
        feeds, polite = await list_feeds(desk.store.reading), Polite(fetcher, 0)
        parts = [feeds[n::TIMES] for n in range(TIMES)]
        took, held = await _watched([lambda part=part: poll_feeds(desk, part, polite) for part in parts])  # type: ignore[misc]
    return [f"{FEEDS} feeds of 20 items polled: {took}", *held]


@dataclass(frozen=True, slots=True)
class Took:
    """The seconds of every part of some work, as they came and with what the machine stood still left out."""

    plain: Sequence[float]
    own: Sequence[float]

    def __str__(self) -> str:
        return f"{sum(self.own):.1f} s, the machine left out; as it came {sum(self.plain):.1f} s"


async def _watched(parts: Sequence[Callable[[], Awaitable[object]]]) -> tuple[Took, list[str]]:
    """How long the parts of the work took one after the other, and for how long they held the event loop at a time."""
    rounds: list[Round] = []
    spans: list[tuple[float, float]] = []
    for part in parts:
        with watching() as noted:
            start = monotonic()
            await part()
            spans.append((start, monotonic()))
        rounds.append(noted)
    plain = [end - start for start, end in spans]
    own = [end - start - one.stalls.within(start, end) for one, (start, end) in zip(rounds, spans, strict=True)]
    return Took(plain, own), [f"  {line}" for line in told(rounds)]


@asynccontextmanager
async def _serving() -> AsyncIterator[tuple[str, set[int]]]:
    """Pages and feeds on loopback; pages whose numbers are put into the set have been edited."""
    edited: set[int] = set()

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
        path = head.split(" ")[1]
        number = int(path.rpartition("/")[2]) if path.rpartition("/")[2].isdigit() else 0
        body, status, kind = b"", "404 Not Found", "text/plain"
        if path.startswith("/page/"):
            body, status, kind = _page(number, "34" if number in edited else "31"), "200 OK", "text/html"
        elif path.startswith("/feed/"):
            body, status, kind = _feed(number), "200 OK", "application/json"
        lines = (f"HTTP/1.1 {status}", f"Content-Type: {kind}", f"Content-Length: {len(body)}", "Connection: close")
        writer.write("\r\n".join((*lines, "", "")).encode() + body)
        await writer.drain()
        writer.close()

    server = await asyncio.start_server(serve, "127.0.0.1", 0, backlog=500)
    async with server:
        yield f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}", edited


@cache
def _feed(number: int) -> bytes:
    rows = [
        {"id": str(n), "url": f"/other/{number}-{n}", "title": "Sport", "date_published": "2025-01-01"}
        for n in range(20)
    ]
    return json.dumps({"items": rows}).encode()


@cache
def _page(number: int, injured: str = "31") -> bytes:
    rows = "".join(f"<p>{FILLER.format(n=number * 31 + row)}</p>" for row in range(12))
    chrome = "".join(f'<li><a href="/s/{n}">Section {n} of the paper</a></li>' for n in range(150))
    text = f"<p>The fire at Calder Mill injured {injured} people, outlet {number} said on Saturday.</p>{rows}"
    head = (
        f'<title>Fire {number}</title><meta property="og:site_name" content="Paper {number}">'
        '<meta property="article:published_time" content="2025-05-03T08:00:00Z">'
    )
    body = f"<nav><ul>{chrome}</ul></nav><article><h1>Fire {number}</h1>{text}</article>"
    return f'<!doctype html><html lang="en"><head>{head}</head><body>{body}</body></html>'.encode()
