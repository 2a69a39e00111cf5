"""When words were last proved here: written by a check, and kept beside the kbs."""

from __future__ import annotations

import os
from datetime import date

import pytest
from click.testing import CliRunner

from bot.cli.main import main
from knowledge.corpus.corpus_reader import read
from knowledge.corpus.proof_key import proof_key
from knowledge.kb import cache
from knowledge.kb.gate import judge
from knowledge.kb.proof_dates import note_proofs, proved_on

FIRST, SECOND = date(2026, 11, 27), date(2026, 11, 28)
VALLEY = "valley-post-2025-04"


@pytest.fixture(autouse=True)
def _own_cache(tmp_path, monkeypatch):
    monkeypatch.setattr("knowledge.kb.cache.cache_folder", lambda: tmp_path / "cache")


def _key(entries, article=VALLEY):
    found, _ = read(entries)
    return proof_key(found.articles[article].model)


def test_nothing_is_proved_before_a_check():
    assert proved_on("a") is None


def test_the_last_day_counts_and_others_are_kept():
    note_proofs(["a", "b"], FIRST)
    note_proofs(["b"], SECOND)
    assert (proved_on("a"), proved_on("b"), proved_on("c")) == (FIRST, SECOND, None)


def test_the_note_is_parsed_again_only_once_it_changed():
    note_proofs(["a"], FIRST)
    assert proved_on("a") == FIRST
    note, state = cache.proofs_file(), cache.proofs_file().stat()
    note.write_text(note.read_text("utf-8").replace(str(FIRST), str(SECOND)), "utf-8")
    os.utime(note, ns=(state.st_atime_ns, state.st_mtime_ns))
    assert proved_on("a") == FIRST
    os.utime(note, ns=(state.st_atime_ns, state.st_mtime_ns + 1_000_000))
    assert proved_on("a") == SECOND


@pytest.mark.parametrize("note", ["", "[]", "{", '{"a": 1}', '{"a": "yesterday"}', "[" * 100_000])
def test_a_damaged_note_remembers_nothing_and_is_written_anew(note):
    cache.proofs_file().parent.mkdir(parents=True)
    cache.proofs_file().write_text(note, encoding="utf-8")
    assert proved_on("a") is None
    note_proofs(["a"], FIRST)
    assert proved_on("a") == FIRST


def test_a_cache_that_cannot_be_written_fails_no_check(tmp_path):
    (tmp_path / "cache").write_text("a file", encoding="utf-8")
    note_proofs(["a"], FIRST)
    assert proved_on("a") is None


def test_the_key_changes_with_the_words_and_not_with_a_note(curator):
    before = _key(curator.folder)
    curator.change(f"articles/{VALLEY}", note="Checked twice.")
    assert _key(curator.folder) == before
    curator.change(f"articles/{VALLEY}", fingerprint="1" * 64)
    assert _key(curator.folder) != before


def test_a_check_on_the_command_line_notes_what_it_proved(corpus_folder, texts_folder):
    options = ["check", "--corpus", str(corpus_folder), "--articles", str(texts_folder)]
    CliRunner().invoke(main, options)
    assert proved_on(_key(corpus_folder)) == date.today()  # noqa: DTZ011 (as the command dates it)


def test_the_gate_notes_what_it_proved_and_nothing_without_a_text(
    corpus_folder, texts_folder, tmp_path
):
    judge(corpus_folder, tmp_path, FIRST)
    assert proved_on(_key(corpus_folder)) is None
    judge(corpus_folder, texts_folder, SECOND)
    assert proved_on(_key(corpus_folder)) == SECOND
