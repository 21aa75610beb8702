"""Names and plain words to what the record knows, forgiving typing errors, kept in memory."""

from __future__ import annotations

from bot.search.known import Known, KnownNames
from bot.search.names import PLAUSIBLE, Entry, Hit, NameIndex, find_clear, list_plausible
from bot.search.phrases import PhraseIndex

__all__ = [
    "PLAUSIBLE",
    "Entry",
    "Hit",
    "Known",
    "KnownNames",
    "NameIndex",
    "PhraseIndex",
    "find_clear",
    "list_plausible",
]
