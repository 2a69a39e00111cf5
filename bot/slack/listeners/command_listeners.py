"""Slash commands: the ack itself carries the answer, and none waits for a call or a write."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bot.commands import OPENING
from bot.slack.listeners import sharing

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from slack_bolt import Ack, App
    from slack_sdk import WebClient

    from bot.answers.command import Command
    from bot.slack.listeners.command_tables import CommandTables
    from bot.slack.listeners.replies import ReplySource


def listen_to_commands(app: App, source: ReplySource, tables: CommandTables) -> None:
    """Register all commands."""
    for name, command in _names(source.commands.values()):
        app.command(name)(_answering(source, command, tables))


def _answering(source: ReplySource, command: Command, tables: CommandTables) -> Callable[..., None]:
    def answer(ack: Ack, payload: dict[str, Any], client: WebClient) -> None:
        with source.open() as replies:
            reply = replies.to_command(command, payload.get("text") or "")
            shared = sharing.can_be_shared(payload["channel_id"])
            message = sharing.offer(reply) if shared else reply.message
            tables.answer(ack, message, payload, client)

    return answer


def _names(commands: Iterable[Command]) -> list[tuple[str, Command]]:
    """Return all names that commands answer to, first those that are asked most.

    A command that is not registered, or goes by another name, answers to its own name too, unless
    that is another's in Slack.
    """
    listed = [command for command in commands if command.in_slack]
    found = {f"/{c.name}": c for c in listed} | {f"/{c.registered}": c for c in listed}
    return sorted(found.items(), key=lambda pair: (pair[1].name != OPENING, pair[0]))
