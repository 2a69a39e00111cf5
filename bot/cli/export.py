"""`stancebook export`: the statements on record as CSV, JSON lines, ClaimReview or annotations."""

from __future__ import annotations

import io
import json
import sys
from contextlib import closing
from datetime import date
from typing import TYPE_CHECKING, Any, Final

import click

from bot.answers.answer import Outcome
from bot.answers.reply_data import statement_data
from bot.block_kit.safe_text import safe
from bot.cli.ask import ask
from bot.cli.exports.claim_reviews import claim_reviews
from bot.cli.exports.csv_rows import write_csv
from bot.cli.exports.exported import export_all, export_answer
from bot.cli.exports.web_annotations import web_annotations
from bot.cli.opened_kb import open_kb_with_notice
from bot.cli.options import ARTICLES, CORPUS

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from bot.cli.exports.exported import Exported
    from knowledge.kb import KnowledgeBase


def _csv(exported: Exported) -> str:
    file = io.StringIO(newline="")
    write_csv(exported, file)
    return file.getvalue()


def _jsonl(exported: Exported) -> str:
    return "".join(f"{_json(statement_data(s))}\n" for s in exported.statements)


def _json(value: Any) -> str:  # noqa: ANN401 (any JSON)
    return json.dumps(value, ensure_ascii=False)


def _document(value: dict[str, Any]) -> str:
    return f"{json.dumps(value, ensure_ascii=False, indent=2)}\n"


FORMATS: Final[Mapping[str, Callable[[Exported], str]]] = {
    "csv": _csv,
    "jsonl": _jsonl,
    "claimreview": lambda exported: _document(claim_reviews(exported)),
    "annotation": lambda exported: _document(web_annotations(exported)),
}


@click.command("export")
@click.option(
    "--format",
    "form",
    type=click.Choice(list(FORMATS)),
    default="csv",
    show_default=True,
    help="CSV, a JSON object a line, schema.org's ClaimReview, or W3C Web Annotations.",
)
@CORPUS
@ARTICLES
@click.argument("words", nargs=-1)
def command(words: tuple[str, ...], form: str, corpus: Path | None, articles: Path | None) -> None:
    """Print the statements on record, or those that answer one question.

    The question is one that `stancebook ask` answers, such as "japan end-of-war". Without one,
    every statement is printed. An article whose publisher allows only a link gives ids, dates
    and values, and no words.

    Exit code: 0 if something is on record, 1 if the question has no answer, 2 if the command was
    used wrongly.
    """
    with closing(open_kb_with_notice(corpus, articles)) as kb:
        exported = _export(kb, " ".join(words))
        if exported is None:
            sys.exit(1)
        click.echo(FORMATS[form](exported).encode(), nl=False)  # lines end as the format says


def _export(kb: KnowledgeBase, question: str) -> Exported | None:
    """Return what is exported; say on standard error why nothing is, or what was not read."""
    if not question:
        return export_all(kb)
    answer, message = ask(kb, question, date.today())  # noqa: DTZ011 (the reader's own day)
    if answer.outcome is not Outcome.ANSWER or not answer.statements:
        click.echo(safe(message.text), err=True)
        return None
    if answer.not_understood:
        click.echo(safe(f"Not read: {', '.join(answer.not_understood)}."), err=True)
    return export_answer(kb, answer)
