"""The quotes of one statement together: as they are shown, and with what stands between them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from knowledge.check_quote import part_places
from knowledge.check_quote.wording_comparison import count_words
from knowledge.corpus.model import QuoteKind
from knowledge.kb.quote_index import Printed

if TYPE_CHECKING:
    from knowledge.check_quote.verdict import Comparison
    from knowledge.citations.citation import CitedStatement
    from knowledge.kb.knowledge_base import KnowledgeBase

_CUT: Final = " […] "  # joins quotes of one statement, to show and to compare
# Of quotes of several kinds together, that of the first of these that there is.
_KINDS: Final = (QuoteKind.NARRATION, QuoteKind.LABELED, QuoteKind.DIRECT)


def join_quotes(statement: CitedStatement, only: QuoteKind | None = None) -> Printed:
    """Return quotes of a statement as they are shown together, in the article's order."""
    quotes = part_places.sort_quotes([q for q in statement.quotes if only in {None, q.kind}])
    kinds = {quote.kind for quote in quotes}
    kind = next(kind for kind in _KINDS if kind in kinds)
    inner = QuoteKind.DIRECT if kind is not QuoteKind.DIRECT else None
    marked = [f"“{q.exact}”" if q.kind is inner else q.exact for q in quotes]
    return Printed(statement.id, quotes[0].start, kind, _CUT.join(marked))


def compare_with_quotes(
    kb: KnowledgeBase, asked: str, statement: CitedStatement
) -> Comparison | None:
    """Compare words with all quotes of a statement, and with the text if at hand."""
    held = part_places.find_parts(asked, part_places.list_statement_runs(statement.quotes))
    text = kb.passages.text(statement.article.id)
    found = text and part_places.find_parts(
        asked, part_places.list_statement_runs(statement.quotes, text)
    )
    if not found:
        return held
    beyond = count_words(found.left_out) - (count_words(held.left_out) if held else 0)
    return found.model_copy(update={"beyond": max(0, beyond)})
