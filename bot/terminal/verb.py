"""The shape every verb of the terminal has."""

from __future__ import annotations

import argparse
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.desk import Desk
    from bot.terminal.output import Output

Arguments = Callable[[argparse.ArgumentParser], None]
Run = Callable[["Desk", argparse.Namespace, "Output"], Awaitable[int]]


@dataclass(frozen=True, slots=True)
class Verb:
    """One command: its help sentence, its arguments, and what it does (returns the exit status).

    `record` False = the verb needs no database (compare, read) and gets a desk on an empty one in memory.
    """

    name: str
    help: str
    arguments: Arguments
    run: Run
    record: bool = True


def words(parser: argparse.ArgumentParser, name: str, help: str) -> None:
    """A free-text argument that takes the rest of the line."""
    parser.add_argument(name, nargs="+", help=help)
