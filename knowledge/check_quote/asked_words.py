"""Words that somebody asks about, with the printed words that are like them, looked up once."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from knowledge.check_quote import ellipsis
from knowledge.check_quote.folded_wording import Wording
from knowledge.kb.quote_index import tokens

if TYPE_CHECKING:
    from knowledge.kb.knowledge_base import KnowledgeBase
    from knowledge.kb.quote_index import PrintedCandidate

_FEW = 2  # words; fewer differ from too much text


class AskedWords:
    """Words that are verified in a kb, and who is said to have said them."""

    def __init__(self, kb: KnowledgeBase, words: str, speaker: str | None = None) -> None:
        self.kb, self.words, self.speaker = kb, words, speaker

    @cached_property
    def quotes(self) -> list[PrintedCandidate]:
        return self.kb.quotes.like(self.words)

    @cached_property
    def passages(self) -> list[PrintedCandidate]:
        return self.kb.passages.like(self.words)

    @cached_property
    def wording(self) -> Wording:
        return Wording.of_asker(self.words)

    @property
    def count(self) -> int:
        return len(tokens(self.words))

    @property
    def are_few(self) -> bool:
        """Return whether there are too few words to differ from printed ones."""
        return self.count < _FEW

    @cached_property
    def parts(self) -> list[str]:
        """Return the words between the asker's ellipses."""
        return ellipsis.split_at_marks(self.words)
