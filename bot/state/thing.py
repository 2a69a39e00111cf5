"""A thing to be done once, and who asked for it: digests and Slack's ids, never anybody's words."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_SLACK_ID = re.compile(r"[A-Z][A-Z0-9]{1,31}")


@dataclass(frozen=True)
class Thing:
    """One thing under all of its names: a message has the id of its event and its own."""

    kind: str
    digests: tuple[str, ...]  # in one order for every process: locks are taken in it

    @classmethod
    def named(cls, kind: str, keys: str | Iterable[str]) -> Thing:
        """Return the thing of this kind that has these keys, which are kept as digests."""
        each = (keys,) if isinstance(keys, str) else keys
        return cls(kind, tuple(sorted({_digest(key) for key in each})))


@dataclass(frozen=True)
class Claimant:
    """Who asked for a thing, by ids; a value of another form is left out: it may be words."""

    team: str | None = None
    user: str | None = None

    @classmethod
    def of(cls, team: object, user: object) -> Claimant:
        """Return a claimant with what is of the form of Slack's ids."""
        return cls(_slack_id(team), _slack_id(user))


def _digest(key: str) -> str:
    return hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()


def _slack_id(given: object) -> str | None:
    return given if isinstance(given, str) and _SLACK_ID.fullmatch(given) else None
