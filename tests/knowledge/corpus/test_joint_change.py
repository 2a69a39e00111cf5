"""Several entries are changed together, whenever the process ends."""

from __future__ import annotations

import json
import multiprocessing
from hashlib import sha256

import pytest

from knowledge.corpus import atomic_file, corpus_reader, joint_change
from knowledge.corpus.corpus_lock import finish_change, hold_corpus
from knowledge.corpus.errors import FolderError
from knowledge.corpus.joint_change import JOURNAL, FileChange, write_jointly
from knowledge.corpus.stamps import stamp_entries
from tests.disks import PAGE, fill, small_disk

PERSON, OTHER, NEW = "people/jonas-vehl.yaml", "people/orin-dask.yaml", "people/ada-lind.yaml"


def digest(folder, name):
    return sha256((folder / name).read_bytes()).hexdigest()


@pytest.fixture
def folder(curator):
    return curator.folder


@pytest.fixture
def changes(folder):
    """Return a change of one file, a new one and one that goes."""
    return [
        FileChange(PERSON, "one\n", digest(folder, PERSON)),
        FileChange(NEW, "two\n", None),
        FileChange(OTHER, None, digest(folder, OTHER)),
    ]


def files(folder):
    return {f.relative_to(folder).as_posix(): f.read_bytes() for f in folder.rglob("*.*")}


def is_made(folder):
    held = files(folder)
    return (held[PERSON], held.get(NEW), held.get(OTHER)) == (b"one\n", b"two\n", None)


def test_all_are_written_and_no_journal_is_left(folder, changes):
    write_jointly(folder, changes)
    assert is_made(folder)
    assert JOURNAL not in files(folder)


@pytest.mark.parametrize("place", range(3))
def test_nothing_is_written_where_somebody_wrote_one_of_them_meanwhile(folder, changes, place):
    (folder / changes[place].file).write_text("by somebody else\n", encoding="utf-8")
    before = files(folder)
    with pytest.raises(FolderError, match=f"{changes[place].file} was changed meanwhile"):
        write_jointly(folder, changes)
    assert files(folder) == before


def test_a_file_beside_is_written_first_and_only_with_the_entries(folder, changes, tmp_path):
    text = tmp_path / "texts" / "a.txt"
    write_jointly(folder, changes, {text: "whole"})
    assert (is_made(folder), text.read_text()) == (True, "whole")
    text.unlink()
    with pytest.raises(FolderError):
        write_jointly(folder, changes, {text: "whole"})
    assert not text.exists()


def test_on_a_full_disk_nothing_of_a_change_is_written(tmp_path):
    with small_disk(tmp_path / "disk", pages=16) as disk:
        (disk / "people").mkdir()
        fill(disk, pages_left=2)
        new = [FileChange(f"people/{name}.yaml", "x" * PAGE, None) for name in "abc"]
        with pytest.raises(OSError, match=r"No space left"):
            write_jointly(disk, new, {disk / "a.txt": "fits"})
        assert {found.name for found in disk.rglob("*")} == {"people", "filler"}


class PowerCutError(Exception):
    pass


@pytest.mark.parametrize("writes", range(3))
def test_what_is_cut_short_is_told_and_finished(folder, changes, monkeypatch, writes):
    """Let the power go once the journal and so many files are written."""
    left = iter(range(writes))

    def take_until_cut(partial, file):
        if next(left, None) is None:
            raise PowerCutError
        atomic_file.take_place(partial, file)

    def cut(*_, **__):
        raise PowerCutError

    with monkeypatch.context() as patch:
        patch.setattr(joint_change, "take_place", take_until_cut)
        patch.setattr(joint_change, "_end", cut)
        with pytest.raises(PowerCutError):
            write_jointly(folder, changes)
    assert not is_made(folder)
    _, problems = corpus_reader.read(folder)
    assert "A change of several entries was cut short." in " ".join(map(str, problems))
    before = stamp_entries(folder)
    finish_change(folder)
    assert is_made(folder)
    assert JOURNAL not in files(folder)
    assert stamp_entries(folder) != before


def test_a_change_that_was_cut_short_is_finished_before_the_next(folder, changes):
    (folder / JOURNAL).write_text(json.dumps(changes), encoding="utf-8")
    with hold_corpus(folder):
        assert is_made(folder)
        write_jointly(folder, [FileChange("people/eda.yaml", "three\n", None)])
    assert (folder / "people/eda.yaml").read_text(encoding="utf-8") == "three\n"


def test_what_somebody_wrote_since_is_never_written_over(folder, changes):
    (folder / JOURNAL).write_text(json.dumps(changes), encoding="utf-8")
    (folder / PERSON).write_text("by somebody else\n", encoding="utf-8")
    before = files(folder)
    with pytest.raises(FolderError, match=f"cut short, and {PERSON} was written since"):
        finish_change(folder)
    assert files(folder) == before


def _count_up(folder):
    """Add one to a number in a file, again and again where somebody else did meanwhile."""
    for _ in range(10):
        while True:
            text = (folder / PERSON).read_text(encoding="utf-8")
            change = FileChange(PERSON, str(int(text) + 1), sha256(text.encode()).hexdigest())
            try:
                with hold_corpus(folder):
                    write_jointly(folder, [change])
                break
            except FolderError:
                continue


@pytest.mark.slow
def test_of_several_at_once_none_writes_over_the_other(folder):
    (folder / PERSON).write_text("0", encoding="utf-8")
    context = multiprocessing.get_context("fork")
    workers = [context.Process(target=_count_up, args=(folder,)) for _ in range(3)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert (folder / PERSON).read_text(encoding="utf-8") == "30"
