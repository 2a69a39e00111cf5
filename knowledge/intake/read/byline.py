"""Bylines: who wrote an article, as its head prints it or as the metadata of its page say."""

from __future__ import annotations

import re
from typing import Final

from knowledge.text.english.calendar_words import DOTTED_MONTH, WEEKDAY
from knowledge.text.english.head_words import (
    AGENCY,
    AUTHOR_ROLES,
    BEFORE_AN_AUTHOR,
    NAMES_NO_AUTHOR,
)

_NAME: Final = r"(?!\d)(?-i:(?![a-zß-öø-ÿ])\w)[\w.'’-]*"
_NAMES: Final = (
    rf"{_NAME}(?:(?:,\s+|;\s+|\s+)(?:(?:and|&|de|der|di|du|la|van|von|bin|al)\s+)*{_NAME})*"
)
_BYLINE: Final = re.compile(rf"{BEFORE_AN_AUTHOR}(?P<who>{_NAMES})", re.IGNORECASE)
_LEAD: Final = re.compile(BEFORE_AN_AUTHOR, re.IGNORECASE)
# Behind a byline that begins with other words than "by": else it may be a headline.
_LINE_ENDS: Final = re.compile(r"\s*(?:$|[|(,;•·–—-]|(?:in|at|for|from|on)\b)")
_BARE: Final = re.compile(
    rf"(?P<who>{_NAME}(?:\s+{_NAME}){{1,3}}),\s+(?:[\w'’-]+\s+){{0,4}}{AUTHOR_ROLES}"
)
_NO_AUTHOR: Final = re.compile(
    rf"(?:,\s+|;\s+|\s+)(?:(?:{DOTTED_MONTH}\s+\d|{WEEKDAY}\b).*"
    rf"|(?:[\w'’-]+\s+)*{AUTHOR_ROLES}\b.*|(?:(?:and|&|of)\s+)?(?:the\s+)?{AGENCY.pattern})$",
    re.IGNORECASE,
)
_INITIAL: Final = re.compile(r"[^\W\d_]|Jr|Sr", re.IGNORECASE)
_PARTS: Final = re.compile(r"[^\W_]+")


def read_byline(line: str) -> str | None:
    """Return who wrote an article, as a line of its head prints them: "Interview by Ada Finch"."""
    match = _BYLINE.match(line)
    if match is None:
        bare = _BARE.fullmatch(line)
        return bare["who"] if bare else None
    if not line.lower().startswith("by") and not _LINE_ENDS.match(line, match.end()):
        return None
    return _keep_author(match["who"])


def is_byline(line: str) -> bool:
    """Return whether a line is a byline, also one that names nobody: "By Staff"."""
    return re.match(r"(?:By|BY)\b", line) is not None or read_byline(line) is not None


def clean_author(words: str) -> str | None:
    """Return the author in words that a page gives for one; None where it names nobody."""
    return _keep_author(_LEAD.sub("", words.strip(), count=1))


def find_as_printed(author: str, text: str) -> str | None:
    """Return an author with the dots and commas with which a text prints them."""
    parts = [re.escape(p) + r"\.?" * bool(_INITIAL.fullmatch(p)) for p in _PARTS.findall(author)]
    joined = r"(?:[\s,;'’-]*(?:\b(?:and|&)\s)?\s*)".join(parts)
    found = re.search(rf"(?<!\w){joined}(?!\w)", text) if parts else None
    return found[0] if found else None


def _keep_author(words: str) -> str | None:
    """Return the names in a byline, if they are an author's and not the agency's alone."""
    who = _NO_AUTHOR.sub("", words).strip(" ,;|")
    bare = who.removeprefix("The").strip()
    return who if bare and not (NAMES_NO_AUTHOR.fullmatch(who) or AGENCY.fullmatch(bare)) else None
