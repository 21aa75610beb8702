"""Quote marks of every make to the spans between them; apostrophes, inches and lone marks are none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bot.read.sentences import Spans

_CLOSERS = {
    "“": "”“",
    "„": "“”‟",
    "‟": "”",
    "«": "»",
    "»": "«",
    "‘": "’",
    "‚": "‘’",
    "‹": "›",
    '"': '"',
    "'": "'",
    "「": "」",
    "『": "』",
}
_MARK = re.compile("[“”„‟«»‘’‚‹›\"'「」『』]")
_SOLID = re.compile(r"\w")


@dataclass(frozen=True, slots=True)
class Marked:
    """The span inside a pair of marks; `depth` 1 stands inside another; `open` ran to its paragraph's end unclosed."""

    start: int
    end: int
    depth: int = 0
    open: bool = False


def find_marked(text: str, paragraphs: Spans) -> tuple[Marked, ...]:
    """Every marked span in order, outer before inner; an unclosed one counts only if the next paragraph goes on."""
    found: list[Marked] = []
    for number, (start, end) in enumerate(paragraphs):
        goes_on = number + 1 < len(paragraphs) and text[paragraphs[number + 1][0]] in '“"„«‘'
        found.extend(_in_paragraph(text, start, end, goes_on=goes_on))
    return tuple(sorted(found, key=lambda one: (one.start, one.depth)))


def _in_paragraph(text: str, start: int, end: int, *, goes_on: bool) -> Iterator[Marked]:
    stack: list[tuple[str, int]] = []
    for mark in _MARK.finditer(text, start, end):
        here, place = mark[0], mark.start()
        level = next((n for n in range(len(stack) - 1, -1, -1) if here in _CLOSERS[stack[n][0]]), None)
        if level is not None and _closes(text, place, here):
            opened = stack[level][1]
            del stack[level:]
            if level < 2 and (inner := _inner(text, opened, place)):
                yield Marked(*inner, depth=level)
        elif (
            here in _CLOSERS and len(stack) < 3 and _opens(text, place, here) and here not in {one for one, _ in stack}
        ):
            stack.append((here, mark.end()))
    if stack and goes_on and stack[0][0] not in "'’‘" and (inner := _inner(text, stack[0][1], end)):
        yield Marked(*inner, open=True)


def _inner(text: str, start: int, end: int) -> tuple[int, int] | None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return (start, end) if _SOLID.search(text, start, end) else None


def _opens(text: str, place: int, mark: str) -> bool:
    before, after = text[place - 1 : place], text[place + 1 : place + 2]
    if not after or after.isspace():
        return mark in "«„"
    if mark in "\"'":
        return not before or not (before.isalnum() or before in ".,!?")
    if mark in "‘":
        return not before.isalnum()
    return mark != "»" or not before.strip()


def _closes(text: str, place: int, mark: str) -> bool:
    before, after = text[place - 1 : place], text[place + 1 : place + 2]
    if mark in "'’":
        return not before.isspace() and not after.isalnum()
    if mark == '"':
        return not before.isspace() or not after.isalnum()
    return True
