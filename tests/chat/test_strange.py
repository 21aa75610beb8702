"""The longest and strangest record there may be, lived through in Discord: no limit broken, nothing comes alive."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.chat.client import StetClient
from tests.loopback.newsroom import Newsroom, Reply, until
from tests.loopback.wire import ADMIN

FACTS, SOURCES = 20, 6
NAMES = (
    "@everyone Brandt",  # pings all
    "<@123456789012345678> Larsen",  # pings one
    "**Bold** ~~Struck~~ `Code` ||Spoiler||",  # markdown
    "[Bank](https://evil.example/login)",  # a masked link
    "# Heading Person",
    "שלום עולם",  # right to left
    "Evil\u202egnp.exe",  # turns what follows round
    "🔥 Fire 🔥 Chief 👩‍🚒",
    "Nguyễn Thị Ánh " + "e\u0301" * 40,
    "Anna " + "Verylongname " * 30,  # longer than any label
)
LIVE = re.compile(r"@everyone|(?<!\\)<@123|(?<!\\)\]\(https://evil|\u202e")


def tables() -> Iterator[str]:
    yield '[story]\nid = "strange"\ntitle = "**Strange** @here"\nlanguage = "en"\n'
    for source in range(SOURCES):
        yield f'[[source]]\nid = "s{source}"\noutlet = {_text(NAMES[source % len(NAMES)])}\ntitle = "{"T" * 200}"\n'
        yield f'url = "https://outlet.example/{"q" * 400}{source}"\npublished = "2025-03-05"\n'
    for number, name in enumerate(NAMES):
        yield f'[[person]]\nid = "p{number}"\nname = {_text(name)}\nrole = {_text(name)}\n'
    for fact in range(FACTS):
        yield f'[[fact]]\nid = "f{fact}"\nof = "p{fact % 3}"\nproperty = {_text(f"count {fact} " + NAMES[fact % 10])}\n'
        yield 'kind = "count"\nunit = "people"\nbehaviour = "fixed"\n'
        for source in range(SOURCES):
            quote = f"{10 + fact + source % 2} people, said {NAMES[source % 10]} " + "word " * 60
            yield f'[[claim]]\nsource = "s{source}"\non = "f{fact}"\nvalue = "{10 + fact + source % 2}"\n'
            yield f"quote = {_text(quote)}\n"


def _text(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


@pytest.fixture
async def strange(client: StetClient, room: Newsroom, tmp_path: Path) -> None:
    (tmp_path / "strange").mkdir()
    (tmp_path / "strange" / "story.toml").write_text("".join(tables()), encoding="utf-8")
    async with client.newsrooms.desk(room.id, "test") as desk:
        assert (await desk.load(tmp_path / "strange")).problems == ()


async def turned(page: Reply) -> list[str]:
    """The texts of all pages, turned one by one; the server refuses whatever breaks a limit."""
    shown = [page.text]
    while "Next" in page.shown.buttons:
        page = await page.click("Next")
        shown.append(page.text)
    if len(shown) > 1:
        assert (await page.click("Previous")).text == shown[-2]
    return shown


@pytest.mark.usefixtures("strange")
async def test_every_question_is_answered_within_the_limits(room: Newsroom) -> None:
    editor = room.person(ADMIN)
    asked = [("who", f"p{number}") for number in range(len(NAMES))]
    asked += [("sources", "p0"), ("figure", "f3"), ("timeline", "strange"), ("find", "people"), ("who", "anna")]
    asked += [("history", "p0"), ("record claims", "s0"), ("why", "1")]
    for verb, about in asked:
        option = "number" if verb == "why" else "about"
        shown = "\n".join(await turned(await editor.command(verb, **{option: about})))
        assert LIVE.findall(shown) == [], (verb, about)
    assert len(await turned(await editor.command("discrepancies"))) > 1
    asked = [("who", "anna"), ("record edit fact", "count"), ("judge", ""), ("record edit source", "everyone")]
    options = ("about", "fact", "number", "source")
    for (path, typed), option in zip(asked, options, strict=True):
        assert (await editor.complete(path, option, typed)).choices, path


@pytest.mark.usefixtures("strange")
async def test_a_card_that_is_shared_and_an_alert_keep_them_too(client: StetClient, room: Newsroom) -> None:
    editor = room.person(ADMIN, locale="es-ES")
    public = await (await editor.command("who", about="p9")).click("Compartir")
    assert not public.private
    await editor.command("desk setup", channel=room.desk)
    card = await room.card(lambda one: "Recorded right" in one.buttons)
    assert LIVE.findall(card.text) == []
    form = await editor.click(card, "New right")
    await form.submit(why="@everyone **" * 300)
    await until(room.server, lambda: "Undo" in card.buttons)
    assert LIVE.findall(card.text) == []
