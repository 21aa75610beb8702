"""Questions in plain words ("ukrainians freed", "52") to the facts and events they ask about."""

from __future__ import annotations

import re
from array import array
from collections import defaultdict
from collections.abc import Collection, Iterable
from functools import lru_cache
from heapq import nlargest
from itertools import islice
from math import log

from bot.folding import fold
from bot.search.names import Hit
from bot.search.vocabulary import Vocabulary

_TOKEN = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:['’ʼ.][^\W\d_]+)*", re.UNICODE)
_STOPPED = (
    "a an and are as at be been by did do does for from had has have how in into is it its many much of on or s so "
    "than that the their them they this to was were what when where which who whom why will with"
)
_STOP = frozenset(_STOPPED.split())
_ENDINGS = ("ations", "ation", "ings", "ing", "edly", "ers", "er", "ies", "ied", "es", "ed", "s", "e", "y")
# What newsrooms call one thing: a question may use either word.
_ALIKE = (
    "freed free freeing released release freedom liberated",
    "killed dead died deaths death dies die fatalities toll",
    "injured hurt wounded injuries",
    "missing unaccounted",
    "arrested detained held arrest detention custody detainees",
    "jailed imprisoned sentenced jail prison sentence term",
    "prisoners detainees inmates captives",
    "share percent percentage proportion",
    "price cost worth",
    "people persons individuals citizens",
    "founder founded cofounder",
    "wife husband spouse married",
    "started began begin start beginning",
    "ended finished end finish",
)
RESCORED = 200
POSTINGS_READ = 4_000
LATEST = 400


class PhraseIndex:
    """Short texts in memory, found by the words they share with a question; rare words and numbers count most."""

    def __init__(self) -> None:
        self._documents: list[tuple[str, str, str] | None] = []
        self._stems: list[frozenset[int]] = []
        self._of_key: dict[str, list[int]] = {}
        self._vocabulary = Vocabulary()
        self._postings: list[array[int]] = []

    def __len__(self) -> int:
        return len(self._of_key)

    def add(self, key: str, text: str, kind: str = "") -> None:
        """Take in one text a key can be asked for by; a key may have many."""
        stems = frozenset(self._number(stem) for stem in _stems(text))
        if not stems:
            return
        number = len(self._documents)
        self._documents.append((key, text, kind))
        self._stems.append(stems)
        self._of_key.setdefault(key, []).append(number)
        for stem in stems:
            self._postings[stem].append(number)

    def sort(self) -> None:
        """Make ready after many additions, so that the first search need not."""
        self._vocabulary.sort()

    def remove(self, key: str) -> None:
        """Forget every text of `key`."""
        for number in self._of_key.pop(key, ()):
            self._documents[number] = None

    def search(self, text: str, limit: int = 8, kinds: frozenset[str] | None = None) -> list[Hit]:
        """The keys whose texts answer `text` best; score = share of the question's weight found, 1 = all of it."""
        asked = [self._near(stem) for stem in dict.fromkeys(_stems(text[:400]))]
        total = sum(worth for worth, _ in asked)
        if not total:
            return []
        gained = self._gains(asked)
        best: dict[str, Hit] = {}
        for number in nlargest(RESCORED, gained, key=lambda one: self._rank(one, gained[one])):
            document = self._documents[number]
            if document and document[0] not in best and (kinds is None or document[2] in kinds):
                best[document[0]] = Hit(document[0], document[1], min(gained[number] / total, 1.0))
                if len(best) == limit:
                    break
        return list(best.values())

    def list_latest(self, limit: int, kinds: frozenset[str] | None = None) -> list[Hit]:
        """The keys taken in last, latest first, among the last few hundred: what somebody may mean before typing."""
        latest = (self._documents[numbers[0]] for numbers in islice(reversed(self._of_key.values()), LATEST))
        wanted = (one for one in latest if one and (kinds is None or one[2] in kinds))
        return [Hit(key, text, 0.0) for key, text, _ in islice(wanted, limit)]

    def _rank(self, number: int, gain: float) -> float:
        """Among texts that hold the same words of the question, the shorter says less else."""
        return gain - 0.02 * len(self._stems[number])

    def _gains(self, asked: list[tuple[float, dict[int, float]]]) -> dict[int, float]:
        """What each text gains, rare words first: where many texts hold a word, only those found so far are asked."""
        gained: dict[int, float] = defaultdict(float)
        for worth, near in sorted(asked, key=lambda one: -one[0]):
            reached: dict[int, float] = {}
            for stem, likeness in near.items():
                for number in self._holding(stem, gained):
                    if self._documents[number] is not None:
                        reached[number] = max(reached.get(number, 0.0), likeness * worth)
            for number, gain in reached.items():
                gained[number] += gain
        return gained

    def _holding(self, stem: int, found: Collection[int]) -> Iterable[int]:
        """The texts that hold a stem; of more than can be looked at while somebody types, those that were found."""
        postings = self._postings[stem]
        if len(postings) <= POSTINGS_READ:
            return postings
        return [number for number in found if stem in self._stems[number]] or postings[-POSTINGS_READ:]

    def _near(self, stem: str) -> tuple[float, dict[int, float]]:
        """What a word of the question is worth, and the known stems that may be meant by it."""
        exact = self._vocabulary.get(stem)
        if exact is not None or stem[0].isdigit():
            near = {} if exact is None else {exact: 1.0}
        else:
            near = {number: 0.9 * likeness for number, likeness in self._vocabulary.list_near(stem, 0.72)[:12]}
        for other in _ALIKE_STEMS.get(stem, ()):
            number = self._vocabulary.get(other)
            if number is not None:
                near.setdefault(number, 0.85)
        commonest = max((len(self._postings[number]) for number in near), default=0)
        return log(1 + (1 + len(self._documents)) / (1 + commonest)), near

    def _number(self, stem: str) -> int:
        number = self._vocabulary.add(stem)
        if number == len(self._postings):
            self._postings.append(array("I"))
        return number


def _stems(text: str) -> list[str]:
    """The words of a text worth matching; when there is nothing but small words, those."""
    words = [_normal(match.group()) for match in _TOKEN.finditer(text)]
    telling = [stem(word) for word in words if word and word not in _STOP]
    return telling or [word for word in words if word]


@lru_cache(maxsize=65536)
def _normal(word: str) -> str:
    if word[0].isdigit():
        return re.sub(r"[,.](?=\d{3}(?:\D|$))", "", word).replace(",", ".")
    return fold(re.sub(r"['’ʼ]s$", "", word)).replace(" ", "")


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """A folded word without its ending: releases, released, release become one. At least three letters stay."""
    if word[0].isdigit():
        return word
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3 and not word.endswith("ss"):
            return word[: -len(ending)]
    return word


def _alike_stems() -> dict[str, frozenset[str]]:
    alike: dict[str, set[str]] = defaultdict(set)
    for line in _ALIKE:
        stems = {stem(word) for word in line.split()}
        for one in stems:
            alike[one] |= stems - {one}
    return {one: frozenset(others) for one, others in alike.items()}


_ALIKE_STEMS = _alike_stems()
