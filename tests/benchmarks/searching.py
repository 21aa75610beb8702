"""Misspelt names looked up in 100, 10,000 and 100,000 entities, beside brute-force rapidfuzz in the same run."""

from __future__ import annotations

import gc
import random
import resource
import statistics
import sys
from collections.abc import Callable, Sequence
from functools import partial
from time import perf_counter
from typing import TypeVar

from rapidfuzz import fuzz, process, utils

from bot.folding import bones, fold, sound
from bot.search import Entry, NameIndex

T = TypeVar("T")
SIZES = (100, 10_000, 100_000)
QUERIES = 100
_GIVEN = (
    "Maria Anna Sergei Svetlana Alexander Viktar Mikalai Ales John Keith Donald Natalia Roman Tatyana Olga Pavel "
    "Uladzimir Dmitry Andrei Yulia Ivan Elena Peter Hans Ingrid Lars Giovanni Paolo Lucia Carlos Juan José Ana "
    "Luis Fatima Ahmed Mohammed Hassan Layla Omar Yusuf Wei Li Ming Xiaoping Jing Hiroshi Yuki Kenji Minh Thi Van "
    "Raj Priya Arjun Sanjay Kwame Amina Chidi Ngozi Thabo Eszter László Zoltán Jiří Václav Małgorzata Krzysztof "
    "Søren Åsa Jürgen Zoë Mehmet Ayşe"
)
_ONSETS = "b br ch d dr f g gr h j k kh kr l m n p pr r s sh sk st t tr ts v w y z zh".split()
_VOWELS = "a e i o u a e o ia ei ou".split()
_ENDINGS = "ov enko ski son sen er man ez i a vich ian dze oglu en in ura moto ng ard".split()


def run() -> list[str]:
    """The lines of the report; times are medians per query."""
    return [line for size in SIZES for line in _measure(size)]


def make_names(count: int, seed: int = 7) -> list[str]:
    """`count` different made-up people, many sharing a given name, some sharing a surname."""
    chance = random.Random(seed)
    given = _GIVEN.split()
    surnames = [_surname(chance) for _ in range(count // 2 + 10)]
    names: dict[str, None] = {}
    while len(names) < count:
        middle = f" {chance.choice(given)}" if chance.random() < 0.15 else ""
        names[f"{chance.choice(given)}{middle} {chance.choice(surnames)}"] = None
    return list(names)


def misspell(name: str, chance: random.Random) -> str:
    """The name with one typing error: a letter lost, doubled, changed, or two swapped."""
    letters = list(name)
    place = chance.randrange(1, len(letters) - 1)
    match chance.randrange(4):
        case 0:
            del letters[place]
        case 1:
            letters.insert(place, letters[place])
        case 2:
            letters[place] = chance.choice("abcdefghiklmnoprstuvyz")
        case _:
            letters[place - 1], letters[place] = letters[place], letters[place - 1]
    return "".join(letters)


def _surname(chance: random.Random) -> str:
    parts = [chance.choice(_ONSETS) + chance.choice(_VOWELS) for _ in range(chance.randint(1, 3))]
    return ("".join(parts) + chance.choice(_ENDINGS)).capitalize()


def _measure(size: int) -> list[str]:
    names = make_names(size)
    chance = random.Random(size)
    queries = [misspell(chance.choice(names), chance) for _ in range(QUERIES)]
    before = _resident()
    built, index = _timed(lambda: NameIndex(Entry(f"p{n}", name, "person") for n, name in enumerate(names)))
    grown = _resident() - before
    ours = [_timed(partial(index.search, query)) for query in queries]
    pool = queries if size <= 10_000 else queries[:20]
    processed = [utils.default_process(name) for name in names]
    brute = [_timed(partial(_brute, query, processed)) for query in pool]
    same = sum(_is_same(hits, names, found) for (_, hits), (_, found) in zip(ours, brute, strict=False))
    mine, theirs = _median([seconds for seconds, _ in ours]), _median([seconds for seconds, _ in brute])
    prefixes = [name[: chance.randint(1, 7)] for name in chance.sample(names, 100)]
    typed = [_timed(partial(index.complete, prefix))[0] for prefix in prefixes]
    return [
        f"search {size:>7,} names: {mine * 1e3:.2f} ms a misspelt query, brute-force WRatio {theirs * 1e3:.2f} ms "
        f"({theirs / mine:.0f}x), same first answer {same}/{len(pool)}",
        f"  built in {built:.2f} s, {grown:.0f} MB; complete {_median(typed) * 1e3:.3f} ms, "
        f"worst {max(typed) * 1e3:.2f} ms",
    ]


def _timed(work: Callable[[], T]) -> tuple[float, T]:
    start = perf_counter()
    result = work()
    return perf_counter() - start, result


def _brute(query: str, processed: Sequence[str]) -> list[int]:
    """Every name that shares the best score: rapidfuzz itself has no reason to prefer one of them."""
    asked = utils.default_process(query)
    best = process.extract(asked, processed, scorer=fuzz.WRatio, limit=5)
    return [number for _, score, number in best if score == best[0][1]]


def _is_same(hits: Sequence[object], names: Sequence[str], found: Sequence[int]) -> bool:
    key = getattr(hits[0], "key", "") if hits else ""
    return key in {f"p{number}" for number in found}


def _median(values: Sequence[float]) -> float:
    return statistics.median(values)


def _resident() -> float:
    """Peak resident memory in MB (macOS counts bytes, Linux kilobytes)."""
    gc.collect()
    for cache in (fold, sound, bones):
        cache.cache_clear()
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1024 if sys.platform != "darwin" else 1024**2)


if __name__ == "__main__":
    print("\n".join(run()))
