"""Questions asked in Discord, end to end: the real client, a loopback Discord, a real record."""

from __future__ import annotations

import pytest

from bot.chat.client import StetClient
from bot.config import Settings
from tests.chat.conftest import load_story, online
from tests.loopback.newsroom import Newsroom, until
from tests.loopback.server import Loopback
from tests.loopback.wire import EDITOR


@pytest.mark.parametrize(
    ("verb", "about", "first"),
    [
        ("who", "Ilse Brandt", "Ilse Brandt"),  # as the record spells it
        ("who", "ilse brant", "Ilse Brandt"),  # with a typing error
        ("when", "fire at North Quay", "4 March 2025"),
        ("figure", "people injured", "12"),
        ("sources", "people injured", "people injured"),
        ("timeline", "", ""),
        ("find", "injured", "injured"),
    ],
)
async def test_a_question_is_answered_privately(
    client: StetClient, room: Newsroom, verb: str, about: str, first: str
) -> None:
    reply = await room.person().command(verb, about=about)
    assert reply.private
    assert first in reply.text.splitlines()[0]


async def test_several_matches_are_offered_as_a_select(client: StetClient, room: Newsroom) -> None:
    reply = await room.person().command("who", about="Larsen")
    assert {"Jon Larsen", "Jan Larsen"} <= set(reply.shown.options)
    assert "Jan Larsen" in (await reply.choose("Jan Larsen")).text.splitlines()[0]


async def test_nothing_found_names_the_nearest(client: StetClient, room: Newsroom) -> None:
    reply = await room.person().command("who", about="Qwertz Uiop")
    assert reply.private
    assert "Qwertz Uiop" in reply.text
    nearest = await room.person().command("who", about="Ilse Hansen")
    assert "Ilse Brandt" in nearest.shown.options
    assert "harbour master" in (await nearest.choose("Ilse Brandt")).text


async def test_a_quote_is_told_with_its_speaker(client: StetClient, room: Newsroom) -> None:
    editor = room.editor()
    await editor.command("record add fact", of="fire at North Quay", property="first words", kind="quote")
    words = "we saw the flames from the bridge"
    given = {"fact": "first words", "value": words, "source": "The Echo", "claimant": "jon-larsen", "quote": words}
    assert "added" in (await editor.command("record claim", **given)).text
    told = (await room.person().command("quote", about="flames from the bridge")).text
    assert words in told.splitlines()[0]
    assert "Jon Larsen" in told
    assert "[The Echo](https://echo.example/ablaze)" in told


@pytest.mark.parametrize("typed", ["ils", "BRANDT", "", "x" * 6000, "\u202e", "%_'\"", "🔥"])
async def test_suggestions_never_fail(client: StetClient, room: Newsroom, typed: str) -> None:
    reply = await room.person().complete("who", "about", typed)
    assert len(reply.choices) <= 25


async def test_suggestions_tell_what_they_are(client: StetClient, room: Newsroom) -> None:
    reply = await room.person().complete("who", "about", "ilse")
    assert reply.choices[0].startswith("Ilse Brandt, person")


async def test_share_makes_a_public_card_that_its_asker_can_remove(client: StetClient, room: Newsroom) -> None:
    asker, other = room.person(), room.person()
    private = await asker.command("who", about="Ilse Brandt")
    public = await private.click("Share")
    assert not public.private
    assert "Ilse Brandt" in public.text
    refused = await public.click("Remove", by=other)
    assert refused.private
    assert "only editors" in refused.text
    await public.click("Remove", by=asker)
    await until(room.server, lambda: public.shown.gone)


async def test_buttons_lead_on(client: StetClient, room: Newsroom) -> None:
    reply = await room.person().command("who", about="Jon Larsen")
    assert "fire at North Quay" in (await reply.click("Timeline")).text


async def test_buttons_work_after_a_restart(server: Loopback, room: Newsroom, settings: Settings) -> None:
    person = room.person()
    async with online(server, settings) as client:
        await load_story(client, room)
        reply = await person.command("who", about="Ilse Brandt")
    async with online(server, settings):
        public = await reply.click("Share")
        assert "Ilse Brandt" in public.text
        assert not public.private


async def test_a_shared_card_is_removed_after_a_restart(server: Loopback, room: Newsroom, settings: Settings) -> None:
    person = room.person()
    async with online(server, settings) as client:
        await load_story(client, room)
        public = await (await person.command("who", about="Ilse Brandt")).click("Share")
    async with online(server, settings):
        await public.click("Remove")
        await until(server, lambda: public.shown.gone)


async def test_newsrooms_do_not_see_each_other(client: StetClient, server: Loopback, room: Newsroom) -> None:
    other = Newsroom(server)
    await other.arrive()
    reply = await other.person().command("who", about="Ilse Brandt")
    assert "Nothing recorded" in reply.text


@pytest.mark.parametrize("about", ["@everyone", "<@123>", "**x**", "[a](http://b)", "שלום", "\u202eabc", "🔥" * 200])
async def test_strange_words_come_back_harmless(client: StetClient, room: Newsroom, about: str) -> None:
    reply = await room.person().command("find", about=about)
    assert reply.private
    assert "@everyone" not in reply.text


async def test_a_button_of_another_version_is_answered(client: StetClient, room: Newsroom) -> None:
    person = room.person()
    reply = await person.command("help")
    for custom_id in ("old-button", "stet:gone:1:x", "stet:who"):
        pressed = await person.press(reply.shown, custom_id)
        assert "another version" in pressed.text


async def test_a_command_that_is_no_more_is_answered(client: StetClient, room: Newsroom) -> None:
    reply = await room.person().ask(2, {"id": "1", "name": "vanished", "type": 1, "options": []})
    assert "has changed" in reply.text
    suggestion = await room.person().ask(
        4,
        {"id": "1", "name": "vanished", "type": 1, "options": [{"name": "x", "type": 3, "value": "", "focused": True}]},
    )
    assert suggestion.choices == []


async def test_suggestions_speak_the_readers_language(client: StetClient, room: Newsroom) -> None:
    reader = room.person(locale="es-419")
    assert "persona" in (await reader.complete("who", "about", "ilse")).choices[0]
    assert "(recuento," in (await reader.complete("figure", "about", "injured")).choices[0]
    assert (
        "persona"
        in (await reader.command("who", about="Larsen")).shown.raw["components"][0]["components"][-1]["components"][0][
            "options"
        ][0]["description"]
    )


async def test_a_whole_answer_speaks_the_readers_language(client: StetClient, room: Newsroom) -> None:
    editor = room.person(EDITOR, locale="es-ES")
    await editor.command("record claim", fact="people injured", value="1,500", source="The Echo")
    told = (await editor.command("figure", about="people injured")).text
    assert "1 de 2 fuentes discrepan" in told
    assert "marzo" in (await editor.command("when", about="fire at North Quay")).text.splitlines()[0]
    assert "Lo que sabe hacer" in (await editor.command("help")).text
    assert "no hay nada" in (await editor.command("who", about="Qwertz Uiop")).text.lower()


async def test_reasons_within_reasons_speak_the_readers_language(client: StetClient, room: Newsroom) -> None:
    form = await room.person(locale="es-ES").command("check", published="yesterday or so")
    told = (await form.submit(text="The fire at North Quay injured 12 people.")).text
    assert "no es una fecha EDTF" in told


async def test_discrepancies_are_suggested_by_mistyped_words(client: StetClient, room: Newsroom) -> None:
    form = await room.editor().command("add")
    text = "In the fire at North Quay 15 people were injured."
    await form.submit(text=text, outlet="The Gazette", published="2025-03-06")
    for typed in ("injured", "injurd", "15"):
        assert "people injured" in (await room.editor().complete("judge", "number", typed)).choices[0]
