"""What all tests share: a tiny invented corpus, its texts, and the knowledge bases built once."""

from __future__ import annotations

import os
import subprocess
import sys
from itertools import chain
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from knowledge.corpus.corpus_reader import ENTRIES
from knowledge.kb.builder import build
from knowledge.kb.knowledge_base import KnowledgeBase
from knowledge.text import work_budget
from tests.places import CORPUS, ROOT, SECOND, TEXTS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


SLOW = 2  # seconds


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with the longest, so that the rest is done beside them."""
    items.sort(key=_seconds, reverse=True)


def _seconds(item: pytest.Item) -> float:
    marker = item.get_closest_marker("slow")
    return marker.kwargs.get("seconds", SLOW) if marker else 0


def pytest_xdist_auto_num_workers() -> int:
    """Take more workers than cores: much of the time they wait for processes and sockets."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    return (cores or 1) * 3 // 2


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Name in CI, whose machines are quiet, the slow tests that are not marked as slow."""
    stats = terminalreporter.stats if "CI" in os.environ else {}
    reports = chain(stats.get("passed", ()), stats.get("failed", ()))
    for report in reports:
        if report.duration > SLOW and "slow" not in report.keywords:
            terminalreporter.line(f"{report.nodeid} took {report.duration:.1f} s: mark it as slow")


# The same examples on each run: a red test is a change of the code, never of the dice.
settings.register_profile(
    "stancebook", deadline=None, max_examples=50, derandomize=True, database=None
)
settings.load_profile("stancebook")


@pytest.fixture(autouse=True)
def _settings_of_nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave out what is set where the tests run: a corpus, its texts, tokens."""
    for name in os.environ.keys() - {"STANCEBOOK_MANIFEST_SCHEMA", "STANCEBOOK_PAYLOADS"}:
        if name.startswith(("STANCEBOOK_", "SLACK_")):
            monkeypatch.delenv(name)


@pytest.fixture(autouse=True)
def _no_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a request end by its steps alone: how fast the machine is, no test depends on."""
    monkeypatch.setattr(work_budget, "thread_time", lambda: 0.0)


@pytest.fixture(scope="session")
def corpus_folder() -> Path:
    """Return the entries of the tiny corpus: invented states, people, issues and articles."""
    return CORPUS


@pytest.fixture(scope="session")
def texts_folder() -> Path:
    """Return the whole texts of the tiny corpus' articles, which are ours."""
    return TEXTS


@pytest.fixture(scope="session")
def kb(corpus_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[KnowledgeBase]:
    """Open the knowledge base of the tiny corpus."""
    yield from _opened(corpus_folder, tmp_path_factory.mktemp("kb") / "tiny.sqlite")


@pytest.fixture(scope="session")
def shipped_kb(tmp_path_factory: pytest.TempPathFactory) -> Iterator[KnowledgeBase]:
    """Open the knowledge base of the real entries."""
    yield from _opened(ENTRIES, tmp_path_factory.mktemp("kb") / "shipped.sqlite")


@pytest.fixture(scope="session")
def second_kb(tmp_path_factory: pytest.TempPathFactory) -> Iterator[KnowledgeBase]:
    """Open the knowledge base of the second invented corpus, on another subject."""
    yield from _opened(SECOND, tmp_path_factory.mktemp("kb") / "second.sqlite")


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel, with the build tools that are installed."""
    folder = tmp_path_factory.mktemp("wheel")
    words = ["pip", "wheel", "--no-deps", "--no-build-isolation", "-w", folder, ROOT]
    done = subprocess.run(
        [sys.executable, "-m", *words], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return next(folder.glob("stancebook-*.whl"))


def _opened(folder: Path, file: Path) -> Iterator[KnowledgeBase]:
    build(folder, file)
    opened = KnowledgeBase(file)
    yield opened
    opened.close()
