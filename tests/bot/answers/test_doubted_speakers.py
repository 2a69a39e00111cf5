"""Words that an article gives to another are said not to be somebody's only if they are claimed."""

from __future__ import annotations

from datetime import date

import pytest

from bot.cli.ask import ask

SAID_BY_KONO = "“charm diplomacy”"


@pytest.fixture
def checked(shipped_kb):
    """Whose words a check asks about, and whose they may be."""

    def check(typed):
        answer = ask(shipped_kb, f"check: {typed}", date(2026, 1, 1)).answer
        told = answer.checks[-1]
        return told.speaker.name if told.speaker else "", [r.name for r in told.possible_speakers]

    return check


@pytest.mark.parametrize(
    "typed",
    [
        "A spokesman for Foreign Minister Kang said {}",
        "An aide of Foreign Minister Kang said {}",
        "The spokeswoman of Foreign Minister Kang: {}",
        "Lawmakers loyal to Kang called it {}",
        "Fears of {} by Kang are old",
        "Kang was {}",
        "Kang that {}",
        "Kang planned to use {}",
        "{} would be good for Kang",
        "{}, Kang quoted Tillerson as saying.",
        "{}, said Kang, quoting Tillerson.",
        "Kang noted Tillerson’s remark that {}",
        "Kang spoke of pressure. {}, was the American view.",
        "Ministers Dask and Kang agreed: {}",
    ],
)
def test_who_is_only_named_beside_words_is_not_said_not_to_have_said_them(checked, typed):
    speaker, _ = checked(typed.format(SAID_BY_KONO))
    assert speaker == ""


@pytest.mark.parametrize(
    "typed",
    [
        "Abe “shook hands and briefly exchanged words” with Kim Yong Nam",
        "Pence planned to “keep up pressure on North Korea”",
        "China was “seriously concerned that stronger pressure might result in reckless behavior”",
        "North Korea “expressed readiness to hold talks with the United States”",
    ],
)
def test_an_outlets_account_of_somebody_is_not_said_not_to_be_theirs(checked, typed):
    assert checked(typed)[0] == ""


@pytest.mark.parametrize(
    "typed",
    [
        "Kang: {}",
        "Kang to Tillerson: {}",
        "Kang ({}) was there.",
        "{} – Kang",
        "{} Kang",
        "Kang {}",
        "{}, Kang told reporters.",
        "{}, the minister, Kang, said.",
        "Speaking after Abe, Kang said: {}",
        "According to Kang, it was {}",
        "It was Kang who spoke of {}",
        "Was it Kang who said {}?",
        "Kang’s {}",
        "{} is Kang’s",
        "These are by Kang:\n- {} (headline)",
    ],
)
def test_words_that_a_message_gives_to_somebody_are_held_against_them(checked, typed):
    assert checked(typed.format(SAID_BY_KONO))[0] == "Kang Kyung-hwa"


@pytest.mark.parametrize(
    "typed",
    [
        "{} - S. Abe, PM, Japan",
        "{} (F. Kishida, Tokyo)",
        "{} - Japan, S. Abe",
        "{} - Japan, T. Konno",
        "S. Abe (Japan): {}",
        "S. Abe of Japan said {}",
        "A friend of Japan called it {}",
    ],
)
def test_the_state_of_somebody_who_is_not_on_record_is_not_taken_for_the_speaker(checked, typed):
    assert checked(typed.format(SAID_BY_KONO))[0] == ""


@pytest.mark.parametrize("answer", ["came the answer from Kang", "said Kang", "Kang replied"])
def test_who_answers_is_read_and_not_who_spoke_before(checked, answer):
    first = "Kono spoke first. “This is not the time to reduce pressure,” was his line."
    assert checked(f"{first} {SAID_BY_KONO}, {answer}.")[0] == "Kang Kyung-hwa"


def test_of_lines_that_follow_each_other_each_has_its_speaker(shipped_kb):
    first = "CCS Suga: “Japan believes it is important to directly communicate our thoughts”."
    second = "ROK: FM Kang supports “a peaceful solution to the nuclear issue”"
    answer = ask(shipped_kb, f"check:\n{first}\n{second}", date(2026, 1, 1)).answer
    speakers = [c.speaker and c.speaker.name for c in answer.checks]
    assert speakers == ["Yoshihide Suga", "South Korea"]


@pytest.mark.parametrize("verb", ["stated firmly that", "said flatly:"])
def test_how_somebody_spoke_is_no_name_beside_theirs(shipped_kb, verb):
    typed = f"check: Kono {verb} {SAID_BY_KONO}, while Tillerson called it “a dead end”"
    answer = ask(shipped_kb, typed, date(2026, 1, 1)).answer
    assert answer.checks[0].speaker.name == "Taro Kono"
