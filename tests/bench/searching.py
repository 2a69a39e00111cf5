"""Searches what was said among generated statements: by a common word, by rare ones, by many."""

from __future__ import annotations

import gc
import sqlite3
import statistics
import tempfile
import time
from pathlib import Path

from knowledge.kb.kb_seal import seal
from knowledge.kb.knowledge_base import KnowledgeBase
from knowledge.kb.schema import schema, schema_digest
from knowledge.kb.statement_index import fill_index
from knowledge.text.word_stems import meaningful_words
from tests.bench.verifying import OF_A_STATEMENT, SEED, Figures, Language, grouped, statement

SIZES = (1_000, 10_000)
QUERIES = 100


def run() -> Figures:
    """Return milliseconds of CPU, and MiB, by number of statements."""
    figures: Figures = {}
    for size in SIZES:
        with tempfile.TemporaryDirectory() as folder:
            figures |= _measure(Path(folder, "said.sqlite"), size)
    return figures


def _measure(file: Path, size: int) -> Figures:
    language = Language(SEED)
    texts = [" ".join(words) for words in language.quotes(size * OF_A_STATEMENT)]
    before = _build(file, texts)
    kb = KnowledgeBase(file)
    gc.collect()
    gc.freeze()  # as the running bot does
    content = meaningful_words(language.words)
    asked = {
        "the most common words": lambda: [language.chance.choice(content[:20])],
        "words of a quote": lambda: _three(language, texts),
        "ten words": lambda: meaningful_words(language.some(20))[:10],
    }
    found: Figures = {f"{size} index MiB": round((file.stat().st_size - before) / 2**20, 2)}
    for name, words in asked.items():
        cuts = statistics.quantiles([_ms(kb, words()) for _ in range(QUERIES)], n=100)
        found |= {f"{size} {name} p50 ms": cuts[49], f"{size} {name} p99 ms": cuts[98]}
    kb.close()
    return found


def _three(language: Language, texts: list[str]) -> list[str]:
    words = meaningful_words(language.chance.choice(texts).split())
    return language.chance.sample(words, min(3, len(words)))


def _ms(kb: KnowledgeBase, words: list[str]) -> float:
    start = time.process_time()
    kb.search(words)
    return round((time.process_time() - start) * 1e3, 3)


def _build(file: Path, texts: list[str]) -> int:
    """Write a kb of these quotes; return its size without the index of words."""
    cited = [statement(i, f"statement-{i}", quotes) for i, quotes in enumerate(grouped(texts))]
    db = sqlite3.connect(file)
    db.executescript(schema())
    with db:
        db.execute("INSERT INTO meta VALUES ('schema', ?)", (schema_digest(),))
        db.execute("INSERT INTO meta VALUES ('digest', 'benchmark')")
        for s in cited:
            document = s.model_dump_json(by_alias=True, exclude_defaults=True)
            row = (s.id, s.article.id, None, s.place, document)
            db.execute("INSERT INTO statement VALUES (?, ?, ?, ?, ?)", row)
    size = file.stat().st_size
    with db:
        fill_index(db, cited)
    db.close()
    seal(file)
    return size


if __name__ == "__main__":
    for key, value in run().items():
        print(f"{key:44} {value}")
