"""The corpus as files, odd ones among them."""

from __future__ import annotations

import pytest

from knowledge.corpus import folder, folder_faults
from knowledge.corpus.errors import CorpusError, FolderError
from knowledge.corpus.folder import article_texts, entries_in
from knowledge.corpus.folder_faults import find_folder_faults
from knowledge.corpus.stamps import stamp
from knowledge.kb.schema import kb_digest
from knowledge.kb.shipped import open_kb


def a_folder(file):
    file.mkdir()


def a_link_to_nothing(file):
    file.symlink_to("nowhere")


@pytest.mark.parametrize("made", [a_folder, a_link_to_nothing])
def test_what_only_looks_like_an_entry_is_told_as_one_that_cannot_be_read(curator, made):
    before = kb_digest(curator.folder)
    made(curator.file("people/nobody"))
    assert kb_digest(curator.folder) != before
    with pytest.raises(CorpusError, match=r"people/nobody\.yaml:1: "):
        open_kb(curator.folder)


@pytest.mark.parametrize("made", [a_folder, a_link_to_nothing])
def test_what_only_looks_like_an_entry_is_a_change(tmp_path, made):
    before = stamp([tmp_path])
    made(tmp_path / "nobody.yaml")
    assert stamp([tmp_path]) != before


def test_what_only_looks_like_a_text_is_passed_over(tmp_path):
    (tmp_path / "a.txt").write_text("Of the first.")
    (tmp_path / "b.txt").mkdir()
    (tmp_path / "c.txt").symlink_to("nowhere")
    (tmp_path / "d.md").write_text("Of no article.")
    assert list(article_texts(tmp_path)) == ["Of the first."]


def test_a_byte_order_mark_is_no_part_of_a_text(tmp_path):
    (tmp_path / "a.txt").write_bytes(b"\xef\xbb\xbfOf the first.")
    assert list(article_texts(tmp_path)) == ["Of the first."]


@pytest.mark.parametrize("made", [lambda file: file.touch(), a_link_to_nothing])
def test_a_corpus_that_is_not_a_folder_is_not_said_to_be_missing(tmp_path, made):
    made(tmp_path / "corpus")
    with pytest.raises(FolderError, match=r"This is not a folder\. Move it away"):
        entries_in(tmp_path / "corpus")
    with pytest.raises(FolderError, match="There is no such folder"):
        entries_in(tmp_path / "none")
    (tmp_path / "desk").mkdir()
    made(tmp_path / "desk" / "entries")
    with pytest.raises(FolderError, match=r"desk/entries: This is not a folder\."):
        entries_in(tmp_path / "desk")


def test_a_folder_that_does_not_end_is_told_and_looked_through_in_part(tmp_path, monkeypatch):
    monkeypatch.setattr(folder, "_MOST_FOLDERS", 20)
    for number in range(30):
        (tmp_path / f"{number:02}").mkdir()
        (tmp_path / f"{number:02}" / "a.yml").touch()
    told = [problem.why for problem in find_folder_faults(tmp_path)]
    assert len([words for words in told if "is not an entry" in words]) == 19
    assert any("More than 20 folders are in this one" in words for words in told)


def test_a_link_to_a_folder_in_one_of_entries_is_not_passed_over_in_silence(curator):
    (curator.folder / "people" / "more").symlink_to(curator.folder)
    (told,) = find_folder_faults(curator.folder)
    assert told.file == "people/more"


def test_an_entry_that_is_written_while_the_folder_is_listed_is_no_stray_file(curator, monkeypatch):
    listed = folder_faults.entry_like

    def and_write(corpus):
        curator.file("people/newcomer").write_text("id: newcomer\nname: New Comer\n", "utf-8")
        return listed(corpus)

    monkeypatch.setattr(folder_faults, "entry_like", and_write)
    assert find_folder_faults(curator.folder) == []
