"""`stancebook add` and `stancebook evaluate`: articles into the corpus, and how far to trust it."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bot.cli.options import ARTICLES, CORPUS
from bot.cli.review.added_text import added_text
from knowledge.corpus.errors import IntakeError

if TYPE_CHECKING:
    from knowledge.intake.add.library import Library
    from knowledge.intake.read.head import Head


def _encoding(_: click.Context, __: click.Parameter, name: str | None) -> str | None:
    from knowledge.intake.read.decoding import known

    if name and not known(name):
        msg = f"{name!r} is no encoding: write cp1252, cp1251 or utf-16"
        raise click.BadParameter(msg)
    return name


@click.command()
@click.argument("source", type=click.Path(exists=True, allow_dash=True, path_type=Path))
@CORPUS
@ARTICLES
@click.option("--yes", is_flag=True, help="Write every proposal as a draft; the bot serves none.")
@click.option("--review", is_flag=True, help="Review the drafts of an article on record.")
@click.option("--title", help="The headline, where the text's own is not found.")
@click.option("--publisher", help="The paper or site.")
@click.option("--agency", help="The news agency.")
@click.option("--byline", help="The author.")
@click.option("--url", help="The address.")
@click.option("--published", help="The day of publication: 2024-02-16, or Feb. 16, 2024.")
@click.option("--encoding", callback=_encoding, help="How the file is written, such as cp1251.")
def add(
    source: Path,
    corpus: Path | None,
    articles: Path | None,
    *,
    yes: bool,
    review: bool,
    **given: str | None,
) -> None:
    """Add an article: a file of plain text or HTML, a folder of them, or - for standard input.

    The text goes to the folder that STANCEBOOK_ARTICLES names, its entry to the corpus. In a
    terminal every quotation is reviewed; with --yes all are kept as drafts.
    """
    from knowledge.corpus.folder import ENTRIES, entries_in, texts_of
    from knowledge.intake.add.library import Library

    library = Library.open(entries_in(corpus or ENTRIES), texts_of(corpus, articles))
    head = _head(given)
    try:
        if source.is_dir():
            _add_folder(library, source, head)
        else:
            _add_one(library, source, head, asking=not yes and sys.stdin.isatty(), again=review)
    except IntakeError as error:
        msg = f"{source}: {error}"
        raise IntakeError(msg) from None


def _add_one(library: Library, source: Path, head: Head, *, asking: bool, again: bool) -> None:
    content = sys.stdin.buffer.read() if str(source) == "-" else source.read_bytes()
    if asking:
        _review(library, content, head, again=again)
    else:
        _add_drafts(library, content, head)


def _head(given: dict[str, str | None]) -> Head:
    from knowledge.intake.read.head import Head
    from knowledge.text.head_dates import printed_date, unsure

    printed = given.pop("published")
    published = printed_date(printed) if printed else None
    if printed and published is None:
        two = unsure(printed)
        msg = f"{two or f'{printed!r} is no day'}: write 2024-02-16"
        raise click.BadParameter(msg, param_hint="--published")
    return Head(published=published, **given)


def _add_drafts(library: Library, content: bytes, head: Head) -> None:
    from knowledge.intake.add.library import add as add_text

    for line in added_text(add_text(library, content, head)):
        click.echo(line)


def _review(library: Library, content: bytes, head: Head, *, again: bool) -> None:
    """Review in the terminal; how the text was taken is told before the first question."""
    from bot.cli.review.sitting import curate
    from knowledge.intake.add.incoming import incoming

    for note in incoming(content, head).notes:
        click.echo(note)
    curate(library, content, head, review=again)


def _add_folder(library: Library, folder: Path, head: Head) -> None:
    """Add a folder with a progress bar; Ctrl-C keeps what is done, and the next run goes on."""
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TimeRemainingColumn

    from knowledge.intake.add.bulk import BulkReport, add_folder, texts

    report, total = BulkReport(), len(texts(folder))
    columns = "{task.description}", BarColumn(), MofNCompleteColumn(), TimeRemainingColumn()
    with Progress(*columns, disable=not sys.stderr.isatty()) as progress:
        task = progress.add_task("Adding", total=total)
        try:
            for _ in add_folder(library, folder, head, report):
                progress.update(task, completed=report.done_before + report.seen)
        except KeyboardInterrupt:
            click.echo("stopped: what is done is kept; run the same again to go on", err=True)
    for line in report.failed:
        click.echo(f"not added: {line}", err=True)
    for note, count in report.notes.items():
        click.echo(f"{count} of them: {note}")
    click.echo(report.summary)
    sys.exit(1 if report.failed else 0)


@click.command()
@CORPUS
@ARTICLES
@click.option("--nothing", is_flag=True, help="Without any name that the corpus knows.")
def evaluate(corpus: Path | None, articles: Path | None, *, nothing: bool) -> None:
    """Hold what `stancebook add` proposes against what curators decided: precision and recall.

    Exit code 1 where under 95 % of the curated quotes are found, or under 90 % of those
    have the curated speaker.
    """
    from knowledge.corpus import corpus_reader as entries
    from knowledge.corpus.folder import ENTRIES, entries_in, texts_of
    from knowledge.intake.read.evaluation import evaluate as hold

    found = entries.load(entries_in(corpus or ENTRIES))
    done = hold(found, texts_of(corpus, articles), nothing=nothing)
    click.echo("\n".join([*done.differences, *done.figures]))
    sys.exit(0 if done.trusted else 1)
