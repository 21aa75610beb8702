"""What editing the record by hand did, as screens: the row first, then what was changed and what follows from it."""

from __future__ import annotations

from collections.abc import Sequence

from bot.phrase import Phrase
from bot.record import Act, Claim, Entity, Fact, Source, Story, local_id
from bot.screen import Line, Screen, Span, Style, line, strong
from bot.wording.language import Language

Row = Story | Entity | Fact | Source | Claim
ACTS = {
    Act.ADDED: "added: {row}",
    Act.CHANGED: "changed: {row}",
    Act.REPLACED: "changed: {row}",
    Act.RETRACTED: "retracted: {row}",
}
FIELDS = {
    "label": "name",
    "aliases": "other names",
    "role": "role",
    "date": "date",
    "place": "place",
    "people": "people",
    "words": "words",
    "of": "about",
    "property": "property",
    "kind": "kind",
    "unit": "unit",
    "behaviour": "behaviour",
    "scope": "scope",
    "part_of": "part of",
    "outlet": "outlet",
    "title": "title",
    "url": "link",
    "author": "author",
    "published": "published",
    "origin": "origin",
    "reliability": "reliability",
    "language": "language",
    "archive": "archived copy",
    "fact": "fact",
    "source": "source",
    "written": "value",
    "claimant": "claimant",
    "as_of": "as of",
    "evidence": "evidence",
    "rank": "rank",
    "why": "why",
}


def edited_screen(
    row: Row, act: Act, changes: Sequence[tuple[str, str, str]], numbers: Sequence[int], say: Language
) -> Screen:
    """A row after an edit; `changes` are field, before, after; `numbers` the discrepancies it opened or reopened."""
    return Screen(
        head=line(strong(say(ACTS[act], row=row_text(row))), " · ", local_id(row.key)),
        support=tuple(_change(one, say) for one in changes),
        dissent=_follows(numbers, say),
    )


def merged_screen(
    pair: tuple[Entity, Entity], moved: tuple[int, int], numbers: Sequence[int], say: Language, *, split: bool = False
) -> Screen:
    """A merger, done or taken back; `pair` is who is gone and who is kept, `moved` counts facts and claims."""
    gone, kept = pair
    template = "{gone} and {kept} are two again" if split else "{gone} is {kept}: merged"
    return Screen(
        head=line(strong(say(template, gone=gone.label, kept=kept.label)), " · ", local_id(kept.key)),
        support=(line(say("{facts} facts moved, and {claims} claims between them", facts=moved[0], claims=moved[1])),),
        dissent=_follows(numbers, say),
    )


def apart_screen(one: Entity, other: Entity, say: Language, *, apart: bool) -> Screen:
    """Two names that will not be proposed as one again, or may be."""
    template = (
        "{one} and {other} are kept apart and not proposed again"
        if apart
        else "{one} and {other} are no longer kept apart"
    )
    return Screen(line(say(template, one=_named(one), other=_named(other))))


def same_screen(pairs: Sequence[tuple[Entity, Entity, Phrase]], say: Language) -> Screen:
    """Pairs of names that may be one bearer's, likeliest first; a person decides."""
    if not pairs:
        return Screen(line(say("no two names of the record look like one bearer's")))
    return Screen(
        head=line(strong(say("{count} pairs of names may be one bearer's", count=len(pairs)))),
        support=(line(say("`record merge` makes one of two, `record apart` keeps two apart; both need a reason")),),
        body=tuple(
            line(strong(f"{_named(one)} · {_named(other)}"), ": ", say.phrase(why)) for one, other, why in pairs
        ),
    )


def claims_screen(claims: Sequence[tuple[Claim, str, str]], say: Language) -> Screen:
    """Claims with their ids; each with its property and source."""
    head = line(strong(say("{count} claims", count=len(claims))))
    rows = (
        line(strong(local_id(claim.key)), f"  “{claim.written}” · {about} · {source}", _said_by(claim))
        for claim, about, source in claims
    )
    return Screen(head, body=tuple(rows))


def row_text(row: Row) -> str:
    """A row in a few words."""
    match row:
        case Entity(label=label) | Source(label=label) | Fact(property=label) | Story(title=label):
            return label
        case Claim(written=written):
            return f"“{written}” · {local_id(row.fact)} · {local_id(row.source)}"


def _named(entity: Entity) -> str:
    return f"{entity.label} ({local_id(entity.key)})"


def _said_by(claim: Claim) -> str:
    return f" · {claim.claimant}" if claim.claimant else ""


def _change(change: tuple[str, str, str], say: Language) -> Line:
    field, before, after = change
    name = say(FIELDS.get(field, field))
    if not before:
        return line(say("{field}: {after}", field=name, after=after))
    if not after:
        return line(say("{field}: no longer {before}", field=name, before=before))
    return line(say("{field}: was {before}, now {after}", field=name, before=before, after=after))


def _follows(numbers: Sequence[int], say: Language) -> tuple[Line, ...]:
    """What the edit set off, so that nobody is surprised by it."""
    if not numbers:
        return ()
    found = ", ".join(map(str, numbers))
    return (line(Span(say("this differs from the record: discrepancy {numbers}", numbers=found), Style.ALERT)),)
