"""How much of what was typed an answer repeats, and which near names it offers."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from bot.answers.answer import Outcome
from bot.answers.asked import Asked
from bot.answers.refusals import near_choices
from bot.cli.ask import ask
from knowledge.corpus.model import Kind
from knowledge.names.resolver import Name, Names
from knowledge.questions.reader import read
from knowledge.world import World


@pytest.mark.parametrize(("length", "shown"), [(80, "z" * 80), (81, "z" * 79 + "…")])
def test_a_word_is_repeated_up_to_eighty_characters(kb, today, length, shown):
    asked = Asked(kb, "stance", read(kb, "z" * length), today)
    assert asked.answer(Outcome.NO_MATCH).not_understood == (shown,)


@pytest.mark.parametrize(("length", "whole"), [(80, True), (81, False)])
def test_a_date_that_cannot_be_read_is_repeated_up_to_eighty_characters(kb, today, length, whole):
    strange = "as of " + "z" * (length - len("as of "))
    text = ask(kb, f"/stance velmora border {strange}", today).message.text
    assert (strange in text) == whole


@pytest.mark.parametrize(("typed", "nearest"), [("vehlak", ["jonas-vehl"]), ("qzx vehlak", [])])
def test_names_that_are_hardly_like_what_was_typed_are_not_near(kb, today, typed, nearest):
    asked = Asked(kb, "who", read(kb, "?"), today)
    found = [near.id for near in near_choices(asked, [typed], {Kind.PERSON}, "/who {}")]
    assert found == nearest


@pytest.mark.parametrize(("count", "offered"), [(4, 4), (5, 5), (6, 5)])
def test_at_most_five_near_names_are_offered(kb, today, count, offered):
    names = Names([Name("Silver", f"{number}", Kind.ISSUE) for number in range(count)])
    few = SimpleNamespace(names=names, name_of=str, entities={}, world=World.load())
    asked = Asked(few, "stance", read(kb, "?"), today)
    assert len(near_choices(asked, ["silvr"], {Kind.ISSUE}, "/stance {}")) == offered
