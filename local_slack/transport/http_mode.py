"""HTTP mode: signed requests to the request URLs of the manifest, on this machine only."""

from __future__ import annotations

import asyncio
import hashlib
import hmac
import http.client
import json
import secrets
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlencode, urlsplit

from local_slack.transport.loopback import is_loopback
from local_slack.untrusted import read_json

if TYPE_CHECKING:
    from local_slack.refusal import Payload
    from local_slack.workspace.journal import Journal


@dataclass(frozen=True)
class HttpAnswer:
    """What an app answered over HTTP; `why` is Slack's word for what went wrong."""

    payload: Payload | None = None
    why: str = ""


@dataclass(frozen=True)
class _Raw:
    status: int
    content_type: str
    body: bytes
    no_retry: bool


def sign(secret: str, timestamp: str, body: bytes) -> str:
    """Return the signature of a request, in Slack's version v0."""
    signed = b"v0:" + timestamp.encode() + b":" + body
    return "v0=" + hmac.new(secret.encode(), signed, hashlib.sha256).hexdigest()


_AT_ONCE = 64  # requests that wait for their answer; Slack itself has no such limit
Retry = tuple[int, str]  # its number, and the reason that Slack gives for it


class SignedRequests:
    """Posts signed requests to the app, and waits as long as Slack waits."""

    def __init__(self, journal: Journal, secret: str, within: float) -> None:
        self._journal = journal
        self._secret = secret
        self._within = within
        self._threads = ThreadPoolExecutor(_AT_ONCE, "http-mode")  # none begins before it is needed

    def close(self) -> None:
        """Leave what is under way, and send nothing more."""
        self._threads.shutdown(wait=False, cancel_futures=True)

    async def send(
        self, kind: str, url: str, payload: Payload, retry: Retry | None = None
    ) -> HttpAnswer:
        """Post a payload; return the answer, or why there is none."""
        body, content_type = _encode(kind, payload)
        headers = self._headers(body, content_type, retry)
        self._journal.note("request", kind, payload)
        began = time.perf_counter()
        answer = await self._answer(url, body, headers)
        took = (time.perf_counter() - began) * 1000
        self._journal.note("ack", kind, answer.payload or {"why": answer.why}, ms=took)
        return answer

    async def _answer(self, url: str, body: bytes, headers: dict[str, str]) -> HttpAnswer:
        loop = asyncio.get_running_loop()
        try:
            posting = loop.run_in_executor(self._threads, _post, url, body, headers, self._within)
            return _read(await asyncio.wait_for(posting, self._within))
        except TimeoutError:
            return HttpAnswer(why="http_timeout")
        except (OSError, RuntimeError):  # of the second kind, where this Slack is stopping
            return HttpAnswer(why="connection_failed")

    async def verify(self, url: str | None, token: str) -> str | None:
        """Send a challenge to the address of events, as Slack does; return what fails, if any."""
        if url is None:
            return "no request_url"
        challenge = secrets.token_hex(24)
        asked = {"type": "url_verification", "token": token, "challenge": challenge}
        answer = await self.send("events_api", url, asked)
        payload = answer.payload or {}
        said = payload.get("challenge", payload.get("text"))
        return None if said == challenge else answer.why or "challenge_failed"

    def _headers(self, body: bytes, content_type: str, retry: Retry | None) -> dict[str, str]:
        timestamp = str(int(time.time()))
        headers = {
            "Content-Type": content_type,
            "User-Agent": "Slackbot 1.0 (+https://api.slack.com/robots)",
            "X-Slack-Request-Timestamp": timestamp,
            "X-Slack-Signature": sign(self._secret, timestamp, body),
        }
        if retry is not None:
            headers["X-Slack-Retry-Num"] = str(retry[0])
            headers["X-Slack-Retry-Reason"] = retry[1]
        return headers


def _encode(kind: str, payload: Payload) -> tuple[bytes, str]:
    if kind == "events_api":
        return json.dumps(payload).encode(), "application/json"
    fields = payload if kind == "slash_commands" else {"payload": json.dumps(payload)}
    return urlencode(fields).encode(), "application/x-www-form-urlencoded"


def _post(url: str, body: bytes, headers: dict[str, str], within: float) -> _Raw:
    parts = urlsplit(url)
    host = parts.hostname or ""
    if parts.scheme != "http" or not is_loopback(host):
        msg = f"{url}: the local Slack sends requests to this machine only."
        raise ConnectionRefusedError(msg)
    connection = http.client.HTTPConnection(host, parts.port or 80, timeout=within)
    try:
        path = parts.path or "/"
        connection.request("POST", f"{path}?{parts.query}" if parts.query else path, body, headers)
        response = connection.getresponse()
        no_retry = response.getheader("X-Slack-No-Retry") == "1"
        kind = response.getheader("Content-Type", "")
        return _Raw(response.status, kind, response.read(), no_retry)
    except http.client.HTTPException as error:
        raise ConnectionError(str(error)) from error
    finally:
        connection.close()


def _read(raw: _Raw) -> HttpAnswer:
    if raw.status != http.client.OK:
        return HttpAnswer(why="no_retry" if raw.no_retry else "http_error")
    if not raw.body.strip():
        return HttpAnswer({})
    if "json" not in raw.content_type:
        return HttpAnswer({"text": raw.body.decode(errors="replace")})
    try:
        payload = read_json(raw.body)
    except ValueError:
        return HttpAnswer(why="http_error")
    return HttpAnswer(payload if isinstance(payload, dict) else {})
