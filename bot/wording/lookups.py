"""Answers of the look-ups to screens: answer first, support second, dissent third, the rest below."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain

from bot.answers import (
    AliasView,
    Answer,
    Choice,
    Choices,
    Cluster,
    EventView,
    FactView,
    FigureAnswer,
    FindAnswer,
    Greeting,
    Nothing,
    QuoteAnswer,
    SourcesAnswer,
    Support,
    TimelineAnswer,
    Voice,
    WhenAnswer,
    WhoAnswer,
)
from bot.record import Discrepancy, Entity, Level, Rank, Scope, Source, State, local_id
from bot.screen import Button, Line, Screen, Span, Style, line, strong
from bot.values import PartialDate
from bot.wording.language import Language

VOICES_SHOWN = 4
SECTION_SHOWN = 6
DISSENT_SHOWN = 3


def answer_screen(answer: Answer, say: Language) -> Screen:
    """The screen of any look-up's answer in a language."""
    match answer:
        case WhoAnswer():
            return who_screen(answer, say)
        case WhenAnswer():
            return when_screen(answer, say)
        case SourcesAnswer():
            return sources_screen(answer, say)
        case FigureAnswer():
            return figure_screen(answer, say)
        case QuoteAnswer():
            return quote_screen(answer, say)
        case TimelineAnswer():
            return timeline_screen(answer, say)
        case FindAnswer():
            return find_screen(answer, say)
        case Choices():
            return choices_screen(answer, say)
        case Nothing():
            return nothing_screen(answer, say)


def greeting_screen(greeting: Greeting, say: Language) -> Screen:
    """The first lines of a desk."""
    held = say(
        "{entities} names and events, {facts} facts, {sources} sources; {open} discrepancies open",
        entities=greeting.entities,
        facts=greeting.facts,
        sources=greeting.sources,
        open=greeting.open,
    )
    stories = "; ".join(greeting.stories) or say("no story yet: `load FOLDER` brings one")
    return Screen(head=line(strong("Stet"), f" · {stories}"), support=(line(held),))


def who_screen(answer: WhoAnswer, say: Language) -> Screen:
    """One person, organisation or place."""
    entity = answer.entity
    titles = [view.recorded.written for view in answer.roles] or ([entity.role] if entity.role else [])
    head = line(strong(entity.label), *([Span(f" · {titles[0]}")] if titles else []))
    told = (*answer.roles, *answer.facts, *answer.said)
    more = say("and {count} more: `sources {name}`", count="{count}", name=entity.label)
    dated = say("and {count} more: `timeline {name}`", count="{count}", name=entity.label)
    quoted = say("and {count} more: `quote {name}`", count="{count}", name=entity.label)
    return Screen(
        head=head,
        support=(_support_line(answer.support, say), *_alias_lines(answer.aliases, say)),
        dissent=_dissent_lines(chain.from_iterable(view.dissent for view in told), say),
        body=(
            *_section(say("Roles"), (_fact_line(view, say) for view in answer.roles), more),
            *_section(say("Facts"), (_fact_line(view, say) for view in answer.facts), more),
            *_section(say("Events"), (_event_line(view, say) for view in answer.events), dated),
            *_section(say("Said"), (_fact_line(view, say, subject=True) for view in answer.said), quoted),
        ),
        buttons=(
            Button(say("Sources"), "sources", entity.label),
            Button(say("Timeline"), "timeline", entity.label),
            *_dissent_buttons(told, say),
        ),
    )


def when_screen(answer: WhenAnswer, say: Language) -> Screen:
    """The date of an event, the dates that compete with it, its neighbours."""
    event = answer.event
    around = _neighbours(answer, say)
    if not answer.dates:
        date = say.date(event.date) if event.date else say("no date recorded")
        return Screen(head=line(strong(date), f" · {event.label}"), body=around)
    first, rest = answer.dates[0], answer.dates[1:]
    return Screen(
        head=line(strong(_value_text(first.recorded, say)), f" · {_about(first)}", *_differ(first, say)),
        support=(_voices_line(first, say),),
        dissent=_dissent_lines(chain.from_iterable(view.dissent for view in answer.dates), say),
        body=(*(_fact_line(view, say) for view in rest), *around),
        buttons=(
            Button(say("Sources"), "sources", event.label),
            Button(say("Timeline"), "timeline", event.label),
            *_dissent_buttons(answer.dates, say),
        ),
    )


def sources_screen(answer: SourcesAnswer, say: Language) -> Screen:
    """Which sources speak of something, with their exact words."""
    body: list[Line] = []
    for view in answer.facts:
        body.append(line(strong(_value_text(view.recorded, say)), f" · {_about(view)}", *_differ(view, say)))
        body.extend(line("  ", *voice_spans(voice, say)) for voice in view.voices)
    if answer.kept:
        body.append(line(Span(_kept_text(answer.kept, say), Style.DIM)))
    return Screen(
        head=line(strong(answer.topic), f" · {support_text(answer.support, say)}"),
        dissent=_dissent_lines(chain.from_iterable(view.dissent for view in answer.facts), say),
        body=tuple(body),
        buttons=_dissent_buttons(answer.facts, say),
    )


def _kept_text(kept: Sequence[Source], say: Language) -> str:
    commands = ", ".join(say("`show {source}`", source=local_id(one.key)) for one in kept[:VOICES_SHOWN])
    more = len(kept) - VOICES_SHOWN
    rest = say(" and {count} more", count=more) if more > 0 else ""
    return say("the texts as they were read: {commands}", commands=commands) + rest


def figure_screen(answer: FigureAnswer, say: Language) -> Screen:
    """One figure, every claim of it, and what is safe to print."""
    view = answer.view
    if answer.safe:
        safe = line(say("safe to print: "), strong(answer.safe))
    else:
        safe = line(say("sources contradict each other: attribute each figure"))
    chosen = line(Span(say("stands because: ") + say.phrase(view.why), Style.DIM))
    return Screen(
        head=line(strong(_value_text(view.recorded, say)), f" · {_about(view)}", *_differ(view, say)),
        support=(_support_line(view.support, say), safe),
        dissent=_dissent_lines(view.dissent, say),
        body=(*(line("  ", *voice_spans(voice, say)) for voice in view.voices), chosen),
        buttons=(Button(say("Sources"), "sources", local_id(view.fact.key)), *_dissent_buttons([view], say)),
    )


def quote_screen(answer: QuoteAnswer, say: Language) -> Screen:
    """Who said it, in which wordings, and who else is named as the speaker."""
    first, rest = answer.quotes[0], answer.quotes[1:]
    speakers = _speakers(first.recorded) or [first.subject]
    return Screen(
        head=line(strong(f"“{first.recorded.written}”"), f" · {', '.join(speakers)}", *_differ(first, say)),
        support=(_voices_line(first, say),),
        dissent=_dissent_lines(chain.from_iterable(view.dissent for view in answer.quotes), say),
        body=tuple(_quote_line(view) for view in rest),
        buttons=(Button(say("Sources"), "sources", local_id(first.fact.key)), *_dissent_buttons(answer.quotes, say)),
    )


def timeline_screen(answer: TimelineAnswer, say: Language) -> Screen:
    """Dates in order, disputed ones marked in words."""
    mark = Span(" " + say("(disputed)"), Style.ALERT)
    lines = (
        line(strong(say.date(one.date)), f" · {one.label}", *([mark] if one.disputed else [])) for one in answer.entries
    )
    count = say("{count} dates", count=len(answer.entries))
    return Screen(head=line(strong(answer.topic), f" · {count}"), body=tuple(lines))


def find_screen(answer: FindAnswer, say: Language) -> Screen:
    """What full text found."""
    lines = (line(f"{say(hit.kind)} ", strong(hit.label), *_excerpt(hit.excerpt)) for hit in answer.hits)
    count = say("{count} found", count=len(answer.hits))
    return Screen(head=line(strong(answer.query), f" · {count}"), body=tuple(lines))


def choices_screen(answer: Choices, say: Language) -> Screen:
    """Several plausible matches, offered and not guessed."""
    return Screen(
        head=line(say("Which one? {count} match", count=len(answer.choices)), " ", strong(answer.query)),
        body=_choice_lines(answer.choices, say),
        buttons=tuple(Button(one.text, answer.verb, one.text) for one in answer.choices[:4]),
    )


def nothing_screen(answer: Nothing, say: Language) -> Screen:
    """Nothing found: what was searched and the nearest names."""
    searched = f" ({say('searched')}: {say.phrase(answer.searched)})"
    head = line(say("Nothing recorded for"), " ", strong(answer.query), searched)
    if not answer.nearest:
        return Screen(head=head)
    return Screen(head=head, support=(line(say("nearest:")),), body=_choice_lines(answer.nearest, say))


def _choice_lines(choices: Iterable[Choice], say: Language) -> tuple[Line, ...]:
    return tuple(line("  ", strong(one.text), f" · {say.phrase(one.label)}") for one in choices)


def _support_line(support: Support, say: Language) -> Line:
    return line(support_text(support, say))


def support_text(support: Support, say: Language) -> str:
    """How many speak, nought left out: "3 outlets, 2 origins, 1 claimant"."""
    parts = (
        (support.outlets, "{count} outlet", "{count} outlets"),
        (support.origins, "{count} origin", "{count} origins"),
        (support.claimants, "{count} claimant", "{count} claimants"),
    )
    return ", ".join(say(one if count == 1 else many, count=count) for count, one, many in parts if count)


def _alias_lines(aliases: Sequence[AliasView], say: Language) -> tuple[Line, ...]:
    if not aliases:
        return ()
    shown = "; ".join(
        one.alias.name + (f" ({', '.join(one.outlets)})" if one.outlets else f" ({say(one.alias.kind.value)})")
        for one in aliases
    )
    return (line(say("also: "), shown),)


def _section(title: str, lines: Iterable[Line], more: str) -> tuple[Line, ...]:
    listed = tuple(lines)
    rest = len(listed) - SECTION_SHOWN
    ellipsis = (line(Span("  " + more.replace("{count}", str(rest)), Style.DIM)),) if rest > 0 else ()
    return (line(Span(title, Style.DIM)), *listed[:SECTION_SHOWN], *ellipsis) if listed else ()


def _fact_line(view: FactView, say: Language, *, subject: bool = False) -> Line:
    about = _about(view) if subject else f"{view.fact.property}{scope_text(view.fact.scope)}"
    outlets = ", ".join(dict.fromkeys(voice.source.label for voice in view.recorded.voices))
    return line("  ", f"{about}: ", strong(_value_text(view.recorded, say)), f" ({outlets})", *_differ(view, say))


def _event_line(view: EventView, say: Language) -> Line:
    date = say.date(view.event.date) if view.event.date else say("no date recorded")
    role = f" ({view.role})" if view.role else ""
    return line("  ", strong(date), f" · {view.event.label}{role}")


def _quote_line(view: FactView) -> Line:
    speakers = _speakers(view.recorded) or [view.subject]
    return line("  ", strong(f"“{view.recorded.written}”"), f" · {', '.join(speakers)}")


def _speakers(cluster: Cluster) -> list[str]:
    return list(dict.fromkeys(voice.claimant for voice in cluster.voices if voice.claimant))


def _about(view: FactView) -> str:
    subject = f" · {view.subject}" if view.subject else ""
    return f"{view.fact.property}{scope_text(view.fact.scope)}{subject}"


def scope_text(scope: Scope) -> str:
    """A fact's scope in brackets: " (Ukrainian citizens)"."""
    return f" ({', '.join(value for _, value in scope)})" if scope else ""


def _value_text(cluster: Cluster, say: Language) -> str:
    value = cluster.voices[0].claim.value
    if isinstance(value, PartialDate) and (value.start or value.end):
        return say.date(value)
    return cluster.written


def _differ(view: FactView, say: Language) -> tuple[Span, ...]:
    against = {key for one in view.dissent if one.comparison.level is Level.ALERT for key in _losing(one, view)}
    differing = {voice.source.key for voice in view.voices if voice.claim.key in against}
    if not differing:
        return ()
    total = len({voice.source.key for voice in view.voices})
    text = say("{some} of {all} sources differ", some=len(differing), all=total)
    return (Span(f" · {text}", Style.ALERT),)


def _losing(discrepancy: Discrepancy, view: FactView) -> tuple[str, ...]:
    recorded = {voice.claim.key for voice in view.recorded.voices}
    if recorded & set(discrepancy.recorded.claims):
        return discrepancy.new.claims
    return discrepancy.recorded.claims if recorded & set(discrepancy.new.claims) else ()


def _voices_line(view: FactView, say: Language) -> Line:
    voices = view.voices
    shown = [
        span for voice in voices[:VOICES_SHOWN] for span in (" · ", _linked(voice.source), f": “{voice.claim.written}”")
    ]
    more = say(" · {count} more", count=len(voices) - VOICES_SHOWN) if len(voices) > VOICES_SHOWN else ""
    return line(support_text(view.support, say), *shown, more)


def _linked(source: Source) -> Span:
    return Span(source.label, url=source.url or source.archive)


def voice_spans(voice: Voice, say: Language) -> tuple[Span, ...]:
    """One claim as shown everywhere: outlet, value, claimant, as-of, place, exact words."""
    claim, source = voice.claim, voice.source
    details = [
        say("says {name}", name=voice.claimant) if voice.claimant else "",
        say("as of {date}", date=say.date(claim.as_of)) if claim.as_of else "",
        claim.evidence.locator,
        f"“{claim.evidence.words}”" if claim.evidence.words else "",
        say("origin {name}", name=source.origin.removeprefix(f"{source.story}/")) if source.origin else "",
        say("set aside: {reason}", reason=claim.why) if claim.rank is Rank.DEPRECATED else "",
        say("proposed") if claim.standing.value == "proposed" else "",
    ]
    rest = " · ".join(text for text in details if text)
    return (
        _linked(source),
        Span(": "),
        strong(f"“{claim.written}”"),
        Span(f" · {rest}" if rest else ""),
    )


def _dissent_lines(discrepancies: Iterable[Discrepancy], say: Language) -> tuple[Line, ...]:
    """What disagrees, the gravest first: a few lines, and how to see the rest."""
    seen = {one.number: one for one in discrepancies if one.comparison.level is not Level.SILENCE}
    ordered = sorted(seen.values(), key=lambda one: (one.state is not State.OPEN, one.comparison.level is Level.NOTE))
    rest = [str(one.number) for one in ordered[DISSENT_SHOWN:]]
    more = say("and {count} more: `discrepancies` {numbers}", count=len(rest), numbers=", ".join(rest))
    tail = (line(Span(more, Style.DIM)),) if rest else ()
    return (*(dissent_line(one, say) for one in ordered[:DISSENT_SHOWN]), *tail)


def dissent_line(one: Discrepancy, say: Language) -> Line:
    """One line for one discrepancy: state, number, both sides, counts and reason; colour is never alone."""
    if one.state is State.JUDGED and one.judgement:
        made = one.judgement
        ruling = say("{ruling}, by {name}: {reason}", ruling=say(made.ruling.value), name=made.by, reason=made.reason)
        return line(Span(say("judged {number}: ", number=one.number), Style.GOOD), f"{_sides(one, say)} · {ruling}")
    style = Style.ALERT if one.comparison.level is Level.ALERT else Style.NOTE
    mark = (
        say("! open {number}: ", number=one.number)
        if style is Style.ALERT
        else say("note {number}: ", number=one.number)
    )
    again = f" · {say.phrase(one.reopened)}" if one.reopened else ""
    return line(Span(mark, style), f"{_disagreement(one, say)}{again}")


def _disagreement(one: Discrepancy, say: Language) -> str:
    """Why two sides disagree and how many stand on each; a reason that shows both need not be preceded by them."""
    why = say.phrase(one.comparison.why)
    ours, theirs = why.find(one.recorded.written), why.find(one.new.written)
    if min(ours, theirs) < 0:
        return f"{_sides(one, say)} · {why}"
    if ours == theirs:  # the same words in two mouths: nobody could tell which of them a count is of
        return why
    return f"{why} ({_counts(one, say, turned=theirs < ours)})"


def _sides(one: Discrepancy, say: Language) -> str:
    return f"“{one.recorded.written}” / “{one.new.written}” ({_counts(one, say)})"


def _counts(one: Discrepancy, say: Language, *, turned: bool = False) -> str:
    counts = [len(one.recorded.claims), len(one.new.claims)]
    first, second = reversed(counts) if turned else counts
    return say("{ours} against {theirs}", ours=first, theirs=second)


def _dissent_buttons(views: Iterable[FactView], say: Language) -> tuple[Button, ...]:
    first = next((d for view in views for d in view.dissent if d.state is State.OPEN), None)
    return (Button(say("Open discrepancy"), "discrepancies", str(first.number)),) if first else ()


def _neighbours(answer: WhenAnswer, say: Language) -> tuple[Line, ...]:
    pairs: tuple[tuple[str, Entity | None], ...] = ((say("before: "), answer.before), (say("after: "), answer.after))
    return tuple(
        line(Span(word, Style.DIM), f"{say.date(event.date)} · {event.label}")
        for word, event in pairs
        if event and event.date
    )


def _excerpt(text: str) -> tuple[Span, ...]:
    return (Span(f" · {text}"),) if text else ()
