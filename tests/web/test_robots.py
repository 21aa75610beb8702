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
