"""Programmable failures of the loopback Discord: what goes wrong, where, how often, before or after storing."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from aiohttp import web

from tests.loopback.wire import Json, reply


@dataclass(slots=True)
class Fault:
    """Answer requests whose "METHOD /path" matches with this instead, `times` times.

    `after` does the work first and loses the answer; `drop` closes the connection without an answer.
    """

    where: str
    status: int = 500
    body: Json = field(default_factory=dict)
    headers: dict[str, str] = field(default_factory=dict)
    times: int = 1
    after: bool = False
    drop: bool = False

    def is_for(self, request: web.Request) -> bool:
        return self.times > 0 and re.search(self.where, f"{request.method} {request.path}") is not None

    def answer(self, request: web.Request) -> web.Response:
        if self.drop:
            if request.transport is not None:
                request.transport.abort()
            return web.Response()
        return reply(self.body, status=self.status, headers=self.headers)


def too_many(where: str, *, via: bool = True, times: int = 1) -> Fault:
    """429; without `Via` it is Cloudflare's and discord.py raises at once."""
    body = {"message": "You are being rate limited.", "retry_after": 0.01, "global": False}
    return Fault(where, 429, body, {"Via": "1.1 google"} if via else {}, times)


def refused(code: int, message: str) -> web.Response:
    """Discord's error shape: a code of its own and a sentence."""
    status = 404 if 10000 <= code < 20000 else 403 if code in (50001, 50013) else 400
    return reply({"code": code, "message": message}, status=status)
