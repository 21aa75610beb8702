"""A judgement from the closed list to what it does to the record: rows before and after, and a sentence for each."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from bot.edtf import read_edtf
from bot.errors import BadInput, Refused
from bot.phrase import Phrase, phrase
from bot.record import (
    Alias,
    AliasKind,
    Claim,
    Discrepancy,
    Entity,
    EntityKind,
    Fact,
    FactKind,
    Participant,
    Rank,
    Ruling,
    Side,
    claim_key,
    key_of,
    local_id,
)
from bot.store.judgements import Edit
from bot.values import PartialDate, normal_form

NEAREST = 3


@dataclass(frozen=True, slots=True)
class Decision:
    """What an editor decides, as typed. `side` is the one that a copy error, a withdrawal or a split is about.

    `scope` is "name=value", `as_of` and `date` are EDTF, `event` the label of a second event, `alias` a kind of alias,
    `until` the day on which the question is to be asked again.
    """

    ruling: str
    why: str
    evidence: str = ""
    scope: str = ""
    as_of: str = ""
    event: str = ""
    date: str = ""
    alias: str = ""
    side: str = "new"
    until: str = ""


@dataclass(frozen=True, slots=True)
class Ground:
    """What a judgement is made on: the discrepancy, its fact and subject, and the claims of its sides that stand."""

    held: Discrepancy
    fact: Fact
    subject: Entity
    claims: Mapping[str, Claim]

    def side(self, name: str) -> Side:
        """The side "recorded" or "new"."""
        return self.held.new if name == "new" else self.held.recorded

    def standing(self, name: str) -> list[Claim]:
        """The claims of a side that still stand."""
        return [self.claims[key] for key in self.side(name).claims if key in self.claims]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a judgement changes, in sentences too; `loser` is the side that a new voice would bring back."""

    edits: tuple[Edit, ...] = ()
    effects: tuple[Phrase, ...] = ()
    loser: str = ""


def read_ruling(text: str) -> Ruling:
    """A judgement by its name or any clear part of it ("recorded-right", "two"); raises BadInput with near ones."""
    asked = _plain(text)
    names = {_plain(ruling.value): ruling for ruling in Ruling}
    if asked in names:
        return names[asked]
    fitting = [ruling for name, ruling in names.items() if asked and name.startswith(asked)]
    fitting = fitting or [ruling for name, ruling in names.items() if asked and _is_short_for(asked, name)]
    if len(fitting) == 1:
        return fitting[0]
    if fitting:
        raise BadInput(
            "{given!r} may be {names}; type more of it", given=text, names=" or ".join(f"“{one}”" for one in fitting)
        )
    from rapidfuzz import process

    near = [found for found, score, _ in process.extract(asked, list(names), limit=NEAREST) if score >= 60]
    shown = [names[found].value for found in near] or [ruling.value for ruling in Ruling]
    raise BadInput("{given!r} is no judgement; there is {names}", given=text[:60], names=" · ".join(shown))


def rule(ruling: Ruling, decision: Decision, ground: Ground) -> Outcome:
    """What the judgement does. Raises BadInput where it lacks something, Refused where it cannot be carried out."""
    if decision.side not in ("recorded", "new"):
        raise BadInput("--side is recorded or new, not {side!r}", side=decision.side)
    match ruling:
        case Ruling.RECORDED_RIGHT:
            return _right("recorded", decision, ground)
        case Ruling.NEW_RIGHT:
            return _right("new", decision, ground)
        case Ruling.BOTH_WRONG:
            return _set_aside(("recorded", "new"), decision.why, ground, "both")
        case Ruling.COPY_ERROR:
            return _set_aside((decision.side,), f"copy error: {decision.why}", ground, decision.side)
        case Ruling.WITHDREW:
            return _withdrawn(decision, ground)
        case Ruling.BOTH_OTHER_SCOPE:
            return _other_scope(decision, ground)
        case Ruling.BOTH_OTHER_TIME:
            return _other_time(decision, ground)
        case Ruling.TWO_EVENTS:
            return _two_events(decision, ground)
        case Ruling.STYLE_ONLY:
            return _style(decision, ground)
        case Ruling.CANNOT_TELL:
            return Outcome(effects=(phrase("both values stand; a new voice for either asks again"),), loser="both")
        case Ruling.DISPUTED:
            return Outcome(effects=(phrase("both values stand and are shown as disputed"),))
        case Ruling.NOT_SAME:
            return Outcome(effects=(phrase("both values stand; they are not compared again"),))


def check_against(ruling: Ruling, outcome: Outcome, ground: Ground, judged: Sequence[Discrepancy]) -> None:
    """Raises Refused if another judgement on the fact prefers what this one sets aside, or the other way round."""
    if outcome.loser not in ("recorded", "new"):
        return
    loser = set(ground.side(outcome.loser).forms)
    winner = set(ground.side("new" if outcome.loser == "recorded" else "recorded").forms)
    for one in judged:
        made = one.judgement
        if made is None or made.loser not in ("recorded", "new") or one.topic or ground.held.topic:
            continue
        other_loser = one.new if made.loser == "new" else one.recorded
        other_winner = one.recorded if made.loser == "new" else one.new
        if loser & set(other_winner.forms) or winner & set(other_loser.forms):
            raise Refused(
                "“{ruling}” contradicts the judgement on discrepancy {number} (“{other}”, by {by}); "
                "`stet undo {number}` takes that back",
                ruling=ruling,
                number=one.number,
                other=made.ruling,
                by=made.by,
            )


def read_until(text: str, now: dt.datetime) -> dt.datetime | None:
    """The end of a term from an EDTF day; raises BadInput if it is none or past."""
    if not text:
        return None
    day = _read_date(text, "--until").start
    if day is None or day <= now.date():
        raise BadInput("--until {text} is not a day to come", text=text)
    return dt.datetime(day.year, day.month, day.day, tzinfo=now.tzinfo)


def _right(winner: str, decision: Decision, ground: Ground) -> Outcome:
    loser = "new" if winner == "recorded" else "recorded"
    aside = _set_aside((loser,), decision.why, ground, loser)
    winners = ground.standing(winner)
    if not winners:
        raise Refused("no claim of that side stands any more; the discrepancy cannot be judged so")
    if ground.held.topic:
        return aside
    form = normal_form(winners[0].value)
    edits = [
        Edit(claim, replace(claim, rank=Rank.PREFERRED, why=decision.why))
        for claim in winners
        if normal_form(claim.value) == form
    ]
    said = phrase("“{written}” is what the desk stands by", written=winners[0].written)
    return replace(aside, edits=(*edits, *aside.edits), effects=(said, *aside.effects))


def _set_aside(sides: Sequence[str], why: str, ground: Ground, loser: str) -> Outcome:
    claims = [claim for side in sides for claim in ground.standing(side)]
    if ground.held.topic and len({claim.fact for claim in claims}) > 1:
        # A sum that is too large does not tell which of its parts is wrong.
        text = "no claim is set aside: which of several figures is wrong is for their own discrepancies to settle"
        return Outcome(effects=(phrase(text),), loser=loser)
    edits = tuple(Edit(claim, replace(claim, rank=Rank.DEPRECATED, why=why)) for claim in claims)
    values = dict.fromkeys(claim.written for claim in claims)
    effects = tuple(phrase("“{written}” is set aside", written=written) for written in values)
    return Outcome(edits, effects, loser)


def _withdrawn(decision: Decision, ground: Ground) -> Outcome:
    claims = ground.standing(decision.side)
    values = dict.fromkeys(claim.written for claim in claims)
    effects = tuple(phrase("the claims of “{written}” are retracted", written=one) for one in values)
    return Outcome(tuple(Edit(claim, None) for claim in claims), effects, decision.side)


def _other_scope(decision: Decision, ground: Ground) -> Outcome:
    name, sign, value = (part.strip() for part in decision.scope.partition("="))
    if not (name and sign and value):
        raise BadInput("say which part the other value is about: --scope NAME=VALUE, such as nationality=Ukrainian")
    if (name, value) in ground.fact.scope:
        raise BadInput("the fact has the scope {scope} already; give the one the other value is about", scope=value)
    scope = tuple(sorted({**dict(ground.fact.scope), name: value}.items()))
    fact = replace(ground.fact, key=_new_key(ground.fact, value), scope=scope, part_of=ground.fact.key, complete=False)
    said = phrase("“{written}” now stands for {scope}", written=ground.side(decision.side).written, scope=value)
    return _moved((Edit(None, fact),), fact, said, decision, ground)


def _other_time(decision: Decision, ground: Ground) -> Outcome:
    if not decision.as_of:
        raise BadInput("say when the other value held: --as-of DATE, such as 2025-11 or 2025-12-13")
    as_of = _read_date(decision.as_of, "--as-of")
    edits = tuple(
        Edit(claim, _rekeyed(replace(claim, as_of=as_of), claim.fact)) for claim in ground.standing(decision.side)
    )
    said = phrase("“{written}” is as of {date}", written=ground.side(decision.side).written, date=as_of.edtf)
    return Outcome(edits, (said,))


def _two_events(decision: Decision, ground: Ground) -> Outcome:
    if not decision.event.strip():
        raise BadInput('name the second event: --event LABEL, such as --event "November release"')
    of, label = ground.subject, decision.event.strip()
    event = Entity(
        key=key_of(ground.fact.story, slug(label)),
        story=ground.fact.story,
        kind=EntityKind.EVENT,
        label=label,
        date=_event_date(decision, ground),
        place=of.place,
        people=of.people if of.kind is EntityKind.EVENT else (Participant(of.key),),
        words=of.words,
    )
    fact = replace(ground.fact, key=_new_key(ground.fact, label), of=event.key, part_of=None, complete=False)
    said = phrase("“{written}” now stands for “{event}”", written=ground.side(decision.side).written, event=label)
    return _moved((Edit(None, event), Edit(None, fact)), fact, said, decision, ground)


def _event_date(decision: Decision, ground: Ground) -> PartialDate | None:
    if decision.date:
        return _read_date(decision.date, "--date")
    claims = ground.standing(decision.side)
    value = claims[0].value if claims else None
    return value if isinstance(value, PartialDate) else None


def _moved(made: tuple[Edit, ...], fact: Fact, said: Phrase, decision: Decision, ground: Ground) -> Outcome:
    moves = tuple(Edit(claim, _rekeyed(claim, fact.key)) for claim in ground.standing(decision.side))
    return Outcome((*made, *moves), (said,), decision.side)


def _rekeyed(claim: Claim, fact: str) -> Claim:
    """A claim's key derives from what it asserts: on another fact or day it is another claim."""
    as_of = claim.as_of.edtf if claim.as_of else ""
    key = claim_key(claim.story, claim.source, fact, claim.claimant, as_of, claim.written, claim.key)
    return replace(claim, key=key, fact=fact)


def _style(decision: Decision, ground: Ground) -> Outcome:
    if ground.fact.kind is not FactKind.NAME:
        return Outcome(effects=(phrase("a matter of style: both wordings stand"),))
    transliterated = ground.held.comparison.rule.endswith("transliteration")
    kind = AliasKind.TRANSLITERATION if transliterated else AliasKind.MISSPELLING
    if decision.alias:
        kind = _read_alias(decision.alias)
    entity, effects = ground.subject, []
    for written in dict.fromkeys(claim.written for claim in ground.standing(decision.side)):
        users = tuple(claim.source for claim in ground.standing(decision.side) if claim.written == written)
        entity = replace(entity, aliases=_with_alias(entity.aliases, Alias(written, kind, users)))
        effects.append(phrase("“{written}” is a {kind} of {label}", written=written, kind=kind, label=entity.label))
    return Outcome((Edit(ground.subject, entity),), tuple(effects))


def _with_alias(aliases: Sequence[Alias], new: Alias) -> tuple[Alias, ...]:
    """The aliases with the new one; those without a kind that hold its words are of its kind too."""
    words = set(_plain(new.name).split())
    kept = tuple(
        replace(one, kind=new.kind) if one.kind is AliasKind.OTHER and words <= set(_plain(one.name).split()) else one
        for one in aliases
    )
    return kept if any(one.name == new.name for one in kept) else (*kept, new)


def _read_alias(text: str) -> AliasKind:
    try:
        return AliasKind(text.casefold())
    except ValueError:
        names = ", ".join(kind.value for kind in AliasKind)
        raise BadInput("{kind!r} is no kind of name; there is {names}", kind=text, names=names) from None


def _read_date(text: str, option: str) -> PartialDate:
    try:
        return read_edtf(text)
    except ValueError as error:
        raise BadInput("{option}: {error}", option=option, error=error) from None


def _new_key(fact: Fact, value: str) -> str:
    return key_of(fact.story, f"{local_id(fact.key)}-{slug(value)}")


def slug(text: str) -> str:
    """Kebab-case of a label, for ids."""
    return "-".join(_plain(text).split())[:60] or "other"


def _plain(text: str) -> str:
    return " ".join("".join(char if char.isalnum() else " " for char in text.casefold()).split())


def _is_short_for(asked: str, name: str) -> bool:
    words = name.split()
    return all(any(word.startswith(part) for word in words) for part in asked.split())
