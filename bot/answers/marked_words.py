"""A lone word in marks that somebody is asked about: 'what does Japan mean by "chat"'."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from knowledge.check_quote import blank_quotations, has_marks, place_quotations, read_quotations
from knowledge.corpus import Kind
from knowledge.questions import find_topic, read
from knowledge.text import tokenize

if TYPE_CHECKING:
    from datetime import date

    from knowledge.kb import KnowledgeBase

# What asks for the words in which somebody used it.
_USED: Final = re.compile(
    r"\b(?:(?:mean(?:s|t)?|understand)\s(?:by|with)(?:\san?|\sthe)?|(?:say|says|said)\sabout\san?"
    r"|(?:use[sd]?|using)\sthe\s(?:word|term))\s?$",
    re.IGNORECASE,
)
_REACH: Final = 40  # characters in front of the word that are looked at


def find_marked_word(kb: KnowledgeBase, typed: str, today: date | None) -> str | None:
    """Return the search for a word that would else be read as the name of an issue."""
    quoted = read_quotations(typed) if has_marks(typed) else []
    if len(quoted) != 1 or len(tokenize(quoted[0])) != 1 or not _names_an_issue(kb, quoted[0]):
        return None
    start = place_quotations(typed)[0][0]
    if not _USED.search(typed[max(start - _REACH, 0) : start].replace("  ", " ")):
        return None
    rest = read(kb, blank_quotations(typed), today=today)
    who = find_topic(kb, rest).asked_about
    if len(who) != 1 or rest.asked_date or rest.strangers or rest.not_understood:
        return None
    return f"“{quoted[0]}” by {who[0]}"


def _names_an_issue(kb: KnowledgeBase, word: str) -> bool:
    names = [name for found in read(kb, word).found for name in found.names]
    return bool(names) and all(name.kind is Kind.ISSUE for name in names)
