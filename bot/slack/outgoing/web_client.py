"""The clients of Slack's Web API and of response_urls: neither ever sends a post twice by itself.

The SDK's own handler also tries again where a request was sent and its reply was lost, so that a
message can stand there twice. What failed is tried again by `sending`, which holds no thread.
"""

from __future__ import annotations

import logging
import ssl
from functools import cache
from http import HTTPStatus
from typing import TYPE_CHECKING, Any
from urllib.error import HTTPError, URLError

from slack_sdk.errors import SlackApiError
from slack_sdk.http_retry.builtin_handlers import ConnectionErrorRetryHandler
from slack_sdk.web import SlackResponse

from bot.slack.direct_clients import DirectWebClient, DirectWebhookClient

if TYPE_CHECKING:
    from slack_sdk import WebClient
    from slack_sdk.http_retry import HttpRequest, HttpResponse, RetryState

# What fails is said where it is handled, once; the SDK would say it at each try.
_SILENT = logging.Logger("client", logging.CRITICAL + 1)  # noqa: LOG001 (nobody else's)
_POST_WITHIN = 15  # seconds for a post
_CONNECT_WITHIN = 5  # seconds for what a new socket needs


class CheckedClient(DirectWebClient):
    """Raises SlackApiError for any reply that is not Slack's, such as a sign-in page.

    The SDK raises something else where the reply is not an object of JSON.
    """

    def api_call(self, api_method: str, **given: Any) -> SlackResponse:  # noqa: ANN401 (the SDK's)
        """Call a method; return a reply that is an object."""
        try:
            reply = super().api_call(api_method, **given)
        except SlackApiError as error:
            if isinstance(error.response.data, dict):
                raise
            raise self.not_slacks(error.response.status_code) from None
        except (AttributeError, RecursionError, ValueError):  # the SDK's, of what it cannot read
            raise self.not_slacks() from None
        if not isinstance(reply.data, dict):
            raise self.not_slacks()
        return reply

    def not_slacks(self, status: int = HTTPStatus.OK) -> SlackApiError:
        """Return the error of a reply that is not Slack's: it has no code."""
        reply = SlackResponse(
            client=self,
            http_verb="POST",
            api_url=self.base_url,
            req_args={},
            data={},
            headers={},
            status_code=status,
        )
        return SlackApiError("The reply is not Slack's.", reply)  # type: ignore[no-untyped-call]


def web_client(token: str | None, base_url: str, seconds: float = _POST_WITHIN) -> CheckedClient:
    """Return a client that tries again only where nothing was sent."""
    return CheckedClient(
        token=token,
        base_url=base_url,
        timeout=seconds,  # type: ignore[arg-type]  # the standard library takes parts of seconds
        ssl=_tls(),
        logger=_SILENT,
        retry_handlers=[UnsentRetryHandler()],
    )


@cache
def _tls() -> ssl.SSLContext:
    """Return what all connections share: each would load the certificates again, in some 50 ms."""
    return ssl.create_default_context()


def connecting_client(client: WebClient) -> CheckedClient:
    """Return a client like this one, which gives up soon: it opens sockets."""
    return web_client(client.token, client.base_url, _CONNECT_WITHIN)


def response_url_client(url: str, client: WebClient) -> DirectWebhookClient:
    """Return a client of one response_url, with the same certificates as the client."""
    return DirectWebhookClient(
        url,
        timeout=_POST_WITHIN,
        ssl=client.ssl,
        logger=_SILENT,
        retry_handlers=[UnsentRetryHandler()],
    )


def is_unsent(error: BaseException | None) -> bool:
    """Return whether a request failed before all of it was sent.

    urllib raises URLError from connecting and sending alone; what the reply raises comes as it is.
    """
    return isinstance(error, URLError) and not isinstance(error, HTTPError)


class UnsentRetryHandler(ConnectionErrorRetryHandler):
    """Tries once more where Slack cannot have read the request."""

    def _can_retry(
        self,
        *,
        state: RetryState,  # noqa: ARG002 (the library's signature)
        request: HttpRequest,  # noqa: ARG002
        response: HttpResponse | None = None,  # noqa: ARG002
        error: Exception | None = None,
    ) -> bool:
        return is_unsent(error)
