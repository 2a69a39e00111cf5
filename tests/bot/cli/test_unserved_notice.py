"""Asked in a terminal, entries answer as they are; where no bot would serve them, that is said."""

from __future__ import annotations

import shutil

import pytest
from click.testing import CliRunner

from bot.cli import unserved_notice
from bot.cli.main import main
from knowledge.kb import shipped
from tests.places import TESTS

QUESTION = ["ask", "/stance velmora ferry-ban"]
PRINTED, MISQUOTED = "We will keep the ban", "We will end the ban"


class Curator:
    """Asks the tiny corpus, which may be changed, from a folder of its own."""

    def __init__(self, folder):
        self.folder = folder
        shutil.copytree(TESTS / "corpus", folder / "desk" / "entries")
        shutil.copytree(TESTS / "texts", folder / "desk" / "articles")

    def ask(self, *words):
        return CliRunner().invoke(
            main, [*(words or QUESTION), "--corpus", str(self.folder / "desk")]
        )

    def misquote(self):
        file = self.folder / "desk" / "entries" / "articles" / "valley-post-2025-04.yaml"
        text = file.read_text(encoding="utf-8")
        assert PRINTED in text
        file.write_text(text.replace(PRINTED, MISQUOTED), encoding="utf-8")


@pytest.fixture
def curator(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.chdir(tmp_path)
    return Curator(tmp_path)


def test_of_entries_that_pass_nothing_is_said(curator):
    for _ in range(2):
        assert curator.ask().stderr == ""


def test_a_misquote_is_answered_and_said_not_to_be_served(curator):
    curator.misquote()
    result = curator.ask()
    assert MISQUOTED in result.stdout
    assert result.stderr.startswith("not served by any bot, these entries do not pass their check")
    assert "articles/valley-post-2025-04.yaml:100" in result.stderr
    assert len(result.stderr.splitlines()) == 1


def test_in_the_chat_it_is_said_before_the_first_question(curator):
    curator.misquote()
    assert "not served by any bot" in curator.ask("chat").stderr


def test_what_could_not_be_proved_is_said_with_its_articles(curator):
    (curator.folder / "desk" / "articles" / "one.txt").unlink()
    for _ in range(2):
        told = curator.ask().stderr
        assert told == "not proved, no text in {} is that of: valley-post-2025-04\n".format(
            curator.folder / "desk" / "articles"
        )


def test_of_more_problems_than_one_the_first_is_shown_and_the_rest_counted(curator):
    curator.misquote()
    file = curator.folder / "desk" / "entries" / "people" / "jonas-vehl.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("the special envoy", "the envoy in chief"), encoding="utf-8")
    assert "(and 1 more: 'stancebook check' tells all)" in curator.ask().stderr


def test_of_the_built_in_corpus_it_is_said_where_texts_are_at_hand_at_all(curator, monkeypatch):
    monkeypatch.setattr(shipped, "ENTRIES", curator.folder / "desk" / "entries")
    assert unserved_notice.unserved_notice(None, curator.folder / "nowhere") == ""
    (curator.folder / "some").mkdir()
    assert "not proved" in unserved_notice.unserved_notice(None, curator.folder / "some")


def test_of_the_kb_that_a_wheel_ships_nothing_is_said(curator, monkeypatch):
    (curator.folder / "kb.sqlite").touch()
    monkeypatch.setattr(shipped, "SHIPPED", curator.folder / "kb.sqlite")
    curator.misquote()
    monkeypatch.setattr(shipped, "ENTRIES", curator.folder / "desk" / "entries")
    assert unserved_notice.unserved_notice(None, curator.folder / "desk" / "articles") == ""
