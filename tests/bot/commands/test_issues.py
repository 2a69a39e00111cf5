"""/issues: what can be asked, and who has a stance on record."""

from __future__ import annotations

from datetime import date

import pytest

from bot.cli.ask import ask
from tests.bot.invented_corpus import InventedCorpus
from tests.bot.slack_requests import as_read

TODAY = date(2026, 11, 21)


@pytest.fixture
def asked(shipped_kb):
    return lambda typed: ask(shipped_kb, typed, TODAY)


@pytest.mark.parametrize(
    ("typed", "labels"),
    [
        ("/issues nuclear", ["Denuclearization of North Korea", "Nuclear status of North Korea"]),
        (
            "/issues japan and us on nuclear",
            [
                "Japan and United States on Denuclearization of North Korea",
                "Japan and United States on Nuclear status of North Korea",
            ],
        ),
    ],
)
def test_a_word_that_may_mean_two_issues_is_asked_about(shipped_kb, typed, labels):
    answer = ask(shipped_kb, typed, TODAY).answer
    assert (answer.outcome, [choice.label for choice in answer.choices]) == ("choice", labels)


def test_a_word_that_may_mean_others_than_the_issue_listed_is_mentioned(shipped_kb):
    assert ask(shipped_kb, "/issues pressure nuclear", TODAY).answer.not_understood == ("nuclear",)


def test_every_stance_on_record_is_listed_once_with_the_latest_value(asked, shipped_kb):
    answer = asked("/issues").answer
    assert not answer.holders_left_out
    listed = [(s.holder.id, s.issue.id) for s in answer.stances]
    assert sorted(listed) == sorted({(s.holder, s.issue) for s in shipped_kb.stances()})
    for stance in answer.stances:
        own = asked(f"/stance {stance.holder.id} {stance.issue.id}").answer.stances
        assert stance in [s.model_copy(update={"statements": s.statements[:3]}) for s in own]


def test_a_name_narrows_the_list(asked):
    assert {s.holder.id for s in asked("/issues japan").answer.stances} == {"japan"}
    assert {s.issue.id for s in asked("/issues abductions").answer.stances} == {"abductions"}


def test_who_has_nothing_on_record_is_named(asked):
    assert asked("/issues russia").answer.reason.startswith("Nothing on record from Russia.")


@pytest.mark.parametrize(
    "typed", ["issues", "what can I ask?", "what issues are there?", "list topics"]
)
def test_plain_words_ask_for_it_too(asked, typed):
    assert asked(typed).answer.command == "issues"


def test_wording(asked, snapshot):
    assert as_read(asked("/issues").message) == snapshot


def test_who_took_no_side_is_named_so_where_nobody_is_on_the_side_asked_for(kb, today):
    answer = ask(kb, "who opposes the border opening", today).answer
    assert "United Isles (took no side)" in answer.reason


@pytest.mark.parametrize("typed", ["/issues orin dask", "/issues northern bureau"])
def test_the_issues_of_a_person_and_of_a_body_are_offered(kb, today, typed):
    answer = ask(kb, typed, today).answer
    assert answer.outcome == "choice"
    assert answer.reason.endswith("on which issue?")
    offered = {choice.question for choice in answer.choices}
    assert len(offered) == len(answer.choices) > 1
    for question in offered:
        assert ask(kb, question, today).answer.outcome == "answer"


def test_issues_named_narrow_those_of_a_person(kb, today):
    assert len(ask(kb, "/issues orin dask border", today).answer.choices) == 1
    nothing = ask(kb, "/issues teva dask", today).answer
    assert nothing.reason.startswith("Nothing on record from Teva Dask.")


def test_a_name_that_several_have_is_asked_about(kb, today):
    answer = ask(kb, "/issues dask", today).answer
    assert [choice.question for choice in answer.choices] == [
        "/issues orin-dask",
        "/issues teva-dask",
    ]


@pytest.fixture
def asked_of_talks(tmp_path):
    corpus = InventedCorpus(tmp_path / "entries")
    for name in ("Sordia", "Lutha", "Ruritania"):
        corpus.state(name)
    corpus.issue("Lutha talks", "talks", parties=("Lutha",))
    corpus.issue("Ending the blockade", parties=("Lutha",))
    said = [("Sordia", "supports"), ("Ruritania", "opposes")]
    for holder, value in said:
        corpus.said(holder, "Lutha talks", value, f"We of {holder} spoke of it plainly.")
    corpus.said("Sordia", "Ending the blockade", "undeclared", "It is none of our business.")
    corpus.said("Ruritania", "Ending the blockade", "supports", "It has gone on for too long.")
    kb = corpus.kb()
    return lambda typed: ask(kb, typed, date(2025, 6, 1)).answer


@pytest.mark.parametrize(
    ("typed", "holders"),
    [
        ("who opposes talks with lutha", ["ruritania"]),
        ("who is against talks with lutha", ["ruritania"]),
        ("who supports talks with lutha", ["sordia"]),
        ("who is undecided on ending the blockade with lutha", ["sordia"]),
        ("who is undecided on ending the blockade of lutha", ["sordia"]),
    ],
)
def test_a_party_named_with_an_issue_leaves_the_side_asked_for(asked_of_talks, typed, holders):
    answer = asked_of_talks(typed)
    assert [stance.holder.id for stance in answer.stances] == holders
    assert answer.not_understood == ()


def test_nobody_on_the_side_is_said(asked_of_talks):
    reason = asked_of_talks("who is reluctant about talks with lutha").reason
    assert reason.startswith("Nobody is on record on that side.")


@pytest.mark.parametrize("typed", ["who opposes lutha on talks", "who agrees with lutha on talks"])
def test_who_differs_with_a_party_is_no_side_of_the_issue(asked_of_talks, typed):
    assert {s.holder.id for s in asked_of_talks(typed).stances} == {"sordia", "ruritania"}
