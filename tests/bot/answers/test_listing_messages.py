"""Messages that ask for all articles, or for whatever there is."""

from __future__ import annotations

import pytest

from bot.answers.last_question import LastQuestion
from bot.answers.listing_messages import asks_for_articles, asks_for_everything
from bot.commands.plain_words import choose


@pytest.mark.parametrize(
    "typed",
    [
        "list your articles",
        "which articles do you have?",
        "show me all the sources",
        "all articles",
    ],
)
def test_all_articles_are_listed(kb, typed):
    assert asks_for_articles(typed)
    assert choose(kb, typed)[:2] == (choose(kb, "/source").command, "")


@pytest.mark.parametrize(
    "typed", ["show me everything", "everything you have", "what do you have?", "show all you know"]
)
def test_everything_is_told_by_all_issues(kb, typed):
    assert asks_for_everything(typed)
    assert choose(kb, typed).command.name == "issues"


def test_everything_that_goes_on_is_all_of_that(kb):
    last = LastQuestion(command="stance", who=("velmora",), issues=("border-opening",))
    assert choose(kb, "everything", last=last).command.name == "stance"


@pytest.mark.parametrize("typed", ["show everything on Velmora", "articles on the border", "what?"])
def test_what_names_something_is_no_list_of_all(typed):
    assert not asks_for_articles(typed)
    assert not asks_for_everything(typed)
