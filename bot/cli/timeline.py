"""`stancebook timeline`: what is on record in order of time, as text or as a picture."""

from __future__ import annotations

import sys
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bot.answers.answer import Outcome
from bot.answers.reply import reply
from bot.block_kit.safe_text import safe
from bot.cli.ask import print_reply
from bot.cli.opened_kb import open_kb_with_notice
from bot.cli.options import ARTICLES, CORPUS
from bot.commands import registry
from bot.pictures.alt_text import describe_whole
from bot.pictures.drawing import PictureForm, draw
from bot.pictures.timeline_chart import make_chart
from bot.pictures.value_marks import Theme

if TYPE_CHECKING:
    from bot.answers.answer import Answer

_FILE = click.Path(dir_okay=False, path_type=Path)
_THEME = click.Choice([theme.value for theme in Theme])


@click.command("timeline")
@CORPUS
@ARTICLES
@click.option("--png", type=_FILE, help="Draw it as a picture into this file.")
@click.option("--svg", type=_FILE, help="Draw it as a drawing that can be scaled and edited.")
@click.option("--theme", type=_THEME, default=Theme.LIGHT.value, help="The ground it is seen on.")
@click.argument("words", nargs=-1, required=True)
def command(  # noqa: PLR0913, PLR0917 (an option each)
    words: tuple[str, ...],
    corpus: Path | None,
    articles: Path | None,
    png: Path | None,
    svg: Path | None,
    theme: str,
) -> None:
    """Show what is on record in order of time, or draw it.

    WORDS are what follows /timeline: japan talks from 2018 to 2024. With a picture, the same in
    words is printed, to go beside it. A picture needs the extra `pictures`.

    Exit code: 0 if there is a timeline, 1 if there is a choice or no answer, 2 if the command was
    used wrongly.
    """
    with closing(open_kb_with_notice(corpus, articles)) as kb:
        replied = reply(kb, registry()["timeline"], " ".join(words), _today())
    if replied.answer.outcome is not Outcome.ANSWER or not (png or svg):
        print_reply(replied)
        sys.exit(0 if replied.answer.outcome is Outcome.ANSWER else 1)
    for file, form in ((png, PictureForm.PNG), (svg, PictureForm.SVG)):
        if file:
            _write(file, form, replied.answer, Theme(theme))
    click.echo(safe(describe_whole(replied.answer)))


def _write(file: Path, form: PictureForm, answer: Answer, theme: Theme) -> None:
    file.write_bytes(draw(make_chart(answer, theme), form))


def _today() -> date:
    return date.today()  # noqa: DTZ011 (the reader's own day)
