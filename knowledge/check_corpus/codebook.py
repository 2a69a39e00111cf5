"""The codebook's rules for a single entry: neutral summaries and short quotes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from knowledge.corpus.errors import Fault
from knowledge.corpus.model import QuoteKind, Value
from knowledge.corpus.quotation_limits import CUTS_INSIDE, NARRATION_WORDS, WORDS_OF_ONE_ARTICLE
from knowledge.text.article_text import pieces
from knowledge.text.english.condition_words import MOSTLY_CONDITIONAL
from knowledge.text.english.degree_words import DEGREE
from knowledge.text.english.turning_words import NEGATION
from knowledge.text.quotation_marks import DOUBLE_MARKS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from knowledge.corpus.corpus_reader import Corpus
    from knowledge.corpus.errors import Problem
    from knowledge.corpus.model import Article, Quote, Stance, Statement

# A verb of the other side, with its subject in front: "said that Velmora supports the ban".
_AGAINST = {
    Value.SUPPORTS: re.compile(r"\b(?:opposes|opposed|objects to|is against|was against)\b"),
    Value.OPPOSES: re.compile(r"\b(?:supports|supported|welcomed|welcomes|backs|is in favor of)\b"),
}
_MARKS = re.compile(f"[{DOUBLE_MARKS}]")


def problems(corpus: Corpus) -> Iterator[Problem]:
    for entry in corpus.articles.values():
        yield from map(entry.problem, faults(entry.model))


def faults(article: Article) -> Iterator[Fault]:
    """Yield what in one article's entry is against the codebook."""
    for i, statement in enumerate(article.statements):
        yield from (fault.within("statements", i) for fault in _statement(statement))


def warnings(corpus: Corpus) -> Iterator[Problem]:
    """Return what may be meant so: an issue can wait for its first article."""
    yield from _repeated(corpus)
    yield from _torn(corpus)
    yield from _doubtful_values(corpus)
    if corpus.unread or corpus.unlisted:
        return
    said = [s for article in corpus.articles.values() for s in article.model.statements]
    used = {issue for s in said for issue in (*s.about, *(t.issue for t in s.stances))}
    used |= {entry.model.parent for entry in corpus.issues.values() if entry.model.parent}
    for entry in corpus.issues.values():
        if entry.model.id not in used:
            why = "No stance and no other issue uses this issue."
            what_to_do = "Remove it, or keep it for articles to come."
            yield entry.problem(Fault(("id",), why, what_to_do))


def _repeated(corpus: Corpus) -> Iterator[Problem]:
    """Find issues that a statement is said to be about, and anyway is by its stance."""
    for entry in corpus.articles.values():
        for i, statement in enumerate(entry.model.statements):
            seen = {stance.issue for stance in statement.stances}
            for j, issue in enumerate(statement.about):
                if issue in seen:
                    why = f"The statement is about '{issue}' anyway."
                    at = ("statements", i, "about", j)
                    yield entry.problem(Fault(at, why, "Remove it here."))
                seen.add(issue)


def _torn(corpus: Corpus) -> Iterator[Problem]:
    """Find slices that are served and read as pieces, not as a sentence."""
    for entry in corpus.articles.values():
        for i, statement in enumerate(entry.model.statements):
            for j, quote in enumerate(() if statement.draft else statement.quotes):
                cuts = len(pieces(quote.exact)) - 1
                if cuts > CUTS_INSIDE:
                    why = f"The slice has {cuts} cuts inside it; it reads well with {CUTS_INSIDE}."
                    what_to_do = "Quote a whole clause, or lift out one part alone."
                    at = ("statements", i, "quotes", j, "exact")
                    yield entry.problem(Fault(at, why, what_to_do))


def _doubtful_values(corpus: Corpus) -> Iterator[Problem]:
    """Find values that the words of their grounds speak against, for a reader to decide."""
    for entry in corpus.articles.values():
        for i, statement in enumerate(entry.model.statements):
            for j, stance in enumerate(statement.stances):
                if why := _doubt(statement, stance):
                    at = ("statements", i, "stances", j, "value")
                    yield entry.problem(Fault(at, why, "Read the quote again, and keep it if so."))


def _doubt(statement: Statement, stance: Stance) -> str | None:
    """Return what in the grounds of a stance is seldom printed with its value."""
    words = " ".join(quote.exact for quote in statement.quotes[stance.grounds : stance.grounds + 1])
    if stance.value in {Value.SUPPORTS, Value.OPPOSES}:
        if found := MOSTLY_CONDITIONAL.search(words):
            return f"The value is {stance.value.value!r}, and the grounds have {found[0]!r}."
        against = _AGAINST[stance.value].search(words)
        if against and not NEGATION.search(words):
            return f"The value is {stance.value.value!r}, and the grounds have {against[0]!r}."
    return None


def _statement(statement: Statement) -> Iterator[Fault]:
    if weighs := DEGREE.search(statement.summary):
        why = f"{weighs[0]!r} weighs what was said."
        yield Fault(("summary",), why, "Say it without an adverb of degree.")
    if _MARKS.search(statement.summary):
        why = "The summary has quotation marks, which belong to proved quotes only."
        yield Fault(("summary",), why, "Use words of your own, and add the quote.")
    for i, quote in enumerate(statement.quotes):
        yield from (fault.within("quotes", i) for fault in _length(quote))


def _length(quote: Quote) -> Iterator[Fault]:
    narration = quote.kind is QuoteKind.NARRATION
    most = NARRATION_WORDS if narration else WORDS_OF_ONE_ARTICLE
    count = sum(len(run.split()) for run in pieces(quote.exact))
    if count > most:
        what_to_do = "Keep the part that decides, and mark the cuts with […]."
        if not narration:
            what_to_do = "No answer would show it. Quote another, or one sentence as narration."
        why = f"The quote has {count} words; the limit is {most} words."
        yield Fault(("exact",), why, what_to_do)
