"""Distinct words to numbers, and a misspelt word to the numbers of the words it may stand for, without a full scan."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import Counter
from collections.abc import Iterator

from rapidfuzz.distance import OSA

from bot.folding import bones, sound
from bot.search.postings import Postings

SHORT = 6
"""Words up to this length are found by leaving out a letter: one typing error spoils most of their trigrams."""
CANDIDATES = 48
PREFIX_SCAN = 200


class Vocabulary:
    """Every distinct folded word once; grows by `add`, never shrinks (a dead word has no postings left to show)."""

    def __init__(self) -> None:
        self.words: list[str] = []
        self._numbers: dict[str, int] = {}
        self._trigrams = Postings()
        self._shortened = Postings()
        self._bones = Postings()
        self._sorted: list[str] = []
        self._unsorted: list[str] = []

    def add(self, word: str) -> int:
        """The number of a folded word, new or known."""
        number = self._numbers.get(word)
        if number is None:
            number = self._numbers[word] = len(self.words)
            self.words.append(word)
            self._unsorted.append(word)
            self._index(word, number)
        return number

    def get(self, word: str) -> int | None:
        return self._numbers.get(word)

    def list_near(self, word: str, least: float = 0.6) -> list[tuple[int, float]]:
        """Words `word` may be a misspelling, other spelling or beginning of: (number, likeness 0..1), best first."""
        found: dict[int, float] = {}
        exact = self._numbers.get(word)
        if exact is not None:
            found[exact] = 1.0
        for number in self._bones.list(bones(word)):
            found.setdefault(number, self._likeness(word, number, floor=0.75))
        for number in self._candidates(word):
            if number not in found:
                found[number] = self._likeness(word, number)
        near = [(number, likeness) for number, likeness in found.items() if likeness >= least]
        return sorted(near, key=lambda pair: -pair[1])

    def list_parts(self, word: str) -> list[tuple[int, float]]:
        """Two known words `word` may be, run together or joined by a wrong letter (JohnxCoale)."""
        found: dict[int, float] = {}
        for cut in range(3, len(word) - 2):
            for start in (cut, cut + 1):
                pair = self._numbers.get(word[:cut]), self._numbers.get(word[start:])
                whole = [number for number in pair if number is not None]
                rest = word[:cut] if pair[0] is None else word[start:]
                near = self.list_near(rest, 0.7) if len(whole) == 1 and len(rest) > 2 else []
                found.update(dict.fromkeys(whole, 0.9))
                found.update(near)
        return list(found.items())

    def list_beginning(self, prefix: str, limit: int = PREFIX_SCAN) -> list[int]:
        """Numbers of words that begin with `prefix`, in alphabetical order, at most `limit`."""
        self.sort()
        start = bisect_left(self._sorted, prefix)
        found = []
        for word in self._sorted[start : start + limit]:
            if not word.startswith(prefix):
                break
            found.append(self._numbers[word])
        return found

    def sort(self) -> None:
        """Bring new words into alphabetical order; after a build, so that the first completion need not."""
        if len(self._unsorted) > 64:
            self._sorted = sorted(self._sorted + self._unsorted)
        else:
            for word in self._unsorted:
                insort(self._sorted, word)
        self._unsorted = []

    def _index(self, word: str, number: int) -> None:
        self._bones.post(bones(word), number)
        if len(word) <= SHORT:
            for shorter in _shortenings(word):
                self._shortened.post(shorter, number)
        if len(word) >= SHORT - 1:
            for trigram in _trigrams(word):
                self._trigrams.post(trigram, number)

    def _candidates(self, word: str) -> Iterator[int]:
        if len(word) <= SHORT + 1:
            for shorter in _shortenings(word):
                yield from self._shortened.list(shorter)
        if len(word) >= SHORT - 2:
            shared: Counter[int] = Counter()
            for trigram in _trigrams(word):
                shared.update(self._trigrams.list(trigram))
            yield from (number for number, count in shared.most_common(CANDIDATES) if count > 1)
        if len(word) >= 3:
            yield from self.list_beginning(word, 24)

    def _likeness(self, word: str, number: int, floor: float = 0.0) -> float:
        other = self.words[number]
        same = max(
            OSA.normalized_similarity(word, other),
            0.97 * OSA.normalized_similarity(sound(word), sound(other)),
        )
        if other.startswith(word) and len(word) >= 3:
            same = max(same, 0.8)
        return max(same, floor)


def _shortenings(word: str) -> set[str]:
    return {word} | {word[:place] + word[place + 1 :] for place in range(len(word))}


def _trigrams(word: str) -> set[str]:
    framed = f"^{word}$"
    return {framed[place : place + 3] for place in range(len(framed) - 2)}
