"""Screens and values to what the terminal prints: coloured, plain or JSON."""

from __future__ import annotations

import dataclasses
import datetime as dt
import json
from collections.abc import Mapping
from decimal import Decimal
from enum import Enum
from typing import TextIO

from bot.phrase import Phrase
from bot.screen import Screen, plain_text, printable


@dataclasses.dataclass(slots=True)
class Output:
    """Where a verb's answer goes; `as_json` prints the typed answer instead of its wording."""

    stream: TextIO
    as_json: bool = False
    colour: bool = False
    interactive: bool = False

    def show(self, answer: object, screen: Screen) -> None:
        """Print an answer: its data with --json, else its screen."""
        if self.as_json:
            self.data(answer)
        elif self.colour:
            from bot.terminal.paint import paint

            paint(screen, self.stream)
        else:
            self.text(plain_text(screen))

    def text(self, text: str) -> None:
        """Print one text as it is."""
        print(printable(text), file=self.stream)

    def data(self, value: object) -> None:
        """Print one value as one line of JSON."""
        print(json.dumps(jsonable(value), ensure_ascii=False), file=self.stream)


def jsonable(value: object) -> object:
    """Dataclasses, enums, decimals, dates and phrases as what JSON knows (decimals and dates as strings)."""
    match value:
        case None | bool() | int() | float():
            return value
        case Enum():
            return value.value
        case str():
            return value
        case Decimal():
            return f"{value.normalize():f}" if value else "0"
        case dt.date() | dt.datetime():
            return value.isoformat()
        case Phrase():
            return str(value)
        case Mapping():
            return {str(key): jsonable(item) for key, item in value.items()}
        case list() | tuple() | set() | frozenset():
            return [jsonable(item) for item in value]
        case _ if dataclasses.is_dataclass(value) and not isinstance(value, type):
            return {f.name: jsonable(getattr(value, f.name)) for f in dataclasses.fields(value)}
    raise TypeError(f"no JSON form for {type(value).__name__}")
