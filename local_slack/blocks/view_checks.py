"""Checks of a modal or a Home tab: its fields, its blocks and its size."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from local_slack import slack_limits
from local_slack.blocks.block_checks import check_view_blocks
from local_slack.blocks.composition import plain
from local_slack.blocks.json_checks import (
    Check,
    Problem,
    Shape,
    anything,
    at,
    by_type,
    flag,
    string,
)
from local_slack.blocks.walking import walk_blocks

if TYPE_CHECKING:
    from collections.abc import Iterator

    from local_slack.refusal import Payload

_COMMON: dict[str, Check] = {
    "type": anything,
    "blocks": anything,  # checked by check_view_blocks
    "private_metadata": string(slack_limits.PRIVATE_METADATA),
    "callback_id": string(slack_limits.CALLBACK_ID),
    "external_id": string(slack_limits.CALLBACK_ID),
}


def _needs_submit(view: Payload) -> Iterator[Problem]:
    for pointer, block in walk_blocks(view["blocks"], "/view/blocks"):
        if block["type"] == "input" and "submit" not in view:
            yield at("must define `submit` to use an `input` block in modals", f"{pointer}/input")


_SHAPES = by_type(
    {
        "modal": Shape(
            {
                **_COMMON,
                "title": plain(slack_limits.VIEW_TITLE),
                "submit": plain(slack_limits.VIEW_TITLE),
                "close": plain(slack_limits.VIEW_TITLE),
                "clear_on_close": flag,
                "notify_on_close": flag,
                "submit_disabled": flag,
            },
            ("title", "blocks"),
        ),
        "home": Shape(_COMMON, ("blocks",)),
    }
)


def check_view(sent: Any, kind: str) -> list[Problem]:  # noqa: ANN401 (any JSON)
    """Return what Slack would refuse in a view of this kind: `modal` or `home`."""
    problems = list(_SHAPES(sent, "/view"))
    if not problems and sent["type"] != kind:
        problems = [at(f"unsupported type: {sent['type']}", "/view/type")]
    problems = problems or check_view_blocks(sent["blocks"], kind)
    if problems:
        return [at("failed to match all allowed schemas", "/view"), *problems]
    return list(_needs_submit(sent)) if kind == "modal" else []
