"""A member's permissions and roles to what they may do at this desk: the one place that decides it."""

from __future__ import annotations

from collections.abc import Collection
from enum import IntEnum

import discord

from bot.desk.newsroom import Newsroom
from bot.errors import Refused

EDITS = discord.Permissions(manage_messages=True)
RUNS = discord.Permissions(manage_guild=True)


class Role(IntEnum):
    """Each may do what the one before may, and more."""

    READER = 1
    EDITOR = 2
    ADMIN = 3


def role_of(permissions: discord.Permissions, roles: Collection[int], room: Newsroom) -> Role:
    """Admins manage the server or hold the newsroom's admin role; editors manage messages or hold the editor role."""
    held = set(roles) - {0}  # 0 = no such role was set
    if permissions.administrator or permissions >= RUNS or room.admin_role in held:
        return Role.ADMIN
    if permissions >= EDITS or room.editor_role in held:
        return Role.EDITOR
    return Role.READER


def demand(role: Role, needed: Role) -> None:
    """Raises Refused, saying who may do it, where a role is not enough."""
    if role >= needed:
        return
    if needed is Role.ADMIN:
        raise Refused("only admins of this desk may do that: members who manage the server or hold its admin role")
    raise Refused(
        "only editors of this desk may do that: members who manage messages or hold its editor role (/desk setup)"
    )
