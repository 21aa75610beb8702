"""What the readers find in a text: mentions with character spans and normal forms."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from bot.values import Duration, Figure, Money, PartialDate, figure_of


class DateKind(StrEnum):
    DATE = "date"
    TIME = "time"
    DURATION = "duration"
    SET = "set"


@dataclass(frozen=True, slots=True)
class FigureMention:
    """A number in a text. `start`/`end` span the number with its hedges and unit; `of` = what is counted."""

    start: int
    end: int
    words: str
    value: Figure | Money | Duration
    of: str = ""

    @property
    def figure(self) -> Figure:
        """The bare figure, whatever it measures."""
        return figure_of(self.value)


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date, time of day, duration or repeated date; `value` is None only for what EDTF cannot say."""

    start: int
    end: int
    words: str
    kind: DateKind
    edtf: str
    value: PartialDate | Duration | None = None
    inferred: bool = False


@dataclass(frozen=True, slots=True)
class NameMention:
    """A name in a text: kind person, organisation, place or "" (cannot tell); `entity` = key if it is in the record.

    `full` is the fullest form the text itself gives ("Kalesnikava" -> "Maria Kalesnikava").
    """

    start: int
    end: int
    words: str
    kind: str
    entity: str | None = None
    full: str = ""


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who says a quote: the span and words in the text, and the full name they stand for."""

    start: int
    end: int
    words: str
    name: str


@dataclass(frozen=True, slots=True)
class QuoteMention:
    """Words somebody is said to have said; the span of a direct quote is that inside its marks."""

    start: int
    end: int
    words: str
    direct: bool
    speaker: Speaker | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """All that was read in one text."""

    text: str
    published: PartialDate | None
    figures: tuple[FigureMention, ...] = ()
    dates: tuple[DateMention, ...] = ()
    names: tuple[NameMention, ...] = ()
    quotes: tuple[QuoteMention, ...] = ()
    sentences: tuple[tuple[int, int], ...] = ()
    paragraphs: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Page:
    """An article's text and what the page states about it; "" and None = not stated.

    `origin` is the agency or document the page credits; `canonical` the address the page calls its own;
    `modified` is when it says it was changed last; `foreign` = its text is not in English, the language that is read.
    """

    text: str
    title: str = ""
    author: str = ""
    outlet: str = ""
    language: str = ""
    canonical: str = ""
    origin: str = ""
    published: PartialDate | None = None
    modified: PartialDate | None = None
    foreign: bool = False


@dataclass(frozen=True, slots=True)
class FeedItem:
    """One item of a feed; `id` is what the feed calls it, which some feeds change at will."""

    id: str
    link: str
    title: str = ""
    summary: str = ""
    published: PartialDate | None = None
