"""HTTP to the address that is asked for, and to no other: no redirect is followed.

urllib follows them, and the SDK sends by it: the token would go to wherever a proxy or a sign-in
page leads. Every client of the bot is one of these. Each address has the proxy that is its own; the
client's `proxy`, which the SDK takes from the environment, is not used.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.request import (
    HTTPDefaultErrorHandler,
    HTTPErrorProcessor,
    HTTPHandler,
    HTTPSHandler,
    OpenerDirector,
    ProxyHandler,
    Request,
    UnknownHandler,
)

from slack_sdk import WebClient
from slack_sdk.web.file_upload_v2_result import FileUploadV2Result as Uploaded
from slack_sdk.webhook import WebhookClient, WebhookResponse

from bot.slack.proxies import proxy_for

if TYPE_CHECKING:
    from email.message import Message
    from ssl import SSLContext


class DirectWebClient(WebClient):
    """Slack's Web API, without redirects."""

    def _perform_urllib_http_request_internal(self, url: str, req: Request) -> dict[str, Any]:  # noqa: ARG002 (the SDK's)
        status, headers, body = _send(req, self.timeout, self.ssl)
        return {"status": status, "headers": headers, "body": body}

    def _upload_file(self, *, url: str, data: bytes, timeout: int, **_: object) -> Uploaded:
        """Send a file to the address that Slack has named for it."""
        request = Request(url, data, method="POST")  # noqa: S310 (the opener knows no other scheme)
        status, _headers, body = _send(request, timeout, self.ssl)
        return Uploaded(status, body)


class DirectWebhookClient(WebhookClient):
    """One response_url, without redirects."""

    def _perform_http_request_internal(self, url: str, req: Request) -> WebhookResponse:
        status, headers, body = _send(req, self.timeout, self.ssl)
        return WebhookResponse(url=url, status_code=status, body=body, headers=dict(headers))


def _send(request: Request, seconds: float, tls: SSLContext | None) -> tuple[int, Message, str]:
    """Return status, headers and text of a reply; raise HTTPError for any that is not 2xx."""
    with _opener(tls, proxy_for(request.full_url)).open(request, timeout=seconds) as reply:
        charset = reply.headers.get_content_charset() or "utf-8"
        return reply.status, reply.headers, reply.read().decode(charset)


def _opener(tls: SSLContext | None, proxy: str | None) -> OpenerDirector:
    """Return what opens http: and https: alone, by the proxy if there is one.

    urllib's own opener also takes redirects, files and FTP.
    """
    opener = OpenerDirector()
    for handler in (
        ProxyHandler({"http": proxy, "https": proxy} if proxy else {}),
        HTTPHandler(),
        HTTPSHandler(context=tls),
        HTTPDefaultErrorHandler(),
        HTTPErrorProcessor(),
        UnknownHandler(),
    ):
        opener.add_handler(handler)
    return opener
