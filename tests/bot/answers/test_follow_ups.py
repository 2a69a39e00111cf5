"""Buttons lead where something is, a handful of them, and work on this kb."""

from __future__ import annotations

from bot.block_kit.buttons import buttons
from bot.cli.ask import ask
from bot.layout.terminal import choices

MOST = 4  # beside Share


def test_an_answer_that_quotes_leads_to_its_articles_and_to_its_citation(kb, today):
    labels = dict(choices(ask(kb, "/stance velmora border-opening", today).message))
    assert labels["Sources"] == "/source marrow-2025-05 valley-post-2025-04"
    assert labels["Cite"].startswith("/cite marrow-")


def test_what_is_cited_are_the_statements_whose_words_are_shown(every_reply):
    cited = 0
    for question, reply in every_reply.items():
        button = dict(choices(reply.message)).get("Cite")
        if button and reply.message.shows:
            cited += 1
            assert button.split()[1:] == list(reply.message.shows[:10]), question
    assert cited > 40


def test_an_answer_without_words_leads_to_none(kb, today):
    for question in ("/issues", "/stance velmora", "help", "/source", "/cite dask-premature"):
        labels = dict(choices(ask(kb, question, today).message))
        assert not {"Sources", "Cite"} & labels.keys(), question


def test_no_answer_has_more_buttons_than_a_phone_shows_in_two_rows(every_reply):
    for question, reply in every_reply.items():
        found = choices(reply.message)
        offered = len(buttons([], "")["elements"]) + len(reply.answer.choices)
        assert len(found) <= offered + MOST, question


def test_every_button_is_answered(every_reply, shipped_kb, today):
    asked = {q for reply in every_reply.values() for _, q in choices(reply.message)}
    followed = [q for q in sorted(asked) if q.startswith(("/source", "/cite", "/compare"))]
    assert len(followed) > 40
    for question in followed:
        assert ask(shipped_kb, question, today).answer.outcome == "answer", question
