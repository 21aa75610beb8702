"""Two texts of one article to what was changed between them, numbers and negations to the letter.

Sentences that stand in both are set aside; what is left is paired by likeness and its tokens compared one by one, so
that 3.5 million is never 35 million and 10-12 never 1012, however alike the sentences are.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from rapidfuzz import fuzz

from bot.numerals import MULTIPLES, SMALL, TENS, word_set
from bot.read.sentences import find_sentences

ALIKE = 55
MOST_PAIRED = 400


class Token(StrEnum):
    """What kind of word was changed; wording is everything that is none of the others."""

    NUMBER = "number"
    DATE = "date"
    NEGATION = "negation"
    NAME = "name"
    QUOTE = "quote"
    WORDING = "wording"


@dataclass(frozen=True, slots=True)
class Edit:
    """One place that differs: the old sentence and the new one ("" and an empty span = there is none), and how.

    `gone` and `come` are the tokens of each kind that only one of the two has, in the order of the text.
    """

    before: str
    after: str
    old: tuple[int, int]
    new: tuple[int, int]
    gone: tuple[tuple[Token, str], ...]
    come: tuple[tuple[Token, str], ...]

    @property
    def tokens(self) -> frozenset[Token]:
        """The kinds of token that differ; only wording = nothing that states a fact does."""
        return frozenset(kind for kind, _ in (*self.gone, *self.come)) or frozenset({Token.WORDING})

    @property
    def is_exact(self) -> bool:
        """Whether a number, date, negation, name or quote differs."""
        return self.tokens != {Token.WORDING}


_COUNTING = frozenset((*SMALL, *TENS, *MULTIPLES, "dozens", "hundreds", "thousands", "millions", "half", "twice"))
_DATES = word_set(
    """january february march april may june july august september october november december jan feb mar apr jun jul
    aug sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday
    today yesterday tomorrow"""
)
_NEGATIONS = word_set(
    """not no never none nobody nothing neither nor without cannot denied denies deny refused refuses refuse failed
    fails unable hardly barely"""
)
_QUOTED = re.compile(r"[“\"«„]([^“”\"«»„]{3,2000})[”\"»“]")
_WORD = re.compile(r"[$€£¥]?\d[\d.,:/–—-]*\d%?|[$€£¥]?\d%?|[^\W\d_]+(?:['’-][^\W\d_]+)*")


def find_edits(old: str, new: str) -> tuple[Edit, ...]:
    """What differs between two texts of an article, in the order of the new one; layout and kinds of mark do not."""
    mine, yours = _sentences(old), _sentences(new)
    gone, come = _apart(old, mine, new, yours)
    edits: list[Edit] = []
    for before, after in _paired(old, gone, new, come):
        edit = _edit(old, before, new, after)
        if edit is not None:
            edits.append(edit)
    return tuple(sorted(edits, key=lambda edit: (edit.new, edit.old)))


def find_tokens(text: str) -> tuple[tuple[Token, str], ...]:
    """The tokens of a text that state something, each with its kind, in order; quotes come last."""
    found = tuple((kind, word) for kind, word in _tokens(text) if kind is not Token.WORDING)
    quotes = tuple((Token.QUOTE, _folded(quote[1])) for quote in _QUOTED.finditer(text))
    return (*found, *quotes)


_Span = tuple[int, int]


def _sentences(text: str) -> list[_Span]:
    return list(find_sentences(text))


def _apart(old: str, mine: Sequence[_Span], new: str, yours: Sequence[_Span]) -> tuple[list[_Span], list[_Span]]:
    """The sentences that only one of the texts has, as often as it has them."""
    left, right = Counter(_folded(old[a:b]) for a, b in mine), Counter(_folded(new[a:b]) for a, b in yours)
    return _only(old, mine, left - right), _only(new, yours, right - left)


def _only(text: str, spans: Iterable[_Span], spare: Counter[str]) -> list[_Span]:
    left = Counter(spare)
    found = []
    for start, end in spans:
        key = _folded(text[start:end])
        if left[key] > 0:
            left[key] -= 1
            found.append((start, end))
    return found


def _paired(
    old: str, gone: Sequence[_Span], new: str, come: Sequence[_Span]
) -> Iterator[tuple[_Span | None, _Span | None]]:
    """Each new sentence with the old one it most likely was; those that are too many to compare stand alone."""
    free = dict.fromkeys(gone[:MOST_PAIRED])
    for after in come[:MOST_PAIRED]:
        scored = [(fuzz.ratio(old[a:b], new[after[0] : after[1]]), -a, (a, b)) for a, b in free]
        best = max(scored, default=None)
        if best is not None and best[0] >= ALIKE:
            del free[best[2]]
            yield best[2], after
        else:
            yield None, after
    yield from ((None, after) for after in come[MOST_PAIRED:])
    yield from ((before, None) for before in (*free, *gone[MOST_PAIRED:]))


def _edit(old: str, before: _Span | None, new: str, after: _Span | None) -> Edit | None:
    was = old[before[0] : before[1]] if before else ""
    now = new[after[0] : after[1]] if after else ""
    mine, yours = find_tokens(was), find_tokens(now)
    gone, come = Counter(mine) - Counter(yours), Counter(yours) - Counter(mine)
    if not gone and not come:
        if _folded(was) == _folded(now):
            return None
        # The same tokens in another order state something else: "52 men and 14 women", "14 men and 52 women".
        gone, come = (Counter(mine), Counter(yours)) if mine != yours else (gone, come)
    return Edit(was, now, before or (0, 0), after or (0, 0), tuple(gone.elements()), tuple(come.elements()))


def _tokens(text: str) -> Iterator[tuple[Token, str]]:
    for found in _WORD.finditer(text):
        word = found[0]
        low = word.casefold().replace("’", "'")
        if any(char.isdigit() for char in word):
            yield Token.NUMBER, low.replace("–", "-").replace("—", "-")
        elif all(part in _COUNTING for part in low.split("-")):
            yield Token.NUMBER, low
        elif low in _NEGATIONS or low.endswith("n't"):
            yield Token.NEGATION, low
        elif low in _DATES and (word[0].isupper() or low in ("today", "yesterday", "tomorrow")):
            yield Token.DATE, low
        elif word[0].isupper() and not _begins(text, found.start()):
            yield Token.NAME, word.replace("’", "'")
        else:
            yield Token.WORDING, low


def _begins(text: str, at: int) -> bool:
    """Whether a word begins a sentence or a quote, where a capital says nothing."""
    before = text[:at].rstrip()
    return not before or before[-1] in '.!?:“"«„‘'


def _folded(text: str) -> str:
    """Words and numbers alone: layout, kinds of quote mark and of dash are no change."""
    return " ".join(found[0].replace("’", "'").replace("–", "-").replace("—", "-") for found in _WORD.finditer(text))
