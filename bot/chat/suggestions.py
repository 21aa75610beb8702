"""Half-typed words to at most 25 suggestions; never an error, whatever happens."""

from __future__ import annotations

import logging
from collections.abc import Callable, Coroutine, Iterable
from typing import Any

from discord import app_commands

from bot.answers import Choice
from bot.chat.cards import shorten
from bot.chat.visit import Interaction, visiting
from bot.desk.suggesting import suggest
from bot.record import local_id
from bot.wording.language import ENGLISH, Language

log = logging.getLogger("stet.chat")

MOST, LONGEST = 25, 100

Suggest = Callable[[Interaction, str], Coroutine[Any, Any, list[app_commands.Choice[str]]]]


def suggesting(what: str) -> Suggest:
    """An autocomplete callback: what half-typed words may become, of a look-up or a table (`bot.desk.suggesting`).

    A failing search suggests nothing.
    """

    async def find(interaction: Interaction, current: str) -> list[app_commands.Choice[str]]:
        try:
            async with visiting(interaction, announce=False) as visit:
                return fit(await suggest(visit.desk, what, current[:LONGEST], MOST), visit.say)
        except Exception as error:
            log.info("no suggestions", extra={"interaction": interaction.id, "error": type(error).__name__})
            return []

    return find


def fit(choices: Iterable[Choice], say: Language = ENGLISH) -> list[app_commands.Choice[str]]:
    """Choices as Discord takes them: 25 of different values, every text 1 to 100 characters."""
    fitted: dict[str, app_commands.Choice[str]] = {}
    for one in choices:
        value = one.text if len(one.text) <= LONGEST else local_id(one.key)[:LONGEST]
        name = shorten(", ".join(filter(None, (one.text, say.phrase(one.label)))), LONGEST)
        if value.strip() and name:
            fitted.setdefault(value, app_commands.Choice(name=name, value=value))
    return list(fitted.values())[:MOST]
