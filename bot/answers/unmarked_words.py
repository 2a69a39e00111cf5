"""Words without marks: a quotation, or a question that somebody wants answered."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from knowledge.check_quote import (
    Verdict,
    blank_quotations,
    is_clause,
    put_in_marks,
    read_quotations,
    verify_quote,
)
from knowledge.questions import read
from knowledge.text import AUXILIARIES, COURTESY, allow, tokenize

if TYPE_CHECKING:
    from knowledge.check_quote import Comparison
    from knowledge.kb import KnowledgeBase
    from knowledge.questions import Question

QUOTED: Final = 3  # words of a quotation that is one though some of them are a name on record
_PRINTED_WORDS = 5  # fewer may be the name of what is asked about
_SENTENCE = 6  # words, names among them, that are quoted though not all of them are printed
_LONGEST = 60  # words that are sought in what is printed
_TO_FIND = 15_000  # steps that this may take
_AROUND = ' \n>“”"?'
# Before words without marks: "Kono said this is not the time ...".
_SAID = re.compile(r"([^.:;!?\n]{2,60}?)\s+(?:said|says|stated)\s+(?:that\s+)?(\S.*)", re.DOTALL)
_PRINTED = frozenset({Verdict.EXACT, Verdict.NOT_THEIRS, Verdict.PART})
_PLACE = 2  # words in the one place where a sentence of names may differ from the print
_FOREIGN = 4  # words that were not read, among which no name on record is
# Words that begin what is to be looked up: "check what Japan thinks".
_ASKING = frozenset(
    "what who whom whose where when why how which if whether with on out up for".split()
)


def is_printed(kb: KnowledgeBase, words: str) -> bool:
    """Return whether words are, to the letter, a quote on record or a sentence of an article."""
    for quoted in read_quotations(words):
        known = kb.quotes.same(quoted) or kb.passages.same(quoted)
        return bool(known) and len(tokenize(quoted)) >= _PRINTED_WORDS
    return False


def find_printed(kb: KnowledgeBase, words: str) -> str | None:
    """Return what to check of words that an article prints in one piece, with whom they name.

    Short of a sentence they need a verb: "talks with North Korea" is what somebody asks about.
    """
    typed = words.strip(_AROUND)
    said = _SAID.match(typed)
    name, spoken = (said[1], said[2]) if said else (None, typed)
    if name and is_printed_in_part(kb, spoken):
        return f"{name}: {put_in_marks(spoken)}"
    return put_in_marks(typed) if is_printed_in_part(kb, typed) else None


def is_printed_in_part(kb: KnowledgeBase, words: str) -> bool:
    """Return whether an article prints words that have a verb, one behind the other."""
    folded = [token.folded for token in tokenize(words)]
    if not _PRINTED_WORDS <= len(folded) <= _LONGEST or not is_clause(words):
        return False
    if folded[0] in _ASKING | AUXILIARIES:
        return False
    with allow(_TO_FIND):
        found = verify_quote(kb, words)
    in_one_piece = found.comparison.quote_count == 1 and not found.parts
    return found.comparison.verdict in _PRINTED and in_one_piece


def is_question(kb: KnowledgeBase, words: str) -> bool:
    """Return whether words that are set apart ask something, and are not words to check."""
    question = read(kb, words)
    if not (question.found or question.strangers) or is_printed(kb, words):
        return False
    asking = words.rstrip().endswith("?") or question.words[0] in _ASKING
    return asking or is_name(kb, words)


def is_quotable(kb: KnowledgeBase, words: str) -> bool:
    """Return whether words are a quotation: they are printed, or read as nothing that is asked.

    "Japan on pressure" is a question though an article prints it, as nothing in it is unread.
    """
    question = read(kb, words)
    polite = all(word in COURTESY for word in question.words)
    if polite or names_alone(question):
        return False
    if blank_quotations(words).strip():  # "Kono: …" says whose they are
        return True
    verdict = verify_quote(kb, read_quotations(words)[0]).comparison.verdict
    if verdict in _PRINTED:
        return len(question.words) >= QUOTED or bool(question.unclear and not question.found)
    if question.words[0] in _ASKING or not question.unclear:
        return False
    if question.found:  # "check this is the time to ease pressure"
        return len(question.words) >= _SENTENCE and verdict is not Verdict.NOT_FOUND
    return len(question.unclear) >= _FOREIGN


def is_name(kb: KnowledgeBase, words: str) -> bool:
    """Return whether words set apart are what somebody or something is called, and no quotation.

    A sentence of nothing but names is one where an article prints all of it, but for a word.
    """
    question = read(kb, words)
    if not names_alone(question):
        return False
    if len(question.words) < _SENTENCE or len(question.found) == 1:
        return True
    return not _is_nearly_printed(verify_quote(kb, words).comparison)


def _is_nearly_printed(comparison: Comparison) -> bool:
    """Return whether an article prints words, or all of them but for a word."""
    if comparison.verdict in _PRINTED:
        return True
    several = len(comparison.differences) > 1 or bool(comparison.unproved_words)
    if comparison.verdict is not Verdict.DIFFERS or several:
        return False
    sides = (side for d in comparison.differences for side in (d.asked, d.printed))
    return all(len(side.split()) <= _PLACE for side in sides)


def names_alone(question: Question) -> bool:
    """Return whether words are hardly more than names."""
    named = sum(found.last - found.first for found in question.found)
    beside = len(question.words) - named
    return bool(named) and beside < QUOTED and not question.not_understood
