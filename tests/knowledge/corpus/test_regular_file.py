"""Files of every kind where an entry, a text or a token is expected: told, and never waited for."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
from dataclasses import replace

import pytest

from knowledge.check_corpus import proof
from knowledge.corpus import canonical, regular_file
from knowledge.corpus.folder import article_texts, entry_files
from knowledge.corpus.regular_file import MIB, read_regular_file
from knowledge.kb.schema import kb_digest
from tests.disks import without_root

OUTSIDE = "a link that leads out of its folder"


def a_pipe(file):
    os.mkfifo(file)


def a_socket(file):
    with socket.socket(socket.AF_UNIX) as opened:
        here = os.open(file.parent, os.O_RDONLY)
        opened.bind(f"/proc/self/fd/{here}/{file.name}")  # a socket's own path must be short
        os.close(here)


def a_link_to_a_device(file):
    file.symlink_to("/dev/zero")


def a_link_to_itself(file):
    file.symlink_to(file.name)


def a_link_to_nothing(file):
    file.symlink_to("nowhere")


def a_link_out(file):
    file.symlink_to(file.parents[2] / "outside.txt")


def a_hundred_gigabytes(file):
    with file.open("wb") as made:
        made.truncate(100 * 1024 * MIB)


def a_folder(file):
    file.mkdir()


ODD = {
    a_pipe: "a named pipe",
    a_socket: "a socket",
    a_link_to_a_device: OUTSIDE,
    a_link_to_itself: "Too many levels of symbolic links",
    a_link_to_nothing: "No such file",
    a_link_out: OUTSIDE,
    a_hundred_gigabytes: "larger than",
    a_folder: "a folder",
}


REMEDIES = {
    a_link_to_itself: "Remove the link: it leads back to itself.",
    a_link_to_nothing: "Remove the link, or put back what it leads to.",
    a_pipe: "Move it away: a folder belongs there.",
}


@pytest.fixture(params=ODD, ids=lambda made: made.__name__)
def odd(request, curator):
    """Return what makes an odd file, and the words that it is told in."""
    (curator.folder.parent / "outside.txt").write_text("Nobody is to read this.")
    return request.param, ODD[request.param]


def test_an_odd_entry_is_told_with_its_name(curator, odd):
    made, words = odd
    before = kb_digest(curator.folder)
    made(curator.file("people/nobody"))
    assert kb_digest(curator.folder) != before
    told = curator.told(fix=False)
    (line,) = [line for line in told if line.startswith("people/nobody.yaml:1: ")]
    assert words in line
    assert line.endswith(REMEDIES.get(made, ".")) or made is a_pipe


def test_an_odd_text_is_not_read_and_the_check_warns_of_it(curator, odd, tmp_path):
    made, words = odd
    curator = replace(curator, texts=tmp_path / "texts")
    curator.texts.mkdir()
    (curator.texts / "a.txt").write_text("Of the first.")
    (tmp_path.parent / "outside.txt").write_text("Nobody is to read this.")
    made(curator.texts / "b.txt")
    assert list(article_texts(curator.texts)) == ["Of the first."]
    (warning,) = [w for w in curator.check().warnings if "b.txt" in w.file]
    assert words in warning.why


def test_a_link_within_the_folder_is_read(curator):
    """A Kubernetes volume is made of them."""
    file = curator.file("people/orin-dask")
    data = file.parent / "..data"
    data.mkdir()
    file.rename(data / file.name)
    file.symlink_to(data / file.name)
    assert curator.told(fix=False) == []


def test_a_folder_of_entries_that_leads_out_is_not_read(curator, tmp_path):
    people = curator.folder / "people"
    people.rename(tmp_path / "elsewhere")
    people.symlink_to(tmp_path / "elsewhere")
    assert curator.told(fix=False) == [
        (
            "people: This folder is a link that leads out of the corpus, so its entries are "
            "missing. Remove the link, and copy the folder here."
        )
    ]


def test_a_corpus_that_is_a_link_itself_is_read(curator, tmp_path):
    (tmp_path / "link").symlink_to(curator.folder)
    curator = replace(curator, folder=tmp_path / "link")
    assert curator.told(fix=False) == []


@pytest.mark.parametrize("made", [a_link_to_itself, a_link_to_nothing, a_pipe])
def test_a_folder_of_entries_that_cannot_be_listed_is_told(curator, made):
    events = curator.folder / "events"
    for file in entry_files(curator.folder):
        if file.parent == events:
            file.unlink()
    events.rmdir()
    made(events)
    (told,) = [told for told in curator.told() if told.startswith("events: This folder cannot be")]
    assert REMEDIES[made] in told


def test_what_a_folder_that_cannot_be_listed_would_hold_is_not_told_as_missing(curator):
    shutil.move(curator.folder / "people", curator.folder.parent)
    assert any("There is no person" in told for told in curator.told())
    (curator.folder / "people").symlink_to("people")
    assert [told.partition(":")[0] for told in curator.told()] == ["people"]


@pytest.mark.parametrize(("mode", "told"), [(0, 1), (0o444, 5)])  # nothing listed; no kind
def test_a_corpus_of_somebody_else_is_not_told_as_empty(curator, mode, told):
    curator.folder.chmod(mode)
    program = (
        "import sys; from knowledge.corpus.corpus_reader import read; from pathlib import Path;"
        "print(*read(Path(sys.argv[1]))[1], sep='\\n')"
    )
    command = [*without_root(), sys.executable, "-c", program, str(curator.folder)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    curator.folder.chmod(0o755)
    missing = "cannot be read, so its entries are missing: Permission denied. Give your user"
    assert [missing in line for line in done.stdout.splitlines()] == [True] * told


def test_a_device_is_not_even_opened(tmp_path, monkeypatch):
    monkeypatch.setattr(regular_file.os, "open", None)
    with pytest.raises(OSError, match="it is a device"):
        read_regular_file(tmp_path.__class__("/dev/zero"), MIB)


def test_a_file_that_grows_while_it_is_read_is_refused(tmp_path, monkeypatch):
    file = tmp_path / "a"
    file.write_bytes(b"12345")
    monkeypatch.setattr(regular_file, "_refuse_odd", lambda *_: None)
    with pytest.raises(OSError, match="it is larger than"):
        read_regular_file(file, 4)


def test_a_file_name_of_any_bytes_is_told(curator):
    name = os.fsdecode(b"\xff\x1b[2J\n.yaml")
    (curator.folder / "people" / name).write_text("id: ada\nname: Ada\n")
    kb_digest(curator.folder)
    (told,) = [t for t in curator.told(fix=False) if "udcff" in t]
    assert told.isprintable()


@pytest.mark.skipif(os.getuid() != 0, reason="only root can give up being root")
def test_a_file_of_somebody_else_is_told(curator):
    file = curator.file("people/orin-dask")
    file.chmod(0)
    for folder in (curator.folder, *curator.folder.parents):
        if str(folder).startswith("/tmp/"):
            folder.chmod(0o755)
    program = (
        "import os, sys; from knowledge.corpus.corpus_reader import read; from pathlib import Path;"
        "os.setuid(65534); print(*read(Path(sys.argv[1]))[1])"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, curator.folder], capture_output=True, text=True, check=True
    )
    assert "people/orin-dask.yaml:1: This file cannot be read: Permission denied." in done.stdout


def test_what_somebody_writes_during_a_fix_is_not_written_over(curator, monkeypatch):
    file = curator.file("people/orin-dask")
    file.write_bytes(file.read_bytes() + b"note: 'first'\n")
    later = file.read_bytes().replace(b"first", b"later")
    write = canonical.write
    monkeypatch.setattr(
        canonical, "write", lambda *model: (file.write_bytes(later), write(*model))[1]
    )
    assert "people/orin-dask.yaml" not in [w.file for w in curator.check(fix=True).written]
    assert file.read_bytes() == later


def test_an_entry_that_vanishes_during_the_check_is_told(curator, monkeypatch):
    prove = proof.prove
    file = curator.file("people/orin-dask")
    monkeypatch.setattr(proof, "prove", lambda *a: (file.unlink(), prove(*a))[1])
    assert "people/orin-dask.yaml:1: The file changed while it was checked. Check again." in (
        curator.told(fix=False)
    )
