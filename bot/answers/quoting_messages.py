"""Messages that hold a quotation: its check is meant, unless something else is asked beside it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from bot.answers.unmarked_words import names_alone
from knowledge.check_quote import blank_quotations, has_marks, read_quotations
from knowledge.corpus import Kind
from knowledge.questions import read
from knowledge.text import tokenize

if TYPE_CHECKING:
    from knowledge.kb import KnowledgeBase
    from knowledge.questions import Question

_LONG: Final = 4  # words between marks that are a quotation; of fewer, those that are printed
_TRIED: Final = 5  # quotations that are looked at: no more are checked at once
# What is asked of somebody who is named, though a quotation stands beside it.
_ASKING: Final = re.compile(
    r"\b(?:what|how|why|where|which)\b[^.?!\n]*\b(?:think|thinks|thought|stand|stands|stood|feel"
    r"|feels|want|wants|view|views|see|sees|react\w*|stance|position|policy|opinion"
    r"|(?:say|says|said)\s+(?:about|on))\b"
    r"|\b(?:stances?|positions?|polic(?:y|ies)|views?|opinions?)\s+(?:on|of|about|regarding|towards?)\b"
    r"|\b(?:does|do|did|is|are|was|were|would|will|has|have)\b[^.?!\n]*\b(?:support|oppose|back|want"
    r"|favou?r|accept|reject|endorse|agree|willing|ready|against)\w*"
    r"|\bwho(?:\s+(?:is|was)|[’']s)\s+(?!this\b|that\b|it\b|the\b)\w",
    re.IGNORECASE,
)


def is_quoting(kb: KnowledgeBase, text: str) -> bool:
    """Return whether a message quotes words, and asks nothing else about somebody it names."""
    if not has_marks(text):
        return False
    quotations = read_quotations(text)[:_TRIED]
    found = [words for words in quotations if not names_alone(read(kb, words))]
    long = any(len(tokenize(words)) >= _LONG for words in found)
    if not long and not any(kb.quotes.same(words) or kb.passages.same(words) for words in found):
        return False
    beside = blank_quotations(text)
    question = read(kb, beside)
    asking = _names_any(question) and _ASKING.search(beside)
    return not asking and (long or not _names_an_issue(question))


def _names_any(question: Question) -> bool:
    return bool(question.found or question.strangers)


def _names_an_issue(question: Question) -> bool:
    return any(name.kind is Kind.ISSUE for found in question.found for name in found.names)
