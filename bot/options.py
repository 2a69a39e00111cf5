"""Options that several subcommands share: the corpus, and the folder of whole texts."""

from __future__ import annotations

from pathlib import Path

import click

FOLDER = click.Path(file_okay=False, path_type=Path)

CORPUS = click.option(
    "--corpus",
    type=FOLDER,
    envvar="STANCEBOOK_CORPUS",
    help="A folder of entries, or a checkout with entries/ in it; the built-in one by default.",
)
ARTICLES = click.option(
    "--articles",
    type=FOLDER,
    envvar="STANCEBOOK_ARTICLES",
    default="articles",
    help="The folder of whole texts; articles/ by default.",
)
