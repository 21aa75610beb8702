"""Sentences sayable in any language: an English template and its arguments, kept apart until they are shown."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from typing import Union

# A gap holds text as it is (a name, a number), or a phrase of its own to be said in the language of the whole.
Filling = Union[str, "Phrase"]


@dataclass(frozen=True, slots=True)
class Phrase:
    """A template with `{named}` gaps and what fills them; the template is the key of its translation."""

    text: str
    args: tuple[tuple[str, Filling], ...] = ()

    def __str__(self) -> str:
        return self.say(lambda text: text)

    def say(self, translate: Callable[[str], str]) -> str:
        """The sentence in the language of `translate` (English template in, template out)."""
        if not self.args:
            return translate(self.text)
        said = {key: value.say(translate) if isinstance(value, Phrase) else value for key, value in self.args}
        return translate(self.text).format_map(said)


def phrase(text: str, /, **args: object) -> Phrase:
    """A Phrase from a template and its arguments: phrases, errors and words of enums stay sayable, the rest is text."""
    return Phrase(text, tuple([(key, value if type(value) is str else _filling(value)) for key, value in args.items()]))


def _filling(value: object) -> Filling:
    match value:
        case Phrase():
            return value
        case Enum(value=str(word)):
            return Phrase(word)
        case OSError(strerror=str(words)) if words:  # the system's own words, which catalogues hold as they are
            return Phrase(words)
        case Exception() if isinstance(reason := getattr(value, "reason", None), Phrase):
            return reason
        case _:
            return str(value)
