"""HTTP mode: signed requests to the request URLs of the manifest, on this machine alone."""

from __future__ import annotations

import asyncio
import hashlib
import hmac
import http.client
import json
import secrets
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlencode, urlsplit

from local_slack.guard import is_loopback

if TYPE_CHECKING:
    from local_slack.core import Core
    from local_slack.refusal import Payload


@dataclass(frozen=True)
class Replied:
    """What an app answered over HTTP; `why` is Slack's name for what went wrong."""

    payload: Payload | None = None
    why: str = ""


@dataclass(frozen=True)
class _Raw:
    status: int
    content_type: str
    body: bytes
    no_retry: bool


def signature(secret: str, timestamp: str, body: bytes) -> str:
    """Return the v0 signature of a request."""
    signed = b"v0:" + timestamp.encode() + b":" + body
    return "v0=" + hmac.new(secret.encode(), signed, hashlib.sha256).hexdigest()


async def send(
    core: Core, kind: str, url: str, payload: Payload, retry: tuple[int, str] | None
) -> Replied:
    """Post a payload and wait three seconds for the answer."""
    body, content_type = _encoded(kind, payload)
    headers = _headers(core, body, content_type, retry)
    core.journal.note("request", kind, payload)
    began = time.perf_counter()
    posting = asyncio.to_thread(_post, url, body, headers, core.timing.answer)
    try:
        raw = await asyncio.wait_for(posting, core.timing.answer)
    except TimeoutError:
        return _noted(core, kind, Replied(why="http_timeout"), began)
    except OSError:
        return _noted(core, kind, Replied(why="connection_failed"), began)
    return _noted(core, kind, _read(raw), began)


async def verify(core: Core) -> str | None:
    """Ask the address of events for a challenge, as Slack does when it is saved; say what fails."""
    url = core.manifest.request_url("events_api")
    if url is None:
        return "no request_url"
    challenge = secrets.token_hex(24)
    asked = {
        "type": "url_verification",
        "token": core.verification_token,
        "challenge": challenge,
    }
    replied = await send(core, "events_api", url, asked, None)
    said = (replied.payload or {}).get("challenge", (replied.payload or {}).get("text"))
    return None if said == challenge else replied.why or "challenge_failed"


def _noted(core: Core, kind: str, replied: Replied, began: float) -> Replied:
    took = (time.perf_counter() - began) * 1000
    core.journal.note("ack", kind, replied.payload or {"why": replied.why}, ms=took)
    return replied


def _encoded(kind: str, payload: Payload) -> tuple[bytes, str]:
    if kind == "events_api":
        return json.dumps(payload).encode(), "application/json"
    fields = payload if kind == "slash_commands" else {"payload": json.dumps(payload)}
    return urlencode(fields).encode(), "application/x-www-form-urlencoded"


def _headers(
    core: Core, body: bytes, content_type: str, retry: tuple[int, str] | None
) -> dict[str, str]:
    timestamp = str(int(time.time()))
    headers = {
        "Content-Type": content_type,
        "User-Agent": "Slackbot 1.0 (+https://api.slack.com/robots)",
        "X-Slack-Request-Timestamp": timestamp,
        "X-Slack-Signature": signature(core.signing_secret, timestamp, body),
    }
    if retry is not None:
        headers["X-Slack-Retry-Num"] = str(retry[0])
        headers["X-Slack-Retry-Reason"] = retry[1]
    return headers


def _post(url: str, body: bytes, headers: dict[str, str], within: float) -> _Raw:
    parts = urlsplit(url)
    host = parts.hostname or ""
    if parts.scheme != "http" or not is_loopback(host):
        msg = f"{url}: a local Slack sends to this machine alone"
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


def _read(raw: _Raw) -> Replied:
    if raw.status != http.client.OK:
        return Replied(why="no_retry" if raw.no_retry else "http_error")
    if not raw.body.strip():
        return Replied({})
    if "json" not in raw.content_type:
        return Replied({"text": raw.body.decode(errors="replace")})
    try:
        payload = json.loads(raw.body)
    except ValueError:
        return Replied(why="http_error")
    return Replied(payload if isinstance(payload, dict) else {})
