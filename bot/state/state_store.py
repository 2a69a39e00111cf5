"""What is done once, and what was asked last: no message is answered twice, no click twice."""

from __future__ import annotations

import time
from collections import deque
from typing import TYPE_CHECKING

from bot.state.claim import Claim
from bot.state.conversation_memory import ConversationMemory
from bot.state.memory_record import BESIDE_A_DATABASE, REMEMBERED, MemoryRecord
from bot.state.thing import Claimant, Thing

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.state.database import Database
    from bot.state.guarded_database import GuardedDatabase

_LEASE = 60.0  # seconds
_SHORTEST, _LONGEST, _GROWTH = 0.05, 1.0, 1.5  # seconds between two looks at what is under way
_CONVERSATION = "conversation"
_UNWRITTEN = 10_000  # things done while the database was away


class StateStore:
    """Claims of things, each done once by one of all processes that share the database.

    Beside them stands what conversations were about last, for a day.

    A thing has a kind (`event`, `click`, `post`) and one or several keys, which are its names: a
    message has the id of its event and, since two events can be of one message, its channel and
    time. A key must tell a thing from those of every other workspace and app that shares the
    store: put their ids into it where Slack's own id is not unique. Only digests of keys are kept.

    No method but forget_user() raises where the database fails: this process then remembers by
    itself what it claimed. All methods may be called from any thread.
    """

    def __init__(self, database: GuardedDatabase | None = None) -> None:
        self._memory = MemoryRecord(BESIDE_A_DATABASE if database else REMEMBERED)
        self._conversations = ConversationMemory()
        self._database = database
        self._unwritten: deque[tuple[Thing, Claimant, bool]] = deque(maxlen=_UNWRITTEN)
        if database:
            database.catch_up_by(self._write_unwritten)

    def claim(
        self,
        kind: str,
        keys: str | Iterable[str],
        *,
        team: str | None = None,
        user: str | None = None,
        lease_seconds: float = _LEASE,
    ) -> Claim:
        """Take a thing, unless another has it or it is done.

        OURS lasts for the lease: renew() it while the work goes on, then finish() or release() it.
        When a lease runs out, as after a crash, the next claim gets TAKEN_OVER. `team` and `user`
        are ids of Slack, for forget_user().
        """
        thing, claimant = Thing.named(kind, keys), Claimant.of(team, user)
        claim = self._memory.claim(thing, claimant, lease_seconds)
        if not claim.is_ours or self._database is None or not thing.digests:
            return claim
        found = self._database.call(lambda d: d.claim(thing, claimant, lease_seconds))
        if found is Claim.DONE:
            self._memory.finish(thing)
        elif found is Claim.UNDER_WAY:
            self._memory.release(thing)
        return found or claim

    def renew(self, kind: str, keys: str | Iterable[str], lease_seconds: float = _LEASE) -> None:
        """Hold for longer what is held: the work goes on."""
        thing = Thing.named(kind, keys)
        claimant = self._memory.renew(thing, lease_seconds)
        if self._database and claimant:
            self._database.call(lambda d: d.renew(thing, claimant, lease_seconds))

    def finish(self, kind: str, keys: str | Iterable[str], *, for_good: bool = False) -> None:
        """Note that a thing is done: claims get DONE until the retention ends, or for good.

        What is done for good is forgotten by forget_user() alone.
        """
        thing = Thing.named(kind, keys)
        claimant = self._memory.finish(thing, for_good=for_good and self._database is None)
        if self._database is None or not thing.digests:
            return
        if self._database.call(lambda d: d.finish(thing, claimant, for_good=for_good)) is None:
            self._unwritten.append((thing, claimant, for_good))

    def release(self, kind: str, keys: str | Iterable[str]) -> None:
        """Give a thing up that could not be done: another may try at once."""
        thing = Thing.named(kind, keys)
        self._memory.release(thing)
        if self._database and thing.digests:
            self._database.call(lambda d: d.release(thing))

    def wait(
        self,
        kind: str,
        keys: str | Iterable[str],
        seconds: float,
        *,
        team: str | None = None,
        user: str | None = None,
    ) -> Claim:
        """Join a thing that is under way: return DONE as soon as it is done.

        Where its holder gives it up or dies, it is claimed, as by claim(), and what that returns
        is returned.
        UNDER_WAY is returned when the seconds are over.
        """
        keys = (keys,) if isinstance(keys, str) else tuple(keys)
        end, pause = time.monotonic() + seconds, _SHORTEST
        while True:
            found = self.claim(kind, keys, team=team, user=user)
            left = end - time.monotonic()
            if found is not Claim.UNDER_WAY or left <= 0:
                return found
            time.sleep(min(pause, left))
            pause = min(pause * _GROWTH, _LONGEST)

    def remember(
        self,
        conversation: str | Iterable[str],
        about: str | None,
        *,
        team: str | None = None,
        user: str | None = None,
    ) -> None:
        """Keep for a day what a conversation was about last, by all of its names.

        `about` is ids and days, or None for nothing; nothing that somebody wrote may be in it.
        """
        thing, claimant = Thing.named(_CONVERSATION, conversation), Claimant.of(team, user)
        if not thing.digests:
            return
        is_written = self._database and self._database.call(
            lambda d: d.remember(thing, claimant, about)
        )
        if is_written is None:
            self._conversations.remember(thing, claimant, about)
        else:
            self._conversations.drop(thing)

    def recall(self, conversation: str) -> str | None:
        """Return what a conversation was about last; None where nothing is known of it."""
        thing = Thing.named(_CONVERSATION, conversation)
        if here := self._conversations.recall(thing):
            return here[0]  # not in the database, or an older one there
        found = self._database.call(lambda d: d.recall(thing)) if self._database else None
        return found[0] if found else None

    def forget_user(self, user: str) -> int:
        """Remove the rows of a user; return their number.

        Raises SettingsError where the database cannot do so now.
        """
        self._conversations.forget_user(user)
        return self._database.forget_user(user) if self._database else 0

    @property
    def works(self) -> bool:
        """Return whether what is done is written down, where other processes can know it."""
        return self._database is None or self._database.works

    def prune(self) -> int:
        """Remove what is older than the retention; return the number of rows.

        The store does so by itself, each hour, in a thread of its own.
        """
        return self._database.prune() if self._database else 0

    def close(self) -> None:
        """Close the database; what follows is remembered in memory alone."""
        if self._database:
            self._database.close()

    def _write_unwritten(self, database: Database) -> None:
        while self._unwritten:
            thing, claimant, for_good = self._unwritten[0]
            database.finish(thing, claimant, for_good=for_good)
            self._unwritten.popleft()
        self._write_conversations(database)

    def _write_conversations(self, database: Database) -> None:
        """Write down what was asked meanwhile: the next question may come to another process."""
        for digest, entry in self._conversations.list_all():
            age = time.monotonic() - entry.at
            thing = Thing(_CONVERSATION, (digest,))
            database.remember(thing, entry.claimant, entry.about, age=age)
            self._conversations.drop_as_written(digest, entry)
