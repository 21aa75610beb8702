"""What a person is to see, before it is a terminal's lines or a Discord card: lines of styled spans and buttons.

Every text of a span is data: an edge must escape it for its own markup.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum


class Style(StrEnum):
    PLAIN = "plain"
    STRONG = "strong"
    DIM = "dim"
    ALERT = "alert"
    NOTE = "note"
    GOOD = "good"


@dataclass(frozen=True, slots=True)
class Span:
    """A run of text; `url` makes it a link, `day` lets an edge show it as a local date."""

    text: str
    style: Style = Style.PLAIN
    url: str = ""
    day: dt.date | None = None


Line = tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Button:
    """A further step: the same verb and argument work as a typed command in every edge."""

    label: str
    verb: str
    argument: str = ""


@dataclass(frozen=True, slots=True)
class Screen:
    """Answer first, support second, dissent third (design.md section 6); the rest in `body`, paged by the edge."""

    head: Line
    support: tuple[Line, ...] = ()
    dissent: tuple[Line, ...] = ()
    body: tuple[Line, ...] = ()
    buttons: tuple[Button, ...] = ()
    private: bool = True


def line(*parts: str | Span) -> Line:
    """A Line from texts and spans."""
    return tuple(part if isinstance(part, Span) else Span(part) for part in parts)


def strong(text: str) -> Span:
    return Span(text, Style.STRONG)


def plain_text(screen: Screen) -> str:
    """The screen as bare lines, no markup: what pipes and logs of commands get."""
    lines = (screen.head, *screen.support, *screen.dissent, *screen.body)
    return "\n".join("".join(span.text for span in one) for one in lines)


def printable(text: str) -> str:
    """Text of a source without the control characters that could drive the reader's terminal."""
    return "".join(char for char in text if char.isprintable() or char in "\n\t")
