"""The machine at work in Discord: what is read in a text, and two values compared."""

from __future__ import annotations

import pytest

from bot.chat.client import StetClient
from tests.loopback.newsroom import Newsroom
from tests.loopback.server import Loopback

TEXT = "“We saw it burn,” said Ilse Brandt on 4 March 2025. More than 430 people fled."


@pytest.mark.parametrize(
    ("kind", "one", "other", "told"),
    [
        ("figure", "more than 430", "430", "hedge"),
        ("figure", "52", "51", "contradicts"),
        ("name", "John Coale", "John Cole", "variant"),
        ("date", "13 December", "December 13, 2025", "agrees"),
        ("figure", "12 ** @everyone", "the harbour", "no figure was found"),
    ],
)
async def test_two_values_are_compared(
    client: StetClient, room: Newsroom, kind: str, one: str, other: str, told: str
) -> None:
    reply = await room.person().command("compare", kind=kind, one=one, other=other)
    assert reply.private
    assert told in reply.text
    shared = await reply.click("Share")
    assert not shared.private
    assert shared.text == reply.text


async def test_what_is_read_in_a_text_is_shown(client: StetClient, room: Newsroom, server: Loopback) -> None:
    reader = room.person()
    typed = await reader.command("read", text=TEXT, published="2025-03-06")
    for part in ("430", "more than", "2025-03-04", "Ilse Brandt", "We saw it burn"):
        assert part in typed.text
    pasted = await (await reader.command("read", published="2025-03-06")).submit(text=TEXT)
    assert pasted.text == typed.text
    assert (await reader.command("read", file=server.file("note.txt", TEXT.encode()))).text == typed.text
    assert typed.private


async def test_a_long_text_is_read_page_by_page(client: StetClient, room: Newsroom) -> None:
    text = "\n".join(f"{number} people fled on day {number}." for number in range(100, 400))
    reply = await room.person().command("read", text=text[:6000])
    first = reply.text
    after = await reply.click("Next")
    assert after.text != first
    assert (await after.click("Previous")).text == first


async def test_a_day_that_is_none_is_told(client: StetClient, room: Newsroom) -> None:
    assert "no date" in (await room.person().command("read", text=TEXT, published="soonish")).text
    told = await room.person().command("compare", kind="date", one="Monday", other="Tuesday", published="soonish")
    assert "no date" in told.text
