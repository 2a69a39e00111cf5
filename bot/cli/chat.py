"""`stancebook chat`: a prompt with history and completion, and the same replies as in Slack.

The history is kept in memory only: no file holds the questions.
"""

from __future__ import annotations

import sys
from contextlib import closing
from datetime import date
from typing import TYPE_CHECKING

import click
from prompt_toolkit import PromptSession
from prompt_toolkit.completion import WordCompleter
from prompt_toolkit.history import InMemoryHistory
from rich.console import Console

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

    from knowledge.kb import KnowledgeBase

_YEAR = 4  # digits; a shorter number picks a choice
_LEAVE = {"quit", "exit", "/quit", "/exit"}
_WELCOME = (
    "Stancebook: who stands where on what, in which exact words, per which source.\n"
    "Try one of these:\n{}\n(Ctrl-D leaves)"
)


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
    for typed in _read_lines(kb):
        question = _pick_question(typed, offered)
        if question is None:
            console.print("There is nothing to pick here. Ask a question.")
            continue
        message = ask(kb, question, date.today()).message  # noqa: DTZ011 (the reader's own day)
        show(console, message)
        offered = choices(message)
        console.print()


def _list_examples(kb: KnowledgeBase) -> list[str]:
    """Return what to try first: a stance, a person, the list of issues, and help."""
    commands = [registry()[name] for name in ("stance", "who")]
    return [*(e for c in commands for e in example_questions(kb, c)[:1]), "/issues", "help"]


def _pick_question(typed: str, offered: list[tuple[str, str]]) -> str | None:
    """Return the question that a number, "all", "more" or "back" picks, or the one typed."""
    if typed.isdecimal() and len(typed) < _YEAR:
        return offered[int(typed) - 1][1] if 0 < int(typed) <= len(offered) else None
    if typed.lower() == BACK.lower():
        return dict(offered).get(BACK)
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
