"""Check a corpus: read its entries, and compare them with one another and with the texts."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from knowledge.check_corpus import (
    codebook,
    command_names,
    form,
    integrity,
    namesakes,
    proof,
    short_names,
)
from knowledge.check_corpus.known_entries import KnownEntries
from knowledge.check_corpus.remembered_proofs import RememberedProofs, TextsOnDemand
from knowledge.check_corpus.served_entries import choose_served
from knowledge.corpus import corpus_reader
from knowledge.corpus.entry import read_entry
from knowledge.corpus.folder import find_unread_texts

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date
    from pathlib import Path

    from knowledge.check_corpus.check_memory import CheckMemory
    from knowledge.check_corpus.form import Written
    from knowledge.check_corpus.proof import Proof
    from knowledge.corpus.corpus_reader import Corpus
    from knowledge.corpus.errors import Problem
    from knowledge.text.article_text import Text


@dataclass(frozen=True)
class CheckReport:
    """All that a check found, and which quotes it could and could not hold against a text.

    A warning may be meant so: it fails no check, and neither do `draft_problems`, of drafts, which
    nobody is served. The quotes of an entry that could not be read are not among those counted.
    `written` are the files that a fix wrote first, and `drafts` the statements that wait for a
    curator, by their article.
    """

    problems: list[Problem]
    draft_problems: list[Problem]
    warnings: list[Problem]
    corpus: Corpus
    proof: Proof
    articles: Path
    written: list[Written]
    drafts: dict[str, int] = field(default_factory=dict)

    @property
    def entries(self) -> int:
        return sum(1 for _ in self.corpus.entries())

    @property
    def unread(self) -> int:
        return len(self.corpus.unread)

    @property
    def unproved(self) -> int:
        return self.proof.unproved

    @property
    def summary(self) -> str:
        proof = self.proof
        warned = f", {_counted(self.warnings, 'warning')}" if self.warnings else ""
        wrong = self.draft_problems
        drafts = f", {_counted(wrong, 'problem')} in drafts" if wrong else ""
        unread = f" and {self.unread} that could not be read" if self.unread else ""
        told = (
            f"{self.entries} {'entry' if self.entries == 1 else 'entries'}{unread}, "
            f"{_counted(self.problems, 'problem')}{drafts}{warned}{self._waiting}; quotes: "
            f"{proof.proved} proved, {proof.refused} refused, {proof.unproved} could not be proved"
        )
        if not proof.unproved:
            return told
        missing = ", ".join(proof.articles_without_text)
        return f"{told}: no text in {self.articles} has the fingerprint of {missing}"

    @property
    def _waiting(self) -> str:
        """How many drafts wait, and how to see them; nothing where there are none."""
        count, articles = sum(self.drafts.values()), len(self.drafts)
        if not count:
            return ""
        where = f"in {articles} article{'s' * (articles != 1)}"
        what = "1 draft waits" if count == 1 else f"{count} drafts wait"
        return f", {what} {where} ('stancebook todo draft' lists them)"


def _count_drafts(found: Corpus) -> dict[str, int]:
    counted = {n: sum(s.draft for s in e.model.statements) for n, e in found.articles.items()}
    return {name: count for name, count in counted.items() if count}


def _counted(problems: list[Problem], noun: str) -> str:
    return f"{len(problems)} {noun}{'' if len(problems) == 1 else 's'}"


def run_check(
    folder: Path,
    articles: Path,
    *,
    fix: bool = False,
    today: date | None = None,
    memory: CheckMemory | None = None,
) -> CheckReport:
    """Check a corpus; with `fix`, first write what cannot change a meaning.

    What lies in the future is told where `today` is given. With a memory, what passed before is not
    checked again, and no warnings are sought.
    """
    texts = TextsOnDemand(articles, memory) if memory else proof.read_texts(articles)
    written, unwritten = form.fix(folder, texts) if fix else ([], [])
    found, problems = corpus_reader.read(
        folder, KnownEntries(memory).read if memory else read_entry
    )
    told, proved = _hold(found, texts, today, memory)
    draft_problems = [problem for entry in found.articles.values() for problem in entry.unread]
    if told:
        of_served, proved_served = _hold(choose_served(found), texts, today, memory)
        proved.proved_keys = proved_served.proved_keys
        draft_problems += _list_others(told, of_served)
        told = of_served
    # Last: also what was changed meanwhile is told.
    misread, strays = form.judge(found, folder, memory)
    return CheckReport(
        problems=sorted([*problems, *unwritten, *misread, *told]),
        draft_problems=sorted(draft_problems),
        warnings=[] if memory else sorted([*_list_warnings(found, articles), *strays]),
        corpus=found,
        proof=proved,
        articles=articles,
        written=written,
        drafts=_count_drafts(found),
    )


def _hold(
    corpus: Corpus, texts: Mapping[str, Text], today: date | None, memory: CheckMemory | None
) -> tuple[list[Problem], Proof]:
    """Hold the entries of a corpus against one another, and against the texts."""
    remembered = None
    if memory and isinstance(texts, TextsOnDemand):
        remembered = RememberedProofs(corpus, texts, memory)
    proved = proof.prove(corpus, texts, remembered)
    return [*integrity.problems(corpus, today, memory), *proved.problems], proved


def _list_warnings(found: Corpus, articles: Path) -> Iterator[Problem]:
    yield from codebook.warnings(found)
    yield from namesakes.warnings(found)
    yield from command_names.warnings(found)
    yield from short_names.warnings(found)
    yield from find_unread_texts(articles)


def _list_others(told: list[Problem], of_served: list[Problem]) -> list[Problem]:
    """Return the problems that are none of what is served: one is known by its place or words."""
    places = {(problem.file, problem.field) for problem in of_served}
    words = {(problem.file, problem.why) for problem in of_served}
    return [p for p in told if (p.file, p.field) not in places and (p.file, p.why) not in words]
