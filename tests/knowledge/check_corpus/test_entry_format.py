"""The format number of entries, in folders of an older, the same and a newer Stancebook."""

from __future__ import annotations

import pytest

from knowledge.corpus import corpus_reader
from knowledge.corpus.format import FORMAT, NEWEST

PERSON = "people/jonas-vehl"
HEAD = f"format: {FORMAT}\n"
RUN_FIX = "Run 'stancebook check --fix'. It loses nothing."


@pytest.fixture
def older(curator):
    """Take the number out of every file, as an older Stancebook wrote them."""
    for file in curator.folder.rglob("*.yaml"):
        text = file.read_text(encoding="utf-8")
        file.write_text(text.removeprefix(HEAD), encoding="utf-8")
    return curator


def test_an_older_corpus_passes_its_check_and_is_told_to_be_older(older):
    report = older.check()
    assert report.problems == []
    (only,) = (w for w in report.warnings if "format" in w.why)
    assert str(only).endswith(
        f": 21 entries are in an older format than {FORMAT}, the current one. {RUN_FIX}"
    )
    assert report.proof.proved == 17


def test_fix_upgrades_an_older_corpus_without_loss(older, corpus_folder):
    before = corpus_reader.load_corpus(older.folder)
    report = older.check(fix=True)
    assert {what for _, what in report.written} == {f"format {FORMAT}"}
    assert len(report.written) == 21
    assert not any("format" in warning.why for warning in report.warnings)
    for entry in before.entries():
        written = (older.folder / entry.file).read_text(encoding="utf-8")
        assert written == (corpus_folder / entry.file).read_text(encoding="utf-8")


def test_one_older_entry_among_others_is_named(curator):
    curator.replace(PERSON, HEAD, "")
    (only,) = (w for w in curator.check().warnings if "format" in w.why)
    assert str(only).startswith(f"{PERSON}.yaml:1: 1 entry is in an older format")


def test_a_newer_entry_is_refused_with_what_to_do_and_nothing_else_is_said_of_it(curator):
    curator.replace(PERSON, HEAD, f"format: {NEWEST + 1}\nmood: sunny\n")
    told = curator.told(fix=True)
    assert told == [
        (
            f"{PERSON}.yaml:1: format: This entry is in format {NEWEST + 1}; this Stancebook reads "
            f"formats up to {NEWEST}. Update Stancebook, or restore the file as it was before a newer "
            "one wrote it."
        )
    ]
    assert "mood: sunny" in curator.file(PERSON).read_text(encoding="utf-8")


@pytest.mark.parametrize("number", ["two", "0", "-1", "2.0", "null", "[2]", "'٢'"])
def test_what_is_not_a_number_is_told(curator, number):
    curator.replace(PERSON, HEAD, f"format: {number}\n")
    (only,) = curator.told(fix=True)
    assert "is not a format number. Write 'format: 2', the current one." in only
