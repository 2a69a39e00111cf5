"""Blocks that frame other content: alerts, cards, tasks and plans, containers, providers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from local_slack import slack_limits
from local_slack.blocks.composition import AN_IMAGE, plain, text
from local_slack.blocks.elements import BUTTON, OVERFLOW
from local_slack.blocks.json_checks import (
    Check,
    Problem,
    Shape,
    anything,
    at,
    at_least_one,
    by_type,
    flag,
    items,
    one_of,
    several,
    string,
)
from local_slack.blocks.rich_text import RICH_TEXT_BLOCK
from local_slack.blocks.values import A_SAFE_ADDRESS, A_WEB_ADDRESS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from local_slack.refusal import Payload

ALERT: dict[str, Check] = {
    "text": text(slack_limits.ALERT_TEXT),
    "level": one_of("default", "info", "warning", "error", "success"),
}

# Slack's documentation lists these and no others.
_ICONS = """archive book bookmark bot bug calendar call caret-left caret-right check clipboard code
comment compass copy cube download edit email eye-closed eye-open file flag folder gear globe heart
help image info key lightbulb link map mobile new-window pin plus refine refresh rocket save screen
share sparkle star star-filled tag thumbs-down thumbs-up trash upload user warning""".split()
_SLACK_ICON = Shape({"type": one_of("icon"), "name": one_of(*_ICONS)}, ("type", "name"))
CARD: dict[str, Check] = {
    "hero_image": AN_IMAGE,
    "icon": AN_IMAGE,
    "slack_icon": _SLACK_ICON,
    "title": text(slack_limits.CARD_TITLE),
    "subtitle": text(slack_limits.CARD_TITLE),
    "body": text(slack_limits.CARD_TEXT),
    "subtext": text(slack_limits.CARD_TEXT),
    "actions": items(by_type({"button": BUTTON}), slack_limits.CARD_BUTTONS, 1),
}


def _one_icon(value: Payload, here: str) -> Iterator[Problem]:
    if "icon" in value and "slack_icon" in value:
        yield at("must define either `icon` or `slack_icon`", f"{here}/type")


card_is_not_empty = several(at_least_one("hero_image", "title", "actions", "body"), _one_icon)

# Tasks: a card that stands by itself is under way; one that waits is part of a plan.

_STATUSES = ("in_progress", "complete", "error")
_SOURCE = Shape({"type": anything, "url": A_WEB_ADDRESS, "text": string(least=1)}, ("url", "text"))
_TASK: dict[str, Check] = {
    "task_id": string(least=1),
    "title": string(least=1),
    "details": RICH_TEXT_BLOCK,
    "output": RICH_TEXT_BLOCK,
    "sources": items(by_type({"url": _SOURCE})),
}
TASK_CARD: dict[str, Check] = {**_TASK, "status": one_of(*_STATUSES)}
_IN_A_PLAN = Shape(
    {
        "type": one_of("task_card"),
        "block_id": string(slack_limits.BLOCK_ID),
        **_TASK,
        "status": one_of("pending", *_STATUSES),
    },
    ("task_id", "title"),
)
PLAN: dict[str, Check] = {
    "title": string(least=1),
    "tasks": items(_IN_A_PLAN, slack_limits.PLAN_TASKS),
    "status": one_of("pending", *_STATUSES),  # taken, and without effect
}

# A container; its child blocks are those of block_types.py.

CONTAINER: dict[str, Check] = {
    "title": plain(slack_limits.CARD_TITLE),
    "rich_text_title": RICH_TEXT_BLOCK,
    "subtitle": text(slack_limits.CARD_TITLE),
    "width": one_of("narrow", "standard", "wide", "full"),
    "icon": AN_IMAGE,
    "is_collapsible": flag,
    "default_collapsed": flag,
    "has_header_divider": flag,
}
container_has_title = at_least_one("title", "rich_text_title")

AUTH_PROVIDER: dict[str, Check] = {
    "value": string(slack_limits.PROVIDER_TEXT, 1),
    "name": plain(slack_limits.PROVIDER_NAME),
    "is_connected": flag,
    "description": plain(slack_limits.PROVIDER_TEXT),
    "icon_url": A_SAFE_ADDRESS,
    "auth_url": A_SAFE_ADDRESS,
    "disconnect_url": A_SAFE_ADDRESS,
    "connected_identity": plain(slack_limits.PROVIDER_NAME),
    "connected_context": plain(slack_limits.PROVIDER_NAME),
    "accessory": by_type({"overflow": OVERFLOW}),
}
