"""What the commands share that change entries: their options, the words, and the writing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import click

from bot.block_kit.message import one_line
from knowledge.corpus import ENTRIES, entries_in, texts_of
from knowledge.upkeep import UpkeepDesk

if TYPE_CHECKING:
    from pathlib import Path

    from knowledge.upkeep import CorpusEdit

DRY_RUN: Final = click.option("--dry-run", is_flag=True, help="Say what would change, no more.")


def open_desk(corpus: Path | None, articles: Path | None) -> UpkeepDesk:
    """Read the corpus that is named; raise CorpusError where it cannot be read."""
    return UpkeepDesk.open(entries_in(corpus or ENTRIES), texts_of(corpus, articles))


def make_edit(desk: UpkeepDesk, edit: CorpusEdit, *, dry_run: bool) -> None:
    """Hold an edit against all checks, say what it does, and write it."""
    prepared = desk.prepare(edit)
    for line in prepared.told:
        click.echo(one_line(line))
    if dry_run:
        click.echo("Nothing is written: --dry-run.")
    else:
        desk.write(prepared)
