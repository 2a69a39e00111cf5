"""Two people of one name, and names that are a command's word."""

from __future__ import annotations

from datetime import date

import pytest

from bot.cli.ask import ask
from bot.commands import registry
from knowledge.check_corpus.speaker_names import NamesOf
from knowledge.corpus.corpus_reader import Corpus
from knowledge.corpus.entry import Entry
from knowledge.corpus.model import Person
from knowledge.kb.builder import build
from knowledge.kb.knowledge_base import KnowledgeBase
from knowledge.text.english.command_words import COMMAND_WORDS

TODAY = date(2026, 1, 1)


def mayor(curator, **fields):
    fields = {"id": "vehl-the-mayor", "name": "Jonas Vehl"} | fields
    curator.write("people/vehl-the-mayor", "".join(f"{k}: {v}\n" for k, v in fields.items()))
    curator.change("people/vehl-the-mayor")


def warned(curator):
    return [str(problem) for problem in curator.check().warnings]


def test_a_second_person_of_one_name_is_refused_with_the_way_to_enter_them(curator):
    mayor(curator)
    told = curator.told(fix=False)
    assert told
    assert all("If they are two people, write 'different_from: [" in line for line in told)


@pytest.mark.parametrize("one_way", ["people/vehl-the-mayor", "people/jonas-vehl"])
def test_people_entered_as_different_may_share_a_name(curator, one_way):
    mayor(curator)
    other = "jonas-vehl" if one_way == "people/vehl-the-mayor" else "vehl-the-mayor"
    curator.change(one_way, different_from=[other])
    assert curator.told(fix=False) == []


def test_namesakes_whom_nothing_tells_apart_are_warned_of(curator):
    mayor(curator, different_from="[jonas-vehl]")
    (only,) = [line for line in warned(curator) if "Somebody else" in line]
    assert only.startswith("people/vehl-the-mayor.yaml:3: name: ")


def test_an_organization_of_a_persons_name_is_refused(curator):
    curator.write("organizations/vehl", "id: vehl\nname: Jonas Vehl\nclassification: body\n")
    (told, *_) = curator.told(fix=False)
    assert "two people" not in told


def test_a_choice_between_namesakes_shows_what_tells_them_apart_and_can_be_answered(
    curator, tmp_path
):
    mayor(curator, different_from="[jonas-vehl]")
    build(curator.folder, tmp_path / "kb.sqlite")
    kb = KnowledgeBase(tmp_path / "kb.sqlite")
    answer = ask(kb, "/who jonas vehl", TODAY).answer
    assert answer.outcome == "choice"
    assert {c.id for c in answer.choices} == {"jonas-vehl", "vehl-the-mayor"}
    assert len({c.label for c in answer.choices}) == 2
    for choice in answer.choices:
        assert choice.label != "Jonas Vehl"
        assert ask(kb, choice.question, TODAY).answer.person.id == choice.id
    kb.close()


@pytest.mark.parametrize(("alias", "warned_of"), [("More", True), ("Moore", False)])
def test_a_name_that_is_a_commands_word_is_warned_of(curator, alias, warned_of):
    curator.change("people/teva-dask", aliases=[alias])
    assert curator.told(fix=False) == []
    assert any("'More' is also what Stancebook is told" in w for w in warned(curator)) == warned_of


def test_the_words_that_are_warned_of_are_the_commands():
    names = {name for c in registry().values() if c.in_slack for name in (c.name, c.registered)}
    assert names <= COMMAND_WORDS


@pytest.mark.parametrize(
    ("name", "printed"),
    [("Torbjørn Hauge", "Torbjorn Hauge"), ("Evika Ķēniņa", "Evika Kenina")],
)
def test_a_name_in_plain_letters_stays_ones_own_beside_a_namesake(name, printed):
    two = {"one": name, "two": f"Ada {name.split()[-1]}"}
    people = {i: Entry(f"{i}.yaml", Person(id=i, name=n), {}) for i, n in two.items()}
    called = NamesOf(Corpus(people=people)).own("one")
    assert printed.casefold() in {own.casefold() for own in called}
