"""What can go wrong, as exceptions that carry one sentence for a person: what is wrong, where, what to do next."""

from __future__ import annotations

from bot.phrase import Phrase, phrase


class StetError(Exception):
    """Root of every error a person can act on; `reason` is the sentence shown."""

    def __init__(self, text: str, /, **args: object) -> None:
        self.reason: Phrase = phrase(text, **args)
        super().__init__(str(self.reason))


class BadInput(StetError):
    """What was asked or given cannot be used as it stands."""


class Unreadable(BadInput, ValueError):
    """A text that no reader can make a value of."""


class NotFound(StetError):
    """A named record does not exist; `near` holds the nearest names that do."""

    def __init__(self, text: str, /, near: tuple[str, ...] = (), **args: object) -> None:
        super().__init__(text, **args)
        self.near = near


class Refused(StetError):
    """The record's rules forbid the step (already judged, others build on it, not permitted)."""


class RecordUnusable(StetError):
    """The database is none, newer than the program, locked, read-only or out of space."""


class FetchFailed(StetError):
    """A link, feed or page could not be had, or holds no article."""


class ConfigError(StetError):
    """A setting is missing, unknown or of the wrong kind."""
