"""Plain words to the same commands: which command a mention or a direct message means."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from bot.answers.reply import STEPS, Meant
from bot.commands import called, registry, routed
from knowledge.check_quote import blank_quotations, has_marks, put_in_marks, read_quotations
from knowledge.corpus import Kind
from knowledge.questions import MAX_LENGTH, Intent, find_topic, read
from knowledge.text import (
    ASKING_ABOUT_WORDS,
    CHECKING,
    COURTESY,
    LISTING,
    OutOfStepsError,
    allow,
    tokenize,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from knowledge.kb import KnowledgeBase
    from knowledge.questions import Question, Topic

_ADDRESSED = re.compile(r"^\s*@?stancebook\b[:,]?", re.IGNORECASE)
_CHECK = re.compile(r"^\W*check\s*:\s*", re.IGNORECASE)
_CHECK_MARKED = re.compile(r"^\W*check\b", re.IGNORECASE)
_DID_THEY_SAY = re.compile(
    r"^\W*(?:did|has|have|is it true|was it|who)\b.*\b(?:say|said|says|saying)\b",
    re.IGNORECASE | re.DOTALL,
)
# Characters of a message that are looked at: what is blanked in front takes nothing of the rest.
_LOOKED_AT = 2 * MAX_LENGTH
_TRIED = 20  # sentences of a message in which a question is sought
_SENTENCE = re.compile(
    r"(?<=[?])\s+|\n+|;\s+"
    r"|,\s+(?:and|or)\s+(?=(?:what|who|how|does|did|is|are|has|have|where|when|why)\b)",
    re.IGNORECASE,
)
_BESIDE = ASKING_ABOUT_WORDS | {"quote", "said", "says", "told", "wrote"}
_QUOTED = 3  # words that a quotation has at least if a name beside it is its speaker
_SHORT = 4  # words of a greeting that need not all be understood
_USING = frozenset({"work", "works", "working", "use", "using", "start"})  # "how does this work?"
_CAPITAL = r"[A-Z][\w.’'-]{0,40}"
_NEIGHBORS = 8  # capitalized words on either side of a name
_SAID = re.compile(
    rf"({_CAPITAL}(?:\s+{_CAPITAL}){{0,3}})\s+(?:said|says|told|added|wrote|tweeted)\b"
)


def without_mention(text: str) -> str:
    """Strip whom the words are addressed to, and what is longer than anything that is read."""
    return _ADDRESSED.sub(" ", text[:_LOOKED_AT]).strip()


def choose(kb: KnowledgeBase, text: str, today: date | None = None) -> Meant:
    """Return the command that plain words mean, the text to give it, and its reading if it is made.

    A greeting, or a command that is not there, gets help.
    """
    text = without_mention(text)
    try:
        with allow(STEPS):
            return _choose(kb, text, today)
    except OutOfStepsError:
        return Meant(registry()["stance"], text, too_much=True)


def _choose(kb: KnowledgeBase, text: str, today: date | None) -> Meant:
    first, _, rest = text.partition(" ")
    if first.startswith("/"):
        command = called(first)
        return Meant(*routed(command, rest)) if command else Meant(registry()["help"], "")
    commands = registry()
    if (words := _to_check(text)) is not None:
        return Meant(commands["check"], words)
    text, also = _first_question(kb, text)
    question = read(kb, text, today=today)
    if has_marks(text) and _is_quotation(kb, text) and not _names_alone(question):
        return Meant(commands["check"], text)
    if _is_listing(question):
        named = _names_any(question)
        return Meant(commands["issues"], *((text, question) if named else ("",)))
    if _is_small_talk(question):
        return Meant(commands["help"], "")
    topic = find_topic(kb, question)
    return Meant(commands[_command_of(topic)], text, question, also, topic)


def _first_question(kb: KnowledgeBase, text: str) -> tuple[str, str | None]:
    """Return the first of several questions in a message, and the next one that names something."""
    sentences = list(islice(_sentences(text), _TRIED))
    asking = (s for s in sentences if len(sentences) > 1 and _names_something(kb, s))
    first, second = next(asking, text), next(asking, None)
    return (first, second.strip()) if second else (text, None)


def _sentences(text: str) -> Iterator[str]:
    """Yield the sentences that have words of their own; none ends within a quotation."""
    beside = blank_quotations(text) if has_marks(text) else text
    ends = [span.span() for span in _SENTENCE.finditer(beside)]
    starts = [0, *(end for _, end in ends)]
    for start, end in zip(starts, [*(first for first, _ in ends), len(text)], strict=True):
        if tokenize(beside[start:end]):
            yield text[start:end]


def _names_something(kb: KnowledgeBase, sentence: str) -> bool:
    question = read(kb, sentence)
    return bool(question.found or question.strangers)


def _command_of(topic: Topic) -> str:
    """Return the command that answers a question: whose position, who holds one, or who it is."""
    if topic.intent is Intent.WHO_HOLDS and not topic.asked_about:
        return "issues"
    named = [n for actor in topic.subjects for n in actor.names]
    more = topic.issues or topic.issue_choices or topic.words or topic.objects
    people = any(name.kind is Kind.PERSON for name in named)
    asks_who = topic.intent in {Intent.WHO_IS, Intent.WHO_LEADS}
    return "who" if asks_who or (people and not more) else "stance"


def _to_check(text: str) -> str | None:
    """Return what to check of "check: ...", of 'check "..."', and of 'did Kono say "..."?'."""
    if check := _CHECK.match(text):
        return text[check.end() :]
    if not has_marks(text):
        return None
    if check := _CHECK_MARKED.match(text):
        return text[check.end() :]
    beside = blank_quotations(text)
    checking = not CHECKING.isdisjoint(token.folded for token in tokenize(beside))
    return text if checking or _DID_THEY_SAY.match(beside) else None


def _is_quotation(kb: KnowledgeBase, text: str) -> bool:
    """Return whether a quotation has nothing beside it but who "said" it: "Kono: …"."""
    beside = blank_quotations(text)
    words = tokenize(beside)
    if not words:
        return True
    longest = max((len(tokenize(words)) for words in read_quotations(text)), default=0)
    named = {i for f in (read(kb, beside)).found for i in range(f.first, f.last)}
    named |= {i for i, word in enumerate(words) if word.folded in _BESIDE}
    return longest >= _QUOTED and len(named) == len(words)


def asks_about_quoted(kb: KnowledgeBase, beside: str) -> bool:
    """Return whether words beside something quoted ask about it: "check this", "who said so?"."""
    if not _names_something(kb, beside) or _CHECK_MARKED.match(beside):
        return True
    checking = not CHECKING.isdisjoint(token.folded for token in tokenize(beside))
    return checking or bool(_DID_THEY_SAY.match(beside))


def _names_alone(question: Question) -> bool:
    """Return whether hardly more than a name stands between marks, and so no quotation."""
    named = sum(found.last - found.first for found in question.found)
    beside = len(question.words) - named
    return bool(named) and beside < _QUOTED and not question.not_understood


def check_of(kb: KnowledgeBase, text: str) -> str | None:
    """Return what to check of somebody's message: its quotations, and the one person it names.

    None where nothing stands between marks.
    """
    text = text[:MAX_LENGTH]
    if not has_marks(text) or not (found := read_quotations(text)):
        return None
    words = " ".join(map(put_in_marks, found))
    named = find_speaker(kb, blank_quotations(text))
    return f"{named} {words}" if named else words


def find_speaker(kb: KnowledgeBase, prose: str) -> str | None:
    """Return the one name in prose, with the capitalized words beside it, or who "said" it."""
    prose = prose[:MAX_LENGTH]
    found = read(kb, prose, {Kind.PERSON}).found
    people = {f.name.target: f.typed for f in found if f.clear}
    if len(people) == 1:
        (typed,) = people.values()
        beside = re.search(
            rf"\b(?:{_CAPITAL}\s+){{0,{_NEIGHBORS}}}{re.escape(typed)}"
            rf"(?:\s+{_CAPITAL}){{0,{_NEIGHBORS}}}",
            prose,
        )
        return beside[0] if beside else typed
    said = None if people else _SAID.search(prose)
    return said[1] if said else None


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
