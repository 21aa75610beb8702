"""Every verb of the terminal, by name: one file per group, each with a plain dict."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module

from bot.errors import BadInput
from bot.phrase import phrase
from bot.terminal.verb import Verb

GROUPS = ("lookups", "checking", "adding", "judging", "editing", "web", "record", "machine")


def all_verbs() -> dict[str, Verb]:
    """The verbs in the order `help` lists them."""
    return {name: verb for group in _groups() for name, verb in group.items()}


def get_verb(name: str) -> Verb:
    """The verb of that name; raises BadInput with the nearest ones."""
    for group in _groups():
        if name in group:
            return group[name]
    verbs = all_verbs()
    from rapidfuzz import process

    near = [found for found, score, _ in process.extract(name, list(verbs), limit=3) if score >= 60]
    hint = phrase("did you mean {near}?", near=", ".join(near)) if near else phrase("`stet help` lists the commands")
    raise BadInput("there is no command {name!r}; {hint}", name=name[:40], hint=hint)


def _groups() -> Iterator[dict[str, Verb]]:
    """One group after another: a look-up, the most common command, need not wait for readers and comparers."""
    for name in GROUPS:
        group: dict[str, Verb] = import_module(f"bot.terminal.verbs.{name}").VERBS
        yield group
