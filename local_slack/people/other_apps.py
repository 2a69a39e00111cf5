"""Posting as another app, as a workflow or as an old integration: each leaves its own shape."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from local_slack.delivery.events import announce_posted
from local_slack.people.answer_wait import wait_for_answers
from local_slack.people.composer import compose_for_app
from local_slack.people.writing import content_fields
from local_slack.refusal import refuse
from local_slack.workspace.ids import TEAM
from local_slack.workspace.message_content import check_content, thread_fields

if TYPE_CHECKING:
    from local_slack.core import Core
    from local_slack.people.outcome import ActResult
    from local_slack.refusal import Payload
    from local_slack.workspace.channels import User

KINDS = ("app", "workflow", "integration")


async def post_as(  # noqa: PLR0913 (who posts what where)
    core: Core,
    name: str,
    text: str = "",
    *,
    channel: str,
    kind: str = "app",
    blocks: list[Payload] | None = None,
    attachments: list[Payload] | None = None,
    thread_ts: str | None = None,
    wait: float = 2,
) -> ActResult:
    """Post under a name as an "app", a "workflow" or an "integration"; wait for an answer."""
    if kind not in KINDS:
        refuse("invalid_arguments", known=list(KINDS))
    where = core.workspace.channel(channel)
    poster = core.workspace.add_app(name)
    body = {
        **_author(kind, poster),
        **_content(core, text, blocks, attachments),
        **thread_fields(core.workspace, where, thread_ts),
    }
    written = core.workspace.post(where, body)
    return await wait_for_answers(core, poster, written, announce_posted(core, written), wait)


def _content(
    core: Core, text: str, blocks: list[Payload] | None, attachments: list[Payload] | None
) -> Payload:
    """Return the content of a post; text alone becomes rich text, as in Slack."""
    if text and not blocks:
        written = content_fields(compose_for_app(core.workspace, text))
        return {**written, **({"attachments": attachments} if attachments else {})}
    content = check_content({"text": text, "blocks": blocks, "attachments": attachments})
    return content if content["text"] or blocks else {"attachments": content["attachments"]}


def _author(kind: str, poster: User) -> Payload:
    """Return who posted: an app has a user, a workflow and an old integration only a name."""
    bot, app = f"B{poster.id[1:]}", f"A{poster.id[1:]}"
    if kind == "integration":
        return {"subtype": "bot_message", "bot_id": bot, "username": poster.real_name}
    if kind == "workflow":
        named = {"username": poster.real_name, "bot_id": bot, "app_id": app}
        return {"subtype": "bot_message", **named}
    return {
        "user": poster.id,
        "bot_id": bot,
        "app_id": app,
        "team": TEAM,
        "bot_profile": {
            "id": bot,
            "deleted": False,
            "name": poster.real_name,
            "updated": int(time.time()),
            "app_id": app,
            "user_id": poster.id,
            "icons": {},
            "team_id": TEAM,
        },
    }
