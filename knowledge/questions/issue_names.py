"""What stands between and in the names of issues: "pressure or dialogue", "without conditions"."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from knowledge.corpus.model import Kind
from knowledge.text.english.question_words import JOINING, TURNING
from knowledge.text.english.small_words import ARTICLES
from knowledge.text.folding import fold
from knowledge.text.stems import stems

if TYPE_CHECKING:
    from collections.abc import Sequence

    from knowledge.corpus.model import Issue
    from knowledge.kb.knowledge_base import KnowledgeBase
    from knowledge.questions.question import FoundName

_BETWEEN: Final = ARTICLES | frozenset("for with of on over about rather than".split())
_JOINING: Final = JOINING | {"over", "than"}  # "pressure over talks", "rather than talks"


def find_joined(words: Sequence[str], spans: Sequence[FoundName]) -> list[FoundName]:
    """Return the names of issues that stand on either side of a word that joins them."""
    in_order = sorted(spans, key=lambda span: span.first)
    pairs = [(a, b) for a, b in pairwise(in_order) if _joins(words[a.last : b.first])]
    return [span for pair in pairs for span in pair]


def find_parties(kb: KnowledgeBase, words: Sequence[str]) -> set[str]:
    """Return the states that are named in what an issue is called: "talks with Pyongyang"."""
    found, at = set[str](), 0
    while at < len(words):
        for last in range(len(words), at, -1):
            names = kb.names.exact(words[at:last])
            states = {n.target for n in names if n.kind is Kind.ORGANIZATION and not n.weak}
            if states:
                found |= states
                at = last - 1
                break
        at += 1
    return found


def _joins(between: Sequence[str]) -> bool:
    """Return whether the words between two names do nothing but join them."""
    return not _JOINING.isdisjoint(between) and set(between) <= _JOINING | _BETWEEN


def drops_turning(words: Sequence[str], issue: Issue, typed: frozenset[str]) -> bool:
    """Return whether an issue has the typed stems only behind a word of turning that is not typed.

    "Did they demand preconditions" is not about "a meeting without preconditions".
    """
    texts = [fold(text).split() for text in (issue.name, *issue.aliases, *issue.weak_aliases)]
    having = [text for text in texts if stems(text) & typed]
    return bool(having) and all(TURNING & set(text) - set(words) for text in having)
