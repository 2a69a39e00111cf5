"""Two desks that share a corpus through git: a merge loses nothing, and what it brings twice is told."""

from __future__ import annotations

import shutil
import subprocess

import pytest

from knowledge.check_corpus.corpus_check import run_check
from knowledge.intake.add.library import Library, add_text
from knowledge.intake.read.head import Head
from tests.gazette import ARTICLE
from tests.places import CORPUS

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="no git")


def _git(folder, *words, check=True):
    named = ["-c", "user.name=Desk", "-c", "user.email=desk@example.org"]
    done = subprocess.run(
        ["git", "-C", str(folder), *named, *words], check=check, capture_output=True, text=True
    )
    return done.stdout


@pytest.fixture
def desks(tmp_path):
    """Return two clones of one corpus."""
    first, second = tmp_path / "first", tmp_path / "second"
    shutil.copytree(CORPUS, first / "entries")
    _git(tmp_path, "init", "-q", str(first))
    _commit(first)
    _git(tmp_path, "clone", "-q", str(first), str(second))
    return first, second


def _commit(desk):
    _git(desk, "add", "entries")
    _git(desk, "commit", "-qm", "Add")


def _add(desk, text):
    added = add_text(Library.open(desk / "entries", desk / "articles"), text.encode(), Head())
    _commit(desk)
    return added.article


def _merge(first, second):
    _git(first, "fetch", "-q", str(second), "HEAD")
    return _git(first, "merge", "-q", "--no-edit", "FETCH_HEAD", check=False)


def _problems(desk):
    return run_check(desk / "entries", desk / "articles").problems


def test_different_articles_are_merged_and_both_kept(desks):
    names = [
        _add(desk, ARTICLE.replace("Envoy calls", f"{who} calls"))
        for desk, who in zip(desks, ("Envoy", "Mayor"), strict=True)
    ]
    _merge(*desks)
    assert [(desks[0] / f"entries/articles/{name}.yaml").exists() for name in names] == [True] * 2
    assert _problems(desks[0]) == []


def test_one_entry_of_two_desks_is_a_conflict_that_keeps_both_and_says_what_to_do(desks):
    one, other = (
        _add(desk, ARTICLE.replace("a year", day))
        for desk, day in zip(desks, ("a year", "a month and a day"), strict=True)
    )
    assert one == other
    assert "CONFLICT" in _merge(*desks)
    (problem,) = _problems(desks[0])
    assert problem.file == f"articles/{one}.yaml"
    assert "Two versions of this entry were merged" in problem.why
    both = (desks[0] / f"entries/articles/{one}.yaml").read_text("utf-8")
    assert both.count("fingerprint: ") == 2
