"""Article text to everything the readers find in it: figures, dates, names, quotes, sentences."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from bot.read.dates import find_dates
from bot.read.figures import find_figures
from bot.read.names import KnownNames, find_names
from bot.read.quotes import find_quotes
from bot.read.sentences import find_paragraphs, find_sentences
from bot.reading import DateKind, DateMention, FigureMention, Reading
from bot.values import PartialDate


def read_text(text: str, published: PartialDate | None = None, known: KnownNames | None = None) -> Reading:
    """All mentions of a text, each kind in order of place; takes time linear in its length.

    `published` is what relative dates count from; without it no year is guessed. `known` finds the record's names.
    """
    dates = find_dates(text, published)
    names = find_names(text, known)
    return Reading(
        text=text,
        published=published,
        figures=_outside_dates(find_figures(text), dates),
        dates=dates,
        names=names,
        quotes=find_quotes(text, names),
        sentences=find_sentences(text),
        paragraphs=find_paragraphs(text),
    )


def _outside_dates(figures: Sequence[FigureMention], dates: Sequence[DateMention]) -> tuple[FigureMention, ...]:
    """The figures that are no pieces of a date or time of day; durations are both."""
    points = [date for date in dates if date.kind in (DateKind.DATE, DateKind.TIME)]
    starts = [point.start for point in points]

    def inside(figure: FigureMention) -> bool:
        index = bisect_right(starts, figure.start) - 1
        return index >= 0 and figure.end <= points[index].end

    return tuple(figure for figure in figures if not inside(figure))
