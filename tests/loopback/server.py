"""The REST side: login, command sync, interaction answers, messages with nonces, threads; strict on bodies."""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import Awaitable, Callable, Iterator
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web

from tests.loopback import rules
from tests.loopback.faults import Fault, refused
from tests.loopback.gateway import Gateway
from tests.loopback.oracle import broken_against_openapi
from tests.loopback.wire import (
    APPLICATION,
    BOT,
    COMPONENTS_V2,
    EPHEMERAL,
    LOADING,
    Json,
    message,
    reply,
    snowflake,
    user,
)

Route = Callable[[web.Request], Awaitable[web.StreamResponse]]

BODY: ContextVar[Any] = ContextVar("body")  # of the request being answered
API = "/api/v10"
BAD_TOKEN = "bad"


@dataclass(slots=True)
class Answer:
    """What the bot did with one interaction so far: kind of callback, its data, the message it led to."""

    channel: int
    guild: int | None = None
    source: int | None = None
    asked: float = field(default_factory=time.monotonic)
    took: float = 0.0
    kind: int | None = None
    data: Json = field(default_factory=dict)
    original: int | None = None
    followups: list[int] = field(default_factory=list)
    expired: bool = False


class Loopback:
    """One Discord. `refusals` collects every broken rule of every body; a test that broke none leaves it empty."""

    def __init__(self) -> None:
        self.guilds: dict[int, Json] = {}
        self.gateway = Gateway(self.guilds)
        self.messages: dict[int, Json] = {}
        self.nonces: dict[tuple[int, str], int] = {}
        self.threads: list[Json] = []
        self.channels: dict[int, Json] = {}
        self.denied: set[int] = set()
        self.commands: list[Json] = []
        self.synced = 0
        self.answers: dict[str, Answer] = {}
        self.tokens: dict[str, str] = {}
        self.faults: list[Fault] = []
        self.requests: list[str] = []
        self.silent: set[str] = set()
        self.refusals: list[str] = []
        self.files: dict[str, bytes] = {}
        self.uploads: list[tuple[str, bytes]] = []
        self.changed = asyncio.Condition()
        self.base = ""
        self._runner: web.AppRunner | None = None

    async def start(self) -> None:
        """Listen on a free port of the loopback interface."""
        self._runner = web.AppRunner(_application(self), access_log=None, shutdown_timeout=0.1)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", 0)
        await site.start()
        host, port = self._runner.addresses[0][:2]
        self.base = f"http://{host}:{port}"
        self.gateway.url = f"ws://{host}:{port}/gateway"

    async def stop(self) -> None:
        if self._runner is not None:
            await self.gateway.drop(1000)
            await self._runner.cleanup()

    async def notify(self) -> None:
        async with self.changed:
            self.changed.notify_all()

    def in_channel(self, channel: int) -> list[Json]:
        """The messages everybody in a channel sees, oldest first."""
        shown = [one for one in self.messages.values() if int(one["channel_id"]) == channel]
        return [one for one in shown if not one["flags"] & EPHEMERAL]

    def file(self, name: str, content: bytes, kind: str = "text/plain", size: int | None = None) -> Json:
        """An attachment a member uploads; `size` is what Discord announces."""
        id = snowflake()
        path = f"/files/{id}/{name}"
        self.files[path] = content
        return {
            "id": str(id),
            "filename": name,
            "size": len(content) if size is None else size,
            "url": self.base + path,
            "proxy_url": self.base + path,
            "content_type": kind,
        }


def _application(server: Loopback) -> web.Application:
    app = web.Application(client_max_size=64 * 2**20, middlewares=[_Door(server)])
    rest = _Rest(server)
    app.add_routes(
        [
            web.get("/gateway", server.gateway.connect),
            web.get("/gateway/", server.gateway.connect),
            web.get("/files/{id}/{name}", rest.download),
            web.get(API + "/users/@me", rest.me),
            web.get(API + "/gateway/bot", rest.gateway),
            web.get(API + "/oauth2/applications/@me", rest.application),
            web.put(API + "/applications/{application_id}/commands", rest.sync),
            web.put(API + "/applications/{application_id}/guilds/{guild_id}/commands", rest.sync),
            web.post(API + "/interactions/{interaction_id}/{interaction_token}/callback", rest.callback),
            web.post(API + "/webhooks/{webhook_id}/{webhook_token}", rest.followup),
            web.get(API + "/webhooks/{webhook_id}/{webhook_token}/messages/{message_id}", rest.webhook_message),
            web.patch(API + "/webhooks/{webhook_id}/{webhook_token}/messages/{message_id}", rest.webhook_edit),
            web.delete(API + "/webhooks/{webhook_id}/{webhook_token}/messages/{message_id}", rest.webhook_delete),
            web.get(API + "/channels/{channel_id}", rest.channel),
            web.post(API + "/channels/{channel_id}/messages", rest.post),
            web.get(API + "/channels/{channel_id}/messages", rest.history),
            web.get(API + "/channels/{channel_id}/messages/{message_id}", rest.get),
            web.patch(API + "/channels/{channel_id}/messages/{message_id}", rest.edit),
            web.delete(API + "/channels/{channel_id}/messages/{message_id}", rest.delete),
            web.post(API + "/channels/{channel_id}/messages/{message_id}/threads", rest.thread),
            web.post(API + "/channels/{channel_id}/threads", rest.thread),
        ]
    )
    return app


class _Door:
    """Faults, authorisation and the rules of bodies, before a route does its work."""

    __middleware_version__ = 1

    def __init__(self, server: Loopback) -> None:
        self.server = server

    async def __call__(self, request: web.Request, handler: Route) -> web.StreamResponse:
        if not request.path.startswith(API):
            return await handler(request)
        self.server.requests.append(f"{request.method} {request.path.removeprefix(API)}")
        fault = next((one for one in self.server.faults if one.is_for(request)), None)
        if fault is not None:
            fault.times -= 1
            if not fault.after:
                await self.server.notify()
                return fault.answer(request)
        response = await self._checked(request, handler)
        await self.server.notify()
        if any(self.server.requests[-1].startswith(one) for one in self.server.silent):
            await asyncio.Event().wait()  # until the connection is gone
        return fault.answer(request) if fault is not None else response

    async def _checked(self, request: web.Request, handler: Route) -> web.StreamResponse:
        if request.headers.get("Authorization") == f"Bot {BAD_TOKEN}":
            return reply({"message": "401: Unauthorized", "code": 0}, status=401)
        await self._read_body(request)
        broken = list(self._broken(request)) if BODY.get() is not None else []
        if broken:
            self.server.refusals += [f"{request.method} {request.path.removeprefix(API)}: {one}" for one in broken]
            return refused(50035, "; ".join(broken))
        return await handler(request)

    async def _read_body(self, request: web.Request) -> None:
        BODY.set(None)
        if request.content_type.startswith("multipart/"):
            form = await request.post()
            BODY.set(json.loads(str(form["payload_json"])))
            for part in form.values():
                if isinstance(part, web.FileField):
                    self.server.uploads.append((part.filename, part.file.read()))
        elif request.can_read_body:
            if request.headers["Content-Type"] != "application/json":
                self.server.refusals.append(f"content type {request.headers['Content-Type']}")
            BODY.set(await request.json())

    def _broken(self, request: web.Request) -> Iterator[str]:
        body = BODY.get()
        resource = request.match_info.route.resource
        template = resource.canonical.removeprefix(API) if resource is not None else ""
        if request.match_info.get("message_id") == "@original":
            template = template.replace("{message_id}", "@original")
        yield from broken_against_openapi(request.method, template, body)
        if template.endswith("/commands"):
            yield from rules.broken_in_commands(body)
        elif template.endswith("/callback"):
            yield from _broken_callback(body)
        elif template.endswith("/threads"):
            if not 1 <= len(body["name"]) <= 100:
                yield f"thread name of {len(body['name'])} characters"
        elif request.method == "PATCH":
            shown = self.server.messages.get(_message_id(self.server, request), {})
            yield from rules.broken_in_message(body, edit=True, was_v2=bool(shown.get("flags", 0) & COMPONENTS_V2))
        else:
            yield from rules.broken_in_message(body)


def _broken_callback(body: Json) -> Iterator[str]:
    kind, data = body["type"], body.get("data") or {}
    if kind == 4:
        yield from rules.broken_in_message(data)
    elif kind == 7:
        yield from rules.broken_in_message(data, edit=True, was_v2=True)
    elif kind == 8:
        yield from rules.broken_in_choices(data)
    elif kind == 9:
        yield from rules.broken_in_modal(data)


def _message_id(server: Loopback, request: web.Request) -> int:
    name = request.match_info["message_id"]
    if name != "@original":
        return int(name)
    answer = server.answers.get(server.tokens.get(request.match_info["webhook_token"], ""))
    return (answer.original if answer else None) or 0


class _Rest:
    """The routes themselves."""

    def __init__(self, server: Loopback) -> None:
        self.server = server

    async def download(self, request: web.Request) -> web.Response:
        content = self.server.files.get(request.path)
        return web.Response(body=content) if content is not None else web.Response(status=404)

    async def me(self, request: web.Request) -> web.Response:
        return reply(user(BOT, "stet", bot=True))

    async def gateway(self, request: web.Request) -> web.Response:
        limit = {"total": 1000, "remaining": 1000, "reset_after": 0, "max_concurrency": 16}
        return reply({"url": self.server.gateway.url, "shards": 1, "session_start_limit": limit})

    async def application(self, request: web.Request) -> web.Response:
        owner = user(BOT + 1, "owner")
        described: Json = {"id": str(APPLICATION), "name": "Stet", "icon": None, "description": "", "owner": owner}
        described |= {"bot_public": True, "bot_require_code_grant": False, "verify_key": "0", "flags": 0, "team": None}
        return reply(described)

    async def sync(self, request: web.Request) -> web.Response:
        self.server.synced += 1
        extra = {"application_id": str(APPLICATION), "version": str(snowflake()), "description": ""}
        self.server.commands = [{"id": str(snowflake()), **extra, **one} for one in BODY.get()]
        return reply(self.server.commands)

    async def callback(self, request: web.Request) -> web.Response:
        answer = self.server.answers.get(request.match_info["interaction_id"])
        waited = 0.0 if answer is None else time.monotonic() - answer.asked
        if answer is None or answer.expired:  # a test says when it is too late; the clock of a busy machine does not
            return refused(10062, "Unknown interaction")
        if answer.kind is not None:
            return refused(40060, "Interaction has already been acknowledged.")
        answer.took, answer.kind, answer.data = waited, BODY.get()["type"], BODY.get().get("data") or {}
        return reply(self._called_back(request.match_info["interaction_id"], answer))

    def _called_back(self, interaction: str, answer: Answer) -> Json:
        resource: Json = {"type": answer.kind}
        if answer.kind == 4:
            answer.original = self._store(answer.channel, answer.data)
        elif answer.kind == 5:
            answer.original = self._store(
                answer.channel, {**answer.data, "flags": answer.data.get("flags", 0) | 1 << 7}
            )
        elif answer.kind in (6, 7):
            answer.original = answer.source
        if answer.kind == 7 and answer.original in self.server.messages:
            self._change(answer.original, answer.data)
        if answer.original in self.server.messages:
            resource["message"] = self.server.messages[answer.original]
        described: Json = {"id": interaction, "type": 2}
        if answer.original is not None:
            flags = self.server.messages.get(answer.original, {}).get("flags", 0)
            described |= {
                "response_message_id": str(answer.original),
                "response_message_loading": answer.kind == 5,
                "response_message_ephemeral": bool(flags & EPHEMERAL),
            }
        return {"interaction": described, "resource": resource}

    def _store(self, channel: int, body: Json) -> int:
        id = snowflake()
        self.server.messages[id] = message(id, channel, body)
        return id

    def _change(self, id: int, body: Json) -> None:
        old = self.server.messages[id]
        keep = old["flags"] & (EPHEMERAL | COMPONENTS_V2)
        fresh = message(id, int(old["channel_id"]), {**body, "flags": (body.get("flags") or 0) | keep})
        changed: Json = {key: fresh[key] for key in ("content", "components", "embeds") if key in body}
        self.server.messages[id] = {**old, **changed, "flags": fresh["flags"], "edited_timestamp": old["timestamp"]}

    def _answer(self, request: web.Request) -> Answer | None:
        return self.server.answers.get(self.server.tokens.get(request.match_info["webhook_token"], ""))

    async def followup(self, request: web.Request) -> web.Response:
        answer = self._answer(request)
        if answer is None or answer.kind is None:
            return refused(10015, "Unknown Webhook")
        original = self.server.messages.get(answer.original or 0)
        if original is not None and answer.kind == 5 and original["flags"] & LOADING:
            # the first follow-up of a deferred answer takes its place, and its visibility
            flags = (BODY.get().get("flags") or 0) & ~EPHEMERAL | original["flags"] & EPHEMERAL
            self.server.messages[answer.original or 0] = message(
                answer.original or 0, answer.channel, {**BODY.get(), "flags": flags}
            )
            return reply(self.server.messages[answer.original or 0])
        id = self._store(answer.channel, BODY.get())
        answer.followups.append(id)
        return reply(self.server.messages[id])

    async def webhook_message(self, request: web.Request) -> web.Response:
        found = self.server.messages.get(_message_id(self.server, request))
        return reply(found) if found else refused(10008, "Unknown Message")

    async def webhook_edit(self, request: web.Request) -> web.Response:
        id = _message_id(self.server, request)
        if id not in self.server.messages:
            return refused(10008, "Unknown Message")
        self.server.messages[id]["flags"] &= ~LOADING
        self._change(id, BODY.get())
        return reply(self.server.messages[id])

    async def webhook_delete(self, request: web.Request) -> web.Response:
        found = self.server.messages.pop(_message_id(self.server, request), None)
        return web.Response(status=204) if found else refused(10008, "Unknown Message")

    def _shut(self, request: web.Request) -> web.Response | None:
        id = int(request.match_info["channel_id"])
        if id not in self.server.channels:
            return refused(10003, "Unknown Channel")
        return refused(50013, "Missing Permissions") if id in self.server.denied else None

    async def channel(self, request: web.Request) -> web.Response:
        return self._shut(request) or reply(self.server.channels[int(request.match_info["channel_id"])])

    async def post(self, request: web.Request) -> web.Response:
        shut = self._shut(request)
        if shut is not None:
            return shut
        id, body = int(request.match_info["channel_id"]), BODY.get()
        key = (id, str(body.get("nonce")))
        if body.get("enforce_nonce") and key in self.server.nonces:
            return reply(self.server.messages[self.server.nonces[key]])
        stored = self._store(id, body)
        self.server.nonces[key] = stored
        return reply(self.server.messages[stored])

    async def history(self, request: web.Request) -> web.Response:
        shut = self._shut(request)
        newest = self.server.in_channel(int(request.match_info["channel_id"]))[::-1]
        return shut or reply(newest[: int(request.query.get("limit", 50))])

    def _posted(self, request: web.Request) -> Json | web.Response:
        shut = self._shut(request)
        found = self.server.messages.get(int(request.match_info["message_id"]))
        return shut or found or refused(10008, "Unknown Message")

    async def get(self, request: web.Request) -> web.Response:
        found = self._posted(request)
        return found if isinstance(found, web.Response) else reply(found)

    async def edit(self, request: web.Request) -> web.Response:
        found = self._posted(request)
        if isinstance(found, web.Response):
            return found
        self._change(int(found["id"]), BODY.get())
        return reply(self.server.messages[int(found["id"])])

    async def delete(self, request: web.Request) -> web.Response:
        found = self._posted(request)
        if isinstance(found, web.Response):
            return found
        del self.server.messages[int(found["id"])]
        return web.Response(status=204)

    async def thread(self, request: web.Request) -> web.Response:
        shut = self._shut(request)
        if shut is not None:
            return shut
        parent = int(request.match_info["channel_id"])
        started = request.match_info.get("message_id")
        if any(one["id"] == started for one in self.server.threads):
            return refused(160004, "A thread has already been created for this message")
        kind = BODY.get().get("type", 11 if started else 12)
        made: Json = {
            "id": started or str(snowflake()),
            "type": kind,
            "guild_id": self.server.channels[parent]["guild_id"],
            "parent_id": str(parent),
            "owner_id": str(BOT),
            "name": BODY.get()["name"],
            "last_message_id": None,
            "message_count": 0,
            "member_count": 1,
            "rate_limit_per_user": 0,
            "flags": 0,
            "thread_metadata": {
                "archived": False,
                "auto_archive_duration": 1440,
                "archive_timestamp": "2026-01-01T00:00:00+00:00",
                "locked": False,
            },
        }
        self.server.threads.append(made)
        self.server.channels[int(made["id"])] = made
        return reply(made, status=201)
