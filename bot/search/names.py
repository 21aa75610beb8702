"""Names with the keys they stand for, to the best keys for a name as somebody typed it."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from heapq import nlargest
from math import log

from rapidfuzz import fuzz, process

from bot.folding import fold, sound
from bot.search.vocabulary import Vocabulary

PLAUSIBLE = 0.7
"""A hit below this is only "nearest"; nobody would mean it without saying so."""
CLEAR_BY = 0.05
"""How far the best hit must lead the second key to be the one meant."""
RESCORED = 96
POSTINGS_READ = 12_000
SHORTCUT = 3
"""Prefixes up to this length match too much to rank while somebody types: their best are kept ready."""
KEPT_READY = 64


@dataclass(frozen=True, slots=True)
class Entry:
    """One name of one thing; `weight` puts the more spoken-of first among equals."""

    key: str
    text: str
    kind: str
    weight: int = 0


@dataclass(frozen=True, slots=True)
class Hit:
    """A key, the best of its names for what was asked, and how well that fits (0..1, 1 = the very name)."""

    key: str
    text: str
    score: float


def list_plausible(hits: Sequence[Hit]) -> list[Hit]:
    """The hits somebody could have meant: good enough, and not left far behind by the best."""
    return [hit for hit in hits if hit.score >= PLAUSIBLE and hit.score >= hits[0].score - 3 * CLEAR_BY]


def find_clear(hits: Sequence[Hit]) -> Hit | None:
    """The one hit that is meant beyond doubt, or None: nothing fits, or several do."""
    if not hits or hits[0].score < PLAUSIBLE:
        return None
    clear = len(hits) == 1 or hits[0].score - hits[1].score >= CLEAR_BY
    return hits[0] if clear else None


class NameIndex:
    """Names in memory. Look-ups touch only names that share a (misspelt) word with the query, not all there are."""

    def __init__(self, entries: Iterable[Entry] = ()) -> None:
        self._entries: list[Entry | None] = []
        self._folded: list[str] = []
        self._of_key: dict[str, list[int]] = {}
        self._vocabulary = Vocabulary()
        self._postings: list[array[int]] = []
        self._squashed: dict[str, array[int]] = {}
        self._acronyms: dict[str, array[int]] = {}
        self._ready: dict[str, list[int]] = {}
        for entry in entries:
            self.add(entry)

    def __len__(self) -> int:
        return len(self._of_key)

    def add(self, entry: Entry) -> None:
        """Take in a name; the same text under the same key again only changes kind and weight."""
        folded = fold(entry.text)
        if not folded:
            return
        for number in self._of_key.get(entry.key, ()):
            if self._folded[number] == folded:
                self._entries[number] = entry
                return
        number = len(self._entries)
        self._entries.append(entry)
        self._folded.append(folded)
        self._of_key.setdefault(entry.key, []).append(number)
        self._index(folded.split(), number)

    def remove(self, key: str) -> None:
        """Forget every name of `key`; unknown keys are no error."""
        for number in self._of_key.pop(key, ()):
            self._entries[number] = None

    def get_names(self, key: str) -> list[str]:
        """Every name of a key, in the order they were added."""
        return [entry.text for number in self._of_key.get(key, ()) if (entry := self._entries[number])]

    def search(self, text: str, limit: int = 8, kinds: frozenset[str] | None = None) -> list[Hit]:
        """The keys whose names fit `text` best, best first, each once; `kinds` narrows to those kinds."""
        folded = fold(text[:200])
        if not folded:
            return []
        scored = self._score(folded, self._candidates(folded, kinds))
        best: dict[str, Hit] = {}
        for score, _, number in sorted(scored, key=lambda row: (-row[0], -row[1], row[2])):
            entry = self._entries[number]
            if entry is not None and entry.key not in best:
                best[entry.key] = Hit(entry.key, entry.text, score)
                if len(best) == limit:
                    break
        return list(best.values())

    def complete(self, prefix: str, limit: int = 25) -> list[Hit]:
        """Names with words that begin as typed, in any order, for autocomplete; misspelt beginnings fall to search."""
        words = fold(prefix[:100]).split()
        if not words:
            return []
        numbers = self._completions(words, 4 * limit)
        if not numbers:
            return self.search(prefix, limit)
        ranked = nlargest(4 * limit, numbers, key=self._completion_rank(" ".join(words)))
        best: dict[str, Hit] = {}
        for number in ranked:
            entry = self._entries[number]
            if entry is not None and entry.key not in best:
                best[entry.key] = Hit(entry.key, entry.text, 1.0)
        return list(best.values())[:limit]

    def _index(self, words: list[str], number: int) -> None:
        for word in set(words):
            known = self._vocabulary.add(word)
            if known == len(self._postings):
                self._postings.append(array("I"))
            self._postings[known].append(number)
            for length in range(1, SHORTCUT + 1):
                self._keep_ready(word[:length], number)
        if len(words) > 1:
            self._squashed.setdefault(sound("".join(words)), array("I")).append(number)
            self._acronyms.setdefault("".join(word[0] for word in words), array("I")).append(number)

    def _keep_ready(self, prefix: str, number: int) -> None:
        ready = self._ready.setdefault(prefix, [])
        if number in ready[-1:]:
            return
        ready.append(number)
        if len(ready) > 2 * KEPT_READY:
            ready[:] = nlargest(KEPT_READY, ready, key=self._weight)

    def _weight(self, number: int) -> int:
        entry = self._entries[number]
        return entry.weight if entry else -1

    def _candidates(self, folded: str, kinds: frozenset[str] | None) -> list[int]:
        """Names that share near words with the query: each near word counts by its likeness and its rarity."""
        words = folded.split()
        found: dict[int, float] = {}
        budget = POSTINGS_READ
        for word in dict.fromkeys(words):
            for near, likeness in self._vocabulary.list_near(word):
                postings = self._postings[near]
                worth = likeness * log(2 + len(self._entries) / (1 + len(postings)))
                for number in postings[:budget]:
                    found[number] = found.get(number, 0.0) + worth
                budget -= min(len(postings), budget // 2)
        for number in self._squashed.get(sound("".join(words)), ()):
            found[number] = found.get(number, 0.0) + 99.0
        for number in self._acronyms.get("".join(words), ())[:RESCORED]:
            found[number] = found.get(number, 0.0) + 9.0
        return nlargest(RESCORED, (n for n in found if self._is_wanted(n, kinds)), key=found.__getitem__)

    def _is_wanted(self, number: int, kinds: frozenset[str] | None) -> bool:
        entry = self._entries[number]
        return entry is not None and (kinds is None or entry.kind in kinds)

    def _score(self, folded: str, numbers: list[int]) -> list[tuple[float, int, int]]:
        """(score, weight, number) a name: the likeness of the letters, or of the sounds where that is higher."""
        texts = {number: self._folded[number] for number in numbers}
        letters = process.extract(folded, texts, scorer=fuzz.WRatio, processor=None, limit=None)
        heard = _heard(folded)
        scored = []
        for text, likeness, number in letters:
            alike = 0.94 * fuzz.WRatio(heard, _heard(text)) if likeness < 94 else 0.0
            exact = 1.0 if text == folded else min(max(likeness, alike) / 100, 0.99)
            scored.append((exact, self._weight(number), number))
        return scored

    def _completions(self, words: list[str], limit: int) -> list[int]:
        *earlier, last = words
        if not earlier and len(last) <= SHORTCUT:
            return [number for number in self._ready.get(last, ()) if self._entries[number] is not None]
        if not earlier:
            near = self._vocabulary.list_beginning(last)
            found = {number: None for word in near for number in self._postings[word][: 8 * limit]}
            return [number for number in found if self._entries[number] is not None]
        return self._all_words(earlier, last)

    def _all_words(self, earlier: list[str], last: str) -> list[int]:
        """Names that hold every earlier word whole and one that begins with the last; the rarest word leads."""
        known = [self._vocabulary.get(word) for word in earlier]
        rarest = min((self._postings[word] for word in known if word is not None), key=len, default=array("I"))
        if None in known:
            return []
        return [
            number
            for number in rarest
            if self._entries[number] is not None and _holds(self._folded[number].split(), earlier, last)
        ]

    def _completion_rank(self, typed: str) -> _Rank:
        return _Rank(self, typed)


class _Rank:
    """Orders completions: those that begin as typed, then the weightier, then the earlier added."""

    def __init__(self, index: NameIndex, typed: str) -> None:
        self._index, self._typed = index, typed

    def __call__(self, number: int) -> tuple[bool, int, int]:
        index = self._index
        return index._folded[number].startswith(self._typed), index._weight(number), -number


def _holds(words: list[str], earlier: list[str], last: str) -> bool:
    left = list(words)
    for word in earlier:
        if word not in left:
            return False
        left.remove(word)
    return any(word.startswith(last) for word in left)


def _heard(folded: str) -> str:
    return " ".join(map(sound, folded.split()))
