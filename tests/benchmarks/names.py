"""Name pairs told apart per second and how well, beside rapidfuzz WRatio and Jaro-Winkler at their best threshold."""

from __future__ import annotations

import random
import statistics
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from time import perf_counter

from rapidfuzz import fuzz, utils
from rapidfuzz.distance import JaroWinkler

from bot.compare.names import compare_names

PAIRS = Path(__file__).parent.parent / "compare"
LISTS = ("name_pairs.tsv", "name_pairs_held_out.tsv")
CHUNK = 1_000
Scorer = Callable[[str, str], float]
Pair = tuple[bool, str, str]


def run() -> list[str]:
    """The lines of the report: F1 on each list, then pairs per second (median of chunks, every pair drawn anew)."""
    return [line for name in LISTS for line in _judge(name, read_pairs(name))] + _race()


def read_pairs(name: str) -> list[Pair]:
    """(same bearer, one name, other name) of a list beside the tests."""
    rows = (line.split("\t") for line in (PAIRS / name).read_text(encoding="utf-8").splitlines() if line)
    return [(label == "same", a, b) for label, a, b in rows]


def measure(pairs: Sequence[Pair], scorer: Scorer, threshold: float) -> tuple[float, float, float]:
    """Precision, recall and F1 of taking every pair scored at `threshold` or more for one bearer."""
    taken = [same for same, a, b in pairs if scorer(a, b) >= threshold]
    wanted = sum(same for same, _, _ in pairs)
    precision, recall = sum(taken) / max(1, len(taken)), sum(taken) / max(1, wanted)
    return precision, recall, 2 * precision * recall / max(1e-9, precision + recall)


def stet(a: str, b: str) -> float:
    return compare_names(a, b).score


def wratio(a: str, b: str) -> float:
    return fuzz.WRatio(a, b, processor=utils.default_process) / 100


def jaro_winkler(a: str, b: str) -> float:
    return JaroWinkler.similarity(a, b, processor=utils.default_process)


def _judge(name: str, pairs: Sequence[Pair]) -> list[str]:
    precision, recall, f1 = measure(pairs, stet, 0.5)
    best = [
        f"{label} F1 {max(measure(pairs, scorer, cut / 100)[2] for cut in range(30, 100)):.3f}"
        for label, scorer in (("WRatio", wratio), ("Jaro-Winkler", jaro_winkler))
    ]
    return [f"{name}: {len(pairs)} pairs, P {precision:.3f} R {recall:.3f} F1 {f1:.3f}; at best {', '.join(best)}"]


def _race() -> list[str]:
    names = [name for listed in LISTS for _, a, b in read_pairs(listed) for name in (a, b)]
    chance = random.Random(11)
    drawn = [(chance.choice(names), chance.choice(names)) for _ in range(30 * CHUNK)]
    listed = [(a, b) for name in LISTS for _, a, b in read_pairs(name)]
    lines = []
    for label, scorer in (("stet", stet), ("WRatio", wratio), ("Jaro-Winkler", jaro_winkler)):
        mixed = statistics.median(
            _rate(partial(_all, scorer, drawn[at : at + CHUNK])) for at in range(0, len(drawn), CHUNK)
        )
        again = statistics.median(_rate(partial(_all, scorer, listed)) * len(listed) / CHUNK for _ in range(20))
        lines.append(f"names {label}: {mixed:,.0f} random pairs a second, {again:,.0f} of the listed pairs")
    return lines


def _all(scorer: Scorer, pairs: Sequence[tuple[str, str]]) -> None:
    for a, b in pairs:
        scorer(a, b)


def _rate(work: Callable[[], None]) -> float:
    start = perf_counter()
    work()
    return CHUNK / (perf_counter() - start)


if __name__ == "__main__":
    print("\n".join(run()))
