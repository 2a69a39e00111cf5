"""`stancebook add`: articles into the corpus, reviewed in a terminal or kept as drafts."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

import click
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TimeRemainingColumn

from bot.block_kit.safe_text import one_line
from bot.cli.options import ARTICLES, CORPUS
from bot.cli.proposed_posts_notice import tell_proposed_posts
from bot.cli.review.add_summary import NO_DRAFTS, summarize_added
from bot.cli.review.terminal_review import review_article
from knowledge.corpus import ENTRIES, IntakeError, entries_in, texts_of
from knowledge.intake.add import (
    LARGEST,
    WHOLE,
    BulkReport,
    Library,
    Shard,
    add_folder,
    add_text,
    list_texts,
    read_article,
    read_shard,
    read_source,
)
from knowledge.intake.read import Head, is_text_encoding
from knowledge.text import printed_date, unsure

_MOST_TOLD = 100  # lines
_AND_MORE = "{} more were left out; add FILE --review shows those of one file."
_ONE_FILE = "Only a folder has parts."
_NEEDS_TERMINAL = "Its drafts are reviewed in a terminal, without --yes."


def _check_encoding(_: click.Context, __: click.Parameter, name: str | None) -> str | None:
    if name and not is_text_encoding(name):
        msg = f'"{name}" is not an encoding of web pages. Try windows-1252, cp1251 or shift_jis.'
        raise click.BadParameter(msg)
    return name


def _read_shard(_: click.Context, __: click.Parameter, written: str | None) -> Shard | None:
    try:
        return read_shard(written) if written else None
    except ValueError as error:
        raise click.BadParameter(str(error)) from None


@click.command("add")
@click.argument("source", type=click.Path(exists=True, allow_dash=True, path_type=Path))
@CORPUS
@ARTICLES
@click.option("--yes", is_flag=True, help="Keep every proposal as a draft, without a review.")
@click.option("--review", is_flag=True, help="Review the drafts of an article on record.")
@click.option("--title", help="The headline, if the text's own is not found.")
@click.option("--publisher", help="The paper or site.")
@click.option("--agency", help="The news agency.")
@click.option("--byline", help="The author.")
@click.option("--url", help="The address.")
@click.option("--published", help="The day of publication, such as 2024-02-16 or Feb. 16, 2024.")
@click.option(
    "--shard", callback=_read_shard, help="Of a folder, one part such as 3/16: the third of 16."
)
@click.option(
    "--encoding", callback=_check_encoding, help="The encoding of the file, such as cp1251."
)
def command(  # noqa: PLR0913 (an option each)
    source: Path,
    corpus: Path | None,
    articles: Path | None,
    *,
    yes: bool,
    review: bool,
    shard: Shard | None,
    **given: str | None,
) -> None:
    """Add an article, or a folder of articles, to the corpus.

    SOURCE is a file of plain text or HTML, a folder of them, or - for standard input. The text goes
    to the folder of texts, the entry to the corpus. In a terminal you review every quotation;
    with --yes, or from a script, all of them become drafts, which the bot does not serve.
    """
    today = date.today()  # noqa: DTZ011 (the curator's own day)
    library = Library.open(entries_in(corpus or ENTRIES), texts_of(corpus, articles), today)
    head = _read_head(given)
    try:
        if source.is_dir():
            _add_folder(library, source, head, shard or WHOLE)
        elif shard:
            raise click.BadParameter(_ONE_FILE, param_hint="--shard")
        else:
            _add_one(library, source, head, asking=not yes and sys.stdin.isatty(), again=review)
    except IntakeError as error:
        msg = str(error) if str(source) == "-" else f"{source}: {error}"
        raise IntakeError(msg) from None


def _read_head(given: dict[str, str | None]) -> Head:
    printed = given.pop("published")
    published = printed_date(printed) if printed else None
    if printed and published is None:
        two = unsure(printed)
        why = f"Two days are possible: {two}" if two else f'"{printed}" is not a day'
        msg = f"{why}. Write it as 2024-02-16."
        raise click.BadParameter(msg, param_hint="--published")
    return Head(published=published, **given)


def _add_one(library: Library, source: Path, head: Head, *, asking: bool, again: bool) -> None:
    content = _read_stdin() if str(source) == "-" else read_source(source)
    if asking:
        _review(library, content, head, again=again)
    else:
        _add_drafts(library, content, head, again=again)


def _read_stdin() -> bytes:
    content = sys.stdin.buffer.read(LARGEST + 1)
    if len(content) > LARGEST:
        msg = "Standard input is larger than 16 MiB. Pipe one article into it."
        raise IntakeError(msg)
    if not content.strip():
        msg = "Standard input is empty. Pipe the article's text into it."
        raise IntakeError(msg)
    return content


def _add_drafts(library: Library, content: bytes, head: Head, *, again: bool) -> None:
    added = add_text(library, content, head)
    for line in summarize_added(added):
        click.echo(line)
    if added.outcome != "same":
        _tell_posts(library, added.article)
    if again and added.outcome == "same":
        drafts = any(s.draft for s in library.read_entry(added.article).statements)
        click.echo(_NEEDS_TERMINAL if drafts else NO_DRAFTS)


def _tell_posts(library: Library, article: str) -> None:
    for line in tell_proposed_posts(library.entries, {article}):
        click.echo(line)


def _review(library: Library, content: bytes, head: Head, *, again: bool) -> None:
    """Print how the text was read, then review it in the terminal."""
    for note in read_article(content, head).notes:
        click.echo(note)
    review_article(library, content, head, review=again)
    if same := library.find_known_text(read_article(content, head).text):
        _tell_posts(library, same.article)


def _add_folder(library: Library, folder: Path, head: Head, shard: Shard) -> None:
    """Add a folder with a progress bar; Ctrl-C keeps what is done, and the next run goes on."""
    report, total = BulkReport(), len(list_texts(folder, shard))
    if not shard.is_whole:
        click.echo(f"Part {shard} has {total} of {len(list_texts(folder))} files.")
    columns = "{task.description}", BarColumn(), MofNCompleteColumn(), TimeRemainingColumn()
    with Progress(*columns, disable=not sys.stderr.isatty()) as progress:
        task = progress.add_task("Adding", total=total)
        try:
            for _ in add_folder(library, folder, head, report, shard=shard):
                progress.update(task, completed=report.done_before + report.seen)
        except KeyboardInterrupt:
            click.echo("Stopped. Run the same command again to go on.", err=True)
        except OSError:  # such as a full disk: what is done is done
            _print_report(report)
            raise
    _print_report(report)
    sys.exit(1 if report.failed else 0)


def _print_report(report: BulkReport) -> None:
    for line in report.failed:
        click.echo(f"Not added: {line}", err=True)
    for line in report.left_out[:_MOST_TOLD]:
        click.echo(f"Left out of {one_line(line)}")
    if len(report.left_out) > _MOST_TOLD:
        click.echo(_AND_MORE.format(len(report.left_out) - _MOST_TOLD))
    for note, count in report.notes.items():
        click.echo(f"{count} {'file' if count == 1 else 'files'}: {note}")
    click.echo(report.summary)
