"""The handbook's way from an article to an answer, as typed there: text, keys, check and answer."""

from __future__ import annotations

import io
import re
import shutil

import pytest
from click.testing import CliRunner
from prompt_toolkit.input import create_pipe_input
from prompt_toolkit.output import DummyOutput
from rich.console import Console

from bot.cli.main import main
from bot.cli.review.curator_terminal import CuratorTerminal
from bot.cli.review.terminal_review import review_article
from knowledge.intake.add.library import Library
from knowledge.intake.read.head import Head
from tests.places import ROOT

HANDBOOK = (ROOT / "docs" / "desk-handbook.md").read_text(encoding="utf-8")
BLOCKS = HANDBOOK.split("\n## Add an article\n")[1].split("\n## ")[0].split("```\n")
ARTICLE, SESSION = BLOCKS[1], BLOCKS[3]
OLD = re.compile(r"(?m)^\d+ years? old, ")


def _keys():
    """Return what the session types: the lines with an arrow, Enter where it says so."""
    lines = [line.strip() for line in SESSION.splitlines() if " › " in line]
    typed = [word for line in lines for word in line.split(" › ")]
    return "".join("\r" if word == "Enter" else f"{word}\r" for word in typed)


def _shown(command):
    """Return what the session shows below a command."""
    return SESSION.split(f"$ stancebook {command}\n")[1].split("$ stancebook")[0].strip()


@pytest.fixture
def desk(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("STANCEBOOK_CORPUS", str(tmp_path / "desk"))
    assert CliRunner().invoke(main, ["init", str(tmp_path / "desk")]).exit_code == 0
    folder = tmp_path / "desk"
    for kind, name in (("organization", "ruritania"), ("issue", "glacier-mining-ban")):
        shutil.copy(folder / "templates" / f"{kind}.yaml", folder / f"entries/{kind}s/{name}.yaml")
    assert CliRunner().invoke(main, ["check", "--fix"]).exit_code == 0
    return folder


def test_four_commands_lead_from_the_article_to_its_answer(desk):
    shown = io.StringIO()
    library = Library.open(desk / "entries", desk / "articles")
    with create_pipe_input() as typed:
        typed.send_text(f"{_keys()}\x04")
        terminal = CuratorTerminal(Console(file=shown, width=300), typed, DummyOutput())
        review_article(library, ARTICLE.encode(), Head(), terminal=terminal)
    for line in _shown("add courier.txt").splitlines():
        assert " › " in line or line.strip() in shown.getvalue()
    assert CliRunner().invoke(main, ["check"]).output.strip() == _shown("check")
    question = "/stance ruritania glacier-mining-ban"
    answer = CliRunner().invoke(main, ["ask", question]).stdout.strip()
    assert OLD.sub("", answer) == OLD.sub("", _shown(f"ask {question}"))
    differs = CliRunner().invoke(
        main, ["ask", '/check "Ruritania will ban mining on its glaciers"']
    )
    assert "the article prints “not”, which you did not ask" in differs.stdout
    assert "you asked “its glaciers”" not in differs.stdout  # as it would be of the headline
