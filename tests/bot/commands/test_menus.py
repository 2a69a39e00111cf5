"""Menus: each candidate once, the best match first, narrowed by every word, page by page."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.answers.choice_pages import PAGE_OF_CHOICES
from bot.block_kit import limits
from bot.cli.ask import ask
from bot.layout.terminal import choices
from tests.bot.invented_corpus import InventedCorpus

if TYPE_CHECKING:
    from collections.abc import Iterator

    from knowledge.kb.knowledge_base import KnowledgeBase

GIVEN = "Ji Min Su Ho Na Ra Hye Yong Sang Tae Woo Jin Seo Do".split()
KIMS = sorted(f"Kim {one}-{other.lower()}" for one in GIVEN for other in GIVEN)


@pytest.fixture(scope="module")
def kims(tmp_path_factory: pytest.TempPathFactory) -> Iterator[KnowledgeBase]:
    corpus = InventedCorpus(tmp_path_factory.mktemp("kims") / "entries")
    corpus.state("Ruritania", "Ruritanian")
    corpus.issue("Ban on glacier mining", "glacier ban")
    for name in KIMS:
        corpus.person(name)
    corpus.person("Otto Brandt", post=("Prime Minister", "Ruritania"))
    corpus.said("Ruritania", "Ban on glacier mining", "supports", "We support it", "Otto Brandt")
    kb = corpus.kb()
    yield kb
    kb.close()


@pytest.fixture
def asked(kims, today):
    return lambda typed: ask(kims, typed, today)


def _names(answer) -> list[str]:
    return [choice.name for choice in answer.choices]


def test_a_surname_offers_all_who_have_it_in_order(asked):
    assert _names(asked("/who Kim").answer) == KIMS


@pytest.mark.parametrize(
    ("typed", "words"),
    [("Kim Ji", {"ji"}), ("kim min", {"min"}), ("Kim Ji glacier ban", {"ji"}), ("Kim Ji-", {"ji"})],
)
@pytest.mark.parametrize("command", ["who", "stance"])
def test_every_word_typed_narrows_the_choice(asked, command, typed, words):
    if command == "who" and "ban" in typed:
        return
    found = _names(asked(f"/{command} {typed}").answer)
    due = [name for name in KIMS if words <= set(name.lower().replace("-", " ").split())]
    assert sorted(found) == due
    assert found[0].lower().split()[1].startswith(*words)


def test_the_beginning_of_a_word_narrows_too(asked):
    found = _names(asked("/who Kim Ji-m").answer)
    assert found == ["Kim Ji-min", "Kim Min-ji"]


@pytest.mark.parametrize("typed", ["/who Kim", "/stance kim glacier ban", "/said ban by kim"])
def test_pages_show_everybody_once(asked, typed):
    question, seen = typed, []
    for _ in KIMS:
        shown = choices(asked(question).message)
        assert len(shown) <= limits.ACTION_ELEMENTS
        seen += [(label, q) for label, q in shown if not label.startswith(("Back", "More ("))]
        question = next((q for label, q in shown if label.startswith("More (")), None)
        if question is None:
            break
    assert len(seen) == len(set(seen)) == len(KIMS)


def test_more_is_the_next_page(asked):
    shown = [label for label, _ in choices(asked("/who Kim more").message)]
    assert shown[0] == KIMS[PAGE_OF_CHOICES]


@pytest.mark.parametrize("typed", ["/who Kim", "/stance kim glacier ban", "/said ban by kim"])
def test_back_is_the_page_before(asked, typed):
    second = dict(choices(asked(f"{typed} more 23").message))["Back"]
    third = dict(choices(asked(f"{typed} more 46").message))["Back"]
    assert "Back" not in dict(choices(asked(second).message))
    assert choices(asked(second).message) == choices(asked(typed).message)
    assert choices(asked(third).message) == choices(asked(f"{typed} more 23").message)


@pytest.mark.parametrize(
    "typed",
    ["/who Kim", "/who Kim Ji", "/who Kimm", "/stance kim", "/who Park Ji-min", "/who Ji-min"],
)
def test_no_candidate_stands_twice(asked, typed):
    answer = asked(typed).answer
    offered = [choice.question for choice in answer.choices]
    assert len(offered) == len(set(offered))


@pytest.mark.parametrize("typed", ["/who Kim", "/who kim jin", "/stance kim", "/who Ji-mi"])
def test_a_choice_is_never_of_one(asked, typed):
    answer = asked(typed).answer
    assert answer.outcome != "choice" or len(answer.choices) > 1


@pytest.mark.parametrize("typed", ["/stance brendt", "/stance brendt glacier ban"])
def test_but_a_lone_name_that_is_misspelled_is_asked_about(asked, typed):
    answer = asked(typed).answer
    assert (answer.outcome, answer.reason) == ("choice", "Did you mean Otto Brandt?")
    assert _names(answer) == ["Otto Brandt"]


def test_which_who_says_first(asked):
    reply = asked("/who brendt")
    assert (reply.answer.outcome, reply.answer.person.name) == ("answer", "Otto Brandt")
    assert "Read “brendt” as Otto Brandt" in reply.message.text
