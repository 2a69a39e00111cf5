"""What the system refuses is told with what to do."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from knowledge.corpus.os_errors import explain_os_error, find_what_to_do_unread


def refused(file):
    with pytest.raises(OSError, match=r"\w") as raised:
        file.read_bytes()
    return raised.value


def test_an_error_is_told_with_its_file_and_what_to_do(tmp_path):
    error = refused(tmp_path / "a.yaml")
    assert explain_os_error(error) == (
        f"{tmp_path}/a.yaml: It cannot be read or written: No such file or directory."
        " Put it back, or name another place."
    )
    assert "Move the folder away." in explain_os_error(refused(tmp_path))


def test_an_error_without_a_file_or_a_number_is_a_sentence_too():
    assert explain_os_error(OSError("odd")) == (
        "A file or a connection cannot be read or written: odd."
    )
    assert "written: TimeoutError." in explain_os_error(TimeoutError())


def test_a_current_folder_that_is_gone_is_told_as_such(tmp_path, monkeypatch):
    gone = tmp_path / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()
    with pytest.raises(OSError, match="No such file") as raised:
        Path.cwd()
    assert explain_os_error(raised.value) == ("The current folder is gone. Change to another one.")


def test_a_machine_without_a_folder_for_temporary_files_is_told_as_such():
    error = OSError(errno.ENOENT, "No usable temporary directory found in ['/tmp']")
    assert "No usable temporary directory" in explain_os_error(error)


def test_a_link_that_was_found_is_told_as_a_link(tmp_path):
    (tmp_path / "link").symlink_to("nowhere")
    assert find_what_to_do_unread(refused(tmp_path / "link"), "") == (
        "Remove the link, or put back what it leads to."
    )
    (tmp_path / "circle").symlink_to("circle")
    assert find_what_to_do_unread(refused(tmp_path / "circle"), "") == (
        "Remove the link: it leads back to itself."
    )


def test_what_is_not_known_gets_the_words_of_the_caller():
    unknown = OSError(errno.ENOTTY, os.strerror(errno.ENOTTY), Path("a"))
    assert find_what_to_do_unread(unknown, "Put it right.") == "Put it right."
