"""Entries held against the texts they quote: every word in quotation marks, proved or refused."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from knowledge.claims import Names, StatementProof, unprinted
from knowledge.errors import Fault
from knowledge.quota import over_budget
from knowledge.quoting import Span, Text

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from knowledge.corpus import Corpus
    from knowledge.entry import Entry
    from knowledge.errors import Problem
    from knowledge.model import Article, Attestation, Person, Quote


@dataclass
class Proof:
    """What holding a corpus against the texts at hand gave."""

    proved: int = 0
    refused: int = 0
    unproved: int = 0
    articles_without_text: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def read_texts(folder: Path) -> dict[str, Text]:
    """Return the texts of a folder by fingerprint; file names say nothing."""
    # A text in another encoding has another fingerprint, and is told as a text that is missing.
    files = sorted(folder.glob("*.txt"))
    texts = (Text(file.read_text(encoding="utf-8", errors="replace")) for file in files)
    return {text.fingerprint: text for text in texts}


def prove(corpus: Corpus, texts: dict[str, Text]) -> Proof:
    """Hold every article whose text is at hand against it."""
    proof, names = Proof(), Names(corpus)
    for entry in corpus.articles.values():
        quotes = sum(len(s.quotes) for s in entry.model.statements)
        text = texts.get(entry.model.fingerprint)
        if text is None:
            proof.unproved += quotes
            proof.articles_without_text.append(entry.model.id)
            continue
        found = list(article_problems(entry, text, names))
        proof.problems += found
        refused = len({p.field.rpartition(".")[0] for p in found if ".quotes." in p.field})
        proof.refused += refused
        proof.proved += quotes - refused
    for person in corpus.people.values():
        proof.problems += map(person.problem, _attestations(corpus, person, texts))
    return proof


def article_problems(entry: Entry[Article], text: Text, names: Names) -> Iterator[Problem]:
    """Yield all that an article's entry claims and its text does not print."""
    yield from map(entry.problem, _article(entry.model, text, names))


def _article(article: Article, text: Text, names: Names) -> Iterator[Fault]:
    if article.words != text.words:
        why = f"the text has {text.words} words"
        yield Fault(("words",), why, "run 'stancebook check --fix'")
    for name in ("agency", "publisher", "title", "byline", "form"):
        yield from unprinted(text, getattr(article, name), name)
    held: list[tuple[Quote, list[Span]]] = []
    for i, statement in enumerate(article.statements):
        claims = StatementProof(text, statement, names)
        held += zip(statement.quotes, claims.spans, strict=True)
        yield from (fault.within("statements", i) for fault in claims.faults())
    yield from over_budget(held, text)


def _attestations(corpus: Corpus, entry: Entry[Person], texts: dict[str, Text]) -> Iterator[Fault]:
    """Hold posts and descriptions, which are words of an article too, against it."""
    for where, attested in _places(entry.model):
        article = corpus.articles.get(attested.article)
        text = texts.get(article.model.fingerprint) if article else None
        if text:
            yield from unprinted(text, attested.as_, *where, "as")


def _places(person: Person) -> Iterator[tuple[tuple[str | int, ...], Attestation]]:
    for i, description in enumerate(person.descriptions):
        yield ("descriptions", i), description
    for i, membership in enumerate(person.memberships):
        for j, attested in enumerate(membership.attested):
            yield ("memberships", i, "attested", j), attested
