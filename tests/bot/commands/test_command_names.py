"""How commands are typed: those that Slack knows by a name of their own, the others after one."""

from __future__ import annotations

from datetime import date

import pytest

from bot.answers.reply import example_questions, reply
from bot.answers.reply_message import help_parts
from bot.block_kit.message import as_text
from bot.commands import commands_as, registry, routed

TODAY = date(2026, 11, 28)
UNREGISTERED = [c.name for c in registry().values() if c.in_slack and not c.daily]


def test_what_is_not_asked_daily_is_a_word_after_stance():
    assert {"source", "cite"} <= set(UNREGISTERED)
    typed = {name: command.typed for name, command in registry().items()}
    assert typed["stance"] == "/stance"
    assert typed["who"] == "/whois"
    assert [typed[name] for name in UNREGISTERED] == [f"/stance {name}" for name in UNREGISTERED]


def test_a_command_that_is_added_has_its_own_name_and_one_that_is_dropped_has_none():
    commands = commands_as({}, {"stance", "source"})
    assert commands["source"].typed == "/source"
    assert commands["who"].typed == "/stance who"
    assert [c.name for c in commands.values() if c.is_registered] == ["source", "stance"]


def test_words_stand_after_the_name_that_stance_has():
    commands = commands_as({"stance": "position", "check": "verify"}, {"stance", "check"})
    assert commands["check"].typed == "/verify"
    assert commands["said"].typed == "/position said"


@pytest.mark.parametrize("name", UNREGISTERED)
def test_help_and_examples_of_such_a_command_can_be_typed(shipped_kb, name):
    command = registry()[name]
    answer = reply(shipped_kb, command, "help", TODAY).answer
    told = as_text([block for part in help_parts(command, answer) for block in part.blocks])
    assert told.startswith(f"/stance {name}")
    for example in example_questions(shipped_kb, command):
        assert example.startswith(f"/stance {name}")
        assert example in told
        meant, rest = routed(registry()["stance"], example.removeprefix("/stance "))
        assert meant.name == name
        assert rest == example.removeprefix(f"/stance {name}").strip()


@pytest.mark.parametrize("name", ["cite", "source", "issues"])
def test_a_word_that_is_nobodys_name_stands_alone(name):
    assert routed(registry()["stance"], name)[0].name == name
