"""Answers to what nothing else handles: a 404 would make Slack show an error, or send it again."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.commands import registry

if TYPE_CHECKING:
    from slack_bolt import Ack, App

_ANYTHING = re.compile("")


def catch_all(app: App) -> None:
    """Register these listeners after all others."""

    @app.command(_ANYTHING)
    def unknown_command(ack: Ack) -> None:
        names = ", ".join(f"/{c.registered}" for c in registry().values() if c.in_slack)
        ack(text=f"Stancebook does not know this command. It knows {names}.")

    @app.event(_ANYTHING)
    def other_event() -> None:
        """Nothing is done about events that were not asked for."""

    @app.shortcut(_ANYTHING)
    def unknown_shortcut(ack: Ack) -> None:
        ack()

    @app.view(_ANYTHING)
    @app.view_closed(_ANYTHING)
    def unknown_view(ack: Ack) -> None:
        ack()

    @app.options(_ANYTHING)
    def unknown_options(ack: Ack) -> None:
        ack(options=[])
