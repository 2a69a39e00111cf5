"""The elements of blocks that people click or choose from: buttons, menus, pickers."""

from __future__ import annotations

from local_slack import slack_limits
from local_slack.blocks.composition import (
    CONFIRM,
    FILTER,
    LINK_OPTION,
    MARKED_OPTION,
    OPTION,
    OPTION_GROUPS,
    OPTIONS,
    initial_among_options,
    plain,
)
from local_slack.blocks.inputs import TYPED
from local_slack.blocks.json_checks import (
    Check,
    Shape,
    anything,
    exactly_one,
    flag,
    items,
    one_of,
    several,
    string,
    whole,
)
from local_slack.blocks.values import A_DAY, A_LINK, A_MOMENT, A_TIME, A_TIMEZONE, A_WEB_ADDRESS

_USERS = 10  # who alone may see a button


def _element(fields: dict[str, Check], *required: str, also: Check = anything) -> Shape:
    common: dict[str, Check] = {"type": anything, "action_id": string(slack_limits.ACTION_ID)}
    return Shape({**common, **fields}, required, also)


def _chooser(fields: dict[str, Check], *required: str, also: Check = anything) -> Shape:
    common: dict[str, Check] = {"confirm": CONFIRM, "focus_on_load": flag}
    return _element({**common, **fields}, *required, also=also)


_PLACEHOLDER = {"placeholder": plain(slack_limits.PLACEHOLDER_TEXT)}
_SELECTS: dict[str, dict[str, Check]] = {
    "static": {
        "options": items(OPTION, slack_limits.SELECT_OPTIONS, 1),
        "option_groups": OPTION_GROUPS,
    },
    "external": {"min_query_length": whole(0)},
    "users": {},
    "conversations": {"default_to_current_conversation": flag, "filter": FILTER},
    "channels": {},
}
_SINGLE: dict[str, dict[str, Check]] = {
    "static": {"initial_option": OPTION},
    "external": {"initial_option": OPTION},
    "users": {"initial_user": string(least=1)},
    "conversations": {"initial_conversation": string(least=1), "response_url_enabled": flag},
    "channels": {"initial_channel": string(least=1), "response_url_enabled": flag},
}
_SOME_IDS = items(string(least=1), least=1)
_MULTI: dict[str, dict[str, Check]] = {
    "static": {"initial_options": OPTIONS},
    "external": {"initial_options": OPTIONS},
    "users": {"initial_users": _SOME_IDS},
    "conversations": {"initial_conversations": _SOME_IDS},
    "channels": {"initial_channels": _SOME_IDS},
}
_OF_OPTIONS = several(exactly_one("options", "option_groups"), initial_among_options)


def _selects() -> dict[str, Shape]:
    found = {}
    for kind, own in _SELECTS.items():
        also = _OF_OPTIONS if kind == "static" else anything
        single = {**_PLACEHOLDER, **own, **_SINGLE[kind]}
        multi = {"max_selected_items": whole(1), **_PLACEHOLDER, **own, **_MULTI[kind]}
        found[f"{kind}_select"] = _chooser(single, also=also)
        found[f"multi_{kind}_select"] = _chooser(multi, also=also)
    return found


_STYLE = one_of("primary", "danger")
_LABEL = string(slack_limits.BUTTON_TEXT)
_WORDS_ON_A_BUTTON = plain(slack_limits.BUTTON_TEXT)
_VALUE = string(slack_limits.BUTTON_VALUE)
BUTTON = _element(
    {
        "text": _WORDS_ON_A_BUTTON,
        "url": A_LINK,
        "value": _VALUE,
        "style": _STYLE,
        "confirm": CONFIRM,
        "accessibility_label": _LABEL,
        "agent_prompt": string(slack_limits.AGENT_PROMPT),
        "agent_prompt_display": string(slack_limits.AGENT_PROMPT),
        "visible_to_user_ids": items(string(least=1)),
    },
    "text",
)
_WORKFLOW = Shape(
    {
        "trigger": Shape(
            {
                "url": A_WEB_ADDRESS,
                "customizable_input_parameters": items(
                    Shape({"name": string(least=1), "value": string()}, ("name", "value"))
                ),
            },
            ("url",),
        )
    },
    ("trigger",),
)
_WORKFLOW_BUTTON = _element(
    {
        "text": _WORDS_ON_A_BUTTON,
        "workflow": _WORKFLOW,
        "style": _STYLE,
        "confirm": CONFIRM,
        "accessibility_label": _LABEL,
    },
    "text",
    "workflow",
)
OVERFLOW = _element(
    {"options": items(LINK_OPTION, slack_limits.OVERFLOW_OPTIONS, 1), "confirm": CONFIRM}, "options"
)
_TICKED = items(MARKED_OPTION, slack_limits.CHECKBOX_OPTIONS, 1)
CLICKED: dict[str, Shape] = {
    "button": BUTTON,
    "workflow_button": _WORKFLOW_BUTTON,
    "overflow": OVERFLOW,
    "checkboxes": _chooser(
        {"options": _TICKED, "initial_options": _TICKED}, "options", also=initial_among_options
    ),
    "radio_buttons": _chooser(
        {"options": _TICKED, "initial_option": MARKED_OPTION}, "options", also=initial_among_options
    ),
    "datepicker": _chooser({**_PLACEHOLDER, "initial_date": A_DAY}),
    "timepicker": _chooser({**_PLACEHOLDER, "initial_time": A_TIME, "timezone": A_TIMEZONE}),
    "datetimepicker": _chooser({"initial_date_time": A_MOMENT}),
    **_selects(),
}
IN_SECTIONS = {k: v for k, v in CLICKED.items() if k != "datetimepicker"}
INPUTS = {k: v for k, v in CLICKED.items() if k not in {"button", "workflow_button", "overflow"}}
IN_ACTIONS = {**CLICKED, "rich_text_input": TYPED["rich_text_input"]}
_FEEDBACK_BUTTON = Shape(
    {"text": _WORDS_ON_A_BUTTON, "value": _VALUE, "accessibility_label": _LABEL}, ("text", "value")
)
# Where the elements may stand that may not stand everywhere, by Slack's table of elements.
SURFACES = {
    "datetimepicker": ("message", "modal"),
    "email_text_input": ("modal",),
    "file_input": ("modal",),
    "number_input": ("modal",),
    "rich_text_input": ("modal", "home"),
    "url_text_input": ("modal",),
    "workflow_button": ("message",),
}
IN_CONTEXT_ACTIONS = {
    "feedback_buttons": _element(
        {"positive_button": _FEEDBACK_BUTTON, "negative_button": _FEEDBACK_BUTTON},
        "positive_button",
        "negative_button",
    ),
    "icon_button": _element(
        {
            "icon": one_of("trash"),  # the only one, as Slack documents
            "text": _WORDS_ON_A_BUTTON,
            "value": _VALUE,
            "confirm": CONFIRM,
            "accessibility_label": _LABEL,
            "visible_to_user_ids": items(string(least=1), _USERS),
        },
        "icon",
        "text",
    ),
}
