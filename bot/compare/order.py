"""The words of a property to its place in a course of events that can only run one way."""

from __future__ import annotations

from functools import lru_cache

from bot.compare.tokens import stem, words

# Each course from its first step to its last; steps that may fall either way stand side by side.
_COURSES = {
    "case": (
        "arrest detain detention capture kidnap abduct",
        "charge indict indictment",
        "convict conviction sentence acquit acquittal jail imprison",
        "free release pardon liberate",
    ),
    "life": ("birth born", "marry marriage wed wedding", "death die kill murder"),
    "crisis": ("outbreak erupt start begin ignite", "extinguish end conclude"),
    "law": ("propose draft table", "approve approval pass passage adopt adoption", "sign enact", "repeal"),
    "office": (
        "nominate nomination",
        "elect election appoint appointment",
        "inaugurate inauguration sworn",
        "resign resignation dismiss dismissal oust retire",
    ),
    "work": ("found establish launch build", "open", "close closure shut demolish dissolve"),
    "deal": ("negotiate talks", "agree agreement sign signing", "expire expiry terminate"),
    "sanction": ("impose", "ease", "lift"),
    "journey": ("depart departure leave", "arrive arrival land landing"),
}
_STEPS = {
    stem(word): (course, step)
    for course, steps in _COURSES.items()
    for step, said in enumerate(steps)
    for word in said.split()
}

# What a length of time runs between: the course, its first and its last step.
LENGTHS = {
    stem(word): course
    for said, course in (
        ("prison jail custody detention captivity bars imprisoned jailed held", ("case", 0, 3)),
        ("life lived age", ("life", 0, 2)),
        ("marriage married", ("life", 1, 2)),
        ("office power", ("office", 2, 3)),
        ("burned burning blaze", ("crisis", 0, 1)),
        ("journey voyage flight", ("journey", 0, 1)),
    )
    for word in said.split()
}


@lru_cache(maxsize=2048)
def rank_of(property: str) -> tuple[str, int] | None:
    """The course and the step that a property names ("date of the arrest"); None where it names none, or two."""
    found = {_STEPS[one] for word in words(property) if (one := stem(word)) in _STEPS}
    return found.pop() if len(found) == 1 else None
