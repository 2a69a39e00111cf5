"""What `stancebook check` and `stancebook diff` print: for a desk, a pull request, a script."""

from __future__ import annotations

import json
import re
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import Console
from rich.text import Text

from bot.layout.message import safe

if TYPE_CHECKING:
    from collections.abc import Iterator

    from knowledge.check_corpus.corpus_check import CheckReport
    from knowledge.corpus.errors import Problem

_MARKED = re.compile(r"(?P<ours>\[-.*?-\])|(?P<printed>\{\+.*?\+\})")
_STYLES = {"ours": "red strike", "printed": "green"}


def show(report: CheckReport, folder: Path, form: str) -> None:
    """Print a report: what was written, problems and warnings file by file, then the counts."""
    if form == "json":
        print(as_json(report))  # noqa: T201 (the output)
        return
    console = Console(highlight=False, soft_wrap=True)
    for written in report.written:
        console.out(safe(f"{_from_here(folder / written.file)}: written anew: {written.what}"))
    for problem, warning in _told(report):
        if form == "github":
            console.out(annotation(problem, folder, warning=warning))
        else:
            console.print(line(problem, folder, warning=warning))
    console.out(safe(report.summary))


def _told(report: CheckReport) -> list[tuple[Problem, bool]]:
    return sorted([(p, False) for p in report.problems] + [(w, True) for w in report.warnings])


def line(problem: Problem, folder: Path, *, warning: bool = False) -> Text:
    """Return a problem as one line; a terminal shows its colours, a pipe the words alone.

    The file is named as it is seen from here, so that a terminal can open it.
    """
    text = Text()
    text.append(safe(f"{_from_here(folder / problem.file)}:{problem.line}:"), "bold")
    if warning:
        text.append(" warning:", "yellow")
    text.append(f" {_flat(problem.what)}", "" if warning else "red")
    if nearest := problem.differences or problem.nearest:
        text.append(": nearest: ").append_text(marked(_flat(nearest)))
    if problem.what_to_do:
        text.append("; ").append(_flat(problem.what_to_do), "cyan")
    return text


def marked(words: str) -> Text:
    """Colour the words that differ, and keep their marks for those who see no colour."""
    text = Text(words)
    for found in _MARKED.finditer(words):
        text.stylize(_STYLES[str(found.lastgroup)], *found.span())
    return text


def _flat(words: str) -> str:
    return " ".join(safe(words).split())


def annotation(problem: Problem, folder: Path, *, warning: bool = False) -> str:
    """Return GitHub's workflow command that puts a problem on its line of a pull request."""
    level = "warning" if warning else "error"
    file = _escaped(_from_here(folder / problem.file), ":,")
    message = str(problem).partition(f"{problem.file}:{problem.line}: ")[2]
    return f"::{level} file={file},line={problem.line}::{_escaped(safe(message))}"


def _from_here(file: Path) -> str:
    """Return the path from the folder that the check runs in, which a pull request's is too."""
    here, there = Path.cwd().resolve(), file.resolve()
    return (there.relative_to(here) if there.is_relative_to(here) else there).as_posix()


def _escaped(words: str, also: str = "") -> str:
    for letter in f"%\r\n{also}":
        words = words.replace(letter, f"%{ord(letter):02X}")
    return words


def as_json(report: CheckReport) -> str:
    """Return a report as one JSON object."""
    proof = report.proof
    told = {
        "written": [written._asdict() for written in report.written],
        "problems": [asdict(problem) for problem in report.problems],
        "warnings": [asdict(problem) for problem in report.warnings],
        "counts": {
            "entries": report.entries,
            "unread": report.unread,
            "problems": len(report.problems),
            "warnings": len(report.warnings),
            "proved": proof.proved,
            "refused": proof.refused,
            "unproved": proof.unproved,
        },
        "articles_without_text": proof.articles_without_text,
    }
    return json.dumps(told, ensure_ascii=False)


def show_changes(changes: Iterator[str]) -> None:
    """Print what a change of the entries does to the answers, a line each."""
    console = Console(highlight=False, soft_wrap=True)
    for change in changes:
        console.out(_flat(change))
