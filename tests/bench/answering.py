"""Every holder × issue through Bolt, in process: against a bare listener that acks a constant.

CPU of one thread beside wall. "First" is asked in letters that nobody typed before, "again" in
those of a moment ago, whose reply is kept; a bare listener acks the same message for both.
"""

from __future__ import annotations

import gc
import json
import logging
import statistics
import time
import urllib.parse
from typing import TYPE_CHECKING, Any, NamedTuple

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


def bare(messages: dict[str, dict[str, Any]]) -> App:
    """Return an app with one listener that acks the same message, made beforehand."""
    app = App(authorize=authorize, signing_secret=SECRET, process_before_response=True)

    @app.command("/stance")
    def constant(ack: Ack, payload: dict[str, Any]) -> None:
        ack(**messages[payload["text"].lower()])

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


class Cost(NamedTuple):
    """Microseconds: of the thread's CPU, and of the clock."""

    cpu: float
    wall: float


def cost(send: Callable[[App, str], object], app: App, question: str) -> Cost:
    """Time one question; making the request is part of it."""
    cpu, wall = time.thread_time(), time.perf_counter()
    send(app, question)
    return Cost((time.thread_time() - cpu) * 1e6, (time.perf_counter() - wall) * 1e6)


def recased(text: str, number: int) -> str:
    """Return the same question in other letters: the bits of a number say which are capitals."""
    return "".join(c.upper() if number >> i & 1 else c for i, c in enumerate(text))


def compare(
    send: Callable[[App, str], object], ours: App, bare_app: App, questions: list[str]
) -> dict[str, list[Cost]]:
    """Time each question by turns, so that what else the machine does falls on all."""
    found: dict[str, list[Cost]] = {"bare": [], "first": [], "again": []}
    for number in range(ROUNDS):
        for question in questions:
            asked = recased(question, number)
            found["bare"].append(cost(send, bare_app, asked))
            found["first"].append(cost(send, ours, asked))
            found["again"].append(cost(send, ours, asked))
    return found


def run(kb: KnowledgeBase) -> dict[str, float | int | str]:
    holders = sorted({stance.holder for stance in kb.stances()})
    questions = [f"{holder} {issue}" for holder in holders for issue in kb.issues]
    app = create_app(kb, Settings(slack_signing_secret=SECRET), authorize=authorize)
    messages = {q: json.loads(over_http(app, q)) for q in questions}
    result: dict[str, float | int | str] = {"questions": len(questions) * ROUNDS}
    gc.collect()
    gc.freeze()  # as the running bot does
    for name, send in (("http", over_http), ("socket", over_socket)):
        found = compare(send, app, bare(messages), questions)
        result |= {f"{name} {key}": value for key, value in show(found).items()}
    return result


def show(found: dict[str, list[Cost]]) -> dict[str, float]:
    """Return medians and 99th percentiles, and how many times a bare listener's they are."""
    shown: dict[str, float] = {}
    for kind in ("cpu", "wall"):
        cuts = {
            who: statistics.quantiles([getattr(c, kind) for c in costs], n=100)
            for who, costs in found.items()
        }
        for at in (50, 99):
            values = {who: cut[at - 1] for who, cut in cuts.items()}
            shown |= {f"{who} {kind} p{at} us": round(value, 1) for who, value in values.items()}
            times = {who: round(values[who] / values["bare"], 2) for who in ("first", "again")}
            shown |= {f"{who}/bare {kind} p{at}": value for who, value in times.items()}
    return shown


if __name__ == "__main__":
    from knowledge.kb.shipped import open_kb

    for key, value in run(open_kb()).items():
        print(f"{key:32} {value}")
