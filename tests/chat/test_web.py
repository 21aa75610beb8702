"""Links in Discord: checked, added, read again with an alert in the channel; feeds watched and listed."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import AsyncIterator

import pytest

from bot.chat.client import StetClient
from bot.config import Settings, WebSettings
from bot.desk.rereading import reread
from bot.desk.watching import poll
from tests.chat.conftest import load_story, online
from tests.loopback.newsroom import Newsroom, Person
from tests.loopback.server import Loopback
from tests.loopback.wire import ADMIN
from tests.web.pages import Outlet, open_outlet

WORDS = (
    "The fire at North Quay broke out on 4 March 2025. In the fire at North Quay {injured} people were injured, the "
    "harbour master said in a statement that was handed out to reporters in the evening of the same day.",
    "Cranes and two warehouses were damaged, and ships had to wait in the bay until the smoke had cleared at noon.",
    "The port will reopen when the inspectors have seen every building, which may take the better part of a week.",
)


def page(injured: str = "12") -> bytes:
    body = "".join(f"<p>{one}</p>" for one in WORDS).format(injured=injured)
    head = '<html lang="en"><head><title>Quay fire</title><meta property="og:site_name" content="Bay Times"></head>'
    return f"<!doctype html>{head}<body><article><h1>Quay fire</h1>{body}</article></body></html>".encode()


@pytest.fixture
async def outlet() -> AsyncIterator[Outlet]:
    async with open_outlet() as outlet:
        yield outlet


@pytest.fixture
async def client(server: Loopback, room: Newsroom, settings: Settings) -> AsyncIterator[StetClient]:
    """Connected, with the story loaded, and allowed to ask loopback."""
    web = WebSettings(allow_hosts=("127.0.0.1",), host_seconds=0)
    async with online(server, dataclasses.replace(settings, web=web)) as connected:
        await load_story(connected, room)
        yield connected


async def test_a_link_is_checked(client: StetClient, room: Newsroom, outlet: Outlet) -> None:
    reply = await room.person().command("check", url=outlet.publish("/fire", page("15")))
    assert reply.private
    assert "15" in reply.text


async def test_a_message_with_a_link_is_added_by_its_menu(client: StetClient, room: Newsroom, outlet: Outlet) -> None:
    link = outlet.publish("/fire", page())
    reply = await room.editor().menu("Add as source", f"Have you seen this? {link}")
    assert "Bay Times" in reply.text


async def test_a_link_that_is_no_article_is_told(client: StetClient, room: Newsroom, outlet: Outlet) -> None:
    reply = await room.editor().command("add", url=f"{outlet.address}/none")
    assert "there is no page" in reply.text
    reply = await room.person().command("check", url="http://169.254.169.254/latest")
    assert "not public" in reply.text


async def test_an_added_page_changes_and_the_alert_shows_both(
    client: StetClient, room: Newsroom, outlet: Outlet
) -> None:
    await room.person(1 << 5).command("desk setup", channel=room.desk)
    link = outlet.publish("/fire", page("12"))
    await room.editor().command("add", url=link)
    outlet.publish("/fire", page("15"))
    async with client.newsrooms.desk(room.id, "web") as desk:
        await reread(desk, [link])
    client.wake_poster(room.id)
    card = await room.card(lambda shown: "15" in shown.text)
    assert "12" in card.text
    assert "Bay Times" in card.text
    told = await room.person().command("sources", about="Bay Times")
    after = await told.click("Kept text")
    assert "version 2 of 2" in after.text
    before = await after.click("Version 1")
    assert "**12" in before.text
    assert "**\\[1\\]" in before.text
    assert before.text == (await room.person().command("show", source="Bay Times", version=1)).text
    assert (await room.person().command("show", source="Bay Times")).text == after.text


async def test_texts_that_are_not_kept_are_told(client: StetClient, room: Newsroom) -> None:
    assert "no text" in (await room.person().command("show", source="The Courier")).text
    assert "no source" in (await room.person().command("show", source="The Moon Times")).text
    suggested = await room.person().complete("show", "source", "cour")
    assert suggested.choices == ["The Courier, source"]


async def test_an_archived_copy_is_kept_and_shown(client: StetClient, room: Newsroom, outlet: Outlet) -> None:
    await room.editor().command("add", url=outlet.publish("/fire", page("12")))
    copy = "https://archive.example/2025/fire"
    told = await room.editor().command("record edit source", source="Bay Times", archive=copy)
    assert "archive.example" in told.text
    assert "archive.example" in (await room.person().command("show", source="Bay Times")).text
    refused = await room.editor().command("record edit source", source="Bay Times", archive="somewhere")
    assert "is not a link" in refused.text


async def with_waiting(client: StetClient, room: Newsroom, outlet: Outlet) -> Person:
    """An editor, and one claim that a feed has brought."""
    item = {"id": "1", "url": outlet.publish("/fire", page("15")), "title": "Quay fire"}
    listed = json.dumps({"version": "https://jsonfeed.org/version/1.1", "title": "Bay Times", "items": [item]})
    editor = room.editor()
    await editor.command("watch add", url=outlet.publish("/feed", listed.encode(), kind="application/json"))
    async with client.newsrooms.desk(room.id, "web") as desk:
        await poll(desk)
    return editor


async def test_what_a_feed_brings_waits_until_an_editor_decides(
    client: StetClient, room: Newsroom, outlet: Outlet
) -> None:
    editor = await with_waiting(client, room, outlet)
    assert "only editors" in (await room.person().command("proposed")).text
    assert "Bay Times" in (await editor.complete("proposed", "source", "bay")).choices[0]
    waiting = await editor.command("proposed", source="Bay Times")
    assert "12" in (await room.person().command("figure", about="people injured")).text.splitlines()[0]
    picked = next(iter(waiting.shown.options))
    one = await waiting.choose(picked)
    assert "[Bay Times](http" in one.text
    assert "people were injured, the harbour master said" in (await one.click("Kept text")).text
    assert "only editors" in (await one.click("Record it", by=room.person())).text
    assert "recorded" in (await one.click("Record it")).text
    assert "no longer waits" in (await waiting.choose(picked)).text  # settled meanwhile
    assert "/ “15”" in (await editor.command("discrepancies")).text


async def test_what_is_dropped_no_longer_waits(client: StetClient, room: Newsroom, outlet: Outlet) -> None:
    editor = await with_waiting(client, room, outlet)
    waiting = await editor.command("proposed")
    one = await waiting.choose(next(iter(waiting.shown.options)))
    assert "dropped" in (await one.click("Drop it")).text
    assert "0 claims wait" in (await editor.command("proposed")).text
    assert "12" in (await room.person().command("figure", about="people injured")).text.splitlines()[0]


async def test_what_waits_is_corrected_in_a_form_or_by_a_command(
    client: StetClient, room: Newsroom, outlet: Outlet
) -> None:
    editor = await with_waiting(client, room, outlet)
    waiting = await editor.command("proposed")
    one = await waiting.choose(next(iter(waiting.shown.options)))
    assert "only editors" in (await one.click("Correct it", by=room.person())).text
    form = await one.click("Correct it")
    assert "about" in (await form.submit(value="about 15")).text
    assert "no longer waits" in (await form.submit(value="about 16")).text  # sent again, or by somebody else
    assert "about 15" in (await room.person().command("figure", about="people injured")).text


async def test_what_waits_is_settled_by_commands(client: StetClient, room: Newsroom, outlet: Outlet) -> None:
    editor = await with_waiting(client, room, outlet)
    typed = await editor.complete("accept", "claim", "")
    assert typed.choices == (await editor.complete("drop", "claim", "injurd")).choices
    claim = typed.answer.data["choices"][0]["value"]
    assert "holds no count" in (await editor.command("accept", claim=claim, value="plenty")).text
    assert "recorded" in (await editor.command("accept", claim=claim, value="14")).text
    assert (await editor.complete("drop", "claim", "")).choices == []
    assert "no claim" in (await editor.command("drop", claim=claim, why="a slip")).text
    assert "/ “14”" in (await editor.command("discrepancies")).text


async def test_feeds_are_asked_and_sources_read_again_at_once(
    client: StetClient, room: Newsroom, outlet: Outlet
) -> None:
    editor, link = room.editor(), outlet.publish("/fire", page("12"))
    listed = json.dumps({"version": "https://jsonfeed.org/version/1.1", "items": [{"id": "1", "url": link}]})
    await editor.command("watch add", url=outlet.publish("/feed", listed.encode(), kind="application/json"))
    assert "1 new items" in (await editor.command("watch poll", feed="1")).text
    assert "0 changed" in (await editor.command("reread", source="Bay Times")).text
    outlet.publish("/fire", page("15"))
    assert "1 changed" in (await editor.command("reread", source="Bay Times")).text
    assert "no source" in (await editor.command("reread", source="The Moon Times")).text
    assert "no watched feed" in (await editor.command("watch poll", feed="9")).text
    assert "0 texts removed" in (await room.person(ADMIN).command("desk prune")).text


async def test_feeds_are_watched_listed_paused_and_removed(client: StetClient, room: Newsroom, outlet: Outlet) -> None:
    feed = outlet.publish("/feed", b'{"items": []}', kind="application/json")
    assert feed.removeprefix("http://") in (await room.editor().command("watch add", url=feed)).text
    outlet.publish("/feed", b"", status="500 Trouble")
    async with client.newsrooms.desk(room.id, "web") as desk:
        await poll(desk)
    assert "trouble" in (await room.editor().command("watch list")).text
    assert "trouble" in (await room.person(1 << 5).command("desk status")).text
    assert "/feed" in (await room.editor().complete("watch pause", "feed", "fee")).choices[0]
    assert "paused" in (await room.editor().command("watch pause", feed="1")).text
    assert "paused" not in (await room.editor().command("watch resume", feed="1")).text
    assert "no longer" in (await room.editor().command("watch remove", feed="1")).text
    assert "no feed is watched" in (await room.editor().command("watch list")).text
