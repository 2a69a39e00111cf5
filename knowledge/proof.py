"""Entries held against the texts they quote: every word in quotation marks, proved or refused."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from knowledge.model import QuoteKind, Sourcing
from knowledge.quoting import (
    CUT,
    SHORT_DIRECT,
    NotFound,
    Span,
    Text,
    differences,
    find_direct,
    find_narration,
    fold,
    pieces,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from knowledge.corpus import Corpus
    from knowledge.entry import Entry, Location
    from knowledge.errors import Problem
    from knowledge.model import Article, Quote, Statement

NARRATION_WORDS = 40  # in one slice
NARRATION_SHARE = 0.30  # of an article's words
QUOTED_SHARE = 0.50  # likewise, of every kind together

# A cut must not turn a sentence round, make it unconditional, or take it for the outlet's own.
KEPT = {
    "negation": re.compile(
        r"\b(?:not|no|never|none|nor|neither|nobody|nothing|without|cannot|hardly|barely|"
        r"(?:refus|reject|den(?:y|i)|fail|stop|halt)\w*|un(?:able|likely|willing))\b|n't\b",
        re.IGNORECASE,
    ),
    "condition": re.compile(
        r"\b(?:if|unless|until|only|provided|whether|except|once|as long as|in case)\b",
        re.IGNORECASE,
    ),
    "attribution": re.compile(
        r"\b(?:said|says|say|told|stated|according to|sources?|reported(?:ly)?|allegedly)\b",
        re.IGNORECASE,
    ),
}
_RELAY = re.compile(
    r"\bsources?\b[^.;]{0,40}\b(?:said|says?|told)\b|\baccording to\b[^.;]{0,40}\bsources?\b"
    r"|\bthey said\b",
    re.IGNORECASE,
)
_IN_WORD = re.compile(r"\w")
_UNNAMED = "neither this nor refers_to names the speaker, '{}'"
_SOURCES = re.compile(r"\bsources?\b", re.IGNORECASE)


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
    proof.problems += _attestation_problems(corpus, texts)
    return proof


class Names:
    """The printed words by which each speaker may be called in an attribution."""

    def __init__(self, corpus: Corpus) -> None:
        self._of: dict[str, set[str]] = {}
        for entry in (*corpus.people.values(), *corpus.organizations.values()):
            model = entry.model
            self._of[model.id] = {model.name, *model.aliases, *model.weak_aliases}
        tokens = Counter(t for e in corpus.people.values() for t in set(e.model.name.split()))
        for person in corpus.people.values():
            model = person.model
            self._of[model.id] |= {t for t in model.name.split() if tokens[t] == 1}
            for attested in (
                *model.descriptions,
                *(a for m in model.memberships for a in m.attested),
            ):
                self._of[model.id].add(attested.as_)

    def add(self, speaker: str, name: str) -> None:
        self._of.setdefault(speaker, set()).update({name, *name.split()})

    def of(self, speaker: str) -> set[str]:
        return self._of.get(speaker, set())


def article_problems(entry: Entry[Article], text: Text, names: Names) -> Iterator[Problem]:
    """Yield all that an article's entry claims and its text does not print."""
    article = entry.model
    if article.words != text.words:
        yield entry.problem(("words",), f"the text has {text.words} words: run 'check --fix'")
    for name in ("agency", "publisher", "title", "byline", "form"):
        if why := _unprinted(text, getattr(article, name)):
            yield entry.problem((name,), why)
    held: list[tuple[Quote, list[Span]]] = []
    for i, statement in enumerate(article.statements):
        claims = StatementProof(text, statement, names)
        held += zip(statement.quotes, claims.spans, strict=True)
        for where, why in claims.problems():
            yield entry.problem(("statements", i, *where), why)
    for why in _over_budget(held, text):
        yield entry.problem(("statements",), why)


def _unprinted(text: Text, words: str | None) -> str | None:
    """Say that the text does not print these words, ignoring case, as a head may be in capitals."""
    if words is None or fold(words).casefold() in text.folded.casefold():
        return None
    return f"the text does not print {words!r}: what it does not print is null"


def _over_budget(held: list[tuple[Quote, list[Span]]], text: Text) -> Iterator[str]:
    narrated = [s for quote, spans in held if quote.kind is QuoteKind.NARRATION for s in spans]
    every = [s for _, spans in held for s in spans]
    for what, spans, share in [
        ("narration", narrated, NARRATION_SHARE),
        ("quotes", every, QUOTED_SHARE),
    ]:
        count = words_in(text, spans)
        if count > share * text.words:
            yield f"{what}: {count} of {text.words} words, over the budget of {share:.0%}"


def words_in(text: Text, spans: Iterable[Span]) -> int:
    """Count the words that the spans cover, each word once."""
    covered = bytearray(len(text.folded))
    for span in spans:
        covered[span.start : span.end] = b"\1" * (span.end - span.start)
    return sum(any(covered[m.start() : m.end()]) for m in re.finditer(r"\S+", text.folded))


class StatementProof:
    """One statement against its article's text."""

    def __init__(self, text: Text, statement: Statement, names: Names) -> None:
        self.text, self.statement, self.names = text, statement, names

    @cached_property
    def found(self) -> list[list[Span] | NotFound]:
        return [locate(self.text, quote) for quote in self.statement.quotes]

    @property
    def spans(self) -> list[list[Span]]:
        return [[] if isinstance(f, NotFound) else f for f in self.found]

    def problems(self) -> Iterator[tuple[Location, str]]:
        for i, (quote, found) in enumerate(zip(self.statement.quotes, self.found, strict=True)):
            if isinstance(found, NotFound):
                yield ("quotes", i, "exact"), _not_found(found)
                continue
            for name, why in self._quote(quote, found):
                yield ("quotes", i, name), why
        quotes = self.statement.quotes
        if self._who and quotes and not any(quote.attribution for quote in quotes):
            yield ("quotes", 0, "attribution"), _UNNAMED.format(self._who)
        yield from self._claims()

    def _quote(self, quote: Quote, spans: list[Span]) -> Iterator[tuple[str, str]]:
        whole = Span(spans[0].start, spans[-1].end)
        if (quote.start, quote.end) != whole:
            yield "start", f"the words stand at {whole.start} to {whole.end}: run 'check --fix'"
        if quote.kind is QuoteKind.NARRATION:
            yield from (("exact", why) for why in _cuts(self.text, quote, spans))
        elif self._wants_clause(quote, whole):
            yield (
                "exact",
                f"is shorter than {SHORT_DIRECT} words: add a narration, the clause it stands in",
            )
        yield from self._attribution(quote, whole)
        if why := self._hidden_relay(whole):
            yield "exact", why

    def _wants_clause(self, quote: Quote, whole: Span) -> bool:
        if len(quote.exact.split()) >= SHORT_DIRECT:
            return False
        others = zip(self.statement.quotes, self.spans, strict=True)
        clauses = [s for q, spans in others if q.kind is QuoteKind.NARRATION for s in spans]
        return not any(clause.holds(whole) for clause in clauses)

    def _attribution(self, quote: Quote, whole: Span) -> Iterator[tuple[str, str]]:
        near = self.text[self.text.around(whole)]
        if quote.attribution and not _stands_in(fold(quote.attribution), near):
            yield "attribution", f"{quote.attribution!r} does not stand near the quote"
        if quote.refers_to and not _stands_in(fold(quote.refers_to), self.text.folded):
            yield "refers_to", f"{quote.refers_to!r} is not in the text"
        if quote.attribution and not self._names_speaker(quote):
            yield "attribution", _UNNAMED.format(self._who)

    def _names_speaker(self, quote: Quote) -> bool:
        """Compare in any case: a sentence begins "The official", a name is in capitals."""
        called = fold(f"{quote.attribution or ''} | {quote.refers_to or ''}").casefold()
        return any(_stands_in(fold(name).casefold(), called) for name in self._speaker_names())

    @property
    def _who(self) -> str | None:
        speaker = self.statement.speaker
        return (speaker.id or speaker.description) if speaker else None

    def _speaker_names(self) -> set[str]:
        speaker = self.statement.speaker
        if speaker is None:
            return set()
        own = {words for words in (speaker.as_, speaker.description) if words}
        return own | (self.names.of(speaker.id) if speaker.id else set())

    def _hidden_relay(self, whole: Span) -> str | None:
        statement = self.statement
        if statement.sourcing is not Sourcing.ON_RECORD:
            return None
        if statement.via and not _SOURCES.search(statement.via):
            return None
        sentence = self.text[self.text.sentences[self.text.sentence_at(whole.start)]]
        if not _RELAY.search(sentence):
            return None
        return f"the sentence is relayed, not on record: give sourcing and 'via': {sentence!r}"

    def _claims(self) -> Iterator[tuple[Location, str]]:
        """Everything else that an entry says "as printed"."""
        statement = self.statement
        speaker = statement.speaker
        for where, words in [
            (("via",), statement.via),
            (("said", "printed"), statement.said.printed),
            (("speaker", "as"), speaker.as_ if speaker else None),
            (("speaker", "description"), speaker.description if speaker else None),
        ]:
            if why := _unprinted(self.text, words):
                yield where, why
        shown = " ".join(fold(quote.exact) for quote in statement.quotes).casefold()
        for i, stance in enumerate(statement.stances):
            for name in ("condition", "object"):
                words = getattr(stance, name)
                if words and not all(p.casefold() in shown for p in pieces(words)):
                    yield ("stances", i, name), f"{words!r} is in none of the statement's quotes"


def locate(text: Text, quote: Quote) -> list[Span] | NotFound:
    """Find a quote: one span for a direct quote, one for each run of a narration."""
    if quote.kind is QuoteKind.NARRATION:
        return find_narration(text, quote.exact)
    found = find_direct(text, quote.exact)
    return found if isinstance(found, NotFound) else [found]


def _not_found(found: NotFound) -> str:
    told = f"{found.words!r} {found.why}"
    if not found.nearest:
        return told
    marked = differences(found.words, found.nearest)
    return f"{told}; nearest: {found.nearest!r}; differs: {marked}"


def _cuts(text: Text, quote: Quote, spans: list[Span]) -> Iterator[str]:
    """Check a narration's length, its cut marks, and what the cuts drop."""
    if sum(len(text[s].split()) for s in spans) > NARRATION_WORDS:
        yield f"is longer than {NARRATION_WORDS} words"
    sentence = text.sentences[text.sentence_at(spans[0].start)]
    exact = fold(quote.exact)
    if text[Span(sentence.start, spans[0].start)].strip('"( ') and not exact.startswith(CUT):
        yield "does not begin with its sentence: mark the cut with […]"
    if text[Span(spans[-1].end, sentence.end)].strip('".,)?! ') and not exact.endswith(CUT):
        yield "does not end with its sentence: mark the cut with […]"
    for gap in _gaps(sentence, spans):
        for what, pattern in KEPT.items():
            if lost := pattern.search(text[gap]):
                yield f"the cut drops the {what} {lost[0]!r}: {text[gap].strip()!r}"


def _gaps(sentence: Span, spans: list[Span]) -> list[Span]:
    edges = [sentence.start, *(edge for span in spans for edge in span), sentence.end]
    return [Span(a, b) for a, b in zip(edges[::2], edges[1::2], strict=True) if b > a]


def _stands_in(folded: str, printed: str) -> bool:
    """Tell whether folded words stand in others as whole words."""
    at = printed.find(folded)
    while at >= 0:
        end = at + len(folded)
        if not (_IN_WORD.match(printed[at - 1 : at]) or _IN_WORD.match(printed[end : end + 1])):
            return True
        at = printed.find(folded, at + 1)
    return False


def _attestation_problems(corpus: Corpus, texts: dict[str, Text]) -> Iterator[Problem]:
    """Hold posts and descriptions, which are words of an article too, against it."""
    for entry in corpus.people.values():
        places = [
            *((("descriptions", i), a) for i, a in enumerate(entry.model.descriptions)),
            *(
                (("memberships", i, "attested", j), a)
                for i, m in enumerate(entry.model.memberships)
                for j, a in enumerate(m.attested)
            ),
        ]
        for where, attested in places:
            article = corpus.articles.get(attested.article)
            text = texts.get(article.model.fingerprint) if article else None
            if text and (why := _unprinted(text, attested.as_)):
                yield entry.problem((*where, "as"), why)
