"""Names with the keys they stand for, to the best keys for a name as somebody typed it."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from heapq import nlargest
from math import log

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA

from bot.folding import fold, sound
from bot.search.postings import Postings
from bot.search.vocabulary import Vocabulary

PLAUSIBLE = 0.7
"""A hit below this is only "nearest"; nobody would mean it without saying so."""
CLEAR_BY = 0.05
"""How far the best hit must lead the second key to be the one meant."""
RESCORED = 96
POSTINGS_READ = 12_000
LETTERS_FIT = 76
"""A likeness of letters up from which sounds have no say: typing errors keep it, other spellings often do not."""
LONGEST = 200
WORD_FITS = 0.75
SURE = 99.0
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
        self._of_key = Postings()
        self._vocabulary = Vocabulary()
        self._postings: list[array[int]] = []
        self._squashed = Postings()
        self._acronyms = Postings()
        self._ready: dict[str, list[int]] = {}
        self._least_ready: dict[str, int] = {}
        self._kinds: set[str] = set()
        for entry in entries:
            self.add(entry)
        self.sort()

    def __len__(self) -> int:
        return len(self._of_key)

    def add(self, entry: Entry) -> None:
        """Take in a name; the same text under the same key again only changes kind and weight."""
        folded = fold(entry.text)
        if not folded:
            return
        for number in self._of_key.list(entry.key):
            if self._folded[number] == folded:
                before, self._entries[number] = self._weight(number), entry
                if entry.weight > before:
                    self._show_sooner(_shortcuts(folded.split(), entry.kind), number)
                return
        number = len(self._entries)
        self._entries.append(entry)
        self._kinds.add(entry.kind)
        self._folded.append(folded)
        self._of_key.post(entry.key, number)
        self._index(folded.split(), number)
        for shortcut in _shortcuts(folded.split(), entry.kind):
            self._keep_ready(shortcut, number)

    def sort(self) -> None:
        """Make ready after many additions, so that the first search need not."""
        self._vocabulary.sort()

    def remove(self, key: str) -> None:
        """Forget every name of `key`; unknown keys are no error."""
        for number in self._of_key.remove(key):
            self._entries[number] = None

    def list_named(self, text: str) -> Iterator[str]:
        """The keys that bear exactly this name (capitals, accents and punctuation aside), each name once."""
        folded = fold(text)
        for number in self._squashed.list(folded.replace(" ", "")):
            entry = self._entries[number]
            if entry is not None and self._folded[number] == folded:
                yield entry.key

    def get_names(self, key: str) -> list[str]:
        """Every name of a key, in the order they were added."""
        return [entry.text for number in self._of_key.list(key) if (entry := self._entries[number])]

    def search(self, text: str, limit: int = 8, kinds: frozenset[str] | None = None) -> list[Hit]:
        """The keys whose names fit `text` best, best first, each once; `kinds` narrows to those kinds."""
        folded = fold(text[:LONGEST])
        if not folded:
            return []
        scored = self._score(folded, self._candidates(folded, kinds))
        return self._hits(sorted(scored, key=lambda row: (-row[0], -row[1], row[2])), limit)

    def complete(self, prefix: str, limit: int = 25, kinds: frozenset[str] | None = None) -> list[Hit]:
        """Names with words that begin as typed, in any order, for autocomplete; misspelt beginnings fall to search.

        Before anything is typed: the weightiest.
        """
        folded = fold(prefix[:LONGEST])
        begun = self._completions(folded.split()) if folded else self._weightiest(kinds)
        wanted = [number for number in begun if self._is_wanted(number, kinds)]
        if not wanted:
            return self.search(prefix, limit, kinds)
        # Those that begin as typed first, then the weightier, then the earlier added.
        rows = [(not self._folded[n].startswith(folded), -self._weight(n), n) for n in wanted]
        return self._hits([(1.0 - 0.1 * inside, -weight, n) for inside, weight, n in sorted(rows)], limit)

    def _hits(self, rows: Iterable[tuple[float, int, int]], limit: int) -> list[Hit]:
        """The best row of each key as a hit, in the order given."""
        best: dict[str, Hit] = {}
        for score, _, number in rows:
            entry = self._entries[number]
            if entry is not None and entry.key not in best:
                best[entry.key] = Hit(entry.key, entry.text, score)
                if len(best) == limit:
                    break
        return list(best.values())

    def _index(self, words: list[str], number: int) -> None:
        for word in set(words):
            known = self._vocabulary.add(word)
            if known == len(self._postings):
                self._postings.append(array("I"))
            self._postings[known].append(number)
        self._squashed.post("".join(words), number)
        if len(words) > 1:
            self._acronyms.post("".join([word[0] for word in words]), number)

    def _show_sooner(self, shortcuts: Iterable[str], number: int) -> None:
        for shortcut in shortcuts:
            if number not in self._ready.get(shortcut, ()):
                self._keep_ready(shortcut, number)

    def _keep_ready(self, shortcut: str, number: int) -> None:
        """Hold the weightiest names a shortcut may mean; one too light to be shown is turned away at once."""
        weight = self._weight(number)
        if weight <= self._least_ready.get(shortcut, -1):
            return
        ready = self._ready.setdefault(shortcut, [])
        ready.append(number)
        if len(ready) >= 2 * KEPT_READY:
            ready[:] = nlargest(KEPT_READY, ready, key=self._weight)
            self._least_ready[shortcut] = self._weight(ready[-1])

    def _weight(self, number: int) -> int:
        entry = self._entries[number]
        return entry.weight if entry else -1

    def _candidates(self, folded: str, kinds: frozenset[str] | None) -> list[int]:
        """Names that share near words with the query: each near word counts by its likeness and its rarity."""
        words = folded.split()
        found: dict[int, float] = {}
        budget = POSTINGS_READ
        for word in dict.fromkeys(words):
            for near, likeness in self._near(word):
                postings = self._postings[near]
                worth = likeness * log(2 + len(self._entries) / (1 + len(postings)))
                for number in postings[:budget]:
                    found[number] = found.get(number, 0.0) + worth
                budget -= min(len(postings), budget // 2)
        squashed = "".join(words)
        for number in (*self._squashed.list(squashed), *self._acronyms.list(squashed)[:RESCORED]):
            found[number] = found.get(number, 0.0) + SURE
        return nlargest(RESCORED, (n for n in found if self._is_wanted(n, kinds)), key=found.__getitem__)

    def _near(self, word: str) -> list[tuple[int, float]]:
        """Known words that may be meant; run-together ones if none is close, and any at all rather than nothing."""
        near = self._vocabulary.list_near(word)
        if not near or near[0][1] < WORD_FITS:
            near = near + self._vocabulary.list_parts(word)
        return near or self._vocabulary.list_near(word, 0.3)

    def _is_wanted(self, number: int, kinds: frozenset[str] | None) -> bool:
        entry = self._entries[number]
        return entry is not None and (kinds is None or entry.kind in kinds)

    def _score(self, folded: str, numbers: list[int]) -> list[tuple[float, int, int]]:
        """(score, weight, number) a name by its letters; where those fit nobody well, by its sounds too."""
        texts = {number: self._folded[number] for number in numbers}
        rows = process.extract(folded, texts, scorer=fuzz.WRatio, processor=None, limit=None)
        by_sound = not rows or rows[0][1] < LETTERS_FIT
        asked, squashed = folded.split(), folded.replace(" ", "")
        alike = {*self._squashed.list(squashed), *(self._acronyms.list(squashed) if len(asked) == 1 else ())}
        scored = []
        for text, likeness, number in rows:
            if by_sound:
                likeness = max(likeness, 100 * _likeness_in_words(asked, text.split()))
            if number in alike:
                likeness = max(likeness, 90.0)
            scored.append((1.0 if text == folded else min(likeness / 100, 0.99), self._weight(number), number))
        return scored

    def _weightiest(self, kinds: frozenset[str] | None) -> Iterable[int]:
        wanted = self._kinds if kinds is None else kinds
        return [number for kind in wanted for number in self._ready.get(_of_kind(kind), ())]

    def _completions(self, words: list[str]) -> Iterable[int]:
        *earlier, last = words
        if earlier:
            return self._all_words(earlier, last)
        if len(last) <= SHORTCUT:
            return self._ready.get(last, ())
        near = self._vocabulary.list_beginning(last)
        return dict.fromkeys(number for word in near for number in self._postings[word][:RESCORED])

    def _all_words(self, earlier: list[str], last: str) -> list[int]:
        """Names that hold every earlier word whole and one that begins with the last; the rarest word leads."""
        known = [self._vocabulary.get(word) for word in earlier]
        postings = [self._postings[word] for word in known if word is not None]
        if len(postings) < len(earlier):
            return []
        rarest = min(postings, key=len)
        return [number for number in rarest if _holds(self._folded[number].split(), earlier, last)]


def _shortcuts(words: Iterable[str], kind: str) -> Iterator[str]:
    """What a name is kept ready under: every short beginning of its words, and its kind for those who typed nothing."""
    yield _of_kind(kind)
    for word in set(words):
        for length in range(1, min(SHORTCUT, len(word)) + 1):
            yield word[:length]


def _of_kind(kind: str) -> str:
    return f" {kind}"  # no beginning of a word has a space


def _holds(words: list[str], earlier: list[str], last: str) -> bool:
    left = list(words)
    for word in earlier:
        if word not in left:
            return False
        left.remove(word)
    return any(word.startswith(last) for word in left)


def _likeness_in_words(asked: Sequence[str], words: Sequence[str]) -> float:
    """How well each word asked for is met by some word of a name, by letters or by sound; a part is worth less."""
    met = sum(max(_likeness(one, other) for other in words) for one in asked) / len(asked)
    return met * (0.96 if len(asked) == len(words) else 0.9)


def _likeness(one: str, other: str) -> float:
    if len(one) == 1 or len(other) == 1:
        return 0.85 if one[0] == other[0] else 0.0
    letters = OSA.normalized_similarity(one, other)
    return max(letters, 0.97 * OSA.normalized_similarity(sound(one), sound(other)))
