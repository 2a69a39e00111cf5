"""Talks and summits are those of whoever is named with each other, and no others'."""

from __future__ import annotations

from datetime import date

import pytest

from bot.answers.answer import Outcome
from bot.cli.ask import ask
from tests.bot.invented_corpus import InventedCorpus

TODAY = date(2025, 12, 1)


@pytest.fixture(scope="module")
def answer_to(tmp_path_factory):
    corpus = InventedCorpus(tmp_path_factory.mktemp("counterparts") / "entries")
    for state in ("Ruritania", "Sordia", "Mexia", "Zemblia"):
        corpus.state(state)
    corpus.person("Rolf Grell", post=("President", "Sordia"))
    corpus.person("Wolf Grell", post=("Envoy", "Zemblia"))
    corpus.person("Ada Lund", post=("Premier", "Ruritania"))
    corpus.issue("Talks", "talks", "dialogue")
    for state in ("Ruritania", "Mexia", "Zemblia"):
        corpus.issue(f"{state}-Sordia talks", parties=(state, "Sordia"), below="Talks")
        corpus.said(state, f"{state}-Sordia talks", "supports", f"{state} will talk about it.")
    corpus.said("Mexia", "Ruritania-Sordia talks", "opposes", "They had better not talk.")
    parties = ("Ruritania", "Sordia")
    names = ("summit", "summit with Sordia", "meeting with Grell", "meet Grell")
    corpus.issue("Ruritania-Sordia summit", *names, parties=parties)
    corpus.said("Ruritania", "Ruritania-Sordia summit", "supports", "We shall meet.", "Ada Lund")
    corpus.said("Mexia", "Ruritania-Sordia summit", "opposes", "They should not meet.")
    kb = corpus.kb()
    yield lambda typed: ask(kb, typed, TODAY).answer
    kb.close()


@pytest.mark.parametrize(
    ("typed", "issue"),
    [
        ("what does Mexia say on talks with Grell?", "mexia-sordia-talks"),
        ("Ruritania's stance on dialogue with Grell", "ruritania-sordia-talks"),
        ("Lund on meeting with Grell", "ruritania-sordia-summit"),
        ("does Ruritania want to meet Grell?", "ruritania-sordia-summit"),
        ("Mexia on the summit", "ruritania-sordia-summit"),
        ("Mexia on Lund's meeting with Grell", "ruritania-sordia-summit"),
        ("Mexia on talks between Ruritania and Sordia", "ruritania-sordia-talks"),
    ],
)
def test_a_name_of_several_is_whoever_makes_a_pair_with_who_is_asked(answer_to, typed, issue):
    answer = answer_to(typed)
    assert (answer.outcome, answer.issue.id) == (Outcome.ANSWER, issue)


@pytest.mark.parametrize(
    ("typed", "two"),
    [
        ("Mexia on a meeting with Grell", "Mexia and Grell"),
        ("does Mexia want to meet Grell?", "Mexia and Grell"),
        ("Mexia on talks with Ruritania", "Mexia and Ruritania"),
        ("Ruritania on a summit with Lund", "Ruritania and Lund"),
    ],
)
def test_a_summit_of_others_is_not_answered(answer_to, typed, two):
    answer = answer_to(typed)
    assert answer.outcome in {Outcome.CHOICE, Outcome.NO_MATCH}
    assert answer.reason == f"No issue on record is between {two}. Did you mean this?"


def test_a_person_without_record_on_talks_is_not_given_what_they_said_on_others(shipped_kb):
    answer = ask(shipped_kb, "Kim Yo Jong on talks with Moon", TODAY).answer
    assert (answer.outcome, answer.issue.id) == (Outcome.NO_RECORD, "inter-korean-dialogue")


@pytest.mark.parametrize(
    ("typed", "two"),
    [
        ("who supports talks between Ruritania and Mexia?", "Ruritania and Mexia"),
        ("who wants Ruritania to talk to Mexia", "Ruritania and Mexia"),
        (
            "what does Mexia think about Ruritania and Zemblia holding talks",
            "Ruritania and Zemblia",
        ),
        ("Mexia on Ruritania and Zemblia talking", "Ruritania and Zemblia"),
        ("should Ruritania and Mexia hold talks?", "Ruritania and Mexia"),
        ("did Ruritania and Mexia meet?", "Ruritania and Mexia"),
        ("who opposes a Lund-Putin summit", "Lund and Putin"),
    ],
)
def test_talks_of_others_are_not_answered_wherever_the_sides_are_named(answer_to, typed, two):
    answer = answer_to(typed)
    assert answer.outcome in {Outcome.CHOICE, Outcome.NO_MATCH}
    assert answer.reason == f"No issue on record is between {two}. Did you mean this?"


@pytest.mark.parametrize(
    "typed",
    ["who wants a Trump-Kim summit?", "who opposes Trump meeting Kim?", "did Trump and Kim meet?"],
)
def test_what_is_between_the_two_is_offered(shipped_kb, typed):
    answer = ask(shipped_kb, typed, TODAY).answer
    assert answer.reason.startswith("Japan-North Korea summit is not between Trump and Kim.")
    assert [choice.id for choice in answer.choices] == ["us-north-korea-talks"]


def test_a_meeting_with_somebody_of_no_party_is_asked_about(shipped_kb):
    answer = ask(shipped_kb, "why did the Pence meeting not take place?", TODAY).answer
    assert answer.reason.startswith("No issue on record has Mike Pence as a party there.")


@pytest.mark.parametrize(
    ("typed", "held"),
    [
        ("who is against Ruritania and Sordia holding a summit", ["mexia"]),
        ("who backs Ruritania and Sordia meeting for a summit", ["ruritania"]),
        ("who is for a summit between Lund and Grell", ["ruritania"]),
        ("who opposes a Lund-Grell summit", ["mexia"]),
        ("who wants Ruritania and Zemblia to talk to Sordia", ["ruritania", "zemblia"]),
        ("who opposes talks with Ruritania", ["mexia"]),
    ],
)
def test_the_side_is_kept_where_the_parties_are_named_before_the_issue(answer_to, typed, held):
    answer = answer_to(typed)
    assert [stance.holder.id for stance in answer.stances] == held
    assert answer.not_understood == ()


@pytest.mark.parametrize(
    ("typed", "held"),
    [
        ("Who agrees with Kono on pressure?", {"japan", "united-states", "south-korea"}),
        ("Who sides with Japan on pressure?", {"japan", "united-states", "south-korea"}),
        ("Who shares Japan's view on pressure?", {"japan", "united-states", "south-korea"}),
        ("who disagrees with Japan on pressure", {"japan", "china"}),
    ],
)
def test_who_is_on_somebodys_side_has_the_same_value(shipped_kb, typed, held):
    answer = ask(shipped_kb, typed, TODAY).answer
    assert {stance.holder.id for stance in answer.stances} == held


def test_somebody_who_has_no_side_is_mentioned(shipped_kb):
    answer = ask(shipped_kb, "who agrees with Russia on talks", TODAY).answer
    assert (answer.outcome, answer.not_understood) == (Outcome.ANSWER, ("Russia",))


def test_nobody_else_on_somebodys_side_is_told(shipped_kb):
    answer = ask(shipped_kb, "Who agrees with Japan on the end of the war?", TODAY).answer
    assert answer.reason.startswith("Nobody else is on record on the side of Japan.")


@pytest.mark.parametrize(
    "typed",
    [
        "What was said at the Vancouver meeting?",
        "Did Japan attend the ministers' meeting?",
        "Does Japan support a cabinet meeting?",
        "Who spoke at the meeting in Vancouver?",
    ],
)
def test_a_meeting_told_by_its_place_or_people_is_no_summit(shipped_kb, typed):
    answer = ask(shipped_kb, typed, TODAY).answer
    assert all(read.name != "Japan-North Korea summit" for read in answer.read_as)
    assert answer.issue is None


@pytest.mark.parametrize("name", ["Moon Chung-in", "Kim Yong-chol"])
def test_a_hyphen_in_a_name_before_a_meeting_parts_nobody(shipped_kb, name):
    answer = ask(shipped_kb, f"{name} talks", TODAY).answer
    assert (answer.outcome, name.split()[-1] in answer.reason) == (Outcome.NO_MATCH, True)


def test_a_summit_of_others_is_told_of_by_its_name_where_those_named_have_talks(answer_to):
    answer = answer_to("what does Mexia think about a summit with Sordia?")
    assert answer.outcome in {Outcome.CHOICE, Outcome.NO_MATCH}
    reason = "Ruritania-Sordia summit is not between Mexia and Sordia. Did you mean this?"
    assert answer.reason == reason


def test_talks_of_others_are_told_of_where_those_named_have_an_issue_too(shipped_kb):
    typed = "what did Funakoshi say about denuclearization talks with the North?"
    reason = ask(shipped_kb, typed, TODAY).answer.reason
    assert reason.startswith("US-North Korea talks is not between Japan and the North.")
