"""What a message in plain words wants checked: it asks for a check, or it only quotes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.answers.asking_sentences import names_something
from bot.answers.listed_quotes import find_listed_quotes
from bot.answers.quoted_messages import check_of
from bot.answers.quoting_messages import LONG, are_names, are_quotations, is_quotation, is_quoting
from bot.answers.unmarked_speakers import find_request
from bot.answers.unmarked_words import find_printed, is_name, is_printed, is_quotable
from knowledge.check_quote import (
    blank_quotations,
    has_marks,
    place_quotations,
    put_in_marks,
    read_quotations,
)
from knowledge.text import CHECKING, tokenize

if TYPE_CHECKING:
    from knowledge.kb import KnowledgeBase

_ASKED_TO = (
    r"^\W*(?:(?:hi|hey|hello|please|pls|plz|can|could|would|you)\b\W+){0,4}"
    r"(?:(?:fact\W?)?check|verify)\b"
)
_CHECK = re.compile(rf"{_ASKED_TO}\s*:\s*", re.IGNORECASE)
_CHECK_MARKED = re.compile(_ASKED_TO, re.IGNORECASE)
_DID_THEY_SAY = re.compile(
    r"^\W*(?:did|has|have|is it true|was it|who)\b.*\b(?:say|said|says|saying)\b",
    re.IGNORECASE | re.DOTALL,
)
_QUOTED_AT_ONCE = 5  # quotations of a question that are looked at


def find_words_to_check(kb: KnowledgeBase, text: str) -> str | None:
    """Return what to check of words that ask for it, or that are quotations and nothing else."""
    if (words := _to_check(text)) is not None:
        return words
    if has_marks(text):
        return text if are_quotations(kb, text) else None
    if is_printed(kb, text):
        return text
    if listed := find_listed_quotes(kb, text):
        return listed
    return _unmarked_check(kb, text) or find_printed(kb, text)


def _to_check(text: str) -> str | None:
    """Return what to check of "check: ...", of 'check "..."', and of 'did Kono say "..."?'."""
    if check := _CHECK.match(text):
        return text[check.end() :]
    if not has_marks(text):
        return None
    if check := _CHECK_MARKED.match(text):
        return text[check.end() :]
    return text if asks_to_check(blank_quotations(text)) else None


def _unmarked_check(kb: KnowledgeBase, text: str) -> str | None:
    """Return what to check of "check" and words without marks, if they read as a quotation."""
    check = _CHECK_MARKED.match(text)
    words = text[check.end() :] if check else ""
    words = words[find_request(words) :]
    return words if is_quotable(kb, words) else None


def find_quoted_words(kb: KnowledgeBase, whole: str, text: str) -> str | None:
    """Return what to check of a message that quotes, and asks nothing else of anybody it names."""
    alone = has_marks(text) and not place_quotations(text)[1:]  # several were looked at before
    if alone and is_quotation(kb, text) and not are_names(kb, text):
        return check_of(kb, whole) if place_quotations(whole)[1:] else text
    return check_of(kb, whole) if is_quoting(kb, whole) else None


def find_unchecked(kb: KnowledgeBase, text: str) -> str | None:
    """Return the check of a quotation that stands in a question, and is not checked with it."""
    quoted = read_quotations(text)[:_QUOTED_AT_ONCE] if has_marks(text) else []
    long = (words for words in quoted if len(tokenize(words)) >= LONG and not is_name(kb, words))
    words = next(long, None)
    return f"check {put_in_marks(words)}" if words else None


def asks_about_quoted(kb: KnowledgeBase, beside: str) -> bool:
    """Return whether words beside something quoted ask about it: "check this", "who said so?"."""
    return not names_something(kb, beside) or asks_to_check(beside)


def asks_to_check(words: str) -> bool:
    """Return whether words ask whether something else is a quotation: "check these", "who said"."""
    if _CHECK_MARKED.match(words) or _DID_THEY_SAY.match(words):
        return True
    return not CHECKING.isdisjoint(token.folded for token in tokenize(words))
