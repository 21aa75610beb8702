"""Drafts against the record in Discord: pasted, as a file, somebody's message."""

from __future__ import annotations

import pytest

from bot.chat.client import StetClient
from bot.config import Settings
from tests.chat.conftest import load_story, online
from tests.loopback.newsroom import Newsroom
from tests.loopback.server import Loopback

WRONG = "The fire at North Quay broke out on 4 March 2025. In the fire at North Quay 15 people were injured."


async def test_a_pasted_text_is_checked(client: StetClient, room: Newsroom) -> None:
    form = await room.person().command("check")
    reply = await form.submit(text=WRONG, published="2025-03-06")
    assert reply.private
    assert "15" in reply.text
    assert "12" in reply.text


async def test_what_was_said_of_a_text_before_its_form_is_kept(client: StetClient, room: Newsroom) -> None:
    form = await room.editor().command("add", title="Flames", origin="The Courier", story="harbour")
    await form.submit(text="Nothing is known yet.", outlet="The Herald")
    assert (await room.person().complete("show", "source", "flame")).choices == ["The Herald, source"]
    form = await room.person().command("check", origin="The Courier")
    told = (await form.submit(text=WRONG, outlet="The Gazette")).text
    assert "The Gazette derives from The Courier, so it was copied wrongly" in told


async def test_a_file_is_checked(client: StetClient, room: Newsroom, server: Loopback) -> None:
    reply = await room.person().command("check", file=server.file("draft.txt", WRONG.encode()))
    assert "15" in reply.text


async def test_a_file_in_the_form_is_checked(client: StetClient, room: Newsroom, server: Loopback) -> None:
    form = await room.person().command("check")
    reply = await form.submit(file=server.file("draft.md", WRONG.encode()))
    assert "15" in reply.text


async def test_a_message_is_checked_by_its_menu(client: StetClient, room: Newsroom) -> None:
    reply = await room.person().menu("Check against the record", WRONG)
    assert reply.private
    assert "15" in reply.text


@pytest.mark.parametrize(
    ("name", "content", "size", "told"),
    [
        ("a.bin", b"\0\1\2\3" * 50, None, "not text"),  # no text at all
        ("a.pdf", b"%PDF-1.7 ...", None, "PDF"),
        ("a.txt", b"   ", None, "empty"),
        ("a.txt", b"x", 50_000_000, "10 MB"),  # Discord announces more than is read
    ],
)
async def test_files_that_cannot_be_read_are_told(
    client: StetClient, room: Newsroom, server: Loopback, name: str, content: bytes, size: int | None, told: str
) -> None:
    reply = await room.person().command("check", file=server.file(name, content, size=size))
    assert reply.private
    assert told in reply.text


async def test_a_file_discord_no_longer_has(client: StetClient, room: Newsroom, server: Loopback) -> None:
    file = server.file("draft.txt", b"x")
    server.files.clear()
    reply = await room.person().command("check", file=file)
    assert "upload it again" in reply.text


async def test_an_empty_form_and_an_empty_message_are_told(client: StetClient, room: Newsroom) -> None:
    form = await room.person().command("check")
    assert "neither text nor a file" in (await form.submit(text=" ")).text
    assert "no text" in (await room.person().menu("Check against the record", "")).text


async def test_a_date_that_is_none_is_told(client: StetClient, room: Newsroom) -> None:
    form = await room.person().command("check")
    assert "2025-12-13" in (await form.submit(text=WRONG, published="yesterday")).text


async def test_two_people_fill_in_the_same_form_at_once(client: StetClient, room: Newsroom) -> None:
    one, two = room.person(), room.person()
    forms = [await one.command("check"), await two.command("check")]
    first = await forms[0].submit(text="In the fire at North Quay 15 people were injured.")
    second = await forms[1].submit(text="In the fire at North Quay 19 people were injured.")
    assert "15" in first.text
    assert "19" not in first.text
    assert "19" in second.text


async def test_a_form_opened_before_a_restart_is_not_lost(server: Loopback, room: Newsroom, settings: Settings) -> None:
    async with online(server, settings) as client:
        await load_story(client, room)
        form = await room.person().command("check")
    async with online(server, settings):
        assert "15" in (await form.submit(text=WRONG)).text


async def test_another_person_cannot_open_the_pages_of_a_draft(client: StetClient, room: Newsroom) -> None:
    form = await room.person().command("check")
    reply = await form.submit(text=WRONG + " Some 99 sailors watched.")
    other = await room.person().press(reply.shown, f"stet:checked:1:{_draft(reply.shown.buttons)}")
    assert "only editors" in other.text


async def test_a_dropped_draft_is_told(client: StetClient, room: Newsroom) -> None:
    person = room.person()
    reply = await person.command("help")
    assert "no longer kept" in (await person.press(reply.shown, "stet:checked:1:abc")).text


async def test_the_longest_text_a_form_takes(client: StetClient, room: Newsroom) -> None:
    form = await room.person().command("check")
    text = ("15 people were injured in the fire at North Quay. @everyone **x** " * 80)[:4000]
    reply = await form.submit(text=text, more=text)
    assert reply.private


def _draft(buttons: dict[str, str]) -> str:
    return next(one.rsplit(":", 1)[1] for one in buttons.values() if ":unlinked:" in one)
