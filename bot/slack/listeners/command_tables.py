"""A command's answer with a table: until it is known that Slack takes tables, sent after the ack.

Nobody hears whether Slack took what an ack holds, and where it did not, nothing is shown. Of what
is sent to the command's response_url Slack says so, and sections follow a table that it refused.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bot.block_kit.table_block import has_table
from bot.slack.outgoing.destination import ResponseUrlDestination
from bot.slack.outgoing.sending import SHORT_PAUSES
from bot.slack.outgoing.telling import Asker, report_to

if TYPE_CHECKING:
    from slack_bolt import Ack
    from slack_sdk import WebClient

    from bot.block_kit.message import Message
    from bot.slack.outgoing.pools import Pool
    from bot.slack.outgoing.sending import Sender
    from bot.slack.outgoing.table_refusals import TableRefusals

Payload = dict[str, Any]


class CommandTables:
    """Answers commands in their acks, but for a table that Slack may refuse."""

    def __init__(self, tables: TableRefusals, sender: Sender, pool: Pool) -> None:
        self._tables = tables
        self._sender = sender
        self._pool = pool

    def answer(self, ack: Ack, message: Message, body: Payload, client: WebClient) -> None:
        """Acknowledge a command with its answer, or without it where it is sent by itself."""
        doubtful = has_table(message.blocks) and not self._tables.are_known
        if doubtful and self._send(_alone(message), body, client):
            ack()
        else:
            ack(**_alone(self._tables.heed_in_ack(message)))

    def _send(self, payload: Payload, body: Payload, client: WebClient) -> bool:
        """Return whether an answer is on its way to a command's response_url."""
        to = ResponseUrlDestination(str(body.get("response_url") or ""), client)
        done = report_to(Asker(client, body["channel_id"], body.get("user_id")))
        return to.is_slacks and self._pool.submit(
            lambda: self._sender.send(to, payload, done, SHORT_PAUSES)
        )


def _alone(message: Message) -> Payload:
    return {"response_type": "ephemeral", **message.payload()}
