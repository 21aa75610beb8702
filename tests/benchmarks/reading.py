"""How fast a text is read, the figures alone and all readers together, beside quantulum3 in the same run."""

from __future__ import annotations

import gc
from collections.abc import Callable
from time import process_time

from bot.read.figures import find_figures
from bot.read.text import read_text

SIZES = (1_000, 10_000, 100_000, 1_000_000)
PEER_SIZE = 1_000  # the size that suits it best: quantulum3 is not linear, at 1 MB it takes many minutes
ROUNDS = {1_000: 20, 10_000: 5, 100_000: 1, 1_000_000: 1}
_PARAGRAPH = """\
The storm killed at least 43 people, including three children, on Tuesday and left 1.2 million homes without power,
officials in Port Harlan said. "We have not seen winds of 145 mph here in 40 years," said Maria Lopez, 52, the mayor.
Damage was put at $1.3 billion, nearly half of it insured; the region's economy shrank 2.4 percent last September.
Of the eight ferries, seven sank. John Avery of the coast guard said that about 200 sailors had been rescued by 4pm.

"""


def run() -> list[str]:
    """Lines of figures: characters a second by size of text, and how many times the peer's speed."""
    peer = _peer()
    lines = [f"{'characters':>10}  {'figures/s':>12}  {'all readers/s':>14}"]
    speeds = {size: (_speed(find_figures, size), _speed(read_text, size)) for size in SIZES}
    lines += [f"{size:>10,}  {figures:>12,.0f}  {readers:>14,.0f}" for size, (figures, readers) in speeds.items()]
    if peer is None:
        return [*lines, "quantulum3 is not installed: pip install 'stet[bench]'"]
    theirs, ours = _speed(peer, PEER_SIZE), speeds[PEER_SIZE]
    lines.append(f"quantulum3 at {PEER_SIZE:,}: {theirs:,.0f} characters/s")
    lines.append(f"figures {ours[0] / theirs:.0f} times, all readers {ours[1] / theirs:.0f} times as fast")
    return lines


def text_of(size: int) -> str:
    """News prose of exactly `size` characters."""
    return (_PARAGRAPH * (size // len(_PARAGRAPH) + 1))[:size]


def _speed(read: Callable[[str], object], size: int) -> float:
    """Characters a second, the best of a few readings."""
    text, best = text_of(size), 0.0
    for _ in range(ROUNDS[size]):
        gc.collect()
        start = process_time()
        read(text)
        best = max(best, size / (process_time() - start))
    return best


def _peer() -> Callable[[str], object] | None:
    try:
        from quantulum3 import parser
    except ImportError:
        return None
    parse: Callable[[str], object] = parser.parse
    return parse
