"""Withdraw a statement: kept in its article as it was, with the day and the reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

from knowledge.check_corpus.corpus_edit import EntryChange
from knowledge.corpus.errors import UpkeepError
from knowledge.corpus.model import Retired
from knowledge.upkeep.ids_named import find_statement
from knowledge.upkeep.upkeep_desk import CorpusEdit

if TYPE_CHECKING:
    from datetime import date

    from knowledge.corpus.corpus_reader import Corpus


def retire(corpus: Corpus, name: str, why: str, day: date) -> CorpusEdit:
    """Return the edit that retires a statement; raise UpkeepError without it or a reason."""
    _refuse_retired(corpus, name)
    article, statement = find_statement(corpus, name)
    if not why.strip():
        msg = "Say why: whoever cites the statement is told."
        raise UpkeepError(msg)
    gone = Retired(day=day, why=why, statement=statement)
    kept = tuple(s for s in article.statements if s.id != statement.id)
    changed = article.model_copy(update={"statements": kept, "retired": (*article.retired, gone)})
    told = f"The statement '{statement.id}' is retired; its article keeps it with the reason."
    return CorpusEdit((told,), (EntryChange.of(changed),))


def _refuse_retired(corpus: Corpus, name: str) -> None:
    for entry in corpus.articles.values():
        for gone in entry.model.retired:
            if name in {gone.statement.id, *gone.statement.former_ids}:
                msg = f"'{name}' was retired on {gone.day}: {gone.why}"
                raise UpkeepError(msg)
