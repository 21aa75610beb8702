"""Comparisons on a fact to discrepancies, and what has become of those that are stored: old + new in, intents out.

One discrepancy is one question to an editor: a recorded side and a new side. Values that can stand together are on one
side, however many sources give them, so that nobody is asked the same thing twice.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from bot.phrase import Phrase, phrase
from bot.record import (
    AliasKind,
    Behaviour,
    Claim,
    Comparison,
    Discrepancy,
    Entity,
    Fact,
    FactKind,
    Level,
    Pair,
    Rank,
    Side,
    Source,
    State,
    Verdict,
    local_id,
)
from bot.values import normal_form

_GRAVITY = {Level.ALERT: 0, Level.NOTE: 1, Level.SILENCE: 2}


class Act(StrEnum):
    """What happens to a discrepancy. Opened, raised and reopened ones are told, the rest is only noted."""

    OPENED = "opened"
    JOINED = "joined"
    RAISED = "raised"
    REOPENED = "reopened"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class Draft:
    """A discrepancy as the claims of this moment give it."""

    kind: str
    comparison: Comparison
    recorded: Side
    new: Side
    topic: str = ""


@dataclass(frozen=True, slots=True)
class Intent:
    """What to do: `number` is None for one that is new; `why` says what brought it about."""

    act: Act
    why: Phrase
    draft: Draft
    number: int | None = None


@dataclass(frozen=True, slots=True)
class Scene:
    """All there is on one fact: its live claims (those of the recorded value first), their comparisons, what is stored.

    `sources` holds the source of every claim that stands or once stood in a stored discrepancy, `past` those claims
    that stand no more, `drafts` what comparing several facts found, filed under this one.
    """

    fact: Fact
    claims: Sequence[Claim]
    pairs: Sequence[Pair] = ()
    held: Sequence[Discrepancy] = ()
    sources: Mapping[str, Source] = field(default_factory=dict)
    past: Mapping[str, Claim] = field(default_factory=dict)
    drafts: Sequence[Draft] = ()


def decide(scene: Scene) -> tuple[Intent, ...]:
    """What must happen to the discrepancies of a fact so that they say what the claims of this moment say."""
    drafts = [*find_drafts(scene), *scene.drafts]
    intents: list[Intent] = []
    for held in scene.held:
        draft = _take(held, drafts)
        if held.state is State.JUDGED:
            intents += _of_judged(held, draft, scene)
        else:
            intents += _of_open(held, draft)
    why = phrase("found when the sources were compared")
    return (*intents, *(Intent(Act.OPENED, why, draft) for draft in drafts))


def soften(found: Comparison, new: str, old: str, entity: Entity | None) -> Comparison:
    """Silence for two spellings that the record lists as names of one bearer, each of a kind that explains it.

    An alias of kind "other" only says that somebody uses it: it explains nothing.
    """
    if entity is None or found.verdict is not Verdict.SPELLING or found.level is Level.SILENCE:
        return found
    known = [entity.label, *(one.name for one in entity.aliases if one.kind is not AliasKind.OTHER)]
    if not all(any(_is_part(name, whole) for whole in known) for name in (new, old)):
        return found
    why = phrase("“{new}” and “{old}” are both recorded as names of {label}", new=new, old=old, label=entity.label)
    return replace(found, level=Level.SILENCE, why=why)


def find_drafts(scene: Scene) -> list[Draft]:
    """The discrepancies among the claims of one fact, one for each side that cannot stand beside an earlier one."""
    clusters = _clusters(scene)
    between = _gravest(clusters, scene.pairs)
    groups = _alert_groups(clusters, between)
    asked = {_ordered(one, two) for recorded, new in groups for one in recorded for two in new}
    groups += _note_groups(clusters, {pair: found for pair, found in between.items() if pair not in asked})
    return [_draft(scene, clusters, recorded, new) for recorded, new in groups]


@dataclass(frozen=True, slots=True)
class _Cluster:
    """Claims that give one value, in whichever words."""

    forms: tuple[str, ...]
    claims: tuple[Claim, ...]


_Places = tuple[int, int]
"""Two clusters by their places, the lower first."""
_Between = Mapping[_Places, Comparison]
_Group = tuple[list[int], list[int]]


def form_of(claim: Claim, kind: FactKind) -> str:
    """What makes claims of one fact one cluster: the value, and of a quote also who is said to have said it."""
    form = normal_form(claim.value)
    return f"{claim.claimant.casefold()}: {form}" if kind is FactKind.QUOTE else form


def _clusters(scene: Scene) -> list[_Cluster]:
    """Claims set aside by an editor or a file's rank ask nothing any more."""
    standing = [claim for claim in scene.claims if claim.rank is not Rank.DEPRECATED]
    forms = {claim.key: form_of(claim, scene.fact.kind) for claim in standing}
    same = _Joined(dict.fromkeys(forms.values()))
    for pair in scene.pairs:
        if pair.comparison.verdict is Verdict.AGREES and pair.new in forms and pair.old in forms:
            same.join(forms[pair.new], forms[pair.old])
    gathered: dict[str, list[Claim]] = {}
    for claim in standing:
        gathered.setdefault(same.head(forms[claim.key]), []).append(claim)
    return [_Cluster(tuple(dict.fromkeys(forms[c.key] for c in claims)), tuple(claims)) for claims in gathered.values()]


class _Joined:
    """Which forms were found to be the same value in other words; the earliest speaks for all."""

    def __init__(self, forms: Iterable[str]) -> None:
        self.above = {form: form for form in forms}
        self.places = {form: place for place, form in enumerate(self.above)}

    def head(self, form: str) -> str:
        while self.above[form] != form:
            form = self.above[form]
        return form

    def join(self, one: str, other: str) -> None:
        first, second = sorted((self.head(one), self.head(other)), key=self.places.__getitem__)
        self.above[second] = first


def _gravest(clusters: Sequence[_Cluster], pairs: Iterable[Pair]) -> dict[_Places, Comparison]:
    where = {claim.key: place for place, cluster in enumerate(clusters) for claim in cluster.claims}
    worst: dict[_Places, Comparison] = {}
    for pair in pairs:
        one, two = where.get(pair.new), where.get(pair.old)
        if one is None or two is None or one == two or pair.comparison.level is Level.SILENCE:
            continue
        both = _ordered(one, two)
        if both not in worst or _weight(pair.comparison) < _weight(worst[both]):
            worst[both] = pair.comparison
    return worst


def _ordered(one: int, two: int) -> _Places:
    return (one, two) if one < two else (two, one)


def _weight(found: Comparison) -> tuple[int, float]:
    return _GRAVITY[found.level], found.score


def _alert_groups(clusters: Sequence[_Cluster], between: _Between) -> list[_Group]:
    """Each later cluster that contradicts earlier ones: to the side of a group it can stand on, else a new group."""
    pairs = {pair for pair, found in between.items() if found.level is Level.ALERT}
    return _groups(len(clusters), pairs, lenient=False)


def _note_groups(clusters: Sequence[_Cluster], between: _Between) -> list[_Group]:
    """Notes of one fact are one line, as long as they hang together; each new state of things is a line of its own."""
    notes = {pair: found for pair, found in between.items() if found.level is Level.NOTE}
    news = {pair for pair, found in notes.items() if found.verdict is Verdict.UPDATES}
    return [
        *_groups(len(clusters), set(notes) - news, lenient=True),
        *(([low], [high]) for low, high in sorted(news)),
    ]


def _groups(count: int, pairs: set[_Places], *, lenient: bool) -> list[_Group]:
    """Two sides for all that differ: a value stands with those it does not differ from; `lenient` = never a third."""
    groups: list[_Group] = []
    for place in range(count) if pairs else ():
        against = [one for one in range(place) if (one, place) in pairs]
        for recorded, new in groups if against else ():
            if recorded[0] not in against and not set(new).isdisjoint(against):
                recorded.append(place)
                break
            beside = lenient or (recorded[0] in against and new[0] not in against)
            if beside and not set(recorded).isdisjoint(against):
                new.append(place)
                break
        else:
            if against:
                head, *rest = against
                groups.append(([head, *(one for one in rest if (head, one) not in pairs)], [place]))
    return groups


def _draft(scene: Scene, clusters: Sequence[_Cluster], recorded: Sequence[int], new: Sequence[int]) -> Draft:
    mine = {claim.key for one in recorded for claim in clusters[one].claims}
    yours = {claim.key for one in new for claim in clusters[one].claims}
    crossing = [pair for pair in scene.pairs if _crosses(pair, mine, yours)]
    heads = {claim.key for one in (recorded[0], new[0]) for claim in clusters[one].claims}
    crossing.sort(key=lambda pair: (_weight(pair.comparison)[0], not {pair.new, pair.old} <= heads))
    pair = crossing[0]
    sides = _side(clusters, recorded), _side(clusters, new)
    # What may replace the recorded value is the new side, also where the rules already stand by it.
    turned = pair.comparison.verdict is Verdict.UPDATES and pair.old in yours
    one, two = reversed(sides) if turned else sides
    return Draft(scene.fact.kind.value, pair.comparison, one, two)


def _crosses(pair: Pair, mine: set[str], yours: set[str]) -> bool:
    across = (pair.new in mine and pair.old in yours) or (pair.new in yours and pair.old in mine)
    return across and pair.comparison.level is not Level.SILENCE


def _side(clusters: Sequence[_Cluster], places: Sequence[int]) -> Side:
    claims = [claim for place in places for claim in clusters[place].claims]
    forms = [form for place in places for form in clusters[place].forms]
    return Side(claims[0].written, tuple(claim.key for claim in claims), tuple(dict.fromkeys(forms)))


def _take(held: Discrepancy, drafts: list[Draft]) -> Draft | None:
    """The draft that is this stored discrepancy, turned the way it is stored, taken out of the list."""
    fits = [(fit, -place, draft) for place, draft in enumerate(drafts) if (fit := _fit(held, draft))]
    if not fits:
        return None
    draft = max(fits, key=lambda one: one[:2])[2]
    drafts.remove(draft)
    if not _meet(held.new, draft.new) and _meet(held.new, draft.recorded):
        return replace(draft, recorded=draft.new, new=draft.recorded)
    return draft


def _fit(held: Discrepancy, draft: Draft) -> int:
    """How surely a draft is the stored discrepancy; 0 = it is another. The new side is what it was raised about."""
    if held.topic != draft.topic:
        return 0
    if held.topic:
        return 4
    straight = _meet(held.new, draft.new), _meet(held.recorded, draft.recorded)
    turned = _meet(held.new, draft.recorded), _meet(held.recorded, draft.new)
    level = held.comparison.level is draft.comparison.level
    if all(straight) or all(turned):
        return 3 + level
    return 1 if straight[0] and level and held.state is not State.JUDGED else 0


def _meet(one: Side, other: Side) -> bool:
    return bool(set(one.forms) & set(other.forms))


def _of_open(held: Discrepancy, draft: Draft | None) -> Iterator[Intent]:
    if draft is None:
        if held.state is not State.GONE:
            yield Intent(Act.GONE, phrase("nothing that stands differs any more"), _as_draft(held), held.number)
        return
    if held.state is State.GONE:
        yield Intent(Act.REOPENED, phrase("both values stand again"), draft, held.number)
    elif draft.comparison.level is Level.ALERT and held.comparison.level is Level.NOTE:
        yield Intent(Act.RAISED, phrase("what was a note is now a contradiction"), draft, held.number)
    elif (draft.recorded, draft.new) != (held.recorded, held.new):
        against = phrase("{ours} against {theirs}", ours=len(draft.recorded.claims), theirs=len(draft.new.claims))
        yield Intent(Act.JOINED, against, draft, held.number)


def _of_judged(held: Discrepancy, draft: Draft | None, scene: Scene) -> Iterator[Intent]:
    """A judged one stays as it was judged until something happens that the judgement did not know of."""
    if held.topic:
        yield from _of_judged_topic(held, draft)
        return
    joined = {
        name: [c for c in scene.claims if c.key not in side.claims and form_of(c, scene.fact.kind) in side.forms]
        for name, side in (("recorded", held.recorded), ("new", held.new))
    }
    kept = replace(
        _as_draft(held),
        recorded=_wider(held.recorded, joined["recorded"]),
        new=_wider(held.new, joined["new"]),
    )
    if why := _reason_to_reopen(held, joined, scene):
        yield Intent(Act.REOPENED, why, kept, held.number)
    elif any(joined.values()):
        yield Intent(Act.JOINED, phrase("another source was added; the judgement stands"), kept, held.number)


def _of_judged_topic(held: Discrepancy, draft: Draft | None) -> Iterator[Intent]:
    """Several facts compared: the judgement covers these figures, not others that may come."""
    if draft is None or (draft.recorded.forms, draft.new.forms) == (held.recorded.forms, held.new.forms):
        return
    yield Intent(Act.REOPENED, phrase("the figures have changed since it was judged"), draft, held.number)


def _reason_to_reopen(held: Discrepancy, joined: Mapping[str, Sequence[Claim]], scene: Scene) -> Phrase | None:
    made = held.judgement
    if made is None:
        return None
    if made.scope != scene.fact.scope:
        return phrase("the scope of the fact has changed since it was judged")
    for name, side in (("recorded", held.recorded), ("new", held.new)):
        if made.loser in (name, "both"):
            if why := _new_voice(side, joined[name], scene):
                return why
        elif made.loser and (why := _lost_voice(side, joined[name], scene)):
            return why
    return _newer(held, [*joined["recorded"], *joined["new"]], scene)


def _new_voice(side: Side, joined: Sequence[Claim], scene: Scene) -> Phrase | None:
    """A claimant or an origin that had not spoken for the side that lost: copies of what was judged are no news."""
    before = [claim for key in side.claims if (claim := _find(key, scene))]
    origins = {_origin(claim, scene) for claim in before}
    claimants = {claim.claimant.casefold() for claim in before}
    for claim in joined:
        text = "{name} says “{written}” too, in {source}"
        if claim.claimant and claim.claimant.casefold() not in claimants:
            return phrase(text, name=claim.claimant, written=claim.written, source=_label(claim, scene))
        if _origin(claim, scene) not in origins:
            return phrase("{source} says “{written}” too", source=_label(claim, scene), written=claim.written)
    return None


def _lost_voice(side: Side, joined: Sequence[Claim], scene: Scene) -> Phrase | None:
    """A source that spoke for the side that was found right has taken it back."""
    live = {claim.key for claim in scene.claims}
    still = {claim.source for claim in joined} | {
        claim.source for key in side.claims if key in live and (claim := _find(key, scene))
    }
    for key in side.claims:
        claim = _find(key, scene)
        if claim and key not in live and claim.source not in still:
            text = "{source} no longer says “{written}”, on which the judgement rested"
            return phrase(text, source=_label(claim, scene), written=claim.written)
    return None


def _newer(held: Discrepancy, joined: Sequence[Claim], scene: Scene) -> Phrase | None:
    if scene.fact.behaviour not in (Behaviour.CUMULATIVE, Behaviour.LEVEL):
        return None
    before = [claim for key in (*held.recorded.claims, *held.new.claims) if (claim := _find(key, scene))]
    known = [claim.as_of.end for claim in before if claim.as_of and claim.as_of.end]
    for claim in joined:
        if claim.as_of and claim.as_of.end and known and claim.as_of.end > max(known):
            text = "{source} gives “{written}” as of {date}, later than what was judged"
            return phrase(text, source=_label(claim, scene), written=claim.written, date=claim.as_of.edtf)
    return None


def _find(key: str, scene: Scene) -> Claim | None:
    return next((claim for claim in scene.claims if claim.key == key), None) or scene.past.get(key)


def _origin(claim: Claim, scene: Scene) -> str:
    source = scene.sources.get(claim.source)
    return (source.origin if source else None) or claim.source


def _label(claim: Claim, scene: Scene) -> str:
    source = scene.sources.get(claim.source)
    return source.label if source else local_id(claim.source)


def _wider(side: Side, joined: Sequence[Claim]) -> Side:
    return replace(side, claims=(*side.claims, *(claim.key for claim in joined)))


def _as_draft(held: Discrepancy) -> Draft:
    return Draft(held.kind, held.comparison, held.recorded, held.new, held.topic)


def _is_part(name: str, whole: str) -> bool:
    said, known = _words(name), _words(whole)
    return bool(said) and said <= known


def _words(text: str) -> set[str]:
    return set("".join(char if char.isalnum() else " " for char in text.casefold()).split())
