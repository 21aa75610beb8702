"""An article's text to what it says about itself: corrected, updated, withdrawn."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from bot.read.sentences import find_sentences


class NoticeKind(StrEnum):
    CORRECTED = "corrected"
    UPDATED = "updated"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Notice:
    """A sentence in which a page speaks of its own change."""

    kind: NoticeKind
    start: int
    end: int
    words: str


_PIECE = r"(?:article|story|report|piece|page|post|dispatch|version|text|headline|copy)"
# "The report was withdrawn" is news of somebody else's report; "this report" is the page itself.
_ITSELF = rf"(?:(?:this|our)\s(?:\w+\s){{0,2}}?{_PIECE}|the\s(?:article|story|headline))\s"
_DONE = r"(?:has|have|had|was|were)\s(?:since\s|now\s)?(?:been\s)?"
_SIGNS: tuple[tuple[NoticeKind, re.Pattern[str]], ...] = (
    (
        NoticeKind.WITHDRAWN,
        re.compile(
            rf"\s*(?:[\[(*]\s*)?(?:retraction|withdrawn|kill notice|mandatory kill)\b|{_ITSELF}{_DONE}"
            r"(?:retracted|withdrawn|removed|taken down|unpublished)\b",
            re.I,
        ),
    ),
    (
        NoticeKind.CORRECTED,
        re.compile(
            rf"\s*(?:[\[(*]\s*)?(?:corrections?|corrected|corrects|clarifications?|editor['’]s note|erratum|errata|"
            rf"amended|corrigendum)\b(?:(?:[\s,]+\w+){{0,5}}\s?[:—–]|\s*$)|{_ITSELF}{_DONE}(?:corrected|amended|clarified)\b|"
            rf"(?:an|a|the)\s(?:earlier|previous|original|prior)\sversion\sof\s(?:this|the|our)\s(?:\w+\s)?{_PIECE}\b|"
            rf"{_ITSELF}(?:originally|previously|earlier|initially|incorrectly|wrongly|mistakenly)\s",
            re.I,
        ),
    ),
    (
        NoticeKind.UPDATED,
        re.compile(
            rf"\s*(?:[\[(*]\s*)?(?:updated?|last updated|update \d)\b\s?(?:on|at|with|to|:|—|–|-|\d)|"
            rf"{_ITSELF}{_DONE}updated\b",
            re.I,
        ),
    ),
)
_LONGEST = 600


def find_notices(text: str) -> tuple[Notice, ...]:
    """The sentences in which an article says that it was corrected, updated or withdrawn, in order."""
    found: list[Notice] = []
    for start, end in find_sentences(text):
        words = text[start : min(end, start + _LONGEST)]
        kind = next((kind for kind, sign in _SIGNS if sign.match(words)), None)
        if kind:
            found.append(Notice(kind, start, end, words))
    return tuple(found)
