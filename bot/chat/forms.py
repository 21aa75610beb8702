"""Forms to Discord's modals and back: their state is in the custom id, so a restart or a second person is no harm."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, cast

import discord

from bot.chat.cards import Option, fit_options, shorten
from bot.chat.keys import Key
from bot.chat.verbs import Filled
from bot.chat.visit import Interaction

TITLE_LIMIT, LABEL_LIMIT, HINT_LIMIT, TEXT_LIMIT = 45, 45, 100, 4000

Part = discord.ui.Label[discord.ui.LayoutView]


def text_part(
    name: str, label: str, hint: str = "", *, long: bool = False, needed: bool = True, value: str = ""
) -> Part:
    """An input for text, of one line or many."""
    field: discord.ui.TextInput[discord.ui.LayoutView] = discord.ui.TextInput(
        custom_id=name,
        style=discord.TextStyle.paragraph if long else discord.TextStyle.short,
        required=needed,
        max_length=TEXT_LIMIT if long else 300,
        default=value[: TEXT_LIMIT if long else 300] or None,
    )
    return _labelled(label, hint, field)


def pick_part(name: str, label: str, options: Sequence[Option], hint: str = "") -> Part:
    """One of several."""
    chosen = [
        discord.SelectOption(label=one.label, value=one.value, description=one.description or None)
        for one in fit_options(options)
    ]
    field: discord.ui.Select[discord.ui.LayoutView] = discord.ui.Select(custom_id=name, options=chosen)
    return _labelled(label, hint, field)


def file_part(name: str, label: str, hint: str = "") -> Part:
    """A file, if one likes."""
    field: discord.ui.FileUpload[discord.ui.LayoutView] = discord.ui.FileUpload(custom_id=name, required=False)
    return _labelled(label, hint, field)


def _labelled(label: str, hint: str, field: discord.ui.Item[discord.ui.LayoutView]) -> Part:
    description = shorten(hint, HINT_LIMIT) or None
    return discord.ui.Label(text=shorten(label, LABEL_LIMIT) or "…", description=description, component=field)


async def open_form(interaction: Interaction, title: str, key: Key, *parts: Part) -> None:
    """Show a form. It is stopped before it is sent: discord.py would drop its answer after a restart, we do not."""
    modal = discord.ui.Modal(title=shorten(title, TITLE_LIMIT), custom_id=key.custom_id)
    for part in parts:
        modal.add_item(cast("discord.ui.Item[discord.ui.Modal]", part))
    modal.stop()
    await interaction.response.send_modal(modal)


def read_form(interaction: Interaction) -> Filled:
    """What was written into the form that this interaction sends."""
    data = cast("Mapping[str, Any]", interaction.data or {})
    files = (data.get("resolved") or {}).get("attachments") or {}
    # the only place that knows discord.py's private state: attachments in a form have no public constructor
    attachments = tuple(discord.Attachment(data=one, state=interaction._state) for one in files.values())
    return Filled(dict(_values(data.get("components") or ())), attachments)


def _values(components: Sequence[Mapping[str, Any]]) -> Iterator[tuple[str, str]]:
    for one in components:
        if "custom_id" in one:
            yield one["custom_id"], str(one.get("value") or next(iter(one.get("values") or ()), ""))
        yield from _values(one.get("components") or ([one["component"]] if "component" in one else []))
