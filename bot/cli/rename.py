"""`stancebook rename`: another id for an entry or a statement, in all places at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from bot.cli.options import ARTICLES, CORPUS
from bot.cli.upkeep_edit import DRY_RUN, make_edit, open_desk
from knowledge.upkeep import rename

if TYPE_CHECKING:
    from pathlib import Path


@click.command("rename")
@click.argument("old")
@click.argument("new")
@CORPUS
@ARTICLES
@DRY_RUN
def command(
    old: str, new: str, corpus: Path | None, articles: Path | None, *, dry_run: bool
) -> None:
    """Give an entry or a statement another id.

    Every entry that names OLD then names NEW, and OLD leads to it, so that buttons, citations and
    exports from before still work. Nothing is written that does not pass the check.
    """
    desk = open_desk(corpus, articles)
    make_edit(desk, lambda corpus: rename(corpus, old, new), dry_run=dry_run)
