"""The state in a database that several processes may share; each method is a short transaction."""

from __future__ import annotations

from time import time
from typing import TYPE_CHECKING, Any, Final
from uuid import uuid4

from sqlalchemy import and_, delete, not_, or_, select, true, tuple_
from sqlalchemy.dialects import postgresql, sqlite

from bot.state.claim import Claim
from bot.state.conversation_memory import LASTING
from bot.state.damaged_file import remove_copies
from bot.state.engines import engine_of
from bot.state.prepare import prepare
from bot.state.state_tables import CLAIMS, LAST_QUESTIONS, NOW
from bot.state.thing import Claimant, Thing

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy import Column, ColumnElement, Delete, Insert, Table

    from bot.state.database_url import Place

_DAY = 24 * 60 * 60
_FOR_GOOD = 36_500 * _DAY  # seconds: no retention is as long
_AT_ONCE = 500  # rows that are pruned in one transaction
_BRIEFLY = 1.0  # seconds, of what nobody waits for
_TRIES = 3  # of a claim that meets one that is just being given up
_STATUS = ("owner", "done", "until")
_Insert = sqlite.Insert | postgresql.Insert  # each has what the other has, but no common base
_INSERTS: Final[Mapping[str, type[_Insert]]] = {
    "sqlite": sqlite.Insert,
    "postgresql": postgresql.Insert,
}


class Database:
    """The tables at one place. Every method may raise SQLAlchemyError or OSError."""

    def __init__(self, place: Place, days: float) -> None:
        self.place = place
        self._days = days
        self._was_ours = place.is_default
        self._owner = uuid4().hex
        self._engine = engine_of(place)
        self._now = NOW[self._engine.dialect.name]
        self._insert = _INSERTS[self._engine.dialect.name]

    def prepare(self) -> None:
        """Make the database ready: its file and its tables; a damaged file is set aside."""
        prepare(self._engine, self.place, was_ours=self._was_ours)
        self._was_ours = True

    def try_writing(self) -> None:
        """Write something and remove it: a disk that is full lets what is there be read."""
        probe = Thing.named("probe", self._owner)
        self.claim(probe, Claimant(), _BRIEFLY)
        self.release(probe)

    def claim(self, thing: Thing, claimant: Claimant, lease_seconds: float) -> Claim:
        """Hold all names of a thing, or none: the first who writes them has it."""
        for _ in range(_TRIES):
            if held := self._hold(thing, claimant, lease_seconds):
                return held
            if (found := self._look(thing)) is not Claim.OURS:
                return found
        return Claim.UNDER_WAY

    def _hold(self, thing: Thing, claimant: Claimant, lease_seconds: float) -> Claim | None:
        rows = self._rows(thing, claimant, done=False, lasting=lease_seconds)
        free = and_(not_(CLAIMS.c.done), CLAIMS.c.until < self._now)
        taken = self._upsert(rows, free, "team_id", "user_id").returning(self._now)
        leases = select(CLAIMS.c.until).where(_named(thing), not_(CLAIMS.c.done))
        with self._engine.connect() as connection:
            held_until = connection.execute(leases).scalars().all()
            taken_at = connection.execute(taken).scalars().all()
            if len(taken_at) != len(thing.digests):
                return None  # what is not committed is undone
            connection.commit()
            # A lease may end between the two: what had ended when it was taken was left.
            is_left = any(until < max(taken_at) for until in held_until)
            return Claim.TAKEN_OVER if is_left else Claim.OURS

    def _look(self, thing: Thing) -> Claim:
        query = select(CLAIMS.c.done).where(
            _named(thing), or_(CLAIMS.c.done, CLAIMS.c.until >= self._now)
        )
        with self._engine.connect() as connection:
            found = connection.execute(query).scalars().all()
        if any(found):
            return Claim.DONE
        return Claim.UNDER_WAY if found else Claim.OURS

    def renew(self, thing: Thing, claimant: Claimant, lease_seconds: float) -> None:
        """Hold for longer what this store holds, or claimed while the database was away."""
        rows = self._rows(thing, claimant, done=False, lasting=lease_seconds)
        self._execute(self._upsert(rows, self._still_ours))

    def finish(self, thing: Thing, claimant: Claimant, *, for_good: bool = False) -> int:
        """Note that a thing is done, whoever holds it; return the number of rows.

        What is done for good is never pruned.
        """
        lasting = _FOR_GOOD if for_good else 0
        rows = self._rows(thing, claimant, done=True, lasting=lasting)
        return self._execute(self._upsert(rows, true()))

    def release(self, thing: Thing) -> None:
        """Give up what this store holds; what another took over stays theirs."""
        self._execute(delete(CLAIMS).where(_named(thing), self._still_ours))

    def remember(
        self, thing: Thing, claimant: Claimant, about: str | None, *, age: float = 0
    ) -> int:
        """Keep what conversations were about, or that it was nothing; return the number of rows.

        `age` is how many seconds ago that was: what another process wrote since stays.
        """
        table = LAST_QUESTIONS
        until = self._now + (min(LASTING, self._days * _DAY) - age)
        is_older = table.c.until <= until if age else true()
        if about is None:
            named = table.c.digest.in_(thing.digests)
            return self._execute(delete(table).where(named, is_older))
        row = {
            "team_id": claimant.team,
            "user_id": claimant.user,
            "about": about,
            "until": until,
        }
        statement = self._insert(table).values([{**row, "digest": d} for d in thing.digests])
        written = {name: statement.excluded[name] for name in row}
        return self._execute(
            statement.on_conflict_do_update(
                index_elements=[table.c.digest],
                set_=written,
                where=is_older,
            )
        )

    def recall(self, thing: Thing) -> list[str]:
        """Return what a conversation was about, in a list that is empty where nothing is known."""
        table = LAST_QUESTIONS
        query = select(table.c.about).where(
            table.c.digest.in_(thing.digests), table.c.until >= self._now
        )
        with self._engine.connect() as connection:
            return list(connection.execute(query).scalars())

    def forget_copies(self, days: float = 0) -> int:
        """Remove what was set aside as damaged, and not written for so many days.

        Whose rows it holds cannot be read. Returns the number of copies.
        """
        return remove_copies(self.place.file, time() - days * _DAY) if self.place.file else 0

    def forget_user(self, user: str) -> int:
        """Remove what somebody asked for; return the number of rows."""
        tables = (CLAIMS, LAST_QUESTIONS)
        return sum(self._execute(delete(t).where(t.c.user_id == user)) for t in tables)

    def prune(self) -> int:
        """Remove what is older than the retention; return the number of rows.

        Some hundreds of rows at a time: SQLite lets nobody else write meanwhile.
        """
        self.forget_copies(self._days)
        is_old = CLAIMS.c.until < self._now - self._days * _DAY
        claims = self._prune(CLAIMS, is_old, CLAIMS.c.kind, CLAIMS.c.digest)
        is_over = LAST_QUESTIONS.c.until < self._now
        return claims + self._prune(LAST_QUESTIONS, is_over, LAST_QUESTIONS.c.digest)

    def _prune(self, table: Table, is_old: ColumnElement[bool], *key: Column[str]) -> int:
        old = select(*key).where(is_old).limit(_AT_ONCE)
        some = delete(table).where(tuple_(*key).in_(old))
        removed = [self._execute(some)]
        while removed[-1] == _AT_ONCE:
            removed.append(self._execute(some))
        return sum(removed)

    def close(self) -> None:
        """Close the connections."""
        self._engine.dispose()

    @property
    def _still_ours(self) -> ColumnElement[bool]:
        return and_(CLAIMS.c.owner == self._owner, not_(CLAIMS.c.done))

    def _rows(
        self, thing: Thing, claimant: Claimant, *, done: bool, lasting: float = 0
    ) -> list[dict[str, Any]]:
        shared = {
            "kind": thing.kind,
            "team_id": claimant.team,
            "user_id": claimant.user,
            "owner": self._owner,
            "done": done,
            "until": self._now + lasting,
        }
        return [{**shared, "digest": digest} for digest in thing.digests]

    def _upsert(
        self, rows: list[dict[str, Any]], where: ColumnElement[bool], *columns: str
    ) -> _Insert:
        """Return what writes rows, also over those that are there and of which `where` holds."""
        statement = self._insert(CLAIMS).values(rows)
        written = {name: statement.excluded[name] for name in (*_STATUS, *columns)}
        keys = [CLAIMS.c.kind, CLAIMS.c.digest]
        return statement.on_conflict_do_update(index_elements=keys, set_=written, where=where)

    def _execute(self, statement: Delete | Insert) -> int:
        with self._engine.begin() as connection:
            return connection.execute(statement).rowcount


def _named(thing: Thing) -> ColumnElement[bool]:
    return and_(CLAIMS.c.kind == thing.kind, CLAIMS.c.digest.in_(thing.digests))
