"""Incoming webhooks: a post without a token, by a secret address."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import parse_qs

from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from local_slack.refusal import Payload, Refusal, refuse
from local_slack.server.control import core_of
from local_slack.untrusted import read_json
from local_slack.web_api.webhook_posts import post_by_webhook

if TYPE_CHECKING:
    from starlette.requests import Request


async def _post(request: Request) -> Response:
    """Post what an app sends; Slack answers with a word, not with JSON."""
    core = core_of(request)
    sent: Payload = {}
    try:
        sent = _read(request.headers.get("content-type", ""), await request.body())
        post_by_webhook(core, request.path_params["secret"], sent)
    except Refusal as refusal:
        core.journal.note("webhook", refusal.code, sent)
        ok = 200
        return PlainTextResponse(refusal.code, 400 if refusal.status == ok else refusal.status)
    core.journal.note("webhook", "ok", sent)
    return PlainTextResponse("ok")


def _read(content_type: str, body: bytes) -> Payload:
    """Read a post as JSON, or as a form with JSON in its field `payload`."""
    try:
        text = body.decode()
        if content_type.startswith("application/x-www-form-urlencoded"):
            text = parse_qs(text)["payload"][0]
        sent = read_json(text)
    except (ValueError, LookupError):
        return refuse("invalid_payload")
    return sent if isinstance(sent, dict) else refuse("invalid_payload")


ROUTES = [Route("/services/{team}/{bot}/{secret}", _post, methods=["POST"])]
