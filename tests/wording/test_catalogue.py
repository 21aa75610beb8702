"""The catalogues beside the program: every sentence it shows has a translation with the same gaps, and no other has."""

from __future__ import annotations

import errno
import os
import re
import string
import tomllib
from collections.abc import Iterator
from enum import Enum
from functools import cache

import pytest
from discord import app_commands
from hypothesis import given
from hypothesis import strategies as st

from bot.alert import Act as Step
from bot.chat.commands import COMMANDS
from bot.chat.commands.help import ADMINS, EDITORS, READERS
from bot.compare.names import NameVerdict
from bot.desk.pairs import PairKind
from bot.read.notices import NoticeKind
from bot.record import Act, AliasKind, EntityKind, FactKind, Level, Rank, Ruling, State, Verdict
from bot.wording.language import CATALOGUES, Language, language
from tests.wording.templates import list_templates

CODES = sorted(path.stem for path in CATALOGUES.glob("*.toml"))
CATALOGUE = {code: tomllib.loads((CATALOGUES / f"{code}.toml").read_text(encoding="utf-8")) for code in CODES}
ENTRIES = [(code, key, text) for code, entries in CATALOGUE.items() for key, text in entries.items()]

# words shown as they stand in the record, by calls whose template only a run could tell
WORDS: tuple[type[Enum], ...] = (
    *(Act, AliasKind, EntityKind, FactKind, Level, Rank, Ruling, State, Verdict),
    *(NoticeKind, NameVerdict, PairKind, Step),
)
SYSTEM = tuple(os.strerror(getattr(errno, name)) for name in "ENOENT EACCES EPERM EISDIR ENOTDIR EEXIST".split())
SYSTEM += tuple(
    os.strerror(getattr(errno, name)) for name in "ENOSPC EROFS ECONNREFUSED ECONNRESET ENETUNREACH".split()
)
STEPS = ("judged", "undone", "snoozed", "reopened")  # what a person does to a discrepancy, in its history
SHOWN_FROM_DATA = {
    "bot/chat/commands/judging.py: say(ruling.value)": "Ruling",
    "bot/chat/commands/judging.py: visit.say(one.value)": "Ruling",
    "bot/chat/commands/discrepancies.py: say(held.state.value)": "State",
    "bot/desk/suggesting.py: phrase(one.state.value)": "State",
    "bot/wording/findings.py: say(finding.comparison.level.value)": "Level",
    "bot/wording/judging.py: say(held.comparison.level)": "Level",
    "bot/wording/judging.py: say(held.comparison.verdict)": "Verdict",
    "bot/wording/judging.py: say(held.judgement.ruling)": "Ruling",
    "bot/wording/judging.py: say(made.ruling.value)": "Ruling",
    "bot/desk/tracing.py: phrase(step.act)": "STEPS",
    "bot/desk/tracing.py: phrase(type(row).__name__.lower())": "names of tables, which loading shows too",
    "bot/chat/commands/help.py: say(text)": "READERS, EDITORS, ADMINS",
    "bot/chat/commands/help.py: say(name)": "READERS, EDITORS, ADMINS",
    "bot/wording/machine.py: say(answer.verdict)": "Verdict, NameVerdict",
    "bot/wording/lookups.py: say(hit.kind)": "names of tables, which loading shows too",
    "bot/wording/lookups.py: say(made.ruling.value)": "Ruling",
    "bot/wording/lookups.py: say(one.alias.kind.value)": "AliasKind",
}


def _commands() -> Iterator[tuple[str, str]]:
    """Key in a catalogue and English text of every name, description and choice Discord shows."""
    for command in COMMANDS:
        members = command.walk_commands() if isinstance(command, app_commands.Group) else ()
        for one in (command, *members):
            yield f"/{one.name}", one.name
            if not isinstance(one, app_commands.ContextMenu):
                yield one.description, one.description
            for option in one.parameters if isinstance(one, app_commands.Command) else ():
                yield f"/{option.display_name}", option.display_name
                yield str(option.description), str(option.description)
                yield from ((choice.name, choice.name) for choice in option.choices)


@cache
def _needed() -> dict[str, str]:
    """Every text a catalogue has to hold, and where it is shown."""
    words = {member.value: kind.__name__ for kind in WORDS for member in kind}
    helped = {text: "/help" for _, text in (*READERS, *EDITORS, *ADMINS)}
    return {
        **list_templates().where,
        **words,
        **helped,
        **dict.fromkeys(STEPS, "history"),
        **dict.fromkeys(SYSTEM, "what the system says of a file or connection"),
        **{key: "a command" for key, _ in _commands()},
    }


def _gaps(template: str) -> list[tuple[str, str | None]]:
    return sorted((name, how) for _, name, _, how in string.Formatter().parse(template) if name is not None)


def test_every_template_can_be_told() -> None:
    assert set(list_templates().unclear) <= set(SHOWN_FROM_DATA)


@pytest.mark.parametrize("code", CODES)
def test_nothing_is_left_in_english(code: str) -> None:
    missing = {text: where for text, where in _needed().items() if text not in CATALOGUE[code]}
    assert not missing


@pytest.mark.parametrize("code", CODES)
def test_no_translation_has_lost_its_template(code: str) -> None:
    assert not set(CATALOGUE[code]) - set(_needed())


@pytest.mark.parametrize("code", CODES)
def test_translations_keep_the_gaps(code: str) -> None:
    changed = {key: text for key, text in CATALOGUE[code].items() if set(_gaps(key)) != set(_gaps(text))}
    assert not changed


@pytest.mark.parametrize("code", CODES)
def test_no_translation_is_empty_or_loses_its_spaces(code: str) -> None:
    def edges(text: str) -> tuple[bool, bool]:
        return text.startswith(" "), text.endswith(" ")

    assert not {key: text for key, text in CATALOGUE[code].items() if not text.strip() or edges(key) != edges(text)}


# https://discord.com/developers/docs/interactions/application-commands#application-command-object
NAME = re.compile(r"[-_'\w]{1,32}")


@pytest.mark.parametrize("code", CODES)
def test_commands_are_named_as_discord_allows(code: str) -> None:
    entries, menus = CATALOGUE[code], {one.name for one in COMMANDS if isinstance(one, app_commands.ContextMenu)}
    for key, name in _commands():
        text = entries[key]
        if name in menus:
            assert 1 <= len(text) <= 32, text
        elif key.startswith("/"):
            assert NAME.fullmatch(text), text
            assert text == text.lower()
        else:
            assert 1 <= len(text) <= 100, text


@pytest.mark.parametrize("code", CODES)
def test_names_that_stand_side_by_side_differ(code: str) -> None:
    def distinct(names: list[str]) -> bool:
        said = [CATALOGUE[code][f"/{name}"] for name in names]
        return len(set(said)) == len(said)

    assert distinct([one.name for one in COMMANDS])
    for command in COMMANDS:
        for one in (command, *(command.walk_commands() if isinstance(command, app_commands.Group) else ())):
            if isinstance(one, app_commands.Group):
                assert distinct([member.name for member in one.commands])
            elif isinstance(one, app_commands.Command):
                assert distinct([option.display_name for option in one.parameters])


@given(st.sampled_from(ENTRIES), st.text(max_size=20))
def test_any_template_is_filled(entry: tuple[str, str, str], filling: str) -> None:
    code, key, text = entry
    names = {name for name, _ in _gaps(key)} if "{ " not in key.replace("{{ ", "") else set()
    said = language(code)(key, **dict.fromkeys(names, filling))
    assert all(filling in said or how == "r" for _, how in _gaps(text) if names)


@given(
    st.text(alphabet="abcdefghijklmnopqrstuvwxyz-ABC0123456789", max_size=8).filter(lambda code: code[:2] not in CODES)
)
def test_an_unknown_language_is_english(code: str) -> None:
    assert language(code) == Language()
    assert language(code)("{count} more", count=3) == "3 more"
