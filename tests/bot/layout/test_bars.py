"""Statements as the reader gets them: marked words, signed, on screens that lose nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.answers.answer import Outcome
from bot.block_kit.block_text import as_text
from bot.cli.ask import ask
from bot.layout.bars import source_parts, statement_bars
from bot.layout.signature import outlet_or_headline
from bot.layout.terminal import choices
from knowledge.corpus.model import Sourcing
from tests.bot.invented_corpus import InventedCorpus
from tests.bot.layout.shown_slices import shown_slices

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.answers.reply import Reply
    from knowledge.citations.citation import CitedStatement

SHORT = 5  # words; a shorter direct quote is read in its clause
BUDGET = 120  # words of one article in one answer


def _lines(statement: CitedStatement, **options: str) -> list[str]:
    return as_text(statement_bars(statement, **options).blocks).splitlines()


def test_a_direct_quote_is_shown_with_its_marks_and_its_speaker(invented):
    assert _lines(invented.cited()) == [
        "> “We will keep the ban until the last fisherman is home.”",
        "Orin Dask, the head · Mar 12, 2025 · said publicly",
    ]


def test_own_words_and_the_outlets_sentence_are_signed_apart(invented):
    quotes = [
        invented.direct("We will keep the ban", start=0),
        invented.narration("He left.", start=90),
    ]
    assert _lines(invented.cited(quotes=quotes))[2:] == [
        "> He left.",
        "Valley Post on Orin Dask · same statement",
    ]


def test_words_withheld_say_why_and_nothing_is_quoted(invented):
    told = _lines(invented.cited(quotes=[], withheld_reason="the publisher allows only a link"))
    assert told[0] == "Words not shown: the publisher allows only a link."
    assert not [words for words in told if words.startswith("> ")]


def test_doubt_about_the_day_stands_in_the_signature(invented):
    assert _lines(invented.cited(), doubt="may be later")[1].endswith(" · may be later")


def test_what_curators_write_is_not_on_a_card(invented):
    told = "\n".join(_lines(invented.cited(note="The article errs.")))
    assert "The article errs." not in told
    assert "too early" not in told


@pytest.mark.parametrize("name", ["*bold* <!channel>", "a_b", ":cat:", "~x~"])
def test_names_are_set_literally_and_only_a_statement_may_be_left_out(invented, name):
    speaker = {"id": "x", "name": name, "kind": "person", "as": "the head"}
    part = statement_bars(invented.cited(speaker=speaker))
    assert part.statement
    (element,) = part.blocks[-1]["elements"]
    assert element["type"] == "plain_text"
    assert element["text"].startswith(name)


def test_an_article_is_named_once_with_its_date(invented):
    statements = [invented.cited(), invented.cited(id="other")]
    parts = [statement_bars(s) for s in statements]
    (part,) = source_parts(parts, statements)
    assert as_text(part.blocks) == "Source: Valley Post, Apr 5, 2025"


def test_an_article_is_not_named_again_where_a_signature_names_it_with_its_date(invented):
    day = {"from": "2025-04-05", "to": "2025-04-05", "printed": "then", "basis": "printed"}
    statement = invented.cited(quotes=[invented.narration("Dask left.")], said=day)
    assert source_parts([statement_bars(statement)], [statement]) == []


def test_the_real_corpus_is_asked_and_answers(every_reply):
    answered = [r for r in every_reply.values() if r.answer.outcome is Outcome.ANSWER]
    assert len(answered) > 100
    assert sum(len(shown_slices(r)) for r in answered) > 200


def test_each_bar_is_a_slice_of_a_statement_and_names_its_relay(every_reply):
    relayed = 0
    for question, reply in every_reply.items():
        for statement, _, signature in shown_slices(reply):  # which fails for words of nobody
            if statement.sourcing is Sourcing.RELAYED and not signature.endswith("same statement"):
                assert f"relayed by {statement.via}" in signature, question
                relayed += 1
    assert relayed


def test_the_outlets_sentence_is_signed_by_the_outlet(every_reply):
    for question, reply in every_reply.items():
        for statement, words, signature in shown_slices(reply):
            own = [w for w in words if w.startswith("“") and w.endswith("”")]
            outlet = outlet_or_headline(statement.article)
            assert signature.startswith(outlet) == (not own), (question, words, signature)


def test_a_short_direct_quote_never_stands_alone(every_reply):
    for question, reply in every_reply.items():
        for _, words, _ in shown_slices(reply):
            alone = [w for w in words if w.startswith("“") and w.endswith("”")]
            assert [w for w in alone if len(w.split()) < SHORT] == [], question


def test_every_article_shown_is_named_with_its_day(every_reply):
    for question, reply in every_reply.items():
        for statement, _, _ in shown_slices(reply):
            head = statement.article
            named = head.agency or head.publisher or (head.title or "").split()[0]
            assert named in reply.message.text, question


def _inside(words: str, other: str) -> bool:
    return words != other and words in other


def _words(text: str) -> int:
    return len(text.replace("[…]", " ").split())


def _most_quoted_in_one_message(replies: Iterable[Reply]) -> int:
    """Count the words that a message sets apart as quotations of one article, at most."""
    most = 0
    for reply in replies:
        shown: dict[str, list[str]] = {}
        for statement, words, _ in shown_slices(reply):
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


def test_no_answer_quotes_more_than_120_words_of_one_article(every_reply):
    replies = every_reply.values()
    named = 10  # words that brackets add
    assert BUDGET / 4 < _most_quoted_in_one_message(replies) <= BUDGET + named
    assert BUDGET / 4 < _most_quoted_in_one_answer(replies) <= BUDGET


def test_words_over_the_budget_are_withheld_and_that_is_said(
    every_reply, shipped_kb, today, monkeypatch
):
    small = 30
    monkeypatch.setattr("knowledge.citations.answer_budget.WORDS_OF_ONE_ARTICLE", small)
    asked = [q for q, reply in every_reply.items() if len(reply.answer.statements) > 3]
    replies = [ask(shipped_kb, question, today) for question in asked]
    assert 0 < _most_quoted_in_one_answer(replies) <= small
    assert any("Words not shown: " in message.text for _, message in replies)


def test_a_card_has_two_bars_and_offers_all_statements(every_reply):
    long = 0
    for question, reply in every_reply.items():
        answer, message = reply
        if answer.outcome is not Outcome.ANSWER or answer.asked_for_more:
            continue
        if answer.command not in {"stance", "who"} or len(answer.stances) > 1:
            continue
        shown = {s.id for s, _, _ in shown_slices(reply)}
        withheld = message.text.count("Words not shown")
        left = len(answer.statements) - len(shown - {s.id for s in answer.naming}) - withheld
        labels = [label for label, _ in choices(message) if label != "All quotations"]
        offered = [label for label in labels if label.startswith("All ")]
        assert offered == ([f"All {len(answer.statements)}"] if left else []), question
        long += bool(left)
    assert long


def test_all_statements_are_shown_once_screen_by_screen(every_reply, shipped_kb, today):
    for question, first in every_reply.items():
        found = [q for label, q in choices(first.message) if label.startswith("All ")]
        if not found or first.answer.outcome is not Outcome.ANSWER:
            continue
        seen: list[str] = []
        while found:
            reply = ask(shipped_kb, found[0], today)
            seen += {s.id: s for s, _, _ in shown_slices(reply)}
            found = [q for label, q in choices(reply.message) if label.startswith("More (")]
        held = {s.id for s in first.answer.statements if not s.withheld_reason}
        assert len(seen) == len(set(seen)), question
        assert set(seen) == held, question


def test_words_that_decide_another_issue_are_not_added(tmp_path, today):
    corpus = InventedCorpus(tmp_path / "entries")
    corpus.state("Sordia")
    corpus.person("Nora Blau", post=("minister", "Sordia"))
    for issue in ("a canal", "a dike"):
        corpus.issue(issue)
    own, narrated = "We dig the canal in May.", "Nora Blau would raise the dike too"
    quotes = [
        {"kind": "direct", "exact": own, "start": 5, "end": 29, "attribution": "Nora Blau"},
        {"kind": "narration", "exact": narrated, "start": 40, "end": 74},
    ]
    stances = [
        {"holder": "sordia", "issue": issue, "value": "supports", "basis": "declared", "grounds": i}
        for i, issue in enumerate(("a-canal", "a-dike"))
    ]
    corpus.said("Sordia", "a canal", "supports", own, "Nora Blau", quotes=quotes, stances=stances)
    kb = corpus.kb()
    dike, canal = (ask(kb, f"sordia {issue}", today).message.text for issue in ("dike", "canal"))
    assert f"> {narrated}\nStrelsau Courier on Nora Blau" in dike
    assert own not in dike
    assert f"> “{own}”\nNora Blau" in canal
    assert narrated not in canal
