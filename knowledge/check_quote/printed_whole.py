"""Asked words as they are printed: by themselves, or as a part of more."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from knowledge.check_quote import text_match
from knowledge.check_quote.attributed_words import attribute, list_spoken, verify_in_text
from knowledge.check_quote.printed_matches import (
    PrintedMatch,
    list_quotes_with_all,
    list_statements_with_all,
    list_texts_with_all,
)
from knowledge.check_quote.speaker_match import select_by_speaker
from knowledge.check_quote.statement_quotes import compare_with_quotes
from knowledge.check_quote.verdict import Comparison, Verdict
from knowledge.corpus.model import QuoteKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from knowledge.check_quote.asked_words import AskedWords
    from knowledge.check_quote.verified_words import Verification
    from knowledge.citations.citation import CitedStatement
    from knowledge.kb.knowledge_base import KnowledgeBase
    from knowledge.kb.quote_index import Printed

_LISTED: Final = 3  # further statements, and further articles, that print the same words


def find_exact(asked: AskedWords) -> Verification | None:
    """Return the quote, or the sentence of a text, that has the words and no others."""
    exact = Comparison(verdict=Verdict.EXACT)
    if same := _put_spoken_first(asked.kb.quotes.same(asked.words)):
        return attribute(asked, exact, same)
    same = _put_spoken_first(asked.kb.passages.same(asked.words))
    if same and not _is_spoken_on_record(asked.kb, same[0]):
        return verify_in_text(asked, PrintedMatch(exact, same[0]))
    return None


def _put_spoken_first(found: Iterable[Printed]) -> list[Printed]:
    """Return a speaker's own words before narration."""
    return sorted(found, key=lambda printed: not printed.kind.is_own_words)


def _is_spoken_on_record(kb: KnowledgeBase, printed: Printed) -> bool:
    """Return whether a sentence under a label is part of a quote that names its speaker."""
    if printed.kind is not QuoteKind.LABELED:
        return False
    statements = kb.statements_in(printed.source)
    quotes = (q for s in statements for q in s.quotes if q.kind is QuoteKind.LABELED)
    return any(quote.start <= printed.start < quote.end for quote in quotes)


def find_in_part(asked: AskedWords) -> Verification | None:
    """Return printed words that hold all that is asked: a quote's before a text's."""
    if matches := list(list_quotes_with_all(asked)) or list(list_statements_with_all(asked)):
        return _choose_best(asked, matches)
    match = next(list_texts_with_all(asked), None)
    return verify_in_text(asked, match) if match else None


def find_across_quotations(asked: AskedWords) -> Verification | None:
    """Return the passage in which quotations that follow one another print the words."""
    match = next(list_texts_with_all(asked, text_match.find_across_quotations), None)
    return verify_in_text(asked, match) if match else None


def _choose_best(asked: AskedWords, matches: Sequence[PrintedMatch]) -> Verification:
    """Return the best match: the speaker's first, then spoken words, then the shortest."""
    ordered = sorted(matches, key=_rank)
    exact = [m for m in ordered if m.comparison.verdict is Verdict.EXACT]
    if exact:
        return attribute(asked, exact[0].comparison, [m.printed for m in exact])
    statements = {s.id: s for s in asked.kb.statements(m.printed.source for m in ordered)}
    best = _choose_own(asked, ordered, statements.values())
    others = [s for i, s in statements.items() if i != best.printed.source]
    comparison = _fill_gaps(asked, best, statements[best.printed.source])
    listed = [] if asked.speaker or len(others) > _LISTED else others
    found = attribute(asked, comparison, [best.printed])
    return found._replace(
        statements=(*found.statements, *listed),
        others=len(others) - len(listed),
        spoken=list_spoken(m.printed for m in ordered),
    )


def _rank(match: PrintedMatch) -> tuple[bool, int]:
    return not match.printed.kind.is_own_words, len(match.printed.words)


def _choose_own(
    asked: AskedWords, ordered: Sequence[PrintedMatch], statements: Iterable[CitedStatement]
) -> PrintedMatch:
    """Return the first match, or the first of the speaker asked about."""
    who, own = asked.speaker, list(statements)
    ids = {s.id for s in (select_by_speaker(asked.kb, own, who)[0] if who else own)}
    return next(match for match in ordered if match.printed.source in ids)


def _fill_gaps(asked: AskedWords, match: PrintedMatch, statement: CitedStatement) -> Comparison:
    """Return the comparison, its gaps filled from the article's text, if that is at hand."""
    gap = match.comparison.unrecorded_gap
    found = compare_with_quotes(asked.kb, asked.words, statement) if gap else None
    return found or match.comparison


def add_other_texts(asked: AskedWords, found: Verification) -> Verification:
    """Add the other articles whose texts print all that is asked."""
    if not (found.printed and found.is_printed and asked.kb.passages.text_count):
        return found
    own = {statement.article.id for statement in found.statements} | {found.printed.source}
    if found.comparison.verdict is Verdict.PART:
        texts = [match.printed.source for match in list_texts_with_all(asked)]
    else:
        texts = [printed.source for printed in asked.kb.passages.same(asked.words)]
    also = [article for article in dict.fromkeys(texts) if article not in own]
    return found._replace(also=tuple(also[:_LISTED]))
