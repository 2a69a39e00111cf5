"""Words without marks: a quotation, or a question that somebody wants answered."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from bot.answers.unmarked_speakers import divide_speaker
from knowledge.check_quote import (
    PRINTED,
    Verdict,
    blank_quotations,
    is_clause,
    put_in_marks,
    read_quotations,
    verify_quote,
)
from knowledge.questions import MAX_LENGTH, read
from knowledge.text import AUXILIARIES, COURTESY, OutOfStepsError, allow, tokenize

if TYPE_CHECKING:
    from collections.abc import Iterable

    from knowledge.check_quote import Comparison, Difference
    from knowledge.citations import CitedStatement
    from knowledge.kb import KnowledgeBase
    from knowledge.questions import Question

QUOTED: Final = 3  # words of a quotation that is one though some of them are a name on record
_PRINTED_WORDS = 5  # fewer may be the name of what is asked about
_SENTENCE = 6  # words, names among them, that are quoted though not all of them are printed
_LONGEST = 60  # words that are sought in what is printed
_TO_FIND = 18_000  # steps that this may take
_UNKNOWN = frozenset({Verdict.NOT_FOUND, Verdict.NOT_CHECKED})
_AROUND = ' \n>“”"?'
_CHANGED = 4  # words of a sentence, of which one may be another than is printed
_PLACE = 2  # words in the one place where a sentence of names may differ from the print
_FOREIGN = 4  # words that were not read, among which no name on record is
# Nobody who asks leaves words out in the middle: "not the time … the DPRK".
_CUT = re.compile(r"\w\W*?(?:…|\.{3})\W*?\w")
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
    name, spoken = divide_speaker(kb, typed)
    if name and _is_told(kb, name, spoken):
        return f"{name}: {put_in_marks(spoken)}"
    return put_in_marks(typed) if is_printed_in_part(kb, typed) else None


def _is_told(kb: KnowledgeBase, name: str, words: str) -> bool:
    """Return whether an article prints words that somebody is said to have said, or nearly so.

    Where it is the record of theirs that has all of them, the record itself answers.
    """
    if not may_be_printed(words):
        return False
    with allow(_TO_FIND):
        found = verify_quote(kb, words)
    if found.comparison.verdict in PRINTED:
        return found.comparison.quote_count == 1
    if found.comparison.verdict is not Verdict.DIFFERS or found.comparison.unproved_words:
        return False
    if _has_other_ends(words, found.comparison.differences):
        return False
    changed = sum(map(_count_changed, found.comparison.differences))
    own = not changed and _speak(kb, name, found.statements)
    return changed * _CHANGED <= len(_fold(words)) and not own


def _has_other_ends(words: str, differences: Iterable[Difference]) -> bool:
    """Return whether words begin or end otherwise than in print: then they are a paraphrase."""
    folded = _fold(words)
    changed = [_fold(one.asked) for one in differences if _count_changed(one)]
    return any(folded[: len(c)] == c or folded[-len(c) :] == c for c in changed if c)


def _count_changed(difference: Difference) -> int:
    """Return how many words differ, apart from capital letters and marks."""
    asked, printed = _fold(difference.asked), _fold(difference.printed)
    return 0 if asked == printed else max(len(asked), len(printed))


def _speak(kb: KnowledgeBase, name: str, statements: Iterable[CitedStatement]) -> bool:
    """Return whether somebody who is named speaks in one of the statements."""
    named = {n.target for found in read(kb, name).found for n in found.names}
    return any(said.speaker and said.speaker.id in named for said in statements)


def _fold(words: str) -> tuple[str, ...]:
    return tuple(token.folded for token in tokenize(words))


def is_printed_in_part(kb: KnowledgeBase, words: str) -> bool:
    """Return whether an article prints words that have a verb, one behind the other."""
    if not may_be_printed(words):
        return False
    with allow(_TO_FIND):
        found = verify_quote(kb, words)
    in_one_piece = found.comparison.quote_count == 1 and not found.parts
    return found.comparison.verdict in PRINTED and in_one_piece


def may_be_told(kb: KnowledgeBase, words: str) -> bool:
    """Return whether words are a sentence that an article prints, or something near it."""
    if words.endswith("?") or not may_be_printed(words):
        return False
    try:
        with allow(_TO_FIND):
            return verify_quote(kb, words).comparison.verdict not in _UNKNOWN
    except OutOfStepsError:
        return False


def may_be_printed(words: str) -> bool:
    """Return whether words are a sentence that asks nothing."""
    folded = _fold(words)
    if not _PRINTED_WORDS <= len(folded) <= _LONGEST:
        return False
    if not (is_clause(words) or _CUT.search(words)):
        return False
    return folded[0] not in _ASKING | AUXILIARIES


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
    What is longer than any question is quoted: a check says that it is too long.
    """
    if len(words) >= MAX_LENGTH:
        return True
    question = read(kb, words)
    polite = all(word in COURTESY for word in question.words)
    if polite or names_alone(question):
        return False
    if blank_quotations(words).strip():  # "Kono: …" says whose they are
        return True
    quoted = read_quotations(words)[:1]
    verdict = verify_quote(kb, quoted[0]).comparison.verdict if quoted else Verdict.NOT_FOUND
    if verdict in PRINTED:
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
    if comparison.verdict in PRINTED:
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
