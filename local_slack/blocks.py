"""Slack's rules for blocks, as it words them: what is wrong, and a JSON pointer to where."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from local_slack import slack_limits
from local_slack.checks import (
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
from local_slack.elements import (
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
from local_slack.rich_text import RICH_TEXT

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
_ACCESSORY = by_type({"image": Shape(IMAGE, ("alt_text",)), **CLICKED})
_SECTION_BLOCK = _block(
    {
        "text": text(slack_limits.SECTION_TEXT),
        "fields": items(text(slack_limits.SECTION_FIELD_TEXT), slack_limits.SECTION_FIELDS, 1),
        "accessory": _ACCESSORY,
        "expand": flag,
    },
    one=("text", "fields"),
)
_IN_CONTEXT = by_type(
    {
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
)
_EVERYWHERE: dict[str, Shape] = {
    "section": _SECTION_BLOCK,
    "divider": _block({}),
    "header": _block({"text": plain(slack_limits.HEADER_TEXT)}, "text"),
    "context": _block(
        {"elements": items(_IN_CONTEXT, slack_limits.CONTEXT_ELEMENTS, 1)}, "elements"
    ),
    "actions": _block(
        {"elements": items(by_type(IN_ACTIONS), slack_limits.ACTION_ELEMENTS, 1)}, "elements"
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
            "element": by_type({**INPUTS, **TYPED}),
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
_IN_MESSAGES_ALONE: dict[str, Shape] = {
    "table": _block(_TABLE, "rows"),
    "data_table": Shape(_block(_DATA_TABLE).fields, ("rows", "caption"), _same_width),
    "markdown": _block({"text": string(slack_limits.MARKDOWN_TEXT, 1)}, "text"),
    "file": _block({"external_id": string(), "source": one_of("remote")}, "external_id", "source"),
    "context_actions": _block({"elements": items(by_type(IN_CONTEXT_ACTIONS), 5, 1)}, "elements"),
}
_IN_A_MESSAGE = items(by_type(_EVERYWHERE | _IN_MESSAGES_ALONE), slack_limits.BLOCKS)
_IN_A_VIEW = items(by_type(_EVERYWHERE), slack_limits.BLOCKS_OF_A_VIEW)


def of_a_message(blocks: Any, here: str = "/blocks") -> list[Problem]:  # noqa: ANN401 (any JSON)
    """List what Slack would refuse in a message's blocks."""
    found = list(_IN_A_MESSAGE(blocks, here))
    return found or [*_repeated(blocks, here), *_too_many(blocks, here)]


def of_a_view(blocks: Any, here: str = "/view/blocks") -> list[Problem]:  # noqa: ANN401 (any JSON)
    """List what Slack would refuse in the blocks of a modal or a Home tab."""
    return list(_IN_A_VIEW(blocks, here)) or list(_repeated(blocks, here))


def _repeated(blocks: list[Payload], here: str) -> Iterator[Problem]:
    seen: set[str] = set()
    for number, block in enumerate(blocks):
        name = block.get("block_id")
        if name and name in seen:
            yield at(f'block_id "{name}" already exists', f"{here}/{number}/block_id")
        seen.add(name or "")
    used: set[str] = set()
    for pointer, element in elements(blocks, here):
        name = element.get("action_id")
        if name and name in used:
            yield at(f'action_id "{name}" already exists', f"{pointer}/action_id")
        used.add(name or "")


def _too_many(blocks: list[Payload], here: str) -> Iterator[Problem]:
    kinds = Counter(b["type"] for b in blocks)
    if kinds["table"] > slack_limits.TABLES:
        yield at("only one table allowed", here)
    for kind, most in (
        ("table", slack_limits.TABLE_TEXT),
        ("data_table", slack_limits.DATA_TABLE_TEXT),
    ):
        cells = sum(len(t) for b in blocks if b["type"] == kind for t in words(b["rows"]))
        if cells > most:
            yield at(f"{kind} cells must have less than {most + 1} characters", here)
    if sum(len(b["text"]) for b in blocks if b["type"] == "markdown") > slack_limits.MARKDOWN_TEXT:
        yield at(f"markdown must be less than {slack_limits.MARKDOWN_TEXT + 1} characters", here)


def elements(blocks: list[Payload], here: str = "/blocks") -> Iterator[tuple[str, Payload]]:
    """Walk over what can be clicked or filled in, each with its pointer."""
    for number, block in enumerate(blocks):
        at_block = f"{here}/{number}"
        for name in ("accessory", "element"):
            if isinstance(block.get(name), dict):
                yield f"{at_block}/{name}", block[name]
        if block["type"] in {"actions", "context_actions"}:
            for position, element in enumerate(block["elements"]):
                yield f"{at_block}/elements/{position}", element


def words(part: Any) -> Iterator[str]:  # noqa: ANN401 (any JSON)
    """Walk over every text in blocks, whatever holds it."""
    if isinstance(part, list):
        for item in part:
            yield from words(item)
    elif isinstance(part, dict):
        if isinstance(part.get("text"), str):
            yield part["text"]
        for key, value in part.items():
            if key != "text" or not isinstance(value, str):
                yield from words(value)
