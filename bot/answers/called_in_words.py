"""By which words an article calls somebody: the whole name, or a part that is nobody else's."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from knowledge.corpus import Kind
from knowledge.names import find_lone_parts, split_name
from knowledge.text import are_among, tokenize

if TYPE_CHECKING:
    from bot.answers.asked import Asked


def list_lone_names(asked: Asked, who: str) -> list[str]:
    """Return the folded words that name a person by themselves, and nobody else on record."""
    if asked.kb.entities[who].kind is not Kind.PERSON:
        return []
    parts = find_lone_parts(split_name(asked.kb.name_of(who)))
    exact = asked.kb.names.exact
    return [p.folded for p in parts if {own.target for own in exact([p.folded])} == {who}]


def is_called_in(asked: Asked, who: str, text: str) -> bool:
    """Return whether a text has somebody's whole name, or names the person by a part of it.

    Behind another given name the part is somebody else's: "Karen Pence" is not Mike Pence.
    """
    name = asked.kb.name_of(who)
    if are_among(name, text):
        return True
    alone, own = set(list_lone_names(asked, who)), {token.folded for token in tokenize(name)}
    words = ["", *(token.folded for token in tokenize(text))]
    return any(
        word in alone and (before in own or not asked.kb.world.is_given_name(before))
        for before, word in pairwise(words)
    )
