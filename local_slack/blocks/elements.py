"""The elements of blocks (texts, options, buttons, menus, inputs) and their limits."""

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


def _texts(most: int, *types: str) -> Check:
    plain = {"type": anything, "text": string(most, 1), "emoji": flag}
    marked = {"type": anything, "text": string(most, 1), "verbatim": flag}
    shapes = {"plain_text": Shape(plain, ("text",)), "mrkdwn": Shape(marked, ("text",))}
    return by_type({t: shapes[t] for t in types})


def text(most: int) -> Check:
    return _texts(most, "plain_text", "mrkdwn")


def plain(most: int) -> Check:
    return _texts(most, "plain_text")


_ID = string(slack_limits.ACTION_ID)
A_URL = string(slack_limits.URL, 1)
_CONFIRM = Shape(
    {
        "title": plain(slack_limits.CONFIRM_TITLE),
        "text": text(slack_limits.CONFIRM_TEXT),
        "confirm": plain(slack_limits.CONFIRM_BUTTON_TEXT),
        "deny": plain(slack_limits.CONFIRM_BUTTON_TEXT),
        "style": one_of("primary", "danger"),
    },
    ("title", "text", "confirm", "deny"),
)


def _option(words: Check, *more: tuple[str, Check]) -> Shape:
    fields = {
        "text": words,
        "value": string(slack_limits.OPTION_VALUE, 1),
        "description": text(slack_limits.OPTION_TEXT),
        **dict(more),
    }
    return Shape(fields, ("text", "value"))


OPTION = _option(plain(slack_limits.OPTION_TEXT))
_MARKED_OPTION = _option(text(slack_limits.OPTION_TEXT))
_LINK_OPTION = _option(plain(slack_limits.OPTION_TEXT), ("url", A_URL))
OPTIONS = items(OPTION, slack_limits.SELECT_OPTIONS)
OPTION_GROUPS = items(
    Shape(
        {
            "label": plain(slack_limits.OPTION_TEXT),
            "options": items(OPTION, slack_limits.SELECT_OPTIONS, 1),
        },
        ("label", "options"),
    ),
    slack_limits.OPTION_GROUPS,
)
_SLACK_FILE = Shape({"id": string(), "url": string()}, one_required=("id", "url"))
IMAGE: dict[str, Check] = {
    "type": anything,
    "image_url": A_URL,
    "slack_file": _SLACK_FILE,
    "alt_text": string(slack_limits.IMAGE_ALT_TEXT),
}


def _element(fields: dict[str, Check], *required: str, one: tuple[str, ...] = ()) -> Shape:
    common: dict[str, Check] = {"type": anything, "action_id": _ID}
    return Shape({**common, **fields}, required, one_required=one)


def _chooser(fields: dict[str, Check], *required: str, one: tuple[str, ...] = ()) -> Shape:
    common: dict[str, Check] = {
        "placeholder": plain(slack_limits.PLACEHOLDER_TEXT),
        "confirm": _CONFIRM,
        "focus_on_load": flag,
    }
    return _element({**common, **fields}, *required, one=one)


_FILTER = Shape(
    {
        "include": items(one_of("im", "mpim", "private", "public"), 4, 1),
        "exclude_external_shared_channels": flag,
        "exclude_bot_users": flag,
    }
)
_SELECTS: dict[str, dict[str, Check]] = {
    "static": {
        "options": items(OPTION, slack_limits.SELECT_OPTIONS, 1),
        "option_groups": OPTION_GROUPS,
    },
    "external": {"min_query_length": whole(0)},
    "users": {},
    "conversations": {"default_to_current_conversation": flag, "filter": _FILTER},
    "channels": {},
}
_SINGLE: dict[str, dict[str, Check]] = {
    "static": {"initial_option": OPTION},
    "external": {"initial_option": OPTION},
    "users": {"initial_user": string()},
    "conversations": {"initial_conversation": string(), "response_url_enabled": flag},
    "channels": {"initial_channel": string(), "response_url_enabled": flag},
}
_MULTI: dict[str, dict[str, Check]] = {
    "static": {"initial_options": OPTIONS},
    "external": {"initial_options": OPTIONS},
    "users": {"initial_users": items(string())},
    "conversations": {"initial_conversations": items(string())},
    "channels": {"initial_channels": items(string())},
}


def _selects() -> dict[str, Shape]:
    found = {}
    for kind, own in _SELECTS.items():
        one = ("options", "option_groups") if kind == "static" else ()
        multi = {"max_selected_items": whole(1), **own, **_MULTI[kind]}
        found[f"{kind}_select"] = _chooser({**own, **_SINGLE[kind]}, one=one)
        found[f"multi_{kind}_select"] = _chooser(multi, one=one)
    return found


_BUTTON = _element(
    {
        "text": plain(slack_limits.BUTTON_TEXT),
        "url": string(slack_limits.URL),
        "value": string(slack_limits.BUTTON_VALUE),
        "style": one_of("primary", "danger"),
        "confirm": _CONFIRM,
        "accessibility_label": string(slack_limits.BUTTON_TEXT),
        "agent_prompt": string(slack_limits.AGENT_PROMPT),
    },
    "text",
)
_WORKFLOW_BUTTON = _element(
    {
        "text": plain(slack_limits.BUTTON_TEXT),
        "workflow": anything,
        "style": one_of("primary", "danger"),
        "accessibility_label": string(slack_limits.BUTTON_TEXT),
    },
    "text",
    "workflow",
)
_OVERFLOW = _element(
    {"options": items(_LINK_OPTION, slack_limits.OVERFLOW_OPTIONS, 1), "confirm": _CONFIRM},
    "options",
)
_TICKED = items(_MARKED_OPTION, slack_limits.CHECKBOX_OPTIONS, 1)
CLICKED: dict[str, Shape] = {
    "button": _BUTTON,
    "workflow_button": _WORKFLOW_BUTTON,
    "overflow": _OVERFLOW,
    "checkboxes": _chooser({"options": _TICKED, "initial_options": _TICKED}, "options"),
    "radio_buttons": _chooser({"options": _TICKED, "initial_option": _MARKED_OPTION}, "options"),
    "datepicker": _chooser({"initial_date": string()}),
    "timepicker": _chooser({"initial_time": string(), "timezone": string()}),
    "datetimepicker": _element(
        {"initial_date_time": whole(0), "confirm": _CONFIRM, "focus_on_load": flag}
    ),
    **_selects(),
}


def _typed(fields: dict[str, Check], *required: str) -> Shape:
    common: dict[str, Check] = {
        "placeholder": plain(slack_limits.PLACEHOLDER_TEXT),
        "initial_value": string(slack_limits.INPUT_VALUE),
        "focus_on_load": flag,
        "dispatch_action_config": Shape(
            {"trigger_actions_on": items(one_of("on_enter_pressed", "on_character_entered"), 2, 1)}
        ),
    }
    return _element({**common, **fields}, *required)


TYPED: dict[str, Shape] = {
    "plain_text_input": _typed(
        {
            "multiline": flag,
            "min_length": whole(0, slack_limits.INPUT_VALUE),
            "max_length": whole(1, slack_limits.INPUT_VALUE),
        }
    ),
    "email_text_input": _typed({}),
    "url_text_input": _typed({}),
    "number_input": _typed(
        {"is_decimal_allowed": flag, "min_value": string(), "max_value": string()},
        "is_decimal_allowed",
    ),
    "rich_text_input": _typed(
        {"initial_value": anything, "min_lines": whole(1, 100), "max_lines": whole(1, 100)}
    ),
    "file_input": _element({"filetypes": items(string(), least=1), "max_files": whole(1, 10)}),
}
INPUTS = {k: v for k, v in CLICKED.items() if k not in {"button", "workflow_button", "overflow"}}
IN_ACTIONS = {k: v for k, v in CLICKED.items() if not k.startswith("multi_")}
_FEEDBACK_BUTTON = Shape(
    {
        "text": plain(slack_limits.BUTTON_TEXT),
        "value": string(slack_limits.BUTTON_VALUE),
        "accessibility_label": string(slack_limits.BUTTON_TEXT),
    },
    ("text", "value"),
)
IN_CONTEXT_ACTIONS = {
    "feedback_buttons": _element(
        {"positive_button": _FEEDBACK_BUTTON, "negative_button": _FEEDBACK_BUTTON},
        "positive_button",
        "negative_button",
    ),
    "icon_button": _element(
        {
            "icon": string(),
            "text": plain(slack_limits.BUTTON_TEXT),
            "value": string(slack_limits.BUTTON_VALUE),
            "confirm": _CONFIRM,
            "accessibility_label": string(slack_limits.BUTTON_TEXT),
            "visible_to_user_ids": items(string(), 10),
        },
        "icon",
        "text",
    ),
}
