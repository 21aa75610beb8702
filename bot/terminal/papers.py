"""A file, standard input or link named on the command line to the article it holds."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from bot.desk import Desk
from bot.desk.checking import Article
from bot.desk.fetching import Paper, fetch_paper, is_link
from bot.desk.papers import find_caution, read_paper
from bot.errors import BadInput
from bot.wording.language import language

MOST_BYTES = 10_000_000
STANDARD_INPUT = "-"


def article_arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of every verb that takes an article."""
    parser.add_argument("file", help="a link, or plain text, Markdown or HTML (a file, or - for standard input)")
    parser.add_argument("--outlet", default="", help="who publishes it")
    parser.add_argument("--published", default="", metavar="DATE", help="when it was published, such as 2025-12-13")
    parser.add_argument("--title", default="", help="its headline")
    parser.add_argument("--url", default="", help="where it stands")
    parser.add_argument("--origin", default=None, help="the agency text or document it derives from")


async def read_article(desk: Desk, arguments: argparse.Namespace) -> Paper:
    """The article in the file or behind the link, with what was said about it. Raises BadInput, FetchFailed."""
    said = Article("", arguments.outlet, arguments.published, arguments.title, arguments.url, origin=arguments.origin)
    if is_link(arguments.file):
        return await fetch_paper(desk, arguments.file, said)
    name = "standard input" if arguments.file == STANDARD_INPUT else arguments.file
    raw = _read_bytes(arguments.file)
    paper = await read_paper(raw, name, "", said)
    if caution := find_caution(paper.article.text):
        print(f"stet: {language(desk.settings.desk.language).phrase(caution)}", file=sys.stderr)
    return paper


def _read_bytes(name: str) -> bytes:
    if name == STANDARD_INPUT:
        return _standard_input()
    try:
        with Path(name).expanduser().open("rb") as file:
            return file.read(MOST_BYTES + 1)
    except OSError as error:
        raise BadInput("{file} cannot be read ({error}); check the name", file=name, error=error) from None


def _standard_input() -> bytes:
    stream = getattr(sys.stdin, "buffer", None)
    return stream.read(MOST_BYTES + 1) if stream else sys.stdin.read(MOST_BYTES + 1).encode("utf-8", "replace")
