"""Every holder × issue through Bolt, in process: against a bare listener that acks a constant."""

from __future__ import annotations

import gc
import json
import logging
import statistics
import time
import urllib.parse
from typing import TYPE_CHECKING, Any

from slack_bolt import Ack, App, BoltRequest
from slack_bolt.adapter.socket_mode.internals import run_bolt_app, send_response
from slack_bolt.authorization import AuthorizeResult
from slack_sdk.signature import SignatureVerifier
from slack_sdk.socket_mode.request import SocketModeRequest

from bot.slack.app import create_app
from bot.slack.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Callable

    from slack_sdk.socket_mode.response import SocketModeResponse

    from knowledge.kb.knowledge_base import KnowledgeBase

SECRET = "bench"
ROUNDS = 12


def authorize(**_: object) -> AuthorizeResult:
    return AuthorizeResult(enterprise_id=None, team_id="T1", bot_user_id="UBOT", bot_token="xoxb-x")


def bare(messages: dict[str, dict[str, Any]], *, before_response: bool) -> App:
    """Return an app with one listener that acks the same message, made beforehand."""
    app = App(authorize=authorize, signing_secret=SECRET, process_before_response=before_response)

    @app.command("/stance")
    def constant(ack: Ack, payload: dict[str, Any]) -> None:
        ack(**messages[payload["text"]])

    return app


def command(text: str) -> dict[str, str]:
    return {
        "token": "t", "command": "/stance", "text": text, "user_id": "U1", "channel_id": "C1",
        "team_id": "T1", "api_app_id": "A1", "trigger_id": "1.2", "is_enterprise_install": "false",
        "response_url": "https://hooks.slack.com/commands/x",
    }  # fmt: skip


def http_request(text: str) -> BoltRequest:
    body = urllib.parse.urlencode(command(text))
    now = str(int(time.time()))
    signature = SignatureVerifier(SECRET).generate_signature(timestamp=now, body=body) or ""
    headers = {
        "content-type": ["application/x-www-form-urlencoded"],
        "x-slack-signature": [signature],
        "x-slack-request-timestamp": [now],
    }
    return BoltRequest(body=body, headers=headers)


class Wire:
    """What Bolt's adapter sends its answers to; they become text, as on a socket."""

    logger = logging.getLogger("bench")
    sent = ""

    def send_socket_mode_response(self, response: SocketModeResponse) -> None:
        self.sent = json.dumps(response.to_dict())


def over_http(app: App, text: str) -> str:
    response = app.dispatch(http_request(text))
    assert response.status == 200
    return str(response.body)


def over_socket(app: App, text: str) -> str:
    """Go from the envelope's text to the answer's text, through Bolt's own adapter."""
    envelope = json.dumps({"envelope_id": "E", "type": "slash_commands", "payload": command(text)})
    wire = Wire()
    request = SocketModeRequest.from_dict(json.loads(envelope))
    send_response(wire, request, run_bolt_app(app, request), time.time())
    assert wire.sent
    return wire.sent


def microseconds(send: Callable[[App, str], object], app: App, question: str) -> float:
    """Time one question; making the request is part of it."""
    start = time.perf_counter()
    send(app, question)
    return (time.perf_counter() - start) * 1e6


def run(kb: KnowledgeBase) -> dict[str, float | int | str]:
    pairs = sorted({(s.holder, s.issue) for s in kb.stances()})
    holders = sorted({holder for holder, _ in pairs})
    questions = [f"{holder} {issue}" for holder in holders for issue in kb.issues]
    app = create_app(kb, Settings(slack_signing_secret=SECRET), authorize=authorize)
    messages = {q: json.loads(over_http(app, q)) for q in questions}
    result: dict[str, float | int | str] = {"questions": len(questions) * ROUNDS}
    slow = bare(messages, before_response=False)
    quick = bare(messages, before_response=True)
    gc.collect()
    gc.freeze()  # as the running bot does
    for name, send in (("http", over_http), ("socket", over_socket)):
        ours, theirs = [], []
        for question in questions * (ROUNDS + 1):
            # By turns, so that what else the machine does falls on both.
            theirs.append(microseconds(send, quick, question))
            ours.append(microseconds(send, app, question))
        del ours[: len(questions)], theirs[: len(questions)]
        sleeping = [microseconds(send, slow, question) for question in questions]
        for label, values in (("ours", ours), ("bare", theirs), ("default", sleeping)):
            cuts = statistics.quantiles(values, n=100)
            result[f"{name} {label} p50 us"] = round(cuts[49], 1)
            result[f"{name} {label} p99 us"] = round(cuts[98], 1)
        for cut in ("p50", "p99"):
            for peer in ("bare", "default"):
                own, other = (float(result[f"{name} {who} {cut} us"]) for who in ("ours", peer))
                result[f"{name} ours/{peer} {cut}"] = round(own / other, 3)
    return result


if __name__ == "__main__":
    from knowledge.kb.shipped import open_kb

    for key, value in run(open_kb()).items():
        print(f"{key:32} {value}")
