"""The Web API: which methods there are, what each needs, and who may call it."""

from __future__ import annotations

import asyncio
import json
import logging
import re
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl

from local_slack import core as tokens
from local_slack.faults import ReplyLost
from local_slack.refusal import Payload, Refusal, refuse

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from local_slack.core import Core

_log = logging.getLogger(__name__)
_JSON_ARGUMENTS = ("blocks", "attachments", "view", "files", "metadata", "unfurls")
_REAL_TOKEN = re.compile(r"xox[a-z]-\d{6,}-.+|xapp-\d-[A-Z0-9]{6,}-.+|xoxe\.?.{20,}")
NOT_SLACK = (
    "this is the Slack of this machine, and that token seems to be a real one:"
    f" use {tokens.BOT_TOKEN} and {tokens.APP_TOKEN} here, and rotate the token if it was shared"
)


class Arguments(dict[str, Any]):
    """What a call carries, whether it came as a form or as JSON."""

    def text(self, name: str, error: str = "") -> str:
        """Return a text; raise Refusal where it is missing and an error is named."""
        value = self.get(name)
        if value in (None, "") and error:
            return refuse(error)
        return "" if value is None else str(value)

    def flag(self, name: str) -> bool:
        return str(self.get(name, "")).lower() in {"1", "true"}

    def number(self, name: str, default: int) -> int:
        value = str(self.get(name, default))
        if not value.isdecimal():
            refuse("invalid_arguments")
        return int(value)


@dataclass(frozen=True)
class Method:
    """One method: what it does, one of which scopes it needs, and how often it may be called."""

    name: str
    run: Callable[[Core, Arguments], Payload]
    scopes: tuple[str, ...] = ()
    tier: int | None = None
    app_token: bool = False


METHODS: dict[str, Method] = {}


def method(
    name: str, *scopes: str, tier: int | None = None, app_token: bool = False
) -> Callable[[Callable[[Core, Arguments], Payload]], Callable[[Core, Arguments], Payload]]:
    """Register what answers a method."""

    def register(
        run: Callable[[Core, Arguments], Payload],
    ) -> Callable[[Core, Arguments], Payload]:
        METHODS[name] = Method(name, run, scopes, tier, app_token)
        return run

    return register


@dataclass(frozen=True)
class ApiReply:
    """What a call is answered with."""

    body: Payload
    status: int = 200
    headers: Mapping[str, str] | None = None


async def call(core: Core, name: str, arguments: Arguments, token: str) -> ApiReply:
    """Answer a call, faults and all; raise ReplyLost where the answer is to get lost."""
    began = time.perf_counter()
    try:
        await _disturbed(core, name)
        reply = ApiReply(_answered(core, name, arguments, token))
    except Refusal as refusal:
        headers = {"Retry-After": str(refusal.wait)} if refusal.wait is not None else None
        reply = ApiReply(refusal.answer(), refusal.status, headers)
    took = (time.perf_counter() - began) * 1000
    core.journal.note("call", name, dict(arguments), reply=reply.body, ms=took)
    if core.faults.take("lose_reply", name):
        raise ReplyLost(name)
    return reply


async def _disturbed(core: Core, name: str) -> None:
    """Let the faults happen that are switched on for a method."""
    if fault := core.faults.take("delay", name):
        await asyncio.sleep(fault.seconds)
    if fault := core.faults.take("rate_limit", name):
        refuse("ratelimited", status=429, wait=int(fault.seconds))
    if core.faults.take("server_error", name):
        refuse("internal_error", status=500)
    if fault := core.faults.take("error", name):
        raise Refusal(fault.code)
    if name == "apps.connections.open" and core.faults.take("refuse_connections"):
        refuse("internal_error")


def _answered(core: Core, name: str, arguments: Arguments, token: str) -> Payload:
    if name not in METHODS:
        _log.warning("%s: unknown_method: the local Slack has no such method", name)
        refuse("unknown_method", req_method=name)
    wanted = METHODS[name]
    _check_token(token, app_token=wanted.app_token)
    _check_scopes(core, wanted)
    if wanted.tier is not None:
        core.rates.take(name, wanted.tier)
    return {"ok": True, **wanted.run(core, arguments)}


def _check_token(token: str, *, app_token: bool) -> None:
    if not token:
        refuse("not_authed")
    if looks_real(token):
        _log.error(NOT_SLACK)
        refuse("invalid_auth", warning=NOT_SLACK)
    if token not in (tokens.BOT_TOKEN, tokens.APP_TOKEN):
        refuse("invalid_auth")
    if (token == tokens.APP_TOKEN) is not app_token:
        refuse("not_allowed_token_type")


def looks_real(token: str) -> bool:
    """Say whether a token seems to open a real workspace."""
    return _REAL_TOKEN.fullmatch(token) is not None


def _check_scopes(core: Core, wanted: Method) -> None:
    if wanted.scopes and not core.manifest.scopes & set(wanted.scopes):
        refuse(
            "missing_scope",
            needed=",".join(wanted.scopes),
            provided=",".join(sorted(core.manifest.scopes)),
        )


def read(content_type: str, query: str, body: bytes) -> Arguments:
    """Read a call's arguments; raise Refusal where they cannot be read."""
    found = Arguments(parse_qsl(query))
    kind = content_type.partition(";")[0].strip().lower()
    if kind == "application/json":
        found.update(_parsed(body, "invalid_json"))
    elif body:
        try:
            found.update(parse_qsl(body.decode(), keep_blank_values=True))
        except UnicodeDecodeError:
            refuse("invalid_form_data")
    for name in _JSON_ARGUMENTS:
        if isinstance(found.get(name), str) and found[name]:
            found[name] = _parsed_argument(name, found[name])
    return found


def _parsed(body: bytes, error: str) -> Payload:
    try:
        parsed = json.loads(body or b"{}")
    except ValueError:
        refuse(error)
    if not isinstance(parsed, dict):
        refuse("json_not_object")
    return parsed


def _parsed_argument(name: str, value: str) -> Any:  # noqa: ANN401 (any JSON)
    try:
        return json.loads(value)
    except ValueError:
        return refuse("invalid_blocks_format" if name == "blocks" else "invalid_arguments")
