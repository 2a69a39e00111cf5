"""The names that the corpus knows, looked up in words, with the state each stands for."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple

from knowledge.corpus.model import Kind
from knowledge.text.article_text import Span
from knowledge.text.english.relay_words import SENDERS, SENT_BY, SENT_HERE, SENT_TO
from knowledge.text.folding import tokenize, without_titles

if TYPE_CHECKING:
    from collections.abc import Iterator

    from knowledge.corpus.corpus_reader import Corpus

_POSSESSIVE: Final = re.compile(r"'s?(?!\w)")
_DEALT_WITH: Final = re.compile(
    r"\b(?:about|against|between|for|in|on|over|to|towards?|with)(?:\s+the)?\s*$", re.IGNORECASE
)
_LONGEST: Final = 9


class Mention(NamedTuple):
    """A name of the corpus in a text; `owns` for one in the possessive."""

    span: Span
    target: str
    kind: Kind
    owns: bool


@dataclass(frozen=True)
class KnownNames:
    """What the corpus knows by name; it never changes, so workers share it."""

    names: dict[str, tuple[str, Kind]]
    holders: dict[str, str]
    media: frozenset[str]
    states: frozenset[str]
    firsts: frozenset[str]
    longest: int

    @classmethod
    def of(cls, corpus: Corpus) -> KnownNames:
        names = dict(_list_names(corpus))
        longest = max((key.count(" ") + 1 for key in names), default=1)
        return cls(
            {key.replace(" ", ""): target for key, target in names.items()},
            dict(_list_holders(corpus)),
            frozenset(
                i for i, e in corpus.organizations.items() if e.model.classification == "outlet"
            ),
            frozenset(
                i for i, e in corpus.organizations.items() if e.model.classification == "state"
            ),
            frozenset(first for key in names for first in _list_beginnings(key)),
            min(longest, _LONGEST),
        )

    def find_mentions(self, words: str, start: int = 0) -> list[Mention]:
        """Return the names in some words, the longest first at each place; offsets from `start`."""
        tokens, found, at = tokenize(words), list[Mention](), 0
        folded = [token.folded for token in tokens]
        while at < len(tokens):
            size, target = self._find_longest(folded, at)
            if folded[at] == "the" and self._find_longest(folded, at + 1)[0] >= size:
                target = None  # "the South Korean government" is no "the South"
            first = tokens[at].start
            if target is None or (words[first].islower() and target[1] is not Kind.ISSUE):
                at += 1
                continue
            last = tokens[at + size - 1].end
            owns = words[first:last].endswith("'s") or bool(_POSSESSIVE.match(words, last))
            found.append(Mention(Span(start + first, start + last), *target, owns))
            at += size
        return found

    def _find_longest(self, folded: list[str], at: int) -> tuple[int, tuple[str, Kind] | None]:
        """Return the longest name that begins at a word: how many words it has, and whose it is."""
        if at >= len(folded) or folded[at] not in self.firsts:
            return 0, None
        for size in range(min(self.longest, len(folded) - at), 0, -1):
            if target := self.names.get("".join(folded[at : at + size])):
                return size, target
        return 0, None

    def find_target(self, name: str) -> tuple[str, Kind] | None:
        """Return what a printed name stands for, with its titles or without them."""
        tokens = tokenize(name)
        keys = ("".join([t.folded for t in some]) for some in (tokens, without_titles(tokens)))
        return next((self.names[key] for key in keys if key in self.names), None)

    def find_holder(self, words: str, speaker: str | None) -> str | None:
        """Return the holder to propose: the state of the speaker's post, or the one named."""
        if speaker:
            return self.holders.get(speaker)
        for mention in self.find_mentions(words):
            if is_host(words, mention.span):
                continue
            if mention.kind is Kind.ORGANIZATION and (state := self.holders.get(mention.target)):
                return state
        return None

    def find_body(self, words: str) -> Mention | None:
        """Return the organization whose office some words name, and not the one it deals with.

        "The new Velmoran envoy to the two Tarsks" is Velmora's.
        """
        for mention in self.find_mentions(words):
            dealt_with = _DEALT_WITH.search(words[: mention.span.start])
            if mention.kind is Kind.ORGANIZATION and not dealt_with:
                return mention
        return None

    def find_body_holder(self, words: str) -> str | None:
        """Return the state of the organization whose office some words name."""
        body = self.find_body(words)
        return self.holders.get(body.target) if body else None


def is_host(words: str, name: Span) -> bool:
    """Return whether a name says where another state's mission is: "the embassy in Velmora"."""
    before = words[: name.start]
    sent_here = SENDERS.search(before) and SENT_HERE.match(words, name.end)
    return bool(sent_here or SENT_BY.match(words, name.end)) or SENT_TO.search(before) is not None


def _list_beginnings(key: str) -> Iterator[str]:
    """Yield the words a name may begin with, joined or not: "yo jong", "yojong"."""
    words = key.split()
    yield from ("".join(words[:size]) for size in range(1, len(words) + 1))


def _list_names(corpus: Corpus) -> Iterator[tuple[str, tuple[str, Kind]]]:
    for entry in corpus.named():
        model = entry.model
        for name in (model.name, model.id, *model.aliases):
            tokens = tokenize(name)
            kept = without_titles(tokens) if model.kind is Kind.PERSON else tokens
            if key := " ".join([t.folded for t in kept]):
                yield key, (model.id, model.kind)


def _list_holders(corpus: Corpus) -> Iterator[tuple[str, str]]:
    for organization in corpus.organizations:
        if state := corpus.state_of(organization):
            yield organization, state
    for person in corpus.people.values():
        states = {corpus.state_of(m.organization) for m in person.model.memberships} - {None}
        if len(states) == 1 and (state := states.pop()):
            yield person.model.id, state
