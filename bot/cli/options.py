"""The options that several subcommands take: the folders of entries and of texts."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from knowledge.corpus import from_home, is_in_marks

if TYPE_CHECKING:
    from os import PathLike


class _Folder(click.Path):
    """A folder that may begin with ~, which no shell expands in a .env file.

    Quotation marks that no shell took away are named: no folder would be found between them, and a
    folder of texts that is missing is no error.
    """

    def convert(
        self,
        value: str | PathLike[str],
        param: click.Parameter | None,
        ctx: click.Context | None,
    ) -> Path:
        if is_in_marks(str(value)):
            where = f", perhaps in {param.envvar}" if param and param.envvar else ""
            why = f"`{value}` is between quotation marks. Leave them out{where}."
            self.fail(why, param, ctx)
        return Path(str(super().convert(from_home(value), param, ctx)))


FOLDER = _Folder(file_okay=False, path_type=Path)
CORPUS = click.option(
    "--corpus",
    type=FOLDER,
    envvar="STANCEBOOK_CORPUS",
    help="The folder of entries, or one with entries/ in it; the built-in corpus by default.",
)
ARTICLES = click.option(
    "--articles",
    type=FOLDER,
    envvar="STANCEBOOK_ARTICLES",
    help="The folder of texts; by default articles/ in the corpus, or else in this folder.",
)
