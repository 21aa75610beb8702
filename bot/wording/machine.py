"""What the readers found in a text, and what comparing two values gave, as screens."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from bot.answers import PairAnswer, ReadAnswer
from bot.screen import Line, Screen, Span, Style, line, strong
from bot.wording.language import Language

UNSAID = (None, "", "exact")
Rows = list[tuple[str, tuple[object, ...]]]
"""Words with the parts of what they are read as."""


def pair_screen(answer: PairAnswer, say: Language) -> Screen:
    """Whether both can be right, how alike they are (0..1), and why."""
    return Screen(line(strong(say(answer.verdict)), f" · {answer.score:.2f}"), support=(line(say.phrase(answer.why)),))


def reading_screen(answer: ReadAnswer, say: Language) -> Screen:
    """Each kind under its heading: the words found, then what they are read as."""
    figures: Rows = [(one.words, (one.kind, one.hedge, one.number, one.to, one.unit, one.of)) for one in answer.figures]
    dates: Rows = [(one.words, (one.kind, one.edtf, say("inferred") if one.inferred else "")) for one in answer.dates]
    names: Rows = [(one.words, (one.kind, one.entity)) for one in answer.names]
    quotes: Rows = [
        (one.words, (one.speaker.name if one.speaker else say("speaker unknown"),)) for one in answer.quotes
    ]
    groups = ((say("figures"), figures), (say("dates"), dates), (say("names"), names), (say("quotes"), quotes))
    head = ", ".join(f"{len(rows)} {name}" for name, rows in groups)
    return Screen(line(head), body=tuple(one for name, rows in groups if rows for one in _group(name, rows, say)))


def _group(name: str, rows: Rows, say: Language) -> Iterator[Line]:
    yield line()
    yield line(Span(name, Style.DIM))
    for words, parts in rows:
        meaning = " · ".join(_told(part, say) for part in parts if part not in UNSAID)
        yield line("  ", strong(" ".join(words.split())), f"  ·  {meaning}" if meaning else "")


def _told(part: object, say: Language) -> str:
    if isinstance(part, Decimal):
        return say.number(part)
    return say.catalogue.get(str(part), str(part))  # words of the text are no templates
