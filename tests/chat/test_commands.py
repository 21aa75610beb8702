"""The commands as Discord is told them: complete, short enough, localised, told only when they changed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import discord

from bot.chat.client import StetClient
from bot.chat.sync import FILE
from bot.config import Settings
from bot.wording.language import language
from tests.chat.conftest import online
from tests.loopback.newsroom import Newsroom
from tests.loopback.server import Loopback
from tests.loopback.wire import ADMIN, Json

READERS = {"who", "when", "sources", "show", "figure", "quote", "timeline", "find", "check", "why", "help", "privacy"}
READERS |= {"read", "compare"}
README = (Path(__file__).parent.parent.parent / "README.md").read_text(encoding="utf-8")
TYPED = (
    "ilse brant",
    "fire nort quay",
    "injurd",
    "harbuor",
    "the cuorier",
    "europe/",
    "story",
    "",
    "\u202e🔥%_'\"" * 40,
)
ELLIPSIS = "…"


def described(commands: list[Json]) -> Iterator[Json]:
    for command in commands:
        if command.get("type", 1) <= 2 or "options" in command:
            yield command
            yield from described(command.get("options") or [])


async def test_every_command_and_option_says_what_it_is(client: StetClient, server: Loopback) -> None:
    slash = [one for one in server.commands if one.get("type", 1) == 1]
    assert [one["name"] for one in described(slash) if one["description"] in ("", ELLIPSIS)] == []


async def test_readers_need_no_permission_and_others_do(client: StetClient, server: Loopback) -> None:
    needed = {one["name"]: one.get("default_member_permissions") for one in server.commands}
    slash = {one["name"] for one in server.commands if one.get("type", 1) == 1}
    assert {name for name in needed if needed[name] is None} == READERS | {"Check against the record"}
    assert {str(needed[name]) for name in slash - READERS - {"desk"}} == {str(1 << 13)}  # manage messages
    assert str(needed["desk"]) == str(1 << 5)


async def test_every_command_is_in_the_help_and_in_the_readme(client: StetClient, room: Newsroom) -> None:
    names = [one["name"] for one in room.server.commands if one.get("type", 1) == 1]
    page = await room.person(ADMIN).command("help")
    told = page.text
    while "Next" in page.shown.buttons:
        page = await page.click("Next")
        told += page.text
    assert [name for name in names if name != "help" and f"/{name}" not in told] == []
    assert [name for name in names if f"`/{name}`" not in README] == []


async def test_no_command_works_in_private_messages(client: StetClient, server: Loopback) -> None:
    assert {tuple(one["contexts"]) for one in server.commands} == {(0,)}


async def test_commands_are_told_once(server: Loopback, room: Newsroom, settings: Settings) -> None:
    for _ in range(2):
        async with online(server, settings):
            pass
    assert server.synced == 1
    (settings.data_folder / FILE).write_text("the digest of other commands", encoding="utf-8")
    async with online(server, settings) as client:
        assert isinstance(client, discord.AutoShardedClient)  # more servers than one shard holds are no other program
    assert server.synced == 2


async def test_no_privileged_intent_is_asked_for(client: StetClient, server: Loopback) -> None:
    assert server.gateway.intents == 1


def suggesting(commands: list[Json], path: str = "") -> Iterator[tuple[str, str]]:
    """Every option that suggests, with the command it belongs to."""
    for one in commands:
        if one.get("autocomplete"):
            yield path, one["name"]
        elif one.get("type", 1) <= 2:
            yield from suggesting(one.get("options") or [], f"{path} {one['name']}".strip())


async def test_every_option_that_suggests_does(client: StetClient, room: Newsroom, server: Loopback) -> None:
    """Each finds something by a mistyped word of the record, and never fails whatever is typed."""
    editor = room.person(ADMIN)
    await (await editor.command("add")).submit(text="In the fire at North Quay 15 people were injured.", outlet="Gull")
    found = {
        (path, option): [(await editor.complete(path, option, typed)).choices for typed in TYPED]
        for path, option in suggesting([one for one in server.commands if one.get("type", 1) == 1])
    }
    assert len(found) > 40
    unfed = {("accept", "claim"), ("drop", "claim")}  # nothing waits, and no feed is watched here
    assert {one for one, lists in found.items() if not any(lists) and one[1] != "feed"} == unfed
    unasked = TYPED.index("")
    assert {one for one, lists in found.items() if not lists[unasked] and any(lists)} == set()
    assert max(len(choices) for lists in found.values() for choices in lists) <= 25


async def test_spanish_is_complete(client: StetClient, server: Loopback) -> None:
    catalogue = language("es").catalogue
    missing = [
        text
        for one in described([one for one in server.commands if one.get("type", 1) == 1])
        for text in (f"/{one['name']}", one["description"])
        if text not in catalogue
    ]
    assert missing == []
