"""The arguments of a call, from a query, a form or JSON."""

from __future__ import annotations

from email import message_from_bytes, policy
from email.message import Message
from typing import Any
from urllib.parse import parse_qsl

from local_slack.blocks.json_checks import at
from local_slack.refusal import Payload, refuse, refuse_form
from local_slack.untrusted import read_json

# What may be more than a text or a number. In a form it is written as JSON.
_JSON_ARGUMENTS = frozenset(
    """attachments blocks chunks files loading_messages metadata outputs prompts unfurls
    user_auth_blocks view""".split()
)
_FIELDS = 1_000  # more than any method takes
_DIGITS = 15
_CHARSETS = frozenset({"utf-8", "utf8", "iso-8859-1"})  # those that Slack names


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

    def timestamp(self, name: str, default: float) -> float:
        """Return the time that a ts says; raise Refusal if it says none."""
        try:
            return float(self.text(name) or default)
        except ValueError:
            return refuse(f"invalid_ts_{name}")

    def number(self, name: str, default: int, error: str = "invalid_arguments") -> int:
        """Return a number of zero or more; raise Refusal with `error` if it is anything else."""
        value = str(self.get(name, default))
        if not value.isdecimal() or len(value) > _DIGITS:
            refuse(error)
        return int(value)


def read_arguments(content_type: str, query: str, body: bytes) -> Arguments:
    """Read the arguments of a call; raise Refusal if they cannot be read."""
    found = Arguments(_parse_form(query))
    if body:
        found.update(_parse_body(content_type, body))
    for name in _JSON_ARGUMENTS & found.keys():
        if isinstance(found[name], str) and found[name]:
            found[name] = _parse_argument(name, found[name])
    _check_types(found)
    return found


def _parse_body(content_type: str, body: bytes) -> Payload:
    kind = content_type.partition(";")[0].strip().lower()
    _check_charset(content_type)
    if kind == "application/json":
        return _parse_object(body)
    if kind == "multipart/form-data":
        return _parse_multipart(content_type, body)
    if kind not in {"application/x-www-form-urlencoded", "text/plain"}:
        refuse("invalid_post_type" if kind else "missing_post_type")
    try:
        return _parse_form(body.decode())
    except UnicodeDecodeError:
        return refuse("invalid_form_data")


def _check_charset(content_type: str) -> None:
    """Raise Refusal for a charset that Slack does not take."""
    given = Message()
    given["Content-Type"] = content_type
    if str(given.get_param("charset", "utf-8")).lower() not in _CHARSETS:
        refuse("invalid_charset")


def _parse_form(text: str) -> Payload:
    try:
        return dict(parse_qsl(text, keep_blank_values=True, max_num_fields=_FIELDS))
    except ValueError:  # too many fields
        return refuse("invalid_form_data")


def _parse_multipart(content_type: str, body: bytes) -> Payload:
    head = f"Content-Type: {content_type}\r\n\r\n".encode(errors="replace")
    parsed = message_from_bytes(head + body, policy=policy.HTTP)
    if not parsed.is_multipart():
        refuse("invalid_form_data")
    found = {}
    for part in parsed.iter_parts():
        name = part.get_param("name", header="content-disposition")
        content = part.get_payload(decode=True)
        if isinstance(name, str) and isinstance(content, bytes):
            found[name] = content.decode(errors="replace")
    return found


def _parse_object(body: bytes) -> Payload:
    try:
        parsed = read_json(body)
    except ValueError:
        refuse("invalid_json")
    return parsed if isinstance(parsed, dict) else refuse("json_not_object")


def _parse_argument(name: str, value: str) -> Any:  # noqa: ANN401 (any JSON)
    try:
        return read_json(value)
    except ValueError:
        return refuse("invalid_blocks_format" if name == "blocks" else "invalid_arguments")


def _check_types(found: Arguments) -> None:
    """Raise Refusal for a list or an object where a method takes a text."""
    wrong = [n for n in found.keys() - _JSON_ARGUMENTS if isinstance(found[n], (list, dict))]
    if wrong:
        problems = [at("must provide a string", f"/{name}") for name in sorted(wrong)]
        refuse_form("invalid_arguments", problems)
