"""What is served at a start, and when texts come and go: nothing that they contradict."""

from __future__ import annotations

import json
import re
import shutil
import tempfile
from contextlib import closing
from unittest import mock

import pytest

from bot.slack import corpus_watcher
from knowledge.corpus.errors import JudgingError, UnservedError
from knowledge.corpus.model import Kind
from knowledge.kb import knowledge_base
from tests.bot.curators_desk import (
    ARTICLE,
    MISQUOTED,
    PASSES,
    PRINTED,
    SUMMARY,
    VALLEY,
    Desk,
    all_of_the_article,
    answer,
    assert_messages,
    edit,
    misquote,
)

pytestmark = pytest.mark.slow

UNQUOTED = (
    "It asks for three crossings, a common toll and a bell that is rung when the river rises."
)


@pytest.fixture
def own_texts(tmp_path, texts_folder):
    """Texts that may be taken away."""
    shutil.copytree(texts_folder, tmp_path / "texts")
    return tmp_path / "texts"


@pytest.fixture
def archive(entries, own_texts):
    """A desk with such texts."""
    made = Desk(entries, own_texts)
    yield made
    made.swappable.close()


def test_a_misquote_of_a_time_without_texts_is_found_when_they_are_back(archive, caplog):
    proved = archive.swappable.digest
    away = archive.texts.rename(archive.texts.with_name("away"))
    archive.look()
    misquote(archive)
    assert archive.look()
    assert "not proved" in caplog.text
    assert archive.told == []
    away.rename(archive.texts)
    assert archive.look()
    assert archive.swappable.digest == proved
    assert_messages(archive, [VALLEY])
    assert proved[:12] in caplog.text


def test_a_misquote_that_was_found_is_not_served_when_its_text_goes(archive):
    proved = archive.swappable.digest
    misquote(archive)
    archive.look()
    archive.texts.rename(archive.texts.with_name("away"))
    assert not archive.look()
    assert archive.swappable.digest == proved


def test_a_restart_serves_the_last_that_passed_and_says_so(desk, caplog):
    passed = desk.swappable.digest
    misquote(desk)
    caplog.clear()
    again = Desk(desk.entries, desk.texts)
    assert again.swappable.digest == passed
    assert PRINTED in answer(again.swappable, "velmora ferry-ban")["text"]
    assert_messages(again, [VALLEY])
    lines = (desk.entries / "articles" / VALLEY).read_text("utf-8").splitlines()
    line = next(i for i, words in enumerate(lines, 1) if MISQUOTED in words)
    assert f"articles/{VALLEY}:{line}" in caplog.text
    assert passed[:12] in caplog.text
    file = desk.entries / "articles" / VALLEY
    file.write_text(file.read_text("utf-8").replace(MISQUOTED, PRINTED), encoding="utf-8")
    assert not again.look()
    assert_messages(again, [PASSES])
    again.swappable.close()


def test_a_start_where_nothing_ever_passed_is_refused_as_file_and_line(entries, texts_folder):
    edit(entries, SUMMARY, "''")
    with pytest.raises(UnservedError, match=rf"{ARTICLE}:\d+: statements.\d+.summary"):
        corpus_watcher.begin(entries, texts_folder)


def test_a_start_with_nothing_changed_checks_nothing(desk, monkeypatch):
    monkeypatch.setattr(corpus_watcher, "start_judging", None)
    again = Desk(desk.entries, desk.texts)
    assert again.swappable.digest == desk.swappable.digest
    again.swappable.close()


def test_a_start_without_texts_says_what_is_not_proved(entries, tmp_path, caplog):
    desk = Desk(entries, tmp_path / "none")
    assert "not proved" in caplog.text
    assert "3 articles (harbor-gazette-2025-06, marrow-2025-05, valley-post" in caplog.text
    desk.swappable.close()


def test_texts_that_go_while_it_runs_are_counted_as_a_warning(archive, caplog):
    caplog.set_level("INFO")
    caplog.clear()
    away = archive.texts.rename(archive.texts.with_name("away"))
    archive.look()
    gone = f"texts of 0 of 3 articles are in {archive.texts}: /check looks in no other"
    assert [r.message for r in caplog.records if r.levelname == "WARNING"] == [gone]
    caplog.clear()
    away.rename(archive.texts)
    archive.look()
    assert "texts of" not in caplog.text
    next(file for file in sorted(archive.texts.iterdir()) if file.is_file()).unlink()
    archive.look()
    assert "texts of 2 of 3 articles are in" in caplog.text


def test_a_start_without_the_texts_by_which_it_was_proved_counts_them(archive, caplog):
    caplog.set_level("INFO")
    archive.texts.rename(archive.texts.with_name("away"))
    again = Desk(archive.entries, archive.texts)
    assert "texts of 0 of 3 articles are in" in caplog.text
    assert "not proved" not in caplog.text
    again.swappable.close()


def test_a_text_that_comes_or_goes_alone_is_read_anew(archive):
    def verdict():
        text = answer(archive.swappable, f'"{UNQUOTED}"', "check")["text"]
        return not text.strip().startswith(("Not in our articles", "Not among"))

    assert verdict()
    away = archive.texts.rename(archive.texts.with_name("away"))
    assert not archive.look()
    assert not verdict()
    away.rename(archive.texts)
    assert not archive.look()
    assert verdict()


class TestNothingLeft:
    """What is served is contradicted by a text that comes, and nothing before it is proved."""

    @pytest.fixture
    def contradicted(self, entries, own_texts):
        away = own_texts.rename(own_texts.with_name("away"))
        desk = Desk(entries, own_texts)
        misquote(desk)
        desk.look()
        shutil.rmtree(entries.parents[1] / "cache")  # with what was proved before
        away.rename(own_texts)
        yield desk
        desk.swappable.close()

    def test_a_question_gets_a_reason_and_a_reference_until_it_is_mended(
        self, contradicted, caplog
    ):
        desk = contradicted
        assert MISQUOTED in answer(desk.swappable, "velmora ferry-ban")["text"]
        assert desk.look()
        given = json.dumps(answer(desk.swappable))
        assert "does not pass its check" in given
        assert re.search(r"give this reference to whoever runs Stancebook: [0-9a-f]{8}", given)
        assert_messages(desk, ["answers no question until one does"])
        assert "nothing is served" in caplog.text
        file = desk.entries / "articles" / VALLEY
        file.write_text(file.read_text("utf-8").replace(MISQUOTED, PRINTED), encoding="utf-8")
        assert desk.look()
        assert SUMMARY in all_of_the_article(desk.swappable)
        assert_messages(desk, [PASSES])


def test_a_machine_without_room_for_the_kb_is_not_told_as_a_corpus_that_fails(
    entries, own_texts, tmp_path, monkeypatch
):
    (tmp_path / "taken").touch()
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "taken"))
    monkeypatch.setattr(tempfile, "mkdtemp", mock.Mock(side_effect=OSError(28, "no room")))
    with pytest.raises(JudgingError, match=r"checked and built: .*taken/stancebook: It cannot be"):
        corpus_watcher.begin(entries, own_texts)


def test_what_is_looked_up_before_an_ack_is_made_when_a_kb_is_opened(kb, texts_folder, monkeypatch):
    with closing(corpus_watcher.opened(kb.path, texts_folder)) as opened:
        monkeypatch.setattr(knowledge_base, "Completions", mock.Mock(side_effect=AssertionError))
        monkeypatch.setattr(knowledge_base, "Passages", mock.Mock(side_effect=AssertionError))
        assert opened.completions.find("velm", {Kind.ORGANIZATION}, 1) == ["velmora"]
        assert opened.passages.text("valley-post-2025-04")
