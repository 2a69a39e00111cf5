"""The arguments of a call, from a query, a form or JSON."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import parse_qsl

from local_slack.refusal import Payload, refuse

_JSON_ARGUMENTS = ("blocks", "attachments", "view", "files", "metadata", "unfurls")


class Arguments(dict[str, Any]):
    """The arguments of one call, by name."""

    def text(self, name: str, error: str = "") -> str:
        """Return a text; if it is missing, raise Refusal with `error`, or return an empty text."""
        value = self.get(name)
        if value in (None, "") and error:
            return refuse(error)
        return "" if value is None else str(value)

    def flag(self, name: str) -> bool:
        return str(self.get(name, "")).lower() in {"1", "true"}

    def number(self, name: str, default: int) -> int:
        """Return a number of zero or more; raise Refusal if it is anything else."""
        value = str(self.get(name, default))
        if not value.isdecimal():
            refuse("invalid_arguments")
        return int(value)


def read_arguments(content_type: str, query: str, body: bytes) -> Arguments:
    """Read the arguments of a call; raise Refusal if they cannot be read."""
    found = Arguments(parse_qsl(query))
    kind = content_type.partition(";")[0].strip().lower()
    if kind == "application/json":
        found.update(_parse_object(body, "invalid_json"))
    elif body:
        try:
            found.update(parse_qsl(body.decode(), keep_blank_values=True))
        except UnicodeDecodeError:
            refuse("invalid_form_data")
    for name in _JSON_ARGUMENTS:
        if isinstance(found.get(name), str) and found[name]:
            found[name] = _parse_argument(name, found[name])
    return found


def _parse_object(body: bytes, error: str) -> Payload:
    try:
        parsed = json.loads(body or b"{}")
    except ValueError:
        refuse(error)
    if not isinstance(parsed, dict):
        refuse("json_not_object")
    return parsed


def _parse_argument(name: str, value: str) -> Any:  # noqa: ANN401 (any JSON)
    try:
        return json.loads(value)
    except ValueError:
        return refuse("invalid_blocks_format" if name == "blocks" else "invalid_arguments")
