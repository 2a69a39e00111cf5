"""Statements written in short for tests of the proof, each with the text that prints it."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import TYPE_CHECKING

import yaml

from knowledge.check_corpus.representation import Representation
from knowledge.check_corpus.speaker_names import NamesOf
from knowledge.check_corpus.statement_proof import StatementProof
from knowledge.corpus import corpus_reader
from knowledge.corpus.model import Statement
from knowledge.text.article_text import Span, Text
from knowledge.text.locating import locate
from knowledge.text.quote_search import NotFound
from tests.places import TESTS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_CORPUS = TESTS / "questions" / "second" / "entries"
_DAY = "2024-03-05"


def read_written(file: Path) -> list[dict]:
    return yaml.safe_load(file.read_text(encoding="utf-8"))


@cache
def read_names():
    found, _ = corpus_reader.read(_CORPUS)
    return Representation(found), NamesOf(found)


def find_faults(written: dict, **changes) -> Iterator[str]:
    """Yield what is wrong with a statement that is written in short, without its offsets."""
    written = written | changes
    representation, names = read_names()
    text = Text(written["text"])
    statement = _locate(text, make_statement(written))
    for fault in (
        *StatementProof(text, statement, names).faults(),
        *representation.faults(statement),
    ):
        yield f"{'.'.join(map(str, fault.where))}: {fault.why} {fault.what_to_do}"


def make_statement(written: dict) -> Statement:
    said = [{"kind": "direct", "exact": words} for words in written.get("said", [])]
    quotes = [*said, *({"kind": "narration", "exact": q} for q in written.get("quotes", []))]
    named = {"attribution": written.get("attribution"), "refers_to": written.get("refers_to")}
    first, last = written.get("days", [written.get("date", _DAY)] * 2)
    stance = {"issue": "squid-quota-2024", "value": "supports", "basis": "relayed", "grounds": 0}
    by = written.get("by")
    return Statement.model_validate(
        {
            "id": "written",
            "said": {
                "from": date.fromisoformat(first),
                "to": date.fromisoformat(last),
                "printed": written.get("printed"),
                "basis": "date inferred: the week of publication",
            },
            "speaker": by and {"id": None} | by,
            "on_behalf_of": written.get("for"),
            "sourcing": written.get("sourcing", "on_record"),
            "via": written.get("via"),
            "stances": [{"holder": h, **stance} for h in [written.get("holder")] if h],
            "note": written.get("note"),
            "summary": "Somebody said something.",
            "quotes": [quote | named for quote in quotes],
        }
    )


def _locate(text: Text, statement: Statement) -> Statement:
    """Return a statement with the offsets of its quotes, as `check --fix` writes them."""
    quotes = []
    for quote in statement.quotes:
        spans = locate(text, quote)
        whole = (
            Span(None, None) if isinstance(spans, NotFound) else Span(spans[0].start, spans[-1].end)
        )
        quotes.append(quote.model_copy(update=whole._asdict()))
    return statement.model_copy(update={"quotes": tuple(quotes)})
