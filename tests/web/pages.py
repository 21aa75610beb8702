"""A made-up outlet on loopback whose pages a test sets and changes, and a desk on a story that it reports on."""

from __future__ import annotations

import asyncio
import datetime as dt
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

from bot.config import Settings, WebSettings
from bot.desk import Desk
from tests.web.conftest import reply, serving

STORY = """
[story]
id = "mill"
title = "Mill fire"
language = "en"
[[place]]
id = "calder-mill"
name = "Calder Mill"
[[event]]
id = "fire"
label = "Fire at Calder Mill"
date = "2031-05-02"
place = "Halifax"
[[fact]]
id = "killed"
of = "fire"
property = "people killed"
kind = "count"
unit = "people"
behaviour = "{behaviour}"
[[fact]]
id = "injured"
of = "fire"
property = "people injured"
kind = "count"
unit = "people"
behaviour = "fixed"
[[source]]
id = "base"
outlet = "Base"
published = "2031-05-03"
[[claim]]
source = "base"
on = "killed"
value = "{killed}"
as_of = "2031-05-03"
[[claim]]
source = "base"
on = "injured"
value = "31"
"""
TEXT = (
    "The fire at Calder Mill killed {killed} people and injured {injured}, the fire service said on Saturday.",
    "Crews from four towns worked through the night to bring the blaze under control, and smoke was seen far away.",
    "The owner of the mill said that the cause was not known and that an inquiry would be held by the council.",
    "Neighbours brought tea and blankets to the church hall, where families waited for news of their relatives.",
)


def article(
    *, killed: str = "12", injured: str = "31", more: str = "", head: str = "", outlet: str = "Herald"
) -> bytes:
    """A page about the fire."""
    body = "".join(f"<p>{one}</p>" for one in (*TEXT, *filter(None, [more]))).format(killed=killed, injured=injured)
    data = (
        '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Blaze at Calder Mill", "publisher": '
        f'{{"name": "{outlet}"}}, "author": {{"name": "Ada Moss"}}, "datePublished": "2031-05-03"}}</script>'
    )
    page = f'<!doctype html><html lang="en"><head><title>x</title>{data}{head}</head>'
    return f"{page}<body><nav>Home</nav><article><h1>Blaze at Calder Mill</h1>{body}</article></body></html>".encode()


class Clock:
    """The time of the desk; the test moves it."""

    def __init__(self) -> None:
        self.at = dt.datetime(2031, 5, 4, 12, tzinfo=dt.UTC)

    def __call__(self) -> dt.datetime:
        self.at += dt.timedelta(seconds=1)
        return self.at

    def pass_hours(self, hours: float) -> None:
        self.at += dt.timedelta(hours=hours)


@dataclass
class Outlet:
    """What an outlet's server answers, by path, and how often it was asked; unknown paths are 404."""

    answers: dict[str, bytes] = field(default_factory=dict)
    asked: Counter[str] = field(default_factory=Counter)
    headers: dict[str, dict[str, str]] = field(default_factory=dict)
    address: str = ""

    async def answer(self, path: str, headers: dict[str, str], writer: asyncio.StreamWriter) -> None:
        self.asked[path] += 1
        self.headers[path] = headers
        found = self.answers.get(path.partition("?")[0])
        etag = next((f for f in (found or b"").decode("latin-1").split("\r\n") if f.startswith("ETag: ")), "")
        if etag and headers.get("if-none-match") == etag.removeprefix("ETag: "):
            found = reply(b"", status="304 Not Modified")
        writer.write(found if found is not None else reply(b"", status="404 Not Found"))

    def publish(self, path: str, page: bytes, *headers: str, status: str = "200 OK", kind: str = "text/html") -> str:
        """Put a page at a path; its link."""
        self.answers[path] = reply(page, *headers, status=status, kind=kind)
        return self.address + path


@asynccontextmanager
async def open_outlet() -> AsyncIterator[Outlet]:
    """An outlet with no pages yet."""
    outlet = Outlet()
    async with serving(outlet.answer) as address:
        outlet.address = address
        yield outlet


def settings_for(tests: WebSettings | None = None) -> Settings:
    """Settings that let a desk ask loopback, at once and as often as it likes."""
    web = tests or WebSettings(allow_hosts=("127.0.0.1",), host_seconds=0, timeout_seconds=5)
    return Settings(web=web)


@asynccontextmanager
async def open_desk(path: Path | None, clock: Clock, settings: Settings | None = None) -> AsyncIterator[Desk]:
    """A desk that may ask loopback."""
    async with Desk.open(path, settings or settings_for(), "editor", clock) as desk:
        yield desk


async def load_story(desk: Desk, folder: Path, *, killed: str = "12", behaviour: str = "fixed") -> None:
    """The story of the fire, with one source that is no page."""
    place = folder / "mill"
    place.mkdir(exist_ok=True)
    (place / "story.toml").write_text(STORY.format(killed=killed, behaviour=behaviour), encoding="utf-8")
    assert not (await desk.load(place)).problems
