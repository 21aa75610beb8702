"""The commands of the chat edge: a folder of files of one shape, and what they add up to."""

from __future__ import annotations

from bot.chat.commands import (
    adding,
    administration,
    checking,
    discrepancies,
    help,
    judging,
    lookups,
    machine,
    record,
    texts,
    watching,
)
from bot.chat.commands.sharing import make_verbs
from bot.chat.verbs import Command, Form, Page, Step, Verbs

FILES: tuple[Verbs, ...] = (
    lookups.VERBS,
    texts.VERBS,
    checking.VERBS,
    machine.VERBS,
    adding.VERBS,
    discrepancies.VERBS,
    judging.VERBS,
    record.VERBS,
    watching.VERBS,
    help.VERBS,
    administration.VERBS,
)

PAGES: dict[str, Page] = {name: page for one in FILES for name, page in one.pages.items()}
FILES = (*FILES, make_verbs(PAGES))
STEPS: dict[str, Step] = {name: step for one in FILES for name, step in one.steps.items()}
FORMS: dict[str, Form] = {name: form for one in FILES for name, form in one.forms.items()}
COMMANDS: tuple[Command, ...] = tuple(command for one in FILES for command in one.commands)
