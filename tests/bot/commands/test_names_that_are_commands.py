"""People whose name is a command's word, or ends with one."""

from __future__ import annotations

from datetime import date

import pytest

from bot.answers.reply import reply
from bot.commands import registry, routed
from knowledge.kb.builder import build
from knowledge.kb.knowledge_base import KnowledgeBase

TODAY = date(2026, 1, 1)
PEOPLE = {"hadi": ("Said Hadi", ""), "more": ("Thomas More", ""), "brandt": ("Otto Brandt", "Help")}


@pytest.fixture(scope="module")
def kb(tmp_path_factory):
    folder = tmp_path_factory.mktemp("corpus")
    (folder / "people").mkdir()
    for person, (name, alias) in PEOPLE.items():
        aliases = f"aliases: [{alias}]\n" if alias else ""
        text = f"id: {person}\nname: {name}\n{aliases}"
        (folder / "people" / f"{person}.yaml").write_text(text, "utf-8")
    build(folder, folder / "kb.sqlite")
    opened = KnowledgeBase(folder / "kb.sqlite")
    yield opened
    opened.close()


@pytest.mark.parametrize(
    ("typed", "person"),
    [
        ("Said", "hadi"),
        ("More", "more"),
        ("Thomas More", "more"),
        ("thomas more more", "more"),
        ("Help", "brandt"),
    ],
)
def test_a_name_that_is_a_commands_word_is_a_name(kb, typed, person):
    command, text = routed(registry()["who"], typed)
    if typed == "Help":  # alone it asks for help, unless somebody has the name
        command, text = registry()["who"], typed
    answer = reply(kb, command, text, TODAY).answer
    assert (answer.command, answer.outcome) == ("who", "answer")
    assert answer.person.id == person


def test_help_is_help_where_nobody_has_that_name(shipped_kb):
    assert reply(shipped_kb, registry()["who"], "help", TODAY).answer.outcome == "help"


@pytest.mark.parametrize("typed", ["who funakoshi", "issues"])
def test_a_command_in_front_of_a_question_is_still_one(typed):
    assert routed(registry()["stance"], typed)[0].name == typed.split()[0]
