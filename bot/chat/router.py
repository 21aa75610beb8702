"""Presses and sent forms to what they mean, by their custom id alone: rights are checked anew, every fault is told.

discord.py would look for the view a button was sent with, and drop the press where it finds none; its dynamic items
lose their pattern as soon as one mixed view times out. Nothing here depends on a view: see `bot.chat.layout`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, cast

import discord

from bot.chat.commands import FORMS, PAGES, STEPS
from bot.chat.faults import tell_error
from bot.chat.forms import read_form
from bot.chat.keys import Key, read_key
from bot.chat.replies import show
from bot.chat.visit import Interaction, visiting
from bot.errors import Refused


async def route(interaction: Interaction) -> None:
    """Answer a component's or modal's interaction; other interactions are the command tree's."""
    try:
        if interaction.type is discord.InteractionType.component:
            await _pressed(interaction)
        elif interaction.type is discord.InteractionType.modal_submit:
            await _sent(interaction)
    except Exception as error:
        await tell_error(interaction, error)


async def _pressed(interaction: Interaction) -> None:
    data = cast("Mapping[str, Any]", interaction.data)
    key = _known(data["custom_id"])
    picked = tuple(str(one) for one in data.get("values") or ())
    if key.verb in PAGES:
        page = PAGES[key.verb]
        async with visiting(interaction, page.role) as visit:
            await show(visit, page, Key(key.verb, picked[0]) if picked else key)
        return
    step = STEPS[key.verb]
    async with visiting(interaction, step.role, announce=step.announce, private=step.private) as visit:
        await step.run(visit, key, picked)


async def _sent(interaction: Interaction) -> None:
    data = cast("Mapping[str, Any]", interaction.data)
    key = _known(data["custom_id"], form=True)
    form = FORMS[key.verb]
    async with visiting(interaction, form.role) as visit:
        await form.run(visit, key, read_form(interaction))


def _known(custom_id: str, *, form: bool = False) -> Key:
    key = read_key(custom_id)
    if key is None or key.verb not in (FORMS if form else {**PAGES, **STEPS}):
        raise Refused("this button is from another version of the desk; type the command instead (/help lists them)")
    return key
