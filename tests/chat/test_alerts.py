"""Alerts in the channel: one card a discrepancy, settled where it stands, however Discord fails."""

from __future__ import annotations

import dataclasses
import datetime as dt

import pytest

from bot.chat.client import StetClient
from bot.chat.poster import is_quiet, next_hour
from bot.config import Settings
from bot.desk.newsroom import Newsroom as Settled
from bot.desk.newsroom import get_newsroom, set_newsroom
from tests.chat.conftest import load_story, online
from tests.loopback.faults import Fault, too_many
from tests.loopback.newsroom import Newsroom, Reply, Shown, until
from tests.loopback.server import Loopback
from tests.loopback.wire import ADMIN

WRONG = "The fire at North Quay broke out on 4 March 2025. In the fire at North Quay 15 people were injured."
NOON = dt.datetime(2026, 1, 5, 12, tzinfo=dt.UTC)


async def set_channel(client: StetClient, room: Newsroom, **other: object) -> None:
    async with client.newsrooms.desk(room.id, "test") as desk:
        given = {"alert_channel": room.desk, "digest_hour": None, **other}
        changed = dataclasses.replace(await get_newsroom(desk), **given)  # type: ignore[arg-type]
        await set_newsroom(desk, changed)


async def add(room: Newsroom, text: str = WRONG, outlet: str = "The Gazette") -> Reply:
    form = await room.editor().command("add")
    return await form.submit(text=text, outlet=outlet, published="2025-03-06")


async def alerted(client: StetClient, room: Newsroom) -> Shown:
    await set_channel(client, room)
    await add(room)
    return await room.card()


async def test_the_whole_of_a_discrepancys_life(client: StetClient, room: Newsroom) -> None:
    """Ask, add a contradicting source, receive the alert, discuss, judge, ask again (design.md, section 6)."""
    reader, editor = room.person(), room.editor()
    assert "12" in (await reader.command("figure", about="people injured")).text.splitlines()[0]
    card = await alerted(client, room)
    for told in ("people injured", "12", "15", "The Gazette", "The Courier"):
        assert told in card.text
    talk = await editor.click(card, "Discuss")
    assert room.server.threads[0]["type"] == 11
    assert room.server.threads[0]["id"] in talk.text
    form = await editor.click(card, "New right")
    await form.submit(why="the hospital counts 15")
    await until(room.server, lambda: "the hospital counts 15" in card.text)
    assert str(editor.id) in card.text
    assert "15" in (await reader.command("figure", about="people injured")).text.splitlines()[0]
    assert len(room.cards()) == 1


async def test_a_judgement_is_taken_back_from_the_card(client: StetClient, room: Newsroom) -> None:
    card = await alerted(client, room)
    editor = room.editor()
    await (await editor.click(card, "Recorded right")).submit(why="a slip")
    await until(room.server, lambda: "Undo" in card.buttons)
    await (await editor.click(card, "Undo")).submit(why="it was no slip")
    await until(room.server, lambda: "Recorded right" in card.buttons)


@pytest.mark.parametrize("label", ["Recorded right", "New right", "Two events", "More ...", "Snooze", "Discuss"])
async def test_readers_cannot_press_an_alerts_buttons(client: StetClient, room: Newsroom, label: str) -> None:
    card = await alerted(client, room)
    reply = await room.person().click(card, label)
    assert reply.private
    assert "only editors" in reply.text


async def test_every_ruling_is_there_and_its_form_opens(client: StetClient, room: Newsroom) -> None:
    card = await alerted(client, room)
    more = await room.editor().click(card, "More ...")
    assert len(more.shown.options) == 12
    for name in more.shown.options:
        form = await more.choose(name)
        assert form.modal["components"]


async def test_a_snooze_puts_it_away(client: StetClient, room: Newsroom) -> None:
    card = await alerted(client, room)
    asked = await room.editor().click(card, "Snooze")
    put = await asked.choose("1 week")
    assert "put away until" in put.text
    await until(room.server, lambda: "put away until" in card.text)


async def test_later_sources_edit_the_same_card(client: StetClient, room: Newsroom) -> None:
    card = await alerted(client, room)
    await add(room, WRONG + " The harbour was closed.", "The Tribune")
    await until(room.server, lambda: "The Tribune" in card.text)
    assert len(room.cards()) == 1


async def test_every_button_has_a_slash_twin(client: StetClient, room: Newsroom) -> None:
    await alerted(client, room)
    editor = room.editor()
    assert "people injured" in (await editor.command("discrepancies")).text
    number = (await editor.complete("discrepancies", "number", "injured")).answer.data["choices"][0]["value"]
    assert "15" in (await editor.command("discrepancies", number=number)).text
    assert "rule" in (await editor.command("why", number=number)).text
    assert (await editor.command("discuss", number=number)).private
    judged = await editor.command("judge", number=number, ruling="recorded right", why="a slip")
    assert "recorded right" in judged.text
    undone = await editor.command("undo", number=number, why="no slip")
    assert "open" in undone.text
    assert "a slip" in (await editor.command("history", about=number)).text
    assert "put away" in (await editor.command("snooze", number=number, until="2030-01-01")).text


async def test_discrepancies_of_a_story_a_person_or_an_age_are_listed(client: StetClient, room: Newsroom) -> None:
    await alerted(client, room)
    await add(room, "In the fire at North Quay about 14 people were injured.", "The Herald")
    editor = room.editor()
    for wanted in ({"story": "harbour"}, {"person": "Jon Larsen"}, {"person": "fire at North Quay"}, {"age": 0}):
        assert "people injured" in (await editor.command("discrepancies", **wanted)).text, wanted
    for other in ({"person": "Ilse Brandt"}, {"age": 2}):
        assert "people injured" not in (await editor.command("discrepancies", **other)).text, other
    assert "no story" in (await editor.command("discrepancies", story="mars")).text
    shown = await editor.command("discrepancies", story="harbour", level="alert")
    assert "15" in (await shown.choose(next(iter(shown.shown.options)))).text


async def test_the_digest_lists_notes_and_the_alerts_what_was_posted(client: StetClient, room: Newsroom) -> None:
    editor = room.editor()
    assert "no alert yet" in (await editor.command("alerts")).text
    await alerted(client, room)
    assert "15" not in (await editor.command("digest")).text
    await add(room, "In the fire at North Quay more than 12 people were injured.", "The Herald")
    assert "more than 12" in (await editor.command("digest", story="harbour")).text
    assert "people injured" in (await editor.command("alerts")).text
    assert "only editors" in (await room.person().command("alerts")).text


@pytest.mark.parametrize("typed", ["x", "99999", "-1", "", "1; DROP TABLE"])
async def test_a_number_that_is_none_is_told(client: StetClient, room: Newsroom, typed: str) -> None:
    reply = await room.editor().command("judge", number=typed, ruling="new right", why="x")
    assert (await reply.final()).private


async def test_two_editors_judge_the_same_card(client: StetClient, room: Newsroom) -> None:
    card = await alerted(client, room)
    first, second = await room.editor().click(card, "New right"), await room.editor().click(card, "Recorded right")
    await first.submit(why="one")
    await until(room.server, lambda: "Undo" in card.buttons)
    told = await second.submit(why="two")
    assert "two" not in card.text
    assert told.private


@pytest.mark.parametrize(
    "fault",
    [
        Fault("POST /api/v10/channels/.*/messages", 502, after=True),  # stored, and the answer lost
        too_many("POST /api/v10/channels/.*/messages"),
    ],
    ids=["502 after storing", "429"],
)
async def test_a_hiccup_neither_loses_nor_doubles_an_alert(
    client: StetClient, room: Newsroom, server: Loopback, fault: Fault
) -> None:
    await set_channel(client, room)
    server.faults.append(fault)
    await add(room)
    await room.card()
    client.wake_poster(room.id)
    await client.poster.deliver(room.id)
    assert len(room.cards()) == 1


@pytest.mark.parametrize(
    "fault",
    [
        Fault("POST /api/v10/channels/.*/messages", 503),
        too_many("POST /api/v10/channels/.*/messages", via=False),
        Fault("POST /api/v10/channels/.*/messages", drop=True),
    ],
    ids=["503", "429 without Via", "connection lost"],
)
async def test_a_failed_alert_waits_and_status_says_why(
    client: StetClient, room: Newsroom, server: Loopback, fault: Fault
) -> None:
    await set_channel(client, room)
    server.faults.append(fault)
    await add(room)
    await until(server, lambda: fault.times == 0)
    await client.poster.settle()
    status = await room.person(ADMIN).command("desk status")
    assert "1 alerts wait" in status.text
    await _later(client, room)
    assert len(room.cards()) == 1


async def _later(client: StetClient, room: Newsroom) -> None:
    """An hour passes for the outbox."""
    real = client.newsrooms.now
    client.newsrooms.now = lambda: real() + dt.timedelta(hours=1)
    async with client.newsrooms.desk(room.id, "test") as desk:
        ahead = desk.now() + dt.timedelta(hours=1)
    await client.newsrooms.close()
    client.poster.now = lambda: ahead
    await client.poster.deliver(room.id)


async def test_a_lost_permission_is_told(client: StetClient, room: Newsroom, server: Loopback) -> None:
    await set_channel(client, room)
    server.denied.add(room.desk)
    await add(room)
    await client.poster.deliver(room.id)
    assert "may not post" in str(client.waiting_reason(room.id))
    assert room.cards() == []


async def test_a_deleted_channel_is_told_and_another_takes_its_place(
    client: StetClient, room: Newsroom, server: Loopback
) -> None:
    await set_channel(client, room)
    gone = server.channels.pop(room.desk)
    await add(room)
    await client.poster.deliver(room.id)
    status = await room.person(ADMIN, locale="es-ES").command("desk status")
    assert "el canal de alertas ya no existe" in status.text
    server.channels[room.desk] = gone
    await room.person(ADMIN).command("desk setup", channel=room.other)
    await client.poster.deliver(room.id)
    await client.poster.settle()
    await _later(client, room)
    assert len(room.cards(room.other)) == 2  # the test card and the alert


async def test_quiet_hours_keep_alerts_until_they_are_over(client: StetClient, room: Newsroom) -> None:
    await set_channel(client, room, quiet_from=12, quiet_to=13)
    client.poster.now = lambda: NOON
    await add(room)
    await client.poster.deliver(room.id)
    assert room.cards() == []
    assert "quiet hours" in (await room.person(ADMIN).command("desk status")).text
    client.poster.now = lambda: NOON + dt.timedelta(hours=1)
    await client.poster.deliver(room.id)
    assert len(room.cards()) == 1


async def test_notes_come_in_one_digest_a_day_at_its_hour(client: StetClient, room: Newsroom) -> None:
    await set_channel(client, room)
    await add(room, WRONG.replace("15 people", "more than 12 people"))
    await set_channel(client, room, digest_hour=13)
    noon = dt.datetime.combine(dt.datetime.now(dt.UTC) + dt.timedelta(days=1), dt.time(12), dt.UTC)
    for hours, digests in ((0, 0), (1, 1), (2, 1), (25, 1)):  # before it, at it, later that day, a day without news
        client.poster.now = lambda hours=hours: noon + dt.timedelta(hours=hours)  # type: ignore[misc]
        await client.poster.deliver(room.id)
        assert len(room.cards()) == digests, hours
    assert "more than 12" in room.cards()[0].text


async def test_cards_and_digests_that_are_refused_are_not_asked_for_again_and_again(
    client: StetClient, room: Newsroom, server: Loopback
) -> None:
    card = await alerted(client, room)
    await client.poster.settle()
    server.denied.add(room.desk)
    await room.editor().command("judge", number="1", ruling="recorded right", why="a slip")
    edits = f"PATCH /channels/{room.desk}"
    await until(server, lambda: any(one.startswith(edits) for one in server.requests))
    await client.poster.settle()
    before = list(server.requests)
    for _ in range(4):
        await client.poster.deliver(room.id)
    assert server.requests == before
    server.denied.clear()
    real = client.poster.now
    client.poster.now = lambda: real() + dt.timedelta(hours=1)
    await client.poster.deliver(room.id)
    assert "a slip" in card.text


async def test_a_reopened_discrepancy_is_posted_anew_and_says_why(client: StetClient, room: Newsroom) -> None:
    card = await alerted(client, room)
    await (await room.editor().click(card, "Recorded right")).submit(why="a slip")
    await until(room.server, lambda: "Undo" in card.buttons)
    await add(room, WRONG + " The harbour was closed, the mayor said.", "The Tribune")
    again = await room.card(lambda shown: shown.id != card.id)
    assert "The Tribune" in again.text
    assert "reopened" in again.text


async def test_alerts_of_a_story_go_to_its_own_channel(client: StetClient, room: Newsroom) -> None:
    await set_channel(client, room)
    admin = room.person(ADMIN)
    told = await admin.command("desk setup", channel=room.other, story="harbour")
    assert "#other" in told.text
    await add(room)
    await room.card(lambda shown: "15" in shown.text, room.other)
    assert room.cards() == []
    assert "#other" not in (await admin.command("desk setup", story="harbour")).text


async def test_one_broken_record_does_not_keep_the_others_waiting(
    client: StetClient, room: Newsroom, server: Loopback
) -> None:
    broken = Newsroom(server)
    await broken.arrive()
    client.newsrooms.path(broken.id).write_text("no database")
    client.wake_poster(broken.id)
    await set_channel(client, room)
    await add(room)
    client.wake_poster(broken.id)
    assert "15" in (await room.card()).text


async def test_an_old_button_of_a_forgotten_record_is_answered(client: StetClient, room: Newsroom) -> None:
    card = await alerted(client, room)
    await (await room.person(ADMIN).command("desk forget")).click("Delete it all")
    for label in ("New right", "More ...", "Snooze"):
        reply = await room.editor().click(card, label)
        assert reply.private


async def test_a_deleted_card_is_not_posted_again_until_it_reopens(client: StetClient, room: Newsroom) -> None:
    card = await alerted(client, room)
    del room.server.messages[card.id]
    await add(room, WRONG + " The harbour was closed.", "The Tribune")
    await client.poster.deliver(room.id)
    assert room.cards() == []


async def test_without_a_channel_alerts_wait(client: StetClient, room: Newsroom) -> None:
    await add(room)
    await client.poster.deliver(room.id)
    assert "no alert channel" in (await room.person(ADMIN).command("desk status")).text
    await set_channel(client, room)
    await client.poster.deliver(room.id)
    assert len(room.cards()) == 1


async def test_a_crash_between_sending_and_noting_does_not_double(
    server: Loopback, room: Newsroom, settings: Settings
) -> None:
    async with online(server, settings) as client:
        await load_story(client, room)
        await alerted(client, room)
        async with client.newsrooms.desk(room.id, "test") as desk, desk.store.transaction() as tx:
            await tx.run("UPDATE delivery SET state = 'claimed', message = NULL, delivered_at = NULL")
            await tx.run("DELETE FROM card")
    server.nonces.clear()  # Discord remembers a nonce for minutes only
    async with online(server, settings) as client:
        await client.poster.deliver(room.id)
        await client.poster.deliver(room.id)
        assert len(room.cards()) == 1
        assert (await room.editor().click(room.cards()[0], "Discuss")).answer.kind in (4, 5)


async def test_the_role_is_mentioned_only_if_the_newsroom_wants_it(client: StetClient, room: Newsroom) -> None:
    await set_channel(client, room, ping_role=room.editors)
    await add(room)
    assert f"<@&{room.editors}>" in (await room.card()).text


async def test_nobody_is_mentioned_unless_asked_for(client: StetClient, room: Newsroom) -> None:
    assert "<@&" not in (await alerted(client, room)).text


async def test_a_message_is_added_by_its_menu(client: StetClient, room: Newsroom) -> None:
    reply = await room.editor().menu("Add as source", WRONG)
    assert "recorded" in reply.text
    assert "only editors" in (await room.person().menu("Add as source", WRONG)).text


async def test_adding_the_same_text_again_changes_nothing(client: StetClient, room: Newsroom) -> None:
    await add(room)
    assert "nothing changed" in (await add(room)).text


@pytest.mark.parametrize(
    ("hours", "zone", "quiet"),
    [
        ((None, None), "UTC", False),
        ((12, 13), "UTC", True),
        ((13, 12), "UTC", False),  # over midnight, all but this hour
        ((22, 6), "UTC", False),
        ((22, 6), "Asia/Tokyo", False),  # 21:00 there
        ((21, 6), "Asia/Tokyo", True),
        ((5, 5), "UTC", False),  # the same hour twice = never
    ],
)
def test_quiet_hours(hours: tuple[int | None, int | None], zone: str, quiet: bool) -> None:
    assert is_quiet(NOON, Settled(quiet_from=hours[0], quiet_to=hours[1], zone=zone)) is quiet


def test_next_hour() -> None:
    room = Settled(zone="Asia/Tokyo")
    assert next_hour(NOON, room, 9) == dt.datetime(2026, 1, 6, 0, tzinfo=dt.UTC)
    assert next_hour(NOON, room, 22) == dt.datetime(2026, 1, 5, 13, tzinfo=dt.UTC)
