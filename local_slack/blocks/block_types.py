"""The types of blocks: the fields of each, and where it may stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from local_slack import slack_limits
from local_slack.blocks.elements import (
    A_URL,
    CLICKED,
    IMAGE,
    IN_ACTIONS,
    IN_CONTEXT_ACTIONS,
    INPUTS,
    TYPED,
    plain,
    text,
)
from local_slack.blocks.json_checks import (
    Check,
    Problem,
    Shape,
    anything,
    at,
    by_type,
    flag,
    items,
    one_of,
    string,
    whole,
)
from local_slack.blocks.rich_text import RICH_TEXT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from local_slack.refusal import Payload


def _block(fields: dict[str, Check], *required: str, one: tuple[str, ...] = ()) -> Shape:
    common: dict[str, Check] = {"type": anything, "block_id": string(slack_limits.BLOCK_ID)}
    return Shape({**common, **fields}, required, one_required=one)


def _same_width(value: Payload, here: str) -> Iterator[Problem]:
    rows = [r for r in value.get("rows", []) if isinstance(r, list)]
    if len({len(r) for r in rows}) > 1:
        yield at("all rows must have the same number of columns", f"{here}/rows")


_CELL = by_type(
    {
        "raw_text": Shape({"type": anything, "text": string(least=1)}, ("text",)),
        "raw_number": Shape(
            {"type": anything, "value": anything, "text": string(), "format": anything}, ("value",)
        ),
        "rich_text": Shape({**RICH_TEXT, "block_id": string(slack_limits.BLOCK_ID)}, ("elements",)),
    }
)
_COLUMN = Shape({"align": one_of("left", "center", "right"), "is_wrapped": flag})
_TABLE: dict[str, Check] = {
    "rows": items(items(_CELL, slack_limits.TABLE_COLUMNS, 1), slack_limits.TABLE_ROWS, 1),
    "column_settings": items(_COLUMN, slack_limits.TABLE_COLUMNS),
}
_DATA_TABLE: dict[str, Check] = {
    "caption": string(least=1),
    "rows": items(
        items(_CELL, slack_limits.TABLE_COLUMNS, 1),
        slack_limits.DATA_TABLE_ROWS[1],
        slack_limits.DATA_TABLE_ROWS[0],
    ),
    "page_size": whole(1, slack_limits.DATA_TABLE_PAGE),
    "row_header_column_index": whole(0),
}
_IN_CONTEXT: dict[str, Shape] = {
    "image": Shape(IMAGE, ("alt_text",), one_required=("image_url", "slack_file")),
    "plain_text": Shape(
        {"type": anything, "text": string(slack_limits.CONTEXT_TEXT, 1), "emoji": flag},
        ("text",),
    ),
    "mrkdwn": Shape(
        {"type": anything, "text": string(slack_limits.CONTEXT_TEXT, 1), "verbatim": flag},
        ("text",),
    ),
}
# The elements that a block takes, by its type.
ELEMENTS: dict[str, dict[str, Shape]] = {
    "section": {"image": Shape(IMAGE, ("alt_text",)), **CLICKED},
    "context": _IN_CONTEXT,
    "actions": IN_ACTIONS,
    "input": {**INPUTS, **TYPED},
    "context_actions": IN_CONTEXT_ACTIONS,
}
_IN = {name: by_type(shapes) for name, shapes in ELEMENTS.items()}
_SECTION_BLOCK = _block(
    {
        "text": text(slack_limits.SECTION_TEXT),
        "fields": items(text(slack_limits.SECTION_FIELD_TEXT), slack_limits.SECTION_FIELDS, 1),
        "accessory": _IN["section"],
        "expand": flag,
    },
    one=("text", "fields"),
)
EVERYWHERE: dict[str, Shape] = {
    "section": _SECTION_BLOCK,
    "divider": _block({}),
    "header": _block({"text": plain(slack_limits.HEADER_TEXT)}, "text"),
    "context": _block(
        {"elements": items(_IN["context"], slack_limits.CONTEXT_ELEMENTS, 1)},
        "elements",
    ),
    "actions": _block(
        {"elements": items(_IN["actions"], slack_limits.ACTION_ELEMENTS, 1)},
        "elements",
    ),
    "image": _block(
        {**IMAGE, "title": plain(slack_limits.IMAGE_TITLE)},
        "alt_text",
        one=("image_url", "slack_file"),
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
    ),
    "rich_text": _block(RICH_TEXT, "elements"),
    "video": _block(
        {
            "alt_text": string(),
            "title": plain(slack_limits.VIDEO_TITLE),
            "title_url": A_URL,
            "thumbnail_url": A_URL,
            "video_url": A_URL,
            "author_name": string(slack_limits.VIDEO_AUTHOR),
            "description": plain(slack_limits.VIDEO_TITLE),
            "provider_name": string(slack_limits.VIDEO_AUTHOR),
            "provider_icon_url": A_URL,
        },
        "alt_text",
        "title",
        "thumbnail_url",
        "video_url",
    ),
}
IN_MESSAGES_ONLY: dict[str, Shape] = {
    "table": _block(_TABLE, "rows"),
    "data_table": Shape(_block(_DATA_TABLE).fields, ("rows", "caption"), _same_width),
    "markdown": _block({"text": string(slack_limits.MARKDOWN_TEXT, 1)}, "text"),
    "file": _block({"external_id": string(), "source": one_of("remote")}, "external_id", "source"),
    "context_actions": _block({"elements": items(_IN["context_actions"], 5, 1)}, "elements"),
}
