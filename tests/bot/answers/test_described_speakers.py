"""Speakers who are only described are told by their descriptions, and by no issue's name."""

from __future__ import annotations

import pytest

from bot.cli.ask import ask


@pytest.mark.parametrize(
    ("typed", "via"),
    [
        ("What did the diplomatic sources say in 2021?", "diplomatic sources"),
        ("what do diplomatic sources say about the end of the war", "diplomatic sources"),
        ("What did sources familiar with the matter say?", "sources familiar with the matter"),
    ],
)
def test_their_words_are_those_passed_on_by_such(shipped_kb, today, typed, via):
    answer = ask(shipped_kb, typed, today).answer
    assert answer.outcome == "answer"
    assert {said.via for said in answer.statements} == {via}


@pytest.mark.parametrize(
    ("typed", "who"),
    [
        ("What did security officials in Seoul say?", "security officials in Seoul"),
        ("what did top security officials say about talks", "top security officials"),
        ("What did nuclear experts say?", "nuclear experts"),
        ("what did trade officials in Washington say", "trade officials in Washington"),
    ],
)
def test_without_their_words_no_others_are_given(shipped_kb, today, typed, who):
    answer = ask(shipped_kb, typed, today).answer
    assert answer.outcome == "no_match"
    assert answer.reason.startswith(f"No statement on record is attributed to “{who}”")


@pytest.mark.parametrize(
    ("typed", "holder"),
    [
        ("Which sources say Japan is reluctant on the end of the war?", "japan"),
        ("Who says Japan is reluctant on the end of the war?", "japan"),
        ("Who said that Japan would oppose the end of the war?", "japan"),
        ("Which officials say South Korea supports the end of the war?", "south-korea"),
    ],
)
def test_who_tells_of_a_position_is_told_by_it(shipped_kb, today, typed, holder):
    answer = ask(shipped_kb, typed, today).answer
    assert (answer.outcome, answer.holder.id, answer.issue.id) == ("answer", holder, "end-of-war")


def test_an_issue_in_the_description_narrows_nothing(shipped_kb, today):
    typed = "What did sources close to Japan-North Korea relations say?"
    answer = ask(shipped_kb, typed, today).answer
    assert [said.id for said in answer.statements] == ["source-left-out-of-the-loop"]


@pytest.mark.parametrize(
    ("typed", "about"),
    [
        ("What did diplomatic sources say about China?", "about “China”"),
        ("what did diplomatic sources say about Kim Yo Jong", "about “Kim Yo Jong”"),
        ("what did a diplomatic source say about Pence", "about “Pence”"),
        ("what did sources say about Pence", "about “Pence”"),
        ("what did sources familiar with the matter say about Kishida", "about “Kishida”"),
        ("what did anonymous officials say about Kishida", "about “Kishida”"),
        ("what did diplomatic sources say about whales", "about “whales”"),
        ("what did Japanese government sources say about abductions", "on Abductions"),
        ("what did Japanese government sources say about Moon", "about “Moon”"),
    ],
)
def test_what_they_did_not_speak_of_is_said_and_no_other_words_given(
    shipped_kb, today, typed, about
):
    answer = ask(shipped_kb, typed, today).answer
    assert answer.outcome == "no_match"
    assert f"” {about}" in answer.reason
    assert "Theirs are on " in answer.reason
    assert not answer.statements


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("what did diplomatic sources say about missiles", {"funakoshi-premature"}),
        (
            "what did Japanese government sources say on nuclear status",
            {"japan-refuses-nuclear-power"},
        ),
    ],
)
def test_what_they_spoke_of_narrows_their_words(shipped_kb, today, typed, said):
    assert {s.id for s in ask(shipped_kb, typed, today).answer.statements} == said


@pytest.mark.parametrize(
    ("typed", "via"),
    [
        ("what did a diplomatic source say", "a diplomatic source"),
        ("what did diplomatic sources say", "diplomatic sources"),
        ("according to diplomatic sources, what did Japan want?", "diplomatic sources"),
    ],
)
def test_one_source_and_several_are_not_the_same(shipped_kb, today, typed, via):
    assert {s.via for s in ask(shipped_kb, typed, today).answer.statements} == {via}


def test_all_of_their_words_can_be_reached(shipped_kb, today):
    answer, message = ask(shipped_kb, "what did diplomatic sources say?", today)
    assert "more statement" not in message.text
    (label,) = [b for b in message.text.split("[") if b.startswith("All ")]
    assert label.startswith(f"All {len(answer.statements)}]")
    last = ask(shipped_kb, "/stance what did diplomatic sources say? more 3", today).message.text
    assert "[Back]" in last
    assert "[More" not in last


@pytest.mark.parametrize(
    "who",
    [
        "source close to the White House",
        "source close to Kim Jong Un",
        "sources close to North Korea",
        "sources close to the Japanese government",
        "sources near Japan",
        "sources familiar with the talks",
        "sources with knowledge of the matter",
        "sources linked to Pyongyang",
        "sources who are close to Abe",
        "sources in the South Korean government",
        "sources in the Biden administration",
        "sources inside the White House",
        "sources at the State Department",
        "sources in Seoul",
        "sources in Tokyo",
        "sources at the foreign ministry in Tokyo",
        "American sources",
        "Japanese diplomatic sources",
    ],
)
def test_sources_are_not_those_whose_words_are_about_them(shipped_kb, today, who):
    answer = ask(shipped_kb, f"what did {who} say", today).answer
    assert answer.outcome == "no_match"
    assert answer.reason.startswith(f"No statement on record is attributed to “{who}”.")


@pytest.mark.parametrize(
    "typed",
    [
        "what did Japanese government sources say",
        "what did sources in the Japanese government say",
        "What did Japanese govt sources say in Feb 2018",
        "what did Japanese gov't sources say about talks",
        "what did Japanese gov sources say about talks",
        "what did senior Japanese government sources say",
        "what did unnamed Japanese government sources say about talks",
    ],
)
def test_sources_in_a_government_are_its_sources(shipped_kb, today, typed):
    said = {s.speaker.description for s in ask(shipped_kb, typed, today).answer.statements}
    assert said == {"Japanese government sources"}


@pytest.mark.parametrize("short", ["govt", "gov't", "gov"])
def test_shortened_government_sources_are_not_the_state(shipped_kb, today, short):
    answer = ask(shipped_kb, f"what did {short} sources in Tokyo say about talks", today).answer
    assert answer.reason.startswith(
        f"No statement on record is attributed to “{short} sources in Tokyo”"
    )


@pytest.mark.parametrize("named", ["Trump", "Moon"])
def test_a_source_close_to_somebody_asks_for_no_comparison(shipped_kb, today, named):
    typed = f"according to a source close to {named}, did Japan support talks?"
    answer = ask(shipped_kb, typed, today).answer
    assert answer.reason.startswith(
        f"No statement on record is attributed to “source close to {named}”"
    )


@pytest.mark.parametrize(
    "typed",
    [
        "what did the senior Japanese Foreign Ministry official say about dialogue?",
        "what did a senior Japanese official say about North Korea?",
        "what did the senior Foreign Ministry official say about a nuclear North Korea?",
        "senior Japanese official on North Korea",
        "what did the official in Seoul say?",
    ],
)
def test_a_ranked_official_is_not_told_by_those_who_are_named(shipped_kb, today, typed):
    answer = ask(shipped_kb, typed, today).answer
    assert answer.outcome == "answer"
    assert {said.speaker.id for said in answer.statements} == {None}
    assert all("fficial" in said.speaker.description for said in answer.statements)


def test_a_ranked_official_of_whom_nothing_is_on_record_is_named(shipped_kb, today):
    typed = "what did a senior US official say about North Korea?"
    answer = ask(shipped_kb, typed, today).answer
    assert (answer.outcome, answer.statements) == ("no_match", ())
    assert answer.reason.startswith("No statement on record is attributed to “senior US official”")
