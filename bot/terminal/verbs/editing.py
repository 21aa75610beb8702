"""The record edited by hand, from the terminal: rows added, edited and retracted, names merged and kept apart."""

from __future__ import annotations

import argparse
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING

from bot.desk import Desk
from bot.record import AliasKind, Behaviour, EntityKind, FactKind, Rank
from bot.terminal.output import Output
from bot.terminal.verb import Run, Verb
from bot.terminal.verbs.judging import show_and_tell
from bot.wording.editing import apart_screen, claims_screen, edited_screen, merged_screen, same_screen
from bot.wording.language import language

if TYPE_CHECKING:
    from bot.desk.editing import Edited
    from bot.desk.filling import ClaimWords, EntityWords, FactWords, SourceWords
    from bot.desk.merging import ApartPair, Merged

    Subparsers = argparse._SubParsersAction[argparse.ArgumentParser]

Step = Callable[[Desk, argparse.Namespace], Awaitable["Edited"]]
ENTITY_OPTIONS = {
    "role": "what they are, such as “special envoy”",
    "date": "an event's date, such as 2025-09-11 or September 2025",
    "place": "where an event was",
    "people": "who takes part in an event: NAME=ROLE, NAME=ROLE",
    "words": "words by which an event is known, apart by commas",
}
FACT_OPTIONS = {
    "unit": "what is counted, such as people or USD",
    "scope": "which part it is about: NAME=VALUE, such as nationality=Ukrainian",
    "part-of": "the fact it is a part of",
    "words": "words by which it is known, apart by commas",
}
SOURCE_OPTIONS = {
    "url": "where it stands",
    "author": "who wrote it",
    "published": "when, such as 2025-12-13",
    "origin": "the source of the record, wire or document it derives from; - for none",
    "reliability": "A-F and 1-6, such as B2",
    "language": "its language, such as en",
    "archive": "a link to a copy in an archive, should the page go",
}
CLAIM_OPTIONS = {
    "claimant": "who says it, apart from the outlet",
    "as-of": "when it held, such as 2025-12-13",
    "locator": "where it stands, such as “paragraph 4”",
    "quote": "the exact words",
}
ENTITIES = tuple(kind.value for kind in EntityKind)


async def _run(desk: Desk, arguments: argparse.Namespace, output: Output) -> int:
    status: int = await arguments.step(desk, arguments, output)
    return status


def _editing(step: Step) -> Run:
    """A step that edits a row, with its answer shown and the alerts it gave rise to."""

    async def run(desk: Desk, arguments: argparse.Namespace, output: Output) -> int:
        done = await step(desk, arguments)
        changes = [(one.field, one.before, one.after) for one in done.changes]
        numbers = (*done.opened, *done.reopened)
        screen = edited_screen(done.row, done.act, changes, numbers, language(desk.settings.desk.language))
        await show_and_tell(desk, output, done, screen)
        return 0

    return run


async def _add(desk: Desk, given: argparse.Namespace) -> Edited:
    from bot.desk import editing

    match given.table:
        case "story":
            return await editing.add_story(desk, given.name, given.language or "")
        case "fact":
            return await editing.add_fact(desk, _fact_words(given, given.of), given.story)
        case "source":
            return await editing.add_source(desk, _source_words(given, given.name), given.story)
    return await editing.add_entity(desk, given.table, _entity_words(given), given.story)


async def _edit(desk: Desk, given: argparse.Namespace) -> Edited:
    from bot.desk import editing

    match given.table:
        case "fact":
            return await editing.edit_fact(desk, given.asked, _fact_words(given, given.of), given.why)
        case "source":
            return await editing.edit_source(desk, given.asked, _source_words(given, given.outlet), given.why)
        case "claim":
            return await editing.edit_claim(desk, given.asked, _claim_words(given), given.why)
    return await editing.edit_entity(desk, given.asked, _entity_words(given), given.why)


async def _claim(desk: Desk, given: argparse.Namespace) -> Edited:
    from bot.desk.editing import add_claim

    return await add_claim(desk, _claim_words(given))


async def _alias(desk: Desk, given: argparse.Namespace) -> Edited:
    from bot.desk.editing import add_alias

    return await add_alias(desk, given.entity, (given.name, given.kind), given.source)


async def _unalias(desk: Desk, given: argparse.Namespace) -> Edited:
    from bot.desk.editing import remove_alias

    return await remove_alias(desk, given.entity, given.name, given.why)


async def _retract(desk: Desk, given: argparse.Namespace) -> Edited:
    from bot.desk.editing import retract_claim

    return await retract_claim(desk, given.claim, given.why)


async def _merge(desk: Desk, given: argparse.Namespace, output: Output) -> int:
    from bot.desk.merging import merge

    await _show_merger(desk, await merge(desk, given.gone, given.kept, given.why, given.kind), output)
    return 0


async def _split(desk: Desk, given: argparse.Namespace, output: Output) -> int:
    from bot.desk.merging import split

    await _show_merger(desk, await split(desk, given.entity, given.why), output, split=True)
    return 0


async def _show_merger(desk: Desk, done: Merged, output: Output, *, split: bool = False) -> None:
    pair, moved, numbers = (done.gone, done.kept), (done.facts, done.claims), (*done.opened, *done.reopened)
    screen = merged_screen(pair, moved, numbers, language(desk.settings.desk.language), split=split)
    await show_and_tell(desk, output, done, screen)


async def _apart(desk: Desk, given: argparse.Namespace, output: Output) -> int:
    from bot.desk.merging import keep_apart, undo_apart

    undone = undo_apart if given.undo else keep_apart
    done: ApartPair = await undone(desk, given.one, given.other, given.why)
    output.show(done, apart_screen(done.one, done.other, language(desk.settings.desk.language), apart=done.apart))
    return 0


async def _same(desk: Desk, given: argparse.Namespace, output: Output) -> int:
    from bot.desk.merging import list_same

    pairs = await list_same(desk, given.story)
    shown = [(one.one, one.other, one.why) for one in pairs]
    output.show(pairs, same_screen(shown, language(desk.settings.desk.language)))
    return 0


async def _claims(desk: Desk, given: argparse.Namespace, output: Output) -> int:
    from bot.desk.editing import list_claims_on

    claims = await list_claims_on(desk, " ".join(given.asked))
    shown = [(one.claim, one.property, one.source) for one in claims]
    output.show(claims, claims_screen(shown, language(desk.settings.desk.language)))
    return 0


def _entity_words(given: argparse.Namespace) -> EntityWords:
    from bot.desk.filling import EntityWords

    return EntityWords(given.name, given.role, given.date, given.place, given.people, given.words)


def _fact_words(given: argparse.Namespace, of: str | None) -> FactWords:
    from bot.desk.filling import FactWords

    return FactWords(
        of,
        given.property,
        given.kind,
        given.unit,
        behaviour=given.behaviour,
        scope=given.scope,
        part_of=given.part_of,
        words=given.words,
    )


def _source_words(given: argparse.Namespace, outlet: str | None) -> SourceWords:
    from bot.desk.filling import SourceWords

    return SourceWords(
        outlet,
        given.title,
        given.url,
        given.author,
        published=given.published,
        origin=given.origin,
        reliability=given.reliability,
        language=given.language,
        archive=given.archive,
    )


def _claim_words(given: argparse.Namespace) -> ClaimWords:
    from bot.desk.filling import ClaimWords

    return ClaimWords(
        given.fact,
        given.value,
        given.source,
        given.claimant,
        as_of=given.as_of,
        locator=given.locator,
        quote=given.quote,
        rank=getattr(given, "rank", None),
    )


def _arguments(parser: argparse.ArgumentParser) -> None:
    verbs = parser.add_subparsers(dest="what", required=True, metavar="WHAT")
    _adding(_sub(verbs, "add", "add a story, person, organisation, place, event, fact or source"))
    _edits(_sub(verbs, "edit", "edit an entity, fact, source or claim; - empties a field"))
    claim = _sub(verbs, "claim", "record what a source says of a fact", _editing(_claim))
    claim.add_argument("fact", help="the fact, by id or words")
    claim.add_argument("value", help="the value as the source has it")
    claim.add_argument("--source", required=True, help="the source, by id or outlet")
    _options(claim, CLAIM_OPTIONS)
    retract = _sub(verbs, "retract", "take one claim out of what stands", _editing(_retract))
    retract.add_argument("claim", help="its id, as `record claims` shows it")
    _reason(retract, "the reason; required")
    _naming(verbs)
    _deciding(verbs)
    listing = _sub(verbs, "claims", "list the claims on a fact, name or of a source with their ids", _claims)
    listing.add_argument("asked", nargs="+", help="a fact, source, person or event")


def _adding(parser: argparse.ArgumentParser) -> None:
    tables = parser.add_subparsers(dest="table", required=True, metavar="WHAT")
    for table in (*ENTITIES, "story", "fact", "source"):
        one = _sub(tables, table, f"add: {table}", _editing(_add))
        if table != "story":
            one.add_argument("--story", default="", help="the story it belongs to, if there are several")
        if table == "fact":
            one.add_argument("of", help="the entity or event it is about")
            one.add_argument("property", help="what it tells, such as “people freed”")
            _fact_options(one)
            continue
        one.add_argument("name", help="its name, or for a source its outlet")
        if table == "source":
            _options(one, {"title": "its headline", **SOURCE_OPTIONS})
        elif table == "story":
            _options(one, {"language": "its language, such as en"})
        else:
            _options(one, ENTITY_OPTIONS)


def _edits(parser: argparse.ArgumentParser) -> None:
    tables = parser.add_subparsers(dest="table", required=True, metavar="WHAT")
    for table in (*ENTITIES, "fact", "source", "claim"):
        one = _sub(tables, table, f"edit: {table}", _editing(_edit))
        one.add_argument("asked", metavar=table.upper(), help="its id or any clear name")
        _reason(one, "the reason")
        if table == "fact":
            _options(one, {"of": "the entity or event it is about", "property": "what it tells"})
            _fact_options(one)
        elif table == "source":
            _options(one, {"outlet": "who published it", "title": "its headline", **SOURCE_OPTIONS})
        elif table == "claim":
            places = {"fact": "the fact it is about", "value": "the value as the source has it", "source": "the source"}
            _options(one, {**places, **CLAIM_OPTIONS, "rank": _any_of(Rank)})
        else:
            _options(one, {"name": "the house spelling; the old one stays as another name", **ENTITY_OPTIONS})


def _naming(verbs: Subparsers) -> None:
    alias = _sub(verbs, "alias", "record another name of an entity", _editing(_alias))
    alias.add_argument("entity", help="its id or any clear name")
    alias.add_argument("name", help="the other name")
    alias.add_argument("--kind", default="", help=_any_of(AliasKind))
    alias.add_argument("--source", default="", help="a source that uses it")
    unalias = _sub(verbs, "unalias", "take another name off an entity", _editing(_unalias))
    unalias.add_argument("entity", help="its id or any clear name")
    unalias.add_argument("name", help="the other name")
    _reason(unalias, "the reason")


def _deciding(verbs: Subparsers) -> None:
    same = _sub(verbs, "same", "list pairs of names that may be one bearer's", _same)
    same.add_argument("--story", default="", help="only of this story")
    merge = _sub(verbs, "merge", "make one entity of two; `record split` takes it back", _merge)
    merge.add_argument("gone", help="the one whose name becomes another name")
    merge.add_argument("kept", help="the one that stays")
    merge.add_argument("--kind", default="", help=_any_of(AliasKind))
    _reason(merge, "the reason; required")
    split = _sub(verbs, "split", "take back the last merger of an entity", _split)
    split.add_argument("entity", help="the one that stayed")
    _reason(split, "the reason; required")
    apart = _sub(verbs, "apart", "remember that two names have two bearers", _apart)
    apart.add_argument("one", help="the one")
    apart.add_argument("other", help="the other")
    apart.add_argument("--undo", action="store_true", help="they may be one after all")
    _reason(apart, "the reason; required")


def _sub(
    verbs: Subparsers,
    name: str,
    help: str,
    step: Callable[[Desk, argparse.Namespace, Output], Awaitable[int]] | None = None,
) -> argparse.ArgumentParser:
    parser = verbs.add_parser(name, help=help, description=help, allow_abbrev=False)
    if step:
        parser.set_defaults(step=step)
    return parser


def _options(parser: argparse.ArgumentParser, options: dict[str, str]) -> None:
    for name, help in options.items():
        parser.add_argument(f"--{name}", default=None, help=help)


def _fact_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--kind", default=None, help=_any_of(FactKind))
    parser.add_argument("--behaviour", default=None, help=_any_of(Behaviour))
    _options(parser, FACT_OPTIONS)


def _reason(parser: argparse.ArgumentParser, help: str) -> None:
    parser.add_argument("--why", default="", help=help)


def _any_of(choices: type[AliasKind] | type[FactKind] | type[Behaviour] | type[Rank]) -> str:
    return "one of " + ", ".join(one.value for one in choices)


VERBS: dict[str, Verb] = {
    "record": Verb(
        "record", "Add, edit, retract, merge and keep apart what the record holds, by hand.", _arguments, _run
    )
}
