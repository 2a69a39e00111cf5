"""Plain words to the same commands: which command a mention or a direct message means."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.answers.command import Meant
from bot.commands import called, registry, routed
from knowledge.check_quote import blank_quotations, has_marks, put_in_marks, read_quotations
from knowledge.corpus import Kind
from knowledge.questions import MAX_LENGTH, read
from knowledge.text import FILLERS, LISTING, WHO, tokenize

if TYPE_CHECKING:
    from datetime import date

    from knowledge.kb import KnowledgeBase
    from knowledge.questions import Question

_MENTION = re.compile(r"<@[A-Z0-9]+(?:\|[^>]*)?>|^\s*@?stancebook\b[:,]?", re.IGNORECASE)
_ASKING_WHO = re.compile(r"^\W*whois\b|^\W*who(?:['’]?s|\s+(?:is|was|are|were))?\b", re.IGNORECASE)
_CHECK = re.compile(r"^\W*check\s*:\s*", re.IGNORECASE)
_CHECK_MARKED = re.compile(r"^\W*check\b", re.IGNORECASE)
_DID_THEY_SAY = re.compile(
    r"^\W*(?:did|has|have|is it true|was it|who)\b.*\b(?:say|said|says|saying)\b",
    re.IGNORECASE | re.DOTALL,
)
_CAPITAL = r"[A-Z][\w.’'-]*"
_SAID = re.compile(
    rf"({_CAPITAL}(?:\s+{_CAPITAL}){{0,3}})\s+(?:said|says|told|added|wrote|tweeted)\b"
)


def without_mention(text: str) -> str:
    """Strip whom the words are addressed to."""
    return _MENTION.sub(" ", text).strip()


def choose(kb: KnowledgeBase, text: str, today: date | None = None) -> Meant:
    """Return the command that plain words mean, the text to give it, and its reading if it is made.

    A greeting, or a command that is not there, gets help.
    """
    text = without_mention(text)
    first, _, rest = text.partition(" ")
    if first.startswith("/"):
        command = called(first)
        return Meant(*routed(command, rest)) if command else Meant(registry()["help"], "")
    commands = registry()
    if (words := _to_check(text)) is not None:
        return Meant(commands["check"], words)
    question = read(kb.names, text, today=today)
    if has_marks(text) and not tokenize(blank_quotations(text)) and not _names_alone(question):
        return Meant(commands["check"], text)
    if _is_listing(question):
        return Meant(commands["issues"], "")
    if _is_small_talk(question):
        return Meant(commands["help"], "")
    if _asks_who_stands_there(question):
        return Meant(commands["issues"], " ".join(f.name.target for f in question.of(Kind.ISSUE)))
    if _is_about_somebody(question):
        return Meant(commands["who"], _without_asking(text))
    return Meant(commands["stance"], text, question)


def _to_check(text: str) -> str | None:
    """Return what to check of "check: ...", of 'check "..."', and of 'did Kono say "..."?'."""
    if check := _CHECK.match(text):
        return text[check.end() :]
    if not has_marks(text):
        return None
    if check := _CHECK_MARKED.match(text):
        return text[check.end() :]
    return text if _DID_THEY_SAY.match(blank_quotations(text)) else None


def _names_alone(question: Question) -> bool:
    """Return whether all that stands between marks is a name, and so is not a quotation."""
    return bool(question.found) and not question.not_understood


def check_of(kb: KnowledgeBase, text: str) -> str | None:
    """Return what to check of somebody's message: its quotations, and the one person it names.

    None where nothing stands between marks.
    """
    text = text[:MAX_LENGTH]
    if not has_marks(text) or not (found := read_quotations(text)):
        return None
    words = " ".join(map(put_in_marks, found))
    named = _named(kb, blank_quotations(text))
    return f"{named} {words}" if named else words


def _named(kb: KnowledgeBase, prose: str) -> str | None:
    """Return the one name in prose, with the capitalized words beside it, or who "said" it."""
    found = read(kb.names, prose, {Kind.PERSON}).found
    people = {f.name.target: f.typed for f in found if f.clear}
    if len(people) == 1:
        (typed,) = people.values()
        beside = re.search(rf"(?:{_CAPITAL}\s+)*{re.escape(typed)}(?:\s+{_CAPITAL})*", prose)
        return beside[0] if beside else typed
    said = None if people else _SAID.search(prose)
    return said[1] if said else None


def _is_listing(question: Question) -> bool:
    return not question.found and bool(LISTING & set(question.words)) and not _content(question)


def _content(question: Question) -> list[str]:
    return [w for w in question.words if w not in FILLERS and w not in LISTING]


def _is_small_talk(question: Question) -> bool:
    """Return whether it is a greeting, or words of which nothing was understood."""
    return not question.found and not question.asked_date and not question.not_understood


def _asks_who_stands_there(question: Question) -> bool:
    """Return whether it asks who takes a side ("who opposes sanctions?"), not who somebody is."""
    issues = question.of(Kind.ISSUE)
    alone = len(issues) == len(question.found) and not question.not_understood
    return bool(issues) and alone and bool(WHO & set(question.words[:1]))


def _is_about_somebody(question: Question) -> bool:
    """Return whether it asks about a person ("what did Kono say"), not about an issue."""
    if any(n.kind is Kind.ISSUE for found in question.found for n in found.names):
        return False
    people = any(n.kind is Kind.PERSON for found in question.found for n in found.names)
    return people or bool(WHO & set(question.words[:2]))


def _without_asking(text: str) -> str:
    return _ASKING_WHO.sub(" ", text)
