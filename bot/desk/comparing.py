"""Links and the record's claims to findings: compared, the doubtful ones toned down, each fact reported once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from rapidfuzz.distance import OSA

from bot.compare.claimants import Voices, compare_claimants
from bot.compare.claims import Sources, compare_claims
from bot.compare.names import NameVerdict, compare_names
from bot.compare.neighbours import Stated
from bot.desk.losses import (
    find_loss,
    find_new_post,
    find_other_country,
    find_other_holder,
    find_other_post,
    find_other_term,
    find_step,
    find_whole,
    is_history,
)
from bot.desk.neighbouring import find_conflicts_beside
from bot.desk.toning import Compared, settles, tone_down
from bot.desk.voices import as_said, heard, house_name, named_voice, of_one_house
from bot.folding import fold, fold_words
from bot.link.index import Index
from bot.link.links import Link
from bot.phrase import Phrase, phrase
from bot.record import (
    AliasKind,
    Claim,
    Comparison,
    Entity,
    EntityKind,
    Evidence,
    Fact,
    FactKind,
    Finding,
    Level,
    Rank,
    Source,
    Verdict,
)
from bot.values import Hedge, PartialDate, Quote, Value, figure_of

GRAVITY = {Level.ALERT: 0, Level.NOTE: 1, Level.SILENCE: 2}
PLACE_NAME = 6
_DEGREES = frozenset({"extent", "degree", "stage"})
_MILD = frozenset({"role.near", "status.stage", "status.unsure"})
_SETTLED = frozenset({Verdict.AGREES, Verdict.REFINES, Verdict.COMPATIBLE})


def compare_links(
    links: Sequence[Link], index: Index, source: Source, sources: Mapping[str, Source]
) -> tuple[Compared, ...]:
    """Every linked mention compared with the live claims of its fact, in the order of the text."""
    found = [one for link in links if (one := _compare(link, index, source, sources))]
    settling: dict[str, list[Compared]] = defaultdict(list)
    for one in found:
        if one.link.fact and settles(one):
            settling[one.link.fact.key].append(one)
    toned = [tone_down(one, settling, links) for one in found]
    settled = {id(one.link) for one in toned if one.comparison.verdict in _SETTLED | {Verdict.DISPUTED}}
    beside = [one for link in links if id(link) not in settled and (one := _beside(link, index, source))]
    return (*toned, *beside)


def find_findings(compared: Sequence[Compared], index: Index) -> tuple[Finding, ...]:
    """What is worth showing, gravest first; of several places that say the same about a fact the surest one."""
    best: dict[tuple[str, str], Compared] = {}
    for one in compared:
        if one.comparison.level is Level.SILENCE:
            continue
        key = (one.link.fact.key if one.link.fact else one.link.entity, one.link.kind)
        if key not in best or _order(one) < _order(best[key]):
            best[key] = one
    return tuple(_finding(one, index) for one in sorted(best.values(), key=lambda one: (*_order(one), one.link.start)))


def _order(one: Compared) -> tuple[int, bool, Decimal, float]:
    is_faint = _is_vague(one.link.value) or one.comparison.rule == "status.loss"
    return GRAVITY[one.comparison.level], is_faint, -_risen_to(one), -one.link.score


def _risen_to(one: Compared) -> Decimal:
    """Of several numbers for a count that only rises the highest is the newest; the others are earlier or parts."""
    figure = figure_of(one.link.value)
    return figure.low if figure is not None and one.comparison.rule == "time.risen" else Decimal(0)


def _is_vague(value: Value) -> bool:
    figure = figure_of(value)
    return figure is not None and (figure.number is None or "dozen" in figure.words or figure.hedge is Hedge.ABOUT)


def _compare(link: Link, index: Index, source: Source, sources: Mapping[str, Source]) -> Compared | None:
    if link.entity:
        return _spelling(link, index)
    if link.fact is None:
        return None
    live = [claim for claim in index.profiles[link.fact.key].claims if claim.rank is not Rank.DEPRECATED]
    new = make_claim(link, link.fact, source, index)
    pairs = [
        (compare_claims(as_said(new, one, index), one, link.fact, by), old)
        for old in live
        if (one := heard(old, index)) and (by := Sources(source, sources.get(old.source)))
    ]
    if not pairs:
        return None
    worst, old = min(pairs, key=lambda pair: (GRAVITY[pair[0].level], pair[0].score))
    if link.kind in ("role", "status"):
        worst, old = _of_many(pairs, worst, old, link.fact)
    if link.kind == "status":
        lost = find_loss(new, old, link.fact) if worst.level is not Level.ALERT or _is_post(link.fact) else None
        lost = lost or find_new_post(new, old, link.fact)
        if lost is None and (_is_post(link.fact) or is_history(new, old)):
            return None
        other = find_other_term(new, old, link.fact, worst) or find_other_country(new, old, link.fact)
        step = find_step(new, old) if worst.level is Level.SILENCE else None
        worst = lost or other or step or worst
    if link.kind == "whole":
        whole = find_whole(new, old)
        return Compared(link, whole, old) if whole else None
    if link.holder:
        taken = find_other_holder(new, old, link.fact, link.holder)
        return Compared(link, taken, old) if taken else None
    if link.kind == "role" and (other := find_other_post(new, old, link.fact)):
        worst = other
    if isinstance(link.value, Quote) and not link.value.direct and worst.verdict is Verdict.LOOSE:
        worst = replace(worst, level=Level.SILENCE)
    if worst.rule == "date.neighbours" and _is_written_out(link.value) and _is_written_out(old.value):
        worst = replace(worst, verdict=Verdict.CONTRADICTS, level=Level.ALERT, why=_days_differ(link, old))
    agreed = next((pair for pair in pairs if pair[0].verdict in _SETTLED and pair[1] is not old), None)
    if agreed and (worst.level is Level.ALERT or worst.verdict is Verdict.DISPUTED):
        return _divided(link, of_one_house(new, agreed[1], index), (worst, old), agreed)
    return Compared(link, worst, old)


def _divided(link: Link, new: Claim, worst: tuple[Comparison, Claim], agreed: tuple[Comparison, Claim]) -> Compared:
    """What one recorded claim says and another denies: nothing to say where the text puts it down to who says so."""
    comparison, old = worst
    said, one = agreed
    if new.claimant and link.kind != "quote" and compare_claimants(new.claimant, one.claimant) is Voices.SAME:
        return Compared(link, said, one)
    if compare_claimants(one.claimant, old.claimant) is Voices.TWO and link.kind != "quote":
        why = phrase(
            "the record has “{one}” from {first} and “{two}” from {second}; say who says so",
            one=one.written, first=one.claimant, two=old.written, second=old.claimant,
        )  # fmt: skip
    else:
        why = phrase("the record itself is divided on this: {why}", why=comparison.why)
    return Compared(link, replace(comparison, verdict=Verdict.DISPUTED, level=Level.NOTE, why=why), old)


def _beside(link: Link, index: Index, source: Source) -> Compared | None:
    """A figure the record has no equal of that cannot stand beside the parts or the whole the record has."""
    if link.fact is None or not link.firm or link.part or link.adds or link.kind != "figure":
        return None
    conflicts = find_conflicts_beside(Stated(link.fact, make_claim(link, link.fact, source, index)), index)
    found = next((one for one in conflicts if one.others), None)
    return Compared(link, found.comparison, found.others[0]) if found else None


def _is_post(fact: Fact) -> bool:
    """A clause can say of a post only that it ended; what the post is called stands beside the name."""
    return fact.kind is FactKind.ROLE


def _is_written_out(value: Value) -> bool:
    """A day of the calendar as the source writes it; only "on Wednesday" may be another zone's Wednesday."""
    if not isinstance(value, PartialDate) or value.time is not None:
        return False
    return not value.inferred or any(char.isdigit() for char in value.words)


def _days_differ(link: Link, old: Claim) -> Phrase:
    return phrase("“{new}” and “{old}” are different days, both written out", new=link.words, old=old.written)


def _of_many(
    pairs: list[tuple[Comparison, Claim]], worst: Comparison, old: Claim, fact: Fact
) -> tuple[Comparison, Claim]:
    """A person holds many roles and a thing has many states: what fits one recorded wording needs no word."""
    fitting = [pair for pair in pairs if pair[0].verdict in (Verdict.AGREES, Verdict.REFINES)]
    if fitting:
        return fitting[0]
    if worst.level is Level.NOTE and worst.rule in _MILD and not _DEGREES & set(fold_words(fact.property)):
        return replace(worst, level=Level.SILENCE), old
    return worst, old


def make_claim(link: Link, fact: Fact, source: Source, index: Index) -> Claim:
    """What the text says as a claim on the linked fact; as-of is the day of publication where nothing else is said."""
    as_of = replace(source.published, inferred=True) if source.published else None
    if link.as_of is not None:
        as_of = link.as_of
    evidence = Evidence(start=link.start, end=link.end, words=link.words)
    claimant = (
        named_voice(link.claimant, index) if link.kind == "quote" else house_name(link.claimant, fact.story, index)
    )
    return Claim("", fact.story, fact.key, source.key, link.words, link.value, claimant, as_of, evidence)


def _spelling(link: Link, index: Index) -> Compared | None:
    """A near miss of a recorded name, unless it is another: an alert where one script writes one sound in two ways."""
    entity = index.entities[link.entity]
    aliases = [alias.name for alias in entity.aliases]
    is_surname = " " not in link.words.strip() and entity.kind is EntityKind.PERSON
    is_alias = is_surname or fold(link.words) in {fold(name) for name in aliases}
    label = entity.label.split()[-1] if is_surname else entity.label
    names = (label,) if is_alias else (label, *aliases)
    found = max((compare_names(link.words, name, entity.kind.value) for name in names), key=lambda one: one.score)
    is_one = found.verdict in (NameVerdict.VARIANT, NameVerdict.SAME) or _is_slip(link.words, entity)
    if not is_one or (is_alias and not (found.is_spelling and _is_contested(link.words, entity))):
        return None
    why = phrase("“{new}” is spelt “{label}” in the record", new=link.words, label=label)
    level = Level.ALERT if found.is_spelling and entity.kind is EntityKind.PERSON else Level.NOTE
    return Compared(link, Comparison(Verdict.SPELLING, level, why, "name.spelling", score=found.score), None)


def _is_contested(written: str, entity: Entity) -> bool:
    """A recorded other name is as good as the label, unless it is a misspelling or what only some sources write."""
    words = fold(written).split()
    alike = [alias for alias in entity.aliases if fold(alias.name).split()[-len(words) :] == words]
    return not alike or any(alias.sources or alias.kind is AliasKind.MISSPELLING for alias in alike)


def _is_slip(written: str, entity: Entity) -> bool:
    """In one story a name one letter off in one word is a slip far more often than another person or place."""
    one, two = fold(written).split(), fold(entity.label).split()
    is_long = len("".join(one)) >= PLACE_NAME if entity.kind is EntityKind.PLACE else len(one) >= 2
    if entity.kind not in (EntityKind.PERSON, EntityKind.PLACE) or len(one) != len(two) or not is_long:
        return False
    apart = [(a, b) for a, b in zip(one, two, strict=True) if a != b]
    shortest = min(map(len, apart[0])) if len(apart) == 1 else 0
    return shortest >= 4 and OSA.distance(*apart[0]) <= (2 if shortest >= 8 else 1)


def _finding(one: Compared, index: Index) -> Finding:
    link, fact = one.link, one.link.fact
    if fact is None:
        entity = index.entities[link.entity]
        return Finding(
            one.comparison, link.kind, "", entity.key, "name", link.words, entity.label, link.start, link.end
        )
    assert one.old is not None
    # Who said it is what differs here, so the finding points at the speaker too.
    place = (link.spoken if one.comparison.rule == "quote.speaker" else None) or link
    return Finding(
        one.comparison, link.kind, fact.key, fact.of, fact.property, place.words, one.old.written, place.start,
        place.end, old_claim=one.old.key,
    )  # fmt: skip
