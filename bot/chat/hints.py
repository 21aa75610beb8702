"""Sentences that name commands of the terminal to those for Discord: `/undo 7` where it has `stet undo 7`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from bot.wording.language import Language, language

# what is called otherwise here: the command of the terminal -> the slash command
OTHERWISE = {"load": "desk seeds", "prune": "desk prune"}
TERMINAL = ("export", "help", "db")  # said of the machine the desk runs on, and meant so
_COMMAND = re.compile(r"`(?:stet )?([a-z]+)((?: [^`]*)?)`")
_ALL = re.compile(r"--all\b")
_OPTION = re.compile(r"--(?!(?:db|help)\b)([a-z][a-z-]*)(:?)(?= ([A-ZÁÉÍÓÚÑ{\"])?)?")


@dataclass(frozen=True)
class _Here(Mapping[str, str]):
    """A catalogue whose every template names what there is in Discord."""

    catalogue: Mapping[str, str]

    def __getitem__(self, template: str) -> str:
        return told_here(self.catalogue.get(template, template))

    def __iter__(self) -> Iterator[str]:
        return iter(self.catalogue)

    def __len__(self) -> int:
        return len(self.catalogue)


@cache
def spoken(code: str) -> Language:
    """The Language for a code, as it is spoken in Discord."""
    plain = language(code)
    return Language(plain.code, _Here(plain.catalogue))


@lru_cache(maxsize=8192)
def told_here(template: str) -> str:
    """The template with slash commands and their options; what fills its gaps is not looked at.

    "`stet undo {number}`" -> "`/undo {number}`", "--why TEXT" -> "why: TEXT"
    """
    if "`" not in template and "--" not in template:
        return template
    return _OPTION.sub(_option, _ALL.sub("level: all", _COMMAND.sub(_slash, template)))


def _slash(found: re.Match[str]) -> str:
    verb, rest = found[1], found[2]
    if verb in TERMINAL:
        return found[0]
    return f"`/{OTHERWISE.get(verb, verb + rest)}`"


def _option(found: re.Match[str]) -> str:
    return found[1].replace("-", "_") + (":" if found[2] or found[3] else "")
