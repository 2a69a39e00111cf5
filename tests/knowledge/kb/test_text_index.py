"""Whole texts are cut into passages once each, and found the same however an index came about."""

from __future__ import annotations

import stat
from collections import Counter
from contextlib import closing

import pytest

from knowledge.corpus import file_digests
from knowledge.kb import cache, quote_index, text_index
from knowledge.kb.connections import Connections
from knowledge.kb.quote_index import QuoteIndex
from knowledge.kb.text_index import TextOwner, open_index, update_index
from knowledge.text.article_text import Text

PRINTED = "SELECT source, start, kind, words FROM quote ORDER BY source, start, kind"


@pytest.fixture
def read(tmp_path, monkeypatch):
    """Count how often a text is cut into passages, in a cache of its own."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setattr(file_digests, "_STEP", 0)  # texts are written just before they are read
    counted, passages_of = Counter(), text_index.passages_of

    def count(text):
        counted[text.fingerprint] += 1
        return passages_of(text)

    monkeypatch.setattr(text_index, "passages_of", count)
    return counted


class Shelf:
    """A folder of texts whose articles can be changed."""

    def __init__(self, folder):
        self.folder = folder
        folder.mkdir()
        for number in range(8):
            self.write(number, "the harbor was closed")

    def write(self, number, words):
        said = f"“We have heard that {words} in spring {number},” the mayor said.\n\n"
        (self.folder / f"{number}.txt").write_text(said + f"Text {number}.\n", encoding="utf-8")

    @property
    def heads(self):
        files = sorted(self.folder.glob("*.txt"))
        return {
            Text(f.read_text(encoding="utf-8")).fingerprint: TextOwner(f.stem, True) for f in files
        }


@pytest.fixture
def shelf(tmp_path):
    return Shelf(tmp_path / "texts")


def printed(file):
    with closing(Connections(file)) as connections:
        found = QuoteIndex(connections).like("we have heard that the harbor was closed")
        like = sorted((c.printed.source, c.printed.start, c.score) for c in found)
        return connections.rows(PRINTED), like


def test_a_text_is_cut_into_passages_once(shelf, read):
    first = update_index(shelf.folder, shelf.heads)
    assert update_index(shelf.folder, shelf.heads) == first
    shelf.write(3, "the ferry was late")
    second = update_index(shelf.folder, shelf.heads)
    assert second != first
    assert first.is_file()
    assert sum(read.values()) == 8 + 1


def test_an_index_of_the_one_before_it_finds_what_a_new_one_finds(shelf, read):
    update_index(shelf.folder, shelf.heads)
    shelf.write(3, "the ferry was late")
    shelf.write(9, "the harbor was closed")
    (shelf.folder / "5.txt").unlink()
    changed = printed(update_index(shelf.folder, shelf.heads))
    for file in cache.texts_files(shelf.folder):
        file.unlink()
    read.clear()
    assert printed(update_index(shelf.folder, shelf.heads)) == changed
    assert sum(read.values()) == 8


def test_words_that_too_many_print_are_not_sought(shelf, read, monkeypatch):
    monkeypatch.setattr(quote_index, "_COMMON", 3)
    update_index(shelf.folder, shelf.heads)
    shelf.write(3, "the ferry was late")
    with closing(Connections(update_index(shelf.folder, shelf.heads))) as connections:
        assert QuoteIndex(connections).like("mayor") == []
        monkeypatch.setattr(quote_index, "_COMMON", 30)
        assert QuoteIndex(connections).like("mayor") != []


def test_a_text_that_may_only_be_linked_is_compared_and_not_kept(shelf, read):
    hidden = {f: head._replace(shown=head.article != "2") for f, head in shelf.heads.items()}
    with closing(Connections(update_index(shelf.folder, hidden))) as connections:
        assert connections.rows("SELECT count(*) FROM text") == [(7,)]
        assert connections.rows("SELECT DISTINCT words FROM quote WHERE source = '2'") == [(None,)]
    with closing(Connections(update_index(shelf.folder, shelf.heads))) as connections:
        assert connections.rows("SELECT count(*) FROM text") == [(8,)]
    assert sum(read.values()) == 8 + 1


def test_nobody_else_may_read_an_index(shelf, read):
    assert stat.S_IMODE(update_index(shelf.folder, shelf.heads).stat().st_mode) == 0o600


def test_a_damaged_index_is_made_anew(shelf, read):
    file = update_index(shelf.folder, shelf.heads)
    file.write_bytes(file.read_bytes()[:-100])
    assert printed(update_index(shelf.folder, shelf.heads))[0]


def test_where_the_cache_cannot_be_written_the_index_has_no_name(shelf, read, monkeypatch):
    def refuse(*_):
        raise PermissionError(13, "Permission denied", "cache")

    monkeypatch.setattr(text_index, "update_index", refuse)
    with closing(open_index(shelf.folder, shelf.heads)) as connections:
        assert connections.rows("SELECT count(*) FROM indexed") == [(8,)]
    assert cache.texts_files(shelf.folder) == []
