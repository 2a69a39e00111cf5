"""`stancebook retire`: a statement that is withdrawn, with the reason for whoever cites it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import click

from bot.cli.options import ARTICLES, CORPUS
from bot.cli.upkeep_edit import DRY_RUN, make_edit, open_desk
from knowledge.upkeep import retire

if TYPE_CHECKING:
    from pathlib import Path


@click.command("retire")
@click.argument("statement")
@click.option("--why", required=True, help="The reason, in a sentence that readers may see.")
@CORPUS
@ARTICLES
@DRY_RUN
def command(
    statement: str, why: str, corpus: Path | None, articles: Path | None, *, dry_run: bool
) -> None:
    """Withdraw a statement, and say why.

    No answer shows it any more. Its article keeps it as it was; whoever cites STATEMENT is told
    the day and the reason, and `add` does not propose it again.
    """
    desk = open_desk(corpus, articles)
    today = date.today()  # noqa: DTZ011 (the curator's own day)
    make_edit(desk, lambda corpus: retire(corpus, statement, why, today), dry_run=dry_run)
