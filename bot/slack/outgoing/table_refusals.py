"""What is known of tables: once Slack has refused one, no further message holds any."""

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
    """Whether Slack takes tables here; nobody hears whether it took the one of an ack."""

    met: bool = False

    def note(self) -> None:
        """Remember that a message was refused with a table, and taken with sections."""
        if not self.met:
            _log.warning("Slack takes no tables here: sections stand in their place from now on")
        self.met = True

    def heed(self, message: Message) -> Message:
        """Return a message as Slack takes it here."""
        if not self.met or not has_table(message.blocks):
            return message
        return replace(message, blocks=without_tables(message.blocks))
