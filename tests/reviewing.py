"""A review in the terminal, typed key by key, and the statements that come of it."""

from __future__ import annotations

import io

from prompt_toolkit.input import create_pipe_input
from prompt_toolkit.output import DummyOutput
from rich.console import Console

from bot.cli.review.curator_terminal import CuratorTerminal
from bot.cli.review.terminal_review import review_article
from knowledge.intake.read.head import Head
from tests import gazette

ARTICLE = gazette.ARTICLE.encode()


def review_typing(library, keys, article=ARTICLE, **options):
    """Type keys at a review and return what it showed; Ctrl-D leaves where more is asked."""
    with create_pipe_input() as typed:
        typed.send_text(f"{keys}\x04")
        shown = io.StringIO()
        terminal = CuratorTerminal(Console(file=shown, width=200), typed, DummyOutput())
        review_article(library(), article, Head(), terminal=terminal, **options)
    return shown.getvalue()


def list_statements(library):
    articles = library().corpus.articles.values()
    return [s for a in articles if "2025-07" in a.model.id for s in a.model.statements]


def list_texts(library):
    return [[q.exact for q in s.quotes] for s in list_statements(library)]
