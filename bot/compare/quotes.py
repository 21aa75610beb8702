"""Two quotes with their speakers to a verdict: the same words by two people, or other words by one."""

from __future__ import annotations

from functools import lru_cache

from bot.compare.claimants import Voices, compare_claimants
from bot.compare.outcome import alert, note, silence
from bot.compare.tokens import stem, words
from bot.record import Comparison, Verdict
from bot.values import Quote

SAME_STATEMENT = 0.3
FEWEST_WORDS = 3
_NEGATIONS = frozenset({"not", "no", "never", "none", "nobody", "nothing", "neither", "nor", "without", "cannot"})
_SMALL = frozenset(
    {
        "a", "an", "the", "of", "to", "in", "on", "at", "by",
        "for", "and", "or", "but", "is", "are", "was", "were", "be",
        "been", "it", "its", "this", "that", "these", "those", "as", "with",
        "from", "we", "i", "you", "he", "she", "they", "our", "my",
        "your", "his", "her", "their", "us", "them", "have", "has", "had",
        "do", "does", "did", "will", "would", "can", "could", "so", "very",
    }
)  # fmt: skip


def compare_quotes(a: Quote, b: Quote, speaker_a: str = "", speaker_b: str = "") -> Comparison:
    """The verdict on two quotes put under one heading of the record; symmetric. A speaker "" is not known."""
    said = {"a": a.words, "b": b.words}
    alike = likeness(a.words, b.words)
    if compare_claimants(speaker_a, speaker_b) is Voices.TWO:
        return _two_speakers(alike, {"one": speaker_a, "two": speaker_b, **said})
    if words(a.words) == words(b.words):
        return silence(Verdict.AGREES, "quote.same", "“{a}” and “{b}” are the same words", **said)
    if alike < SAME_STATEMENT:
        text = "“{a}” and “{b}” are different statements"
        return silence(Verdict.NOT_COMPARABLE, "quote.other", text, **said)
    return _other_wording(a, b, said)


def likeness(a: str, b: str) -> float:
    """0 to 1: the share of telling words that two texts have in common; 1 where one text stands inside the other."""
    one, two = words(a), words(b)
    if _stands_in(one, two) or _stands_in(two, one):
        return 1.0
    left, right = _telling(a), _telling(b)
    return len(left & right) / len(left | right) if left and right else 0.0


def _two_speakers(alike: float, said: dict[str, str]) -> Comparison:
    if alike < SAME_STATEMENT:
        text = "{one} and {two} said different things: “{a}”, “{b}”"
        return silence(Verdict.NOT_COMPARABLE, "quote.other", text, **said)
    if words(said["a"]) == words(said["b"]):
        return alert("quote.speaker", "two people are given the same words, “{a}”: {one} and {two}", **said)
    text = "much the same words are given to two people: “{a}” ({one}), “{b}” ({two})"
    return alert("quote.speaker", text, **said)


def _other_wording(a: Quote, b: Quote, said: dict[str, str]) -> Comparison:
    if _numbers(a.words) != _numbers(b.words) and _numbers(a.words) and _numbers(b.words):
        return note(Verdict.LOOSE, "quote.number", "“{a}” and “{b}” differ in a number", **said)
    if _stands_in(words(a.words), words(b.words)) or _stands_in(words(b.words), words(a.words)):
        return silence(Verdict.REFINES, "quote.part", "one of “{a}” and “{b}” quotes more of the same words", **said)
    if _negations(a.words) != _negations(b.words):
        return note(Verdict.LOOSE, "quote.negation", "“{a}” and “{b}” differ in a negation", **said)
    one, two = _names(a.words), _names(b.words)
    if one and two and one != two:
        return note(Verdict.LOOSE, "quote.name", "“{a}” and “{b}” differ in a name", **said)
    if a.direct and b.direct and _telling(a.words) - _telling(b.words) and _telling(b.words) - _telling(a.words):
        text = "“{a}” and “{b}” are the same statement in other words, perhaps another translation"
        return note(Verdict.LOOSE, "quote.translation", text, **said)
    return silence(Verdict.COMPATIBLE, "quote.wording", "“{a}” and “{b}” are the same statement, worded freely", **said)


def _stands_in(part: tuple[str, ...], whole: tuple[str, ...]) -> bool:
    size = len(part)
    if size > len(whole) or (size < FEWEST_WORDS and size != len(whole)):
        return False
    return any(whole[at : at + size] == part for at in range(len(whole) - size + 1))


@lru_cache(maxsize=2048)
def _telling(text: str) -> frozenset[str]:
    return frozenset(stem(word) for word in words(text) if word not in _SMALL)


def _numbers(text: str) -> frozenset[str]:
    return frozenset(word for word in words(text) if word[0].isdigit())


def _negations(text: str) -> int:
    return sum(word in _NEGATIONS for word in words(text)) % 2


def _names(text: str) -> frozenset[str]:
    """Capitalised words but the first of each sentence."""
    before = ". " + text
    pairs = zip(before.split(), before.split()[1:], strict=False)
    capital = [word for last, word in pairs if word.lstrip("“\"'‘(")[:1].isupper() and last[-1] not in '.!?:“"‘']
    return frozenset(stem(word) for one in capital for word in words(one) if word != "i" and "'" not in word)
