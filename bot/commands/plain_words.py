"""Plain words to the same commands: which command a mention or a direct message means."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from bot.answers.completed_question import complete
from bot.answers.quoted_messages import check_of
from bot.answers.quoting_messages import (
    LONG,
    are_names,
    are_quotations,
    asks_of_somebody,
    is_quotation,
    is_quoting,
)
from bot.answers.reply import STEPS, Meant
from bot.answers.spoken_words import is_circumstance
from bot.answers.unasked_messages import wants_nothing
from bot.answers.unmarked_words import find_printed, is_name, is_printed, is_quotable
from bot.commands import called, helped, registry, routed
from knowledge.check_quote import (
    blank_quotations,
    has_marks,
    outline_quotations,
    place_quotations,
    put_in_marks,
    read_quotations,
)
from knowledge.corpus import Kind
from knowledge.questions import MAX_LENGTH, Intent, asks_to_compare, find_topic, read, read_short
from knowledge.text import (
    CHECKING,
    COURTESY,
    LISTING,
    OutOfStepsError,
    allow,
    tokenize,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from bot.answers.command import Command
    from bot.answers.last_question import LastQuestion
    from knowledge.kb import KnowledgeBase
    from knowledge.names import Name
    from knowledge.questions import Question, Topic

_ADDRESSED = re.compile(r"^\s*@?stancebook\b[:,]?", re.IGNORECASE)
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
# Characters of a message that are looked at: what is blanked in front takes nothing of the rest.
_LOOKED_AT = 2 * MAX_LENGTH
_TRIED = 20  # sentences of a message in which a question is sought
# A line that begins or ends with one of these goes on: "where does Japan stand / on sanctions?"
_GOING_ON = "on about to for of in with the a an at by from against over toward towards".split()
_BROKEN = "".join(rf"(?<!\b{word})" for word in [*_GOING_ON, "does", "do", "did", "stand"])
_ASKS = r"(?:(?:and|but|so|also)\s+)?(?:what|who|how|does|did|is|are|has|have|where|when|why)\b"
_SENTENCE = re.compile(
    rf"(?<=[?])\s+|(?<!\n){_BROKEN}\n+(?!\s*(?:{'|'.join(_GOING_ON)}|stands?|think)\b)|;\s+"
    rf"|,\s+(?:and|or)\s+(?={_ASKS})"
    # Behind a quotation, or behind the end of a sentence.
    rf"|(?<=[.!])\s+(?={_ASKS})|\s[–—-]\s+(?={_ASKS})|(?<=”)\s+(?=(?-i:(?=[A-Z])){_ASKS})",
    re.IGNORECASE,
)
# "What did Kang say and what did Kono say".
_JOINED = re.compile(
    rf"(\s*{_ASKS}.*?\S)\s+(?:and|or|but)\s+({_ASKS}.*)", re.IGNORECASE | re.DOTALL
)
# "The history of Japan's position"; the words alone may be a subject of their own.
_HISTORY = re.compile(
    r"^\W*(?:(?:what(?:['’]?s|\s+is|\s+was)|(?:tell|give|show)\s+me)\s+)?(?:the\s+|an?\s+)?"
    r"(?:short\s+|brief\s+)?(?:history|evolution)\s+of\b",
    re.IGNORECASE,
)
_AROUND_A_QUESTION = " \n,;–—-"
_QUOTED_AT_ONCE = 5  # quotations of a question that are looked at
_SHORT = 4  # words of a greeting that need not all be understood
_USING = frozenset({"work", "works", "working", "use", "using", "start"})  # "how does this work?"


def without_mention(text: str) -> str:
    """Strip whom the words are addressed to, and what is longer than anything that is read."""
    return _ADDRESSED.sub(" ", text[:_LOOKED_AT]).strip()


def choose(
    kb: KnowledgeBase,
    text: str,
    today: date | None = None,
    commands: Mapping[str, Command] | None = None,
    last: LastQuestion | None = None,
) -> Meant:
    """Return the command that plain words mean, the text to give it, and its reading if it is made.

    A greeting, or a command that is not there, gets help. `commands` are as a workspace knows them.
    What the words leave out is taken from the last question; words that stand by themselves never
    take anything from it.
    """
    text = without_mention(text)
    if last and (meant := _go_on(kb, text, last, today)):
        return meant
    try:
        with allow(STEPS):
            known = commands or registry()
            return _named_command(kb, text, known) or _choose(kb, text, today, known)
    except OutOfStepsError:
        return Meant(registry()["stance"], text, too_much=True)


def _go_on(kb: KnowledgeBase, text: str, last: LastQuestion, today: date | None) -> Meant | None:
    """Return the question that words make with the last one, if they do not stand alone.

    Words that take too much work to read are left as they are.
    """
    try:
        with allow(STEPS):
            return _complete(kb, text, last, today)
    except OutOfStepsError:
        return None


def _complete(kb: KnowledgeBase, text: str, last: LastQuestion, today: date | None) -> Meant | None:
    alone = text.startswith("/") or has_marks(text) or helped(text)
    if alone or _by_opening(kb, text, today, registry()):
        return None
    first, *others = _asking_sentences(kb, text)
    short = read_short(kb, first, today, replies=last.left_open)
    completed = complete(kb, short, last) if short else None
    if completed is None:
        return None
    known = registry()
    meant = _named_command(kb, completed.text, known) or _choose(kb, completed.text, today, known)
    also = others[0].strip() if others else None
    return meant._replace(taken_over=completed.taken_over, also=also)


def _asking_sentences(kb: KnowledgeBase, text: str) -> list[str]:
    """Return the sentences of a text that name something, or else its last: one at least."""
    sentences = list(islice(_sentences(text), _TRIED))
    if len(sentences) <= 1:
        return [text]
    return [s for s in sentences if _names_something(kb, s)] or sentences[-1:]


def _named_command(kb: KnowledgeBase, text: str, commands: Mapping[str, Command]) -> Meant | None:
    """Return the command that a text begins with, or about which it wants help."""
    first, _, rest = text.partition(" ")
    if about := helped(text, commands):
        return Meant(about, "help")
    if not first.startswith("/"):
        return None
    command = called(first, commands)
    return Meant(*routed(command, rest, kb, commands)) if command else Meant(commands["help"], "")


def _choose(
    kb: KnowledgeBase, text: str, today: date | None, commands: Mapping[str, Command]
) -> Meant:
    if opened := _by_opening(kb, text, today, commands):
        return opened
    quoting, asking = _part_questions(kb, text)
    if (words := _words_to_check(kb, quoting)) is not None:
        return Meant(commands["check"], words, also=asking)
    first, also = _first_question(kb, quoting)
    if words := _quoted_words(kb, quoting, first):
        return Meant(commands["check"], words, also=asking or (also if words == first else None))
    if asking is not None:
        first, also = _first_question(kb, text)
    text = first
    question = read(kb, text, today=today)
    if _is_listing(question):
        named = _names_any(question)
        return Meant(commands["issues"], *((text, question) if named else ("",)))
    if _is_small_talk(question):
        return Meant(commands["help"], "")
    topic = find_topic(kb, question)
    also = also or _find_unchecked(kb, text)
    return Meant(commands[_command_of(kb, question, topic)], text, question, also, topic)


def _by_opening(
    kb: KnowledgeBase, text: str, today: date | None, commands: Mapping[str, Command]
) -> Meant | None:
    """Return what the first words alone tell: nothing is asked, a list of articles, a history."""
    first, _, rest = text.partition(" ")
    if wants_nothing(text):
        return Meant(commands["help"], "")
    if first.lower().rstrip("s:") == "source" and (not rest or kb.source(rest.strip())):
        return Meant(commands["source"], rest)
    return _history_of(kb, text, today, commands)


def _history_of(
    kb: KnowledgeBase, text: str, today: date | None, commands: Mapping[str, Command]
) -> Meant | None:
    """Return the timeline that "the history of Japan's position" asks for."""
    opening = _HISTORY.match(text)
    if not opening or any(f.first == 0 for f in read(kb, text).found):
        return None
    rest = text[opening.end() :].strip()
    question = read(kb, rest, today=today)
    return Meant(commands["timeline"], rest, question) if question.found else None


def _part_questions(kb: KnowledgeBase, text: str) -> tuple[str, str | None]:
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


def _find_unchecked(kb: KnowledgeBase, text: str) -> str | None:
    """Return the check of a quotation that stands in a question, and is not checked with it."""
    quoted = read_quotations(text)[:_QUOTED_AT_ONCE] if has_marks(text) else []
    long = (words for words in quoted if len(tokenize(words)) >= LONG and not is_name(kb, words))
    words = next(long, None)
    return f"check {put_in_marks(words)}" if words else None


def _quoted_words(kb: KnowledgeBase, whole: str, text: str) -> str | None:
    """Return what to check of a message that quotes, and asks nothing else of anybody it names."""
    alone = has_marks(text) and not place_quotations(text)[1:]  # several were looked at before
    if alone and is_quotation(kb, text) and not are_names(kb, text):
        return check_of(kb, whole) if place_quotations(whole)[1:] else text
    return check_of(kb, whole) if is_quoting(kb, whole) else None


def _first_question(kb: KnowledgeBase, text: str) -> tuple[str, str | None]:
    """Return the first of several questions in a message, and the next one that names something."""
    sentences = list(islice(_sentences(text), _TRIED))
    sentences = [part for sentence in sentences for part in _part_joined(kb, sentence)]
    asking = (s for s in sentences if len(sentences) > 1 and _names_something(kb, s))
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


def _names_something(kb: KnowledgeBase, sentence: str) -> bool:
    question = read(kb, sentence)
    return bool(question.found or question.strangers)


def _command_of(kb: KnowledgeBase, question: Question, topic: Topic) -> str:
    """Return the command that answers a question: whose position, who holds one, or who it is."""
    if asks_to_compare(kb, question, topic):
        return "compare"
    if topic.over_time and topic.intent is not Intent.WHO_SAID:
        return "timeline"
    if topic.intent is Intent.WHO_HOLDS and not topic.asked_about:
        return "issues"
    named = [n for actor in topic.subjects for n in actor.names]
    objects = [a for a in topic.objects if not is_circumstance(question, a)]
    more = topic.issues or topic.issue_choices or topic.words or objects
    people = any(name.kind is Kind.PERSON for name in named) or _asks_a_body(kb, topic, named)
    asks_who = topic.intent in {Intent.WHO_IS, Intent.WHO_LEADS}
    return "who" if asks_who or (people and not more) else "stance"


def _asks_a_body(kb: KnowledgeBase, topic: Topic, named: Sequence[Name]) -> bool:
    """Return whether a body's words are asked for: its own statements answer, whatever they are on.

    A state is asked about issue by issue, as all who speak for it would be too many.
    """
    states = any(kb.entities[name.target].state == name.target for name in named)
    return topic.intent is Intent.WORDS and bool(named) and not states


def _words_to_check(kb: KnowledgeBase, text: str) -> str | None:
    """Return what to check of words that ask for it, or that are quotations and nothing else."""
    if (words := _to_check(text)) is not None:
        return words
    if has_marks(text):
        return text if are_quotations(kb, text) else None
    if is_printed(kb, text):
        return text
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
    return words if is_quotable(kb, words) else None


def asks_about_quoted(kb: KnowledgeBase, beside: str) -> bool:
    """Return whether words beside something quoted ask about it: "check this", "who said so?"."""
    return not _names_something(kb, beside) or asks_to_check(beside)


def asks_to_check(words: str) -> bool:
    """Return whether words ask whether something else is a quotation: "check these", "who said"."""
    if _CHECK_MARKED.match(words) or _DID_THEY_SAY.match(words):
        return True
    return not CHECKING.isdisjoint(token.folded for token in tokenize(words))


def _names_any(question: Question) -> bool:
    """Return whether a question names somebody, something or a day."""
    return bool(question.found or question.strangers or question.asked_date)


def _is_listing(question: Question) -> bool:
    """Return whether it asks for what is on record: "which topics do you have on Japan?"."""
    left = {question.words[i] for i in question.unclear}
    issues = any(n.kind is Kind.ISSUE for f in question.found for n in f.names)
    asking = {"can", "ask"} <= set(question.words)
    listing = asking or not LISTING.isdisjoint(question.words)
    return listing and left <= {*LISTING, "ask"} and not issues


def _is_small_talk(question: Question) -> bool:
    """Return whether it is a greeting, or words of which nothing was understood."""
    polite = question.words[:1] and question.words[0] in COURTESY
    short = len(question.words) <= _SHORT
    how = "how" in question.words and not _USING.isdisjoint(question.words)
    return not _names_any(question) and (not question.unclear or bool(polite and short) or how)
