"""Decide who is meant by an office: one person, several, or nobody on those days."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from knowledge.names.held_posts import Certainty

if TYPE_CHECKING:
    from collections.abc import Sequence

    from knowledge.names.held_posts import HeldPost


class HolderOutcome(StrEnum):
    """What the holders of an office come to."""

    ONE = "one"
    SEVERAL = "several"
    NOT_THEN = "not_then"
    NOBODY = "nobody"


@dataclass(frozen=True, slots=True)
class OfficeHolders:
    """The outcome and the posts it rests on, the newest first.

    ONE: all are of one person. SEVERAL: of those to choose from. NOT_THEN: who held the office on
    other days than those asked. NOBODY: none.
    """

    outcome: HolderOutcome
    posts: tuple[HeldPost, ...]


def decide_holders(posts: Sequence[HeldPost]) -> OfficeHolders:
    """Decide between the holders of an office as `Posts.holders` returns them.

    Where days are asked, those certainly in office count; where there is none, the one person who
    may have been.
    """
    if not posts:
        return OfficeHolders(HolderOutcome.NOBODY, ())
    if all(post.certainty is None for post in posts):
        return _one_or_several(posts)
    certain = [post for post in posts if post.certainty is Certainty.CERTAIN]
    found = certain or [post for post in posts if post.certainty is Certainty.PERHAPS]
    return _one_or_several(found) if found else OfficeHolders(HolderOutcome.NOT_THEN, tuple(posts))


def _one_or_several(posts: Sequence[HeldPost]) -> OfficeHolders:
    one = len({post.person for post in posts}) == 1
    return OfficeHolders(HolderOutcome.ONE if one else HolderOutcome.SEVERAL, tuple(posts))
