"""In a terminal, entries answer as they are, with a notice if no bot would serve them."""

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


def test_entries_that_pass_give_no_notice(curator):
    for _ in range(2):
        assert curator.ask().stderr == ""


def test_a_misquote_is_answered_with_a_notice(curator):
    curator.misquote()
    result = curator.ask()
    assert MISQUOTED in result.stdout
    assert result.stderr.startswith(
        "No bot would serve these entries, because they fail their check"
    )
    assert "articles/valley-post-2025-04.yaml:102" in result.stderr
    assert len(result.stderr.splitlines()) == 1


def test_the_chat_prints_the_notice_before_the_first_question(curator):
    curator.misquote()
    assert "No bot would serve" in curator.ask("chat").stderr


def test_articles_without_a_text_are_listed(curator):
    (curator.folder / "desk" / "articles" / "one.txt").unlink()
    for _ in range(2):
        told = curator.ask().stderr
        assert (
            told
            == "Not proved, because no text in {} is the text of: valley-post-2025-04\n".format(
                curator.folder / "desk" / "articles"
            )
        )


def test_the_notice_shows_the_first_problem_and_counts_the_rest(curator):
    curator.misquote()
    file = curator.folder / "desk" / "entries" / "people" / "jonas-vehl.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("the special envoy", "the envoy in chief"), encoding="utf-8")
    assert "(and 1 more: `stancebook check` lists all)" in curator.ask().stderr


def test_the_built_in_corpus_gets_a_notice_only_beside_texts(curator, monkeypatch):
    monkeypatch.setattr(shipped, "ENTRIES", curator.folder / "desk" / "entries")
    assert unserved_notice.make_notice(None, curator.folder / "nowhere") == ""
    (curator.folder / "some").mkdir()
    assert "Not proved" in unserved_notice.make_notice(None, curator.folder / "some")


def test_the_shipped_kb_gives_no_notice(curator, monkeypatch):
    (curator.folder / "kb.sqlite").touch()
    monkeypatch.setattr(shipped, "SHIPPED", curator.folder / "kb.sqlite")
    curator.misquote()
    monkeypatch.setattr(shipped, "ENTRIES", curator.folder / "desk" / "entries")
    assert unserved_notice.make_notice(None, curator.folder / "desk" / "articles") == ""


def test_a_machine_that_cannot_check_is_not_told_as_entries_that_fail(
    curator, tmp_path, monkeypatch
):
    (tmp_path / "taken").touch()
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "taken"))
    notice = unserved_notice.make_notice(curator.folder / "desk", curator.folder / "desk/articles")
    assert notice.startswith("The corpus could not be checked and built: ")
