"""`stancebook attest`: give people the posts that articles print beside their names."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from bot.block_kit.safe_text import one_line, safe
from bot.cli.options import ARTICLES, CORPUS
from bot.cli.upkeep_edit import DRY_RUN, open_desk
from knowledge.corpus import RefusedEditError, UpkeepError
from knowledge.upkeep import find_entry, give_post, list_proposed_posts

if TYPE_CHECKING:
    from pathlib import Path

    from knowledge.upkeep import ProposedPost, UpkeepDesk


@click.command("attest")
@click.argument("people", nargs=-1, metavar="[PERSON]...")
@CORPUS
@ARTICLES
@click.option("--yes", is_flag=True, help="Take every post that passes the check.")
@DRY_RUN
def command(
    people: tuple[str, ...],
    corpus: Path | None,
    articles: Path | None,
    *,
    yes: bool,
    dry_run: bool,
) -> None:
    """Give people the posts that articles print beside their names.

    Each is proposed with its title, its body and the printed words; in a terminal you decide, and
    from a script they are listed. A body is taken from the words alone. PERSON is an id; without
    one, all people are looked at.
    """
    desk = open_desk(corpus, articles)
    asked = {find_entry(desk.corpus, name).model.id for name in people}
    found = [p for p in list_proposed_posts(desk.corpus) if not people or p.person in asked]
    if not found:
        click.echo("No article prints a post with its organization that is not on record.")
    for post in found:
        click.echo(one_line(post.told))
        if dry_run or yes or (sys.stdin.isatty() and click.confirm("Take it?")):
            _take(desk, post, dry_run=dry_run)
    if found and dry_run:
        click.echo("Nothing is written: --dry-run.")


def _take(desk: UpkeepDesk, post: ProposedPost, *, dry_run: bool) -> None:
    """Write a post and say what that changes, or why it does not pass."""
    try:
        for line in desk.make(lambda corpus: give_post(corpus, post), dry_run=dry_run):
            if line != post.told:
                click.echo(f"  {one_line(line)}")
    except (UpkeepError, RefusedEditError) as error:
        click.echo(safe(str(error)), err=True)
