"""Calls of the Web API: the token, the scopes and the rate are checked, then the method runs."""

from __future__ import annotations

import asyncio
import logging
import re
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from local_slack.refusal import Payload, Refusal, refuse
from local_slack.web_api import (
    assistant_methods,
    auth_methods,
    channels_methods,
    chat_methods,
    conversations_methods,
    files_methods,
    functions_methods,
    reactions_methods,
    scheduled_methods,
    stream_methods,
    unfurl_methods,
    users_methods,
    views_methods,
)
from local_slack.workspace.faults import ReplyLost

if TYPE_CHECKING:
    from collections.abc import Mapping

    from local_slack.core import Core
    from local_slack.web_api.arguments import Arguments
    from local_slack.web_api.method import Method

_log = logging.getLogger(__name__)
_REAL_TOKEN = re.compile(r"xox[a-z]-\d{6,}-.+|xapp-\d-[A-Z0-9]{6,}-.+|xoxe\.?.{20,}")
NOT_SLACK = (
    "This is the local Slack on this machine, and the token seems to be a real one."
    " Use the tokens that it prints at its start, and rotate this one if you shared it."
)
METHODS: dict[str, Method] = {
    method.name: method
    for module in (
        assistant_methods,
        auth_methods,
        channels_methods,
        chat_methods,
        conversations_methods,
        files_methods,
        functions_methods,
        reactions_methods,
        scheduled_methods,
        stream_methods,
        unfurl_methods,
        users_methods,
        views_methods,
    )
    for method in module.METHODS
}


@dataclass(frozen=True)
class ApiReply:
    """The answer to a call."""

    body: Payload
    status: int = 200
    headers: Mapping[str, str] | None = None


async def call(core: Core, name: str, arguments: Arguments, token: str) -> ApiReply:
    """Answer a call, with the faults that are on; raise ReplyLost if one loses the answer."""
    began = time.perf_counter()
    try:
        await _let_faults_happen(core, name)
        reply = ApiReply(_run(core, name, arguments, token))
    except Refusal as refusal:
        headers = {"Retry-After": str(refusal.wait)} if refusal.wait is not None else None
        reply = ApiReply(refusal.answer(), refusal.status, headers)
    took = (time.perf_counter() - began) * 1000
    core.journal.note("call", name, dict(arguments), reply=reply.body, ms=took)
    if core.faults.take("lose_reply", name):
        raise ReplyLost(name)
    return reply


async def _let_faults_happen(core: Core, name: str) -> None:
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


def _run(core: Core, name: str, arguments: Arguments, token: str) -> Payload:
    if name not in METHODS:
        shown = ascii(name)[1:-1]  # it is a part of an address, and may hold anything
        _log.warning("%s: unknown_method. The local Slack does not have this method.", shown)
        refuse("unknown_method", req_method=name)
    wanted = METHODS[name]
    run = core.functions.with_token(token)
    if run is None or wanted.app_token:
        _check_token(core, token, app_token=wanted.app_token)
    _check_scopes(core, wanted)
    if wanted.tier is not None:
        core.rates.take(name, wanted.tier)
    reply = {"ok": True, **wanted.run(core, arguments)}
    if run is not None:
        core.functions.keep_made(run, reply)
    return reply


def _check_token(core: Core, token: str, *, app_token: bool) -> None:
    if not token:
        refuse("not_authed")
    if looks_real(token):
        _log.error(NOT_SLACK)
        refuse("invalid_auth", warning=NOT_SLACK)
    if token not in (core.bot_token, core.app_token):
        refuse("invalid_auth")
    if (token == core.app_token) is not app_token:
        refuse("not_allowed_token_type")


def looks_real(token: str) -> bool:
    """Return whether a token seems to open a real workspace."""
    return _REAL_TOKEN.fullmatch(token) is not None


def _check_scopes(core: Core, wanted: Method) -> None:
    if core.revoked and not wanted.app_token:
        refuse(core.revoked)
    if wanted.scopes and not core.manifest.scopes & set(wanted.scopes):
        refuse(
            "missing_scope",
            needed=",".join(wanted.scopes),
            provided=",".join(sorted(core.manifest.scopes)),
        )
