"""Discord's objects as JSON: snowflakes, users, guilds, channels, messages, in the shape the gateway sends them."""

from __future__ import annotations

import itertools
import json
from typing import Any

from aiohttp import web

Json = dict[str, Any]  # what crosses the wire; the only place of the project where shapes are Discord's, not ours

APPLICATION = 1_100_000_000_000_000_001
BOT = 1_100_000_000_000_000_002
OWNER = 1_100_000_000_000_000_003

VIEW = 1 << 10
SEND = 1 << 11
MANAGE_GUILD = 1 << 5
MANAGE_MESSAGES = 1 << 13
EMBED_LINKS = 1 << 14
ATTACH_FILES = 1 << 15
READ_HISTORY = 1 << 16
SEND_IN_THREADS = 1 << 38
PUBLIC_THREADS = 1 << 35

READER = VIEW | SEND | READ_HISTORY
EDITOR = READER | MANAGE_MESSAGES
ADMIN = EDITOR | MANAGE_GUILD
BOT_PERMISSIONS = READER | EMBED_LINKS | ATTACH_FILES | SEND_IN_THREADS | PUBLIC_THREADS

EPHEMERAL = 1 << 6
LOADING = 1 << 7
COMPONENTS_V2 = 1 << 15


def reply(data: object, status: int = 200, headers: dict[str, str] | None = None) -> web.Response:
    """A JSON response; discord.py reads JSON only where the content type is exactly this."""
    body = json.dumps(data).encode()
    return web.Response(body=body, status=status, headers={"Content-Type": "application/json", **(headers or {})})


_ids = itertools.count(1_200_000_000_000_000_000, 4_194_304)


def snowflake() -> int:
    """A new id of the form Discord's have: rising, with a time in the upper bits."""
    return next(_ids)


def user(id: int, name: str = "someone", *, bot: bool = False) -> Json:
    return {"id": str(id), "username": name, "discriminator": "0", "global_name": name, "avatar": None, "bot": bot}


def member(id: int, permissions: int, roles: tuple[int, ...] = (), name: str = "someone") -> Json:
    return {
        "user": user(id, name),
        "roles": [str(role) for role in roles],
        "joined_at": "2026-01-01T00:00:00+00:00",
        "deaf": False,
        "mute": False,
        "flags": 0,
        "permissions": str(permissions),
    }


def channel(id: int, guild: int, name: str = "desk", *, denied: int = 0) -> Json:
    overwrites = [{"id": str(BOT), "type": 1, "allow": "0", "deny": str(denied)}] if denied else []
    return {
        "id": str(id),
        "type": 0,
        "guild_id": str(guild),
        "name": name,
        "position": 0,
        "permission_overwrites": overwrites,
        "parent_id": None,
        "topic": None,
        "nsfw": False,
        "last_message_id": None,
        "rate_limit_per_user": 0,
        "permissions": str(ADMIN),
    }


def role(id: int, name: str, permissions: int = 0, position: int = 1) -> Json:
    return {
        "id": str(id),
        "name": name,
        "color": 0,
        "hoist": False,
        "position": position,
        "permissions": str(permissions),
        "managed": False,
        "mentionable": False,
        "flags": 0,
    }


def guild(id: int, channels: list[Json], roles: list[Json]) -> Json:
    return {
        "id": str(id),
        "name": f"Newsroom {id}",
        "owner_id": str(OWNER),
        "unavailable": False,
        "member_count": 3,
        "large": False,
        "roles": [role(id, "@everyone", BOT_PERMISSIONS, 0), *roles],
        "emojis": [],
        "stickers": [],
        "features": [],
        "channels": channels,
        "threads": [],
        "members": [{**member(BOT, 0, name="stet"), "user": user(BOT, "stet", bot=True)}],
        "voice_states": [],
        "presences": [],
        "stage_instances": [],
        "guild_scheduled_events": [],
        "soundboard_sounds": [],
        "joined_at": "2026-01-01T00:00:00+00:00",
        "preferred_locale": "en-US",
        "verification_level": 0,
        "default_message_notifications": 0,
        "explicit_content_filter": 0,
        "mfa_level": 0,
        "nsfw_level": 0,
        "premium_tier": 0,
        "afk_timeout": 300,
        "afk_channel_id": None,
        "system_channel_id": None,
        "system_channel_flags": 0,
        "premium_progress_bar_enabled": False,
        "incidents_data": None,
    }


def message(id: int, channel: int, body: Json, *, author: Json | None = None) -> Json:
    """The message Discord makes of a request body: components get ids, the bot is the author."""
    number = itertools.count(1)
    return {
        "id": str(id),
        "channel_id": str(channel),
        "type": 0,
        "author": author or user(BOT, "stet", bot=True),
        "content": body.get("content") or "",
        "timestamp": "2026-01-01T00:00:00+00:00",
        "edited_timestamp": None,
        "tts": False,
        "mention_everyone": False,
        "mentions": [],
        "mention_roles": [],
        "attachments": [_attached(one) for one in body.get("attachments") or []],
        "embeds": body.get("embeds") or [],
        "pinned": False,
        "components": [_numbered(one, number) for one in body.get("components") or []],
        "flags": body.get("flags") or 0,
        **({"nonce": body["nonce"]} if "nonce" in body else {}),
    }


def _attached(described: Json) -> Json:
    url = f"https://cdn.discordapp.com/attachments/{described['filename']}"
    return {"size": 1, "url": url, "proxy_url": url, **described, "id": str(described["id"])}


def _numbered(component: Json, number: itertools.count[int]) -> Json:
    done: Json = {"id": next(number), **component}
    if "components" in component:
        done["components"] = [_numbered(one, number) for one in component["components"]]
    for key in ("accessory", "component"):
        if key in component:
            done[key] = _numbered(component[key], number)
    return done


def walk(components: list[Json]) -> list[Json]:
    """Every component, nested ones too, as Discord counts them."""
    found: list[Json] = []
    for one in components:
        inner = [*one.get("components", []), *(one[key] for key in ("accessory", "component") if key in one)]
        found += [one, *walk(inner)]
    return found
