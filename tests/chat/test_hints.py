"""Hints in Discord name what can be typed there."""

from __future__ import annotations

import re

import pytest
from discord import app_commands

from bot.chat.commands import COMMANDS
from bot.chat.hints import spoken, told_here
from bot.phrase import phrase
from bot.wording.language import CATALOGUES, language
from tests.wording.templates import list_templates

ROOTS = {one.name for one in COMMANDS if isinstance(one, app_commands.Command | app_commands.Group)}
CODES = ("en", *sorted(one.stem for one in CATALOGUES.glob("*.toml")))


@pytest.mark.parametrize(
    ("template", "here"),
    [
        ("judged; `stet undo {number}` takes that back", "judged; `/undo {number}` takes that back"),
        # another command does it
        ("no story yet: `load FOLDER` brings one", "no story yet: `/desk seeds` brings one"),
        ("`prune` drops them", "`/desk prune` drops them"),
        ("`show {source} --version {number}`", "`/show {source} version: {number}`"),
        ("`stet discrepancies --all` lists them", "`/discrepancies level: all` lists them"),
        ("a judgement needs a reason: --why TEXT", "a judgement needs a reason: why: TEXT"),
        ("say when: --as-of DATE, such as 2025-11", "say when: as_of: DATE, such as 2025-11"),
        ("--level is alert or note", "level is alert or note"),
        ("--published: {error}; give a date", "published: {error}; give a date"),
        # of the machine the desk runs on
        ("make it with `stet export` on the machine", "make it with `stet export` on the machine"),
        ("give another path with --db", "give another path with --db"),
        # no command at all
        ("12 died -- 3 of them later", "12 died -- 3 of them later"),
    ],
)
def test_commands_of_the_terminal_are_told_as_slash_commands(template: str, here: str) -> None:
    assert told_here(template) == here


@pytest.mark.parametrize("code", CODES)
def test_every_slash_command_named_exists(code: str) -> None:
    catalogue = language(code).catalogue
    told = [told_here(catalogue.get(template, template)) for template in list_templates().where]
    named = {found for text in told for found in re.findall(r"`/(\w+)", text)}
    assert "undo" in named
    assert named <= ROOTS


def test_what_fills_a_gap_stays_as_it_was_written() -> None:
    said = spoken("en").phrase(phrase("there is no source {asked}", asked="`stet undo 7` --why"))
    assert said == "there is no source `stet undo 7` --why"
