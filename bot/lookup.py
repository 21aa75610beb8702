"""Rows of the record that touch a question to the typed answer: what the desk stands by, and who differs."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from bot.answers import (
    AliasView,
    Cluster,
    EventView,
    FactView,
    FigureAnswer,
    QuoteAnswer,
    SourcesAnswer,
    Support,
    TimelineAnswer,
    TimelineEntry,
    Voice,
    WhenAnswer,
    WhoAnswer,
)
from bot.phrase import Phrase, phrase
from bot.record import (
    Behaviour,
    Claim,
    Discrepancy,
    Entity,
    EntityKind,
    Fact,
    FactKind,
    Rank,
    Source,
    Standing,
    State,
    local_id,
)
from bot.values import PartialDate, Value, is_within, list_meeting, meets, normal_form, reach_of

FIGURES = frozenset({FactKind.COUNT, FactKind.PERCENT, FactKind.MONEY, FactKind.DURATION})
FIRST, LAST = dt.date.min, dt.date.max


@dataclass(frozen=True, slots=True)
class Material:
    """What an answer is made of: entities and sources by key, facts with their live claims, their discrepancies."""

    entities: Mapping[str, Entity]
    sources: Mapping[str, Source]
    facts: Sequence[Fact] = ()
    claims: Mapping[str, Sequence[Claim]] = field(default_factory=dict)
    discrepancies: Mapping[str, Sequence[Discrepancy]] = field(default_factory=dict)

    def views(self, facts: Iterable[Fact] | None = None) -> tuple[FactView, ...]:
        """The facts (all by default) that have a live claim, each as the desk stands to it."""
        chosen = self.facts if facts is None else facts
        return tuple(view_fact(fact, self) for fact in chosen if self.claims.get(fact.key))

    def name(self, key: str) -> str:
        """The label of an entity, or the text itself where it names none."""
        entity = self.entities.get(key)
        return entity.label if entity else key


def view_fact(fact: Fact, material: Material) -> FactView:
    """A fact's clusters of equal values, the recorded one first; the fact must have a live claim."""
    clusters = list_clusters(fact, material)
    recorded, why = choose_recorded(fact, clusters)
    others = tuple(cluster for cluster in clusters if cluster is not recorded)
    borne_out = [v for c in clusters if _meets(c, recorded) for v in c.voices if _stands(v.claim)]
    dissent = tuple(d for d in material.discrepancies.get(fact.key, ()) if d.state is not State.GONE)
    return FactView(fact, material.name(fact.of), recorded, why, others, count_support(borne_out), dissent)


def list_clusters(fact: Fact, material: Material) -> list[Cluster]:
    """The live claims of a fact, those of equal values together, in the order these were first given."""
    by_form: dict[str, list[Voice]] = {}
    for claim in material.claims[fact.key]:
        by_form.setdefault(normal_form(claim.value), []).append(_voice(claim, material))
    return [Cluster(group[0].claim.written, tuple(group)) for group in by_form.values()]


def choose_recorded(fact: Fact, clusters: Sequence[Cluster]) -> tuple[Cluster, Phrase]:
    """The cluster the desk stands by, and why: an editor's choice, else the rules.

    The rules, in order: not deprecated; recorded before proposed; the newest as-of where figures move; borne out by
    most origins; the most precise; the first recorded.
    """
    for cluster in clusters:
        if any(voice.claim.rank is Rank.PREFERRED for voice in cluster.voices):
            reason = next(v.claim.why for v in cluster.voices if v.claim.rank is Rank.PREFERRED)
            return cluster, phrase("preferred by the desk: {reason}", reason=reason or "no reason given")
    standing = [c for c in clusters if any(_stands(voice.claim) for voice in c.voices)] or list(clusters)
    if len(standing) == 1:
        return standing[0], phrase("the only value that stands")
    meeting = list_meeting([_value(c) for c in standing])
    votes = _count_votes(standing, meeting)
    moves = fact.behaviour in (Behaviour.CUMULATIVE, Behaviour.LEVEL)
    newest = max((_newest(c) for c in standing), default=FIRST) if moves else FIRST
    if moves and newest > FIRST:
        latest = [place for place, c in enumerate(standing) if _newest(c) == newest]
        if len(latest) < len(standing):
            return standing[_most_borne_out(latest, votes, standing)], phrase("the newest, as of {date}", date=newest)
    chosen = _most_borne_out(range(len(standing)), votes, standing)
    if any(count == votes[chosen] and place not in meeting[chosen] for place, count in enumerate(votes)):
        return standing[chosen], phrase("recorded first; as many origins say otherwise")
    return standing[chosen], phrase("borne out by most origins ({count})", count=votes[chosen])


def count_support(voices: Iterable[Voice]) -> Support:
    """Outlets, origins and claimants among voices; the outlet's own word is no claimant of its own."""
    listed = list(voices)
    outlets = {voice.source.label for voice in listed}
    origins = {voice.source.origin or voice.source.key for voice in listed}
    claimants = {voice.claimant for voice in listed if voice.claimant}
    return Support(len(outlets), len(origins), len(claimants))


def answer_who(entity: Entity, material: Material, events: Iterable[Entity], said: Iterable[Fact]) -> WhoAnswer:
    """All about one person, organisation or place: names, roles, facts, events, and what they are cited for."""
    views = material.views(fact for fact in material.facts if fact.of == entity.key)
    naming = (FactKind.ROLE, FactKind.RELATION)
    roles = tuple(view for view in views if view.fact.kind in naming)
    rest = tuple(view for view in views if view.fact.kind not in naming)
    spoken = material.views(said)
    voices = [voice for view in views for voice in view.voices]
    return WhoAnswer(
        entity=entity,
        aliases=tuple(AliasView(one, _outlets(one.sources, material)) for one in entity.aliases),
        roles=roles,
        facts=rest,
        events=tuple(_event_view(event, entity) for event in sorted(events, key=_first_day)),
        said=spoken,
        support=count_support(voices),
    )


def answer_when(event: Entity, material: Material, events: Sequence[Entity]) -> WhenAnswer:
    """The date of an event at its precision, competing dates, and its neighbours in the story."""
    dates = [view for view in material.views() if view.fact.kind is FactKind.DATE]
    own = [view for view in dates if view.fact.of == event.key]
    if own and event.kind is EntityKind.EVENT:
        own.sort(key=lambda view: not _is_event_date(view, event))
    dated = sorted((one for one in events if one.date and one.date.start), key=_first_day)
    here = next((place for place, one in enumerate(dated) if one.key == event.key), None)
    before = dated[here - 1] if here else None
    after = dated[here + 1] if here is not None and here + 1 < len(dated) else None
    return WhenAnswer(event, tuple(own), before, after)


def answer_sources(topic: str, material: Material) -> SourcesAnswer:
    """Which sources speak of the facts in the material, with their exact words."""
    views = material.views()
    return SourcesAnswer(topic, views, count_support(voice for view in views for voice in view.voices))


def answer_figure(view: FactView) -> FigureAnswer:
    """A figure, every claim of it, and the wording that is safe to print."""
    return FigureAnswer(view, safe_wording(view))


def safe_wording(view: FactView) -> str | None:
    """The most precise written value that every standing claim bears out; None where two cannot both hold."""
    standing = [c for c in view.clusters if any(_stands(voice.claim) for voice in c.voices)]
    fitting = [c for c in standing if all(is_within(_value(other), _value(c)) for other in standing)]
    return min(fitting, key=_width).written if fitting else None


def answer_quote(material: Material) -> QuoteAnswer:
    """Quotes with their speakers, wordings and disputes."""
    return QuoteAnswer(material.views())


def answer_timeline(
    topic: str, events: Iterable[Entity], material: Material, period: PartialDate | None = None
) -> TimelineAnswer:
    """Events and dated facts in order of their first day, within a period if one is given."""
    entries = [
        TimelineEntry(event.date, event.label, event.key, _is_disputed(event.key, material))
        for event in events
        if event.date and event.date.start
    ]
    told = {event.key for event in events}
    for view in material.views():
        value = _value(view.recorded)
        if isinstance(value, PartialDate) and value.start and view.fact.of not in told:
            label = f"{view.subject}: {view.fact.property}"
            entries.append(TimelineEntry(value, label, view.fact.key, bool(_open(view.dissent))))
    chosen = [one for one in entries if period is None or _falls_in(one.date, period)]
    chosen.sort(key=lambda one: (one.date.start or FIRST, one.date.end or LAST, one.label))
    return TimelineAnswer(topic, tuple(chosen))


def _falls_in(date: PartialDate, period: PartialDate) -> bool:
    """Whether it begins, ends or lies in the period; what merely goes on through it ("since 1994") does not count."""
    first, last = period.start or FIRST, period.end or LAST
    is_bounded = date.start is not None and date.end is not None
    return (is_bounded and meets(date, period)) or any(first <= day <= last for day in (date.start, date.end) if day)


def _voice(claim: Claim, material: Material) -> Voice:
    source = material.sources.get(claim.source) or Source(claim.source, claim.story, title=local_id(claim.source))
    return Voice(claim, source, material.name(claim.claimant) if claim.claimant else "")


def _stands(claim: Claim) -> bool:
    return claim.rank is not Rank.DEPRECATED and claim.standing is Standing.RECORDED


def _most_borne_out(places: Iterable[int], votes: Sequence[int], clusters: Sequence[Cluster]) -> int:
    return max(places, key=lambda place: (votes[place], -_width(clusters[place])))


def _count_votes(clusters: Sequence[Cluster], meeting: Sequence[Iterable[int]]) -> list[int]:
    """How many origins bear each cluster out: those of all clusters that can hold beside it."""
    origins = [{v.source.origin or v.source.key for v in c.voices if _stands(v.claim)} for c in clusters]
    return [len(set().union(*[origins[place] for place in beside])) for beside in meeting]


def _meets(a: Cluster, b: Cluster) -> bool:
    return a is b or meets(_value(a), _value(b))


def _value(cluster: Cluster) -> Value:
    return cluster.voices[0].claim.value


def _width(cluster: Cluster) -> float:
    reach = reach_of(_value(cluster))
    if reach is None:
        return 0.0
    low, high = reach
    return float("inf") if low is None or high is None else float(high - low)


def _newest(cluster: Cluster) -> dt.date:
    standing = (voice.claim.as_of for voice in cluster.voices if _stands(voice.claim))
    days = [as_of.end or FIRST for as_of in standing if as_of]
    return max(days, default=FIRST)


def _outlets(sources: Iterable[str], material: Material) -> tuple[str, ...]:
    return tuple(material.sources[key].label for key in sources if key in material.sources)


def _event_view(event: Entity, entity: Entity) -> EventView:
    role = next((one.role for one in event.people if one.entity == entity.key), "")
    return EventView(event, role)


def _is_event_date(view: FactView, event: Entity) -> bool:
    value = _value(view.recorded)
    return event.date is not None and isinstance(value, PartialDate) and meets(value, event.date)


def _first_day(event: Entity) -> tuple[dt.date, dt.date, str]:
    date = event.date
    return (date.start or FIRST, date.end or LAST, event.label) if date else (LAST, LAST, event.label)


def _is_disputed(key: str, material: Material) -> bool:
    own = [fact.key for fact in material.facts if fact.of == key and fact.kind is FactKind.DATE]
    return any(_open(material.discrepancies.get(fact, ())) for fact in own)


def _open(discrepancies: Iterable[Discrepancy]) -> list[Discrepancy]:
    return [one for one in discrepancies if one.state is State.OPEN]
