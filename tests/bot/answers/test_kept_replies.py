"""Replies kept for whoever asks the same words again: never of another kb, day or command."""

from __future__ import annotations

from contextlib import closing
from datetime import date, timedelta

import pytest

from bot.answers.kept_replies import KeptReplies
from bot.answers.reply import reply
from bot.commands import registry
from knowledge.kb.knowledge_base import KnowledgeBase
from tests.bot.invented_corpus import InventedCorpus

DAY = date(2026, 5, 1)
ASKED = "velmora border"
WORDS = "amber birch cedar daisy elder fern ginger hazel iris".split()
NAMES = [
    f"{word} {thing}" for word in WORDS for thing in "bread soup tea jam wine oil salt".split()
]


@pytest.fixture
def kept():
    return KeptReplies()


@pytest.fixture(scope="module")
def many(tmp_path_factory):
    corpus = InventedCorpus(tmp_path_factory.mktemp("many") / "entries")
    corpus.state("Ruritania")
    corpus.state("Graustark")
    for name in NAMES:
        corpus.issue(f"Ban on {name}", name)
        corpus.said("Ruritania", f"Ban on {name}", "supports", f"We support the ban on {name}")
    for name in NAMES[:20]:
        corpus.said("Graustark", f"Ban on {name}", "opposes", f"We oppose the ban on {name}")
    kb = corpus.kb()
    yield kb
    kb.close()


def ask(kept, kb, text=ASKED, day=DAY, command="stance"):
    return kept.reply(kb, registry()[command], text, day)


def test_the_same_words_have_the_reply_that_was_made_already(kept, kb):
    made = ask(kept, kb)
    assert ask(kept, kb) is made
    assert made == reply(kb, registry()["stance"], ASKED, DAY)


def test_other_words_another_day_and_another_command_have_their_own(kept, kb):
    made = ask(kept, kb)
    others = [
        ask(kept, kb, text=ASKED.upper()),
        ask(kept, kb, day=DAY + timedelta(days=1)),
        ask(kept, kb, command="timeline"),
    ]
    assert all(other is not made for other in others)
    assert ask(kept, kb) is made


def test_another_kb_is_asked_anew_and_so_is_the_first_one_after_it(kept, kb):
    made = ask(kept, kb)
    with closing(KnowledgeBase(kb.path)) as other:
        second = ask(kept, other)
        assert second is not made
        assert ask(kept, other) is second
    assert ask(kept, kb) is not made


def test_what_is_noted_beside_the_kb_is_looked_up_each_time(kept, kb):
    assert ask(kept, kb, "", command="source") is not ask(kept, kb, "", command="source")


def test_a_long_text_is_not_kept(kept, kb):
    text = f"{ASKED} {'a' * 200}"
    assert ask(kept, kb, text) is not ask(kept, kb, text)


def test_a_long_list_is_not_kept(kept, many):
    made = ask(kept, many, "ruritania", command="timeline")
    assert len(made.answer.statements) == len(NAMES)
    assert ask(kept, many, "ruritania", command="timeline") is not made


def test_a_list_of_a_screen_or_two_is_kept(kept, many):
    made = ask(kept, many, "graustark", command="timeline")
    assert len(made.answer.statements) == 20
    assert ask(kept, many, "graustark", command="timeline") is made


def test_no_more_than_some_are_kept(kept, kb):
    made = ask(kept, kb)
    for i in range(64):
        ask(kept, kb, f"{ASKED} in {1900 + i}")
    assert ask(kept, kb) is not made
