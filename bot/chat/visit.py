"""An interaction to a visit: who asks, at which newsroom's desk, in which language, with which rights."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Protocol, cast
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import discord

from bot.chat.newsrooms import Newsrooms
from bot.chat.permissions import Role, demand, role_of
from bot.config import Settings
from bot.desk import Desk
from bot.desk.newsroom import Newsroom, get_newsroom
from bot.errors import Refused
from bot.wording.language import Language, language

Interaction = discord.Interaction[discord.Client]


class Host(Protocol):
    """What a visit needs of the client."""

    newsrooms: Newsrooms
    settings: Settings

    def wake_poster(self, guild: int) -> None: ...


@dataclass(frozen=True, slots=True)
class Visit:
    """`desk` signs what is written with the person's id; `say` speaks the person's language."""

    interaction: Interaction
    desk: Desk
    room: Newsroom
    role: Role
    say: Language

    @property
    def guild(self) -> int:
        assert self.interaction.guild_id is not None
        return self.interaction.guild_id

    @property
    def person(self) -> int:
        return self.interaction.user.id

    @property
    def zone(self) -> ZoneInfo:
        return zone_of(self.room)


def host(interaction: Interaction) -> Host:
    """The client as what it offers to visits."""
    return cast(Host, interaction.client)


def language_of(interaction: Interaction) -> Language:
    """The language of the person's Discord; English where there is no catalogue for it."""
    return language(str(interaction.locale.value))


def zone_of(room: Newsroom) -> ZoneInfo:
    """The newsroom's time zone, UTC where the machine does not know it."""
    try:
        return ZoneInfo(room.zone)
    except (ZoneInfoNotFoundError, ValueError):
        return ZoneInfo("UTC")


def signature(person: int) -> str:
    """How a person stands in the record: a snowflake, never a name."""
    return f"discord:{person}"


@asynccontextmanager
async def visiting(interaction: Interaction, needed: Role = Role.READER) -> AsyncIterator[Visit]:
    """The visit an interaction is; raises Refused in private messages and where the role is not enough."""
    if interaction.guild_id is None:
        raise Refused("Stet answers in servers only: use the command in a channel of your newsroom")
    async with host(interaction).newsrooms.desk(interaction.guild_id, signature(interaction.user.id)) as desk:
        room = await get_newsroom(desk)
        role = role_of(interaction.permissions, _roles(interaction.user), room)
        demand(role, needed)
        yield Visit(interaction, desk, room, role, language_of(interaction))


def _roles(person: discord.Member | discord.User) -> set[int]:
    return {role.id for role in person.roles} if isinstance(person, discord.Member) else set()
