"""Find out whether a text relays words, through people without a name or through other media."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from knowledge.text.english.cue_words import CUE
from knowledge.text.english.relay_words import ANOTHERS_CLAUSE, NAMELESS, RELAYED, TAKEN_UP
from knowledge.text.quotation_marks import outside_marks

if TYPE_CHECKING:
    from knowledge.text.article_text import Span, Text

_QUOTED = re.compile(r'"[^"]*"')


def is_nameless(via: str) -> bool:
    """Return whether words came through people without a name, and not through a medium."""
    return bool(NAMELESS.search(via))


def find_relay(text: Text, whole: Span) -> str | None:
    """Return what is printed that relays a slice: its sentence, or that and the next."""
    number = text.sentence_at(whole.start)
    here = text.sentences[number]
    if RELAYED.search(_unquoted(text, here)) and RELAYED.search(_own_clause(text, here, whole)):
        return text[here]
    following = text.sentences[number + 1] if number + 1 < len(text.sentences) else None
    if following and TAKEN_UP.match(_unquoted(text, following)):
        return f"{text[here]} {text[following]}"
    return None


def _own_clause(text: Text, here: Span, whole: Span) -> str:
    """Return what the outlet says in the clause where a slice begins, if it has a verb of saying.

    "Finch said it was "near," but an aide who asked not to be named said it was "far"": the aide
    relays nothing of Finch's.
    """
    words = _QUOTED.sub(lambda m: "\0" * len(m[0]), text[here])
    first = whole.start - here.start
    breaks = list(ANOTHERS_CLAUSE.finditer(words))
    start = max((m.end() for m in breaks if m.end() <= first), default=0)
    end = min((m.start() for m in breaks if m.start() >= first), default=len(words))
    return words[start:end] if CUE.search(words, start, end) else words


def _unquoted(text: Text, sentence: Span) -> str:
    """Return what the outlet says in a sentence: what is quoted in it relays nothing."""
    return outside_marks(text[sentence])  # no sentence ends within a pair of marks
