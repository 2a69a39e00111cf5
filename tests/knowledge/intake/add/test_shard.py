"""Parts of a folder: each text is in one, and processes that add theirs at once add all."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.corpus.corpus_reader import read
from knowledge.intake.add.shard import Shard, read_shard
from tests.bot.process import STANCEBOOK, environment
from tests.gazette import ARTICLE
from tests.places import CORPUS

FOLDER = Path("/in")
names = st.text(st.characters(blacklist_characters="/\0", blacklist_categories=["Cs"]), min_size=1)


@given(st.lists(names, min_size=1, max_size=4), st.integers(1, 20))
def test_each_text_is_in_one_part_wherever_the_folder_lies(path, parts):
    shards = [Shard(part, parts) for part in range(1, parts + 1)]
    for folder in (FOLDER, Path("/elsewhere/in")):
        has = [shard.has(folder.joinpath(*path), folder) for shard in shards]
        assert sum(has) == 1
        assert has == [shard.has(FOLDER.joinpath(*path), FOLDER) for shard in shards]


def test_parts_are_of_one_size_nearly():
    shard = Shard(3, 16)
    has = sum(shard.has(FOLDER / f"{number}.txt", FOLDER) for number in range(4_000))
    assert 190 < has < 310


@pytest.mark.parametrize("written", ["1/1", " 3/16", "16/16"])
def test_a_part_is_read_as_it_is_written(written):
    assert str(read_shard(written)) == written.strip()


@pytest.mark.parametrize("written", ["", "0/4", "5/4", "3", "3/", "-1/4", "a/b", "1/0", "٣/٤"])
def test_what_is_no_part_is_told(written):
    with pytest.raises(ValueError, match="Write 3/16 for the third of sixteen"):
        read_shard(written)


@pytest.fixture
def incoming(tmp_path):
    folder = tmp_path / "in"
    folder.mkdir()
    for i in range(12):
        text = ARTICLE.replace("premature in", f"premature in {i}")
        (folder / f"{i}.txt").write_text(text, encoding="utf-8")
    shutil.copy(folder / "3.txt", folder / "three-again.txt")
    return folder


def add(folder, corpus, articles, *more):
    """Begin to add a folder in a process of its own."""
    words = [STANCEBOOK, "add", folder, "--corpus", corpus, "--articles", articles, *more]
    home = environment(corpus.parent)
    return subprocess.Popen(words, env=home, stdout=subprocess.PIPE, text=True)


def end(*processes):
    """Return what each has printed, once it has ended well."""
    printed = [process.communicate(timeout=120)[0] for process in processes]
    assert [process.returncode for process in processes] == [0] * len(processes), printed
    return printed


@pytest.mark.slow(10)
def test_parts_that_are_added_at_once_are_together_the_whole_folder(incoming, tmp_path):
    shutil.copytree(CORPUS, tmp_path / "corpus")
    here = incoming, tmp_path / "corpus", tmp_path / "articles"
    printed = end(*(add(*here, "--shard", f"{part}/2") for part in (1, 2)))
    assert all(" of 13 files." in words for words in printed)
    articles = read(tmp_path / "corpus")[0].articles
    assert len([a for a in articles if "harbor-gazette-2025-07" in a]) == 12
    assert "0 added" in end(add(*here))[0]
    assert "13 done in an earlier run" in end(add(*here, "--shard", "1/1"))[0]


@pytest.mark.slow(10)
def test_parts_of_a_corpus_each_are_merged_by_file_and_the_whole_adds_what_is_missing(
    incoming, tmp_path
):
    begun = []
    for part in (1, 2):
        shutil.copytree(CORPUS, tmp_path / f"corpus-{part}")
        where = tmp_path / f"corpus-{part}", tmp_path / f"articles-{part}"
        begun.append(add(incoming, *where, "--shard", f"{part}/2"))
    end(*begun)
    for what in ("corpus", "articles"):
        for part in (1, 2):
            shutil.copytree(tmp_path / f"{what}-{part}", tmp_path / what, dirs_exist_ok=True)
    end(add(incoming, tmp_path / "corpus", tmp_path / "articles"))
    merged = read(tmp_path / "corpus")[0].articles.values()
    added = [a.model for a in merged if a.model.id.startswith("harbor-gazette-2025-07")]
    assert len({article.fingerprint for article in added}) == len(added) == 12
