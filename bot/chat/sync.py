"""The commands as Discord is to know them, told only when they changed."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import discord
from discord import app_commands

from bot.wording.language import CATALOGUES, language

FILE = "commands.sha256"


class CatalogueTranslator(app_commands.Translator):
    """Names and descriptions of commands from the catalogues; a name's key is written "/name"."""

    async def translate(
        self,
        string: app_commands.locale_str,
        locale: discord.Locale,
        context: app_commands.TranslationContextTypes,
    ) -> str | None:
        """The text in a locale; None where its catalogue has none."""
        say = language(locale.value)
        if say.code == "en":
            return None
        is_name = context.location.name in _NAMES
        return say.catalogue.get(f"/{string.message}" if is_name else string.message)


_NAMES = ("command_name", "group_name", "parameter_name")


async def sync_commands(tree: app_commands.CommandTree[discord.Client], folder: Path) -> bool:
    """Tell Discord the commands if they changed since it was last told; returns whether it was told."""
    path, digest = folder / FILE, _digest(tree)
    if path.is_file() and path.read_text(encoding="utf-8") == digest:
        return False
    await tree.sync()
    path.write_text(digest, encoding="utf-8")
    return True


def _digest(tree: app_commands.CommandTree[discord.Client]) -> str:
    """Of all that the payload is made of: making it, in every language Discord has, takes half a second."""
    commands = [one.to_dict(tree) for one in tree.get_commands()]
    catalogues = [path.read_text(encoding="utf-8") for path in sorted(CATALOGUES.glob("*.toml"))]
    told = [discord.__version__, tree.client.application_id, commands, catalogues]
    return hashlib.sha256(json.dumps(told, sort_keys=True, ensure_ascii=False).encode()).hexdigest()
