"""Links and the record's claims to findings: compared, the doubtful ones toned down, each fact reported once."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from rapidfuzz.distance import OSA

from bot.compare.claimants import Voices, compare_claimants
from bot.compare.claims import Sources, compare_claims
from bot.compare.names import NameVerdict, compare_names
from bot.compare.neighbours import Stated
from bot.desk.losses import (
    find_loss,
    find_other_country,
    find_other_holder,
    find_other_post,
    find_other_term,
    find_step,
    find_whole,
    is_history,
)
from bot.desk.neighbouring import find_conflicts_beside
from bot.folding import fold, fold_words
from bot.link.index import Index
from bot.link.likeness import is_jumbled, lacks_included
from bot.link.links import Link
from bot.link.passages import read_sentence
from bot.link.profiles import STATES, marks_of
from bot.phrase import Phrase, phrase
from bot.record import (
    AliasKind,
    Behaviour,
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
    key_of,
)
from bot.values import Figure, Hedge, PartialDate, Quote, Value, figure_of

GRAVITY = {Level.ALERT: 0, Level.NOTE: 1, Level.SILENCE: 2}
NEARBY = 260
PLACE_NAME = 6
_PERIODS = frozenset({"period", "year", "quarter", "since", "until", "month", "season", "population", "per"})
_DEGREES = frozenset({"extent", "degree", "stage"})
_ARTICLES = frozenset({"the", "a", "an", "its", "their", "of", "for", "and"})
_MILD = frozenset({"role.near", "status.stage", "status.unsure"})
_SETTLED = frozenset({Verdict.AGREES, Verdict.REFINES, Verdict.COMPATIBLE})


@dataclass(frozen=True, slots=True)
class Compared:
    """A link beside the record: the gravest comparison with a live claim, and that claim."""

    link: Link
    comparison: Comparison
    old: Claim | None


def compare_links(
    links: Sequence[Link], index: Index, source: Source, sources: Mapping[str, Source]
) -> tuple[Compared, ...]:
    """Every linked mention compared with the live claims of its fact, in the order of the text."""
    found = [one for link in links if (one := _compare(link, index, source, sources))]
    settling: dict[str, list[Compared]] = defaultdict(list)
    for one in found:
        if one.link.fact and _settles(one):
            settling[one.link.fact.key].append(one)
    toned = [_tone_down(one, settling, links) for one in found]
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
        (compare_claims(_as_said(new, heard, index), heard, link.fact, by), old)
        for old in live
        if (heard := _heard(old, index)) and (by := Sources(source, sources.get(old.source)))
    ]
    if not pairs:
        return None
    worst, old = min(pairs, key=lambda pair: (GRAVITY[pair[0].level], pair[0].score))
    if link.kind in ("role", "status"):
        worst, old = _of_many(pairs, worst, old, link.fact)
    if link.kind == "status":
        lost = find_loss(new, old, link.fact) if worst.level is not Level.ALERT or _is_post(link.fact) else None
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
        return _divided(link, _of_one_house(new, agreed[1], index), (worst, old), agreed)
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


def _heard(claim: Claim, index: Index) -> Claim:
    """A recorded quote with its speaker under the house spelling, so that one person is one voice."""
    if isinstance(claim.value, Quote):
        return replace(claim, claimant=_voice(claim.claimant, index))
    return replace(claim, claimant=_body(claim.claimant, claim.story, index)) if claim.claimant else claim


def _body(name: str, story: str, index: Index) -> str:
    """Whom a figure is put down to, under the house spelling where the record knows the name."""
    known = index.entities.get(name) or index.entities.get(key_of(story, name))
    return known.label if known else name


def _as_said(new: Claim, old: Claim, index: Index) -> Claim:
    """The claim under the voice that counts: none where it only jumbles the digits, for that is no dispute."""
    one, two = figure_of(new.value), figure_of(old.value)
    if one and two and is_jumbled(one.number, two.number):
        return replace(new, claimant="")
    return _of_one_house(new, old, index)


def _of_one_house(new: Claim, old: Claim, index: Index) -> Claim:
    """A body and whoever speaks for it are one voice: the ministry and its minister, a service and what it is."""
    told = set(fold_words(new.claimant)) - _ARTICLES
    held = set(fold_words(old.claimant)) - _ARTICLES
    roles = (set(fold_words(one.role)) for one in _bearers(old, new.story, index))
    if told and held and any(told <= role for role in roles):
        return replace(new, claimant=old.claimant)
    roles = (set(fold_words(one.role)) for one in _bearers(new, new.story, index))
    return replace(new, claimant=old.claimant) if told and held and any(held <= role for role in roles) else new


def _bearers(claim: Claim, story: str, index: Index) -> list[Entity]:
    """The people and bodies a claimant's words name."""
    words = tuple(fold_words(claim.claimant))
    named = [
        entity
        for at in range(len(words))
        for name, entity in index.names.get(words[at], ())
        if name == words[at : at + len(name)]
    ]
    return [index.entities[one] for one in named if index.entities[one].story == story]


def _voice(name: str, index: Index) -> str:
    """The label of the person a name stands for, as far as the record knows; else the name itself."""
    if name not in index.voices:
        index.voices[name] = _find_voice(name, index)
    return index.voices[name]


def _named_voice(name: str, index: Index) -> str:
    """Who says a quote of the text; "the mother" may be anybody, so nobody is told apart by it."""
    voice = _voice(name, index)
    return voice if any(char.isupper() for char in voice) else ""


def _find_voice(name: str, index: Index) -> str:
    sentence = read_sentence(name, 0, len(name))
    if sentence and {at for sign in sentence.signs if sign.key[0] == "^" for at in sign.at} == set(
        range(len(sentence.words))
    ):
        return ""
    known = index.find_known(sentence) if sentence else ()
    people = [one.entity for one in known if index.entities[one.entity].kind is EntityKind.PERSON]
    if known and index.entities[known[0].entity].kind is EntityKind.PLACE and not people:
        return ""
    if people:
        return index.entities[people[0]].label
    persons = [one for one in index.entities.values() if one.kind is EntityKind.PERSON]
    scored = [(compare_names(name, one.label).score, one.label) for one in persons] if name else []
    score, label = max(scored, default=(0.0, ""))
    return label if score >= 0.6 else name


def make_claim(link: Link, fact: Fact, source: Source, index: Index) -> Claim:
    """What the text says as a claim on the linked fact; as-of is the day of publication where nothing else is said."""
    as_of = replace(source.published, inferred=True) if source.published else None
    if link.as_of is not None:
        as_of = link.as_of
    evidence = Evidence(start=link.start, end=link.end, words=link.words)
    claimant = _named_voice(link.claimant, index) if link.kind == "quote" else _body(link.claimant, fact.story, index)
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


def _tone_down(one: Compared, settling: Mapping[str, Sequence[Compared]], links: Sequence[Link]) -> Compared:
    """A weak link never alerts, a part of a whole is no contradiction, parts may make up the difference."""
    link, comparison = one.link, one.comparison
    if link.fact is None:
        return one
    if link.part and not (_lacks_part(one) and _explained(one, links)):
        return _as_part(one)
    if comparison.level is Level.SILENCE:
        return one
    if link.kind == "figure" and (reason := _explained(one, links)):
        return replace(one, comparison=replace(comparison, level=Level.SILENCE, verdict=Verdict.COMPATIBLE, why=reason))
    if comparison.level is not Level.ALERT:
        return one
    if any(other is not one for other in settling.get(link.fact.key, ())):
        why = phrase("not compared: the text gives the recorded value for this in another place")
        return replace(
            one, comparison=replace(comparison, verdict=Verdict.NOT_COMPARABLE, level=Level.SILENCE, why=why)
        )
    return one if link.firm else replace(one, comparison=replace(comparison, level=Level.NOTE))


def _as_part(one: Compared) -> Compared:
    """A part below its whole says nothing; above it, one of the two numbers is wrong or old."""
    new, old = figure_of(one.link.value), figure_of(one.old.value) if one.old else None
    if _is_first(one.link, new, old):
        why = phrase(
            "“{new}” says that there are some now; the record has “{old}”",
            new=one.link.words,
            old=one.old.written if one.old else "",
        )
        return replace(one, comparison=replace(one.comparison, verdict=Verdict.UPDATES, level=Level.NOTE, why=why))
    exceeds = new is not None and old is not None and old.high is not None and new.low > old.high
    fixed = one.link.fact is not None and one.link.fact.behaviour in (None, Behaviour.FIXED)
    if exceeds and fixed and one.link.firm:
        why = phrase("a part ({reason}) larger than the recorded whole", reason=one.link.why)
        return replace(one, comparison=replace(one.comparison, verdict=Verdict.SCOPE, level=Level.NOTE, why=why))
    if _lacks_part(one):
        why = phrase("a narrower count: {reason}", reason=one.link.why)
        return replace(one, comparison=replace(one.comparison, verdict=Verdict.SCOPE, level=Level.NOTE, why=why))
    if (
        one.link.fact is not None
        and new is not None
        and old is not None
        and _is_same_of_another(new, old, one.link.fact)
    ):
        why = phrase("the same number, but {reason}", reason=one.link.why)
        return replace(one, comparison=replace(one.comparison, verdict=Verdict.SCOPE, level=Level.NOTE, why=why))
    why = phrase("not compared: {reason}", reason=one.link.why)
    return replace(
        one, comparison=replace(one.comparison, verdict=Verdict.NOT_COMPARABLE, level=Level.SILENCE, why=why)
    )


def _is_same_of_another(new: Figure, old: Figure, fact: Fact) -> bool:
    """The number recorded for one part, given for another: one of the two has the wrong whole, unless it is chance."""
    has_scope = any(name.lower() not in _PERIODS for name, _ in fact.scope)
    if not has_scope or new.number is None or new.number != old.number:
        return False
    return _is_telling(new) or (fact.kind is FactKind.PERCENT and new.number % 10 != 0)


def _is_first(link: Link, new: Figure | None, old: Figure | None) -> bool:
    """Some, of a count that was none and can rise: even a part of it is news."""
    moves = link.fact is not None and link.fact.behaviour in (Behaviour.CUMULATIVE, Behaviour.LEVEL)
    return moves and new is not None and old is not None and old.high == 0 and new.low > 0


def _lacks_part(one: Compared) -> bool:
    """The recorded number without those it says it includes."""
    new = figure_of(one.link.value)
    return new is not None and one.old is not None and lacks_included(new.number, one.old.written) is not None


def _is_telling(figure: Figure) -> bool:
    """A number too large or too odd to stand for two things by chance."""
    return figure.number is not None and (figure.number >= 1000 or (figure.number > 30 and figure.number % 10 != 0))


def _settles(other: Compared) -> bool:
    """Whether the text gives the recorded value of a fact, or its successor, in this place."""
    verdict, is_figure = other.comparison.verdict, other.link.kind == "figure"
    is_settled = verdict is Verdict.AGREES or (is_figure and verdict in (Verdict.REFINES, Verdict.UPDATES))
    return other.link.firm and not other.link.part and is_settled


def _explained(one: Compared, links: Sequence[Link]) -> Phrase | None:
    """Whether another number close by, counted apart, makes up the difference: "24 ... and two minors with them"."""
    new, old = figure_of(one.link.value), figure_of(one.old.value) if one.old else None
    if new is None or old is None or new.number is None or old.number is None or new.number >= old.number:
        return None
    for other in _list_close(links, one.link):
        figure = figure_of(other.value)
        if other is one.link or figure is None or figure.number != old.number - new.number or other.kind != "figure":
            continue
        if other.fact and one.link.fact and _is_of_another_fate(other.fact, one.link.fact):
            continue
        is_close = abs(other.start - one.link.start) <= NEARBY and figure.kind is new.kind
        if is_close and (other.adds or (other.fact is not None and other.fact is not one.link.fact and not other.part)):
            recorded = one.old.written if one.old else ""
            return phrase("with the {other} counted apart it makes the recorded {old}", other=other.words, old=recorded)
    return None


def _is_of_another_fate(other: Fact, fact: Fact) -> bool:
    """The two missing do not make up the crew: what is counted apart is counted by the same deed or state."""
    own, theirs = ({key for keys in marks_of(one.property) for key in keys if key in STATES} for one in (fact, other))
    return bool(theirs - own)


def _list_close(links: Sequence[Link], link: Link) -> Sequence[Link]:
    """Those of a text's links, which stand in its order, that begin not far from one: never all of a long text."""
    first = bisect_left(links, link.start - NEARBY, key=_start)
    return links[first : bisect_right(links, link.start + NEARBY, key=_start)]


def _start(link: Link) -> int:
    return link.start


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
