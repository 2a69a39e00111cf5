"""Statements as the reader gets them: marked words, attributed, on screens that lose nothing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from bot.answers.answer import Outcome
from bot.block_kit.message import as_text
from bot.cli.ask import ask
from bot.layout import wording
from bot.layout.terminal import choices
from bot.layout.wording import statement_part
from knowledge.corpus.model import QuoteKind, Sourcing

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.answers.answer import Answer
    from bot.answers.reply import Reply
    from bot.block_kit.message import Message
    from knowledge.citations.citation import CitedStatement

SHORT = 5  # words; a shorter direct quote is read in its clause
BUDGET = 120  # words of one article in one answer
LABEL = "In the words of the outlet ("


def _lines(statement: CitedStatement, **options: bool) -> list[str]:
    return as_text(statement_part(statement, **options).blocks).splitlines()


def _statements_on(message: Message, answer: Answer) -> list[CitedStatement]:
    """Return the statements whose source lines the message shows, in its order."""
    by_id = {statement.id: statement for statement in answer.statements}
    small = [e["text"] for b in message.blocks if b["type"] == "context" for e in b["elements"]]
    found = [by_id.get(text.rpartition(" · ")[2]) for text in small]
    return [statement for statement in found if statement]


def _quoted_by_statement(reply: Reply, quoted) -> list[tuple[CitedStatement, list[str]]]:
    """Return each statement that a message shows, with the words set apart as its quotations."""
    shown, words = [], []
    by_id = {statement.id: statement for statement in reply.answer.statements}
    for block in reply.message.blocks:
        words += quoted([block])
        if block["type"] == "context":
            statement = by_id.get(block["elements"][0]["text"].rpartition(" · ")[2])
            if statement:
                shown.append((statement, words))
                words = []
    assert not words, "words quoted without a source line below them"
    return shown


def test_a_direct_quote_is_shown_with_its_marks_its_speaker_and_its_source(invented):
    assert _lines(invented.cited()) == [
        "> “We will keep the ban until the last fisherman is home.”",
        "— Orin Dask, the head · on record · 12 March 2025",
        "Dask found the plan too early.",
        wording.source_line(invented.cited()),
    ]


def test_a_short_direct_quote_is_shown_inside_its_clause_alone(invented):
    clause = "Orin Dask […] called the plan “premature” […] the sources said."
    quotes = [invented.direct("premature", start=85), invented.narration(clause, start=0, end=166)]
    statement = invented.cited(sourcing="relayed", via="diplomatic sources", quotes=quotes)
    assert _lines(statement)[:3] == [
        "In the words of the outlet (Valley Post):",
        f"> {clause}",
        "— Orin Dask, the head · relayed by diplomatic sources · 12 March 2025",
    ]


def test_a_direct_quote_that_another_merely_spells_is_not_lost(invented):
    quotes = [
        invented.narration("Dask said that it is now too late for talks.", start=0),
        invented.direct("it is now too late for talks", start=500),
        invented.direct("No", start=700),
    ]
    told = _lines(invented.cited(quotes=quotes))
    assert "> “it is now too late for talks”" in told
    assert "> “No”" in told


def test_words_that_were_said_twice_are_shown(invented):
    quotes = [invented.direct("We will keep the ban", start=at) for at in (10, 300)]
    assert "> “We will keep the ban”" in _lines(invented.cited(quotes=quotes))


def test_narration_of_an_outlet_that_is_not_named_says_so(invented):
    quotes = [invented.narration("Dask was against it.")]
    told = _lines(invented.cited(quotes=quotes, article={"publisher": None}))
    assert told[0] == "In the words of the outlet (outlet not named in the text):"


def test_words_withheld_say_why_and_nothing_is_quoted(invented):
    statement = invented.cited(quotes=[], withheld_reason="the publisher allows only a link")
    told = _lines(statement)
    assert told[0] == "Words not shown: the publisher allows only a link."
    assert not [words for words in told if words.startswith("> ")]


def test_notes_and_doubts_about_the_day_are_told(invented):
    told = _lines(invented.cited(note="The article errs."), doubt="May be of another day.")
    assert "May be of another day." in told
    assert "Curator’s note: The article errs." in told


def test_words_of_articles_are_set_literally_and_only_a_statement_may_be_left_out(invented):
    part = statement_part(invented.cited(summary="*bold* <!channel>"))
    assert part.statement
    runs = [run for element in part.blocks[1]["elements"] for run in element["elements"]]
    assert {run["type"] for run in runs} == {"text"}
    assert "*bold* <!channel>" in [run["text"] for run in runs]


def test_the_real_corpus_is_asked_and_answers(every_reply):
    answered = [r for r in every_reply.values() if r.answer.outcome is Outcome.ANSWER]
    assert len(answered) > 100
    assert sum(len(r.answer.statements) for r in answered) > 200


def test_each_statement_shown_has_its_words_speaker_relay_and_source_in_the_text(every_reply):
    for question, (answer, message) in every_reply.items():
        for statement in _statements_on(message, answer):
            expected = [
                wording.speaker(statement.speaker, statement.article),
                wording.source_line(statement),
                wording.dated(statement.said),
                statement.summary,
                *(quote.exact for quote in statement.quotes),
            ]
            if statement.via:
                expected.append(statement.via)
            missing = [words for words in expected if words not in message.text]
            assert missing == [], (question, statement.id)


def test_relayed_words_are_never_shown_without_who_relayed_them(every_reply, quoted):
    seen = 0
    for question, reply in every_reply.items():
        lines = reply.message.text.split("\n")
        for statement, words in _quoted_by_statement(reply, quoted):
            if statement.sourcing is Sourcing.RELAYED and words:
                after = lines[lines.index(f"> {words[-1]}") + 1]
                assert f"relayed by {statement.via}" in after, question
                seen += 1
    assert seen


def test_what_is_quoted_is_a_slice_of_the_statements_quotes_in_marks_or_labelled(
    every_reply, quoted
):
    for question, reply in every_reply.items():
        for statement, shown in _quoted_by_statement(reply, quoted):
            direct = {f"“{q.exact}”" for q in statement.quotes if q.kind is QuoteKind.DIRECT}
            narrated = {q.exact for q in statement.quotes if q.kind is QuoteKind.NARRATION}
            assert set(shown) <= direct | narrated, question
            label = f"{LABEL}{wording.outlet(statement.article)}):"
            for words in set(shown) & narrated:
                assert f"{label}\n> {words}" in reply.message.text, question


def test_a_short_direct_quote_never_stands_alone(every_reply, quoted):
    for question, reply in every_reply.items():
        for statement, shown in _quoted_by_statement(reply, quoted):
            alone = [words for words in shown if words.startswith("“")]
            assert [w for w in alone if len(w.split()) < SHORT] == [], question
            inside = [q.exact for q in statement.quotes if len(q.exact.split()) < SHORT]
            assert all(any(words in whole for whole in shown) for words in inside), question


def _inside(words: str, other: str) -> bool:
    return words != other and words in other


def _words(text: str) -> int:
    return len(text.replace("[…]", " ").split())


def _most_quoted_in_one_message(replies: Iterable[Reply], quoted) -> int:
    """Count the words that a message sets apart as quotations of one article, at most."""
    most = 0
    for reply in replies:
        shown: dict[str, list[str]] = {}
        for statement, words in _quoted_by_statement(reply, quoted):
            shown.setdefault(statement.article.id, []).extend(words)
        totals = [sum(map(_words, dict.fromkeys(quotes))) for quotes in shown.values()]
        most = max(most, *totals, 0)
    return most


def _most_quoted_in_one_answer(replies: Iterable[Reply]) -> int:
    """Count the words of one article that an answer holds on all of its screens, at most."""
    most = 0
    for answer, _ in replies:
        quotes: dict[str, dict[tuple[int, int], str]] = {}
        for statement in answer.statements:
            places = quotes.setdefault(statement.article.id, {})
            places |= {(q.start, q.end): q.exact for q in statement.quotes}
        for places in quotes.values():
            outer = [
                words
                for (a, b), words in places.items()
                if not any(c <= a and b <= d and _inside(words, w) for (c, d), w in places.items())
            ]
            most = max(most, sum(map(_words, outer)))
    return most


def test_no_answer_quotes_more_than_120_words_of_one_article(every_reply, quoted):
    replies = every_reply.values()
    assert BUDGET / 4 < _most_quoted_in_one_message(replies, quoted) <= BUDGET
    assert BUDGET / 4 < _most_quoted_in_one_answer(replies) <= BUDGET


def test_words_over_the_budget_are_withheld_and_that_is_said(
    every_reply, quoted, shipped_kb, today, monkeypatch
):
    small = 30
    monkeypatch.setattr("knowledge.citations.answer_budget.WORDS_OF_ONE_ARTICLE", small)
    asked = [q for q, reply in every_reply.items() if len(reply.answer.statements) > 3]
    replies = [ask(shipped_kb, question, today) for question in asked]
    assert 0 < _most_quoted_in_one_message(replies, quoted) <= small
    assert 0 < _most_quoted_in_one_answer(replies) <= small
    for answer, message in replies:
        withheld = [s for s in _statements_on(message, answer) if s.withheld_reason]
        assert message.text.count("Words not shown: ") == len(withheld)
        assert not [s for s in withheld if s.quotes]
    assert any("Words not shown: " in message.text for _, message in replies)


def test_the_first_screen_shows_three_statements_and_offers_the_others(every_reply):
    long = 0
    for question, (answer, message) in every_reply.items():
        if (
            answer.outcome is not Outcome.ANSWER
            or answer.command == "issues"
            or answer.asked_for_more
        ):
            continue
        shown = _statements_on(message, answer)
        hidden = len(answer.statements) - len(shown)
        assert len(shown) == min(3, len(answer.statements)), question
        offered = [label for label, _ in choices(message)]
        assert offered == ([f"More ({hidden})"] if hidden else []), question
        assert bool(re.search(rf"\b{hidden} more statements?: press More", message.text)) == bool(
            hidden
        ), question
        long += hidden > 0
    assert long


def test_more_goes_on_until_every_statement_was_shown_once(every_reply, shipped_kb, today):
    for question, first in every_reply.items():
        if first.answer.outcome is not Outcome.ANSWER or question.endswith(" more"):
            continue
        reply, seen = first, _statements_on(first.message, first.answer)
        while more := [q for label, q in choices(reply.message) if label.startswith("More (")]:
            reply = ask(shipped_kb, more[0], today)
            new = _statements_on(reply.message, reply.answer)
            assert new, question
            seen += new
        ids = [statement.id for statement in seen]
        assert len(ids) == len(set(ids)), question
        assert set(ids) == {s.id for s in first.answer.statements}, question


def test_what_may_be_later_than_the_day_asked_about_follows_what_is_settled(shipped_kb, today):
    asked = "/stance japan end-of-war as of 2021-11-10"
    answer, message = ask(shipped_kb, asked, today)
    shown = [statement.id for statement in _statements_on(message, answer)]
    assert answer.maybe_later
    settled = [s.id for s in answer.statements if s.id not in answer.maybe_later]
    assert shown == [*settled, *answer.maybe_later]


@pytest.mark.parametrize("question", ["/stance japan talks", "/stance japan talks more"])
def test_a_statement_on_two_issues_is_shown_once(shipped_kb, today, question):
    answer, message = ask(shipped_kb, question, today)
    ids = [statement.id for statement in _statements_on(message, answer)]
    assert ids
    assert len(ids) == len(set(ids))
