"""Narrations with one cut more than the curator made: words replaced by […]."""

from __future__ import annotations

import re
from typing import NamedTuple

from knowledge.check_corpus.statement_proof import StatementProof
from knowledge.corpus.model import QuoteKind
from knowledge.text.article_text import Span
from knowledge.text.locating import locate
from knowledge.text.quote_search import NotFound

CUT = "[…]"
RUN = 4  # words replaced at once, at most
AT_MOST = 0.05  # of the mutants of each length may pass
# What no cut may drop, in the forms in which the corpora print it; a list apart from the proof's.
TURNING = re.compile(
    r"\b(?:may|might|can|could|would|should|must|will|won’t|ought|tr(?:y|ies|ied)|plan(?:s|ned|ning)?"
    r"|willing|seeks?|sought|hopes?|allegedly|supposedly|reportedly|falsely|wrongly|rumou?rs?"
    r"|nonsense|far from|instead|rather|too|den(?:y|ies|ied)|refus\w+|reject\w*|hardly|not|no|never"
    r"|none|without|unless|if|until|only|provided|as long as|said|told|according|sources?|claim\w*"
    r"|warned|called|confirmed|reluctan\w+|against|premature|oppos\w+|concern\w*)\b",
    re.IGNORECASE,
)


class CutMutant(NamedTuple):
    """A narration with one cut more: whose, the words that it drops, and how it reads."""

    statement: str
    number: int
    words: int
    dropped: str
    exact: str


def cut_mutants(statement, run=RUN):
    """Yield a statement's narrations with each word, and each run of words, replaced by a cut."""
    for number, quote in enumerate(statement.quotes):
        if quote.kind is QuoteKind.NARRATION:
            for words, dropped, exact in cut_more(quote.exact, run):
                yield CutMutant(statement.id, number, words, dropped, exact)


def cut_more(exact, run=RUN):
    """Yield how many words a further cut drops, which, and how the slice then reads."""
    words = exact.split()
    for length in range(1, run + 1):
        for first in range(len(words) - length + 1):
            dropped = words[first : first + length]
            kept = [*words[:first], CUT, *words[first + length :]]
            if CUT not in dropped and set(kept) != {CUT}:
                yield length, " ".join(dropped), _join_cuts(kept)


def _join_cuts(words):
    return re.sub(r"\[…\](?: \[…\])+", CUT, " ".join(words))


def passes(text, statement, names, mutant):
    """Return whether the proof accepts a statement with this narration in place of its own."""
    quotes = list(statement.quotes)
    changed = quotes[mutant.number].model_copy(
        update={"exact": mutant.exact, "start": None, "end": None}
    )
    spans = locate(text, changed)
    if isinstance(spans, NotFound):
        return False
    place = Span(spans[0].start, spans[-1].end)
    quotes[mutant.number] = changed.model_copy(update={"start": place.start, "end": place.end})
    mutated = statement.model_copy(update={"quotes": tuple(quotes)})
    return not any(StatementProof(text, mutated, names).faults())


def try_all(corpus, run=RUN):
    """Yield every mutant of a corpus with whether it passes."""
    for entry, text in corpus.articles():
        for statement in entry.model.statements:
            for mutant in cut_mutants(statement, run):
                yield mutant, passes(text, statement, corpus.names, mutant)
