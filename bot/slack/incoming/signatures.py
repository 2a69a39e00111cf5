"""Slack's signature of an HTTP request: who cannot show one is not Slack."""

from __future__ import annotations

import hashlib
import hmac
import re
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_WITHIN = 5 * 60  # seconds between Slack's clock and ours, as Slack advises
_TIMESTAMP_HEADER, _SIGNATURE_HEADER = "x-slack-request-timestamp", "x-slack-signature"
SIGNED_BY = (_TIMESTAMP_HEADER, _SIGNATURE_HEADER)
_TIMESTAMP = re.compile(r"[0-9]{1,12}")
_SIGNATURE = re.compile(r"v0=[0-9a-f]{64}")


def is_signed(secret: str, headers: Mapping[str, Sequence[str]], body: str) -> bool:
    """Return whether a request is signed by Slack, and lately; no header makes this raise.

    `headers` have lower-case names. A header that is there twice is as good as none.
    """
    if not is_dated(headers):
        return False
    (timestamp,), (signature,) = (headers[name] for name in SIGNED_BY)
    signed = f"v0:{timestamp}:{body}".encode(errors="surrogatepass")
    due = hmac.new(secret.encode(), signed, hashlib.sha256).hexdigest()
    return hmac.compare_digest(f"v0={due}", signature)


def is_dated(headers: Mapping[str, Sequence[str]]) -> bool:
    """Return whether a request bears a signature of now, which the body has yet to prove."""
    timestamp = _only(headers, _TIMESTAMP_HEADER, _TIMESTAMP)
    signature = _only(headers, _SIGNATURE_HEADER, _SIGNATURE)
    if timestamp is None or signature is None:
        return False
    return abs(time.time() - int(timestamp)) <= _WITHIN


def _only(headers: Mapping[str, Sequence[str]], name: str, form: re.Pattern[str]) -> str | None:
    values = headers.get(name, ())
    return values[0] if len(values) == 1 and form.fullmatch(values[0]) else None
