"""`stancebook merge`: one entry of two that are of the same person, body, issue or occasion."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from bot.cli.options import ARTICLES, CORPUS
from bot.cli.upkeep_edit import DRY_RUN, make_edit, open_desk
from knowledge.upkeep import merge

if TYPE_CHECKING:
    from pathlib import Path

_TWO = 2  # entries


@click.command("merge")
@click.argument("entries", nargs=-1, required=True, metavar="A [into] B")
@CORPUS
@ARTICLES
@DRY_RUN
def command(
    entries: tuple[str, ...], corpus: Path | None, articles: Path | None, *, dry_run: bool
) -> None:
    """Make one entry of two people, bodies, issues or events.

    B keeps its id and its name, and gets the names, posts and fields of A that it lacks. Whatever
    names A then names B, and the id of A leads there. What is not kept is said.
    """
    named = [name for i, name in enumerate(entries) if (i, name) != (1, "into")]
    if len(named) != _TWO:
        msg = "Name two entries: the one that goes, and the one that stays."
        raise click.UsageError(msg)
    desk = open_desk(corpus, articles)
    make_edit(desk, lambda corpus: merge(corpus, *named), dry_run=dry_run)
