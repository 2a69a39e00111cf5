"""The wheel: built, installed in an empty environment, and asked a question there."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import zipfile
from typing import TYPE_CHECKING

import pytest

from tests.places import ROOT

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.slow(seconds=20)

OFFLINE = (
    "Could not find a version",
    "No matching distribution",
    "Connection",
    "Temporary failure",
)


def command(*words: str | Path, **options) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [str(word) for word in words], capture_output=True, text=True, check=False, **options
    )


def test_the_wheel_ships_entries_the_built_kb_and_the_local_slacks_page(wheel):
    names = zipfile.ZipFile(wheel).namelist()
    assert "knowledge/kb.sqlite" in names
    assert "knowledge/entries/issues/end-of-war.yaml" in names
    assert "local_slack/page/index.html" in names
    assert {"bot/cli/scaffold/check.yml", "bot/cli/scaffold/gitignore"} <= set(names)
    assert {"knowledge/world/names.tsv", "knowledge/world/words.tsv"} <= set(names)
    assert "knowledge/speech/given_names.tsv" in names
    assert "knowledge/templates/organization.yaml" in names
    assert not [name for name in names if name.startswith(("tests/", "build/"))]


@pytest.fixture(scope="module")
def installed(wheel, tmp_path_factory):
    """An empty environment with the locked dependencies and the wheel; its `stancebook`."""
    folder = tmp_path_factory.mktemp("venv")
    assert command(sys.executable, "-m", "venv", folder).returncode == 0
    pip = [folder / "bin" / "python", "-m", "pip", "install", "--quiet"]
    locked = command(*pip, "--require-hashes", "-r", ROOT / "requirements" / "runtime.txt")
    if locked.returncode and not os.environ.get("CI") and any(w in locked.stderr for w in OFFLINE):
        pytest.skip("no package index can be reached from here")
    assert locked.returncode == 0, locked.stderr
    assert command(*pip, "--no-deps", wheel).returncode == 0
    return folder / "bin" / "stancebook"


def test_an_installed_wheel_answers_and_writes_nothing(installed, tmp_path):
    place = installed.parent.parent
    before = {file: file.stat().st_mtime_ns for file in place.rglob("*") if file.is_file()}
    environment = {"HOME": str(tmp_path), "PYTHONDONTWRITEBYTECODE": "1", "PATH": "/usr/bin:/bin"}
    done = command(
        installed, "ask", "--json", "/stance japan end-of-war", cwd=tmp_path, env=environment
    )
    answer = json.loads(done.stdout)
    assert done.returncode == 0, done.stderr
    assert answer["stances"][0]["value"] == "reluctant"
    after = {file: file.stat().st_mtime_ns for file in place.rglob("*") if file.is_file()}
    assert after == before
    assert not list(tmp_path.iterdir())
