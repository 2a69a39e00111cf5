"""Events that say that the app may not go on: it was removed, or its token was revoked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from slack_bolt import App

    from bot.slack.outgoing.ending import Ending

Payload = dict[str, Any]


def listen_for_withdrawal(app: App, ending: Ending) -> None:
    """End the process once Slack says that its access is gone."""

    @app.event("app_uninstalled")
    def uninstalled() -> None:
        ending.end("app_uninstalled")

    @app.event("tokens_revoked")
    def revoked(event: Payload, body: Payload) -> None:
        if _names_our_bot(event, body):
            ending.end("tokens_revoked")


def _names_our_bot(event: Payload, body: Payload) -> bool:
    """Return whether a bot's token is revoked, ours where Slack says which is ours.

    Tokens of people, under `oauth`, are none that we hold.
    """
    tokens = event.get("tokens")
    revoked = tokens.get("bot") if isinstance(tokens, dict) else None
    if not isinstance(revoked, list):
        return False
    authorized = body.get("authorizations") or ()
    ours = [a.get("user_id") for a in authorized if a.get("is_bot")]
    return any(bot in ours for bot in revoked) if ours else bool(revoked)
