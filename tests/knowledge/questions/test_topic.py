"""Who is asked about what."""

from __future__ import annotations

import pytest

from knowledge.questions.reader import read
from knowledge.questions.topic import find_topic
from tests.steps import LINEAR, count_steps


def of(kb, typed):
    return find_topic(kb, read(kb, typed))


@pytest.mark.parametrize(
    ("typed", "holders", "issues"),
    [
        ("velmora border", ["velmora"], ["border-opening"]),
        ("border velmora", ["velmora"], ["border-opening"]),
        ("velmora", ["velmora"], []),
        ("border", [], ["border-opening"]),
        ("border ferries velmora", ["velmora"], ["border-opening", "ferry-ban"]),
        ("velmora and united isles border", ["velmora", "united-isles"], ["border-opening"]),
        ("tarsk border", [], ["border-opening"]),
        ("whaling", [], []),
        ("", [], []),
    ],
)
def test_holders_are_states_and_come_in_the_order_of_the_question(kb, typed, holders, issues):
    asked = of(kb, typed)
    assert (list(asked.asked_about), list(asked.issues)) == (holders, issues)


@pytest.mark.parametrize(
    ("typed", "holders", "issues"),
    [
        ("velmora talks", ["velmora"], ["tarsk-dialogue"]),
        ("velmora talks with north tarsk", ["velmora"], ["velmora-north-tarsk-talks"]),
        ("south tarsk talks with the north", ["south-tarsk"], ["inter-tarsk-talks"]),
        ("north tarsk velmora talks", ["north-tarsk", "velmora"], ["velmora-north-tarsk-talks"]),
        (
            "talks between velmora and north tarsk",
            ["velmora", "north-tarsk"],
            ["velmora-north-tarsk-talks"],
        ),
        (
            "united isles on talks between velmora and north tarsk",
            ["united-isles"],
            ["velmora-north-tarsk-talks"],
        ),
        (
            "talks between velmora and the north: south tarsk?",
            ["south-tarsk"],
            ["velmora-north-tarsk-talks"],
        ),
        ("united isles talks with north tarsk", ["united-isles"], ["tarsk-dialogue"]),
    ],
)
def test_a_party_narrows_the_issue_and_is_no_holder(kb, typed, holders, issues):
    asked = of(kb, typed)
    assert (list(asked.asked_about), list(asked.issues)) == (holders, issues)


@pytest.mark.parametrize(
    ("typed", "doubtful"),
    [
        ("velmora ferry ban", False),
        ("velmora ferry ban please", False),
        ("what is the view of velmora on the ferry ban?", False),
        ("whaling ferry ban velmora", True),
        ("velmora ferry ban and whaling", False),
        ("velmora on the whaling ferry ban", True),
        ("velmora on the whaling ban", False),
        ("velmora whaling talks", True),
        ("velmora talks on whaling", True),
        ("velmora no ferry ban", True),
        ("whaling velmora ferry ban", False),
        ("velmora ferry ban as of 2025-03", False),
        ("velmora ferry ban since 2025", False),
        ("talks between velmora and north tarsk", False),
        ("velmora talks with north tarsk", False),
    ],
)
def test_an_issue_beside_words_not_understood_is_doubtful(kb, typed, doubtful):
    assert bool(of(kb, typed).doubtful) is doubtful


def test_people_are_people_and_no_holders(kb):
    asked = of(kb, "marrow border")
    assert (asked.asked_about, asked.issues) == (("ilse-marrow",), ("border-opening",))


@pytest.mark.parametrize(
    ("typed", "holders", "issues"),
    [
        ("japan talks", ["japan"], ["dialogue"]),
        (
            "south korea on talks between tokyo and pyongyang",
            ["south-korea"],
            ["japan-north-korea-talks"],
        ),
        ("united states end-of-war", ["united-states"], ["end-of-war"]),
        ("china abductions", ["china"], ["abductions"]),
        ("korea end-of-war", [], ["end-of-war"]),
    ],
)
def test_topics_of_the_real_corpus(shipped_kb, typed, holders, issues):
    asked = of(shipped_kb, typed)
    assert (list(asked.asked_about), list(asked.issues)) == (holders, issues)


def test_kono_on_pressure_is_a_person_and_an_issue(shipped_kb):
    asked = of(shipped_kb, "kono pressure")
    assert (asked.asked_about, asked.issues) == (("taro-kono",), ("pressure",))


@pytest.mark.parametrize(
    ("typed", "speaker"),
    [
        ("northern bureau border", "northern-bureau"),
        ("tarsk radio border", "tarsk-radio"),
        ("foreign ministry border", "velmoran-foreign-ministry"),
    ],
)
def test_an_organization_that_speaks_for_a_state_is_a_speaker_and_no_holder(kb, typed, speaker):
    asked = of(kb, typed)
    assert asked.asked_about == (speaker,)


@pytest.mark.parametrize(
    ("typed", "strangers"),
    [
        ("japan talks with russia", ("Russia",)),
        ("japan on sanctions on russia", ("Russia",)),
        ("japan talks with north korea", ()),
        ("us sanctions on north korea", ()),
        ("japan on sanctions", ()),
    ],
)
def test_a_party_that_the_issue_does_not_have_is_a_stranger(shipped_kb, typed, strangers):
    assert of(shipped_kb, typed).foreign == strangers


@pytest.mark.parametrize(
    ("typed", "stranger"),
    [
        ("/stance East Velmora border", "East Velmora"),
        ("what does Lower Velmora think of the border", "Lower Velmora"),
        ("velmora city's position on the border", "velmora city"),
        ("velmora motor club's position on the border", "velmora motor club"),
        ("what did velmora motors say about the border", "velmora motors"),
        ("border velmora river", "velmora river"),
    ],
)
def test_a_word_beside_a_state_makes_another_name(kb, typed, stranger):
    asked = of(kb, typed)
    assert (asked.strangers, asked.asked_about) == ((stranger,), ())


@pytest.mark.parametrize(
    "typed", ["velmora's motors on the border", "does velmora plan border talks", "velmora motors"]
)
def test_an_ordinary_word_beside_a_state_may_be_no_part_of_its_name(kb, typed):
    assert of(kb, typed).asked_about == ("velmora",)


@pytest.mark.parametrize(
    ("typed", "over_time"),
    [
        ("when did velmora start supporting the border", True),
        ("when did Velmora begin to support the border?", True),
        ("when did velmora first support the border", True),
        ("did velmora stop opposing the border", True),
        ("should velmora start supporting the border", False),
        ("when did the united isles start backing the ferry ban", True),
    ],
)
def test_a_position_begins_or_ends_by_a_verb_before_its_own(kb, typed, over_time):
    question = read(kb, typed)
    asked = find_topic(kb, question)
    assert (len(asked.asked_about), len(asked.issues)) == (1, 1)
    assert (asked.strangers, question.not_understood) == ((), ())
    assert asked.over_time is over_time


@pytest.mark.parametrize("typed", ["start border velmora", "velmora border first"])
def test_elsewhere_such_a_word_is_named_as_not_read(kb, typed):
    assert read(kb, typed).not_understood != ()


def test_a_row_of_names_is_gone_through_once(kb):
    """The first of a row was sought anew for each name, and for each name before that."""

    def find(typed):
        question = read(kb, typed)
        return lambda: find_topic(kb, question)

    short, long = (find("velmora or orin dask or " * times) for times in (20, 80))
    short(), long()
    assert count_steps(long) / count_steps(short) < LINEAR


@pytest.mark.parametrize(
    ("typed", "held_by"),
    [
        ("which governments want the pressure on North Korea kept up", ()),
        ("which governments want the pressure on NK kept up", ()),
        ("who wants the US to talk to North Korea", ()),
        ("who backs Japan on pressure", ()),
        ("what does Japan want on pressure", ("japan",)),
        ("what does Japan think of pressure on NK", ("japan",)),
    ],
)
def test_whom_holders_want_something_of_is_no_holder(shipped_kb, typed, held_by):
    assert of(shipped_kb, typed).asked_about == held_by


@pytest.mark.parametrize(
    "typed",
    [
        "what did Funakoshi say at the meeting",
        "what was said at the October 2021 meeting",
        "Where was the January 2018 meeting?",
        "what did the state department say about the meeting",
        "Moon on the meeting",
        "did the US say why the meeting was cancelled?",
    ],
)
def test_a_meeting_of_others_or_of_a_day_is_no_summit(shipped_kb, typed):
    topic = find_topic(shipped_kb, read(shipped_kb, typed))
    assert topic.issues == ()


@pytest.mark.parametrize(
    "typed",
    [
        "does Japan want a meeting with North Korea",
        "Japan on the meeting",
        "what does South Korea say about Kishida meeting Kim?",
        "US on a Kishida-Kim meeting",
    ],
)
def test_a_meeting_of_a_party_is_a_summit(shipped_kb, typed):
    assert find_topic(shipped_kb, read(shipped_kb, typed)).issues == ("summit",)


@pytest.mark.parametrize(
    "typed",
    [
        "what do the three allies think about talks with Pyongyang",
        "what do our allies think about talks with Pyongyang",
        "what do diplomats think of talks with Pyongyang",
        "what does the international community think of talks with North Korea",
        "what do the two countries think about talks with Tokyo",
        "what do the big powers think of dialogue with Seoul",
        "what do the three governments say about relations with Japan",
        "how did the sides react to talks with North Korea",
        "where do the neighbors stand on talks with Pyongyang",
        "what is the position of the allies on talks with Pyongyang",
        "the three governments' views on talks with North Korea",
    ],
)
def test_whom_a_group_is_asked_about_is_not_asked(shipped_kb, typed):
    assert not of(shipped_kb, typed).subjects


@pytest.mark.parametrize(
    ("typed", "holder"),
    [
        ("what do you know about Japan", "japan"),
        ("what do officials in Japan think about talks with Pyongyang", "japan"),
        ("what do the three allies and Japan think about talks with Pyongyang", "japan"),
        ("what do diplomats from Japan say about talks with Pyongyang", "japan"),
        ("what do we know of the position of Japan on pressure", "japan"),
    ],
)
def test_whose_group_it_is_is_asked_about(shipped_kb, typed, holder):
    assert list(of(shipped_kb, typed).asked_about) == [holder]
