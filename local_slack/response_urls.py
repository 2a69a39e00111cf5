"""response_url: five uses in thirty minutes, seen by one person unless it says otherwise."""

from __future__ import annotations

import secrets
import time
from collections import OrderedDict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from local_slack import events, messages, slack_limits
from local_slack.refusal import Payload, Refusal, refuse

if TYPE_CHECKING:
    from local_slack.core import Core
    from local_slack.state import PostedMessage

_KEPT = 10_000


@dataclass
class _Url:
    channel: str
    user: str
    cause: str
    until: float
    original: str | None  # the message that was clicked
    uses: int = 0


class ResponseUrls:
    """The addresses that were given out."""

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._given: OrderedDict[str, _Url] = OrderedDict()

    def give(self, channel: str, user: str, cause: str, original: str | None = None) -> str:
        """Return the last part of a new address."""
        name = f"{secrets.randbelow(10**12)}/{secrets.token_urlsafe(18)}"
        until = time.monotonic() + self._seconds
        self._given[name] = _Url(channel, user, cause, until, original)
        while len(self._given) > _KEPT:
            self._given.popitem(last=False)
        return name

    def use(self, name: str) -> _Url:
        """Return an address that may still be used; raise Refusal."""
        url = self._given.get(name)
        if url is None:
            refuse("invalid_url", status=404)
        if time.monotonic() > url.until:
            refuse("expired_url", status=404)
        if url.uses >= slack_limits.RESPONSE_URL_USES:
            refuse("used_url", status=404)
        return url


def answer(core: Core, name: str, sent: Payload) -> None:
    """Do what an app asks of a response_url; raise Refusal."""
    url = core.urls.use(name)
    original = _original(core, url)
    if _is_true(sent.get("delete_original")):
        url.uses += 1
        if original is not None:
            core.workspace.remove(original, cause=url.cause)
        return
    body = _content(sent)
    url.uses += 1
    if _is_true(sent.get("replace_original")) and original is not None:
        core.workspace.change(original, body, cause=url.cause)
        return
    show(core, url.channel, url.user, sent, body, cause=url.cause)


def show(  # noqa: PLR0913 (where, for whom, and what)
    core: Core, channel: str, user: str, sent: Payload, body: Payload, *, cause: str
) -> PostedMessage:
    """Show an answer to whoever acted, or to all where it says in_channel."""
    place = core.workspace.channels[channel]
    thread = messages.in_thread(core.workspace, place, sent.get("thread_ts"))
    public = sent.get("response_type") == "in_channel"
    message = core.workspace.post(
        place,
        {**messages.by_app(core.workspace), **body, **thread},
        ephemeral_to=None if public else user,
        cause=cause,
    )
    events.posted(core, message)
    return message


def _original(core: Core, url: _Url) -> PostedMessage | None:
    channel = core.workspace.channels.get(url.channel)
    return core.workspace.find(channel, url.original) if channel and url.original else None


def _content(sent: Payload) -> Payload:
    try:
        return messages.content(sent)
    except Refusal as refusal:
        raise Refusal(refusal.code, status=400, **refusal.more) from None


def _is_true(value: object) -> bool:
    return value is True or str(value).lower() == "true"
