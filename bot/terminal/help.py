"""The verbs and their help sentences to the page that `stet help` prints."""

from __future__ import annotations

from collections.abc import Sequence

from bot.terminal.arguments import Parser
from bot.terminal.verbs import all_verbs, get_verb


def overview(words: Sequence[str] = ()) -> str:
    """Help for one verb if named, else the list of all."""
    if words:
        verb = get_verb(words[0].removeprefix("/"))
        parser = Parser(prog=f"stet {verb.name}", description=verb.help, allow_abbrev=False)
        verb.arguments(parser)
        return parser.format_help().rstrip()
    width = max((len(name) for name in all_verbs()), default=0)
    lines = [f"  {name:<{width}}  {verb.help}" for name, verb in all_verbs().items()]
    return "\n".join(
        (
            "stet: a newsroom's fact desk. `stet` alone starts it; the same commands work there, with or without /.",
            "",
            *lines,
            "",
            "Every command takes --db PATH (the record), --config FILE and --json. `stet help COMMAND` tells more.",
        )
    )
