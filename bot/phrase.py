"""Sentences sayable in any language: an English template and its arguments, kept apart until they are shown."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Phrase:
    """A template with `{named}` gaps and what fills them; the template is the key of its translation."""

    text: str
    args: tuple[tuple[str, str], ...] = ()

    def __str__(self) -> str:
        return self.say(lambda text: text)

    def say(self, translate: Callable[[str], str]) -> str:
        """The sentence in the language of `translate` (English template in, template out)."""
        return translate(self.text).format_map(dict(self.args)) if self.args else translate(self.text)


def phrase(text: str, /, **args: object) -> Phrase:
    """A Phrase from a template and its arguments, each turned into text now."""
    return Phrase(text, tuple((key, str(value)) for key, value in args.items()))
