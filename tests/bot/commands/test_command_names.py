"""How commands are typed: those that Slack knows by a name of their own, the others after one."""

from __future__ import annotations

from datetime import date
from types import SimpleNamespace

import pytest

from bot.answers.reply import example_questions, reply
from bot.answers.reply_message import help_parts
from bot.block_kit.block_text import as_text
from bot.cli.ask import ask
from bot.commands import commands_as, registry, routed
from bot.commands.plain_words import choose

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


@pytest.mark.parametrize("name", ["said", "check", "who", "whois", "sources", "Said:"])
def test_a_commands_word_alone_after_stance_is_the_command(shipped_kb, name):
    command, rest = routed(registry()["stance"], name, shipped_kb)
    assert command.name != "stance"
    assert rest == ""
    assert reply(shipped_kb, command, rest, TODAY).answer.outcome in {"help", "answer"}


def test_it_is_somebodys_name_where_a_person_is_asked_for_or_is_called_so(shipped_kb):
    class Named:
        names = SimpleNamespace(exact=lambda words: words)

    assert routed(registry()["who"], "said", shipped_kb) == (registry()["who"], "said")
    assert routed(registry()["stance"], "said", Named()) == (registry()["stance"], "said")


@pytest.mark.parametrize(
    "typed", ["help source", "Help sources", "/stance help source", "/help source"]
)
def test_help_on_a_command_is_asked_for_by_its_name(shipped_kb, typed):
    answer = ask(shipped_kb, typed, TODAY).answer
    assert (answer.command, answer.outcome) == ("source", "help")


@pytest.mark.parametrize("typed", ["help", "help me", "/stance help", "help japan"])
def test_help_on_nothing_that_is_a_command_is_no_other_help(shipped_kb, typed):
    assert ask(shipped_kb, typed, TODAY).answer.command in {"help", "stance"}


@pytest.mark.parametrize(
    ("typed", "command"),
    [
        ("/position japan end-of-war", "stance"),
        ("/position said premature", "said"),
        ("/origin kyodo", "source"),
        ("/stance japan end-of-war", "stance"),
        ("/verify “premature”", "check"),
        ("/check premature", "said"),
    ],
)
def test_in_a_message_a_command_goes_by_its_name_in_slack_too(shipped_kb, typed, command):
    names = {"stance": "position", "source": "origin", "check": "verify", "said": "check"}
    commands = commands_as(names, {"stance", "source", "check", "said"})
    assert choose(shipped_kb, typed, TODAY, commands).command.name == command


@pytest.mark.parametrize(
    "typed",
    [
        "who talked about sanctions?",
        "who has spoken about pressure? more 3",
        "who said anything about talks more",
        "who mentioned sanctions more 3",
    ],
)
def test_who_is_not_a_command_where_it_asks_for_all_who_spoke(shipped_kb, typed):
    assert routed(registry()["stance"], typed, shipped_kb) == (registry()["stance"], typed)


@pytest.mark.parametrize("typed", ["who is Kim Yong-nam", "who funakoshi", "who funakoshi talks"])
def test_who_is_a_command_before_somebodys_name(shipped_kb, typed):
    assert routed(registry()["stance"], typed, shipped_kb)[0].name == "who"


def test_a_further_page_of_who_spoke_goes_on_where_the_first_ended(shipped_kb):
    text = ask(shipped_kb, "/stance who talked about sanctions? more 3", TODAY).message.text
    assert "Kang Kyung-hwa" in text
    assert "Nobody on record" not in text
