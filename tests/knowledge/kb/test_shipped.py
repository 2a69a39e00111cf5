"""Which knowledge base is served."""

from __future__ import annotations

import os
import shutil

import pytest

from knowledge.corpus.corpus_reader import ENTRIES
from knowledge.corpus.model import Kind
from knowledge.kb import cache, shipped
from knowledge.kb.schema import kb_digest
from knowledge.text.folding import fold


@pytest.fixture(autouse=True)
def checkout(tmp_path, monkeypatch):
    """Act as a checkout without a shipped kb, with a cache of its own."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setattr(cache, "user_cache_path", lambda name: tmp_path / "cache" / name)
    monkeypatch.setattr(shipped, "SHIPPED", tmp_path / "package" / "kb.sqlite")
    return tmp_path


def test_the_kb_of_a_checkout_is_built_into_the_cache_and_is_that_of_the_entries():
    kb = shipped.open_kb()
    assert kb.path == shipped.find_cached_kb()
    assert kb.digest == kb_digest(ENTRIES)
    assert [file.name for file in kb.path.parent.iterdir()] == [kb.path.name]
    kb.close()


def test_a_kb_that_is_up_to_date_is_not_built_again():
    path = shipped.build_if_missing()
    os.utime(path, (1, 1))
    assert shipped.build_if_missing() == path
    assert path.stat().st_mtime == 1


def test_changed_entries_are_another_file(curator, monkeypatch):
    before = shipped.find_cached_kb()
    monkeypatch.setattr(shipped, "ENTRIES", curator.folder)
    tiny = shipped.find_cached_kb()
    curator.change("people/jonas-vehl", name="Jonas Weel", aliases=[])
    assert len({before, tiny, shipped.find_cached_kb()}) == 3
    kb = shipped.open_kb()
    assert kb.person("jonas-vehl").name == "Jonas Weel"
    kb.close()


def test_the_kb_that_the_package_ships_goes_first(kb, checkout):
    shipped.SHIPPED.parent.mkdir()
    shutil.copyfile(kb.path, shipped.SHIPPED)
    served = shipped.open_kb()
    assert served.digest == kb.digest
    assert not (checkout / "cache").exists()
    served.close()


def test_of_older_kbs_the_newest_few_are_kept():
    folder = shipped.find_cached_kb().parent
    folder.mkdir(parents=True)
    for age in range(8):
        file = folder / f"kb-{age}.sqlite"
        file.touch()
        os.utime(file, (1000 - age, 1000 - age))
    other = folder / "other.sqlite"
    other.touch()
    path = shipped.build_if_missing()
    assert {f.name for f in folder.iterdir()} == {
        path.name,
        other.name,
        *(f"kb-{age}.sqlite" for age in range(4)),
    }


def test_every_post_of_the_entries_is_found_by_its_title_and_as_printed(shipped_kb):
    posts = shipped_kb.posts
    people = [e.id for e in shipped_kb.entities.values() if e.kind is Kind.PERSON]
    held = [post for person in people for post in posts.of(person)]
    assert held
    lost = [
        (post.person, words)
        for post in held
        for words in (post.title, *post.printed)
        if post.person not in _found(posts, words, post.state)
    ]
    assert lost == []


def _found(posts, words, state):
    spans = posts.find(fold(words).split())
    return {p.person for s in spans[-1:] for p in posts.holders(s, organizations={state})}


@pytest.mark.parametrize("damaged", [b"", b"\0" * 100_000, b"no database at all"])
def test_a_damaged_kb_is_built_again(damaged):
    path = shipped.build_if_missing()
    path.write_bytes(damaged)
    kb = shipped.open_kb()
    assert (kb.path, kb.digest) == (path, kb_digest(ENTRIES))
    kb.close()


def test_what_a_killed_build_left_is_removed_by_the_next():
    left = shipped.find_cached_kb().with_name(".stancebook-0.partial")
    left.parent.mkdir(parents=True)
    left.touch()
    shipped.build_if_missing()
    assert not left.exists()
