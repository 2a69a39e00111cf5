"""Several asked about at once in plain words are compared, on the days that were typed."""

from __future__ import annotations

from datetime import date

import pytest

from bot.cli.ask import ask
from bot.layout.terminal import choices


@pytest.mark.parametrize(
    "typed",
    [
        "Where do Velmora and North Tarsk stand on the border?",
        "Velmora North Tarsk border",
        "do Velmora and North Tarsk support opening the border?",
        "Velmora, North Tarsk: border",
    ],
)
def test_they_are_compared_at_once(kb, today, typed):
    answer = ask(kb, typed, today).answer
    assert (answer.command, answer.outcome) == ("compare", "answer")
    assert {cell.holder.id for cell in answer.compared} == {"velmora", "north-tarsk"}


def test_the_day_typed_is_kept(kb, today):
    answer = ask(kb, "Velmora and North Tarsk on the border as of June 2025", today).answer
    assert answer.command == "compare"
    assert answer.as_of == date(2025, 6, 30)


@pytest.mark.parametrize(
    "typed",
    [
        "Velmora and North Tarsk on the Islander border",
        "what did Velmora and North Tarsk say about the border",
        "Velmora and Zorgania on the border",
        "/stance velmora north tarsk border",
    ],
)
def test_who_is_meant_is_asked_where_it_may_be_another_question(kb, today, typed):
    answer = ask(kb, typed, today).answer
    assert answer.command == "stance"
    assert answer.outcome != "answer"


def test_the_day_typed_is_repeated_where_it_is_asked_who_is_meant(kb, today):
    answer = ask(kb, "/stance velmora north tarsk border as of June 2025", today).answer
    assert answer.reason.endswith("by 30 June 2025?")


@pytest.mark.parametrize(
    "typed",
    [
        "Japan, the US and South Korea on talks",
        "Where do Japan, the US and the ROK stand on talks?",
        "do the US, Japan, and South Korea support talks?",
        "Japan, as well as the US, along with South Korea, on talks",
    ],
)
def test_an_article_or_a_phrase_in_a_list_loses_nobody(shipped_kb, today, typed):
    answer = ask(shipped_kb, typed, today).answer
    assert {cell.holder.id for cell in answer.compared} == {"japan", "united-states", "south-korea"}


def test_words_of_a_list_are_asked_of_each(shipped_kb, today):
    typed = "what did Japan, the United States, and South Korea say about pressure?"
    answer = ask(shipped_kb, typed, today).answer
    assert {"japan", "united-states", "south-korea"} <= {choice.id for choice in answer.choices}


@pytest.mark.parametrize("typed", ["Moon or Kim on talks", "/timeline Moon and Kim on talks"])
def test_a_name_of_several_is_offered_beside_all_others_asked_about(shipped_kb, today, typed):
    choice = ask(shipped_kb, typed, today).answer.choices[0]
    assert choice.label.startswith("Kim Jong Un and Moon Jae-in on ")
    picked = ask(shipped_kb, choice.question, today).message.text
    assert "Moon Jae-in" in picked
    assert "Kim Jong Un" in picked


@pytest.mark.parametrize(
    "typed",
    [
        "Kono/Kang on pressure",
        "Kono & Kang on pressure",
        "the positions of Kono and of Kang on pressure",
    ],
)
def test_a_sign_or_a_preposition_between_two_loses_neither(shipped_kb, today, typed):
    answer = ask(shipped_kb, typed, today).answer
    assert [cell.holder.id for cell in answer.compared] == ["taro-kono", "kang-kyung-hwa"]


@pytest.mark.parametrize("kim", ["Kim", "Kim Jong Un", "North Korea"])
def test_several_are_compared_on_talks_with_whoever_an_unclear_name_may_be(shipped_kb, today, kim):
    answer = ask(shipped_kb, f"compare Abe, Suga and Kishida on talks with {kim}", today).answer
    told = {(c.holder.id, c.issue.id) for c in answer.compared if c.stance}
    assert {("yoshihide-suga", "summit"), ("fumio-kishida", "summit")} <= told


@pytest.mark.parametrize(
    ("typed", "silent", "apart"),
    [
        ("/compare suga, kishida, moon", "moon-jae-in", "end-of-war"),
        ("/compare kono tillerson kang", "rex-tillerson", "inter-korean-dialogue"),
        ("/compare south korea, us", None, "us-north-korea-talks"),
        ("where do Tokyo and Seoul differ?", None, "nuclear-status"),
    ],
)
def test_what_some_have_in_common_is_compared_and_the_rest_named(
    shipped_kb, today, typed, silent, apart
):
    answer, message = ask(shipped_kb, typed, today)
    assert answer.outcome == "answer"
    assert silent in {None, *(c.holder.id for c in answer.compared if c.record == "no_record")}
    assert apart in {issue.id for issue in answer.issues_apart}
    assert "Also on record from at least one of them:" in message.text


def test_a_cell_without_its_words_is_signed_and_what_has_no_room_a_click_away(shipped_kb, today):
    message = ask(shipped_kb, "/compare japan, us", today).message
    valued = [c for row in message.blocks[2]["rows"][1:] for c in row[1:]]
    assert all(r"\n" in str(cell) or "no position" in str(cell) for cell in valued)
    assert "Not shown here: Pressure on North Korea" in message.text
    assert dict(choices(message))["Pressure"] == "/compare japan, united-states on pressure"


def test_what_is_cited_of_a_comparison_is_what_it_shows(shipped_kb, today):
    message = ask(shipped_kb, "compare China and US on pressure", today).message
    cited = ask(shipped_kb, dict(choices(message))["Cite"], today).message.text
    assert "reckless behavior" in cited
    assert "China was opposed to the foreign ministerial" not in cited
