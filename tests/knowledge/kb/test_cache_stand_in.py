"""A cache that cannot be written: a temporary folder takes what is built, and the rest is read."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from knowledge.kb import cache, find_cached_kb, write_elsewhere_if_needed
from knowledge.kb.shipped import build_if_missing
from tests.places import ROOT


@pytest.fixture
def home(monkeypatch, tmp_path):
    """Set where the cache is, and let nothing of the process outlive the test."""

    def set_home(place):
        monkeypatch.setattr(cache, "user_cache_path", lambda name: Path(place) / name)

    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr("tempfile.tempdir", None)
    monkeypatch.setattr(cache.atexit, "register", lambda *_, **__: None)
    monkeypatch.setenv(cache._STAND_IN, "x")  # so that it is restored
    monkeypatch.delenv(cache._STAND_IN)
    return set_home


def test_a_cache_that_can_be_written_is_used(home, tmp_path):
    home(tmp_path / "cache")
    assert write_elsewhere_if_needed() is None
    assert cache._folders() == [tmp_path / "cache" / "stancebook"]
    assert list((tmp_path / "cache" / "stancebook").iterdir()) == []


@pytest.mark.parametrize("place", ["/proc/nohome", "a file"])
def test_what_is_built_goes_to_a_temporary_folder(home, tmp_path, corpus_folder, place):
    (tmp_path / "a file").touch()
    home(tmp_path / place)
    why = write_elsewhere_if_needed()
    assert str(tmp_path / place) in why.filename
    built = build_if_missing(corpus_folder)
    assert built.parent.name.startswith("stancebook-cache-")
    assert built.is_file()
    assert find_cached_kb(corpus_folder) == built
    cache.write_note(corpus_folder, "{}")
    assert cache.notes() == [cache.note_file(corpus_folder)]


def test_what_was_built_before_is_read(home, tmp_path, corpus_folder, monkeypatch):
    home(tmp_path / "cache")
    built = build_if_missing(corpus_folder)
    monkeypatch.setenv(cache._STAND_IN, str(tmp_path / "other"))  # as if it were read-only now
    assert find_cached_kb(corpus_folder) == build_if_missing(corpus_folder) == built
    built.write_bytes(b"damaged")
    assert build_if_missing(corpus_folder).parent == tmp_path / "other"


def test_the_folder_goes_with_the_process(tmp_path):
    code = (
        "from knowledge.kb import cache, write_elsewhere_if_needed\n"
        "write_elsewhere_if_needed()\n"
        "cache.write_note(cache.Path('x'), '{}')\n"
        "print(len(cache.notes()))"
    )
    environment = {**os.environ, "HOME": "/proc/nohome", "TMPDIR": str(tmp_path)}
    environment.pop("XDG_CACHE_HOME", None)
    done = subprocess.run(
        [sys.executable, "-c", code], env=environment, cwd=ROOT, capture_output=True, check=True
    )
    assert done.stdout == b"1\n"
    assert list(tmp_path.iterdir()) == []
