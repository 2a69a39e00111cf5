"""The corpora whose proofs are tried: two invented ones, and the built-in one with its texts."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from knowledge.check_corpus.proof import read_texts
from knowledge.check_corpus.speaker_names import NamesOf
from knowledge.corpus import corpus_reader
from tests.places import CORPUS, ROOT, TESTS, TEXTS

_BUILT_IN = ROOT / "knowledge" / "entries"
_SECOND = TESTS / "questions" / "second"


class CorpusAtHand(NamedTuple):
    """Entries with the texts of their articles, and the printed names of their speakers."""

    name: str
    corpus: corpus_reader.Corpus
    texts: dict
    names: NamesOf

    heads: dict

    def articles(self):
        """Yield each article's entry with its text."""
        for entry in self.corpus.articles.values():
            if text := self.texts.get(entry.model.fingerprint):
                yield entry, text


def load(name, entries, articles):
    corpus, _ = corpus_reader.read(entries)
    heads = {name: with_statements(entry, ()) for name, entry in corpus.articles.items()}
    return CorpusAtHand(name, corpus, read_texts(articles), NamesOf(corpus), heads)


def with_statements(entry, statements):
    """Return an article's entry with other statements."""
    return replace(entry, model=entry.model.model_copy(update={"statements": tuple(statements)}))


def at_hand():
    """Return the corpora, the built-in one only where `STANCEBOOK_ARTICLES` has its texts."""
    found = [
        load("invented", CORPUS, TEXTS),
        load("second", _SECOND / "entries", _SECOND / "articles"),
    ]
    if articles := os.environ.get("STANCEBOOK_ARTICLES"):
        found.insert(0, load("built-in", _BUILT_IN, Path(articles)))
    return found
