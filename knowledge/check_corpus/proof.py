"""Prove entries against the texts that they quote."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from knowledge.check_corpus import printed_posts
from knowledge.check_corpus.article_budget import ArticleBudget
from knowledge.check_corpus.printed_head import PrintedHead
from knowledge.check_corpus.speaker_names import NamesOf
from knowledge.check_corpus.statement_proof import StatementProof, find_unprinted
from knowledge.corpus.errors import Fault
from knowledge.corpus.folder import article_texts
from knowledge.corpus.proof_key import proof_key
from knowledge.text.article_text import Text, fold
from knowledge.text.locating import stands_in

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from knowledge.check_corpus.article_budget import WordsLeft
    from knowledge.check_corpus.remembered_proofs import RememberedProofs
    from knowledge.corpus.corpus_reader import Corpus
    from knowledge.corpus.entry import Entry
    from knowledge.corpus.errors import Problem
    from knowledge.corpus.model import Article, Attestation, Person


@dataclass
class Proof:
    """What holding a corpus against the texts at hand gave."""

    proved: int = 0
    refused: int = 0
    unproved: int = 0
    articles_without_text: list[str] = field(default_factory=list)
    proved_keys: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    words_left: dict[str, WordsLeft] = field(default_factory=dict)


def read_texts(folder: Path) -> dict[str, Text]:
    """Return the texts of a folder by fingerprint."""
    return {text.fingerprint: text for text in map(Text, article_texts(folder))}


def prove(
    corpus: Corpus, texts: Mapping[str, Text], remembered: RememberedProofs | None = None
) -> Proof:
    """Hold every article whose text is at hand against it, but for what is remembered to hold."""
    proof, names = Proof(), NamesOf(corpus)
    for entry in corpus.articles.values():
        if remembered and remembered.holds(entry):
            _count_proved(proof, entry)
            continue
        _prove_article(proof, entry, texts, names)
        if remembered and proof.proved_keys[-1:] == [proof_key(entry.model)]:
            remembered.note(entry)
    for person in corpus.people.values():
        if remembered and remembered.holds(person):
            continue
        found = list(_attestations(corpus, person, texts, names))
        proof.problems += map(person.problem, found)
        if remembered and not found:
            remembered.note(person)
    return proof


def _count_proved(proof: Proof, entry: Entry[Article]) -> None:
    proof.proved += sum(len(statement.quotes) for statement in entry.model.statements)
    proof.proved_keys.append(proof_key(entry.model))


def _prove_article(
    proof: Proof, entry: Entry[Article], texts: Mapping[str, Text], names: NamesOf
) -> None:
    text = texts.get(entry.model.fingerprint)
    held = entry.model.statements if text else ()
    at_hand = [s for s in held if s.printed_in is None or s.printed_in in texts]
    quotes = sum(len(s.quotes) for s in at_hand)
    unproved = sum(len(s.quotes) for s in entry.model.statements) - quotes
    budget = ArticleBudget(text) if text else None
    found = list(article_problems(entry, text, names, texts, budget)) if text else []
    if budget:
        proof.words_left[entry.model.id] = budget.left
    refused = len({p.field.rpartition(".")[0] for p in found if ".quotes." in p.field})
    proof.problems += found
    proof.refused += refused
    proof.proved += quotes - refused
    proof.unproved += unproved
    if text is None or unproved:
        proof.articles_without_text.append(entry.model.id)
    elif not found:
        proof.proved_keys.append(proof_key(entry.model))


def article_problems(
    entry: Entry[Article],
    text: Text,
    names: NamesOf,
    texts: Mapping[str, Text] | None = None,
    budget: ArticleBudget | None = None,
) -> Iterator[Problem]:
    """Yield all that an article's entry claims and its text does not print.

    `texts` has the earlier texts by fingerprint, for what only they print. The words quoted are
    counted in `budget`.
    """
    budget = budget or ArticleBudget(text)
    yield from map(entry.problem, faults_of_article(entry.model, names, texts or {}, budget))


def faults_of_article(
    article: Article, names: NamesOf, texts: Mapping[str, Text], budget: ArticleBudget
) -> Iterator[Fault]:
    """Yield what one article's entry claims and the text of the budget does not print."""
    text = budget.text
    if article.words != text.words:
        why = f"The text has {text.words} words."
        yield Fault(("words",), why, "Run 'stancebook check --fix'.")
    for name in ("agency", "publisher", "title", "byline", "form"):
        yield from find_unprinted(text, getattr(article, name), name)
    yield from _published(article, text)
    yield from PrintedHead(article, names.read(text)).faults()
    for i, statement in enumerate(article.statements):
        its_text = texts.get(statement.printed_in) if statement.printed_in else text
        if its_text is None:
            continue
        claims = StatementProof(its_text, statement, names)
        if its_text is text:
            for quote, spans in zip(statement.quotes, claims.spans, strict=True):
                budget.add(quote.kind, spans)
        yield from (fault.within("statements", i) for fault in claims.faults())
    yield from budget.faults()


def _published(article: Article, text: Text) -> Iterator[Fault]:
    """Find a printed day of publication that the text does not print: "1 May" is not "11 May"."""
    words = article.published.printed
    if words and not stands_in(fold(words).casefold(), text.caseless):
        why = f"The text does not print {words!r}."
        what_to_do = "Copy the day as printed, or leave it out and say in 'basis' how it is known."
        yield Fault(("published", "printed"), why, what_to_do)


def _attestations(
    corpus: Corpus, entry: Entry[Person], texts: Mapping[str, Text], names: NamesOf
) -> Iterator[Fault]:
    """Hold posts and descriptions, which are words of an article too, against any of its texts."""
    for where, attested in _places(entry.model):
        article = corpus.articles.get(attested.article)
        own = (article.model.fingerprint, *article.model.earlier) if article else ()
        at_hand = [texts[f] for f in own if f in texts]
        found = [list(find_unprinted(text, attested.as_, *where, "as")) for text in at_hand]
        if found and all(found):
            yield from found[0]
        told = [
            list(printed_posts.faults(text, attested.as_, entry.model.id, names))
            for text, unprinted in zip(at_hand, found, strict=True)
            if not unprinted
        ]
        if told and all(told):
            yield from (fault.within(*where) for fault in told[0])


def _places(person: Person) -> Iterator[tuple[tuple[str | int, ...], Attestation]]:
    for i, description in enumerate(person.descriptions):
        yield ("descriptions", i), description
    for i, membership in enumerate(person.memberships):
        for j, attested in enumerate(membership.attested):
            yield ("memberships", i, "attested", j), attested
