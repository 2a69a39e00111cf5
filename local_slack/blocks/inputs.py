"""The inputs that people type into, and the files that they add."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from local_slack import slack_limits
from local_slack.blocks.composition import plain
from local_slack.blocks.json_checks import (
    Check,
    Problem,
    Shape,
    anything,
    at,
    flag,
    items,
    one_of,
    ordered,
    several,
    string,
    whole,
)
from local_slack.blocks.rich_text import RICH_TEXT_BLOCK
from local_slack.blocks.values import A_NUMBER

if TYPE_CHECKING:
    from collections.abc import Iterator

    from local_slack.refusal import Payload

_LINES = 100


def _typed(fields: dict[str, Check], *required: str, also: Check = anything) -> Shape:
    common: dict[str, Check] = {
        "type": anything,
        "action_id": string(slack_limits.ACTION_ID),
        "placeholder": plain(slack_limits.PLACEHOLDER_TEXT),
        "initial_value": string(slack_limits.INPUT_VALUE),
        "focus_on_load": flag,
        "dispatch_action_config": Shape(
            {"trigger_actions_on": items(one_of("on_enter_pressed", "on_character_entered"), 2, 1)}
        ),
    }
    return Shape({**common, **fields}, required, also)


def _whole_unless_allowed(value: Payload, here: str) -> Iterator[Problem]:
    """Yield each number with decimals of an input that allows none."""
    for name in ("min_value", "max_value", "initial_value"):
        if "." in value.get(name, "") and not value["is_decimal_allowed"]:
            yield at("must provide an integer", f"{here}/{name}")


TYPED: dict[str, Shape] = {
    "plain_text_input": _typed(
        {
            "multiline": flag,
            "min_length": whole(0, slack_limits.INPUT_VALUE),
            "max_length": whole(1, slack_limits.INPUT_VALUE),
        },
        also=ordered("min_length", "max_length"),
    ),
    "email_text_input": _typed({}),
    "url_text_input": _typed({}),
    "number_input": _typed(
        {
            "is_decimal_allowed": flag,
            "min_value": A_NUMBER,
            "max_value": A_NUMBER,
            "initial_value": A_NUMBER,
        },
        "is_decimal_allowed",
        also=several(
            _whole_unless_allowed,
            ordered("min_value", "max_value", Decimal),
            ordered("min_value", "initial_value", Decimal),
            ordered("initial_value", "max_value", Decimal),
        ),
    ),
    "rich_text_input": _typed(
        {
            "initial_value": RICH_TEXT_BLOCK,
            "min_lines": whole(1, _LINES),
            "max_lines": whole(1, _LINES),
        },
        also=ordered("min_lines", "max_lines"),
    ),
    "file_input": Shape(
        {
            "type": anything,
            "action_id": string(slack_limits.ACTION_ID),
            "filetypes": items(string(least=1), least=1),
            "max_files": whole(1, 10),
        }
    ),
}
