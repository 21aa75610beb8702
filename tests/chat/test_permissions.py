"""Who may do what: a table of members."""

from __future__ import annotations

import discord
import pytest

from bot.chat.permissions import Role, demand, role_of
from bot.desk.newsroom import Newsroom
from bot.errors import Refused

ROOM = Newsroom(editor_role=5, admin_role=6)


@pytest.mark.parametrize(
    ("permissions", "roles", "role"),
    [
        (discord.Permissions(), (), Role.READER),
        (discord.Permissions(send_messages=True), (7,), Role.READER),  # some other role
        (discord.Permissions(), (5,), Role.EDITOR),
        (discord.Permissions(manage_messages=True), (), Role.EDITOR),
        (discord.Permissions(), (5, 6), Role.ADMIN),
        (discord.Permissions(manage_guild=True), (), Role.ADMIN),
        (discord.Permissions(administrator=True), (), Role.ADMIN),
    ],
)
def test_role_of(permissions: discord.Permissions, roles: tuple[int, ...], role: Role) -> None:
    assert role_of(permissions, roles, ROOM) is role


def test_nobody_is_an_editor_by_a_role_that_was_never_set() -> None:
    assert role_of(discord.Permissions(), (0,), Newsroom()) is Role.READER


def test_demand() -> None:
    demand(Role.ADMIN, Role.EDITOR)
    with pytest.raises(Refused, match="only editors"):
        demand(Role.READER, Role.EDITOR)
