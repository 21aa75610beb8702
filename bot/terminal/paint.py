"""A screen to a terminal's coloured, wrapped lines."""

from __future__ import annotations

from typing import TextIO

from rich.console import Console
from rich.text import Text

from bot.screen import Line, Screen, Span, Style, printable

COLOURS = {
    Style.PLAIN: "",
    Style.STRONG: "bold",
    Style.DIM: "dim",
    Style.ALERT: "bold red",
    Style.NOTE: "yellow",
    Style.GOOD: "green",
}


def paint(screen: Screen, stream: TextIO) -> None:
    """Print a screen in colour; links become terminal hyperlinks."""
    console = Console(file=stream, highlight=False, soft_wrap=False)
    for line in (screen.head, *screen.support, *screen.dissent, *screen.body):
        console.print(_painted(line))


def _painted(line: Line) -> Text:
    text = Text()
    for span in line:
        text.append(printable(span.text), _style(span))
    return text


def _style(span: Span) -> str:
    return f"{COLOURS[span.style]} link {span.url}".strip() if span.url.startswith("http") else COLOURS[span.style]
