"""A text to a sketch of numbers by which two texts are told to be one, as copies of an agency's text are.

A bottom-k sketch (Broder, 1997): the smallest hashes of all runs of five words. Of two texts the share of common
numbers among the smallest of both estimates how many of their runs they share.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Sequence

RUN = 5
KEPT = 96
LEAST_WORDS = 40
COPY = 0.7
_WORD = re.compile(r"\w+")


def read_sketch(text: str) -> tuple[int, ...]:
    """The sketch of a text; empty for one too short to be told from another."""
    words = _WORD.findall(text.casefold())
    if len(words) < LEAST_WORDS:
        return ()
    runs = {" ".join(words[at : at + RUN]) for at in range(len(words) - RUN + 1)}
    return tuple(sorted(zlib.crc32(run.encode("utf-8", "replace")) for run in runs)[:KEPT])


def likeness(one: Sequence[int], other: Sequence[int]) -> float:
    """How alike two sketched texts are, from 0 to 1; 0 where either has no sketch."""
    if not one or not other:
        return 0.0
    mine, yours = set(one), set(other)
    smallest = sorted(mine | yours)[: min(KEPT, max(len(mine), len(yours)))]
    return sum(1 for number in smallest if number in mine and number in yours) / len(smallest)
