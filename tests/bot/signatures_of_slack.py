"""Signatures as Slack makes them, and every way in which a request can lack one."""

from __future__ import annotations

import hashlib
import hmac
import time

SECRET = "8f742231b10e8888abcd99yyyzzz85a5"


def now(shift=0):
    return str(int(time.time()) + shift)


def sign(timestamp, body, secret=SECRET, version="v0", errors="strict"):
    signed = f"{version}:{timestamp}:{body}".encode(errors=errors)
    return f"{version}={hmac.new(secret.encode(), signed, hashlib.sha256).hexdigest()}"


def headers(timestamp, signature, **others):
    sent = {"X-Slack-Request-Timestamp": timestamp, "X-Slack-Signature": signature, **others}
    return {name: value for name, value in sent.items() if value is not None}


def signed(body, timestamp=None, **changes):
    timestamp = timestamp or now()
    return headers(timestamp, sign(timestamp, body, **changes))


UNSIGNED = {
    "no headers": lambda _: {},
    "no timestamp": lambda body: headers(None, sign(now(), body)),
    "no signature": lambda _: headers(now(), None),
    "empty timestamp": lambda body: headers("", sign("", body)),
    "empty signature": lambda _: headers(now(), ""),
    "letters for a timestamp": lambda body: signed(body, "abc"),
    "a fraction": lambda body: signed(body, f"{now()}.5"),
    "a space before": lambda body: signed(body, f" {now()}"),
    "an underscore within": lambda body: signed(body, f"{now()[:3]}_{now()[3:]}"),
    "Arabic digits": lambda body: signed(body, now().translate(str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩"))),
    "negative": lambda body: signed(body, "-1"),
    "infinite": lambda body: signed(body, "inf"),
    "huge": lambda body: signed(body, "9" * 5_000),
    "old": lambda body: signed(body, now(-301)),
    "of the future": lambda body: signed(body, now(330)),
    "two timestamps": lambda body: {**signed(body), "X-Slack-Request-Timestamp": [now(), now()]},
    "two signatures": lambda body: {**signed(body), "X-Slack-Signature": [sign(now(), body)] * 2},
    "two in one": lambda body: headers(now(), ", ".join([sign(now(), body)] * 2)),
    "not ASCII": lambda _: headers(now(), "v0=é"),
    "another version": lambda body: signed(body, version="v1"),
    "no version": lambda body: headers(now(), sign(now(), body).removeprefix("v0=")),
    "cut": lambda body: headers(now(), sign(now(), body)[:-1]),
    "longer": lambda body: headers(now(), sign(now(), body) + "0"),
    "a line more": lambda body: headers(now(), sign(now(), body) + "\n"),
    "another secret": lambda body: signed(body, secret="another"),
    "of another body": lambda body: signed(body + " "),
    "of another time": lambda body: headers(now(), sign(now(-1), body)),
    "lazy": lambda _: {"x-slack-bolt-lazy-only": "1", "x-slack-bolt-lazy-function-name": "x"},
}  # fmt: skip
