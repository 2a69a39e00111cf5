"""`stancebook local`: what is wrong with its options is said in one line."""

from __future__ import annotations

import sys


def test_a_manifest_that_is_not_there_is_one_clear_line(stancebook, tmp_path):
    result = stancebook("local", "--manifest", tmp_path / "none.yml")
    assert (result.exit_code, len(result.stderr.splitlines())) == (2, 1)
    assert "none.yml" in result.stderr


def test_without_its_libraries_it_says_what_to_install(stancebook, monkeypatch):
    for name in [n for n in sys.modules if n.startswith("local_slack")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.delitem(sys.modules, "bot.cli.local", raising=False)
    monkeypatch.setitem(sys.modules, "uvicorn", None)
    result = stancebook("local")
    assert result.exit_code == 2
    assert result.stderr == "`stancebook local` needs uvicorn: pip install 'stancebook[local]'\n"
