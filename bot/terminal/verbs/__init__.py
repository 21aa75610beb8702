"""Every verb of the terminal, by name: one file per group, each with a plain dict."""

from __future__ import annotations

from bot.terminal.verb import Verb
from bot.terminal.verbs import checking, lookups, machine, record


def all_verbs() -> dict[str, Verb]:
    """The verbs in the order `help` lists them."""
    groups = (lookups.VERBS, checking.VERBS, record.VERBS, machine.VERBS)
    return {name: verb for group in groups for name, verb in group.items()}
