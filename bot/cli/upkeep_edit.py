"""What the commands share that change entries: their options, the words, and the writing."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

import click

from bot.block_kit.safe_text import one_line
from knowledge.corpus import ENTRIES, entries_in, texts_of
from knowledge.upkeep import UpkeepDesk

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from knowledge.corpus import Corpus
    from knowledge.upkeep import CorpusEdit

DRY_RUN: Final = click.option("--dry-run", is_flag=True, help="Say what would change, no more.")


def open_desk(corpus: Path | None, articles: Path | None) -> UpkeepDesk:
    """Return the desk of the corpus that is named."""
    today = date.today()  # noqa: DTZ011 (the curator's own day)
    return UpkeepDesk(entries_in(corpus or ENTRIES), texts_of(corpus, articles), today)


def make_edit(desk: UpkeepDesk, decide: Callable[[Corpus], CorpusEdit], *, dry_run: bool) -> None:
    """Make an edit that passes all checks, and say what it does."""
    for line in desk.make(decide, dry_run=dry_run):
        click.echo(one_line(line))
    if dry_run:
        click.echo("Nothing is written: --dry-run.")
