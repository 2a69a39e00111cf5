"""What all requests of one process share: threads, the record of what was done, and its end."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bot.slack.measures import Measures, Unmeasured
from bot.slack.outgoing.ending import Ending
from bot.slack.outgoing.once import Once
from bot.slack.outgoing.pacing import Pacing
from bot.slack.outgoing.pools import open_pools
from bot.slack.outgoing.sending import Sender
from bot.slack.outgoing.table_refusals import TableRefusals
from bot.state import StateStore

if TYPE_CHECKING:
    from bot.slack.outgoing.pools import Pool, Pools


@dataclass(frozen=True)
class Runtime:
    """One for each process, however many sockets it has."""

    pools: Pools
    once: Once
    ending: Ending = field(default_factory=Ending)
    pacing: Pacing = field(default_factory=Pacing)
    tables: TableRefusals = field(default_factory=TableRefusals)
    measures: Measures = field(default_factory=Unmeasured)

    def sender(self, pool: Pool) -> Sender:
        """Return what sends messages, and tries again from a pool."""
        return Sender(pool, self.ending, self.pacing, self.tables, self.measures)

    def finish_posts(self) -> None:
        """Wait for the posts that have begun, which takes seconds at most; begin no others."""
        self.pools.finish()

    def close(self) -> None:
        """End all threads, leave what was under way to others, and close the record."""
        self.finish_posts()
        self.pools.answers.close()
        self.once.close()


def open_runtime(
    threads: int,
    store: StateStore | None = None,
    ending: Ending | None = None,
    measures: Measures | None = None,
) -> Runtime:
    """Return what one process needs, with a record in memory unless one is given."""
    measured = measures or Unmeasured()
    once = Once(store or StateStore(), measured)
    return Runtime(open_pools(threads), once, ending or Ending(), measures=measured)
