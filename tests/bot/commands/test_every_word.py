"""Every word counts: what was answered for somebody else, or denied, and what is due instead."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from bot.cli.ask import ask
from tests.bot.commands.every_word_corpus import every_word_kb

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from bot.answers.answer import Answer
    from bot.answers.reply import Reply
    from knowledge.kb.knowledge_base import KnowledgeBase

    Asking = Callable[[str], Reply]


@pytest.fixture(scope="module")
def invented_kb(tmp_path_factory: pytest.TempPathFactory) -> Iterator[KnowledgeBase]:
    kb = every_word_kb(tmp_path_factory.mktemp("every") / "word")
    yield kb
    kb.close()


@pytest.fixture(scope="module")
def asked(shipped_kb, today) -> Asking:
    return lambda typed: ask(shipped_kb, typed, today)


@pytest.fixture(scope="module")
def invented(invented_kb, today) -> Asking:
    return lambda typed: ask(invented_kb, typed, today)


def _is_nobodys(answer: Answer, named: str) -> bool:
    """Return whether an answer shows nobody's words, and names who is asked about."""
    shown = (answer.holder, answer.person, answer.organization, *answer.statements)
    return not any(shown) and f"“{named}”" in (answer.reason or "")


@pytest.mark.parametrize(
    ("typed", "named"),
    [
        ("what did Taro Aso say about Japan sanctions", "Taro Aso"),
        ("/stance Kenji Kono pressure", "Kenji Kono"),
        ("/stance kenji kono pressure", "kenji kono"),
        ("/stance Hunter Biden talks", "Hunter Biden"),
        ("/stance hunter biden talks", "hunter biden"),
        ("Moon Chung-in on South Korea end of war", "Moon Chung-in"),
        ("/stance xi north korea talks", "xi"),
        ("/stance putin north korea talks", "putin"),
        ("/stance macron north korea talks", "macron"),
        ("/stance philippines north korea talks", "philippines"),
        ("France on Japan sanctions", "France"),
        ("what did Blinken say about japan talks", "Blinken"),
        ("Republic of China dialogue", "Republic of China"),
        ("DR Congo dialogue", "DR Congo"),
        ("Hong Kong China dialogue", "Hong Kong China"),
        ("Ban Ki-moon on end of war", "Ban Ki-moon"),
        ("has Denmark said anything about pressure", "Denmark"),
        ("Denmark's view on pressure", "Denmark"),
        ("/who Spence", "Spence"),
        ("/who Konno", "Konno"),
        ("air japan on end-of-war", "air japan"),
        ("Japan Times on end-of-war", "Japan Times"),
        ("bank of japan pressure north korea", "bank of japan"),
        ("japan communist party stance on talks with north korea", "japan communist party"),
        ("us democratic party on sanctions", "us democratic party"),
        ("what do Koreans in Japan think of talks with the North", "Koreans in Japan"),
        ("US Forces Korea stance on end of war declaration", "US Forces Korea"),
        ("kim jong-nam said what about Japan", "kim jong-nam"),
        ("hyundai position on sanctions against north korea", "hyundai"),
        ("japan's rival on end of war", "japan's rival"),
        ("what did rex morgan say on north korea", "rex morgan"),
    ],
)
def test_a_stranger_is_not_given_the_position_of_somebody_else(asked, typed, named):
    answer = asked(typed).answer
    assert answer.outcome in {"no_match", "choice"}
    assert _is_nobodys(answer, named)


@pytest.mark.parametrize(
    ("typed", "holder", "issue"),
    [
        ("Tokyo view of US-NK talks", "japan", "us-north-korea-talks"),
        ("Washington's view of Japan-DPRK talks", "united-states", "japan-north-korea-talks"),
        (
            "what does Washington think of Seoul's plan to end the war",
            "united-states",
            "end-of-war",
        ),
        ("where does japan stand on declaring the korean war over", "japan", "end-of-war"),
        ("is pressure supported by Japan?", "japan", "pressure"),
        ("has japan changed its mind on end of war", "japan", "end-of-war"),
        ("日本終戦宣言", "japan", "end-of-war"),
        ("북한 종전선언은?", "north-korea", "end-of-war"),
        ("Suga-san summit", "japan", "summit"),
    ],
)
def test_a_question_is_read_for_whom_and_what_it_asks(asked, typed, holder, issue):
    answer = asked(typed).answer
    assert answer.outcome == "answer"
    assert (answer.holder.id, answer.issue.id) == (holder, issue)


@pytest.mark.parametrize(
    "typed",
    [
        "US on nuclear weapons for Japan",
        "Japan on talks with Russia",
        "japan acquiring nuclear weapons",
        "US position on nuclear submarines for South Korea",
        "japan trade talks",
        "does china want the six-party talks back",
        "what did Kono say about abductions, not about pressure?",
    ],
)
def test_what_may_be_another_question_is_not_answered(asked, typed):
    assert asked(typed).answer.outcome in {"choice", "no_match", "no_record"}


@pytest.mark.parametrize(
    ("typed", "holders"),
    [
        ("who supports the end-of-war declaration", {"south-korea"}),
        (
            "who does not support the end-of-war declaration",
            {"japan", "united-states", "north-korea"},
        ),
        ("everyone except Japan on end of war", {"south-korea", "united-states", "north-korea"}),
        ("anyone but Japan on end of war", {"south-korea", "united-states", "north-korea"}),
        ("who apart from South Korea supports the end-of-war declaration", set()),
    ],
)
def test_who_holds_a_position_is_listed(asked, typed, holders):
    answer = asked(typed).answer
    assert (answer.command, {s.holder.id for s in answer.stances}) == ("issues", holders)


@pytest.mark.parametrize(
    ("typed", "person"),
    [
        ("who headed the NIS in Feb 2024", "cho-tae-yong"),
        ("who was PM of Japan in March 2021", "yoshihide-suga"),
        ("Japan's foreign minister in January 2018", "taro-kono"),
        ("what post did cho tae yong have before becoming spy chief?", "cho-tae-yong"),
    ],
)
def test_an_office_is_asked_for_as_somebody(asked, typed, person):
    answer = asked(typed).answer
    assert (answer.command, answer.person.id) == ("who", person)


def test_of_two_questions_the_second_is_named(asked):
    typed = "What does Japan think about the end of war declaration? And what about China?"
    answer = asked(typed).answer
    assert (answer.holder.id, answer.also_asked) == ("japan", "And what about China?")


@pytest.mark.parametrize(
    ("typed", "named"),
    [
        ("/stance Hanno Brandt glacier ban", "Hanno Brandt"),
        ("/stance glacier ban Hanno Brandt", "Hanno Brandt"),
        ("/who Hanno Brandt", "Hanno Brandt"),
        ("/stance Southern Sordia glacier ban", "Southern Sordia"),
        ("/stance East Sordia glacier ban", "East Sordia"),
        ("/stance glacier ban East Sordia", "East Sordia"),
        ("/stance glacier ban east sordia", "east sordia"),
        ("/stance not Sordia glacier ban", "not"),
        ("/stance DR Zemblia glacier ban", "DR Zemblia"),
        ("/stance Dem Rep Zemblia glacier ban", "Dem Rep Zemblia"),
        ("/stance DR Congo glacier ban", "DR Congo"),
        ("/stance New Mexia glacier ban", "New Mexia"),
        ("/stance Mexian opposition glacier ban", "Mexian opposition"),
        ("does the Mexian opposition support the glacier ban?", "Mexian opposition"),
        ("the Mexian opposition on the ban", "Mexian opposition"),
        ("does the opposition in Mexia want the glacier ban?", "opposition in Mexia"),
        ("what is our government’s view on the glacier ban?", "our"),
        ("what is my government's view on the glacier ban", "my"),
        ("/stance critics in the Sordia glacier ban", "critics in the Sordia"),
        ("what did lawmakers from Mexia say about the glacier ban?", "lawmakers from Mexia"),
        ("/stance Ruritania no first use", "no"),
        ("does Ruritania support no first use?", "no"),
        ("/stance former Sordia glacier ban", "former Sordia"),
        ("South Sudan on the dam", "South Sudan"),
        ("North Sudan on the dam", "North Sudan"),
        ("West Egypt on the dam", "West Egypt"),
        ("/stance Brandes glacier ban", "Brandes"),
        ("/who Brant", "Brant"),
        ("/who Brande", "Brande"),
        ("/who Kim Hong-gil", "Kim Hong-gil"),
        ("/who 박민수", "박민수"),
    ],
)
def test_a_word_beside_an_invented_name_makes_another_of_it(invented, typed, named):
    answer = invented(typed).answer
    assert answer.outcome in {"no_match", "choice"}
    assert _is_nobodys(answer, named)


@pytest.mark.parametrize(
    "typed", ["/stance Minister Zemblia glacier ban", "/stance Zemblia no mining ban"]
)
def test_a_title_or_a_negation_is_not_dropped_from_a_state(invented, typed):
    answer = invented(typed).answer
    assert answer.outcome in {"no_match", "choice"}
    assert not answer.statements


def test_a_longer_name_is_offered_what_is_near_it(invented):
    answer = invented("/stance DR Zemblia glacier ban").answer
    assert [choice.id for choice in answer.choices] == ["zemblia"]
    assert answer.choices[0].question == "/stance zemblia ban-on-glacier-mining"


@pytest.mark.parametrize("where", ["what is {}’s position on {}?", "/stance {} {}"])
def test_a_year_in_the_name_of_an_issue_is_no_date(invented, where):
    answer = invented(where.format("Ruritania", "Agenda 2020")).answer
    assert (answer.outcome, answer.as_of, answer.issue.id) == ("answer", None, "agenda-2020")
    other = invented(where.format("Ruritania", "Agenda 2030")).answer
    assert other.outcome in {"no_match", "no_record"}
    assert (other.issue, other.statements) == (None, ())


def test_a_date_after_the_year_in_a_name_is_read(invented):
    answer = invented("/stance Ruritania agenda 2020 as of 2025-06").answer
    assert (answer.outcome, str(answer.as_of)) == ("answer", "2025-06-30")


def test_a_body_in_the_name_of_an_issue_is_the_issue(invented):
    answer = invented("Ethiopia security council").answer
    assert answer.outcome == "answer"
    assert (answer.holder.id, answer.issue.id) == ("ethiopia", "role-of-the-security-council")


def test_who_disagrees_with_somebody_is_no_question_about_them(invented):
    answer = invented("who disagrees with Mexia on the glacier ban?").answer
    assert (answer.outcome, answer.holder) == ("answer", None)
    held = {(stance.holder.id, stance.value) for stance in answer.stances}
    assert {("mexia", "supports"), ("sordia", "opposes")} <= held


@pytest.mark.parametrize("name", ["An", "No", "Do", "Said", "Will", "To"])
def test_a_small_word_that_is_all_that_is_asked_is_a_surname(invented, name):
    answer = invented(f"/who {name}").answer
    assert answer.outcome == "answer"
    assert name in answer.person.name.split()


@pytest.mark.parametrize(
    "typed", ["/who Kim Il Tae", "/who Kim Il Ran", "/who Kim", "/who Ran Kim"]
)
def test_no_candidate_is_offered_twice(invented, typed):
    offered = [choice.id for choice in invented(typed).answer.choices]
    assert len(offered) == len(set(offered)) > 1


@pytest.mark.parametrize("name", ["Zemblia", "Brandt", "Ruritania"])
@pytest.mark.parametrize("before", ["DR", "New", "Hanno", "North"])
def test_words_are_never_confirmed_for_a_name_that_is_not_on_record(invented, before, name):
    typed = f'/check "The ban is right without reserve" {before} {name}'
    if (before, name) == ("DR", "Brandt"):
        return  # Dr. Brandt
    (check,) = invented(typed).answer.checks
    assert (check.verdict, check.speaker) == ("exact", None)
    assert check.unknown_names == (f"{before} {name}",)


@pytest.mark.parametrize(
    ("typed", "statement"),
    [
        ("who said it was premature?", "funakoshi-premature"),
        ("who called NK's programme a dead end", "white-house-first-steps"),
        ("Cho Tae-yong on Japan-North Korea talks", "cho-talks-unlikely"),
        ("White House on US–NK talks", "white-house-first-steps"),
        ("State Department on denuclearization", "price-urgent-priority"),
        ("/who abe", "abe-government-concrete-steps"),
        ("/who biden", "biden-government-will-consult"),
        ('/check "Premature"', "funakoshi-premature"),
        ('/check "premature!"', "funakoshi-premature"),
        ('/check "pre-mature"', "funakoshi-premature"),
        ('/check "PREMATURE"', "funakoshi-premature"),
    ],
)
def test_what_is_on_record_is_not_denied(asked, typed, statement):
    answer = asked(typed).answer
    assert answer.outcome == "answer"
    assert statement in [said.id for said in answer.statements]


def test_a_ministry_that_may_be_of_two_states_is_asked_about(asked):
    answer = asked("MOFA on denuclearization").answer
    assert answer.outcome == "choice"
    offered = {choice.id for choice in answer.choices}
    assert {"japanese-foreign-ministry", "south-korean-foreign-ministry"} <= offered


def test_words_whose_text_is_not_at_hand_are_not_denied(asked):
    words = "Japan is worried about the talks between the two Koreas going on without it"
    told = asked(f'/check "{words}"').message.text
    assert "the articles’ full texts are not on this machine" in told
    assert "not in our articles" not in told.lower()


@pytest.mark.parametrize("word", ["more", "return", "optimistic", "called", "plan", "please"])
@pytest.mark.parametrize("where", ["/stance japan {} end of war", "/stance {} japan end of war"])
def test_a_harmless_word_does_not_stop_an_answer(asked, word, where):
    answer = asked(where.format(word)).answer
    assert (answer.outcome, answer.holder.id, answer.issue.id) == ("answer", "japan", "end-of-war")


def test_an_ordinary_word_is_mentioned(asked):
    reply = asked("/stance japan urgent end of war")
    assert reply.answer.outcome == "answer"
    assert "Not read: “urgent”" in reply.message.text


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("30 february 2025", "30 february 2025"),
        ("feb 30 2025", "feb 30 2025"),
        ("05.03.2025", "3 May 2025"),
        ("03/05/2025", "3 May 2025"),
        ("9999", "9999"),
    ],
)
def test_a_date_that_is_not_read_is_repeated_whole(invented, typed, reason):
    answer = invented(f"/stance ruritania glacier ban as of {typed}").answer
    assert answer.outcome in {"no_match", "choice"}
    assert reason in answer.reason


@pytest.mark.parametrize(
    ("typed", "outcome"),
    [
        ("as of today", "answer"),
        ("as of 13.03.2025", "answer"),
        ("since 2024", "answer"),
        ("from 2018 to 2025", "answer"),
        ("as of q1 2025", "answer"),
        ("before 2025", "no_record"),
        ("as of 2024", "no_record"),
    ],
)
def test_days_are_read_as_people_write_them(invented, typed, outcome):
    answer = invented(f"/stance ruritania glacier ban {typed}").answer
    assert (answer.outcome, answer.holder.id) == (outcome, "ruritania")
    assert answer.not_understood == ()


def test_what_json_says_holds_what_was_not_read(asked):
    answer = json.loads(asked("/stance japan urgent end of war").answer.model_dump_json())
    assert answer["not_understood"] == ["urgent"]
