"""A command line's words to one verb on one open desk; without words, the desk itself."""

from __future__ import annotations

import argparse
import io
import os
import sys
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path

from bot.config import Settings
from bot.desk import Desk
from bot.terminal.arguments import STATUS_WRONG
from bot.terminal.lines import parse, run_line
from bot.terminal.output import Output
from bot.terminal.verbs import get_verb

DATABASE = "desk.sqlite"


async def run_verbs(words: Sequence[str], options: argparse.Namespace, settings: Settings) -> int:
    """Run one verb, or with no words the prompt (a terminal) or every line of standard input (a pipe)."""
    if isinstance(sys.stdin, io.TextIOWrapper):
        sys.stdin.reconfigure(errors="surrogateescape")  # bytes that are no text spoil their own line, not the rest
    output = Output(sys.stdout, as_json=options.json, colour=has_colour(), interactive=sys.stdin.isatty())
    if not words:
        async with _open(options.db, settings, with_seeds=True) as desk:
            return await _converse(desk, output, settings)
    verb = get_verb(words[0].removeprefix("/"))
    arguments = parse(verb, words[1:])
    path = options.db or (None if verb.record else ":memory:")
    async with _open(path, settings, with_seeds=options.db is None and verb.record) as desk:
        status = await verb.run(desk, arguments, output)
        if verb.record and await desk.is_empty():  # else nothing found reads as nothing wrong
            where = f"the record {path}" if path else "the record"
            print(f"stet: {where} is empty: `stet load DIR` puts a story into it", file=sys.stderr)
        return status


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
    for name in ("LOGNAME", "USER", "LNAME", "USERNAME"):
        if login := os.environ.get(name):
            return login
    import getpass  # looks at the same four first, but drags the terminal's settings along

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
