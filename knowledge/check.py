"""The check of a corpus: entries read, held against one another, and against the texts at hand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from knowledge import canonical, codebook, corpus, integrity, proof
from knowledge.errors import Fault
from knowledge.locating import locate
from knowledge.quoting import NotFound

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from pathlib import Path

    from knowledge.corpus import Corpus
    from knowledge.entry import Entry
    from knowledge.errors import Problem
    from knowledge.model import Article, Statement
    from knowledge.proof import Proof
    from knowledge.quoting import Text

_RUN_FIX = "run 'stancebook check --fix'"


@dataclass(frozen=True)
class Report:
    """All that a check found, and which quotes it could and could not hold against a text.

    A warning may be meant so: it fails no check.
    """

    problems: list[Problem]
    warnings: list[Problem]
    entries: int
    proof: Proof
    articles: Path

    @property
    def unproved(self) -> int:
        return self.proof.unproved

    @property
    def summary(self) -> str:
        proof = self.proof
        warned = f", {_counted(self.warnings, 'warning')}" if self.warnings else ""
        told = (
            f"{self.entries} entries, {_counted(self.problems, 'problem')}{warned}; quotes: "
            f"{proof.proved} proved, {proof.refused} refused, {proof.unproved} could not be proved"
        )
        if not proof.unproved:
            return told
        missing = ", ".join(proof.articles_without_text)
        return f"{told}: no text in {self.articles} has the fingerprint of {missing}"


def _counted(problems: list[Problem], noun: str) -> str:
    return f"{len(problems)} {noun}{'' if len(problems) == 1 else 's'}"


def run_check(
    folder: Path, articles: Path, *, fix: bool = False, today: date | None = None
) -> Report:
    """Check a corpus; with `fix`, first write what cannot change a meaning.

    What lies in the future is told where `today` is given.
    """
    texts = proof.read_texts(articles)
    if fix:
        _fix(folder, texts)
    found, problems = corpus.read(folder)
    proved = proof.prove(found, texts)
    problems += [*integrity.problems(found, today), *proved.problems, *_form(found, folder)]
    return Report(
        problems=sorted(problems),
        warnings=sorted(codebook.warnings(found)),
        entries=sum(1 for _ in _entries(found)),
        proof=proved,
        articles=articles,
    )


def _entries(found: Corpus) -> Iterator[Entry[Any]]:
    for kind in corpus.KINDS:
        yield from getattr(found, kind).values()


def _form(found: Corpus, folder: Path) -> Iterator[Problem]:
    """Each file has one form, so that a change shows what changed and nothing else."""
    for entry in _entries(found):
        written = (folder / entry.file).read_text(encoding="utf-8")
        if written != canonical.write(entry.model):
            yield entry.problem(Fault((), "is not in its one form", _RUN_FIX))


def _fix(folder: Path, texts: dict[str, Text]) -> None:
    found, _ = corpus.read(folder)
    for entry in _entries(found):
        model = entry.model
        if entry.model.id in found.articles and model is found.articles[model.id].model:
            model = _with_offsets(model, texts)
        text = canonical.write(model)
        file = folder / entry.file
        if file.read_text(encoding="utf-8") != text:
            file.write_text(text, encoding="utf-8")


def _with_offsets(article: Article, texts: dict[str, Text]) -> Article:
    text = texts.get(article.fingerprint)
    if text is None:
        return article
    statements = tuple(_located(s, texts.get(s.printed_in or "", text)) for s in article.statements)
    return article.model_copy(update={"statements": statements, "words": text.words})


def _located(statement: Statement, text: Text) -> Statement:
    """Write where each quote stands; one that is not found keeps what it has."""
    quotes = []
    for quote in statement.quotes:
        spans = locate(text, quote)
        if not isinstance(spans, NotFound):
            quote = quote.model_copy(update={"start": spans[0].start, "end": spans[-1].end})  # noqa: PLW2901
        quotes.append(quote)
    return statement.model_copy(update={"quotes": tuple(quotes)})
