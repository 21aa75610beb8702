"""A set of surface forms to every place in a text where one of them stands, in one pass over its words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from bot.folding import Word, find_words

GAP = 3
"""Characters that may stand between two words of one name: a space, a hyphen, "J. "."""


@dataclass(frozen=True, slots=True)
class Known:
    """A known name in a text: its span (possessive ending left off) and the keys it may stand for."""

    start: int
    end: int
    keys: tuple[str, ...]


@dataclass(slots=True)
class _Node:
    """A step in the trie of words; `forms` are the names that end here, as written."""

    next: dict[str, _Node] = field(default_factory=dict)
    forms: dict[str, set[str]] = field(default_factory=dict)


class KnownNames:
    """Names to find: built once from (form, keys), linear in the text whatever the number of names."""

    def __init__(self, forms: Mapping[str, Iterable[str]]) -> None:
        self._root = _Node()
        for form, keys in forms.items():
            self.add(form, keys)

    def add(self, form: str, keys: Iterable[str]) -> None:
        """Take in one more name, or more keys for a known one."""
        node = self._root
        for word in find_words(form):
            node = node.next.setdefault(word.folded, _Node())
        if node is not self._root:
            node.forms.setdefault(form, set()).update(keys)

    def find(self, text: str) -> list[tuple[int, int, str]]:
        """(start, end, key) of the known names in `text` that have one bearer only."""
        return [(known.start, known.end, known.keys[0]) for known in self.find_all(text) if len(known.keys) == 1]

    def find_all(self, text: str) -> list[Known]:
        """Known names in `text`, leftmost and longest first come, none overlapping."""
        words = list(find_words(text))
        found: list[Known] = []
        place = 0
        while place < len(words):
            match = self._longest(text, words, place)
            if match is None:
                place += 1
            else:
                taken, keys = match
                found.append(Known(words[place].start, words[place + taken - 1].end, keys))
                place += taken
        return found

    def _longest(self, text: str, words: list[Word], place: int) -> tuple[int, tuple[str, ...]] | None:
        best = None
        for taken, node in enumerate(self._follow(text, words, place), start=1):
            if node.forms:
                written = text[words[place].start : words[place + taken - 1].end]
                keys = {key for form, keys in node.forms.items() if _is_written_as(form, written) for key in keys}
                best = (taken, tuple(sorted(keys))) if keys else best
        return best

    def _follow(self, text: str, words: list[Word], place: int) -> Iterator[_Node]:
        node = self._root
        for position in range(place, len(words)):
            if position > place and not _is_joined(text, words[position - 1], words[position]):
                return
            following = node.next.get(words[position].folded)
            if following is None:
                return
            node = following
            yield node


def _is_joined(text: str, before: Word, after: Word) -> bool:
    """No sentence or list may break a name: only spaces, hyphens and, after an initial, a full stop."""
    gap = text[before.end : after.start]
    if len(gap) > GAP or "\n\n" in gap:
        return False
    initial = before.end - before.start <= 2
    return all(char.isspace() or char in "-–‐‑'’·" or (initial and char == ".") for char in gap)


def _is_written_as(form: str, written: str) -> bool:
    """Case tells a name from a word: "US" is not "us", "May" is not "may"; a name in capitals is still that name."""
    if form.isupper() and len(form) <= 5:
        return written.isupper()
    first = next((char for char in written if char.isalpha()), "")
    return not (form[:1].isupper() and first.islower()) or (" " in written and written.lower() != written)
