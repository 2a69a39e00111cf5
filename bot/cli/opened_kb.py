"""The knowledge base that `ask` and `chat` answer from: that of the entries as they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from bot.cli.unserved_notice import make_notice
from knowledge.corpus import texts_of
from knowledge.kb import open_kb

if TYPE_CHECKING:
    from pathlib import Path

    from knowledge.kb import KnowledgeBase


def open_kb_with_notice(corpus: Path | None, articles: Path | None) -> KnowledgeBase:
    """Open the kb, and say on standard error which of its entries no bot would serve."""
    texts = texts_of(corpus, articles)
    kb = open_kb(corpus, texts)
    if notice := make_notice(corpus, texts):
        click.echo(notice, err=True)
    return kb
