"""The command line to one verb run against one desk, and the one place where errors become a sentence and a status."""

from __future__ import annotations

import argparse
import asyncio
import os
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from bot import __version__
from bot.errors import BadInput, StetError
from bot.terminal.arguments import STATUS_DONE, STATUS_INTERRUPTED, STATUS_WRONG, Parser, tell

if TYPE_CHECKING:
    from bot.config import Settings


def run(argv: Sequence[str]) -> int:
    """Run one command line; returns the exit status (0 done, 1 alerts found, 2 wrong use or bad input)."""
    try:
        status = _run(argv)
        sys.stdout.flush()
        return status
    except StetError as error:
        tell(error)
        return STATUS_WRONG
    except KeyboardInterrupt:
        return STATUS_INTERRUPTED
    except BrokenPipeError:  # the reader of a pipe has gone (`stet find x | head`): nobody is left to tell
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return STATUS_DONE


def global_options() -> Parser:
    """The options every verb takes, before it or after it."""
    parser = Parser(prog="stet", add_help=False, allow_abbrev=False)
    parser.add_argument("--db", metavar="PATH", help="the record to use (default: in your platform's data folder)")
    parser.add_argument("--config", metavar="FILE", help="the settings file")
    parser.add_argument("--json", action="store_true", help="print the typed answer as JSON")
    parser.add_argument("--terminal", action="store_true", help="start the terminal desk even if a token is configured")
    return parser


def _run(argv: Sequence[str]) -> int:
    if argv and argv[0] in ("--version", "-V"):
        print(f"stet {__version__}")
        return STATUS_DONE
    if argv and argv[0] in ("--help", "-h", "help"):
        from bot.terminal.help import overview

        print(overview(argv[1:]))
        return STATUS_DONE
    options, rest = global_options().parse_known_args(argv)
    from bot.config import find_config, load_settings

    settings = load_settings(find_config(options.config))
    try:
        return _start(rest, options, settings)
    except StetError as error:
        from bot.wording.language import language

        tell(error, language(settings.desk.language))
        return STATUS_WRONG


def _start(rest: Sequence[str], options: argparse.Namespace, settings: Settings) -> int:
    """One verb, the desk in this terminal, or the desk on Discord."""
    if not rest and not options.terminal and (token := _token(settings.discord.token_file)):
        from bot.chat import run_client

        return run_client(token, settings)
    if not rest and not options.terminal and sys.stdin.isatty():
        from bot.wording.language import language

        say = language(settings.desk.language)
        told = say("no Discord token is set (STET_TOKEN or discord.token_file), so the desk is in this terminal")
        print(f"stet: {told}", file=sys.stderr)
    from bot.terminal.run import run_verbs

    return asyncio.run(run_verbs(rest, options, settings))


def _token(token_file: str) -> str:
    """The bot's token from $STET_TOKEN or the named file; "" where none is configured."""
    if token := os.environ.get("STET_TOKEN", "").strip():
        return token
    if not token_file:
        return ""
    try:
        with open(os.path.expanduser(token_file), encoding="utf-8") as file:
            words = file.read().split()
    except (OSError, UnicodeDecodeError) as error:
        raise BadInput(
            "the token file {path} cannot be read ({error}); mend discord.token_file or set STET_TOKEN",
            path=token_file,
            error=error,
        ) from None
    if len(words) != 1:
        raise BadInput("the token file {path} must hold the bot's token and nothing else", path=token_file)
    return words[0]
