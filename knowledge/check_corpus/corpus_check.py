"""Check a corpus: read its entries, and compare them with one another and with the texts."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from knowledge.check_corpus import codebook, command_names, form, integrity, namesakes, proof
from knowledge.check_corpus.served_entries import choose_served
from knowledge.corpus import corpus_reader
from knowledge.corpus.folder import find_unread_texts

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from knowledge.check_corpus.form import Written
    from knowledge.check_corpus.proof import Proof
    from knowledge.corpus.corpus_reader import Corpus
    from knowledge.corpus.errors import Problem


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
    entries: int
    unread: int
    proof: Proof
    articles: Path
    written: list[Written]
    drafts: dict[str, int] = field(default_factory=dict)

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
    folder: Path, articles: Path, *, fix: bool = False, today: date | None = None
) -> CheckReport:
    """Check a corpus; with `fix`, first write what cannot change a meaning.

    What lies in the future is told where `today` is given.
    """
    texts = proof.read_texts(articles)
    written, unwritten = form.fix(folder, texts) if fix else ([], [])
    found, problems = corpus_reader.read(folder)
    proved = proof.prove(found, texts)
    told = [*integrity.problems(found, today), *proved.problems]
    draft_problems = [problem for entry in found.articles.values() for problem in entry.unread]
    if told:
        served = choose_served(found)
        proved_served = proof.prove(served, texts)
        of_served = [*integrity.problems(served, today), *proved_served.problems]
        proved.proved_keys = proved_served.proved_keys
        draft_problems += _list_others(told, of_served)
        told = of_served
    misread, strays = form.judge(found, folder)  # last: also what was changed meanwhile is told
    return CheckReport(
        problems=sorted([*problems, *unwritten, *misread, *told]),
        draft_problems=sorted(draft_problems),
        warnings=sorted(
            [
                *codebook.warnings(found),
                *namesakes.warnings(found),
                *command_names.warnings(found),
                *strays,
                *find_unread_texts(articles),
            ]
        ),
        entries=sum(1 for _ in found.entries()),
        unread=len(found.unread),
        proof=proved,
        articles=articles,
        written=written,
        drafts=_count_drafts(found),
    )


def _list_others(told: list[Problem], of_served: list[Problem]) -> list[Problem]:
    """Return the problems that are none of what is served: one is known by its place or words."""
    places = {(problem.file, problem.field) for problem in of_served}
    words = {(problem.file, problem.why) for problem in of_served}
    return [p for p in told if (p.file, p.field) not in places and (p.file, p.why) not in words]
