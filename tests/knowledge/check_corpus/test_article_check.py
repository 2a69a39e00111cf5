"""What is told of an entry before it is written is what the check tells of it afterwards."""

from __future__ import annotations

from datetime import date

import pytest

from knowledge.check_corpus.article_check import ArticleCheck
from knowledge.check_corpus.corpus_check import run_check
from knowledge.check_corpus.proof import read_texts
from knowledge.corpus.corpus_reader import load_corpus

TODAY = date(2025, 6, 1)  # before the last article
SAID = {"from": "2025-05-01", "to": "2025-04-01", "printed": None, "basis": "date inferred: so"}
LONG = "Marrow said so. " * 60


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"summary": "He “strongly” objects."},
        {"said": SAID},
        {"event": "nothing-of-the-kind"},
        {"sourcing": "state_media"},
        {"on_behalf_of": "north-tarsk"},
        {"speaker": {"id": "nobody"}},
        {"speaker": {"id": "ilse-marrow", "as": "the Queen"}},
        {"via": "a passer-by"},
        {"stances": []},
        {"draft": True, "on_behalf_of": "north-tarsk"},
        {"quotes": [{"kind": "narration", "exact": LONG, "attribution": "Marrow"}]},
        {"summary": "It is\u202e so."},
    ],
)
def test_every_fault_is_told_before(curator, fields):
    for statement in ("marrow-this-year", "dask-premature"):
        curator.statement(statement, **fields)
    corpus, texts = load_corpus(curator.folder), read_texts(curator.texts)
    check = ArticleCheck(corpus, TODAY)
    before = {
        (entry.file, ".".join(map(str, fault.where)), fault.why)
        for entry in corpus.articles.values()
        for fault in check.find_faults(entry.model, texts[entry.model.fingerprint], texts)
    }
    told = run_check(curator.folder, curator.texts, today=TODAY).problems
    assert before == {(p.file, p.field, p.why) for p in told if p.file.startswith("articles")}
    assert before
