"""One typed line to one verb run: words, options and mistakes as they come from a prompt or a pipe."""

from __future__ import annotations

import argparse
import os
import shlex
from collections.abc import Sequence

from bot.desk import Desk
from bot.errors import BadInput, StetError
from bot.terminal.arguments import STATUS_WRONG, Parser, tell
from bot.terminal.output import Output
from bot.terminal.verb import Verb
from bot.terminal.verbs import get_verb
from bot.wording.language import language


async def run_line(desk: Desk, line: str, output: Output) -> int:
    """Run one typed line; an error is told and gives its status, the desk goes on."""
    try:
        words = split(line)
        verb = get_verb(words[0].removeprefix("/"))
        options, rest = _line_options(words[1:])
        chosen = Output(output.stream, output.as_json or options.json, output.colour, output.interactive)
        return await verb.run(desk, parse(verb, rest), chosen)
    except StetError as error:
        tell(error, language(desk.settings.desk.language))
        return STATUS_WRONG
    except SystemExit as done:  # argparse's own --help
        return int(done.code or 0)


def split(line: str) -> list[str]:
    """A line's words: quotes group them where they are paired, and are letters where they are not (O'Brien)."""
    try:
        return shlex.split(line) or [""]
    except ValueError:
        return line.split() or [""]


def _line_options(words: Sequence[str]) -> tuple[argparse.Namespace, list[str]]:
    parser = Parser(prog="stet", add_help=False, allow_abbrev=False)
    parser.add_argument("--json", action="store_true")
    return parser.parse_known_args(list(words))


def parse(verb: Verb, words: Sequence[str]) -> argparse.Namespace:
    """A verb's arguments from its words; raises BadInput."""
    for word in words:
        _check(word)
    parser = Parser(prog=f"stet {verb.name}", description=verb.help, allow_abbrev=False)
    verb.arguments(parser)
    return parser.parse_args(list(words))


def _check(word: str) -> None:
    """Refuse what is no text, of which a question or a record could only keep a part; files may be named so."""
    if "\0" in word or (any("\ud800" <= char <= "\udfff" for char in word) and not os.path.lexists(word)):
        raise BadInput(
            "{word!r} is no text (NUL or a broken encoding); type it again, or convert it to UTF-8", word=word[:60]
        )
