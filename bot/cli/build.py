"""`stancebook build`: the knowledge base, written from the entries."""

from __future__ import annotations

from pathlib import Path

import click

from bot.cli.options import CORPUS
from knowledge.corpus import ENTRIES, entries_in
from knowledge.kb import build, find_cached_kb, require_replaceable


@click.command("build")
@CORPUS
@click.option(
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    help="The file to write, new or a knowledge base; one in the cache by default.",
)
def command(corpus: Path | None, output: Path | None) -> None:
    """Build the knowledge base from the entries.

    Nothing is written if an entry cannot be read.
    """
    if output:
        require_replaceable(output)
    entries = entries_in(corpus or ENTRIES)
    target = output or find_cached_kb(entries)
    digest = build(entries, target)
    click.echo(f"{target}: built, digest {digest[:12]}")
