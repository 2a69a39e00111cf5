"""The printed words that are most like those asked about, and what differs in them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from knowledge.check_quote import text_match
from knowledge.check_quote.attributed_words import (
    attribute,
    list_statements_beside,
    verify_in_text,
)
from knowledge.check_quote.nearness import is_near
from knowledge.check_quote.printed_matches import PrintedMatch
from knowledge.check_quote.speaker_match import is_said_by
from knowledge.check_quote.statement_quotes import join_quotes
from knowledge.check_quote.verdict import Comparison, Verdict
from knowledge.check_quote.verified_words import Verification
from knowledge.check_quote.wording_comparison import (
    WordingComparison,
    compare_wordings,
    count_strange,
)
from knowledge.corpus.model import QuoteKind

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from knowledge.check_quote.asked_words import AskedWords
    from knowledge.kb.quote_index import Printed, PrintedCandidate

    Near = tuple[PrintedCandidate, bool]  # and whether it is a quote on record

_AS_LIKE: Final = 0.1  # of likeness: so close that the differences decide
_HELD: Final = 3  # of the most similar that are compared
_OWN: Final = 8  # of the most similar that are looked through for the speaker's
_FARTHER: Final = 0.45  # share of the words that the speaker's own may lack beyond another's


def find_nearest(asked: AskedWords) -> Verification:
    """Compare the words with the most similar printed ones; the speaker's own go first."""
    found = _list_near(asked)
    if not found or asked.are_few:
        return Verification(Comparison(verdict=Verdict.NOT_FOUND))
    least = max(candidate.likeness for candidate, _ in found) - _AS_LIKE
    nearest = _compare_best(asked, [near for near in found if near[0].likeness >= least])
    theirs = [near for near in found[:_OWN] if _is_theirs(asked, *near)]
    own = _compare_best(asked, theirs) if theirs else nearest
    farther = count_strange(own.comparison) - count_strange(nearest.comparison)
    return own if farther <= _FARTHER * asked.count else nearest


def _list_near(asked: AskedWords) -> list[Near]:
    """Return the quotes and the sentences of texts that are near, the nearest first."""
    texts = [c for c in asked.passages if is_near(c)]
    at_hand = {candidate.printed.source for candidate in texts}
    found = [(c, True) for c in asked.quotes if is_near(c) and not _is_in(asked, at_hand, c)]
    found += [(candidate, False) for candidate in texts]
    return sorted(found, key=lambda near: _rank(*near), reverse=True)


def _rank(candidate: PrintedCandidate, curated: bool) -> tuple[float, bool, bool]:
    return round(candidate.score, 2), candidate.printed.kind.is_own_words, curated


def _is_in(asked: AskedWords, articles: Collection[str], candidate: PrintedCandidate) -> bool:
    """Return whether it is a narration of an article whose text is at hand in full."""
    source, kind = candidate.printed.source, candidate.printed.kind
    if not articles or kind.is_own_words:
        return False
    return any(s.article.id in articles for s in asked.kb.statements([source]))


def _is_theirs(asked: AskedWords, candidate: PrintedCandidate, curated: bool) -> bool:
    """Return whether near words are on record as those of the speaker asked about."""
    who, printed = asked.speaker, candidate.printed
    if who is None:
        return False
    on_record = asked.kb.statements([printed.source]) if curated else None
    statements = list_statements_beside(asked.kb, printed) if on_record is None else on_record
    return any(is_said_by(asked.kb, statement, who) for statement in statements)


def _compare_best(asked: AskedWords, candidates: Sequence[Near]) -> Verification:
    """Compare the words with the first of the candidates, and return the nearest of them."""
    told = [_compare_candidate(asked, *near) for near in candidates[:_HELD]]
    return min(told, key=lambda verified: count_strange(verified.comparison))


def _compare_candidate(asked: AskedWords, found: PrintedCandidate, curated: bool) -> Verification:
    if curated:
        return _compare_quotes(asked, found.printed)
    return verify_in_text(asked, _compare_text(asked, found.printed))


def _compare_text(asked: AskedWords, printed: Printed) -> PrintedMatch:
    """Compare the words with the most similar sentence, or with several if they are long."""
    found = [printed]
    text = asked.kb.passages.text(printed.source)
    if text and (kind := text_match.find_kind_around(text, printed)):
        runs = text_match.list_sentence_runs(text, printed.start, len(asked.words.split()))
        around = printed._replace(kind=kind)
        found += [around._replace(start=r.start, words=text.printed(r)) for r in runs]
    held = [(WordingComparison(asked.wording, each.words), each) for each in found]
    best, words = min(held, key=lambda pair: (pair[0].count_strange(), len(pair[1].words)))
    return PrintedMatch(best.compare(), words)


def _compare_quotes(asked: AskedWords, printed: Printed) -> Verification:
    """Compare the words with a quote, or with several of a statement."""
    match = _compare_quote(asked, printed)
    alike = [c.printed for c in asked.quotes if is_near(c)]
    own = (printed.source, printed.kind)
    if len({other.start for other in alike if (other.source, other.kind) == own}) > 1:
        (statement,) = asked.kb.statements([printed.source])
        other = _compare_quote(asked, join_quotes(statement, printed.kind))
        match = min(match, other, key=lambda match: count_strange(match.comparison))
    return attribute(asked, match.comparison, [match.printed])


def _compare_quote(asked: AskedWords, printed: Printed) -> PrintedMatch:
    narration = printed.kind is QuoteKind.NARRATION
    compared = compare_wordings(asked.wording, printed.words, cut=True, open_=narration)
    return PrintedMatch(compared, printed)
