"""What is known of tables: whether Slack took one of a message that was sent, or refused it.

Nobody hears whether Slack took the table of an ack, so an ack holds one only where another was
taken before. Once a table was refused, no further message holds any.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bot.block_kit.table_block import has_table, without_tables

if TYPE_CHECKING:
    from bot.block_kit.message import Message

_log = logging.getLogger(__name__)


@dataclass
class TableRefusals:
    """Whether Slack takes tables here, as far as this process knows."""

    met: bool = False
    taken: bool = False

    @property
    def are_known(self) -> bool:
        """Return whether Slack said of any table that it takes it, or not."""
        return self.taken or self.met

    def note(self) -> None:
        """Remember that a message was refused with a table, and taken with sections."""
        if not self.met:
            _log.warning("Slack takes no tables here: sections stand in their place from now on")
        self.met = True

    def note_taken(self) -> None:
        """Remember that a message was taken with a table."""
        self.taken = True

    def heed(self, message: Message) -> Message:
        """Return a message that is sent, as Slack takes it here."""
        return _with_sections(message) if self.met else message

    def heed_in_ack(self, message: Message) -> Message:
        """Return a message as Slack is known to take it here."""
        return self.heed(message) if self.taken else _with_sections(message)


def _with_sections(message: Message) -> Message:
    if not has_table(message.blocks):
        return message
    return replace(message, blocks=without_tables(message.blocks))
