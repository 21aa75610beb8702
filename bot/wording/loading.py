"""What loading did to the record, as a screen: one line of counts, the rows below."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bot.record import Problem, local_id
from bot.screen import Line, Screen, line, strong
from bot.wording.language import Language

Keys = Mapping[str, Sequence[str]]
TABLES = {"story": "stories", "entity": "entities", "source": "sources", "fact": "facts", "claim": "claims"}
MOST_SHOWN = 12


def load_screen(stories: Sequence[str], added: Keys, changed: Keys, retracted: Keys, say: Language) -> Screen:
    """The screen of a finished load; `added`, `changed`, `retracted` hold keys of rows by table."""
    if not stories:
        return Screen(line(say("nothing was loaded")))
    sets = (("{count} added", added), ("{count} changed", changed), ("{count} retracted", retracted))
    total = [(text, keys) for text, keys in sets if any(keys.values())]
    counts = " · ".join(say(text, count=sum(map(len, keys.values()))) for text, keys in total)
    head = line(strong(", ".join(stories)), ": ", counts or say("no change"))
    return Screen(head, body=tuple(_row(say(text, count=""), keys, say) for text, keys in total))


def problem_lines(problems: Sequence[Problem], say: Language) -> list[str]:
    """Every problem on a line of its own, and how many there are."""
    if not problems:
        return []
    count = say("{count} problems; the story was not loaded, nothing was changed", count=len(problems))
    return [*(_problem(problem, say) for problem in problems), count]


def _problem(problem: Problem, say: Language) -> str:
    file = f"{problem.file}:{problem.line}" if problem.line else problem.file
    where = f"{file}: {problem.path}" if problem.path else file
    return f"{where}: {say.phrase(problem.wrong)}; {say.phrase(problem.todo)}"


def _row(text: str, keys: Keys, say: Language) -> Line:
    parts = []
    for table, many in TABLES.items():
        if rows := keys.get(table, ()):
            names = ", ".join(local_id(key) for key in rows[:MOST_SHOWN]) if table != "claim" else ""
            more = ", ..." if names and len(rows) > MOST_SHOWN else ""
            noun = say(table if len(rows) == 1 else many)
            parts.append(f"{len(rows)} {noun}" + (f" ({names}{more})" if names else ""))
    return line(f"{text.strip()}: ", " · ".join(parts))
