"""`stancebook diff`: what the entries' changes since a git revision do to the answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click
from rich.console import Console

from bot.block_kit.safe_text import one_line
from bot.cli.options import CORPUS
from knowledge.check_corpus import since
from knowledge.corpus import ENTRIES, entries_in

if TYPE_CHECKING:
    from pathlib import Path


@click.command("diff")
@CORPUS
@click.argument("rev")
def command(corpus: Path | None, rev: str) -> None:
    """Print how the answers change since a git revision.

    REV is what git takes for a revision, such as HEAD or main.
    """
    console = Console(highlight=False, soft_wrap=True)
    for change in since(rev, entries_in(corpus or ENTRIES)):
        console.out(one_line(change))
