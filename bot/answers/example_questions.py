"""What a kb has on record to try at once: examples in help, and questions of the welcome."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from knowledge.corpus import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from knowledge.citations import CitedStatement
    from knowledge.kb import KnowledgeBase, StanceRow

_LOOKED_AT = 40  # stances, the newest
_FEWEST, _MOST = 5, 15  # words of a quotation that make a good example


class Speech(NamedTuple):
    """What a person said about an issue; `person` is a name, the others but `words` are ids."""

    person: str
    issue: str
    words: str
    statement: str


class Sample(NamedTuple):
    """The newest stance on record, and the newest words that a person said; ids but for names."""

    holder: str
    holder_name: str
    issue: str
    said: date
    speech: Speech | None

    @property
    def month(self) -> str:
        return self.said.strftime("%Y-%m")


def find_sample(kb: KnowledgeBase) -> Sample | None:
    """Return what examples are made of, the same on every machine; None without a stance."""
    rows = kb.stances(limit=_LOOKED_AT)
    if not rows:
        return None
    newest = min(rows, key=lambda row: (row.said_from != rows[0].said_from, row.holder, row.issue))
    latest = kb.statements_on(newest.holder, newest.issue)[0]
    speech = next(_find_speeches(kb, rows), None)
    name = kb.name_of(newest.holder)
    return Sample(newest.holder, name, newest.issue, latest.said.to, speech)


def plain_questions(kb: KnowledgeBase) -> Iterator[str]:
    """Yield questions in plain words that this kb may answer, the best to begin with first."""
    if (sample := find_sample(kb)) is None:
        return
    yield f"Where does {sample.holder_name} stand on {kb.issues[sample.issue].name}?"
    if sample.speech:
        yield f"Who is {sample.speech.person}?"
        yield f"Did {sample.speech.person} say “{sample.speech.words}”?"
    yield "What can I ask?"
    yield "Sources"


def _find_speeches(kb: KnowledgeBase, rows: list[StanceRow]) -> Iterator[Speech]:
    for row in rows:
        for statement in kb.statements_on(row.holder, row.issue):
            speaker, words = statement.speaker, _find_quotable(statement)
            if speaker and speaker.kind is Kind.PERSON and speaker.name and words:
                yield Speech(speaker.name, row.issue, words, statement.id)


def _find_quotable(statement: CitedStatement) -> str | None:
    """Return the first own words that are long enough to check, and short enough to type."""
    said = (quote for quote in statement.quotes if quote.kind.is_own_words)
    return next((q.exact for q in said if _FEWEST <= q.words <= _MOST), None)
