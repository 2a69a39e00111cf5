"""`stancebook ask`: the same reply as in Slack, as text or as JSON."""

from __future__ import annotations

import json
import re
import sys
from contextlib import closing
from datetime import date
from typing import TYPE_CHECKING, Final

import click

from bot.answers.answer import Outcome
from bot.answers.reply import Reply, reply_to
from bot.answers.reply_data import as_data
from bot.block_kit.safe_text import safe
from bot.cli.opened_kb import open_kb_with_notice
from bot.cli.options import ARTICLES, CORPUS
from bot.commands import called
from bot.commands.plain_words import choose, without_mention

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from bot.answers.last_question import LastQuestion
    from knowledge.kb import KnowledgeBase

ANSWERED: Final = frozenset({Outcome.ANSWER, Outcome.HELP})


_COMMAND: Final = re.compile(r"\A/[\w-]+(?=[\n\t])")


@click.command("ask")
@click.option("--json", "prints_json", is_flag=True, help="Print one JSON object per question.")
@CORPUS
@ARTICLES
@click.argument("words", nargs=-1)
def command(
    words: tuple[str, ...], corpus: Path | None, articles: Path | None, *, prints_json: bool
) -> None:
    """Answer one question, or one a line from standard input.

    Exit code: 0 if every question got an answer or help, 1 if one got a choice, no answer or
    an unknown command's name, 2 if the command was used wrongly.
    """
    if not words and sys.stdin.isatty():
        msg = (
            "Give a question: stancebook ask /stance HOLDER ISSUE. /issues lists what you can ask."
        )
        raise click.UsageError(msg)
    typed = " ".join(words).encode(errors="surrogateescape").decode(errors="replace")
    questions = [typed] if words else (line.rstrip("\r\n") for line in sys.stdin)
    with closing(open_kb_with_notice(corpus, articles)) as kb:
        all_answered = _answer_all(questions, kb, prints_json=prints_json)
    sys.exit(0 if all_answered else 1)


def _answer_all(questions: Iterable[str], kb: KnowledgeBase, *, prints_json: bool) -> bool:
    """Print the reply to each question; return whether all were answered."""
    today, all_answered = date.today(), True  # noqa: DTZ011 (the reader's own day)
    for question in questions:
        replied, unknown = ask(kb, question, today), _find_unknown_command(question)
        if prints_json:
            click.echo(as_json(replied))
        else:
            if unknown:
                click.echo(safe(f"There is no command {unknown}."))
            print_reply(replied)
        all_answered &= not unknown and replied.answer.outcome in ANSWERED
    return all_answered


def _find_unknown_command(question: str) -> str | None:
    """Return the command that a question begins with, if there is none of that name."""
    first = next(iter(without_mention(question).split(maxsplit=1)), "")
    return first if first.startswith("/") and not called(first) else None


def print_reply(replied: Reply) -> None:
    """Print a reply: as it looks in Slack on a terminal, as plain text elsewhere."""
    if not sys.stdout.isatty():
        click.echo(safe(replied.message.text))
        return
    from rich.console import Console  # a script must not wait for it

    from bot.layout.terminal import show

    show(Console(highlight=False), replied.message)


def ask(kb: KnowledgeBase, typed: str, today: date, last: LastQuestion | None = None) -> Reply:
    """Answer a question as typed: with a command in front, or in plain words.

    What it leaves out is taken from the last question, where there is one.
    """
    text = _COMMAND.sub(r"\g<0> ", typed, count=1)  # words that begin on the next line
    replied = reply_to(kb, choose(kb, text, today, last=last), today)
    return replied._replace(answer=replied.answer.model_copy(update={"question": typed}))


def as_json(replied: Reply) -> str:
    """Return a reply as one line of JSON."""
    return json.dumps(as_data(replied), ensure_ascii=False)
