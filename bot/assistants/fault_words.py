"""What a library says of a request that it does not take, in words for whoever sent it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pydantic import ValidationError
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

_BAD_REQUEST: Final = 400
_NO_REQUEST: Final = (
    "This is not a request of JSON-RPC 2.0. Send one object with jsonrpc, id and method; a list of"
    " several is not taken."
)
# By pydantic's name of an error: https://docs.pydantic.dev/latest/errors/validation_errors/
_FAULTS: Final = {
    "missing": "is missing",
    "string_too_long": "has more than {max_length} characters, which is the most",
    "string_too_short": "is empty",
    "string_type": "is not text",
    "list_type": "is not a list",
    "too_long": "has more than {max_length} items, which is the most",
    "too_short": "is empty",
}
_OTHER: Final = "cannot be read"


def describe_argument_faults(error: ValidationError) -> str:
    """Return a sentence for each argument of a tool that it does not take; no value is repeated."""
    found = error.errors(include_url=False, include_input=False)
    return " ".join(_sentence(f["loc"], f["type"], f.get("ctx", {})) for f in found)


def _sentence(place: tuple[int | str, ...], kind: str, limits: dict[str, Any]) -> str:
    return f"{_name(place)} {_FAULTS.get(kind, _OTHER).format(**limits)}."


def _name(place: tuple[int | str, ...]) -> str:
    """Name an argument, or an item of one."""
    name, *items = place
    return f"“{name}”" + "".join(f", item {i + 1}," for i in items if isinstance(i, int))


def describe_unknown_arguments(unknown: Iterable[str], known: Iterable[str]) -> str:
    """Return a sentence on arguments that a tool does not have."""
    listed, ours = (", ".join(f"“{name}”" for name in names) for names in (unknown, known))
    return f"This tool has no argument {listed}: it takes {ours}."


class PlainRefusals:
    """Answers in a sentence what is not a request, where the library would list types."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        held: list[Message] = []

        async def reworded(message: Message) -> None:
            if message["type"] == "http.response.start" and message["status"] == _BAD_REQUEST:
                held.append(message)
                return
            if held and message["type"] == "http.response.body":
                start = held.pop()
                if not message.get("more_body"):  # a part of JSON cannot be read
                    start, message = _reword(start, message)
                await send(start)
            await send(message)

        await self._app(scope, receive, reworded)


def _reword(start: Message, message: Message) -> tuple[Message, Message]:
    """Return the two messages of a whole refusal with its body in words."""
    body = _in_words(message.get("body", b""))
    length = [(b"content-length", str(len(body)).encode())]
    kept = [pair for pair in start["headers"] if pair[0].lower() != length[0][0]]
    return {**start, "headers": kept + length}, {**message, "body": body}


def _in_words(body: bytes) -> bytes:
    try:
        told = json.loads(body)
        if not told["error"]["message"].startswith("Validation error"):
            return body
    except (ValueError, TypeError, KeyError, AttributeError):
        return body
    told["error"]["message"] = _NO_REQUEST
    return json.dumps(told).encode()
