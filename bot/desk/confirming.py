"""An editor's yes to a doubtful link to the words that made it doubtful no more: later texts link by them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import islice

from bot.folding import fold
from bot.numerals import read_number
from bot.record import Claim
from bot.store import Connection
from bot.store.facts import add_wording
from bot.store.lineage import Stamp

NEAREST = 3
AROUND = 60
SHORTEST = 4
_WORD = re.compile(r"[^\W\d_]+")
_SENTENCE = re.compile(r"[.!?]\s")
_EMPTY = frozenset(
    "about above after again against also among another around before being below between both could does doing down "
    "during each earlier ever every from further have having into just later least less many more most much nearly "
    "none only other over said same says should since some such than that their them then there these they this those "
    "through told under until very were what when where which while will with within without would your".split()
)


def find_cues(text: str, start: int, end: int) -> tuple[str, ...]:
    """The words nearest to a span, within its sentence, that can tell a fact: no names, numbers or empty words."""
    left = _SENTENCE.split(text[max(0, start - AROUND) : start])[-1]
    right = _SENTENCE.split(text[end : end + AROUND])[0]
    before = [found[0] for found in _WORD.finditer(left)][::-1]
    after = [found[0] for found in _WORD.finditer(right)]
    nearest = (word for pair in zip(_padded(after), _padded(before), strict=False) for word in pair)
    told = dict.fromkeys(word for word in islice(nearest, 2 * AROUND) if _tells(word))
    return tuple(islice(told, NEAREST))


async def confirm_wordings(tx: Connection, claims: Iterable[Claim], text: str, stamp: Stamp) -> None:
    """Give the facts of claims an editor confirmed the words by which the text speaks of them."""
    for claim in claims:
        start, end = claim.evidence.start, claim.evidence.end
        if start is not None and end is not None and (cues := find_cues(text, start, end)):
            await add_wording(tx, claim.fact, cues, stamp)


def _padded(words: list[str]) -> list[str]:
    return words + [""] * (AROUND - len(words))


def _tells(word: str) -> bool:
    is_plain = len(word) >= SHORTEST and word.islower() and fold(word) not in _EMPTY
    return is_plain and read_number(word) is None
