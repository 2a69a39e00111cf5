"""Answers to what nothing else handles: a 404 would make Slack show an error, or send it again."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from slack_bolt import Ack, App

    from bot.answers.command import Command

_ANYTHING = re.compile("")


def catch_all(app: App, commands: Iterable[Command]) -> None:
    """Register these listeners after all others."""
    names = ", ".join(command.typed for command in commands if command.in_slack)

    @app.command(_ANYTHING)
    def unknown_command(ack: Ack) -> None:
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
