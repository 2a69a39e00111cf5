"""What buttons and lists call an issue: a short name of its own, where the name is a long one."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final

from knowledge.check_corpus.namesakes import name_key
from knowledge.corpus.errors import Fault

if TYPE_CHECKING:
    from collections.abc import Iterator

    from knowledge.corpus.corpus_reader import Corpus
    from knowledge.corpus.errors import Problem

_LONGEST: Final = 35  # characters of a name that buttons and lists have room for


def is_long_name(name: str) -> bool:
    """Return whether an issue's name needs a short one for buttons and lists."""
    return len(name) > _LONGEST


def warnings(corpus: Corpus) -> Iterator[Problem]:
    """Find issues without a short name that need one, and short names that two issues have."""
    claims = _list_claims(corpus)
    for name, entry in corpus.issues.items():
        issue = entry.model
        if issue.short is None and issue.question and is_long_name(issue.name):
            why = f"{issue.name!r} is long for buttons, and no short name is given."
            what_to_do = "Give what buttons and lists call it, in one to three words."
            yield entry.problem(Fault(("short",), why, what_to_do))
        others = claims[name_key(issue.short)] - {name} if issue.short else set[str]()
        if others:
            why = f"{issue.short!r} is also what buttons call '{min(others)}'."
            yield entry.problem(Fault(("short",), why, "Give each issue a short name of its own."))


def _list_claims(corpus: Corpus) -> dict[str, set[str]]:
    """Return the issues by what buttons and lists may call them."""
    claims = defaultdict[str, set[str]](set)
    for name, entry in corpus.issues.items():
        for words in (entry.model.name, entry.model.short):
            if words:
                claims[name_key(words)].add(name)
    return claims
