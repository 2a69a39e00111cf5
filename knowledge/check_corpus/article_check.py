"""All that the check says of one article's entry, found before the entry is written."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from knowledge.check_corpus import integrity, proof
from knowledge.check_corpus.article_budget import ArticleBudget
from knowledge.check_corpus.representation import Representation
from knowledge.check_corpus.speaker_names import NamesOf

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from knowledge.corpus.corpus_reader import Corpus
    from knowledge.corpus.errors import Fault
    from knowledge.corpus.model import Article
    from knowledge.text.article_text import Text


@dataclass(frozen=True)
class ArticleCheck:
    """Holds entries of articles against a corpus, their texts, and the day that it is."""

    corpus: Corpus
    today: date | None = None
    names: NamesOf = field(init=False)
    representation: Representation = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "names", NamesOf(self.corpus))
        object.__setattr__(self, "representation", Representation(self.corpus))

    def find_faults(
        self, article: Article, text: Text, earlier: Mapping[str, Text] | None = None
    ) -> Iterator[Fault]:
        """Yield every fault of an entry; `earlier` are the texts that it had, by fingerprint."""
        yield from integrity.faults_of_article(
            self.corpus, article, self.representation, self.today
        )
        yield from proof.faults_of_article(article, self.names, earlier or {}, ArticleBudget(text))
