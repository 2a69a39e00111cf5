"""The sentences of a message: which of them asks something of somebody, and which one first."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from bot.answers.quoting_messages import asks_of_somebody
from knowledge.check_quote import blank_quotations, has_marks, outline_quotations
from knowledge.corpus import Kind
from knowledge.questions import read
from knowledge.text import ARTICLES, COMPARING, HOLDING, SAYING, tokenize

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
    rf"|(?<=”)[^\S\n]++(?:and|but)\s+(?={_ASKS}|(?:tell|show)\s+me\b)"
    r"|[;,]\s+(?:and\s+)?(?=(?:check|verify)\b)"  # "Japan on talks; check “…”"
    rf"|(?<=[.!])\s+(?={_ASKS})|\s[–—-]\s+(?={_ASKS})|(?<=”)\s+(?=(?-i:(?=[A-Z])){_ASKS})",
    re.IGNORECASE,
)
_BEGINS = re.compile(_ASKS, re.IGNORECASE)
_ASKS_WHO = re.compile(r"\s*+(?:(?:and|but|so|also)\s+)?(?:who|which)\b", re.IGNORECASE)
# "What did Kang say and what did Kono say".
_JOINED = re.compile(
    rf"(.*?\S),?\s+(?:and|or|but|plus)\s+(?:also\s+)?({_ASKS}.*)", re.IGNORECASE | re.DOTALL
)
# "Japan on pressure, the U.S. on talks".
_BETWEEN_TOPICS = re.compile(
    r",\s+(?:(?:and|but|while)\s+)?|\s+(?:and|but|while|plus)\s+", re.IGNORECASE
)
_TOPICS = re.compile(r"\b(?:on|about|regarding)\b", re.IGNORECASE)
_PLACES_TRIED = 4  # between which two topics may be parted
_TOPIC = 9  # words that name a topic, at most
_LONG = 200  # characters of a sentence that are more than two topics
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
    unmarked = (s for s in islice(sentences, _TRIED) if s.strip() and not has_marks(s))
    return [s for s in unmarked if asks_of_somebody(kb, s) or _names_a_topic(kb, s)]


def _names_a_topic(kb: KnowledgeBase, sentence: str) -> bool:
    """Return whether a sentence is hardly more than somebody "on" an issue."""
    short = len(sentence.split()) <= _TOPIC and _TOPICS.search(sentence)
    return bool(short) and _names_somebody(kb, sentence, on_an_issue=True)


def _join_questions(questions: Sequence[str]) -> str | None:
    return " ".join(question.strip(_AROUND_A_QUESTION) for question in questions) or None


def find_first_question(kb: KnowledgeBase, text: str) -> tuple[str, str | None]:
    """Return the first of several questions in a message, and what else it asks.

    That is the next one that names something, with all that begin as a question behind it.
    """
    sentences = list(islice(_sentences(text), _TRIED))
    parts = [part for sentence in sentences for part in _part_joined(kb, sentence)]
    if len(parts) == 1:
        return text, None
    asking = (i for i, p in enumerate(parts) if names_something(kb, p) or _asks_for_words(kb, p))
    first = next(asking, None)
    if first is None:
        return text, None
    second = _find_second(kb, parts, first)
    if second is None:
        return text, None
    others = [parts[second], *(part for part in parts[second + 1 :] if _BEGINS.match(part.strip()))]
    return parts[first], _join_questions(others)


def _find_second(kb: KnowledgeBase, parts: Sequence[str], first: int) -> int | None:
    """Return which part is the second that names something, or else one that only asks."""
    behind = range(first + 1, len(parts))
    named = next((i for i in behind if names_something(kb, parts[i])), None)
    return named or next((i for i in behind if _only_asks(kb, parts[i])), None)


def _only_asks(kb: KnowledgeBase, part: str) -> bool:
    """Return whether a part begins as a question, and its days are none of the one before."""
    return bool(_BEGINS.match(part.strip())) and read(kb, part).asked_date is None


def _asks_for_words(kb: KnowledgeBase, part: str) -> bool:
    """Return whether a part asks who said some words: "who said dead end"."""
    if not _ASKS_WHO.match(part):
        return False
    question = read(kb, part)
    return bool(question.unclear) and not SAYING.isdisjoint(question.words)


def _part_joined(kb: KnowledgeBase, sentence: str) -> tuple[str, ...]:
    """Part two questions that "and" joins, if each of them names somebody, or asks who it is."""
    if has_marks(sentence) or _compares(sentence):
        return (sentence,)
    joined = _JOINED.match(sentence)
    parts = joined.groups() if joined else ()
    if parts and _is_asked(kb, parts[0]) and _is_another(kb, parts[1]):
        return parts
    return _part_topics(kb, sentence)


def _is_another(kb: KnowledgeBase, second: str) -> bool:
    """Return whether the second of two parts names somebody, or asks who is on a side."""
    if _names_somebody(kb, second) or _asks_for_words(kb, second):
        return True
    question = read(kb, second)
    takes_a_side = not HOLDING.isdisjoint(question.words)
    return bool(_ASKS_WHO.match(second)) and takes_a_side


def _compares(sentence: str) -> bool:
    return not COMPARING.isdisjoint(token.folded for token in tokenize(sentence))


def _is_asked(kb: KnowledgeBase, words: str) -> bool:
    """Return whether words ask something of somebody: as a question, or on an issue."""
    if _ASKS_WHO.match(words):
        return names_something(kb, words) or _asks_for_words(kb, words)
    if _BEGINS.match(words.strip()):
        return _names_somebody(kb, words)
    return _names_somebody(kb, words, on_an_issue=True)


def _part_topics(kb: KnowledgeBase, sentence: str) -> tuple[str, ...]:
    """Part two topics that stand side by side: "Japan on pressure, the U.S. on talks"."""
    if len(sentence) > _LONG or len(_TOPICS.findall(sentence)) <= 1:
        return (sentence,)
    for place in islice(_BETWEEN_TOPICS.finditer(sentence), _PLACES_TRIED):
        one, other = sentence[: place.start()], sentence[place.end() :]
        if _begins_with_a_name(kb, other) and _names_somebody(kb, one, on_an_issue=True):
            return one, other
    return (sentence,)


def _begins_with_a_name(kb: KnowledgeBase, words: str) -> bool:
    """Return whether words begin with somebody, and an issue behind "on": "the U.S. on talks"."""
    question = read(kb, words)
    named = [f for f in question.found if f.names[0].kind is not Kind.ISSUE]
    issues = [f for f in question.found if f.names[0].kind is Kind.ISSUE]
    if not (named and issues) or not ARTICLES.issuperset(question.words[: named[0].first]):
        return False
    return bool(_TOPICS.fullmatch(" ".join(question.words[named[0].last : named[0].last + 1])))


def _names_somebody(kb: KnowledgeBase, words: str, *, on_an_issue: bool = False) -> bool:
    question = read(kb, words)
    kinds = {name.kind for found in question.found for name in found.names}
    somebody = bool(question.strangers) or not kinds <= {Kind.ISSUE}
    return somebody and (Kind.ISSUE in kinds or not on_an_issue)


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
