"""Labels that are speakers: a heading, a signature, a cell, or what stands before a colon."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from bot.answers.quoted_messages import find_given, find_speaker
from knowledge.check_quote import (
    blank_quotations,
    has_marks,
    is_given,
    outline_quotations,
    read_quotations,
    tells_of_handling,
)
from knowledge.corpus import Kind
from knowledge.questions import Use, read
from knowledge.text import AGENCY, CHECKING, PAPER, SAYING, compile_later, tokenize

if TYPE_CHECKING:
    from knowledge.kb import KnowledgeBase
    from knowledge.questions import FoundName, Question

_LONGEST: Final = 60  # characters of a name
_LABEL: Final = 200  # of a name with what describes it
_OF_A_NAME: Final = frozenset({Use.NAME, Use.TITLE, Use.POST, Use.STRANGER})
_SAID: Final = "|".join(sorted(SAYING))
_SAYS: Final = compile_later(rf"\s+(?:{_SAID})\s*\Z")  # no capital: “States” ends a name
# "From Brandt’s speech": the heading of what he said there.
_OCCASION: Final = compile_later(
    r"\A(?:from|in)\s+|(?:[’']s?)?\s+(?:\w+\s+)?(?:speech|words?|remarks?|lines?|quotes?|statements?"
    r"|comments?|interview|briefing|testimony|address)\Z",
    re.IGNORECASE,
)
_SAID_BY: Final = compile_later(rf"\A[\s,]*(?:{_SAID}|per|according to)\s", re.IGNORECASE)
_GIVES: Final = compile_later(rf"\b(?:{_SAID}|according to|per|from|by|to)\b")
_AROUND: Final = " \t:;,.?!–—-*_()[]"
# Before what describes a name: "Brandt, envoy", "Brandt · envoy · 26 Feb".
_DESCRIBED: Final = compile_later(r"\s*[,;(\n·•|]|\s/\s")
_IN_BRACKETS: Final = compile_later(r"\s*\(([^()\n]{2,60})(?:\)|\Z)")
_BRACKETS: Final = compile_later(r"\([^()\n]{0,60}\)")
_LEADS: Final = compile_later(r":\s+\w")
_ASKED: Final = compile_later(
    r"\W*(?:is|was|are|were)(?:n[’']t)?\s+(?:this|that|it|these|those)\s+(?:really\s+)?"
    r"(?:(?:said\s+)?(?:by|from)\s+)?(.{2,60}?)(?:[’']s?)?"
    r"(?:\s+(?:words?|quotes?|lines?|statements?|speaking))?\W*",
    re.IGNORECASE,
)
# Before words without marks: "Brandt: …", "Brandt – …".
_LABELED: Final = compile_later(r"([^:\n]{2,60}?)(?::|\s[–—-]{1,2})\s+(\S.*)", re.DOTALL)


def find_label(kb: KnowledgeBase, words: str) -> str | None:
    """Return the name that words are, and hardly more: "Ilka Brandt, envoy", "Brandt said:".

    The name may be that of nobody on record. An outlet is not a speaker.
    """
    words = words.strip(_AROUND)
    named = name_of(_SAYS.sub("", words)) if len(words) <= _LABEL else None
    if not (named and _is_whole_name(kb, named)) or _goes_on_in_words(words, named):
        return None
    return _find_within(kb, named, words) or named


def _goes_on_in_words(words: str, named: str) -> bool:
    """Return whether a colon behind a name's description leads to what was said: "B (US): no"."""
    described = words.removeprefix(named) if words.startswith(named) else ""
    return bool(_LEADS.search(_BRACKETS.sub("", described)))


def _find_within(kb: KnowledgeBase, named: str, words: str) -> str | None:
    """Return who speaks for a body, in brackets behind it: "Velmora (Brandt)"."""
    within = _IN_BRACKETS.match(words, len(named)) if words.startswith(named) else None
    if within is None or any(map(_is_person, _read(kb, named).found)):
        return None
    return within[1].strip() if any(map(_is_person, _read(kb, within[1]).found)) else None


def _is_person(found: FoundName) -> bool:
    return all(name.kind is Kind.PERSON for name in found.names)


def name_of(words: str) -> str:
    """Return a name without what describes it."""
    return _DESCRIBED.split(words.strip(_AROUND)[:_LABEL])[0].strip(_AROUND)[:_LONGEST]


def _is_whole_name(kb: KnowledgeBase, words: str) -> bool:
    question = _read(kb, words)
    named = bool(question.found or question.strangers)
    return named and _OF_A_NAME.issuperset(question.uses) and not is_outlet(kb, words)


def is_sure(kb: KnowledgeBase, name: str) -> bool:
    """Return whether a name is that of one on record, or of a stranger."""
    return all(found.clear for found in _read(kb, name).found)


def is_name_on_record(kb: KnowledgeBase, name: str) -> bool:
    """Return whether all of a name is that of one person, or of one body, on record."""
    question = _read(kb, name)
    whole = len(question.found) == 1 and question.found[0].clear
    return whole and not (question.strangers or question.unclear)


def names_a_person(kb: KnowledgeBase, words: str) -> bool:
    """Return whether words are the name of somebody, on record or not, and hardly more."""
    name = find_label(kb, words)
    found = _read(kb, name).found if name else ()
    return bool(name) and all(one.kind is Kind.PERSON for f in found for one in f.names)


def is_outlet(kb: KnowledgeBase, words: str) -> bool:
    """Return whether words name a paper, an agency or a broadcaster."""
    if AGENCY.search(words) or PAPER.search(words):
        return not find_speaker(kb, words)
    targets = {name.target for found in _read(kb, words).found for name in found.names}
    return any(kb.entities[t].classification == "outlet" for t in targets if t in kb.entities)


def read_heading(kb: KnowledgeBase, words: str) -> str | None:
    """Return what a heading says of who said the words below it.

    "Approved by Brandt" says it of nobody.
    """
    if tells_of_handling(words):
        return None
    if found := find_label(kb, _OCCASION.sub("", words.strip(_AROUND))):
        return found
    asked = not CHECKING.isdisjoint(token.folded for token in tokenize(words))
    leads = words.rstrip().endswith(":") and not asked and _GIVES.search(words)
    question = _read(kb, words)
    if leads and (question.found or question.strangers):
        return words.strip(_AROUND)
    return find_speaker(kb, words)


def find_asked_speaker(kb: KnowledgeBase, words: str) -> str | None:
    """Return whose words something is asked to be: "is this Brandt?", "was that Brandt’s line?"."""
    asked = _ASKED.fullmatch(words.strip())
    return find_label(kb, asked[1]) if asked else None


def divide_label(kb: KnowledgeBase, line: str) -> tuple[str | None, str]:
    """Return who is named before or after words without marks, and the words.

    In "Alice: Kono: …" of a conversation it is not Alice who is quoted.
    """
    labeled = _LABELED.fullmatch(line.strip())
    name = find_label(kb, labeled[1]) if labeled else None
    if labeled and name and is_sure(kb, name):
        inner = _LABELED.fullmatch(labeled[2])
        told = find_label(kb, inner[1]) if inner and not is_name_on_record(kb, name) else None
        if inner and told and is_name_on_record(kb, told):
            return told, inner[2]
        return name, labeled[2]
    beside = blank_quotations(line)
    name = find_label(kb, _SAID_BY.sub("", beside)) if beside.strip() else None
    if name and is_sure(kb, name):
        return name, " ".join(read_quotations(line))
    return find_given(kb, line)


def gives_itself(kb: KnowledgeBase, text: str) -> bool:
    """Return whether the words beside quotations say themselves whose these are."""
    outlined, question = outline_quotations(text), _read(kb, blank_quotations(text))
    named = [(found.first, found.last) for found in question.found]
    named += [(stranger.first, stranger.last) for stranger in question.strangers]
    return has_marks(text) and any(is_given(outlined, question.place(*one)) for one in named)


def names_anybody(kb: KnowledgeBase, words: str) -> bool:
    """Return whether the words beside a quotation name anybody, on record or not."""
    question = _read(kb, blank_quotations(words))
    return bool(question.found or question.strangers)


def _read(kb: KnowledgeBase, words: str) -> Question:
    return read(kb, words, {Kind.PERSON, Kind.ORGANIZATION})
