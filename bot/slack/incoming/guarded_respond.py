"""Answering at a response_url: only ever at Slack's own address."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from slack_bolt import Respond
from slack_sdk.webhook import WebhookResponse

from bot.slack.direct_clients import DirectWebhookClient
from bot.slack.settings import SLACK_API, is_loopback

if TYPE_CHECKING:
    from slack_bolt import BoltRequest

_SLACK = "hooks.slack.com"
_FORBIDDEN = 403
_log = logging.getLogger(__name__)


class GuardedRespond(Respond):
    """Sends to a response_url of this Slack; to any other address it sends nothing.

    A payload names the address, and whoever forges one would make the bot call any machine that
    it can reach.
    """

    def __init__(self, *, response_url: str | None, api_url: str) -> None:
        super().__init__(response_url=response_url)
        self.api_url = api_url

    def __call__(  # type: ignore[override]  # what Bolt takes by place is given by name
        self,
        text: str | dict[str, Any] = "",
        **fields: Any,  # noqa: ANN401 (Slack's)
    ) -> WebhookResponse:
        """Send, and return what was answered: 403 where nothing was sent."""
        if self.response_url and is_of_slack(self.response_url, self.api_url):
            body = text if isinstance(text, dict) else {"text": text, **fields}
            client = DirectWebhookClient(self.response_url, retry_handlers=[])
            return client.send_dict(body)
        _log.warning("there is no response_url of Slack's, so nothing was sent")
        return WebhookResponse(url="", status_code=_FORBIDDEN, body="", headers={})


def guard_response_url(request: BoltRequest, api_url: str) -> None:
    """Let listeners answer this request at Slack's address alone."""
    url = request.context.get("response_url")
    found = url if isinstance(url, str) else None
    request.context["respond"] = GuardedRespond(response_url=found, api_url=api_url)


def is_of_slack(url: str, api_url: str = SLACK_API) -> bool:
    """Return whether an address is Slack's, or that of the Slack on this machine if one is set."""
    try:
        parts, local = urlsplit(url), urlsplit(api_url)
        is_local = is_loopback(url) and parts.port == local.port and parts.username is None
    except ValueError:
        return False
    official = (parts.scheme, parts.netloc) == ("https", _SLACK)
    return official if api_url == SLACK_API else is_local
