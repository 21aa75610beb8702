"""What turns a date that is read: the year it lies in, the end of it that is meant, which way a bare day points."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.read.dates_calendar import narrowed
from bot.read.dates_found import Around, Found

BACK = frozenset({"last", "previous", "the previous", "past", "this past"})
AHEAD = frozenset({"next", "coming", "this coming", "following", "the following"})
WORD_BEFORE = re.compile(r"([^\W\d_]{3,14})(\s+(?:de\s+|del\s+)?|,?\s+(?:den|dem|le|el|il|dia)?\s*)\Z")
EDGES = (
    ("earlier", "earlier"), ("later", "later"), ("early", "early"), ("start", "early"), ("beginning", "early"),
    ("late", "late"), ("end", "late"), ("close", "late"), ("mid", "mid"),
)  # fmt: skip


def digits(words: str) -> int:
    """The number in words such as "21st"."""
    return int(re.sub(r"\D", "", words))


def in_rel_year(rel: str | None, around: Around) -> Around:
    """The text around with the year "last year" or "the same year" names, if that can be known."""
    base = around.today if rel in ("this", "last", "next") else around.anchor("year")
    if not rel or base is None:
        return around
    step = -1 if rel.endswith(("last", "previous")) else 1 if rel.endswith(("next", "following")) else 0
    return replace(around, year=base.year + step)


def plain(words: str) -> str:
    """In small letters, with one space between two words."""
    return " ".join(words.lower().split())


def direction(around: Around, span: tuple[int, int]) -> int:
    """1 where the sentence looks ahead at this place, else -1: news tells what has happened."""
    return 1 if around.tense(*span) > 0 else -1


def edged(found: Found, edge: str | None, around: Around) -> Found:
    """ "early", "the end of": the period stays what is named, the days it leaves are narrower."""
    if not edge or found.days is None:
        return found
    words = plain(edge.replace("-", " "))
    how = next((kind for word, kind in EDGES if word in words), "")
    return replace(found, narrow=narrowed(found.days, how, around.today))
