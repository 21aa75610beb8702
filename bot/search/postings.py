"""Keys to the numbers posted under them, in little memory: most keys hold one number and need no list."""

from __future__ import annotations

from array import array
from collections.abc import Sequence


class Postings:
    """A dict of number lists that stores a lone number bare (100,000 one-element lists would cost 10 MB)."""

    __slots__ = ("_many", "_one")

    def __init__(self) -> None:
        self._one: dict[str, int] = {}
        self._many: dict[str, array[int]] = {}

    def __len__(self) -> int:
        return len(self._one)

    def post(self, key: str, number: int) -> None:
        """Put a number under a key, after those already there."""
        if key not in self._one:
            self._one[key] = number
        elif key in self._many:
            self._many[key].append(number)
        else:
            self._many[key] = array("I", (self._one[key], number))

    def list(self, key: str) -> Sequence[int]:
        """The numbers under a key in the order posted; empty for an unknown key."""
        many = self._many.get(key)
        if many is not None:
            return many
        one = self._one.get(key)
        return () if one is None else (one,)

    def remove(self, key: str) -> Sequence[int]:
        """Forget a key and return what stood under it."""
        numbers = self.list(key)
        self._one.pop(key, None)
        self._many.pop(key, None)
        return numbers
