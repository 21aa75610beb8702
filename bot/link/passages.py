"""A text to sentences of marked words: stems, concepts, nations, known names, and the breaks between clauses."""

from __future__ import annotations

import itertools
import re
from bisect import bisect_right
from dataclasses import dataclass

from bot.folding import find_words
from bot.link.lexicon import LEXICON, Sign
from bot.link.stems import stem

_END = re.compile(r"(?<=[.!?])[\"”’)]*\s+(?=[\"“‘(]?[A-ZÀ-Ý0-9])|\n+")
_HARD = re.compile(r"[;:—–()•]|\s-\s|\.[\"”’)]*\s")
_COMMA = re.compile(r"[,\"“”]")
_JOINING = frozenset({"and", "but", "while", "whereas", "although", "though", "with", "including", "plus", "or"})
_RELATIVE = frozenset({"which", "who", "whose", "whom", "where"})
_GOES_ON = frozenset({"have", "has", "had", "are", "were", "was", "is"})
_CLAUSES = frozenset({"and", "but", "while", "whereas", "although", "though"})
# "On Dec. 12", "Gov. Wes Moore": the stop behind a short form ends nothing.
_SHORT = frozenset(
    "jan feb mar apr jun jul aug sep sept oct nov dec "
    "mr mrs ms dr gov sen rep gen adm lt col capt sgt prof rev st".split()
)
_TURNING = frozenset({"after", "before", "because", "when", "where", "if", "so", "until"})


@dataclass(frozen=True, slots=True)
class Word:
    """One word: its span, folded form and stem; `break_` is how strong the break before it is (0 none, 2 a stop)."""

    start: int
    end: int
    folded: str
    stem: str
    capital: bool
    break_: int


@dataclass(frozen=True, slots=True)
class Sentence:
    """The words of one sentence and the signs among them; `paragraph` numbers the paragraph it stands in."""

    start: int
    end: int
    paragraph: int
    words: tuple[Word, ...]
    signs: tuple[Sign, ...]

    def all_keys(self) -> frozenset[str]:
        """All that the sentence is about: concepts and plain stems."""
        return frozenset(sign.key for sign in self.signs) | {word.stem for word in self.words}

    def index_at(self, offset: int) -> int:
        """The word at or after a character offset (the last one if none follows)."""
        at = bisect_right(self.words, offset, key=lambda word: word.end)
        return min(at, len(self.words) - 1)

    def has_new_clause(self, left: int, right: int) -> bool:
        """True where ", and" or ", but" stands between two words: a new clause with a time of its own."""
        low, high = sorted((left, right))
        return any(word.break_ == 2 and word.folded in _CLAUSES for word in self.words[low + 1 : high + 1])

    def breaks(self, left: int, right: int) -> int:
        """How much of a break lies between two words, whichever comes first."""
        low, high = sorted((left, right))
        return sum(self.words[at].break_ for at in range(low + 1, high + 1)) - self._aside(low, high)

    def _aside(self, low: int, high: int) -> int:
        """The breaks around whole asides between two words: "debt, which the deal pushed up, amounts to".

        What stands between commas is an aside too before a verb: "18 people, soldiers for the most part, were charged".
        """
        found, at = 0, low + 1
        while at <= high:
            if self.words[at].break_ == 1 and (close := self._closes(at, high)):
                found, at = found + sum(self.words[inside].break_ for inside in range(at, close + 1)), close
            at += 1
        return found

    def _closes(self, at: int, high: int) -> int:
        """The word behind the aside that begins at one; 0 where none does or it does not end by `high`."""
        if self.words[at].folded in _RELATIVE:
            close = next((end for end in range(at + 1, high + 1) if self.words[end].break_), 0)
            return close if self.words[close].break_ == 1 else 0
        if self._is_share(at):
            close = next((end for end in range(at + 1, high + 1) if self.words[end].break_), 0)
            return close if self.words[close].break_ == 1 and self.words[close].folded not in _JOINING else 0
        if self.words[at].folded in _JOINING:
            return 0
        ends = (end for end in range(at + 1, high + 1) if self.words[end].break_ and self.words[end].folded != "and")
        close = next(ends, 0)
        return close if self.words[close].break_ == 1 and self.words[close].folded in _GOES_ON else 0

    def _is_share(self, at: int) -> bool:
        """ "Killed 78 people, 34 of them children, in the hills": what part they were is told by the way."""
        near = [word.folded for word in self.words[at : at + 4]]
        return any(one in ("of", "among") and two in ("them", "whom") for one, two in itertools.pairwise(near))


@dataclass(frozen=True, slots=True)
class Passage:
    """A whole text, sentence by sentence."""

    text: str
    sentences: tuple[Sentence, ...]

    def number_at(self, offset: int) -> int:
        """The number of the sentence that holds a character offset."""
        return max(0, bisect_right(self.sentences, offset, key=lambda one: one.start) - 1)


def read_passage(text: str, sentences: tuple[tuple[int, int], ...] = ()) -> Passage:
    """The passage of a text; `sentences` are character spans where a reader has found them already."""
    spans = sentences or tuple(_sentence_spans(text))
    marked, paragraph, last = [], 0, 0
    for start, end in spans:
        paragraph += "\n" in text[last:start]
        last = end
        if sentence := read_sentence(text, start, end, paragraph):
            marked.append(sentence)
    return Passage(text, tuple(marked))


def read_sentence(text: str, start: int, end: int, paragraph: int = 0) -> Sentence | None:
    """One sentence of a text as marked words; None where it has no word."""
    words: list[Word] = []
    before = start
    part = text[start:end]
    for found in find_words(part):
        at, upto = start + found.start, start + found.end
        first, *more = found.folded.split()
        capital = part[found.start].isupper()
        folded = first if not (first == "us" and not capital) else "us-pronoun"
        root = f"{folded}-month" if capital and folded in ("march", "may") else stem(folded)
        between = text[before:at].removeprefix(".") if words and _is_short(words[-1]) else text[before:at]
        words.append(Word(at, upto, folded, root, capital, _break(between, folded)))
        words.extend(Word(at, upto, other, stem(other), capital, 0) for other in more)
        before = upto
    if not words:
        return None
    signs = LEXICON.find_signs([word.stem for word in words])
    return Sentence(start, end, paragraph, tuple(words), signs)


def _is_short(word: Word) -> bool:
    return word.capital and word.folded in _SHORT


def _break(between: str, word: str) -> int:
    if between in (",", "."):  # inside a number: 208,000
        return 0
    if _HARD.search(between):
        return 3
    strength = 1 if _COMMA.search(between) else 0
    if word in _TURNING:
        return strength + 1
    return strength + (1 if word in _JOINING else 0)


def _sentence_spans(text: str) -> list[tuple[int, int]]:
    spans, start = [], 0
    for gap in _END.finditer(text):
        spans.append((start, gap.start()))
        start = gap.end()
    return [*spans, (start, len(text))]
