"""A command line's words to one verb on one open desk; without words, the desk itself."""

from __future__ import annotations

import argparse
import getpass
import os
import sys
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path

from bot.config import Settings
from bot.desk import Desk
from bot.errors import StetError
from bot.terminal.arguments import STATUS_WRONG, Parser, tell
from bot.terminal.output import Output
from bot.terminal.verb import Verb
from bot.terminal.verbs import get_verb

DATABASE = "desk.sqlite"


async def run_verbs(words: Sequence[str], options: argparse.Namespace, settings: Settings) -> int:
    """Run one verb, or with no words the prompt (a terminal) or every line of standard input (a pipe)."""
    output = Output(sys.stdout, as_json=options.json, colour=has_colour(), interactive=sys.stdin.isatty())
    if not words:
        async with _open(options.db, settings, with_seeds=True) as desk:
            return await _converse(desk, output, settings)
    verb = get_verb(words[0].removeprefix("/"))
    arguments = parse(verb, words[1:])
    path = options.db if verb.record else ":memory:"
    async with _open(path, settings, with_seeds=options.db is None and verb.record) as desk:
        return await verb.run(desk, arguments, output)


def parse(verb: Verb, words: Sequence[str]) -> argparse.Namespace:
    """A verb's arguments from its words; raises BadInput."""
    parser = Parser(prog=f"stet {verb.name}", description=verb.help, allow_abbrev=False)
    verb.arguments(parser)
    return parser.parse_args(list(words))


def has_colour() -> bool:
    """Colour only for a terminal, and only where NO_COLOR (no-color.org) is not set."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


@asynccontextmanager
async def _open(db: str | None, settings: Settings, *, with_seeds: bool) -> AsyncIterator[Desk]:
    path = None if db == ":memory:" else Path(db).expanduser() if db else settings.data_folder / DATABASE
    by = settings.desk.name or _login()
    async with Desk.open(path, settings, by=by, now=lambda: datetime.now(UTC)) as desk:
        if with_seeds:
            report = await desk.load_seeds()
            for problem in report.problems:
                print(f"stet: {problem}", file=sys.stderr)
        yield desk


def _login() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):  # no user database in a bare container
        return "terminal"


async def _converse(desk: Desk, output: Output, settings: Settings) -> int:
    if output.interactive:
        from bot.terminal.prompt import converse

        return await converse(desk, output, settings.data_folder)
    worst = 0
    for line in sys.stdin:
        if line.strip():
            status = await run_line(desk, line, output)
            worst = max(worst, status)
            if status != STATUS_WRONG:
                output.text("")
    return worst


async def run_line(desk: Desk, line: str, output: Output) -> int:
    """Run one typed line; an error is told and gives its status, the desk goes on."""
    try:
        words = split(line)
        verb = get_verb(words[0].removeprefix("/"))
        options, rest = _line_options(words[1:])
        chosen = Output(output.stream, output.as_json or options.json, output.colour, output.interactive)
        return await verb.run(desk, parse(verb, rest), chosen)
    except StetError as error:
        tell(error)
        return STATUS_WRONG
    except SystemExit as done:  # argparse's own --help
        return int(done.code or 0)


def split(line: str) -> list[str]:
    """A line's words: quotes group them where they are paired, and are letters where they are not (O'Brien)."""
    import shlex

    try:
        return shlex.split(line) or [""]
    except ValueError:
        return line.split() or [""]


def _line_options(words: Sequence[str]) -> tuple[argparse.Namespace, list[str]]:
    parser = Parser(prog="stet", add_help=False, allow_abbrev=False)
    parser.add_argument("--json", action="store_true")
    return parser.parse_known_args(list(words))
