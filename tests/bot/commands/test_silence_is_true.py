"""Nothing is denied that is on record under an issue's name, or in the words of others."""

from __future__ import annotations

import pytest

from bot.cli.ask import ask
from tests.bot.invented_corpus import InventedCorpus


@pytest.mark.parametrize(
    "typed",
    [
        "What does everybody say about a summit?",
        "Who said what about a summit?",
        "Who said something about the summit?",
        "Which officials spoke about a summit?",
        "What do people say about a summit?",
    ],
)
def test_an_issue_whose_name_nobody_printed_is_answered_by_what_was_said_on_it(
    shipped_kb, today, typed
):
    answer = ask(shipped_kb, typed, today).answer
    assert (answer.outcome, answer.issue.id) == ("answer", "summit")
    assert {"japan", "north-korea"} <= {s.on_behalf_of for s in answer.statements}


def test_those_from_a_state_are_that_states(shipped_kb, today):
    answer = ask(shipped_kb, "Who from Japan spoke about a summit?", today).answer
    assert {s.on_behalf_of for s in answer.statements} == {"japan"}


def test_days_without_words_on_an_issue_are_named(shipped_kb, today):
    answer = ask(shipped_kb, "Who said something about a summit in 2019?", today).answer
    assert answer.reason.startswith("Nobody is on record on Japan-North Korea summit in 2019.")


def test_a_state_that_others_name_says_so_in_a_comparison_too(shipped_kb, today):
    typed = "compare Japan and North Korea on US-North Korea talks"
    cells = ask(shipped_kb, typed, today).answer.compared
    assert [cell.named_by_others for cell in cells] == [False, True]


def test_words_of_others_that_name_several_who_are_silent_are_shown(shipped_kb, today):
    typed = "What did Trump and Biden say about denuclearization?"
    answer = ask(shipped_kb, typed, today).answer
    assert answer.reason.startswith("No words of Donald Trump or Joe Biden on record")
    assert answer.statements


@pytest.mark.parametrize(
    "typed",
    [
        "Does anybody oppose pressure on Pyongyang?",
        "Does any government oppose pressure on Pyongyang?",
        "Is there any other country against pressure on Pyongyang?",
    ],
)
def test_whoever_there_is_is_asked_about_and_not_the_target(shipped_kb, today, typed):
    answer = ask(shipped_kb, typed, today).answer
    assert answer.reason.startswith("Nobody is on record on that side. On record are: Japan")


def test_who_trusts_somebodys_aims_is_asked_and_not_the_other(shipped_kb, today):
    typed = "Does South Korea trust North Korea's intentions toward Japan?"
    assert "by South Korea has" in ask(shipped_kb, typed, today).answer.reason


def test_who_may_have_spoken_only_later_is_told_in_a_list(shipped_kb, today):
    typed = "Who stood where on the end-of-war declaration as of October 2021?"
    reply = ask(shipped_kb, typed, today)
    assert [one.holder.id for one in reply.answer.stances_uncertain] == ["north-korea"]
    assert "Nothing certain by then: North Korea." in reply.message.text


def test_who_may_have_spoken_only_later_has_a_cell(shipped_kb, today):
    typed = "compare everyone on the end of war as of October 2021"
    cells = ask(shipped_kb, typed, today).answer.compared
    assert ("north-korea", "uncertain") in {(cell.holder.id, cell.record) for cell in cells}


@pytest.mark.parametrize(
    ("typed", "button"),
    [
        ("What did Tillerson say about North Korea in 2019?", "All that Rex Tillerson said"),
        ("What did Kim Yo Jong say about Japan before 2024?", "All that Kim Yo Jong said"),
        ("What did North Korea say last week about Japan?", "All that North Korea said"),
    ],
)
def test_words_of_other_days_are_pointed_to(shipped_kb, today, typed, button):
    answer = ask(shipped_kb, typed, today).answer
    assert answer.reason.endswith("Words of other days about it are on record.")
    assert [choice.label for choice in answer.choices] == [button]


def test_where_there_are_none_of_other_days_nothing_is_pointed_to(shipped_kb, today):
    answer = ask(shipped_kb, "What did Kono say about Kishida in 2018?", today).answer
    assert "other days" not in answer.reason


def test_anyone_but_somebody_is_everybody_else(shipped_kb, today):
    answer = ask(shipped_kb, "Does anyone but Japan oppose the end of the war?", today).answer
    assert answer.reason.startswith("Nobody is on record on that side. On record are: South Korea")


def test_talks_of_other_kinds_are_asked_about_in_a_list_too(shipped_kb, today):
    answer = ask(shipped_kb, "Who supports six-party talks?", today).answer
    assert (answer.outcome, "“six” and “party”" in answer.reason) == ("no_match", True)


@pytest.mark.parametrize(
    "typed",
    [
        "Where does everyone but Japan stand on pressure?",
        "What does everybody except Japan think about pressure?",
        "Does everybody apart from Japan support pressure?",
    ],
)
def test_everyone_but_somebody_leaves_that_one_out(shipped_kb, today, typed):
    answer = ask(shipped_kb, typed, today).answer
    holders = {stance.holder.id for stance in answer.stances}
    assert (answer.command, "japan" in holders, "south-korea" in holders) == ("issues", False, True)


def test_where_everyone_stood_is_a_list(shipped_kb, today):
    answer = ask(shipped_kb, "Where did everyone stand on pressure in Jan 2018?", today).answer
    assert {"japan", "south-korea"} <= {stance.holder.id for stance in answer.stances}
    assert [one.holder.id for one in answer.stances_uncertain] == ["china"]


def test_a_list_of_days_of_which_nothing_is_certain_says_so(shipped_kb, today):
    told = "Nothing certain by 31 December 2017: Japan on Japan-North Korea talks"
    for typed in ("/issues as of 2017", "/issues japan as of 2017", "/issues talks as of 2017"):
        assert ask(shipped_kb, typed, today).answer.reason.startswith(told)
    listed = ask(shipped_kb, "/issues us as of 2019", today).message.text
    assert "Nothing certain by then: United States on Denuclearization" in listed


def test_on_one_side_nobody_is_certain_who_may_be_on_it_only_later(shipped_kb, today):
    answer = ask(shipped_kb, "who opposes denuclearization as of 2019", today).answer
    assert answer.reason.startswith("Nothing certain by 31 December 2019: United States.")


@pytest.mark.parametrize(
    ("typed", "whose"),
    [
        ("/compare kono tillerson talks", "either of them"),
        ("/compare japan us and south korea as of 2018", "any of them"),
    ],
)
def test_under_a_comparison_nothing_is_on_record_from_those_compared(
    shipped_kb, today, typed, whose
):
    text = ask(shipped_kb, typed, today).message.text
    assert f"Nothing on record from {whose} on " in text
    assert "Nothing on record on " not in text


@pytest.fixture
def words_without_side(tmp_path):
    corpus = InventedCorpus(tmp_path / "entries")
    for state in ("Sordia", "Velmark"):
        corpus.state(state)
    corpus.issue("toll bridge")
    corpus.issue("fishing ban")
    corpus.said("Velmark", "fishing ban", "supports", "Ban it all.")
    corpus.said("Sordia", "toll bridge", "", "We see it.", stances=[], about=["toll-bridge"])
    kb = corpus.kb()
    yield kb
    kb.close()


@pytest.mark.parametrize(
    ("typed", "about"),
    [
        ("/issues sordia", "from Sordia"),
        ("/issues toll bridge", "on toll bridge"),
        ("/issues sordia toll bridge", "from Sordia on toll bridge"),
        ("/compare toll bridge", "on toll bridge"),
    ],
)
def test_words_that_take_no_side_are_not_called_nothing(words_without_side, today, typed, about):
    reason = ask(words_without_side, typed, today).answer.reason
    assert reason.startswith(f"No position is coded {about}, though words are on record.")


def test_nothing_is_said_to_be_on_record_on_what_was_asked_alone(words_without_side, today):
    reason = ask(words_without_side, "/issues velmark toll bridge", today).answer.reason
    assert reason.startswith("Nothing on record from Velmark on toll bridge.")
