"""Rich text: sections, lists, quotations and preformatted text, each a list of runs."""

from __future__ import annotations

from local_slack import slack_limits
from local_slack.blocks.json_checks import (
    Check,
    Shape,
    anything,
    by_type,
    flag,
    items,
    one_of,
    string,
    whole,
)
from local_slack.blocks.values import A_COLOR, A_LINK, A_TIMEZONE

_STYLE = Shape(
    dict.fromkeys(
        ("bold", "italic", "strike", "code", "underline", "highlight", "client_highlight"), flag
    )
    | {"unlink": flag}
)


def _run(fields: dict[str, Check], *required: str) -> Shape:
    return Shape({"type": anything, "style": _STYLE, **fields}, required)


_ADDRESS: dict[str, Check] = {"url": A_LINK, "text": string()}
_TEXTS_OF_AN_ATTACHMENT: dict[str, Check] = dict.fromkeys(
    """app_id entity_id icon_url channel_id ts icon_name reference_object_type""".split(), string()
)
# Slack's documentation names these runs; they stand for things that the local Slack does not have,
# so that their fields are not checked.
OF_SLACK_ONLY = """canvas canvas_message_unfurl canvas_user_mention citation file list_record
salesforce_data_field tag work_object_mention workflow_mention""".split()


_RUNS = by_type(
    {
        "text": _run({"text": string(least=1)}, "text"),
        "link": _run({"url": A_LINK, "text": string(), "unsafe": flag}, "url"),
        "user": _run({"user_id": string()}, "user_id"),
        "usergroup": _run({"usergroup_id": string()}, "usergroup_id"),
        "channel": _run({"channel_id": string()}, "channel_id"),
        "team": _run({"team_id": string()}, "team_id"),
        "emoji": _run(
            {"name": string(), "unicode": string(), "skin_tone": whole(1, 6), "url": string()},
            "name",
        ),
        "broadcast": _run({"range": one_of("here", "channel", "everyone")}, "range"),
        "color": _run({"value": A_COLOR}, "value"),
        "date": _run(
            {
                "timestamp": whole(0),
                "format": string(),
                "url": A_LINK,
                "fallback": string(),
                "timezone": A_TIMEZONE,
            },
            "timestamp",
            "format",
        ),
        "attachment_mention": _run(
            {**_ADDRESS, **_TEXTS_OF_AN_ATTACHMENT, "full_size_preview_enabled": flag}, "url"
        ),
        "message_mention": _run(
            {
                "channel_id": string(),
                "message_ts": string(),
                "author_id": string(),
                "thread_ts": string(),
                **_ADDRESS,
            },
            "channel_id",
            "message_ts",
        ),
        **dict.fromkeys(OF_SLACK_ONLY, anything),
    }
)
_SECTION = Shape({"type": anything, "elements": items(_RUNS)}, ("elements",))
_RICH_TEXT_PARTS = by_type(
    {
        "rich_text_section": _SECTION,
        "rich_text_preformatted": Shape(
            {
                "type": anything,
                "elements": items(_RUNS),
                "border": whole(0, 1),
                "language": string(),
            },
            ("elements",),
        ),
        "rich_text_quote": Shape(
            {"type": anything, "elements": items(_RUNS), "border": whole(0, 1)}, ("elements",)
        ),
        "rich_text_list": Shape(
            {
                "type": anything,
                "style": one_of("bullet", "ordered"),
                "elements": items(by_type({"rich_text_section": _SECTION})),
                "indent": whole(0, 8),
                "offset": whole(0),
                "border": whole(0, 1),
            },
            ("style", "elements"),
        ),
    }
)
RICH_TEXT: dict[str, Check] = {
    "type": anything,
    "block_id": string(slack_limits.BLOCK_ID),
    "elements": items(_RICH_TEXT_PARTS),
}
RICH_TEXT_SHAPE = Shape(RICH_TEXT, ("elements",))
RICH_TEXT_BLOCK = by_type({"rich_text": RICH_TEXT_SHAPE})
