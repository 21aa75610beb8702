"""A number in a sentence to whom the sentence puts it down: "the union says 14", "ten, according to the police"."""

from __future__ import annotations

from bot.link.passages import Sentence
from bot.link.scene import Scene
from bot.link.stems import word_set

_SAYING = word_set(
    """
    say said says tell told tells announce announced announces confirm confirmed confirms report reported reports
    state stated states add added adds declare declared put puts estimate estimated estimates claim claimed claims
    insist insisted insists count counted counts calculate calculated believes maintains maintained found
    """
)
_ADVERBS = word_set("also later then now still had has have earlier however only first")
_NOT_SUBJECT = word_set(
    """
    he she it they we i you who which that what this these those there and or but as while when after before in on at
    of to by with for from is was were are be been not so everything nothing nobody
    """
)
_ENDS = word_set("that in on at by for after before who which as when while said says and but late earlier")
LONGEST, FARTHEST = 5, 14


def find_claimant(scene: Scene, first: int, last: int) -> str:
    """The words for whoever says the number between two words, "" where it is the outlet's own or a pronoun's."""
    sentence = scene.sentence
    low, high = scene.hard_part(first)
    found = [span for at in range(low, high + 1) if (span := _speaker_at(sentence, at, low, high))]
    said = [(verb, span) for verb, span in found if not span[0] <= first <= span[1] and abs(verb - first) <= FARTHEST]
    if not said:
        return ""
    _, (start, end) = min(said, key=lambda one: (sentence.breaks(one[0], first), abs(one[0] - first)))
    return " ".join(word.folded for word in sentence.words[start : end + 1])


def _speaker_at(sentence: Sentence, at: int, low: int, high: int) -> tuple[int, tuple[int, int]] | None:
    """The verb or "according to" at a word, with the first and last word for who speaks."""
    words = sentence.words
    if words[at].folded == "according" and at + 2 <= high and words[at + 1].folded == "to":
        end = at + 2
        while (
            end < high and not words[end + 1].break_ and words[end + 1].folded not in _ENDS and end - at < LONGEST + 2
        ):
            end += 1
        return (at, (at + 2, end)) if words[at + 2].folded not in _NOT_SUBJECT else None
    if words[at].folded not in _SAYING:
        return None
    end = at - 1
    while end > low and words[end].folded in _ADVERBS:
        end -= 1
    start = end
    while start > low and not words[start].break_ and end - start < LONGEST:
        start -= 1
    subject = [word.folded for word in words[start : end + 1]]
    is_whole = end >= low and (start == low or words[start].break_ or subject[:1] == ["the"])
    return (at, (start, end)) if is_whole and not set(subject) & _NOT_SUBJECT - {"of", "for", "and"} else None
