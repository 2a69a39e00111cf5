"""What a proof is of: an article's text and the words that its entry quotes of it."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from knowledge.corpus.model import Article


def proof_key(article: Article) -> str:
    """Return a digest that changes with the text and with any of the curated words quoted."""
    curated = (statement for statement in article.statements if not statement.draft)
    quotes = [quote for statement in curated for quote in statement.quotes]
    quoted = [f"{quote.start}:{quote.end}:{quote.exact}" for quote in quotes]
    return hashlib.sha256("\n".join([article.fingerprint, *quoted]).encode()).hexdigest()[:32]
