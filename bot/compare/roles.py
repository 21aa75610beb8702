"""Two roles, or two names in one relation, to a verdict: the same post, a post a rank away, a post for one only."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from bot.compare.outcome import alert, note, silence
from bot.compare.tokens import stem, words
from bot.posts import SHORT_POSTS
from bot.record import Comparison, Level, Verdict
from bot.values import Term

# Words that make another post of the post they stand before: a deputy envoy is not an envoy.
_RANKS = frozenset(
    {
        "co", "special", "deputy", "vice", "acting", "interim", "former", "ex", "chief",
        "senior", "junior", "assistant", "honorary", "emeritus", "designate", "elect", "would-be", "aspiring",
        "under", "retired", "late", "first", "second", "lead", "associate", "shadow", "outgoing",
        "incoming",
    }
)  # fmt: skip
_RANK_OF = {"onetime": "former", "sometime": "former", "ex": "former", "erstwhile": "former", "caretaker": "acting"}
# Posts that are the same to most readers, yet not the same post.
_NEAR = (
    frozenset({"candidate", "hopeful", "contender", "challenger", "nominee", "aspirant", "runner", "frontrunner"}),
    frozenset({"envoy", "ambassador", "emissary", "representative"}),
    frozenset({"director", "manager", "head", "chief", "chairman", "president", "ceo"}),
    frozenset({"leader", "member", "supporter"}),
    frozenset({"general", "colonel", "major", "captain", "lieutenant", "sergeant"}),
    frozenset({"minister", "secretary", "undersecretary"}),
    frozenset({"professor", "lecturer", "researcher"}),
    frozenset({"inspector", "superintendent", "commissioner", "constable"}),
)
_SAME = {
    "chairwoman": "chairman", "chairperson": "chairman", "chair": "chairman", "spokeswoman": "spokesman",
    "spokesperson": "spokesman", "premier": "minister", "attorney": "lawyer", "barrister": "lawyer",
    "journalist": "reporter", "correspondent": "reporter", "boss": "head", "leader": "leader", "actress": "actor",
    "policewoman": "policeman", "businesswoman": "businessman", "congresswoman": "congressman",
}  # fmt: skip
_LINKS = frozenset({"of", "for", "at", "in", "to", "with", "under", "from", "on"})
_STOPS = frozenset({"the", "a", "an", "its", "his", "her", "their", "as", "who", "was", "is", "and"})
# Posts that one person holds at a time, where the words say of what.
_SOLE = frozenset(
    {
        "minister", "president", "mayor", "governor", "chancellor", "king", "queen", "pope", "executive", "chairman",
        "sheriff", "investigator", "coach", "captain", "director", "head", "commissioner", "general", "speaker",
    }
)  # fmt: skip
_POST_WORDS = (
    (_RANKS | _RANK_OF.keys() | _SAME.keys() | _SOLE | SHORT_POSTS.keys()).union(*_NEAR).union(*SHORT_POSTS.values())
)
# The posts at the top of a house: whoever is said to hold one of them holds no other there.
_TOP = frozenset({"executive", "chairman", "treasurer"})
_CHIEF = "chief "
# Relations of which a person or thing has one at a time.
_ONE_AT_A_TIME = frozenset(
    {
        "wife", "husband", "spouse", "mother", "father", "birthplace", "capital", "owner", "successor",
        "predecessor", "parent", "company", "headquarters", "maker", "twin", "fiancé", "fiancée", "fiance",
        "fiancee", "employer", "monarch",
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Post:
    head: str
    ranks: frozenset[str]
    complement: frozenset[str]
    told: frozenset[str] = frozenset()


def compare_roles(a: Term, b: Term) -> Comparison:
    """The verdict on two roles of one person; symmetric. People hold many: only the same post with another rank,
    or its near neighbour, is a note; any other description is silence."""
    said = {"a": a.words, "b": b.words}
    if words(a.words) == words(b.words):
        return silence(Verdict.AGREES, "role.same", "“{a}” and “{b}” are the same role", **said)
    one, two = _post(a.words), _post(b.words)
    if not one.head or not two.head or _is_elsewhere(one, two):
        return _other(said)
    if one.head != two.head:
        return _neighbours(one, two, said)
    if one.ranks == two.ranks:
        return silence(Verdict.REFINES, "role.same", "“{a}” and “{b}” name the same post", **said)
    return note(Verdict.HEDGE, "role.rank", "“{a}” and “{b}” are not quite the same post", **said)


def is_one_sole_post(a: Term, b: Term) -> bool:
    """Whether both name one post, of one thing, that two people never hold at once: the health minister."""
    one, two = _post(a.words), _post(b.words)
    if one.head != two.head or one.head not in _SOLE or one.ranks != two.ranks or one.ranks - {"chief", "first"}:
        return False
    return one.told == two.told and bool(one.told)


def is_one_post_elsewhere(a: Term, b: Term) -> bool:
    """Whether both name one post that nobody holds twice, of two bodies or places by name: mayor of Sarn, of Velden."""
    one, two = _post(a.words), _post(b.words)
    if one.head != two.head or one.head not in _SOLE or one.ranks != two.ranks:
        return False
    return bool(_names(a.words, b.words) and _names(b.words, a.words))


def _names(text: str, other: str) -> frozenset[str]:
    """The names in a post that the other post lacks: "FTX" of the "former FTX chief executive".

    The first word may be written large for opening a sentence.
    """
    capital = frozenset(word for part in text.split()[1:] if part[0].isupper() for word in words(part))
    return capital - frozenset(words(other)) - _POST_WORDS


def compare_relation(a: str, b: str, names: Comparison, property: str) -> Comparison:
    """Two names in the same relation ("wife"), with the verdict on the names; `names` at alert = two people."""
    said = {"a": a, "b": b, "property": property}
    if names.level is Level.SILENCE and names.verdict is not Verdict.NOT_COMPARABLE:
        return names
    if names.verdict is not Verdict.NOT_COMPARABLE and names.verdict is not Verdict.CONTRADICTS:
        return names
    if is_exclusive(property):
        return alert("relation.one", "“{a}” and “{b}” cannot both be the {property} at the same time", **said)
    text = "“{a}” and “{b}” can both stand in this relation ({property})"
    return silence(Verdict.COMPATIBLE, "relation.many", text, **said)


def is_exclusive(property: str) -> bool:
    """Whether a relation can hold for one only at a time; "former wife" and "one of the owners" are not."""
    said = set(words(property))
    return bool(said & _ONE_AT_A_TIME) and not said & {"former", "ex", "co", "one", "late", "first"}


def _neighbours(one: _Post, two: _Post, said: dict[str, str]) -> Comparison:
    if _is_top(one) and _is_top(two):
        return alert("role.top", "“{a}” and “{b}” are two posts at the top of one house", **said)
    if any(one.head in group and two.head in group for group in _NEAR):
        return note(Verdict.HEDGE, "role.near", "“{a}” and “{b}” are near each other, but not the same post", **said)
    return _other(said)


def _is_top(post: _Post) -> bool:
    return post.ranks <= {"chief"} and (post.head in _TOP or post.head.startswith(_CHIEF))


def _other(said: dict[str, str]) -> Comparison:
    text = "“{a}” and “{b}” are different descriptions; both can be true"
    return silence(Verdict.NOT_COMPARABLE, "role.other", text, **said)


def _is_elsewhere(one: _Post, two: _Post) -> bool:
    """Two posts of one name in two places: envoy for Ukraine, envoy for Belarus."""
    return bool(one.complement and two.complement and not one.complement & two.complement)


@lru_cache(maxsize=2048)
def _post(text: str) -> _Post:
    said = [_RANK_OF.get(word, word) for whole in words(text) for word in _unjoined(whole) if word not in _STOPS]
    cut = next((at for at, word in enumerate(said) if word in _LINKS and at), len(said))
    core = [word for word in said[:cut] if word not in _RANKS]
    head = _SAME.get(core[-1], core[-1]) if core else ""
    if head == "officer" and "chief" in said[:cut] and len(core) > 1:
        head = "executive" if core[-2] == "executive" else f"{_CHIEF}{core[-2]} officer"
    complement = frozenset(stem(word) for word in said[cut:] if word not in _LINKS)
    ranks = frozenset(word for word in said[:cut] if word in _RANKS)
    told = complement | {stem(word) for word in core[:-1]}
    return _Post(_SAME.get(_singular(head), _singular(head)), ranks, complement, told)


def _unjoined(word: str) -> tuple[str, ...]:
    if word in SHORT_POSTS:
        return SHORT_POSTS[word]
    if word.startswith("co") and word[2:] in ("founder", "chair", "author", "owner", "leader", "director", "pilot"):
        return ("co", word[2:])
    return (word,)


def _singular(word: str) -> str:
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word
