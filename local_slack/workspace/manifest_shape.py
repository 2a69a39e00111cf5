"""The types, lengths and numbers that Slack's schema asks of a manifest, in its validator's words.

Parts that the schema does not know are left to the warnings.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from local_slack import slack_limits
from local_slack.blocks.json_checks import (
    Check,
    Problem,
    Shape,
    at,
    flag,
    items,
    one_of,
    several,
    string,
    unique,
    whole,
)
from local_slack.blocks.values import A_COLOR, A_WEB_ADDRESS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from local_slack.refusal import Payload

_PLACE = re.compile(r"(?P<said>.*) \[json-pointer:(?P<place>.*)\]", re.DOTALL)
_DOMAIN = re.compile(r"(?![.-])[-a-z0-9.]+[a-z0-9]")


def _part(fields: dict[str, Check], *required: str) -> Shape:
    return Shape(fields, required, open=True)


def _text(most: int) -> Check:
    return string(most, 1)


def _set(of: Check, most: int, least: int = 0) -> Check:
    """Return a check for a list in which nothing stands twice."""
    listed = items(of, most, least)

    def check(value: Any, here: str) -> Iterator[Problem]:  # noqa: ANN401 (any JSON)
        wrong = list(listed(value, here))
        yield from wrong or unique(value, here)

    return check


def _domain(value: Any, here: str) -> Iterator[Problem]:  # noqa: ANN401 (any JSON)
    if not isinstance(value, str) or not _DOMAIN.fullmatch(value):
        yield at("must be a domain, like news.example", here)


_SCOPES = items(string(slack_limits.SCOPE_OR_EVENT), slack_limits.SCOPES)
_EVENTS = _set(string(slack_limits.SCOPE_OR_EVENT), slack_limits.EVENTS)
_PROMPT = _part({"title": string(), "message": string()}, "title", "message")
_LEAST_LONG, _MOST_LONG = slack_limits.APP_LONG_DESCRIPTION
_LEAST_COMMAND, _MOST_COMMAND = slack_limits.COMMAND_NAME
_SHORTCUT = _part(
    {
        "name": _text(slack_limits.SHORTCUT_NAME),
        "type": one_of("message", "global"),
        "callback_id": _text(slack_limits.CALLBACK_ID),
        "description": _text(slack_limits.SHORTCUT_DESCRIPTION),
    },
    *("name", "type", "callback_id", "description"),
)
_COMMAND = _part(
    {
        "command": string(_MOST_COMMAND, _LEAST_COMMAND),
        "url": A_WEB_ADDRESS,
        "description": _text(slack_limits.COMMAND_DESCRIPTION),
        "usage_hint": _text(slack_limits.COMMAND_HINT),
        "should_escape": flag,
    }
)
_DISPLAY = _part(
    {
        "name": _text(slack_limits.APP_NAME),
        "description": _text(slack_limits.APP_DESCRIPTION),
        "background_color": A_COLOR,
        "long_description": string(_MOST_LONG, _LEAST_LONG),
    }
)
_HOME = ("home_tab_enabled", "messages_tab_enabled", "messages_tab_read_only_enabled")
_FEATURES = _part(
    {
        "app_home": _part(dict.fromkeys(_HOME, flag)),
        "bot_user": _part(
            {"display_name": _text(slack_limits.BOT_NAME), "always_online": flag}, "display_name"
        ),
        "shortcuts": items(_SHORTCUT, slack_limits.SHORTCUTS, 1),
        "slash_commands": items(_COMMAND, slack_limits.COMMANDS, 1),
        "unfurl_domains": _set(
            several(string(slack_limits.DOMAIN), _domain), slack_limits.UNFURL_DOMAINS, 1
        ),
        "assistant_view": _part(
            {"assistant_description": string(), "suggested_prompts": items(_PROMPT)},
            "assistant_description",
        ),
        "agent_view": _part(
            {
                "agent_description": string(slack_limits.AGENT_DESCRIPTION),
                "suggested_prompts": items(_PROMPT, slack_limits.AGENT_PROMPTS),
            }
        ),
    }
)
_OAUTH = _part(
    {
        "redirect_urls": _set(string(slack_limits.REDIRECT_URL), slack_limits.REDIRECT_URLS),
        "scopes": _part(dict.fromkeys(("bot", "user", "bot_optional", "user_optional"), _SCOPES)),
        "token_management_enabled": flag,
        "pkce_enabled": flag,
    }
)
_FLAGS = """is_hosted is_mcp_enabled org_deploy_enabled socket_mode_enabled
    token_rotation_enabled""".split()
_SETTINGS = _part(
    {
        **dict.fromkeys(_FLAGS, flag),
        "event_subscriptions": _part(
            {"request_url": A_WEB_ADDRESS, "bot_events": _EVENTS, "user_events": _EVENTS}
        ),
        "interactivity": _part(
            {
                "is_enabled": flag,
                "request_url": A_WEB_ADDRESS,
                "message_menu_options_url": A_WEB_ADDRESS,
            },
            "is_enabled",
        ),
        "function_runtime": string(),
        "hermes_app_type": string(),
    }
)
_VERSIONS = ("schema_version", "min_version", "major_version", "minor_version")
_MANIFEST = _part(
    {
        "_metadata": _part(dict.fromkeys(_VERSIONS, whole())),
        "$schema": string(),
        "display_information": _DISPLAY,
        "features": _FEATURES,
        "oauth_config": _OAUTH,
        "settings": _SETTINGS,
    }
)


def shape_problems(source: Payload) -> list[str]:
    """Return what Slack's schema refuses in a manifest, each with its place in front."""
    found = (_PLACE.fullmatch(problem) for problem in _MANIFEST(source, ""))
    return [f"{m['place']}: {m['said']}." for m in found if m]
