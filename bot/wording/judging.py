"""Discrepancies, alerts, judgements and histories to screens: both sides, the exact words, and how to settle it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from bot.answers import (
    AlertsAnswer,
    AlertView,
    ComparedVoices,
    DiscrepanciesAnswer,
    DiscrepancyView,
    HistoryAnswer,
    JudgeAnswer,
    Loss,
    RetractAnswer,
    Support,
    Voice,
    WhyAnswer,
)
from bot.phrase import Phrase
from bot.record import FactKind, Level, State, local_id
from bot.screen import Button, Line, Screen, Span, Style, line, strong
from bot.values import reach_of
from bot.wording.language import Language
from bot.wording.lookups import scope_text, support_text, voice_spans

VOICES = 3


def discrepancies_screen(answer: DiscrepanciesAnswer, say: Language) -> Screen:
    """A line for each discrepancy: number, level, fact, both values, counts."""
    if not answer.shown:
        return Screen(line(say("no discrepancy to show"), f" · {say('{count} open', count=answer.open)}"))
    counts = f"{say('{count} shown', count=len(answer.shown))} · {say('{count} open', count=answer.open)}"
    return Screen(
        line(strong(say("Discrepancies")), f" · {counts}"), body=tuple(_row(one, say) for one in answer.shown)
    )


def discrepancy_screen(view: DiscrepancyView, say: Language) -> Screen:
    """One discrepancy as a card: what it is about, both sides with their exact words, why, and what can be done."""
    held = view.discrepancy
    body = [*_side(say("recorded"), view.recorded, say), *_side(say("new"), view.new, say)]
    body.append(line(Span(f"{say('why'):<10}", Style.DIM), say.phrase(held.comparison.why)))
    if held.reopened:
        body.append(line(Span(f"{say('reopened'):<10}", Style.ALERT), say.phrase(held.reopened)))
    if held.judgement:
        body.append(_judged(view, say))
    head = line(_mark(view, say), strong(f"  {about(view)}"), Span(f"  {_state(view, say)}"))
    return Screen(head, body=tuple(body), buttons=_buttons(view, say))


def alert_screen(alert: AlertView, say: Language) -> Screen:
    """An alert to be told: the card of its discrepancy."""
    return discrepancy_screen(alert.view, say)


def alerts_screen(answer: AlertsAnswer, say: Language) -> Screen:
    """New alerts, a line each, as they are told in passing; nothing but an empty head where there are none."""
    lines = [_told(alert, say) for alert in answer.alerts]
    if answer.unsure:
        numbers = ", ".join(map(str, answer.unsure))
        text = say(
            "the desk stopped while telling alerts; see the discrepancies {numbers} in any case", numbers=numbers
        )
        lines.append(line(Span(text, Style.NOTE)))
    if not lines:
        return Screen(line())
    head, *rest = lines
    return Screen(head, body=tuple(rest))


def outbox_screen(answer: AlertsAnswer, say: Language) -> Screen:
    """Every alert there ever was, and whether it was delivered."""
    if not answer.alerts:
        return Screen(line(say("there has been no alert yet")))
    body = (
        line(
            f"{alert.created_at:%Y-%m-%d %H:%M}  ",
            say("delivered") if alert.delivered_at else say("not delivered yet"),
            " · ",
            *_told(alert, say),
        )
        for alert in answer.alerts
    )
    return Screen(line(say("{count} alerts", count=len(answer.alerts))), body=tuple(body))


def judge_screen(answer: JudgeAnswer, say: Language) -> Screen:
    """What was decided and what it did to the record."""
    head = line(strong(_state(answer.view, say)), f" · {about(answer.view)}")
    lines = [line("  ", say.phrase(effect)) for effect in answer.effects]
    lines += _others(answer.reopened, answer.gone, say)
    return Screen(head, body=tuple(lines))


def why_screen(answer: WhyAnswer, say: Language) -> Screen:
    """The rule behind a discrepancy, its version, and every pair of claims that went into it."""
    held = answer.view.discrepancy
    rule = say("rule {rule}, version {version}", rule=held.comparison.rule, version=held.comparison.version)
    head = line(strong(say("discrepancy {number}", number=held.number)), f" · {about(answer.view)}")
    support = (line(f"{say(held.comparison.verdict)} ({say(held.comparison.level)}) · {rule}"),)
    reason = line(say.phrase(held.comparison.why))
    body = [reason, *(part for one in answer.compared for part in _pair(one, say))]
    return Screen(head, support=support, body=tuple(body))


def history_screen(answer: HistoryAnswer, say: Language) -> Screen:
    """What happened, oldest first."""
    body = (
        line(
            Span(f"{one.at:%Y-%m-%d %H:%M}  ", Style.DIM),
            say.phrase(one.what),
            f" · {one.by}" + (f" · {_reason(one.why, say)}" if one.why else ""),
        )
        for one in answer.entries
    )
    count = say("{count} entries", count=len(answer.entries))
    return Screen(line(strong(answer.topic), f" · {count}"), body=tuple(body))


def _reason(why: Phrase | str, say: Language) -> str:
    """A person's own words as they are, the desk's in the reader's language."""
    return say.phrase(why) if isinstance(why, Phrase) else why


def retract_screen(answer: RetractAnswer, say: Language) -> Screen:
    """What a retracted source took with it: lost support, values that changed, discrepancies that fell away."""
    head = line(
        strong(say("{source} is retracted", source=answer.source.label)),
        f" · {say('{count} claims', count=answer.claims)}",
    )
    lost = [one for one in answer.losses if not one.after]
    turned = [one for one in answer.losses if one.after and one.after != one.before]
    kept = [one for one in answer.losses if one.after == one.before]
    body = [
        *_losses(say("no source is left for:"), lost, say),
        *_losses(say("the desk now stands by another value:"), turned, say),
        *_losses(say("less support, the same value:"), kept, say),
        *_others(answer.reopened, answer.gone, say),
    ]
    return Screen(head, body=tuple(body))


def about(view: DiscrepancyView) -> str:
    """What a discrepancy is about: property, scope and subject."""
    return f"{view.fact.property}{scope_text(view.fact.scope)} · {view.subject}"


def _row(view: DiscrepancyView, say: Language) -> Line:
    held = view.discrepancy
    state = "" if held.state is State.OPEN and not held.reopened else f" · {_state(view, say)}"
    return line(f"{held.number:>4}  ", _mark(view, say), "  ", strong(about(view)), f"  {_sides(view, say)}{state}")


def _sides(view: DiscrepancyView, say: Language) -> str:
    held = view.discrepancy
    ours, theirs = _sources(view.recorded), _sources(view.new)
    one, two = _said(held.recorded.written, view.recorded, view), _said(held.new.written, view.new, view)
    return f"{one} / {two} " + say("({ours} against {theirs})", ours=ours, theirs=theirs)


def _said(written: str, voices: Sequence[Voice], view: DiscrepancyView) -> str:
    """A side's value; of a quote also who is said to have said it, which may be all that differs."""
    speaker = voices[0].claimant if voices and view.fact.kind is FactKind.QUOTE else ""
    return f"“{written}” ({speaker})" if speaker else f"“{written}”"


def _sources(voices: Iterable[Voice]) -> int:
    return len({voice.source.key for voice in voices})


def _mark(view: DiscrepancyView, say: Language) -> Span:
    """The level in a word: colour is never alone."""
    if view.discrepancy.comparison.level is Level.ALERT:
        return Span(say("ALERT"), Style.ALERT)
    return Span(say("note "), Style.NOTE)


def _state(view: DiscrepancyView, say: Language) -> str:
    held = view.discrepancy
    if held.state is State.JUDGED and held.judgement:
        return say("discrepancy {number} · judged “{ruling}”", number=held.number, ruling=say(held.judgement.ruling))
    if held.state is State.SNOOZED and held.until:
        return say("discrepancy {number} · put away until {day}", number=held.number, day=say.day(held.until.date()))
    if held.state is State.GONE:
        return say("discrepancy {number} · closed, nothing differs any more", number=held.number)
    if held.reopened:
        return say("discrepancy {number} · open again", number=held.number)
    return say("discrepancy {number} · open", number=held.number)


def _side(name: str, voices: Sequence[Voice], say: Language) -> list[Line]:
    shown = voices[:VOICES]
    lines = [
        line(Span(f"{name if place == 0 else '':<10}", Style.DIM), *voice_spans(voice, say))
        for place, voice in enumerate(shown)
    ]
    origins = {voice.source.origin or voice.source.key for voice in voices}
    claimants = {voice.claimant for voice in voices if voice.claimant}
    support = Support(len({voice.source.label for voice in voices}), len(origins), len(claimants))
    more = say(" · {count} more", count=len(voices) - VOICES) if len(voices) > VOICES else ""
    lines.append(line(f"{'':<10}({support_text(support, say)}{more})"))
    return lines


def _judged(view: DiscrepancyView, say: Language) -> Line:
    made = view.discrepancy.judgement
    assert made is not None
    text = say(
        "“{ruling}” by {name} on {day}: {reason}",
        ruling=say(made.ruling.value),
        name=made.by,
        day=say.day(made.at.date()),
        reason=made.reason,
    )
    evidence = f" · {made.evidence}" if made.evidence else ""
    return line(Span(f"{say('judged'):<10}", Style.GOOD), text + evidence)


def _buttons(view: DiscrepancyView, say: Language) -> tuple[Button, ...]:
    number = view.discrepancy.number
    if view.discrepancy.state is State.JUDGED:
        return (Button(say("Undo"), "undo", str(number)), Button(say("Why"), "why", str(number)))
    named = (
        (say("Recorded right"), "recorded right"),
        (say("New right"), "new right"),
        (say("Two events"), "two events"),
    )
    judge = tuple(Button(label, "judge", f"{number} {ruling}") for label, ruling in named)
    return (*judge, Button(say("Why"), "why", str(number)), Button(say("Snooze"), "snooze", str(number)))


def _told(alert: AlertView, say: Language) -> Line:
    view = alert.view
    held = view.discrepancy
    again = f" · {say('again')}: {say.phrase(held.reopened)}" if alert.kind != "opened" and held.reopened else ""
    return line(
        Span(say("ALERT {number}", number=held.number), Style.ALERT),
        " ",
        strong(about(view)),
        f": {_sides(view, say)} · {say.phrase(held.comparison.why)}{again}",
    )


def _pair(one: ComparedVoices, say: Language) -> list[Line]:
    rule = say("rule {rule}, version {version}", rule=one.comparison.rule, version=one.comparison.version)
    return [
        line(),
        line(*voice_spans(one.old, say), Span(_normal(one.old), Style.DIM)),
        line(*voice_spans(one.new, say), Span(_normal(one.new), Style.DIM)),
        line(f"  {one.comparison.verdict} ({one.comparison.level}) · {rule} · {say.phrase(one.comparison.why)}"),
    ]


def _normal(voice: Voice) -> str:
    """What the rule saw: the interval of a figure or the days of a date."""
    value = voice.claim.value
    edtf = getattr(value, "edtf", "")
    if edtf:
        return f"  [{edtf}]"
    reach = reach_of(value)
    if reach is None:
        return ""
    low, high = ("…" if end is None else f"{end.normalize():f}" for end in reach)
    return f"  [{low}, {high}]"


def _losses(title: str, losses: Sequence[Loss], say: Language) -> list[Line]:
    if not losses:
        return []
    rows = [
        line(
            "  ",
            strong(f"{one.fact.property}{scope_text(one.fact.scope)}"),
            f" · {one.subject}: “{one.before}”" + (f" → “{one.after}”" if one.after not in ("", one.before) else ""),
            f" · {support_text(one.support, say)}" if one.after else f" · {local_id(one.fact.key)}",
        )
        for one in losses
    ]
    return [line(Span(title, Style.DIM)), *rows]


def _others(reopened: Sequence[int], gone: Sequence[int], say: Language) -> list[Line]:
    sets = ((say("open again: {numbers}"), reopened), (say("fallen away: {numbers}"), gone))
    return [line(text.format(numbers=", ".join(map(str, numbers)))) for text, numbers in sets if numbers]
