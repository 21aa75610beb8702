"""The gateway's websocket: HELLO, IDENTIFY or RESUME, READY, guilds, events, heartbeats, and its ways to fail."""

from __future__ import annotations

import asyncio
import contextlib

from aiohttp import WSMsgType, web

from tests.loopback.wire import APPLICATION, BOT, Json, user

DISPATCH, HEARTBEAT, IDENTIFY, RESUME, RECONNECT, INVALID, HELLO, ACK = 0, 1, 2, 6, 7, 9, 10, 11


class Gateway:
    """One session at a time; events sent while nobody listens wait for a RESUME."""

    def __init__(self, guilds: dict[int, Json]) -> None:
        self.guilds = guilds
        self.url = ""
        self.identified = 0
        self.resumed = 0
        self.intents = 0
        self.heartbeats = 0
        self.interval = 41.25
        self.live = asyncio.Event()
        self._socket: web.WebSocketResponse | None = None
        self._sent: list[Json] = []
        self._session = 0

    async def connect(self, request: web.Request) -> web.WebSocketResponse:
        socket = web.WebSocketResponse(max_msg_size=0)
        await socket.prepare(request)
        await socket.send_json({"op": HELLO, "d": {"heartbeat_interval": self.interval * 1000}})
        async for message in socket:
            if message.type is WSMsgType.TEXT:
                await self._receive(socket, message.json())
        if self._socket is socket:
            self.live.clear()
        return socket

    async def _receive(self, socket: web.WebSocketResponse, frame: Json) -> None:
        if frame["op"] == HEARTBEAT:
            self.heartbeats += 1
            await socket.send_json({"op": ACK})
        elif frame["op"] == IDENTIFY:
            await self._identify(socket, frame["d"])
        elif frame["op"] == RESUME:
            await self._resume(socket, frame["d"])

    async def _identify(self, socket: web.WebSocketResponse, data: Json) -> None:
        self.identified += 1
        self.intents = data["intents"]
        self._session += 1
        self._sent = []
        self._socket = socket
        await self.send(
            "READY",
            {
                "v": 10,
                "user": user(BOT, "stet", bot=True),
                "guilds": [{"id": str(id), "unavailable": True} for id in self.guilds],
                "session_id": f"session-{self._session}",
                "resume_gateway_url": self.url,
                "application": {"id": str(APPLICATION), "flags": 0},
                "shard": data.get("shard", [0, 1]),
            },
        )
        for guild in list(self.guilds.values()):
            await self.send("GUILD_CREATE", guild)
        self.live.set()

    async def _resume(self, socket: web.WebSocketResponse, data: Json) -> None:
        if data["session_id"] != f"session-{self._session}":
            await socket.send_json({"op": INVALID, "d": False})
            return
        self.resumed += 1
        self._socket = socket
        for event in self._sent[data["seq"] :]:
            await socket.send_json(event)
        await self.send("RESUMED", {})
        self.live.set()

    async def send(self, event: str, data: Json) -> None:
        """One event to the client; it is kept, so that a RESUME gets it when the socket was down."""
        frame = {"op": DISPATCH, "t": event, "s": len(self._sent) + 1, "d": data}
        self._sent.append(frame)
        if self._socket is not None and not self._socket.closed:
            with contextlib.suppress(ConnectionError):
                await self._socket.send_json(frame)

    async def reconnect(self) -> None:
        """Ask the client to come back (op 7)."""
        await self._signal({"op": RECONNECT, "d": None})

    async def invalidate(self, *, resumable: bool = False) -> None:
        """Tell the client its session is void (op 9)."""
        if not resumable:
            self._session += 1
        await self._signal({"op": INVALID, "d": resumable})

    async def drop(self, code: int = 4000) -> None:
        """Close the socket from this end."""
        self.live.clear()
        if self._socket is not None:
            await self._socket.close(code=code)

    async def _signal(self, frame: Json) -> None:
        assert self._socket is not None
        self.live.clear()
        await self._socket.send_json(frame)
