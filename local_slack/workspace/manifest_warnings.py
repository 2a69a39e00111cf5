"""What a manifest names that does not happen in the local Slack: said, and no reason to refuse."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from local_slack.refusal import Payload

# Keys that the local Slack reads, or that change nothing that an app could notice here.
_TAKEN = {
    (): """_metadata $schema display_information features oauth_config settings""",
    ("features",): "app_home bot_user shortcuts slash_commands unfurl_domains assistant_view",
    ("oauth_config",): "scopes",
    ("settings", "event_subscriptions"): "bot_events request_url",
    ("settings",): """event_subscriptions function_runtime hermes_app_type interactivity
        org_deploy_enabled socket_mode_enabled token_rotation_enabled is_hosted""",
}
_WHAT_HAPPENS = {
    "/features/agent_view": "There is no pane for agents here. Direct messages reach the app.",
    "/features/rich_previews": "Links are not shown as records of an app.",
    "/features/search": "Slack's search does not ask the app.",
    "/features/workflow_steps": "Workflows are not run, and these steps are not shown.",
    "/functions": "No workflow runs them; slack.run_function(…) does.",
    "/mcp_servers": "No MCP server is asked, and the app is not offered its tools.",
    "/oauth_config/redirect_urls": "There is no OAuth: the app is installed, and has its token.",
    "/oauth_config/scopes/user": "There are no user tokens: nobody authorizes the app.",
    "/settings/event_subscriptions/metadata_subscriptions": "Metadata is kept, and not an event.",
    "/settings/event_subscriptions/user_events": "These events need user tokens: they never come.",
    "/settings/is_mcp_enabled": "The app has no access to Slack's MCP server.",
    "/settings/token_rotation_enabled": "Tokens do not expire.",
    "/settings/allowed_ip_address_ranges": "Calls are taken from this machine, whatever it says.",
    "/workflows": "Workflows are not run.",
    "/datastores": "There are no datastores: apps.datastore.* is not answered.",
}


def find_warnings(source: Payload, events: Iterable[str], delivered: Iterable[str]) -> list[str]:
    """Return a sentence for each part that does nothing here, and each event that never comes."""
    nothing = "The local Slack does nothing with this."
    sentences = [f"{p}: {_WHAT_HAPPENS.get(p, nothing)}" for p in sorted(_unread(source))]
    at = "/settings/event_subscriptions/bot_events"
    never = sorted(set(events) - set(delivered))
    return [*sentences, *(f"{at}: {event} is never delivered here." for event in never)]


def _unread(source: Payload) -> Iterator[str]:
    """Yield the paths of parts that are there and that nothing reads."""
    for keys, taken in _TAKEN.items():
        part = _part(source, keys)
        for key in part.keys() - set(taken.split()):
            if part[key]:
                yield f"/{'/'.join([*keys, str(key)])}"
    if _part(source, ("oauth_config", "scopes")).get("user"):
        yield "/oauth_config/scopes/user"
    if _part(source, ("settings",)).get("token_rotation_enabled"):
        yield "/settings/token_rotation_enabled"


def _part(source: Payload, keys: Iterable[str]) -> Payload:
    """Return a part of a manifest; empty if it is not there."""
    part: object = source
    for key in keys:
        part = part.get(key) if isinstance(part, dict) else None
    return part if isinstance(part, dict) else {}
