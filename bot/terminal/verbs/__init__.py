"""Every verb of the terminal, by name: one file per group, each with a plain dict."""

from __future__ import annotations

from bot.errors import BadInput
from bot.terminal.verb import Verb
from bot.terminal.verbs import adding, checking, judging, lookups, machine, record, web


def all_verbs() -> dict[str, Verb]:
    """The verbs in the order `help` lists them."""
    groups = (lookups.VERBS, checking.VERBS, adding.VERBS, judging.VERBS, web.VERBS, record.VERBS, machine.VERBS)
    return {name: verb for group in groups for name, verb in group.items()}


def get_verb(name: str) -> Verb:
    """The verb of that name; raises BadInput with the nearest ones."""
    verbs = all_verbs()
    if name in verbs:
        return verbs[name]
    from rapidfuzz import process

    near = [found for found, score, _ in process.extract(name, list(verbs), limit=3) if score >= 60]
    hint = f"did you mean {' or '.join(near)}?" if near else "`stet help` lists the commands"
    raise BadInput("there is no command {name!r}; {hint}", name=name[:40], hint=hint)
