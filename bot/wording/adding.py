"""What adding a source proposes and did, as screens."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bot.phrase import Phrase
from bot.record import Claim, Fact, Source, local_id
from bot.screen import Line, Screen, Span, Style, line, strong
from bot.wording.language import Language


def added_screen(
    source: Source,
    recorded: Sequence[Claim],
    proposed: Sequence[Claim],
    changes: Sequence[tuple[str, str, str]],
    facts: Mapping[str, Fact],
    say: Language,
) -> Screen:
    """What was recorded and what waits; `changes` are fact, words before and after of a source's new version."""
    counts = say("{recorded} claims recorded, {proposed} proposed", recorded=len(recorded), proposed=len(proposed))
    ready = say("`proposed {source}` lists what waits; `accept` or `drop` it", source=local_id(source.key))
    return Screen(
        head=line(strong(source.label), f" · {counts}"),
        support=(line(ready),) if proposed else (),
        dissent=tuple(_change_line(one, facts, say) for one in changes),
        body=tuple(_claim_line(claim, facts) for claim in recorded),
    )


def unchanged_screen(source: Source, say: Language) -> Screen:
    """Adding the same text again."""
    return Screen(head=line(strong(source.label), " · ", say("recorded already with this very text; nothing changed")))


def proposal_screen(
    claim: Claim, fact: Fact | None, why: Phrase | None, place: str, say: Language, *, sure: bool
) -> Screen:
    """One claim read in a text, for an editor to accept, correct or drop."""
    mark = Span(say("sure"), Style.GOOD) if sure else Span(say("not sure"), Style.NOTE)
    about = f"{fact.property} ({local_id(fact.key)})" if fact else local_id(claim.fact)
    support = (line("  ", say.phrase(why)),) if why else ()
    return Screen(
        head=line(strong(f"“{claim.written}”"), f" · {about} · ", mark), support=(line("  ", place), *support)
    )


def proposed_screen(claims: Sequence[Claim], facts: Mapping[str, Fact], say: Language) -> Screen:
    """Claims that wait for somebody to accept or drop them, with the ids to type."""
    head = line(say("{count} claims wait to be accepted or dropped", count=len(claims)))
    rows = (line(strong(local_id(claim.key)), "  ", *_claim_line(claim, facts)) for claim in claims)
    return Screen(head=head, body=tuple(rows))


def settled_screen(claim: Claim, facts: Mapping[str, Fact], say: Language, *, accepted: bool) -> Screen:
    """A proposed claim after it was accepted or dropped."""
    return Screen(head=line(say("recorded: ") if accepted else say("dropped: "), *_claim_line(claim, facts)))


def _claim_line(claim: Claim, facts: Mapping[str, Fact]) -> Line:
    fact = facts.get(claim.fact)
    about = fact.property if fact else local_id(claim.fact)
    return line(strong(f"“{claim.written}”"), f" · {about} ({local_id(claim.fact)}) · {claim.evidence.locator}")


def _change_line(change: tuple[str, str, str], facts: Mapping[str, Fact], say: Language) -> Line:
    key, before, after = change
    fact = facts.get(key)
    template = "was “{before}”, now “{after}”" if after else "no longer said: “{before}”"
    told = say(template, before=before, after=after)
    return line(Span(say("changed: "), Style.ALERT), f"{fact.property if fact else local_id(key)}: {told}")
