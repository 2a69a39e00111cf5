"""What make says where it cannot begin, and the Pythons that the project claims."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tomllib
from collections import defaultdict

import pytest
import yaml

from tests.places import ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def make_run(python, folder):
    if not shutil.which("make"):
        pytest.skip("make is not installed")
    return subprocess.run(
        ["make", "-C", ROOT, "run", f"PYTHON={python}", f"VENV={folder}/venv"],
        capture_output=True,
        text=True,
        check=False,
    )


def fake(folder, answers):
    """Return a Python that answers some questions its own way, in the shell's words."""
    program = folder / "python3.11"
    program.write_text(f'#!/bin/sh\ncase "$2" in\n{answers}\nesac\nexec {sys.executable} "$@"\n')
    program.chmod(0o755)
    return program


def test_without_ensurepip_one_sentence_says_what_to_install(tmp_path):
    program = fake(tmp_path, "*ensurepip*) exit 1;;")
    ran = make_run(program, tmp_path)
    assert ran.returncode
    said = ran.stderr.splitlines()[0]
    assert said == (
        f"{program} cannot make a virtual environment: install python3.11-venv"
        " (on Debian and Ubuntu: apt-get install python3.11-venv)."
    )
    assert not (tmp_path / "venv").exists()


def test_an_older_python_is_told_which_is_needed(tmp_path):
    program = fake(
        tmp_path,
        f'*version_info*) set -- -c "$(echo "$2" | sed "s/3, 11/3, 99/")"; exec {sys.executable} "$@";;',
    )
    ran = make_run(program, tmp_path)
    assert ran.returncode
    assert re.match(r".* is Python 3\.\d+: 3\.11 or newer is needed\.$", ran.stderr.splitlines()[0])


def test_where_no_python_is_one_sentence_says_so(tmp_path):
    ran = make_run("no-python-at-all", tmp_path)
    assert ran.stderr.startswith(
        "There is no 'no-python-at-all': Python 3.11 or newer is needed.\n"
    )


def test_the_workflow_runs_on_every_python_that_is_claimed():
    claimed = [c.rpartition(" ")[2] for c in PROJECT["classifiers"] if re.search(r":: 3\.\d", c)]
    workflow = yaml.safe_load((ROOT / ".github/workflows/check.yml").read_text(encoding="utf-8"))
    assert set(claimed) <= set(workflow["jobs"]["check"]["strategy"]["matrix"]["python"])
    assert PROJECT["requires-python"] == f">={claimed[0]}"


@pytest.mark.slow
def test_other_pythons_are_found_once_each_and_not_the_one_that_asks():
    ran = subprocess.run(
        [sys.executable, ROOT / ".ci/pythons.py"], capture_output=True, text=True, check=True
    )
    versions = [tuple(map(int, line.split()[0].split("."))) for line in ran.stdout.splitlines()]
    assert len(versions) == len(set(versions))
    assert all(version >= (3, 11) for version in versions)
    assert sys.version_info[:2] not in versions


def test_what_is_installed_together_is_pinned_alike():
    pins = defaultdict(set)
    for lock in (ROOT / "requirements").glob("*.txt"):
        versions = defaultdict(set)  # of one package there may be one for each Python
        for name, version in re.findall(
            r"^([\w.-]+)==(\S+)", lock.read_text("utf-8"), re.MULTILINE
        ):
            versions[name].add(version)
        for name, found in versions.items():
            pins[name].add(frozenset(found))
    assert {name: found for name, found in pins.items() if len(found) > 1} == {}
