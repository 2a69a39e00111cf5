"""`stancebook check`: what is wrong with the entries, for a desk, a pull request or a script."""

from __future__ import annotations

import json
import os
import re
import sys
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click
from rich.console import Console
from rich.text import Text

from bot.block_kit.safe_text import one_line, safe
from bot.cli.options import ARTICLES, CORPUS
from bot.cli.words_left import tell_words_left
from knowledge.check_corpus import run_check
from knowledge.corpus import ENTRIES, MOST_TOLD, entries_in, tell_more, texts_of
from knowledge.kb import note_proofs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from knowledge.check_corpus import CheckReport
    from knowledge.corpus import Problem

_MARKED: Final = re.compile(r"(?P<ours>\[-.*?-\])|(?P<printed>\{\+.*?\+\})")
_STYLES: Final = {"ours": "red strike", "printed": "green"}


@click.command("check")
@CORPUS
@ARTICLES
@click.option("--prove", is_flag=True, help="Also fail if the text of a quote is not at hand.")
@click.option("--fix", is_flag=True, help="Write offsets, word counts, form and format.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "github", "json"]),
    default="text",
    help="Lines to read, GitHub annotations, or one JSON object.",
)
def command(
    corpus: Path | None, articles: Path | None, form: str, *, prove: bool, fix: bool
) -> None:
    """Check the entries, and prove their quotes.

    A quote is proved against the text of its article, if the folder of texts has it. Exit code: 1
    if there is a problem.
    """
    today = date.today()  # noqa: DTZ011 (the curator's own day)
    entries = entries_in(corpus or ENTRIES)
    report = run_check(entries, texts_of(corpus, articles), fix=fix, today=today)
    note_proofs(report.proof.proved_keys, today)
    print_report(report, entries, form)
    for note in _find_unproved(report, articles, prove=prove):
        click.echo(safe(note), err=True)
    sys.exit(1 if report.problems or (prove and report.unproved) else 0)


def _find_unproved(report: CheckReport, articles: Path | None, *, prove: bool) -> Iterator[str]:
    """Yield why quotes are not proved, and whether that fails the check."""
    if articles and not articles.is_dir():
        yield f"There is no folder {articles}, so no quote was proved."
    if prove and report.unproved:
        what = "1 quote is" if report.unproved == 1 else f"{report.unproved} quotes are"
        yield f"{what} not proved, and --prove asks for all of them."


def print_report(report: CheckReport, folder: Path, form: str) -> None:
    """Print what was written, the problems and warnings file by file, then the counts."""
    if form == "json":
        print(as_json(report))  # noqa: T201 (the output)
        return
    console = Console(highlight=False, soft_wrap=True)
    for written in report.written:
        console.out(safe(f"{_shorten_path(folder / written.file)}: rewritten: {written.what}"))
    for problem, mark in _sort_by_line(report):
        if form == "github":
            console.out(format_annotation(problem, folder, mark))
        else:
            console.print(format_line(problem, folder, mark))
    for found, noun in (
        (report.problems, "problem"),
        (report.draft_problems, "problem of drafts"),
        (report.warnings, "warning"),
    ):
        if more := tell_more(len(found), noun):
            console.out(more)
    if form == "text":
        for line in _list_words_left(report):
            console.out(safe(line))
    console.out(safe(report.summary))


def _list_words_left(report: CheckReport) -> Iterator[str]:
    """Yield how much of each article may still be quoted, those with the least first."""
    left = sorted(report.proof.words_left.items(), key=lambda item: (item[1], item[0]))
    yield from (f"{article}: {tell_words_left(words)}" for article, words in left[:MOST_TOLD])
    if more := tell_more(len(left), "article"):
        yield more


def _sort_by_line(report: CheckReport) -> list[tuple[Problem, str]]:
    """Return what is told, each with the mark of what fails no check."""
    marked = {"": report.problems, "draft": report.draft_problems, "warning": report.warnings}
    return sorted((p, mark) for mark, found in marked.items() for p in found[:MOST_TOLD])


def format_line(problem: Problem, folder: Path, mark: str = "") -> Text:
    """Return a problem as one line; a terminal shows its colors, a pipe the words alone.

    The file is named as it is seen from here, so that a terminal can open it.
    """
    text = Text()
    place = f"{_shorten_path(folder / problem.file)}{problem.line_suffix}:"
    text.append(safe(place), "bold")
    if mark:
        text.append(f" {mark}:", "yellow")
    text.append(f" {one_line(problem.what)}", "" if mark else "red")
    if problem.what_to_do:
        text.append(f" {one_line(problem.what_to_do)}", "cyan")
    if nearest := problem.differences or problem.nearest:
        text.append(f" {problem.label}: ").append_text(color_differences(one_line(nearest)))
    return text


def color_differences(words: str) -> Text:
    """Color the words that differ, and keep their marks for readers who see no color."""
    text = Text(words)
    for found in _MARKED.finditer(words):
        text.stylize(_STYLES[str(found.lastgroup)], *found.span())
    return text


def format_annotation(problem: Problem, folder: Path, mark: str = "") -> str:
    """Return GitHub's workflow command that puts a problem on its line of a pull request."""
    level = "warning" if mark else "error"
    file = _escape(_shorten_path(folder / problem.file), ":,")
    message = str(problem).partition(f"{problem.file}{problem.line_suffix}: ")[2]
    line = f",line={problem.line}" if problem.line else ""
    return f"::{level} file={file}{line}::{_escape(safe(message))}"


def _shorten_path(file: Path) -> str:
    """Return the path relative to the current folder, as a pull request does too.

    Links are followed on the way to the file only: where it is one, its own name is told.
    """
    here, there = Path.cwd().resolve(), Path(os.path.realpath(file.parent)) / file.name
    return (there.relative_to(here) if there.is_relative_to(here) else there).as_posix()


def _escape(words: str, also: str = "") -> str:
    for letter in f"%\r\n{also}":
        words = words.replace(letter, f"%{ord(letter):02X}")
    return words


def as_json(report: CheckReport) -> str:
    """Return a report as one JSON object."""
    proof = report.proof
    data = {
        "written": [written._asdict() for written in report.written],
        "problems": [_as_data(problem) for problem in report.problems[:MOST_TOLD]],
        "draft_problems": [_as_data(problem) for problem in report.draft_problems[:MOST_TOLD]],
        "warnings": [_as_data(problem) for problem in report.warnings[:MOST_TOLD]],
        "counts": {
            "entries": report.entries,
            "unread": report.unread,
            "problems": len(report.problems),
            "draft_problems": len(report.draft_problems),
            "warnings": len(report.warnings),
            "proved": proof.proved,
            "refused": proof.refused,
            "unproved": proof.unproved,
            "drafts": sum(report.drafts.values()),
        },
        "drafts": report.drafts,
        "articles_without_text": proof.articles_without_text,
        "words_left": {article: left._asdict() for article, left in proof.words_left.items()},
    }
    return json.dumps(data, ensure_ascii=False)


def _as_data(problem: Problem) -> dict[str, str | int]:
    data = asdict(problem)
    del data["label"]  # a word for readers
    return data
