"""What waits in articles: drafts, statements that only an earlier text prints, or about nothing."""

from __future__ import annotations

import subprocess
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from knowledge.check_corpus.revision import run_git
from knowledge.corpus.errors import RevisionError
from knowledge.upkeep.open_work import OpenWork, WorkKind

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from knowledge.corpus.corpus_reader import Corpus


def list_drafts(corpus: Corpus, folder: Path, today: date) -> Iterator[OpenWork]:
    """Yield the articles with drafts, those that nobody touched for longest first."""
    changed = list_changes(folder)
    found = [e for e in corpus.articles.values() if any(s.draft for s in e.model.statements)]
    for entry in sorted(found, key=lambda e: (changed.get(e.file, today), e.file)):
        drafts = [i for i, s in enumerate(entry.model.statements) if s.draft]
        days = (today - changed.get(entry.file, today)).days
        what = "1 draft" if len(drafts) == 1 else f"{len(drafts)} drafts"
        age = f"not touched for {days} day{'s' * (days != 1)}" if days > 0 else "touched today"
        yield OpenWork.at(WorkKind.DRAFT, entry, ("statements", drafts[0]), f"{what}, {age}")


def list_changes(folder: Path) -> dict[str, date]:
    """Return the day on which each article's entry last changed: of its commit, else of its file.

    A file that is as it was committed has the commit's day: a checkout writes all files anew.
    """
    days = {
        f"articles/{file.name}": _written_on(file) for file in (folder / "articles").glob("*.yaml")
    }
    committed = dict(_read_commits(folder))
    changed = set(_git_lines(folder, "ls-files", "-m", "-o", "--", "articles"))
    return days | {f: day for f, day in committed.items() if f in days and f not in changed}


def _written_on(file: Path) -> date:
    return datetime.fromtimestamp(file.stat().st_mtime, UTC).astimezone().date()


def _read_commits(folder: Path) -> Iterator[tuple[str, date]]:
    """Yield each article's file with the day of its last commit."""
    words = ("log", "--format=%x00%cs", "--name-only", "--relative", "--", "articles")
    day, seen = date.min, set[str]()
    for line in _git_lines(folder, *words):
        if line.startswith("\0"):
            day = date.fromisoformat(line[1:])
        elif line not in seen:
            seen.add(line)
            yield line, day


def _git_lines(folder: Path, *words: str) -> list[str]:
    """Return the lines that git prints, none where it is not at hand or knows no such folder."""
    try:
        printed = run_git(folder, "-c", "core.quotepath=off", *words)
    except (RevisionError, subprocess.SubprocessError):
        return []
    return [line for line in (printed or b"").decode(errors="replace").splitlines() if line]


def list_lost(corpus: Corpus) -> Iterator[OpenWork]:
    """Yield the statements that the text as it is now no longer prints."""
    for entry in corpus.articles.values():
        for i, statement in enumerate(entry.model.statements):
            if statement.printed_in:
                what = f"{statement.id}: only an earlier text prints it; retire it, or find it anew"
                yield OpenWork.at(WorkKind.CHANGED_TEXT, entry, ("statements", i), what)


def list_without_issue(corpus: Corpus) -> Iterator[OpenWork]:
    """Yield the served statements that have no stance and are about no issue."""
    for entry in corpus.articles.values():
        served = {statement.id for statement in entry.model.served}
        for i, statement in enumerate(entry.model.statements):
            if statement.id in served and not (statement.stances or statement.about):
                what = f"{statement.id}: it has no stance, and is `about` no issue"
                yield OpenWork.at(WorkKind.NO_STANCE, entry, ("statements", i), what)
