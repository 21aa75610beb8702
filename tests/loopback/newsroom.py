"""A server with channels, roles and people in it, who type commands, press buttons and fill in modals."""

from __future__ import annotations

import asyncio
import itertools
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeVar

from tests.loopback.server import Answer, Loopback
from tests.loopback.wire import (
    APPLICATION,
    BOT_PERMISSIONS,
    EDITOR,
    EPHEMERAL,
    READER,
    Json,
    channel,
    guild,
    member,
    message,
    role,
    snowflake,
    user,
    walk,
)

PATIENCE = 120.0  # seconds until a test that waits for the bot gives up
T = TypeVar("T")
_nonces = itertools.count(1)


class Newsroom:
    """One guild of the loopback Discord with a desk channel, a quiet one, and two roles."""

    def __init__(self, server: Loopback) -> None:
        self.server = server
        self.id, self.desk, self.other = snowflake(), snowflake(), snowflake()
        self.editors, self.admins = snowflake(), snowflake()
        self.data = guild(
            self.id,
            [channel(self.desk, self.id), channel(self.other, self.id, "other")],
            [role(self.editors, "editors"), role(self.admins, "admins")],
        )
        server.guilds[self.id] = self.data
        server.channels |= {int(one["id"]): one for one in self.data["channels"]}

    def person(self, permissions: int = READER, *, roles: tuple[int, ...] = (), locale: str = "en-US") -> Person:
        return Person(self, snowflake(), permissions, roles, locale)

    def editor(self) -> Person:
        return self.person(EDITOR)

    async def arrive(self) -> None:
        """The bot is invited while it runs."""
        await self.server.gateway.send("GUILD_CREATE", self.data)

    async def leave(self) -> None:
        """The bot is thrown out."""
        self.server.guilds.pop(self.id, None)
        await self.server.gateway.send("GUILD_DELETE", {"id": str(self.id)})

    def cards(self, channel: int | None = None) -> list[Shown]:
        """What everybody sees in a channel (the desk's unless said), oldest first."""
        return [Shown(self.server, int(one["id"])) for one in self.server.in_channel(channel or self.desk)]

    async def card(self, wanted: Callable[[Shown], bool] = lambda _: True, channel: int | None = None) -> Shown:
        """Wait until the channel shows a message that fits."""

        def found() -> Shown | None:
            return next((one for one in self.cards(channel) if wanted(one)), None)

        return await until(self.server, found)


@dataclass(slots=True)
class Shown:
    """A message as somebody sees it."""

    server: Loopback
    id: int

    @property
    def raw(self) -> Json:
        return self.server.messages[self.id]

    @property
    def gone(self) -> bool:
        return self.id not in self.server.messages

    @property
    def private(self) -> bool:
        return bool(self.raw["flags"] & EPHEMERAL)

    @property
    def text(self) -> str:
        parts = [one["content"] for one in walk(self.raw["components"]) if one["type"] == 10]
        return "\n".join([self.raw["content"], *parts]).strip()

    @property
    def buttons(self) -> dict[str, str]:
        """Labels to custom ids (or urls)."""
        found = [one for one in walk(self.raw["components"]) if one["type"] == 2]
        return {one.get("label", ""): one.get("custom_id") or one["url"] for one in found if not one.get("disabled")}

    @property
    def options(self) -> dict[str, str]:
        """Labels to values of the selects."""
        selects = [one for one in walk(self.raw["components"]) if one["type"] == 3]
        return {option["label"]: option["value"] for select in selects for option in select["options"]}


@dataclass(slots=True)
class Reply:
    """The bot's answer to one interaction, as it stands now."""

    person: Person
    interaction: str

    @property
    def answer(self) -> Answer:
        return self.person.room.server.answers[self.interaction]

    @property
    def shown(self) -> Shown:
        """The message: the first follow-up, or the answer itself."""
        id = self.answer.followups[-1] if self.answer.followups else self.answer.original
        assert id is not None, f"no message in answer: {self.answer}"
        return Shown(self.person.room.server, id)

    @property
    def text(self) -> str:
        return self.shown.text

    @property
    def private(self) -> bool:
        return self.shown.private

    @property
    def modal(self) -> Json:
        assert self.answer.kind == 9, f"no modal: {self.answer}"
        return self.answer.data

    @property
    def choices(self) -> list[str]:
        assert self.answer.kind == 8, f"no choices: {self.answer}"
        return [one["name"] for one in self.answer.data["choices"]]

    async def final(self) -> Reply:
        """Wait until the answer is there, and has its text where it was only announced at first."""
        server = self.person.room.server

        def settled() -> bool:
            answer = self.answer
            if answer.kind != 5:
                return answer.kind is not None
            return bool(answer.followups) or not (
                server.messages.get(answer.original or 0, {}).get("flags", 0) & 1 << 7
            )

        await until(server, settled)
        return self

    async def click(self, label: str, *, by: Person | None = None) -> Reply:
        return await (by or self.person).click(self.shown, label)

    async def choose(self, value: str) -> Reply:
        return await self.person.choose(self.shown, value)

    async def submit(self, **values: object) -> Reply:
        """Fill in this answer's modal."""
        return await self.person.submit(self.modal, self.answer.source, **values)


@dataclass(slots=True)
class Person:
    """A member; `permissions` are what Discord says they may do in the channel."""

    room: Newsroom
    id: int
    permissions: int = READER
    roles: tuple[int, ...] = ()
    locale: str = "en-US"
    channel: int | None = None
    name: str = "someone"
    asked: list[str] = field(default_factory=list)

    async def command(self, path: str, **options: object) -> Reply:
        """Type a slash command ("desk setup") and wait for the answer."""
        return await self.ask(2, self._typed(path, options))

    async def complete(self, path: str, option: str, text: str, **options: object) -> Reply:
        """Type into an option that suggests."""
        return await self.ask(4, self._typed(path, {**options, option: text}, focused=option))

    async def menu(self, name: str, content: str, *, author: str = "writer") -> Reply:
        """Use a message menu on somebody's message."""
        known = next(one for one in self.room.server.commands if one["name"] == name and one.get("type") == 3)
        target = message(snowflake(), self.room.desk, {"content": content}, author=user(snowflake(), author))
        data = {"id": known["id"], "name": name, "type": 3, "target_id": target["id"]}
        return await self.ask(2, {**data, "resolved": {"messages": {target["id"]: target}}})

    async def click(self, shown: Shown, label: str) -> Reply:
        """Press the button of that label."""
        assert label in shown.buttons, f"no button {label!r} among {list(shown.buttons)}"
        return await self.press(shown, shown.buttons[label])

    async def press(self, shown: Shown, custom_id: str) -> Reply:
        """Press whatever has that custom id, be it still there or not."""
        return await self.ask(3, {"custom_id": custom_id, "component_type": 2}, source=shown.id)

    async def choose(self, shown: Shown, label: str) -> Reply:
        """Pick an option of a select."""
        select = next(one for one in walk(shown.raw["components"]) if one["type"] == 3)
        data = {"custom_id": select["custom_id"], "component_type": 3, "values": [shown.options[label]]}
        return await self.ask(3, data, source=shown.id)

    async def submit(self, modal: Json, source: int | None = None, **values: object) -> Reply:
        """Send a modal's values, by custom id of its inputs."""
        files: Json = {}
        parts = [_filled(one, values, files) for one in modal["components"]]
        missing = set(values) - {one["custom_id"] for one in walk(modal["components"]) if "custom_id" in one}
        assert not missing, f"no such inputs: {missing}"
        data: Json = {"custom_id": modal["custom_id"], "components": parts}
        if files:
            data["resolved"] = {"attachments": files}
        return await self.ask(5, data, source=source)

    async def ask(self, kind: int, data: Json, *, source: int | None = None) -> Reply:
        """Send an interaction and wait for the bot's answer, be it announced first or not."""
        return await (await self.send(kind, data, source=source)).final()

    async def send(self, kind: int, data: Json, *, source: int | None = None) -> Reply:
        """Send an interaction without waiting."""
        server, id, where = self.room.server, str(snowflake()), self.channel or self.room.desk
        token = f"token-{next(_nonces)}"
        server.answers[id] = Answer(where, self.room.id, source)
        server.tokens[token] = id
        body: Json = {
            "id": id,
            "application_id": str(APPLICATION),
            "type": kind,
            "token": token,
            "version": 1,
            "attachment_size_limit": 10 * 2**20,
            "app_permissions": str(BOT_PERMISSIONS),
            "locale": self.locale,
            "guild_locale": "en-US",
            "entitlements": [],
            "authorizing_integration_owners": {"0": str(self.room.id)},
            "context": 0,
            "guild_id": str(self.room.id),
            "guild": {"id": str(self.room.id), "locale": "en-US", "features": []},
            "channel_id": str(where),
            "channel": channel(where, self.room.id),
            "member": member(self.id, self.permissions, self.roles, self.name),
            "data": data,
        }
        if source is not None:
            body["message"] = server.messages.get(source) or message(
                source, where, {"flags": 1 << 15, "components": []}
            )
        await server.gateway.send("INTERACTION_CREATE", body)
        return Reply(self, id)

    def _typed(self, path: str, options: Json, focused: str = "") -> Json:
        root, *rest = path.split()
        known = next(
            (one for one in self.room.server.commands if one["name"] == root and one.get("type", 1) == 1), None
        )
        assert known is not None, f"/{root} was never synced"
        data: Json = {"id": known["id"], "name": root, "type": 1, "resolved": {}}
        node, place = known, data
        for name in rest:
            node = next(one for one in node["options"] if one["name"] == name)
            inner: Json = {"name": name, "type": node["type"], "options": []}
            place["options"] = [inner]
            place = inner
        described = {one["name"]: one for one in node.get("options") or []}
        place["options"] = [
            self._option(described[key], value, data["resolved"], focused) for key, value in options.items()
        ]
        return data

    def _option(self, described: Json, value: object, resolved: Json, focused: str) -> Json:
        name, kind = described["name"], described["type"]
        if kind == 11 and isinstance(value, dict):
            resolved.setdefault("attachments", {})[value["id"]] = value
            value = value["id"]
        elif kind == 7:
            resolved.setdefault("channels", {})[str(value)] = self.room.server.channels[int(str(value))]
            value = str(value)
        elif kind == 8:
            found = next(one for one in self.room.data["roles"] if one["id"] == str(value))
            resolved.setdefault("roles", {})[str(value)] = found
            value = str(value)
        option = {"name": name, "type": kind, "value": value}
        return {**option, "focused": True} if name == focused else option


def _filled(part: Json, values: Json, files: Json) -> Json:
    """A modal's part as it comes back: inputs with their value, files resolved."""
    if "component" in part:
        return {"type": part["type"], "id": 1, "component": _filled(part["component"], values, files)}
    if "components" in part:
        inner = [_filled(one, values, files) for one in part["components"]]
        return {"type": part["type"], "id": 1, "components": inner}
    if "custom_id" not in part:
        return {"type": part["type"], "id": 1}
    value = values.get(part["custom_id"], part.get("value", ""))
    back: Json = {"type": part["type"], "id": 1, "custom_id": part["custom_id"]}
    if part["type"] == 4:
        return {**back, "value": value}
    given = value if isinstance(value, list) else [value] if value else []
    for one in given:
        if isinstance(one, dict):
            files[one["id"]] = one
    return {**back, "values": [one["id"] if isinstance(one, dict) else one for one in given]}


async def until(server: Loopback, ready: Callable[[], T | None]) -> T:
    """Wait for the server's state to satisfy a test; no sleeping, woken by every request."""
    async with asyncio.timeout(PATIENCE), server.changed:
        while not (found := ready()):
            await server.changed.wait()
    return found
