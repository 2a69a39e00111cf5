"""`stancebook evaluate`: how far to trust what `stancebook add` proposes."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from bot.cli.options import ARTICLES, CORPUS, FOLDER
from knowledge.corpus import ENTRIES, entries_in, load_corpus, texts_of
from knowledge.intake.read import count_annotated, evaluate

if TYPE_CHECKING:
    from pathlib import Path


@click.command("evaluate")
@CORPUS
@ARTICLES
@click.option("--nothing", is_flag=True, help="Propose without the names that the corpus knows.")
@click.option("--no-parser", is_flag=True, help="Propose without the extra `parser`.")
@click.option(
    "--annotated",
    type=FOLDER,
    help="A folder of annotated texts to measure on, instead of the corpus.",
)
def command(
    corpus: Path | None,
    articles: Path | None,
    annotated: Path | None,
    *,
    nothing: bool,
    no_parser: bool,
) -> None:
    """Measure how much of the curators' work `add` finds.

    It prints precision and recall. Exit code: 1 if fewer than 95% of the curated quotes are found,
    or if fewer than 90% of the quotes found have the curated speaker.

    It uses the extra `parser` where that is installed, as `add` does, and says so.

    With --annotated it measures direct quotations, speech under labels and their speakers on texts
    that are annotated by hand; the desk handbook describes their format.
    """
    found = load_corpus(entries_in(corpus or ENTRIES))
    if annotated:
        count = count_annotated(annotated, found, nothing=nothing, parser=not no_parser)
        click.echo("\n".join([*count.differences, *count.figures]))
        sys.exit(0 if count.texts else 1)
    done = evaluate(found, texts_of(corpus, articles), nothing=nothing, parser=not no_parser)
    click.echo("\n".join([*done.differences, *done.figures]))
    sys.exit(0 if done.trusted else 1)
