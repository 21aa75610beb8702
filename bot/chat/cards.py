"""A screen to a card: texts and keys that keep every limit of a Components V2 message by construction.

40 components counted nested, 4,000 characters, rows of five buttons, 25 options, custom ids of 100 characters.
https://discord.com/developers/docs/components/reference
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from bot.chat.keys import Key
from bot.chat.markup import clean, markdown
from bot.screen import Line, Screen, Span, Style
from bot.wording.language import Language

HEAD_LIMIT = 700
PAGE_LIMIT = 2800
PAGE_LINES = 14
LINE_LIMIT = 900
LABEL_LIMIT = 34
KEYS_IN_ROW = 5
KEY_ROWS = 4
OPTIONS = 25
OPTION_LIMIT = 100


@dataclass(frozen=True, slots=True)
class Option:
    """One line of a select: what it says, what tells it from the others, what it stands for."""

    value: str
    label: str
    description: str = ""


@dataclass(frozen=True, slots=True)
class Pressable:
    """A button: its words, what pressing it means, and how loud it looks."""

    label: str
    key: Key
    loud: bool = False


@dataclass(frozen=True, slots=True)
class Card:
    """What one message shows. `texts` are markdown, divided by lines; `alarming` gives the card a red edge."""

    texts: tuple[str, ...]
    buttons: tuple[Pressable, ...] = ()
    options: tuple[Option, ...] = ()
    pick: Key | None = None
    alarming: bool = False
    private: bool = True
    page: int = 1
    pages: int = 1
    hint: str = ""

    def with_buttons(self, *more: Pressable) -> Card:
        return replace(self, buttons=(*self.buttons, *more))


@dataclass(frozen=True, slots=True)
class View:
    """For whom a card is made: language, the newsroom's zone, the page, and the step that would show it again."""

    say: Language
    zone: dt.tzinfo = dt.UTC
    page: int = 1
    again: Key | None = None


def make_card(screen: Screen, view: View) -> Card:
    """One page of a screen; a page beyond the last shows the last."""
    pages = list(_pages(screen, view.zone))
    page = min(max(view.page, 1), len(pages))
    head = _head(screen.head, view.zone)
    texts = [head, *pages[page - 1]]
    if len(pages) > 1:
        texts.append("-# " + view.say("page {page} of {pages}", page=page, pages=len(pages)))
    steps = [Pressable(one.label, Key(one.verb, one.argument)) for one in screen.buttons]
    turns = _turns(view, page, len(pages))
    return Card(
        texts=tuple(text for text in texts if text.strip()) or ("…",),
        buttons=fit_buttons([*turns, *steps]),
        alarming=bool(screen.dissent) or any(span.style is Style.ALERT for span in screen.head),
        private=screen.private,
        page=page,
        pages=len(pages),
    )


def _turns(view: View, page: int, pages: int) -> Iterator[Pressable]:
    if view.again is None or pages == 1:
        return
    if page > 1:
        yield Pressable(view.say("Previous"), replace(view.again, page=page - 1))
    if page < pages:
        yield Pressable(view.say("Next"), replace(view.again, page=page + 1))


def _head(line: Line, zone: dt.tzinfo) -> str:
    pieces = list(_wrapped(line, HEAD_LIMIT, zone))
    text = markdown(pieces[0], zone) if pieces else ""
    return f"{text} …" if len(pieces) > 1 else text


def _pages(screen: Screen, zone: dt.tzinfo) -> Iterator[tuple[str, ...]]:
    """Blocks of text, page by page: what supports, what dissents, the rest; at least one page."""
    parts = [
        [text for line in block for text in _texts(line, zone)]
        for block in (screen.support, screen.dissent, screen.body)
    ]
    page: list[list[str]] = [[]]
    for part in parts:
        page.append([])
        for text in part:
            if _is_full(page, text):
                yield _joined(page)
                page = [[]]
            page[-1].append(text)
    yield _joined(page)


def _is_full(page: list[list[str]], text: str) -> bool:
    lines = [one for block in page for one in block]
    return bool(lines) and (len(lines) >= PAGE_LINES or sum(map(len, lines)) + len(lines) + len(text) > PAGE_LIMIT)


def _joined(page: list[list[str]]) -> tuple[str, ...]:
    return tuple(text for block in page if (text := "\n".join(block)).strip())


def _texts(line: Line, zone: dt.tzinfo) -> Iterator[str]:
    for piece in _wrapped(line, LINE_LIMIT, zone):
        yield markdown(piece, zone)


def _wrapped(line: Line, limit: int, zone: dt.tzinfo) -> Iterator[Line]:
    """The line in pieces whose markdown is at most `limit` long, cut between words where there are any."""
    piece: tuple[Span, ...] = ()
    waiting = list(line)
    while waiting:
        span = waiting.pop(0)
        if len(span.text) > limit:  # escaping only ever adds, bar what nobody sees: no need to try
            waiting[:0] = _halves(span)
        elif len(markdown((*piece, span), zone)) <= limit:
            piece = (*piece, span)
        elif piece and len(markdown((span,), zone)) <= limit:
            yield piece
            piece = (span,)
        elif len(span.text) > 1:
            waiting[:0] = _halves(span)
        else:
            waiting.insert(0, replace(span, url=""))
    if piece or not line:
        yield piece


def _halves(span: Span) -> tuple[Span, Span]:
    middle = len(span.text) // 2
    blank = span.text.rfind(" ", 1, middle)
    cut = blank if blank > middle // 2 else middle
    return replace(span, text=span.text[:cut]), replace(span, text=span.text[cut:])


def fit_buttons(buttons: Iterable[Pressable]) -> tuple[Pressable, ...]:
    """Labels shortened, one button per custom id, at most as many as there is room for."""
    unique = {one.key.custom_id: replace(one, label=shorten(one.label, LABEL_LIMIT) or "…") for one in buttons}
    return tuple(unique.values())[: KEYS_IN_ROW * KEY_ROWS]


def fit_options(options: Sequence[Option]) -> tuple[Option, ...]:
    """At most 25 options of different values, every text 1 to 100 characters."""
    unique: dict[str, Option] = {}
    for one in options:
        if value := clean(one.value)[:OPTION_LIMIT].strip():
            label = shorten(one.label, OPTION_LIMIT) or "…"
            unique.setdefault(value, Option(value, label, shorten(one.description, OPTION_LIMIT)))
    return tuple(unique.values())[:OPTIONS]


def shorten(text: str, limit: int) -> str:
    """Text on one line of at most `limit` characters, an ellipsis where it was cut."""
    one_line = clean(text).strip()
    return one_line if len(one_line) <= limit else one_line[: limit - 1].rstrip() + "…"
