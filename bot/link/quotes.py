"""A quotation in a text to the recorded quote it repeats: most of the telling words of one are those of the other."""

from __future__ import annotations

from collections.abc import Iterator

from rapidfuzz.distance import LCSseq

from bot.folding import fold_words
from bot.link.index import Index
from bot.link.lexicon import LEXICON
from bot.link.links import Link, Stretch
from bot.link.scene import Stage
from bot.link.stems import stem
from bot.phrase import phrase
from bot.reading import QuoteMention
from bot.record import Fact, FactKind
from bot.values import Quote

FIRM, FEWEST, FRAME = 0.7, 2, 5
BESIDE, WITHIN = 60, 120
_QUOTING = frozenset({"quoted", "quotes", "quoting", "quote", "recalled", "repeated"})


def link_quotes(stage: Stage, index: Index) -> Iterator[Link]:
    """One link per quotation, linked where a recorded quote shares most of its telling words."""
    facts = [key for story in stage.stories for key in index.by_story.get(story, ())]
    quotes = [index.profiles[key] for key in facts if index.profiles[key].fact.kind is FactKind.QUOTE]
    recorded = [
        (one.fact, telling(claim.value.words))
        for one in quotes
        for claim in one.claims
        if isinstance(claim.value, Quote)
    ]
    worded = [(one.fact, claim.value.words) for one in quotes for claim in one.claims if isinstance(claim.value, Quote)]
    for mention in stage.reading.quotes:
        said = telling(mention.words)
        shares = [(_share(said, words), fact) for fact, words in recorded if said and words]
        shares += [(_in_order(mention.words, words), fact) for fact, words in worded] if mention.direct else []
        score, fact = max(shares, key=lambda one: (one[0], one[1].key), default=(0.0, None))
        if fact is None or score < FIRM:
            yield _link(mention, None, score, stage)
        else:
            yield _link(mention, fact, score, stage)


def telling(text: str) -> frozenset[str]:
    """The stems of a quotation that are not merely grammar."""
    return frozenset(one for word in fold_words(text) if (one := stem(word)) not in LEXICON.light)


def _share(one: frozenset[str], two: frozenset[str]) -> float:
    """The shared part of the shorter; two common words alone are no sign of one statement."""
    shared = one & two
    return len(shared) / min(len(one), len(two)) if len(shared) >= FEWEST else 0.0


def _is_passed_on(mention: QuoteMention, stage: Stage) -> bool:
    """Whoever stands beside the words quotes another: "Hale quoted his forward as saying"."""
    near = stage.reading.text[max(0, mention.start - BESIDE) : mention.end + BESIDE]
    return bool(_QUOTING & set(fold_words(near)))


def _in_order(one: str, two: str) -> float:
    """Another translation of a short saying: its frame is the same ("small steps to more decisive steps")."""
    said, held = [list(map(stem, fold_words(text))) for text in (one, two)]
    longest, shortest = max(len(said), len(held)), min(len(said), len(held))
    if shortest < FRAME or longest > 3 * FRAME:
        return 0.0
    shared = [
        said[at]
        for code in LCSseq.opcodes(said, held)
        if code.tag == "equal"
        for at in range(code.src_start, code.src_end)
    ]
    telling_words = [word for word in shared if word not in LEXICON.light]
    share = len(shared) / longest
    return FIRM if len(telling_words) >= FEWEST and share >= 0.6 else 0.0


def _link(mention: QuoteMention, known: Fact | None, score: float, stage: Stage) -> Link:
    why = phrase("linked by its words") if known else phrase("no recorded quote has these words")
    speaker = mention.speaker.name if mention.speaker else ""
    value = Quote(mention.words, mention.direct)
    return Link(
        "quote",
        mention.start,
        mention.end,
        mention.words,
        value,
        known,
        round(score, 2),
        why,
        firm=score >= 0.75 and _is_here(mention, stage) and not _is_passed_on(mention, stage),
        claimant=speaker,
        spoken=_with_speaker(mention, stage),
    )


def _is_here(mention: QuoteMention, stage: Stage) -> bool:
    """Whether the speaker is named in a sentence the quotation stands in, of which it may fill more than one.

    One named in another sentence was reached through a pronoun or a guess: enough to ask, not to alert.
    """
    if mention.speaker is None:
        return True
    number_at = stage.passage.number_at
    return number_at(mention.start) <= number_at(mention.speaker.start) <= number_at(mention.end)


def _with_speaker(mention: QuoteMention, stage: Stage) -> Stretch | None:
    """From the quotation to whoever spoke it, where the two stand together: a wrong name is where the error is."""
    if mention.speaker is None:
        return None
    start, end = min(mention.start, mention.speaker.start), max(mention.end, mention.speaker.end)
    is_near = end - start <= mention.end - mention.start + mention.speaker.end - mention.speaker.start + WITHIN
    is_alone = not any(one.direct and one is not mention and start < one.start < end for one in stage.reading.quotes)
    return Stretch(start, end, stage.reading.text[start:end]) if is_near and is_alone else None
