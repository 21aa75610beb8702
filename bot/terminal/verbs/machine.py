"""The machine at work, from the terminal: what the readers find in a text, one case or a stream of them."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

from bot.desk import Desk
from bot.desk.machine import ReadCase, read_case, read_case_line, read_published
from bot.desk.pairs import PairCase, PairKind, compare_case, read_pair_line
from bot.errors import BadInput
from bot.terminal.output import Output
from bot.terminal.verb import Verb
from bot.wording.language import language
from bot.wording.machine import pair_screen, reading_screen


async def _read(desk: Desk, arguments: argparse.Namespace, output: Output) -> int:
    known = (await desk.link_index()).names  # none, unless a record was named with --db
    if arguments.jsonl:
        for number, row in enumerate(_lines(arguments.text), start=1):
            if row.strip():
                output.data(read_case(read_case_line(row, number), known))
        return 0
    case = ReadCase(_text(arguments.text), published=read_published(arguments.published))
    answer = read_case(case, known)
    output.show(answer, reading_screen(answer, language(desk.settings.desk.language)))
    return 0


async def _compare(desk: Desk, arguments: argparse.Namespace, output: Output) -> int:
    kind, pair = PairKind(arguments.kind), arguments.pair
    if arguments.jsonl:
        for number, row in enumerate(_lines(pair), start=1):
            if row.strip():
                output.data(compare_case(kind, read_pair_line(row, number)))
        return 0
    if len(pair) != 2:
        text = 'compare takes two {kind}s, each in quote marks: stet compare {kind} "..." "..."'
        raise BadInput(text, kind=kind.value)
    answer = compare_case(kind, PairCase(pair[0], pair[1], published=read_published(arguments.published)))
    output.show(answer, pair_screen(answer, language(desk.settings.desk.language)))
    return 0


def _text(words: list[str]) -> str:
    """The text meant: standard input for "-" or nothing, a file where one is named, else the words themselves."""
    if not words or words == ["-"]:
        return sys.stdin.read()
    path = Path(words[0]).expanduser() if len(words) == 1 else None
    return _file(path) if path and _is_file(path) else " ".join(words)


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except (OSError, ValueError):  # a sentence can be longer than any file name
        return False


def _file(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        raise BadInput("{path} is not UTF-8 text; save it as UTF-8 first", path=path) from None
    except OSError as error:
        raise BadInput("{path} cannot be read: {error}", path=path, error=error) from None


def _lines(words: list[str]) -> Iterator[str]:
    """Standard input, or the lines of a file of cases, one at a time."""
    if not words or words == ["-"]:
        yield from sys.stdin
        return
    try:
        with Path(words[0]).expanduser().open(encoding="utf-8-sig") as file:
            yield from file
    except UnicodeDecodeError:
        raise BadInput("{path} is not UTF-8 text; save it as UTF-8 first", path=words[0]) from None
    except OSError as error:
        raise BadInput("{path} cannot be read: {error}", path=words[0], error=error) from None


def _read_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("text", nargs="*", help="the text itself, a file, or - for standard input")
    parser.add_argument("--published", metavar="DATE", help="the day it appeared; relative dates count from it")
    parser.add_argument("--jsonl", action="store_true", help='read cases {"id", "text", "published"}, one JSON a line')


def _compare_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("kind", choices=[kind.value for kind in PairKind], help="what the two are")
    parser.add_argument("pair", nargs="*", help='the two, each in quote marks; with --jsonl a file of cases or "-"')
    parser.add_argument("--published", metavar="DATE", help="the day relative dates count from")
    parser.add_argument("--jsonl", action="store_true", help='compare cases {"id", "a", "b"}, one JSON a line')


VERBS: dict[str, Verb] = {
    verb.name: verb
    for verb in (
        Verb(
            "read",
            "What the readers find in a text: figures, dates, names and quotes, as data.",
            _read_arguments,
            _read,
            record=False,
        ),
        Verb(
            "compare",
            "Whether two names, figures or dates can both be right, and why.",
            _compare_arguments,
            _compare,
            record=False,
        ),
    )
}
