"""The client of Slack's Web API: it tries again only as long as Slack would not redeliver."""

from __future__ import annotations

from typing import TYPE_CHECKING

from slack_sdk import WebClient
from slack_sdk.http_retry.builtin_handlers import (
    ConnectionErrorRetryHandler,
    RateLimitErrorRetryHandler,
    ServerErrorRetryHandler,
)

if TYPE_CHECKING:
    from slack_sdk.http_retry import HttpRequest, HttpResponse, RetryState

_RETRY_WITHIN = 2  # seconds; Slack redelivers an event that is not acked in three
_WAIT_WITHIN = 1  # seconds of a rate limit, to which the SDK adds up to one


def web_client(token: str | None, base_url: str) -> WebClient:
    """Return a client that tries again after a lost connection, a rate limit or a server error."""
    return WebClient(
        token=token,
        base_url=base_url,
        timeout=_RETRY_WITHIN,
        retry_handlers=[
            ConnectionErrorRetryHandler(),
            _PatientForSeconds(),
            ServerErrorRetryHandler(),
        ],
    )


class _PatientForSeconds(RateLimitErrorRetryHandler):
    """Waits out a rate limit only where Slack would not redeliver meanwhile."""

    def _can_retry(
        self,
        *,
        state: RetryState,  # noqa: ARG002 (the library's signature)
        request: HttpRequest,  # noqa: ARG002
        response: HttpResponse | None = None,
        error: Exception | None = None,  # noqa: ARG002
    ) -> bool:
        if response is None or response.status_code != 429:  # noqa: PLR2004 (HTTP)
            return False
        waits = [v[0] for k, v in response.headers.items() if k.lower() == "retry-after"]
        return bool(waits) and waits[0].isdecimal() and int(waits[0]) <= _WAIT_WITHIN
