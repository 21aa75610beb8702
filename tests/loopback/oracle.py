"""Request bodies against Discord's own OpenAPI file, where the environment variable STET_OPENAPI names one."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from tests.loopback.wire import Json

DOCUMENT = "urn:discord"
KNOWN_EXTRA = {"tts", "nsfw"}  # discord.py always sends them; the file does not list them everywhere
CALLBACKS = {
    4: "CreateMessageInteractionCallbackRequest",
    5: "CreateMessageInteractionCallbackRequest",
    6: "UpdateMessageInteractionCallbackRequest",
    7: "UpdateMessageInteractionCallbackRequest",
    8: "ApplicationCommandAutocompleteCallbackRequest",
    9: "ModalInteractionCallbackRequest",
}


def broken_against_openapi(method: str, template: str, body: object) -> Iterator[str]:
    """Differences between a body and the schema of its route ("/channels/{channel_id}"); none without a file."""
    path = os.environ.get("STET_OPENAPI", "")
    if path:
        yield from _differences(Path(path), _reference(method, template, body), body)


def _reference(method: str, template: str, body: object) -> str:
    if template.endswith("/callback") and isinstance(body, dict):
        return f"/components/schemas/{CALLBACKS[body['type']]}"
    if template == "/webhooks/{webhook_id}/{webhook_token}" and method == "POST":
        return "/components/schemas/IncomingWebhookInteractionRequest"
    escaped = template.replace("~", "~0").replace("/", "~1").replace("{", "%7B").replace("}", "%7D")
    return f"/paths/{escaped}/{method.lower()}/requestBody/content/application~1json/schema"


def _differences(path: Path, reference: str, body: object) -> Iterator[str]:
    from jsonschema import Draft202012Validator
    from referencing import Registry
    from referencing.jsonschema import DRAFT202012

    resource = DRAFT202012.create_resource(_document(path))
    registry: Registry[Json] = Registry().with_resource(DOCUMENT, resource)
    validator = Draft202012Validator({"$ref": f"{DOCUMENT}#{reference}"}, registry=registry)
    for error in validator.iter_errors(body):
        where = "/".join(str(one) for one in error.absolute_path)
        yield f"{reference}: at {where or 'the top'}: {error.message[:300]}"


@cache
def _document(path: Path) -> Json:
    """The file with what it leaves open closed: unknown keys are refused, ids may be numbers."""
    document: Json = json.loads(path.read_text(encoding="utf-8"))
    _close(document["components"]["schemas"])
    document["components"]["schemas"]["SnowflakeType"] = {"type": ["string", "integer"]}
    return document


def _close(node: object) -> None:
    if isinstance(node, dict):
        if isinstance(node.get("properties"), dict) and node.get("type") == "object":
            node.setdefault("additionalProperties", False)
            node["properties"].update({key: {} for key in KNOWN_EXTRA if key not in node["properties"]})
        for value in node.values():
            _close(value)
    elif isinstance(node, list):
        for value in node:
            _close(value)
