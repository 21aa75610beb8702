"""The shape of a group of commands: its slash commands and menus, its pages, the steps of its buttons, its forms."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Coroutine, Mapping
from dataclasses import dataclass, field
from typing import Any

import discord
from discord import app_commands

from bot.chat.cards import Option, Pressable
from bot.chat.keys import Key
from bot.chat.permissions import Role
from bot.chat.visit import Visit
from bot.screen import Screen

# discord.py's own types are generic over the class a callback is bound to; ours are bound to none
Command = app_commands.Command[Any, ..., Any] | app_commands.Group | app_commands.ContextMenu


@dataclass(frozen=True, slots=True)
class Sheet:
    """What a page shows: a screen, what may be picked from it (as `pick` + argument; `hint` says what), buttons."""

    screen: Screen
    options: tuple[Option, ...] = ()
    pick: str = ""
    buttons: tuple[Pressable, ...] = ()
    shareable: bool = True
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    """Something that can be shown again from its argument alone: turned, shared, asked anew after a restart."""

    role: Role
    make: Callable[[Visit, str], Coroutine[Any, Any, Sheet]]


@dataclass(frozen=True, slots=True)
class Step:
    """What pressing a button does; `picked` are the values of a select. `announce` False = it opens a form,
    `private` False = its answer is for the channel.
    """

    role: Role
    run: Callable[[Visit, Key, tuple[str, ...]], Awaitable[None]]
    announce: bool = True
    private: bool = True


@dataclass(frozen=True, slots=True)
class Filled:
    """What somebody wrote into a form: texts and picks by the custom id of the input, and files."""

    texts: Mapping[str, str]
    files: tuple[discord.Attachment, ...] = ()

    def __getitem__(self, name: str) -> str:
        return self.texts.get(name, "").strip()


@dataclass(frozen=True, slots=True)
class Form:
    """What sending a form does."""

    role: Role
    run: Callable[[Visit, Key, Filled], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Verbs:
    """One file of `commands/`; keys of the mappings are the verbs of custom ids."""

    commands: tuple[Command, ...] = ()
    pages: Mapping[str, Page] = field(default_factory=dict)
    steps: Mapping[str, Step] = field(default_factory=dict)
    forms: Mapping[str, Form] = field(default_factory=dict)
