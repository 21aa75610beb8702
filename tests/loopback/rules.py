"""The platform's rules a schema does not know, as checks of request bodies: each broken rule is one sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tests.loopback.wire import COMPONENTS_V2, EPHEMERAL, Json, walk

BUTTON, SELECTS, TEXT_INPUT, SECTION, TEXT, CONTAINER, LABEL = 2, (3, 5, 6, 7, 8), 4, 9, 10, 17, 18
LINK = 5
COMMAND_NAME = re.compile(r"[-_'\w]{1,32}")


def broken_in_message(body: Json, *, edit: bool = False, was_v2: bool | None = None) -> Iterator[str]:
    """What Discord, or a careful reader of its documentation, would refuse in a message."""
    flags = body.get("flags") or 0
    parts = walk(body.get("components") or [])
    layout = bool(flags & COMPONENTS_V2) or (edit and bool(was_v2))
    if edit and flags & EPHEMERAL:
        yield "an edit cannot change who sees a message"
    if edit and was_v2 and (body.get("content") or body.get("embeds")):
        yield "a message with components v2 can never carry content or embeds"
    if layout:
        yield from _broken_layout(body, parts)
    else:
        if any(one["type"] >= SECTION for one in parts):
            yield "components v2 without their flag"
        if len(body.get("content") or "") > 2000:
            yield "content longer than 2000"
        if not edit and not (body.get("content") or body.get("embeds") or body.get("attachments") or parts):
            yield "an empty message"
    yield from _broken_mentions(body, edit)
    yield from broken_in_components(parts)
    if "nonce" in body and len(str(body["nonce"])) > 25:
        yield "nonce longer than 25"


def _broken_layout(body: Json, parts: list[Json]) -> Iterator[str]:
    if body.get("content") or body.get("embeds"):
        yield "content or embeds beside components v2"
    if len(parts) > 40:
        yield f"{len(parts)} components, 40 are allowed"
    size = sum(len(one["content"]) for one in parts if one["type"] == TEXT)
    if size > 4000:
        yield f"{size} characters of text, 4000 are allowed"
    if not parts and "components" in body:
        yield "an empty message"


def _broken_mentions(body: Json, edit: bool) -> Iterator[str]:
    mentions = body.get("allowed_mentions")
    if mentions is None:
        if not edit:
            yield "no allowed_mentions: a name such as @everyone would ping"
    elif mentions.get("parse"):
        yield f"allowed_mentions parses {mentions['parse']}"


def broken_in_components(parts: list[Json]) -> Iterator[str]:
    """Rules of buttons, selects, texts and rows, in messages and modals alike."""
    ids = [one["custom_id"] for one in parts if one.get("custom_id") is not None]
    if len(ids) != len(set(ids)):
        yield f"custom ids are not unique: {sorted(one for one in ids if ids.count(one) > 1)}"
    yield from (f"custom id of {len(one)} characters" for one in ids if not 1 <= len(one) <= 100)
    for one in parts:
        if one["type"] == 1:
            yield from _broken_row(one)
        elif one["type"] == BUTTON:
            yield from _broken_button(one)
        elif one["type"] in SELECTS:
            yield from _broken_select(one)
        elif one["type"] == TEXT and not one["content"].strip():
            yield "an empty text"
        elif one["type"] == SECTION and not 1 <= len(one["components"]) <= 3:
            yield "a section needs one to three texts"


def _broken_row(row: Json) -> Iterator[str]:
    kinds = [one["type"] for one in row["components"]]
    if not kinds:
        yield "an empty row"
    if len(kinds) > 5 or (len(kinds) > 1 and any(kind in SELECTS for kind in kinds)):
        yield f"a row of {kinds}: five buttons or one select"


def _broken_button(button: Json) -> Iterator[str]:
    label = button.get("label") or ""
    if len(label) > 80 or not (label or button.get("emoji")):
        yield f"button label of {len(label)} characters"
    if button["style"] == LINK and ("custom_id" in button or len(button.get("url", "")) > 512):
        yield "a link button has a url of at most 512 characters and no custom id"


def _broken_select(select: Json) -> Iterator[str]:
    options = select.get("options", [])
    if select["type"] == 3 and not 1 <= len(options) <= 25:
        yield f"a select of {len(options)} options"
    if len({one["value"] for one in options}) != len(options):
        yield "two options of one value"
    for one in options:
        if not all(1 <= len(one[key]) <= 100 for key in ("label", "value", "description") if one.get(key) is not None):
            yield f"option text longer than 100 or empty: {one['label'][:40]!r}"
    if len(select.get("placeholder") or "") > 150:
        yield "placeholder longer than 150"


def broken_in_modal(data: Json) -> Iterator[str]:
    """Title 45, one to five parts, labels 45/100, inputs 4000, placeholders 100."""
    if not 1 <= len(data["title"]) <= 45:
        yield f"modal title of {len(data['title'])} characters"
    if not 1 <= len(data["components"]) <= 5:
        yield f"a modal of {len(data['components'])} parts"
    parts = walk(data["components"])
    yield from broken_in_components([{"type": 0, "custom_id": data["custom_id"]}, *parts])
    for one in parts:
        if one["type"] == LABEL and not (1 <= len(one["label"]) <= 45 and len(one.get("description") or "") <= 100):
            yield f"label or description too long: {one['label'][:40]!r}"
        if one["type"] == TEXT_INPUT and len(one.get("placeholder") or "") > 100:
            yield "placeholder of a text input longer than 100"
        if one["type"] == TEXT_INPUT and len(one.get("value") or "") > (one.get("max_length") or 4000):
            yield "the value put in beforehand is longer than the input allows"


def broken_in_choices(data: Json) -> Iterator[str]:
    """At most 25 suggestions, each 1 to 100 characters."""
    choices = data.get("choices") or []
    if len(choices) > 25:
        yield f"{len(choices)} choices"
    for one in choices:
        if not 1 <= len(one["name"]) <= 100 or not 1 <= len(str(one["value"])) <= 100:
            yield f"choice of {len(one['name'])} characters: {one['name'][:40]!r}"


def broken_in_commands(commands: list[Json]) -> Iterator[str]:
    """Names, descriptions, order and number of options, and 8,000 characters a command."""
    keys = [(one["name"], one.get("type", 1)) for one in commands]
    if len(set(keys)) != len(keys):
        yield "two commands of one name"
    for kind, most in ((1, 100), (2, 15), (3, 15)):
        if sum(1 for key in keys if key[1] == kind) > most:
            yield f"more than {most} commands of type {kind}"
    for command in commands:
        if command.get("type", 1) == 1:
            yield from _broken_command(command, command["name"])
            if (size := _size(command)) > 8000:
                yield f"/{command['name']} has {size} characters, 8000 are allowed"
        elif not 1 <= len(command["name"]) <= 32:
            yield f"menu name {command['name']!r}"


def _broken_command(command: Json, path: str) -> Iterator[str]:
    names = [command["name"], *(command.get("name_localizations") or {}).values()]
    texts = [command.get("description") or "", *(command.get("description_localizations") or {}).values()]
    yield from (f"/{path}: name {name!r}" for name in names if not COMMAND_NAME.fullmatch(name) or name != name.lower())
    yield from (f"/{path}: description {text!r}" for text in texts if not 2 <= len(text) <= 100)
    options = command.get("options") or []
    if len(options) > 25:
        yield f"/{path}: {len(options)} options"
    required = [bool(one.get("required")) for one in options]
    if required != sorted(required, reverse=True):
        yield f"/{path}: a required option after an optional one"
    for one in options:
        yield from _broken_command(one, f"{path} {one['name']}")
        for choice in one.get("choices") or []:
            labels = [choice["name"], *(choice.get("name_localizations") or {}).values()]
            yield from (f"/{path}: choice {label!r}" for label in labels if not 1 <= len(label) <= 100)
        if len(one.get("choices") or []) > 25:
            yield f"/{path}: more than 25 choices"


def _size(command: Json) -> int:
    def longest(key: str) -> int:
        texts = [command.get(key) or "", *(command.get(f"{key}_localizations") or {}).values()]
        return max(map(len, texts))

    choices = sum(len(one["name"]) + len(str(one["value"])) for one in command.get("choices") or [])
    return longest("name") + longest("description") + choices + sum(map(_size, command.get("options") or []))
