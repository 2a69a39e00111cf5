"""Check a corpus: read its entries, and compare them with one another and with the texts."""

from __future__ import annotations

from dataclasses import dataclass
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
    from knowledge.corpus.errors import Problem


@dataclass(frozen=True)
class CheckReport:
    """All that a check found, and which quotes it could and could not hold against a text.

    A warning may be meant so: it fails no check, and neither does what is wrong with drafts, which
    nobody is served. The quotes of an entry that could not be read are not among those counted.
    `written` are the files that a fix wrote first.
    """

    problems: list[Problem]
    drafts: list[Problem]
    warnings: list[Problem]
    entries: int
    unread: int
    proof: Proof
    articles: Path
    written: list[Written]

    @property
    def unproved(self) -> int:
        return self.proof.unproved

    @property
    def summary(self) -> str:
        proof = self.proof
        warned = f", {_counted(self.warnings, 'warning')}" if self.warnings else ""
        drafts = f", {_counted(self.drafts, 'problem')} in drafts" if self.drafts else ""
        unread = f" and {self.unread} that could not be read" if self.unread else ""
        told = (
            f"{self.entries} {'entry' if self.entries == 1 else 'entries'}{unread}, "
            f"{_counted(self.problems, 'problem')}{drafts}{warned}; quotes: "
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
) -> CheckReport:
    """Check a corpus; with `fix`, first write what cannot change a meaning.

    What lies in the future is told where `today` is given.
    """
    texts = proof.read_texts(articles)
    written, unwritten = form.fix(folder, texts) if fix else ([], [])
    found, problems = corpus_reader.read(folder)
    problems += [*unwritten, *form.problems(found, folder)]
    proved = proof.prove(found, texts)
    told = [*integrity.problems(found, today), *proved.problems]
    drafts = [problem for entry in found.articles.values() for problem in entry.unread]
    if told:
        served = choose_served(found)
        proved_served = proof.prove(served, texts)
        of_served = [*integrity.problems(served, today), *proved_served.problems]
        proved.proved_keys = proved_served.proved_keys
        drafts += _list_others(told, of_served)
        told = of_served
    return CheckReport(
        problems=sorted([*problems, *told]),
        drafts=sorted(drafts),
        warnings=sorted(
            [
                *codebook.warnings(found),
                *namesakes.warnings(found),
                *command_names.warnings(found),
                *form.warnings(found),
                *find_unread_texts(articles),
            ]
        ),
        entries=sum(1 for _ in found.entries()),
        unread=len(found.unread),
        proof=proved,
        articles=articles,
        written=written,
    )


def _list_others(told: list[Problem], of_served: list[Problem]) -> list[Problem]:
    """Return the problems that are none of what is served: one is known by its place or words."""
    places = {(problem.file, problem.field) for problem in of_served}
    words = {(problem.file, problem.why) for problem in of_served}
    return [p for p in told if (p.file, p.field) not in places and (p.file, p.why) not in words]
