"""Text to a flat list of tokens with their spans: the one pass over the text that every figure is read from."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from bot.numerals import FRACTION_SIGNS, MULTIPLES, ORDINALS, STARTERS

_TOKEN = re.compile(
    r"(?:https?://|www\.)\S+"
    r"|\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3})+(?!\d)"
    r"|(?<![\w.])\.\d+"
    r"|\d+(?:[.,:'’]\d+)*"
    r"|[½-¾⅓-⅞]"
    r"|[^\W\d_]+(?:['’][^\W\d_]+)*"
    r"|\S"
)
VAGUE_STARTERS = frozenset({"dozens", "scores", "tens", "hundreds", "thousands", "millions", "billions"}) | {
    "several",
    "few",
    "handful",
    "couple",
}
NOTHING = frozenset({"no", "none", "nobody"})
PERIODS = frozenset({"decade", "century", "fortnight", "hour", "day", "week", "month", "year", "minute"})
MULTIPLIERS = {
    word: Decimal(value)
    for value, listed in {
        "2": "twice doubled doubling",
        "3": "thrice tripled tripling trebled trebling",
        "4": "quadrupled quadrupling",
        "5": "quintupled",
        "0.5": "halved halving",
    }.items()
    for word in listed.split()
}
FOLDS = {
    f"{word}fold": Decimal(value)
    for value, word in enumerate("two three four five six seven eight nine ten".split(), 2)
} | {"hundredfold": Decimal(100)}
_WORD_ANCHORS = (
    STARTERS
    | VAGUE_STARTERS
    | NOTHING
    | PERIODS
    | ORDINALS.keys()
    | FRACTION_SIGNS.keys()
    | MULTIPLIERS.keys()
    | FOLDS.keys()
)
_HYPHENS = {"‐": "-", "‑": "-", "−": "-"}
assert set(MULTIPLES) <= _WORD_ANCHORS


@dataclass(frozen=True, slots=True)
class Tokens:
    """A text cut into words, numbers and signs. `anchors` are the tokens a figure can begin at."""

    text: str
    words: list[str]
    starts: list[int]
    ends: list[int]
    anchors: list[int]

    def word(self, at: int) -> str:
        """The token in lower case; "" outside the text."""
        return self.words[at] if 0 <= at < len(self.words) else ""

    def raw(self, at: int) -> str:
        """The token as written; "" outside the text."""
        return self.text[self.starts[at] : self.ends[at]] if 0 <= at < len(self.words) else ""

    def is_glued(self, at: int) -> bool:
        """Whether nothing stands between this token and the one before."""
        return 0 < at < len(self.words) and self.starts[at] == self.ends[at - 1]

    def is_capital(self, at: int) -> bool:
        return self.raw(at)[:1].isupper()

    def is_word(self, at: int) -> bool:
        return self.word(at)[:1].isalpha()

    def is_break(self, at: int) -> bool:
        """Whether a paragraph ends before this token (or the text does)."""
        if not 0 < at < len(self.words):
            return True
        start, end = self.ends[at - 1], self.starts[at]
        return end - start > 1 and self.text.count("\n", start, end) > 1

    def is_sentence_start(self, at: int) -> bool:
        return self.is_break(at) or self.word(at - 1) in _CLOSERS


_CLOSERS = frozenset({".", "!", "?", ":", "“", '"', "”", "•", "‘", "«", "—"})


def cut(text: str) -> Tokens:
    """The tokens of a text, in one pass."""
    words: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    anchors: list[int] = []
    for found in _TOKEN.finditer(text):
        word = found[0].lower()
        if word[0].isdecimal() or word in _WORD_ANCHORS or (word[0] == "." and len(word) > 1):
            anchors.append(len(words))
        words.append(_HYPHENS.get(word, word))
        starts.append(found.start())
        ends.append(found.end())
    return Tokens(text, words, starts, ends, anchors)
