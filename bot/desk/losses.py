"""A post or state that ends in a text to news or a contradiction: withdrawn, resigned, torn up, done after all."""

from __future__ import annotations

import itertools
from datetime import date, timedelta

from bot.compare.claims import Order, order_of
from bot.compare.roles import is_one_post_elsewhere, is_one_sole_post
from bot.compare.statuses import is_step_on
from bot.folding import fold_words
from bot.link.awaited import has_come_about, is_planned
from bot.link.causes import is_unknown_cause, tells_cause
from bot.link.profiles import marks_of
from bot.link.stems import stem, word_set
from bot.phrase import phrase
from bot.posts import TAKEN
from bot.read.dates import find_dates
from bot.record import Behaviour, Claim, Comparison, Fact, FactKind, Level, Verdict
from bot.values import PartialDate, Term, figure_of

_LOSSES = frozenset(
    stem(word)
    for word in """
    withdrawn withdrew withdraw revoked revoke cancelled canceled cancel terminated terminate stripped strip lifted lift
    resigned resign quit sacked sack dismissed dismiss ousted oust replaced replace retired annulled annul scrapped
    scrap expired expire ended dissolved rescinded
    """.split()
)
_STEPPED = frozenset(
    {
        ("step", "down"),
        ("step", "aside"),
        ("stood", "down"),
        ("stand", "down"),
        ("call", "off"),
        ("torn", "up"),
        ("tore", "up"),
        ("tor", "up"),
    }
)
_HOLDS = frozenset(
    stem(word)
    for word in [
        "keeps",
        "keep",
        "still",
        "valid",
        "force",
        "remains",
        "remain",
        "under",
        "retains",
        "retain",
        "open",
        "holds",
        "holds",
    ]
)
_POSTS = word_set(
    """
    mayor governor president chancellor king queen premier pope emperor sheriff judge prosecutor
    """
)
_BESIDE = word_set(
    """
    former ex deputy vice acting elect candidate late designate onetime then future nominee company club bank
    board spokesman spokeswoman adviser advisor wife husband son daughter of office team
    """
) - {"of"}
_BROKEN = frozenset(
    stem(word) for word in "broken closed shut suspended stopped halted ended interrupted severed cut".split()
)
_BACK = frozenset(
    stem(word)
    for word in "resumed resume reopened reopen restored restarted restart reinstated again normal normally".split()
)
_LEFT = frozenset(
    stem(word)
    for word in """
    resigned resign quit sacked sack dismissed dismiss ousted oust replaced retired stripped unseated impeached deposed
    """.split()
)
# Only this form of the verb: its stem is that of the noun.
_FIRED = "fired"
_SUSPENDED, _PASSIVE = "suspended", frozenset({"was", "were", "been", "being", "is"})
_LOST, _OBJECT, _PHRASE = frozenset({"lost", "lose", "loses", "losing"}), 4, 3
_PATIENT = frozenset(stem(word) for word in "coma critical intensive hospital unconscious ventilator".split())
_HEALED = frozenset(stem(word) for word in "woke woken wakes awoke discharged recovered recovering conscious".split())
_FREE = frozenset(stem(word) for word in "freed free released pardoned freedom liberty exchanged acquitted".split())
_HELD = frozenset(
    stem(word)
    for word in "arrested sentenced jailed imprisoned detained held convicted charged captured spent served".split()
)
_SAME_STATE = frozenset({Verdict.AGREES, Verdict.COMPATIBLE, Verdict.REFINES, Verdict.UPDATES, Verdict.HEDGE})
# Words of those who want somebody to go, or of one who only offers to.
_ASKED = word_set(
    """
    call calls called calling urge urged urges demand demanded demands demanding ask asked asks pressure pressed want
    wants wanted offer offers offered offering refuse refused refuses threaten threatened should must would could may
    might whether if
    """
)
_WAS = frozenset({"was", "were", "been", "had"})
_GOING = word_set("continues continue continuing ongoing underway way progress still on")
_REIGN = timedelta(days=62)
_NEWLY = frozenset({"new", "newly", "incoming", "appointed", "named", "elected", "now"})
_SMALL = frozenset(map(stem, "the a an of for on in to his her its their new next by and who with after".split()))
_NO_PORTFOLIO = word_set(
    """
    minister the of for and a an who is was as country s its his her their government cabinet senior junior new then
    state federal regional national veteran embattled longtime powerful eastern western northern southern
    """
)
_DEPARTMENTS = word_set(
    """
    foreign home defence health education transport treasury justice interior labour energy environment agriculture
    commerce trade housing work pensions business culture homeland veterans finance development
    """
)
_SPELT = {"defense": "defence", "labor": "labour", "transportation": "transport"}
_OF_WHERE = word_set("in at under since from who on with of")
_AWAY = word_set("in at on for of yet during by after when to from with because")
_NOT = frozenset({"not", "no", "never", "without", "nor", "yet", "undecided", "none"})


def find_loss(new: Claim, old: Claim, fact: Fact) -> Comparison | None:
    """The comparison where the text says that a recorded state has ended, or that what had not been done is done."""
    if not isinstance(new.value, Term) or not isinstance(old.value, Term):
        return None
    said, held = _stems(new.value.words), _stems(old.value.words)
    if (
        _is_loss(new.value, fact, old.value.words)
        and not _is_loss(old.value, fact)
        and (fact.kind is FactKind.ROLE or _HOLDS & set(held))
        and not _NOT & set(said)
        and not (fact.kind is FactKind.ROLE and _ASKED & set(fold_words(new.value.words)))
        and not (fact.kind is FactKind.ROLE and _is_of_another_office(new.value, old.value))
    ):
        return _later(new, old, fact)
    if not _NOT & set(said) and _same_deed(new.value, old.value, fact):
        return _later(new, old, fact)
    is_open = is_unknown_cause(fact.property, old.value.words)
    if is_open and tells_cause(fact.property, new.value.words):
        return _later(new, old, fact)
    if fact.kind is FactKind.STATUS and is_planned(old.value.words) and _is_off(new.value, fact):
        return _later(new, old, fact)
    if fact.kind is FactKind.STATUS and not _NOT & set(said) and _is_regained(said, held):
        return _later(new, old, fact)
    if fact.kind is FactKind.STATUS and not _NOT & set(said) and _is_finished(new.value, old.value, fact):
        return _later(new, old, fact)
    return None


def _is_of_another_office(new: Term, old: Term) -> bool:
    """ "Resigned as transport minister" beside a finance minister: another office was left."""
    said = fold_words(new.words)
    at = said.index("as") + 1 if "as" in said[:-1] else len(said)
    left, held = _portfolio(said[at : at + 3]), _portfolio(fold_words(old.words))
    return "minister" in said[at : at + 4] and bool(held) and not left & held


def find_step(new: Claim, old: Claim) -> Comparison | None:
    """The comparison where a later text tells the next stage of a course: arrested, charged, on trial, sentenced."""
    if not isinstance(new.value, Term) or not isinstance(old.value, Term):
        return None
    if order_of(new.as_of, old.as_of) is not Order.LATER or not is_step_on(new.value, old.value):
        return None
    why = phrase("“{new}” goes on from the recorded “{old}”", new=new.written, old=old.written)
    return Comparison(Verdict.UPDATES, Level.NOTE, why, "status.step", score=0.6)


def _is_finished(new: Term, old: Term, fact: Fact) -> bool:
    """What was going on has been done to the last: counting continues, all votes have been counted."""
    said = fold_words(new.words)
    if not _GOING & set(fold_words(old.words)) or "all" not in said or not {"been", "were", "are"} & set(said):
        return False
    deed = {key for words in (fact.property, old.words) for keys in marks_of(words) for key in keys}
    return bool(deed & {key for keys in marks_of(new.words) for key in keys})


def is_history(new: Claim, old: Claim) -> bool:
    """The text tells how it came to what the record says: who is free was arrested and sentenced before."""
    if not isinstance(new.value, Term) or not isinstance(old.value, Term):
        return False
    said, held = _stems(new.value.words), _stems(old.value.words)
    return bool(_FREE & set(held)) and bool(_HELD & set(said)) and not _NOT & {*said, *held}


def find_other_post(new: Claim, old: Claim, fact: Fact) -> Comparison | None:
    """The comparison where one person is given two posts that nobody holds together: the mayor, the governor."""
    if fact.kind is not FactKind.ROLE or not isinstance(new.value, Term) or not isinstance(old.value, Term):
        return None
    if is_one_post_elsewhere(new.value, old.value):
        return _post_clash(new, old, fact)
    said, held = fold_words(new.value.words), fold_words(old.value.words)
    if {"minister"} <= {*said} & {*held} and not _BESIDE & {*said, *held} and (one_office := _portfolio(said)):
        other_office = _portfolio(held)
        return _post_clash(new, old, fact) if other_office and not one_office & other_office else None
    if {"secretary"} <= {*said} & {*held} and not _BESIDE & {*said, *held}:
        one_office, other_office = _departments(said), _departments(held)
        return _post_clash(new, old, fact) if one_office and other_office and not one_office & other_office else None
    one, two = _POSTS & set(said), _POSTS & set(held)
    if len(one) != 1 or len(two) != 1 or one == two or _BESIDE & {*said, *held}:
        return None
    return _post_clash(new, old, fact)


def find_new_post(new: Claim, old: Claim, fact: Fact) -> Comparison | None:
    """The comparison where a later text gives whose post is recorded another one: sworn in as, appointed as."""
    if fact.kind is not FactKind.ROLE or not isinstance(new.value, Term) or not isinstance(old.value, Term):
        return None
    said = fold_words(new.value.words)
    at = next((at for at in range(1, len(said)) if said[at] == "as" and TAKEN & set(said[max(0, at - 3) : at])), 0)
    is_before = {"had", "previously", "earlier", "when"} & set(said[:at])
    if not at or is_before or _NOT & set(said) or order_of(new.as_of, old.as_of) is not Order.LATER:
        return None
    taken = {stem(word) for word in said[at + 1 : at + 5]} - _SMALL
    if not taken or taken & (set(_stems(old.value.words)) - {stem("minister")}):
        return None
    why = phrase("“{new}” gives another post than the recorded “{old}”", new=new.written, old=old.written)
    return Comparison(Verdict.UPDATES, Level.NOTE, why, "role.new", score=0.6)


def find_other_holder(new: Claim, old: Claim, fact: Fact, holder: str) -> Comparison | None:
    """The comparison where a post that one person holds at a time is given to another than the record's."""
    if not isinstance(new.value, Term) or not isinstance(old.value, Term):
        return None
    words = {*fold_words(new.value.words), *fold_words(old.value.words)}
    if words & _BESIDE or not is_one_sole_post(new.value, old.value):
        return None
    why = phrase(
        "“{new}” is said of {holder}; the record has another as “{old}”",
        new=new.written,
        old=old.written,
        holder=holder,
    )
    if fact.behaviour is not Behaviour.FIXED and (words & _NEWLY or _is_long_after(new, old)):
        return Comparison(Verdict.UPDATES, Level.NOTE, why, "role.holder", score=0.6)
    return Comparison(Verdict.CONTRADICTS, Level.ALERT, why, "role.holder", score=0.2)


def _is_long_after(new: Claim, old: Claim) -> bool:
    """Time enough for a post to have changed hands without the text making news of it."""
    if new.as_of is None or old.as_of is None or new.as_of.start is None or old.as_of.end is None:
        return True
    return new.as_of.start - old.as_of.end > _REIGN


def find_whole(new: Claim, old: Claim) -> Comparison | None:
    """The comparison where a later text says of all what the record counts of some."""
    if figure_of(old.value) is None or order_of(new.as_of, old.as_of) is not Order.LATER:
        return None
    why = phrase("“{new}” speaks of all; the record has “{old}”", new=new.written, old=old.written)
    return Comparison(Verdict.UPDATES, Level.NOTE, why, "status.whole", score=0.6)


def find_other_country(new: Claim, old: Claim, fact: Fact) -> Comparison | None:
    """The comparison where a fact that says where somebody was has two countries: on a trip to Kenya, to Ghana."""
    if not isinstance(new.value, Term) or not isinstance(old.value, Term) or fact.property.split()[:1] != ["where"]:
        return None
    one, two = _countries(new.value), _countries(old.value)
    if len(one) != 1 or len(two) != 1 or one == two or not _WAS & set(fold_words(new.value.words)):
        return None
    why = phrase("“{new}” and “{old}” name two countries", new=new.written, old=old.written)
    if fact.behaviour is not Behaviour.FIXED:
        return Comparison(Verdict.UPDATES, Level.NOTE, why, "status.country", score=0.6)
    return Comparison(Verdict.CONTRADICTS, Level.ALERT, why, "status.country", score=0.2)


def _countries(value: Term) -> frozenset[str]:
    return frozenset(key for keys in marks_of(value.words) for key in keys if key.startswith("^"))


def find_other_term(new: Claim, old: Claim, fact: Fact, found: Comparison) -> Comparison | None:
    """The comparison where one state is given to last until two days: prolonged, shortened or misprinted."""
    if found.verdict not in _SAME_STATE or not isinstance(new.value, Term) or not isinstance(old.value, Term):
        return None
    one, two = _term_of(new), _term_of(old)
    if one is None or two is None or one == two:
        return None
    if fact.behaviour is not Behaviour.FIXED and order_of(new.as_of, old.as_of) is Order.LATER:
        why = phrase("“{new}” gives another end than the recorded “{old}”", new=new.written, old=old.written)
        return Comparison(Verdict.UPDATES, Level.NOTE, why, "status.term", score=0.6)
    if order_of(new.as_of, old.as_of) is Order.EARLIER:
        return None
    why = phrase("“{new}” and “{old}” end on different days", new=new.written, old=old.written)
    return Comparison(Verdict.CONTRADICTS, Level.ALERT, why, "status.term", score=0.2)


def _term_of(claim: Claim) -> date | None:
    """The day until which a state is said to last, read on the day the claim speaks of."""
    days = [one.value for one in find_dates(claim.value.words, claim.as_of) if isinstance(one.value, PartialDate)]
    ends = [one.end for one in days if one.start is None and one.end is not None]
    return ends[0] if len(ends) == 1 else None


def _portfolio(words: list[str]) -> frozenset[str]:
    """What a minister is minister of, where it is said: "health minister in the north", "minister of health"."""
    at = words.index("minister") if "minister" in words else len(words)
    before = [word for word in words[:at] if word not in _NO_PORTFOLIO and not _is_nation(word)]
    if before or words[at + 1 : at + 2] not in (["of"], ["for"]):
        return frozenset(before)
    end = next((place for place in range(at + 2, len(words)) if words[place] in _OF_WHERE), len(words))
    return frozenset(words[at + 2 : end]) - _NO_PORTFOLIO


def _departments(words: list[str]) -> frozenset[str]:
    """What a secretary is secretary of, where it is a department: "defense" is "defence", a party is none."""
    return frozenset(_SPELT.get(word, word) for word in words) & _DEPARTMENTS


def _is_nation(word: str) -> bool:
    return any(key.startswith("^") for keys in marks_of(word) for key in keys)


def _post_clash(new: Claim, old: Claim, fact: Fact) -> Comparison:
    why = phrase("nobody is “{new}” and “{old}” at once", new=new.value.words, old=old.value.words)
    if fact.behaviour is Behaviour.LEVEL and order_of(new.as_of, old.as_of) is Order.LATER:
        return Comparison(Verdict.UPDATES, Level.NOTE, why, "role.post", score=0.6)
    return Comparison(Verdict.CONTRADICTS, Level.ALERT, why, "role.post", score=0.2)


def _stems(text: str) -> list[str]:
    return [stem(word) for word in fold_words(text)]


def _is_loss(value: Term, fact: Fact, held: str = "") -> bool:
    """A post is left, a state is lifted: sanctions are never ousted, nor an envoy lifted."""
    folded, stems = fold_words(value.words), _stems(value.words)
    losses = _LEFT if fact.kind is FactKind.ROLE else _LOSSES
    is_told = bool(losses & set(stems)) or _FIRED in folded or bool(_STEPPED & set(itertools.pairwise(stems)))
    if fact.kind is FactKind.ROLE:
        return is_told or _is_suspended(folded) or _is_of_then(folded, stems, held)
    return is_told or _is_lost(folded, stems, fact)


def _is_suspended(folded: list[str]) -> bool:
    """A person is suspended, not what a person suspends: "was suspended as mayor", "was suspended on Friday"."""
    at = folded.index(_SUSPENDED) if _SUSPENDED in folded else 0
    return bool(_PASSIVE & set(folded[max(0, at - 3) : at])) and folded[at + 1 : at + 2] != ["from"]


def _is_of_then(folded: list[str], stems: list[str], held: str) -> bool:
    """ "Who was mayor at the time", "the then mayor": no longer, when it is told."""
    posts = set(_stems(held)) - _SMALL
    then = [at for at in range(1, len(folded)) if folded[at] == "then" and folded[at - 1] in ("the", "was")]
    if any(posts & set(stems[at + 1 : at + 3]) for at in then):
        return True
    ends = [at for at in range(len(folded) - 2) if folded[at : at + 3] == ["at", "the", "time"]]
    return any(posts & set(stems[max(0, at - 4) : at]) and "was" in folded[:at] for at in ends)


def _is_lost(folded: list[str], stems: list[str], fact: Fact) -> bool:
    """What the fact is of is what was lost: "lost its licence"; lives lost in a fire do not end the fire."""
    own = {stem(word) for word in fold_words(fact.property)} - _SMALL
    ends = ((at, _end_of_object(folded, at)) for at, word in enumerate(folded) if word in _LOST)
    return any(own & set(stems[at + 1 : end]) or own & set(stems[max(0, at - _OBJECT) : at]) for at, end in ends)


def _end_of_object(folded: list[str], at: int) -> int:
    """Where what follows a verb right away ends: at the next preposition."""
    end = at + 1 + _OBJECT
    return next((place for place in range(at + 1, min(end, len(folded))) if folded[place] in _AWAY), end)


def _is_regained(said: list[str], held: list[str]) -> bool:
    """What was broken off, shut or in danger is back: talks resumed, the line reopened, the patient left hospital."""
    if _PATIENT & set(held):
        return bool(_HEALED & set(said)) or ("left", "hospital") in itertools.pairwise(said)
    return bool(_BROKEN & set(held)) and bool(_BACK & set(said))


def _same_deed(new: Term, old: Term, fact: Fact) -> bool:
    """Both speak of the deed the property names ("has not appealed", "lodged an appeal"), or of all that was undone."""
    deeds = {one for one in _stems(fact.property) if len(one) > 3}
    said, held = set(_stems(new.words)), set(_stems(old.words))
    return has_come_about(old.words, new.words) or bool(_NOT & held and deeds & said & held)


def _is_off(new: Term, fact: Fact) -> bool:
    """What was to come is told not to: "there will be no second trial"."""
    folded, stems = fold_words(new.words), _stems(new.words)
    own = set(_stems(fact.property)) - _SMALL
    if not {"will", "would"} & set(folded):
        return False
    nos = (at for at, word in enumerate(folded) if word == "no")
    return any(own & set(stems[at + 1 : min(at + 1 + _PHRASE, _end_of_object(folded, at))]) for at in nos)


def _later(new: Claim, old: Claim, fact: Fact) -> Comparison:
    """News where the text is the later one; else one of the two is wrong."""
    args = {"new": new.written, "old": old.written}
    if order_of(new.as_of, old.as_of) is Order.EARLIER:
        return Comparison(
            Verdict.COMPATIBLE, Level.SILENCE, phrase("“{new}” is older than “{old}”", **args), "status.loss"
        )
    if order_of(new.as_of, old.as_of) is Order.LATER or fact.behaviour is not Behaviour.FIXED:
        why = phrase("“{new}” says that the recorded “{old}” holds no longer", **args)
        return Comparison(Verdict.UPDATES, Level.NOTE, why, "status.loss", score=0.6)
    return Comparison(
        Verdict.CONTRADICTS,
        Level.ALERT,
        phrase("“{new}” and “{old}” cannot both be so", **args),
        "status.loss",
        score=0.2,
    )
