"""Folders of texts: workers, a journal that the corpus is asked about, and nothing left behind."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from collections import Counter
from datetime import date
from pathlib import Path

import psutil
import pytest

from knowledge.corpus.errors import IntakeError
from knowledge.intake.add.bulk_adding import BulkReport, add_folder
from knowledge.intake.add.library import Library
from knowledge.intake.read.head import Head
from tests.gazette import ARTICLE
from tests.places import CORPUS


@pytest.fixture
def opened(tmp_path):
    shutil.copytree(CORPUS, tmp_path / "corpus")
    return lambda: Library.open(tmp_path / "corpus", tmp_path / "articles")


def _folder(tmp_path, count):
    folder = tmp_path / "in"
    folder.mkdir()
    for i in range(count):
        text = ARTICLE.replace("premature in", f"premature in {i}").replace(
            "year", f"year and {i} days"
        )
        (folder / f"{i}.txt").write_text(text, encoding="utf-8")
    return folder


@pytest.mark.slow
def test_a_folder_is_added_and_stopped_anywhere_it_goes_on(opened, tmp_path):
    folder, report = _folder(tmp_path, 5), BulkReport()
    (folder / "5.txt").write_text("Nothing to be read here.", encoding="utf-8")
    running = add_folder(opened(), folder, Head(), report, workers=1)
    next(running)
    next(running)
    running.close()
    again = BulkReport()
    assert len(list(add_folder(opened(), folder, Head(), again, workers=1))) == 4
    assert again.done_before == 2
    assert again.outcomes["added"] == 3
    assert len(again.failed) == 1
    assert "--published" in again.failed[0]
    assert len([a for a in opened().corpus.articles if "2025-07" in a]) == 5


def _added(library, folder):
    report = BulkReport()
    list(add_folder(library, folder, Head(), report, workers=1))
    return report


@pytest.mark.slow
def test_another_corpus_gets_the_same_folder_too(opened, tmp_path):
    folder = _folder(tmp_path, 2)
    assert _added(opened(), folder).outcomes["added"] == 2
    shutil.copytree(CORPUS, tmp_path / "second")
    second = Library.open(tmp_path / "second", tmp_path / "articles")
    report = _added(second, folder)
    assert (report.outcomes["added"], report.done_before) == (2, 0)
    again = _added(opened(), folder)
    assert (again.seen, again.done_before) == (0, 2)


@pytest.mark.slow
def test_what_the_corpus_lost_since_is_added_again(opened, tmp_path):
    folder = _folder(tmp_path, 2)
    _added(opened(), folder)
    entry = next(iter((tmp_path / "corpus" / "articles").glob("harbor-gazette-*.yaml")))
    entry.unlink()
    report = _added(opened(), folder)
    assert (report.outcomes["added"], report.done_before) == (1, 1)


def test_only_files_that_are_there_count_as_done(opened, tmp_path):
    folder = _folder(tmp_path, 2)
    _added(opened(), folder)
    (folder / "0.txt").unlink()
    assert _added(opened(), folder).done_before == 1


def test_a_folder_without_a_text_is_refused_in_words(opened, tmp_path):
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "notes.docx").touch()
    with pytest.raises(IntakeError, match=r"The folder holds no \.htm, \.html, \.txt file"):
        _added(opened(), tmp_path / "in")


@pytest.mark.skipif(os.name == "nt", reason="no named pipes")
def test_what_is_not_a_file_of_the_folder_is_reported_and_not_waited_for(opened, tmp_path):
    folder = _folder(tmp_path, 1)
    os.mkfifo(folder / "pipe.txt")
    (folder / "nothing.txt").symlink_to("nowhere")
    (folder / "circle.txt").symlink_to("circle.txt")
    (tmp_path / "secret.txt").write_text(ARTICLE)
    (folder / "out.txt").symlink_to(tmp_path / "secret.txt")
    report = _added(opened(), folder)
    assert report.outcomes["added"] == 1
    assert [failed.partition("read: ")[2].partition(".")[0] for failed in report.failed] == [
        "Too many levels of symbolic links",
        "No such file or directory",
        "it is a link that leads out of its folder",
        "it is a named pipe",
    ]


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="no kill -9")
def test_workers_end_with_a_writer_that_was_killed(opened, tmp_path):
    opened()
    folder = _folder(tmp_path, 400)
    where = ["--corpus", str(tmp_path / "corpus"), "--articles", str(tmp_path / "articles")]
    command = [
        sys.executable,
        "-c",
        "from bot.cli.main import main; main()",
        "add",
        str(folder),
        *where,
    ]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL) as running:
        ours = _workers(running)
        os.kill(running.pid, signal.SIGKILL)
    _, alive = psutil.wait_procs(ours, timeout=20)
    for process in alive:
        process.kill()
    assert alive == []


def _workers(running):
    """Return the processes below a writer as soon as one of them has begun to read."""
    journal, ours = Path(running.args[-1]) / ".stancebook", []
    while running.poll() is None and not any(f.stat().st_size for f in journal.glob("*.jsonl")):
        ours = psutil.Process(running.pid).children(recursive=True)
        time.sleep(0.02)
    assert running.poll() is None, "it was done before it could be killed"
    assert len(ours) > 1
    return ours


@pytest.mark.slow
def test_what_does_not_pass_is_told_and_the_rest_is_added(opened, tmp_path):
    folder = _folder(tmp_path, 2)
    (folder / "2.txt").write_text(ARTICLE.replace("July 9, 2025", "July 9, 2095"), "utf-8")
    library = Library.open(tmp_path / "corpus", tmp_path / "articles", date(2025, 8, 1))
    report = _added(library, folder)
    assert report.outcomes["added"] == 2
    assert len(report.failed) == 1
    assert "2.txt: published: 2095-07-09 is in the future" in report.failed[0]


@pytest.mark.slow
def test_two_folders_at_once_are_both_added_whole(opened, tmp_path):
    folder, one, other = _folder(tmp_path, 4), opened(), opened()
    shutil.copytree(folder, tmp_path / "twice")
    reports = BulkReport(), BulkReport()
    begun = [
        add_folder(one, folder, Head(), reports[0], workers=1),
        add_folder(other, tmp_path / "twice", Head(), reports[1], workers=1),
    ]
    for _ in zip(*begun, strict=True):
        pass
    assert sum((r.outcomes for r in reports), Counter()) == {"added": 4, "same": 4}
    assert len([a for a in opened().corpus.articles if "2025-07" in a]) == 4
