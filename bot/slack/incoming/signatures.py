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
_TIMESTAMP = re.compile(r"[0-9]{1,12}")
_SIGNATURE = re.compile(r"v0=[0-9a-f]{64}")


def is_signed(secret: str, headers: Mapping[str, Sequence[str]], body: str) -> bool:
    """Return whether a request is signed by Slack, and lately; no header makes this raise.

    `headers` have lower-case names. A header that is there twice is as good as none.
    """
    timestamp = _only(headers, "x-slack-request-timestamp", _TIMESTAMP)
    signature = _only(headers, "x-slack-signature", _SIGNATURE)
    if timestamp is None or signature is None or abs(time.time() - int(timestamp)) > _WITHIN:
        return False
    signed = f"v0:{timestamp}:{body}".encode(errors="surrogatepass")
    due = hmac.new(secret.encode(), signed, hashlib.sha256).hexdigest()
    return hmac.compare_digest(f"v0={due}", signature)


def _only(headers: Mapping[str, Sequence[str]], name: str, form: re.Pattern[str]) -> str | None:
    values = headers.get(name, ())
    return values[0] if len(values) == 1 and form.fullmatch(values[0]) else None
