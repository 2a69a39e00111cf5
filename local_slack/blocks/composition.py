"""What elements and blocks are composed of: texts, dialogs, options, images."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from local_slack import slack_limits
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
    one_of,
    string,
)
from local_slack.blocks.values import A_LINK, A_WEB_ADDRESS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from local_slack.refusal import Payload


def _texts(most: int, *types: str) -> Check:
    plain = {"type": anything, "text": string(most, 1), "emoji": flag}
    marked = {"type": anything, "text": string(most, 1), "verbatim": flag}
    shapes = {"plain_text": Shape(plain, ("text",)), "mrkdwn": Shape(marked, ("text",))}
    shape = by_type({t: shapes[t] for t in types})

    def check(value: Any, here: str) -> Iterator[Problem]:  # noqa: ANN401 (any JSON)
        if wrong := list(shape(value, here)):
            yield at("failed to match all allowed schemas", here)
            yield from wrong

    return check


def text(most: int) -> Check:
    return _texts(most, "plain_text", "mrkdwn")


def plain(most: int) -> Check:
    return _texts(most, "plain_text")


CONFIRM = Shape(
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
        "description": words,
        **dict(more),
    }
    return Shape(fields, ("text", "value"))


OPTION = _option(plain(slack_limits.OPTION_TEXT))
MARKED_OPTION = _option(text(slack_limits.OPTION_TEXT))
LINK_OPTION = _option(plain(slack_limits.OPTION_TEXT), ("url", A_LINK))
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


def initial_among_options(value: Payload, here: str) -> Iterator[Problem]:
    """Yield each initial option of an element that is not one of its options."""
    groups = value.get("option_groups", ())
    offered = [*value.get("options", ()), *(o for g in groups for o in g["options"])]
    known = [_as_shown(option) for option in offered]
    if "initial_option" in value and _as_shown(value["initial_option"]) not in known:
        yield at("must be one of the options", f"{here}/initial_option")
    for position, option in enumerate(value.get("initial_options", ())):
        if _as_shown(option) not in known:
            yield at("must be one of the options", f"{here}/initial_options/{position}")


def _as_shown(option: Payload) -> object:
    """Return what makes an option another one; how its text is treated does not."""
    words = (option.get(name) or {} for name in ("text", "description"))
    return option["value"], [(w.get("type"), w.get("text")) for w in words]


def _is_a_file(value: Payload, here: str) -> Iterator[Problem]:
    """Yield a problem for a file that is named twice, or not at all."""
    if len(value) != 1:
        yield at("invalid slack file", here)


IMAGE: dict[str, Check] = {
    "type": anything,
    "image_url": A_WEB_ADDRESS,
    "slack_file": Shape({"id": string(least=1), "url": A_WEB_ADDRESS}, (), _is_a_file),
    "alt_text": string(slack_limits.IMAGE_ALT_TEXT),
}
IMAGE_ELEMENT = Shape(IMAGE, ("alt_text",), exactly_one("image_url", "slack_file"))
AN_IMAGE = by_type({"image": IMAGE_ELEMENT})
FILTER = Shape(
    {
        "include": items(one_of("im", "mpim", "private", "public"), 4, 1),
        "exclude_external_shared_channels": flag,
        "exclude_bot_users": flag,
    },
    (),
    at_least_one("include", "exclude_external_shared_channels", "exclude_bot_users"),
)
