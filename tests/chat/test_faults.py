"""What goes wrong between the desk, Discord and the people: always one private sentence, never a double answer."""

from __future__ import annotations

import io
import json
import logging
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.chat import visit
from bot.chat.client import StetClient
from bot.chat.logs import LineFormatter
from bot.config import Settings
from bot.store import open_store
from tests.chat.conftest import load_story, online
from tests.loopback.faults import Fault, too_many
from tests.loopback.newsroom import Newsroom, until
from tests.loopback.server import Loopback


@pytest.fixture
def lines() -> Iterator[io.StringIO]:
    """What the log holds."""
    stream = io.StringIO()
    sink = logging.StreamHandler(stream)
    sink.setFormatter(LineFormatter())
    logging.getLogger().addHandler(sink)
    yield stream
    logging.getLogger().removeHandler(sink)


async def test_a_bug_is_told_with_a_reference_that_is_in_the_log(
    client: StetClient, room: Newsroom, lines: io.StringIO
) -> None:
    client.newsrooms.path(room.id).unlink()
    await client.newsrooms.close()
    client.newsrooms.path(room.id).mkdir()  # where the record should be
    reply = await room.person().command("who", about="secret-draft-words")
    assert reply.private
    assert "cannot be opened" in reply.text
    assert "secret-draft-words" not in lines.getvalue()


@pytest.mark.parametrize("kind", ["command", "button"])
async def test_an_unforeseen_error_gives_a_reference(
    client: StetClient, room: Newsroom, lines: io.StringIO, kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    person = room.person()
    reply = await person.command("who", about="Jon Larsen")

    async def broken(*_: object) -> None:
        raise RuntimeError("broken")

    async with client.newsrooms.desk(room.id, "test") as desk:
        monkeypatch.setattr(type(desk), "ask", broken)
    failed = await (person.command("who", about="x") if kind == "command" else reply.click("Timeline"))
    assert failed.private
    reference = failed.text.split()[-1]
    assert reference in lines.getvalue()
    assert (await person.complete("who", "about", "x")).choices == []


async def test_a_slow_answer_is_announced_in_time(
    client: StetClient, room: Newsroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(visit, "PATIENCE", 0)
    reply = await room.person().command("who", about="Ilse Brandt")
    assert reply.answer.kind == 5
    assert "Ilse Brandt" in (await reply.final()).text
    assert reply.private


async def test_an_interaction_that_expired_is_only_logged(
    client: StetClient, room: Newsroom, server: Loopback, lines: io.StringIO
) -> None:
    server.faults.append(Fault("POST .*/callback", 404, {"code": 10062, "message": "Unknown interaction"}, times=2))
    await room.person().send(2, room.person()._typed("help", {}))
    await until(server, lambda: server.faults[0].times == 0)
    assert "What the desk can do" in (await room.person().command("help")).text  # and the desk goes on


async def test_an_answer_that_arrived_twice_is_given_once(client: StetClient, room: Newsroom, server: Loopback) -> None:
    server.faults.append(Fault("POST .*/callback", 502, after=True))
    reply = await room.person().command("who", about="Ilse Brandt")
    assert "Ilse Brandt" in reply.text
    assert reply.answer.followups == []


@pytest.mark.parametrize(
    "fault",
    [
        too_many("POST .*/callback"),  # Discord's own limit: waited for
        Fault("POST .*/callback", 503, {"message": "upstream"}),  # discord.py does not retry these
        too_many("POST .*/callback", via=False),  # Cloudflare's: raised at once
    ],
    ids=["429", "503", "429 without Via"],
)
async def test_a_hiccup_of_discord_does_not_lose_the_answer(
    client: StetClient, room: Newsroom, server: Loopback, fault: Fault
) -> None:
    server.faults.append(fault)
    reply = await room.person().command("help")
    assert reply.private
    assert "What the desk can do" in reply.text  # the answer itself, not a word on what went wrong


async def test_an_answer_discord_will_not_take_is_told_as_that(
    client: StetClient, room: Newsroom, server: Loopback
) -> None:
    server.faults.append(Fault("POST .*/callback", 400, {"code": 50035, "message": "Invalid Form Body"}))
    reply = await room.editor().command("record add name", kind="person", name="Mara Voss")
    assert "may be done" in reply.text
    assert "Mara Voss" in (await room.person().command("who", about="Mara Voss")).text


async def test_the_gateway_asks_to_reconnect(client: StetClient, room: Newsroom, server: Loopback) -> None:
    await server.gateway.reconnect()
    await server.gateway.live.wait()
    assert server.gateway.resumed == 1
    assert (await room.person().command("help")).private


async def test_the_session_is_void(client: StetClient, room: Newsroom, server: Loopback) -> None:
    await server.gateway.invalidate()
    await server.gateway.live.wait()
    assert server.gateway.identified == 2
    assert (await room.person().command("help")).private


async def test_the_socket_drops_and_what_was_sent_meanwhile_is_answered(
    client: StetClient, room: Newsroom, server: Loopback
) -> None:
    await server.gateway.drop()
    assert (await room.person().command("help")).private
    assert server.gateway.resumed == 1


async def test_buttons_outlive_other_messages_edits_and_many_cards(client: StetClient, room: Newsroom) -> None:
    person = room.person()
    kept = await person.command("who", about="Jon Larsen")
    for _ in range(3):
        other = await person.command("who", about="Ilse Brandt")
        await other.click("Share")
    assert "fire at North Quay" in (await kept.click("Timeline")).text


async def test_two_hundred_newsrooms_at_once(server: Loopback, settings: Settings, tmp_path: Path) -> None:
    rooms = [Newsroom(server) for _ in range(200)]
    async with await open_store(tmp_path / "empty.sqlite"):
        pass
    async with online(server, settings) as client:
        await load_story(client, rooms[0])
        for room in rooms[1:]:
            shutil.copyfile(tmp_path / "empty.sqlite", client.newsrooms.path(room.id))
        answers = [await one.person().send(2, one.person()._typed("who", {"about": "Ilse Brandt"})) for one in rooms]
        assert "Ilse Brandt" in (await answers[0].final()).text
        for answer in answers[1:]:
            assert "Nothing recorded" in (await answer.final()).text


def test_logs_hold_no_secrets() -> None:
    record = logging.makeLogRecord(
        {
            "name": "x",
            "msg": "POST https://d.example/api/v10/webhooks/12/aW50ZXJhY3Rpb246/messages",
            "levelname": "INFO",
        }
    )
    record.token = "MTA0.GxYz12.abcdefghijklmnopqrstuvwxyz0123456789"
    told = json.loads(LineFormatter().format(record))
    assert "aW50" not in told["message"]
    assert told["message"].endswith("/messages")
