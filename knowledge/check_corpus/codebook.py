"""What the codebook asks of an entry by itself: a summary that weighs nothing, a short quote."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from knowledge.citations.answer_budget import WORDS_OF_ONE_ARTICLE
from knowledge.corpus.errors import Fault
from knowledge.corpus.model import QuoteKind
from knowledge.text.article_text import pieces
from knowledge.text.english.degree_words import DEGREE
from knowledge.text.quotation_marks import DOUBLE_MARKS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from knowledge.corpus.corpus_reader import Corpus
    from knowledge.corpus.errors import Problem
    from knowledge.corpus.model import Quote, Statement

NARRATION_WORDS = 40  # in one slice

_MARKS = re.compile(f"[{DOUBLE_MARKS}]")


def problems(corpus: Corpus) -> Iterator[Problem]:
    for entry in corpus.articles.values():
        for i, statement in enumerate(entry.model.statements):
            yield from (entry.problem(f.within("statements", i)) for f in _statement(statement))


def warnings(corpus: Corpus) -> Iterator[Problem]:
    """Return what may be meant so: an issue can wait for its first article."""
    if corpus.unread:
        return
    used = {
        s.issue for a in corpus.articles.values() for t in a.model.statements for s in t.stances
    }
    used |= {entry.model.parent for entry in corpus.issues.values() if entry.model.parent}
    for entry in corpus.issues.values():
        if entry.model.id not in used:
            why = "no stance and no other issue uses this issue"
            yield entry.problem(Fault(("id",), why, "remove it, or leave it for articles to come"))


def _statement(statement: Statement) -> Iterator[Fault]:
    if weighs := DEGREE.search(statement.summary):
        why = f"{weighs[0]!r} weighs what was said"
        yield Fault(("summary",), why, "say it without an adverb of degree")
    if _MARKS.search(statement.summary):
        why = "quotes, which only a proved quote does"
        yield Fault(("summary",), why, "say it in words of your own, and add the quote")
    for i, quote in enumerate(statement.quotes):
        yield from (fault.within("quotes", i) for fault in _length(quote))


def _length(quote: Quote) -> Iterator[Fault]:
    narration = quote.kind is QuoteKind.NARRATION
    most = NARRATION_WORDS if narration else WORDS_OF_ONE_ARTICLE
    count = sum(len(run.split()) for run in pieces(quote.exact))
    if count > most:
        what_to_do = "keep what decides, the cuts marked with […]"
        if not narration:
            what_to_do = "quote another, or give a sentence of it as narration: no answer shows it"
        yield Fault(("exact",), f"has {count} words and is longer than {most} words", what_to_do)
