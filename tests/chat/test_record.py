"""The record edited from Discord: every subcommand of /record, its suggestions, and who may use it."""

from __future__ import annotations

import pytest

from bot.chat.client import StetClient
from tests.loopback.newsroom import Newsroom, Reply
from tests.loopback.server import Loopback
from tests.loopback.wire import Json

LONGEST_COMMAND = 8000  # characters of names, descriptions and values Discord takes for one command


async def value_of(reply: Reply, word: str) -> str:
    """The value of the first suggestion that speaks of the word."""
    found: list[Json] = reply.answer.data["choices"]
    return next(str(one["value"]) for one in found if word in one["name"])


async def test_a_contradicting_claim_is_told_and_posted_once(client: StetClient, room: Newsroom) -> None:
    editor = room.editor()
    await room.person(1 << 5).command("desk setup", channel=room.desk)
    given = {"fact": "people injured", "value": "15", "source": "The Echo", "claimant": "police", "quote": "15 hurt"}
    reply = await editor.command("record claim", **given)
    assert reply.private
    assert "discrepancy 1" in reply.text
    card = await room.card(lambda one: "15" in one.text)
    assert "people injured" in card.text
    assert "recorded with that value already" in (await editor.command("record claim", **given)).text
    assert sum("Recorded right" in one.buttons for one in room.cards()) == 1


async def test_a_person_is_added_named_and_edited(client: StetClient, room: Newsroom) -> None:
    editor = room.editor()
    added = await editor.command("record add name", kind="person", name="Mara Voss", role="diver")
    assert "added: Mara Voss" in added.text
    await editor.command("record alias", entity="Mara Voss", name="Maria Voss", kind="misspelling", source="The Echo")
    assert "Mara Voss" in (await room.person().command("who", about="Maria Voss")).text.splitlines()[0]
    assert "now chief diver" in (await editor.command("record edit name", entity="Mara Voss", role="chief diver")).text
    assert "no longer" in (await editor.command("record unalias", entity="Mara Voss", name="Maria Voss")).text


async def test_a_story_with_fact_source_and_claim_is_told_in_chat(client: StetClient, room: Newsroom) -> None:
    editor = room.editor()
    await editor.command("record add story", title="The strike", language="en")
    for path, given in (
        ("record add name", {"kind": "event", "name": "The walkout", "date": "May 2025", "story": "the-strike"}),
        ("record add fact", {"of": "The walkout", "property": "workers out", "kind": "count", "unit": "workers"}),
        ("record add source", {"outlet": "The Gull", "title": "Docks silent", "story": "the-strike"}),
        ("record edit fact", {"fact": "workers out", "behaviour": "cumulative"}),
        ("record edit source", {"source": "The Gull", "origin": "AP"}),
        ("record claim", {"fact": "workers out", "value": "over 300", "source": "The Gull"}),
    ):
        reply = await editor.command(path, **given)
        assert ":" in reply.text.splitlines()[0], reply.text
    assert "over 300" in (await room.person().command("figure", about="workers out")).text


async def test_a_claim_is_found_set_right_and_retracted(client: StetClient, room: Newsroom) -> None:
    editor = room.editor()
    found = await value_of(await editor.complete("record edit claim", "claim", "people injured"), "Courier")
    changed = await editor.command("record edit claim", claim=found, locator="paragraph 2")
    assert "paragraph 2" in changed.text
    listed = await editor.command("record claims", about="people injured")
    assert "The Courier" in listed.text
    assert "retracted" in (await editor.command("record retract", claim=found, why="a parody")).text
    assert "The Courier" not in (await editor.command("record claims", about="people injured")).text


async def test_a_source_is_taken_back(client: StetClient, room: Newsroom) -> None:
    found = await value_of(await room.editor().complete("retract", "source", "cour"), "Courier")
    assert "only editors" in (await room.person().command("retract", source=found, why="a parody")).text
    assert "is retracted" in (await room.editor().command("retract", source=found, why="a parody")).text
    assert "The Courier" not in (await room.person().command("figure", about="people injured")).text


async def test_names_are_merged_split_and_kept_apart(client: StetClient, room: Newsroom) -> None:
    editor = room.editor()
    await editor.command("record add name", kind="person", name="Ilse Braandt")
    assert "ilse-braandt" in (await editor.command("record same")).text
    merged = await editor.command("record merge", gone="ilse-braandt", kept="ilse-brandt", why="one harbour master")
    assert "Ilse Braandt is Ilse Brandt" in merged.text
    assert "Ilse Brandt" in (await room.person().command("who", about="Ilse Braandt")).text.splitlines()[0]
    assert "two again" in (await editor.command("record split", entity="ilse-brandt", why="two")).text
    pair = {"one": "ilse-braandt", "other": "ilse-brandt", "why": "sisters"}
    assert "kept apart" in (await editor.command("record apart", **pair)).text
    assert "ilse-braandt" not in (await editor.command("record same")).text
    assert "no longer kept apart" in (await editor.command("record apart", **pair, undo=True)).text


@pytest.mark.parametrize(
    ("path", "option", "typed", "told"),
    [
        ("record edit name", "entity", "ilse", "Ilse Brandt, person"),  # a person
        ("record edit fact", "fact", "injured", "people injured"),  # a fact
        ("record edit source", "source", "cour", "The Courier"),  # a source
        ("record add name", "story", "harb", "harbour"),  # a story
        ("record retract", "claim", "injured", "12 · people injured"),  # a claim
        ("record retract", "claim", "", "·"),  # nothing typed yet
        ("record merge", "kept", "larsen", "Larsen"),  # the other half of a pair
    ],
)
async def test_suggestions_say_what_they_are(
    client: StetClient, room: Newsroom, path: str, option: str, typed: str, told: str
) -> None:
    reply = await room.editor().complete(path, option, typed)
    assert any(told in one for one in reply.choices), reply.choices


@pytest.mark.parametrize("typed", ["", "x" * 6000, "\u202e", "%_'\"", "🔥", "· ·"])
async def test_suggestions_never_fail(client: StetClient, room: Newsroom, typed: str) -> None:
    for path, option in (("record edit name", "entity"), ("record claim", "fact"), ("record retract", "claim")):
        assert len((await room.editor().complete(path, option, typed)).choices) <= 25


@pytest.mark.parametrize(
    ("path", "given", "told"),
    [
        ("record add name", {"kind": "person", "name": "🔥"}, "no letter"),  # no name
        ("record add name", {"kind": "person", "name": "Ilse Brandt"}, "ilse-brandt"),  # there already
        ("record edit name", {"entity": "Larsen", "role": "x"}, "jon-larsen"),  # may be two
        ("record claim", {"fact": "people injured", "value": "@everyone **", "source": "echo"}, "number"),  # no value
        ("record retract", {"claim": "ffff", "why": "x"}, "no claim"),  # a deleted or unknown claim
        ("record merge", {"gone": "quay", "kept": "Ilse Brandt", "why": "x"}, "not of one kind"),  # unlike things
    ],
)
async def test_what_cannot_be_done_is_told_privately(
    client: StetClient, room: Newsroom, path: str, given: dict[str, str], told: str
) -> None:
    reply = await room.editor().command(path, **given)
    assert reply.private
    assert told in reply.text


async def test_only_editors_may(client: StetClient, room: Newsroom) -> None:
    reply = await room.person().command("record add name", kind="person", name="Mara Voss")
    assert reply.private
    assert "only editors" in reply.text


async def test_the_command_is_as_short_as_discord_wants(client: StetClient, server: Loopback) -> None:
    def length(one: Json) -> int:
        own = sum(len(str(one.get(key, ""))) for key in ("name", "description", "value"))
        return own + sum(map(length, [*(one.get("options") or []), *(one.get("choices") or [])]))

    assert length(next(one for one in server.commands if one["name"] == "record")) <= LONGEST_COMMAND * 0.75
