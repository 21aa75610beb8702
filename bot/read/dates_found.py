"""What one date expression says before it becomes a mention, and what its reader may know about the text around."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, replace

from bot.edtf import edtf_of
from bot.read.dates_calendar import Days
from bot.reading import DateKind
from bot.values import Duration

_SENTENCE_END = re.compile(r"[.!?][”\"’']?\s+(?=[“\"‘']?[A-Z])|\n")
_TENSE = re.compile(
    r"\b(?:(?P<ahead>(?:will|won't|shall|would|is to|are to|set to|set for|due to|scheduled|plans? to|planned to"
    r"|expect(?:s|ed)? to"
    r"|must(?! have)|has to|have to|needs? to|hopes? to|going to|intends? to|aims? to|is due|are due|slated|upcoming"
    r"|deadline"
    r"|is expected|are expected|has until|ahead of|be held|takes? place|returns? to"
    r"|begins?|ends?|opens?|starts?|runs?|expires?|falls?(?=\s+on\b)|falls?(?=\s+this\b))\b(?:\s+\w+){0,3})"
    r"|(?P<past>(?:was|were|ran|had|did|has|have|been|said|told|began|met|held|took|came|went|wrote|won|lost|fell|rose|left"
    r"|made|gave|got|found|saw|shot|struck|hit|sent|spoke|became|led|died|\w{2,20}ed)\b))"
)
# What lasts until a day is said on the way to it, whatever the form of its verb: "closed until 3 March".
_UNTIL = re.compile(
    r"(?:(?:\s(?:is|are|be|being|remains?|stays?|keeps?|kept)|\A)\s\w+ed)?\s+(?:until|till)\s+(?:at\s+least\s+)?(?:the\s+)?"
    r"(?:(?:[\d:.]{1,5}\s?(?:[ap]\.?m\.?)?|noon|midnight)\s+(?:local\s+time\s+)?(?:on\s+)?)?\Z"
)
_ABLE = re.compile(r"\b(?:can|could|may|might|must|have|has)(?:\s+\w+)?\s*\Z")
_REACH = 240
_RANKS = {"month": 1, "season": 2, "quarter": 2, "year": 3, "decade": 4, "century": 5}


@dataclass(frozen=True, slots=True)
class Found:
    """A date expression: `days` is the calendar period its words name, `narrow` what the words around leave of it.

    `grain` is the unit it is written in; `days` None is what cannot be known (no publication date, no year).
    """

    start: int
    end: int
    kind: DateKind
    days: Days | None = None
    grain: str = "day"
    edtf: str = ""
    inferred: bool = False
    narrow: tuple[dt.date | None, dt.date | None] | None = None
    weekday: int | None = None
    time: str | None = None
    length: Duration | None = None
    about: bool = False


@dataclass(frozen=True, slots=True)
class Around:
    """The text, the day it was published, and the dates mentioned last before the expression.

    `day_before` is the last one given to the day; `year` is that of the other end of a range.
    """

    text: str
    today: dt.date | None
    before: Found | None = None
    year: int | None = None
    day_before: Found | None = None

    def tense(self, start: int, end: int) -> int:
        """1 where the sentence speaks of the future at this place, -1 of the past, 0 where nothing tells."""
        head = " " + self.text[max(0, start - _REACH) : start]
        until = _UNTIL.search(head)
        head = head[: until.start()] if until else head
        if until and _ABLE.search(head):
            return 1
        cut = [found.end() for found in _SENTENCE_END.finditer(head)]
        cues = list(_TENSE.finditer(head, cut[-1] if cut else 0))
        if cues or until:
            return 1 if not cues or cues[-1]["ahead"] else -1
        tail = self.text[end : end + _REACH]
        stop = _SENTENCE_END.search(tail)
        cue = _TENSE.search(tail, 0, stop.start() + 1 if stop else len(tail))
        return 0 if cue is None else 1 if cue["ahead"] else -1

    def anchor(self, unit: str) -> dt.date | None:
        """The day that "two days later", "the previous day" or "the same month" count from.

        Days count from the day mentioned last, else from publication; longer units from the date mentioned last,
        unless that is too coarse to count from (the month after a mere year).
        """
        small = unit in ("day", "night", "week", "weekend", "fortnight")
        told = self.day_before if small else self.before
        if told is None or told.days is None:
            return self.today
        return told.days[0] if _RANKS.get(told.grain, 0) <= _RANKS.get(unit, 0) or small else None


def date_found(match: re.Match[str], days: Days | None, grain: str, *, inferred: bool = False) -> Found:
    """A Found of kind date over a whole match."""
    return Found(match.start(), match.end(), DateKind.DATE, days, grain, edtf_for(days, grain), inferred)


def edtf_for(days: Days | None, grain: str) -> str:
    """EDTF of a period, a century as "19XX"."""
    if days is None:
        return ""
    return f"{days[0].year // 100}XX" if grain == "century" else edtf_of(*days)


def narrowed_to(found: Found, days: tuple[dt.date | None, dt.date | None]) -> Found:
    return replace(found, narrow=days)
