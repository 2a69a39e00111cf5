"""`stancebook chat`: a prompt with history and completion, and the same replies as in Slack.

The history is kept in memory only: no file holds the questions.
"""

from __future__ import annotations

import sys
from contextlib import closing
from datetime import date
from time import monotonic
from typing import TYPE_CHECKING

import click
from prompt_toolkit import PromptSession
from prompt_toolkit.completion import WordCompleter
from prompt_toolkit.history import InMemoryHistory
from rich.console import Console

from bot.answers.last_question import remember
from bot.answers.pages import BACK
from bot.answers.reply import example_questions
from bot.cli.ask import ask
from bot.cli.opened_kb import open_kb_with_notice
from bot.cli.options import ARTICLES, CORPUS
from bot.commands import registry
from bot.layout.terminal import choices, show
from knowledge.corpus import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bot.answers.last_question import LastQuestion
    from knowledge.kb import KnowledgeBase

_YEAR = 4  # digits; a shorter number picks a choice
_LEAVE = {"quit", "exit", "/quit", "/exit"}
_KEPT = 24 * 60 * 60  # seconds for which a question is gone on from
_WELCOME = (
    "Stancebook: who stands where on what, in which exact words, per which source.\n"
    "Try one of these:\n{}\n(Ctrl-D leaves)"
)


class _Conversation:
    """The last question, for a day."""

    def __init__(self) -> None:
        self._last: LastQuestion | None = None
        self._asked_at = 0.0

    @property
    def now(self) -> LastQuestion | None:
        return self._last if monotonic() - self._asked_at < _KEPT else None

    @now.setter
    def now(self, last: LastQuestion | None) -> None:
        self._last, self._asked_at = last, monotonic()


@click.command("chat")
@CORPUS
@ARTICLES
def command(corpus: Path | None, articles: Path | None) -> None:
    """Answer questions line by line in the terminal.

    It needs no token and no network.
    """
    with closing(open_kb_with_notice(corpus, articles)) as kb:
        chat(kb)


def chat(kb: KnowledgeBase) -> None:
    """Answer each line until the input ends."""
    console = Console(highlight=False, soft_wrap=False)
    examples = "\n".join(f"  {example}" for example in _list_examples(kb))
    console.print(_WELCOME.format(examples), markup=False)
    offered: list[tuple[str, str]] = []
    last = _Conversation()
    for typed in _read_lines(kb):
        question = _pick_question(typed, offered)
        if question is None:
            console.print("There is nothing to pick here. Ask a question.")
            continue
        replied = ask(kb, question, date.today(), last.now)  # noqa: DTZ011 (the reader's own day)
        show(console, replied.message)
        offered = choices(replied.message)
        last.now = remember(kb, replied.answer, last.now, replied.message.shows)
        console.print()


def _list_examples(kb: KnowledgeBase) -> list[str]:
    """Return what to try first: a stance, a person, the list of issues, and help."""
    commands = [registry()[name] for name in ("stance", "who")]
    return [*(e for c in commands for e in example_questions(kb, c)[:1]), "/issues", "help"]


def _pick_question(typed: str, offered: list[tuple[str, str]]) -> str | None:
    """Return the question that a number, a button's label, "all" or "more" picks, or the one typed.

    A label may stand in brackets, as it is shown.
    """
    if typed.isdecimal() and len(typed) < _YEAR:
        return offered[int(typed) - 1][1] if 0 < int(typed) <= len(offered) else None
    label = typed.removeprefix("[").removesuffix("]").casefold()
    labels = {shown.casefold(): question for shown, question in offered}
    if label in labels or label == BACK.casefold():
        return labels.get(label)
    if typed.lower() in {"all", "more"}:
        return next((q for label, q in offered if label.startswith(("All ", "More ("))), None)
    return typed


def _read_lines(kb: KnowledgeBase) -> Iterator[str]:
    for line in _prompt_for_lines(kb) if sys.stdin.isatty() else sys.stdin:
        typed = line.strip()
        if typed.lower() in _LEAVE:
            return
        if typed:
            yield typed


def _prompt_for_lines(kb: KnowledgeBase) -> Iterator[str]:
    session: PromptSession[str] = PromptSession(
        history=InMemoryHistory(), completer=_make_completer(kb), complete_while_typing=False
    )
    while True:
        try:
            yield session.prompt("› ")
        except KeyboardInterrupt:
            continue
        except EOFError:
            return


def _make_completer(kb: KnowledgeBase) -> WordCompleter:
    commands = [f"/{c.name}" for c in registry().values() if c.in_slack]
    people = [e.name for e in kb.entities.values() if e.kind is Kind.PERSON]
    others = [e.id for e in kb.entities.values() if e.classification == "state"]
    return WordCompleter([*commands, *others, *kb.issues, *people], ignore_case=True, WORD=True)
