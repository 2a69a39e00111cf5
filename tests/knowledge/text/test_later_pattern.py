"""Patterns that are compiled when they are first used, or when a process starts to serve."""

from __future__ import annotations

import re

import pytest

from knowledge.text import later_pattern
from knowledge.text.later_pattern import compile_all, compile_later


@pytest.fixture
def made(monkeypatch):
    """Return the list of those made in a test, which no other test sees."""
    found = []
    monkeypatch.setattr(later_pattern, "_made", found)
    return found


@pytest.mark.usefixtures("made")
def test_a_pattern_is_used_as_a_compiled_one_is():
    later, now = compile_later("(a+)(b)?", re.IGNORECASE), re.compile("(a+)(b)?", re.IGNORECASE)
    for _ in range(2):
        assert later.findall("aAb a") == now.findall("aAb a")
        assert later.sub("x", "aAb") == now.sub("x", "aAb")
        assert later.search("xab").span() == (1, 3)
    assert (later.pattern, later.groups) == (now.pattern, now.groups)


def test_a_pattern_that_is_none_is_told_when_all_are_compiled(made):
    compile_later("(a")
    assert len(made) == 1
    with pytest.raises(re.error):
        compile_all()


def test_every_pattern_of_the_code_is_one():
    import bot.slack.app  # noqa: F401, PLC0415 (which imports what answers)

    assert len(later_pattern._made) > 100
    compile_all()
