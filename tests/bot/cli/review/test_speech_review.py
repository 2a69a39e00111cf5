"""The review of a transcript: speech under a label is accepted whole, or by its sentences."""

from __future__ import annotations

import io
import shutil

import pytest
from prompt_toolkit.input import create_pipe_input
from prompt_toolkit.output import DummyOutput
from rich.console import Console

from bot.cli.review.curator_terminal import CuratorTerminal
from bot.cli.review.terminal_review import review_article
from knowledge.intake.add.library import Library
from knowledge.intake.read.head import Head
from tests.harbor_hearing import HEARING, KEEPS
from tests.places import CORPUS

pytestmark = pytest.mark.slow  # sittings at a terminal


@pytest.fixture
def review(tmp_path):
    """Type keys at a review; return what it showed, and the quotes on record then."""
    shutil.copytree(CORPUS, tmp_path / "corpus")

    def typed_at(keys):
        library = Library.open(tmp_path / "corpus", tmp_path / "articles")
        with create_pipe_input() as typed:
            typed.send_text(f"{keys}\x04")
            shown = io.StringIO()
            terminal = CuratorTerminal(Console(file=shown, width=200), typed, DummyOutput())
            review_article(library, HEARING.encode(), Head(), terminal=terminal)
        corpus = Library.open(tmp_path / "corpus", tmp_path / "articles").corpus
        added = [a.model for i, a in corpus.articles.items() if "transcript" in i]
        return shown.getvalue(), [s for article in added for s in article.statements]

    return typed_at


def test_an_answer_is_accepted_with_its_label(review):
    shown, (statement,) = review("s\rs\ra\rHe keeps the ban.\rr\rw\r")
    assert "Orin Dask (orin-dask)" in shown
    (quote,) = statement.quotes
    assert (statement.speaker.id, statement.draft, quote.kind) == ("orin-dask", False, "labeled")
    assert quote.exact == f"No. {KEEPS} But in summer we can talk about it."
    assert quote.attribution == "MR DASK"


def test_whole_sentences_of_an_answer_are_chosen(review):
    _, (statement,) = review("s\rs\rw\r2-21\ra\rHe keeps the ban.\rr\rw\r")
    assert statement.quotes[0].exact == f"{KEEPS} But in summer we can talk about it."


def test_a_slice_without_what_turns_it_is_refused(review):
    shown, statements = review("s\rs\rw\r2-13\ra\rHe keeps the ban.\rs\rr\rw\r")
    assert "The next sentence turns these words" in shown
    assert [s for s in statements if not s.draft] == []


def test_a_post_is_pointed_at_in_the_line_that_names_the_speaker(review):
    shown, _ = review("s\rs\rc\ras\rharbor committee\r")
    assert "as         harbor committee" in shown
