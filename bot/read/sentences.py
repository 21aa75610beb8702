"""Article text to the spans of its paragraphs and sentences; "U.S.", "Aug. 1", "Dr." and initials end nothing."""

from __future__ import annotations

import re

from bot.read.wordlist import words_in

Spans = tuple[tuple[int, int], ...]

_PARAGRAPH = re.compile(r"\S[^\n]*(?:\n(?![ \t\r]*(?:\n|\Z))[^\n]*)*")
_STOP = re.compile(r"[.!?…]{1,3}[”’\"'»)\]]{0,3}(?=\s)|[。！？]+[」』”]?|\n")
_NEVER_LAST = frozenset(
    words_in(
        """
    mr mrs ms dr prof st gen sen rep gov lt col sgt capt cmdr adm maj rev hon pres supt insp det messrs mme
    mlle vs etc e.g i.e cf no nos art fig jan feb mar apr aug sept sep oct nov dec mon tue tues wed thu thur
    thurs fri approx est gov dept univ г ул им гг
    """
    )
)
_SELDOM_LAST = frozenset(
    words_in(
        """
    u.s u.k u.n e.u d.c u.a.e a.m p.m inc co corp ltd jr sr bros plc ph.d m.p mt ft
    """
    )
)
_STARTERS = frozenset(
    words_in(
        """
    the a an he she it they we i you this that these those in on at for but and as if when while after before
    since his her its their there some many most one two no not by with from under during several both also
    however meanwhile
    """
    )
)
_LAST_WORD = re.compile(r"(?:[^\W\d_]\.){1,4}[^\W\d_]?\Z|[^\W\d_]+\Z")
_NEXT_WORD = re.compile(r"\s+[“”\"'‘’«„(\[—–-]*\s?([^\W_]+)")
_WRAPPED_LINE = 60


def find_paragraphs(text: str) -> Spans:
    """Runs of lines between blank lines, without the white space at their ends."""
    spans = ((found.start(), found.start() + len(found[0].rstrip())) for found in _PARAGRAPH.finditer(text))
    return tuple(span for span in spans if span[1] > span[0])


def find_sentences(text: str) -> Spans:
    """Sentences in order; a heading or caption line without a full stop is one too."""
    return tuple(span for start, end in find_paragraphs(text) for span in _sentences_in(text, start, end))


def _sentences_in(text: str, start: int, end: int) -> list[tuple[int, int]]:
    spans, first = [], start
    for stop in _STOP.finditer(text, start, end):
        if _ends(text, first, stop):
            spans.append((first, stop.end() if stop[0] != "\n" else stop.start()))
            first = stop.end()
    spans.append((first, end))
    return [trimmed for span in spans if (trimmed := _trimmed(text, *span))]


def _trimmed(text: str, start: int, end: int) -> tuple[int, int] | None:
    inner = text[start:end]
    left = start + len(inner) - len(inner.lstrip())
    right = end - (len(inner) - len(inner.rstrip()))
    return (left, right) if left < right else None


def _ends(text: str, first: int, stop: re.Match[str]) -> bool:
    if stop[0] == "\n":
        line = text.rfind("\n", 0, stop.start()) + 1
        return stop.start() - line < _WRAPPED_LINE or text[stop.end() : stop.end() + 1] in "•*-–"
    following = _NEXT_WORD.match(text, stop.end(), stop.end() + 40)
    if following and following[1][:1].islower():
        return False
    if not stop[0].startswith(".") or stop[0].startswith(".."):
        return True
    return _period_ends(text[max(first, stop.start() - 24) : stop.start()], following)


def _period_ends(before: str, following: re.Match[str] | None) -> bool:
    word = _LAST_WORD.search(before)
    last, starts = word[0].lower() if word else "", following is not None and following[1].lower() in _STARTERS
    if last in _NEVER_LAST:
        return last in ("no", "art", "mar", "mon", "wed", "fri", "est", "fig") and starts
    if last in _SELDOM_LAST:
        return starts or following is None
    is_initial = len(last) == 1 and last.isalpha() and word is not None and word[0].isupper()
    return not is_initial or starts
