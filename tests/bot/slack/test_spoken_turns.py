"""Lines that name their speakers without marks, interviews, transcripts and subtitles are checked.

Each line is a quotation of its own, wherever it stands; whoever asks or leads the talk is not
quoted. The words and names are those of the shipped corpus.
"""

from __future__ import annotations

from datetime import date

import pytest

from bot.answers.reply import reply_to
from bot.cli.ask import ask
from bot.commands.plain_words import choose
from bot.slack.listeners.asked_messages import decode_shortcut, find_quoted, read_question
from bot.slack_text.message_words import decode_message
from bot.slack_text.references import References

TODAY = date(2026, 1, 1)
PRESSURE = "This is not the time to reduce pressure or reward the DPRK."
PARTNER = "North Korea has not shown that it is a trustworthy negotiating partner."
KONO, TILLERSON, KANG = "Taro Kono", "Rex Tillerson", "Kang Kyung-hwa"
BOTH = [(PRESSURE, KONO), (PARTNER, TILLERSON)]
WAYS = ["check:\n{}", "check\n{}", "check these:\n{}", "/check {}", "quoted", "shortcut", "code"]


@pytest.fixture
def read(shipped_kb):
    """What is checked of lines, each with whom it is given to, and what the answer says."""

    def read_in(lines, way):
        if way == "shortcut":
            asked = find_quoted(shipped_kb, decode_shortcut({"text": lines}, References()))
        elif way == "file":
            shared = {"text": "", "files": [{"title": "talk.vtt", "preview": lines}]}
            asked = find_quoted(shipped_kb, decode_message(shared))
        elif way.startswith("/"):
            answer = ask(shipped_kb, way.format(lines), TODAY).answer
            return _given(answer), answer.reason or ""
        else:
            quoted = "check\n" + "\n".join(f"&gt; {line}" for line in lines.split("\n"))
            typed = {"quoted": quoted, "code": f"check\n```\n{lines}\n```"}
            message = decode_message({"text": typed.get(way) or way.format(lines)})
            asked = read_question(shipped_kb, message, lambda text: choose(shipped_kb, text, TODAY))
        answer = reply_to(shipped_kb, asked.meant, TODAY).answer
        return _given(answer), " ".join(filter(None, [asked.note, answer.reason]))

    return read_in


def _given(answer):
    return [(check.asked, check.speaker.name if check.speaker else None) for check in answer.checks]


IN_TURN = ["Kono: {0}\nTillerson: {1}", "MR. KONO: {0}\nMR. TILLERSON: {1}",
           "*Kono*: {0}\n*Tillerson*: {1}", "Kono – {0}\nTillerson – {1}",
           "KONO\n{0}\n\nTILLERSON\n{1}", "09:01 Kono: {0}\n09:02 Tillerson: {1}"]  # fmt: skip


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("laid_out", IN_TURN)
def test_each_line_that_names_its_speaker_is_a_quotation(read, laid_out, way):
    given, told = read(laid_out.format(PRESSURE, PARTNER), way)
    assert given == BOTH
    assert "Not read" not in told


@pytest.mark.parametrize("way", WAYS)
def test_a_short_line_is_not_joined_to_the_one_above(read, way):
    given, told = read(f"Kono: {PRESSURE}\nKang: charm diplomacy", way)
    assert given == [(PRESSURE, KONO), ("charm diplomacy", KANG)]
    assert "Not read" not in told


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("asker", ["Moderator", "Q", "QUESTION", "Reporter 2", "TV Host"])
def test_whoever_asks_or_leads_the_talk_is_not_quoted(read, asker, way):
    given, told = read(f"{asker}: Welcome.\nKono: {PRESSURE}\n{asker}: Thank you.", way)
    assert given == [(PRESSURE, KONO)]
    assert f"“{asker}: Welcome.”; “{asker}: Thank you.”" in told


@pytest.mark.parametrize("way", [*WAYS[:2], *WAYS[3:]])
@pytest.mark.parametrize("asker", ["INTERVIEWER", "Herald", "Journalist"])
def test_the_questions_of_an_interview_are_not_read_and_its_answers_are(read, asker, way):
    lines = f"{asker}: And the US?\nKONO: {PRESSURE}\n{asker}: Is it time?\nTILLERSON: {PARTNER}"
    given, told = read(lines, way)
    assert given == BOTH
    assert told.endswith(f"Not read: “{asker}: And the US?”; “{asker}: Is it time?”.")


def test_questions_beside_answers_between_marks_are_not_read(read):
    given, told = read(f"Herald: Why the gestures?\nKono: “{PRESSURE}”", "check:\n{}")
    assert (given, told) == ([(PRESSURE, KONO)], "Not read: “Herald: Why the gestures?”.")


@pytest.mark.parametrize("way", ["file", "code", "check:\n{}", "/check {}", "shortcut"])
def test_the_turns_of_an_official_transcript_are_read(read, way):
    lines = (
        f"Q Mr. Secretary, do you trust the North?\nSECRETARY TILLERSON: {PARTNER}\n"
        f"Q And the minister?\nFOREIGN MINISTER KONO: (Through interpreter.) {PRESSURE}"
    )
    given, told = read(lines, way)
    assert given == BOTH[::-1]
    assert "do you trust the North" in told
    assert "And the minister" in told


@pytest.mark.parametrize("way", ["file", "check:\n{}", "/check {}", "shortcut"])
def test_answers_without_names_are_never_one_quotation(read, way):
    lines = f"Q: What of it?\nA: {PRESSURE}\nQ: And the US?\nA: {PARTNER}"
    given, _ = read(lines, way)
    assert [words for words, _ in given] == [PRESSURE, PARTNER]


VTT = (
    "WEBVTT\n\n00:00:01.000 --> 00:00:04.000\n<v Taro Kono>This is not the time to reduce\n"
    "pressure or reward the DPRK.\n\n00:00:04.100 --> 00:00:08.000\n"
    "<v Rex Tillerson><i>North Korea</i> has not shown that it is\n\n00:00:08.100 --> 00:00:09.000\n"
    "a trustworthy negotiating partner."
)
SRT = f"1\n00:00:01,000 --> 00:00:04,000\n{PRESSURE}\n\n2\n00:00:04,100 --> 00:00:08,000\n{PARTNER}"
HEADED = (
    f"1\n00:00:01,000 --> 00:00:04,000\nTARO KONO:\n{PRESSURE}\n\n"
    f"2\n00:00:04,100 --> 00:00:08,000\nTILLERSON: {PARTNER}"
)


@pytest.mark.parametrize(
    ("titles", "speakers"),
    [(VTT, [KONO, TILLERSON]), (HEADED, [KONO, TILLERSON]), (SRT, [None, None])],
)
def test_of_subtitles_only_what_is_spoken_is_checked(read, titles, speakers):
    given, told = read(titles, "file")
    assert [words for words, _ in given] == [PRESSURE, PARTNER]
    assert [who for _, who in given] == speakers
    assert "Not read" not in told


def test_a_name_in_bold_before_each_sentence_is_its_speaker(read):
    assert read(f"*KONO* {PRESSURE}\n*TILLERSON* {PARTNER}", "quoted")[0] == BOTH


ON_ONE_LINE = ["Kono: {0} Tillerson: {1}", "Kono: {0}; Tillerson: {1}", "Kono: _{0}_ Tillerson: _{1}_",
               "Kono: {0} / Tillerson: {1}", "Kono: *{0}* and Tillerson: *{1}*",
               "Kono said: {0} Tillerson said: {1}", "Kono told reporters: {0} Tillerson added: {1}",
               "Kono: {0} Tillerson warned: {1}"]  # fmt: skip


@pytest.mark.parametrize("way", ["check: {}", "/check {}", "shortcut"])
@pytest.mark.parametrize("laid_out", ON_ONE_LINE)
def test_the_turns_of_one_line_are_quotations_of_their_own(read, laid_out, way):
    if way.startswith("/"):
        laid_out = laid_out.replace("_", "").replace("*", "")
    given, _ = read(laid_out.format(PRESSURE, PARTNER), way)
    assert [(words.rstrip("."), who) for words, who in given] == [
        (words.rstrip("."), who) for words, who in BOTH
    ]


def test_lines_that_name_nobody_are_one_quotation(read):
    lines = "This is not the time to reduce\npressure or reward the DPRK."
    assert [" ".join(words.split()) for words, _ in read(lines, "check:\n{}")[0]] == [PRESSURE]
    (one,), _ = read(f"Kono: {lines}", "check:\n{}")
    assert (" ".join(one[0].split()), one[1]) == (PRESSURE, KONO)


BESIDE = ["(laughs)", "Vehl nodded.", "Is that right? Thanks, Naomi", "He left early that day."]


@pytest.mark.parametrize("way", ["check:\n{}", "/check {}"])
@pytest.mark.parametrize("remark", BESIDE)
def test_a_line_that_names_nobody_is_not_joined_to_somebodys_sentence(read, remark, way):
    given, told = read(f"Kono: {PRESSURE}\n{remark}\nTillerson: {PARTNER}", way)
    assert given == BOTH
    assert told == f"Not read: “{remark}”."


@pytest.mark.parametrize("way", ["check:\n{}", "/check {}"])
def test_what_somebody_on_record_is_said_to_have_asked_is_checked(read, way):
    asked = "Is this the time to reduce pressure?"
    given, _ = read(f"Kono: {asked}\nTillerson: {PARTNER}", way)
    assert given == [(asked, KONO), (PARTNER, TILLERSON)]


@pytest.mark.parametrize("way", WAYS)
def test_a_name_with_what_describes_it_is_no_signature_before_few_words(read, way):
    given, _ = read(f"Kono (Japan): {PRESSURE}\nKang (ROK): charm diplomacy", way)
    assert given == [(PRESSURE, KONO), ("charm diplomacy", KANG)]
