"""The types of blocks: the fields of each, and where it may stand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from local_slack import slack_limits
from local_slack.blocks import cards, tables
from local_slack.blocks.composition import IMAGE, IMAGE_ELEMENT, plain, text
from local_slack.blocks.elements import IN_ACTIONS, IN_CONTEXT_ACTIONS, IN_SECTIONS, INPUTS
from local_slack.blocks.inputs import TYPED
from local_slack.blocks.json_checks import (
    Check,
    Problem,
    Shape,
    anything,
    at,
    at_least_one,
    by_type,
    exactly_one,
    flag,
    items,
    nullable,
    one_of,
    string,
    whole,
)
from local_slack.blocks.rich_text import RICH_TEXT
from local_slack.blocks.values import A_SAFE_ADDRESS, A_WEB_ADDRESS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from local_slack.refusal import Payload


def _block(fields: dict[str, Check], *required: str, also: Check = anything) -> Shape:
    common: dict[str, Check] = {"type": anything, "block_id": string(slack_limits.BLOCK_ID)}
    return Shape({**common, **fields}, required, also)


_IN_CONTEXT: dict[str, Shape] = {
    "image": IMAGE_ELEMENT,
    "plain_text": Shape(
        {"type": anything, "text": string(slack_limits.CONTEXT_TEXT, 1), "emoji": flag}, ("text",)
    ),
    "mrkdwn": Shape(
        {"type": anything, "text": string(slack_limits.CONTEXT_TEXT, 1), "verbatim": flag},
        ("text",),
    ),
}
# The elements that a block takes, by its type.
ELEMENTS: dict[str, dict[str, Shape]] = {
    "section": {"image": IMAGE_ELEMENT, **IN_SECTIONS},
    "context": _IN_CONTEXT,
    "actions": IN_ACTIONS,
    "input": {**INPUTS, **TYPED},
    "context_actions": IN_CONTEXT_ACTIONS,
}
_IN = {name: by_type(shapes) for name, shapes in ELEMENTS.items()}


def _no_file_dispatched(value: Payload, here: str) -> Iterator[Problem]:
    """Yield a problem for a file that an app would be told of at once, which Slack cannot do."""
    if value.get("dispatch_action") and value["element"]["type"] == "file_input":
        yield at("unsupported type: file_input", f"{here}/element/type")


def _optional(fields: dict[str, Check]) -> dict[str, Check]:
    """Return the same fields, which may be null: so Slack's documentation says of videos."""
    return {name: nullable(check) for name, check in fields.items()}


def _any_block(value: Any, here: str) -> Iterator[Problem]:  # noqa: ANN401 (any JSON)
    """Check a block inside of another, of any type that may be there."""
    yield from by_type({t: SHAPES[t] for t in CHILDREN})(value, here)


_CARD = _block(cards.CARD, also=cards.card_is_not_empty)
SHAPES: dict[str, Shape] = {
    "section": _block(
        {
            "text": text(slack_limits.SECTION_TEXT),
            "fields": items(text(slack_limits.SECTION_FIELD_TEXT), slack_limits.SECTION_FIELDS, 1),
            "accessory": _IN["section"],
            "expand": flag,
        },
        also=at_least_one("text", "fields"),
    ),
    "divider": _block({}),
    "header": _block({"text": plain(slack_limits.HEADER_TEXT), "level": whole(1, 4)}, "text"),
    "context": _block(
        {"elements": items(_IN["context"], slack_limits.CONTEXT_ELEMENTS, 1)}, "elements"
    ),
    "actions": _block(
        {"elements": items(_IN["actions"], slack_limits.ACTION_ELEMENTS, 1)}, "elements"
    ),
    "image": _block(
        {**IMAGE, "title": plain(slack_limits.IMAGE_TITLE)},
        "alt_text",
        also=exactly_one("image_url", "slack_file"),
    ),
    "input": _block(
        {
            "label": plain(slack_limits.INPUT_LABEL),
            "hint": plain(slack_limits.INPUT_HINT),
            "element": _IN["input"],
            "optional": flag,
            "dispatch_action": flag,
        },
        "label",
        "element",
        also=_no_file_dispatched,
    ),
    "rich_text": _block(RICH_TEXT, "elements"),
    "video": _block(
        {
            "alt_text": string(slack_limits.IMAGE_ALT_TEXT),
            "title": plain(slack_limits.VIDEO_TITLE),
            "thumbnail_url": A_WEB_ADDRESS,
            "video_url": A_SAFE_ADDRESS,
            **_optional(
                {
                    "title_url": A_SAFE_ADDRESS,
                    "author_name": string(slack_limits.VIDEO_AUTHOR),
                    "description": plain(slack_limits.VIDEO_TITLE),
                    "provider_name": string(slack_limits.VIDEO_AUTHOR),
                    "provider_icon_url": A_WEB_ADDRESS,
                }
            ),
        },
        "alt_text",
        "title",
        "thumbnail_url",
        "video_url",
    ),
    "card": _CARD,
    "carousel": _block(
        {"elements": items(by_type({"card": _CARD}), slack_limits.CAROUSEL_CARDS, 1)}, "elements"
    ),
    "container": _block(
        {**cards.CONTAINER, "child_blocks": items(_any_block, slack_limits.CHILD_BLOCKS, 1)},
        "child_blocks",
        also=cards.container_has_title,
    ),
    "alert": _block(cards.ALERT, "text"),
    "task_card": _block(cards.TASK_CARD, "task_id", "title"),
    "plan": _block(cards.PLAN, "title"),
    "auth_provider": _block(
        {**cards.AUTH_PROVIDER, "fallback": items(_any_block)}, "value", "name", "is_connected"
    ),
    "table": _block(tables.TABLE, "rows"),
    "data_table": _block(tables.DATA_TABLE, "rows", "caption", also=tables.even_with_plain_head),
    "data_visualization": _block(tables.DATA_VISUALIZATION, "title", "chart"),
    "markdown": _block({"text": string(slack_limits.MARKDOWN_TEXT, 1)}, "text"),
    "file": _block({"external_id": string(), "source": one_of("remote")}, "external_id", "source"),
    "call": _block(
        {"call_id": string(least=1), "api_decoration_available": flag, "call": anything}, "call_id"
    ),
    "context_actions": _block(
        {"elements": items(_IN["context_actions"], slack_limits.CONTEXT_ACTIONS, 1)}, "elements"
    ),
}
# Where each may stand, as docs.slack.dev/blocks.json says; it leaves auth_provider and call out.
_EVERYWHERE = """actions card context divider header image input rich_text section video
auth_provider""".split()
_WIDE = "carousel container data_table data_visualization table".split()
MODAL = frozenset({*_EVERYWHERE, "alert"})
HOME = frozenset({*_EVERYWHERE, *_WIDE})
MESSAGE = frozenset(SHAPES) - {"alert"}
CHILDREN = """actions context divider file header image input rich_text section table
video""".split()
