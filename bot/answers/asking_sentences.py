"""The sentences of a message: which of them asks something of somebody, and which one first."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from bot.answers.quoting_messages import asks_of_somebody
from knowledge.check_quote import blank_quotations, has_marks, outline_quotations
from knowledge.corpus import Kind
from knowledge.questions import read
from knowledge.text import tokenize

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from knowledge.kb import KnowledgeBase

_TRIED = 20  # sentences of a message in which a question is sought
# A line that begins or ends with one of these goes on: "where does Japan stand / on sanctions?"
_GOING_ON = "on about to for of in with the a an at by from against over toward towards".split()
_BROKEN = "".join(rf"(?<!\b{word})" for word in [*_GOING_ON, "does", "do", "did", "stand"])
_ASKS = r"(?:(?:and|but|so|also)\s+)?(?:what|who|how|does|did|is|are|has|have|where|when|why)\b"
_SENTENCE = re.compile(
    rf"(?<=[?])\s+|(?<!\n){_BROKEN}\n++(?!\s*+(?:{'|'.join(_GOING_ON)}|stands?|think)\b)|;\s+"
    rf"|,\s+(?:and|or)\s+(?={_ASKS})"
    # Behind a quotation, or behind the end of a sentence.
    rf"|(?<=[.!])\s+(?={_ASKS})|\s[–—-]\s+(?={_ASKS})|(?<=”)\s+(?=(?-i:(?=[A-Z])){_ASKS})",
    re.IGNORECASE,
)
# "What did Kang say and what did Kono say".
_JOINED = re.compile(
    rf"(\s*{_ASKS}.*?\S)\s+(?:and|or|but)\s+({_ASKS}.*)", re.IGNORECASE | re.DOTALL
)
_AROUND_A_QUESTION = " \n,;–—-"


def list_asking(kb: KnowledgeBase, text: str) -> list[str]:
    """Return the sentences of a text that name something, or else its last: one at least."""
    sentences = list(islice(_sentences(text), _TRIED))
    if len(sentences) <= 1:
        return [text]
    return [s for s in sentences if names_something(kb, s)] or sentences[-1:]


def names_something(kb: KnowledgeBase, sentence: str) -> bool:
    """Return whether a sentence has a name in it, be it on record or not."""
    question = read(kb, sentence)
    return bool(question.found or question.strangers)


def part_questions(kb: KnowledgeBase, text: str) -> tuple[str, str | None]:
    """Part what a message quotes from what it asks of somebody, in a sentence of its own."""
    if not has_marks(text):
        return text, None
    sentences = [text[first:last] for first, last in _cut(text)]
    asking = _list_questions(kb, sentences)
    quoting = "\n".join(s for s in sentences if s not in asking)
    return (quoting, _join_questions(asking)) if asking else (text, None)


def find_question(kb: KnowledgeBase, text: str) -> str | None:
    """Return what is asked of somebody, in a sentence that quotes nothing."""
    sentences = [text[first:last] for first, last in _cut(text)]
    return _join_questions(_list_questions(kb, sentences))


def _list_questions(kb: KnowledgeBase, sentences: Sequence[str]) -> list[str]:
    asking = islice((s for s in sentences if s.strip() and asks_of_somebody(kb, s)), _TRIED)
    return [sentence for sentence in asking if not has_marks(sentence)]


def _join_questions(questions: Sequence[str]) -> str | None:
    return " ".join(question.strip(_AROUND_A_QUESTION) for question in questions) or None


def find_first_question(kb: KnowledgeBase, text: str) -> tuple[str, str | None]:
    """Return the first of several questions in a message, and the next one that names something."""
    sentences = list(islice(_sentences(text), _TRIED))
    sentences = [part for sentence in sentences for part in _part_joined(kb, sentence)]
    asking = (s for s in sentences if len(sentences) > 1 and names_something(kb, s))
    first, second = next(asking, text), next(asking, None)
    return (first, second.strip()) if second else (text, None)


def _part_joined(kb: KnowledgeBase, sentence: str) -> tuple[str, ...]:
    """Part two questions that "and" joins, if each of them names somebody."""
    joined = None if has_marks(sentence) else _JOINED.match(sentence)
    parts = joined.groups() if joined else ()
    return parts if parts and all(_names_somebody(kb, part) for part in parts) else (sentence,)


def _names_somebody(kb: KnowledgeBase, words: str) -> bool:
    question = read(kb, words)
    named = (name.kind for found in question.found for name in found.names)
    return bool(question.strangers) or any(kind is not Kind.ISSUE for kind in named)


def _sentences(text: str) -> Iterator[str]:
    """Yield the sentences that have words of their own."""
    beside = blank_quotations(text) if has_marks(text) else text
    return (text[first:last] for first, last in _cut(text) if tokenize(beside[first:last]))


def _cut(text: str) -> Iterator[tuple[int, int]]:
    """Yield where the sentences of a text begin and end; none ends within a quotation."""
    outlined = outline_quotations(text) if has_marks(text) else text
    ends = [span.span() for span in _SENTENCE.finditer(outlined)]
    starts = [0, *(end for _, end in ends)]
    yield from zip(starts, [*(first for first, _ in ends), len(text)], strict=True)
