"""`stancebook evaluate`: how far to trust what `stancebook add` proposes."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from bot.cli.options import ARTICLES, CORPUS
from knowledge.corpus import ENTRIES, entries_in, load_corpus, texts_of
from knowledge.intake.read import evaluate

if TYPE_CHECKING:
    from pathlib import Path


@click.command("evaluate")
@CORPUS
@ARTICLES
@click.option("--nothing", is_flag=True, help="Propose without the names that the corpus knows.")
def command(corpus: Path | None, articles: Path | None, *, nothing: bool) -> None:
    """Measure how much of the curators' work `add` finds.

    It prints precision and recall. Exit code: 1 if fewer than 95% of the curated quotes are found,
    or if fewer than 90% of the quotes found have the curated speaker.
    """
    found = load_corpus(entries_in(corpus or ENTRIES))
    done = evaluate(found, texts_of(corpus, articles), nothing=nothing)
    click.echo("\n".join([*done.differences, *done.figures]))
    sys.exit(0 if done.trusted else 1)
