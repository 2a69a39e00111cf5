"""A list of words without marks, under a heading that says whose they are: "Brandt’s quotes:"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from bot.answers.printed_to_the_letter import is_printed_at_all
from bot.answers.quoted_messages import give
from bot.answers.speaker_labels import read_heading
from knowledge.text import ASKING_ABOUT_WORDS, tokenize

if TYPE_CHECKING:
    from knowledge.kb import KnowledgeBase

_ITEM: Final = re.compile(r"\s*(?:[•◦▪*–—-]|\d{1,2}[.)])\s+(\S.*)")
_MOST: Final = 20  # items of a list


def find_listed_quotes(kb: KnowledgeBase, text: str) -> str | None:
    """Return what to check of a list with a heading, if an article prints one of its items.

    A heading may also name nobody: "Quotes to check:".
    """
    head, *lines = [line for line in text.splitlines() if line.strip()] or [""]
    items = [item[1].strip() for line in lines[:_MOST] if (item := _ITEM.fullmatch(line))]
    if not items or len(items) < len(lines) or not head.rstrip().endswith(":"):
        return None
    if not any(is_printed_at_all(kb, words) for words in items):
        return None
    name = read_heading(kb, head)
    asks = not ASKING_ABOUT_WORDS.isdisjoint(token.folded for token in tokenize(head))
    return give([(name, words) for words in items]) if name or asks else None
