"""How long one host is left alone between two requests that no person asked for."""

from __future__ import annotations

import pytest

from bot.config import WebSettings
from bot.errors import FetchFailed
from bot.web.fetch import Fetcher
from bot.web.robots import Polite
from tests.web.conftest import reply
from tests.web.pages import open_outlet


@pytest.mark.parametrize(
    ("rules", "least", "most"),
    [
        (b"", 1, 5),  # the newsroom's own limit
        (b"User-agent: *\nCrawl-delay: 9", 5, 9),  # the host asks for more
        (b"User-agent: *\nCrawl-delay: 1", 1, 5),  # the host asks for less
        (b"User-agent: *\nCrawl-delay: 9000", 9, 30),  # half a minute at most
    ],
)
async def test_a_host_is_asked_once_in_a_while(
    web_settings: WebSettings, rules: bytes, least: float, most: float
) -> None:
    waits: list[float] = []

    async def note(seconds: float) -> None:
        waits.append(seconds)

    async with open_outlet() as outlet, Fetcher(web_settings) as fetcher:
        outlet.publish("/robots.txt", rules, kind="text/plain")
        polite = Polite(fetcher, 5, sleep=note)
        for path in ("/a", "/b"):
            await polite.get(outlet.publish(path, b"<p>x</p>"))
    assert len(waits) == 2
    assert all(least < one <= most for one in waits)
    assert outlet.asked["/robots.txt"] == 1


async def test_a_host_whose_rules_cannot_be_had_is_not_asked(web_settings: WebSettings) -> None:
    async with open_outlet() as outlet, Fetcher(web_settings) as fetcher:
        outlet.answers["/robots.txt"] = reply(b"", status="503 Trouble")
        with pytest.raises(FetchFailed, match="has trouble"):
            await Polite(fetcher, 0).get(outlet.publish("/a", b"<p>x</p>"))
    assert outlet.asked["/a"] == 0


@pytest.mark.parametrize(
    ("status", "wait", "asked"),
    [
        ("429 Too Many", "Retry-After: 120", 0),  # it asks to be left alone
        ("503 Trouble", "Retry-After: 120", 0),
        ("503 Trouble", "X-Other: 120", 1),  # it does not say for how long
        ("404 Gone", "Retry-After: 120", 1),  # only this page is gone
    ],
)
async def test_a_host_that_asks_to_be_left_alone_is(
    web_settings: WebSettings, status: str, wait: str, asked: int
) -> None:
    async with open_outlet() as outlet, Fetcher(web_settings) as fetcher:
        polite = Polite(fetcher, 0)
        await polite.get(outlet.publish("/a", b"", wait, status=status))
        other = await polite.get(outlet.publish("/b", b"<p>x</p>"))
    assert outlet.asked["/b"] == asked
    if not asked:
        assert (other.status, other.link) == (int(status[:3]), f"{outlet.address}/b")
        assert other.retry_after is not None
        assert 60 < other.retry_after <= 120
