"""Answers of the app to a response_url or in an ack: for one person, unless they say otherwise."""

from __future__ import annotations

from typing import TYPE_CHECKING

from local_slack.delivery.events import announce_posted
from local_slack.refusal import Payload, Refusal
from local_slack.workspace.message_content import app_fields, check_content, thread_fields

if TYPE_CHECKING:
    from local_slack.core import Core
    from local_slack.workspace.channels import PostedMessage
    from local_slack.workspace.response_urls import ResponseUrl


def answer_response_url(core: Core, name: str, sent: Payload) -> None:
    """Do what an app asks of a response_url; raise Refusal if it may not."""
    url = core.urls.use(name)
    original = _original(core, url)
    if _is_true(sent.get("delete_original")):
        url.uses += 1
        if original is not None:
            core.workspace.remove(original, cause=url.cause)
        return
    body = _check(sent)
    url.uses += 1
    if _is_true(sent.get("replace_original")) and original is not None:
        core.workspace.change(original, body, cause=url.cause)
        return
    show_answer(core, url.channel, url.user, sent, body, cause=url.cause)


def show_answer(  # noqa: PLR0913 (where, for whom, and what)
    core: Core, channel: str, user: str, sent: Payload, body: Payload, *, cause: str
) -> PostedMessage:
    """Show an answer to the person who acted, or to everybody if it says `in_channel`."""
    place = core.workspace.channels[channel]
    thread = thread_fields(core.workspace, place, sent.get("thread_ts"))
    public = sent.get("response_type") == "in_channel"
    message = core.workspace.post(
        place,
        {**app_fields(core.workspace), **body, **thread},
        ephemeral_to=None if public else user,
        cause=cause,
    )
    announce_posted(core, message)
    return message


def _original(core: Core, url: ResponseUrl) -> PostedMessage | None:
    channel = core.workspace.channels.get(url.channel)
    return core.workspace.find(channel, url.original) if channel and url.original else None


def _check(sent: Payload) -> Payload:
    """Return the content of an answer; a response_url refuses with status 400."""
    try:
        return check_content(sent)
    except Refusal as refusal:
        raise Refusal(refusal.code, status=400, **refusal.more) from None


def _is_true(value: object) -> bool:
    return value is True or str(value).lower() == "true"
