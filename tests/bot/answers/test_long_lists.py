"""Lists of issues and of articles go on behind More, as lists of statements do, and back."""

from __future__ import annotations

import pytest

from bot.answers.reply_message import message
from bot.cli.ask import ask
from bot.commands import registry
from bot.layout.terminal import choices
from tests.bot.invented_corpus import InventedCorpus

WORDS = "amber birch cedar daisy elder fern ginger hazel iris juniper".split()
ISSUES = [f"Ban on {one} {other}" for one in WORDS for other in WORDS]


@pytest.fixture(scope="module")
def many(tmp_path_factory):
    corpus = InventedCorpus(tmp_path_factory.mktemp("issues") / "entries")
    corpus.state("Ruritania")
    for name in ISSUES:
        corpus.issue(name, name.removeprefix("Ban on "))
        corpus.said("Ruritania", name, "supports", "We support it")
    kb = corpus.kb()
    yield kb
    kb.close()


def test_every_issue_is_on_one_of_the_pages(many, today):
    question, pages = "/issues", []
    while question:
        reply = ask(many, question, today)
        pages.append((question, reply.message.text))
        shown = dict(choices(reply.message))
        question = next((q for label, q in shown.items() if label.startswith("More (")), None)
    listed = "\n".join(text for _, text in pages)
    shorts = [name.removeprefix("Ban on ") for name in ISSUES]
    assert all(short in listed for short in shorts)
    assert len(pages) > 2
    assert dict(choices(ask(many, pages[-1][0], today).message))["Back"] == pages[-2][0]
    assert pages[0][1].startswith("100 issues, latest on record")


def test_past_the_last_issue_that_is_said(many, today):
    text = ask(many, "/issues more 100", today).message.text
    assert text.startswith("No more: all 100 issues were shown before.")


def test_many_articles_go_on_behind_more(shipped_kb, today):
    listed = ask(shipped_kb, "/source", today).answer
    several = {"sources": listed.sources * 20, "asked": "/source", "choices": ()}
    first = listed.model_copy(update=several)
    shown = choices(message(registry()["source"], first))
    assert shown == [("More (75)", "/source more 25")]
    last = first.model_copy(update={"asked_for_more": True, "skip": 75})
    assert [label for label, _ in choices(message(registry()["source"], last))] == ["Back"]
    assert ask(shipped_kb, "/source more 2", today).answer.skip == 2
