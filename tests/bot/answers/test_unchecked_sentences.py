"""What is claimed or asked beside a quotation, and not checked, is named.

The words and names are those of the shipped corpus.
"""

from __future__ import annotations

from datetime import date

import pytest

from bot.answers.reply import reply_to
from bot.answers.unchecked_sentences import list_unchecked
from bot.cli.ask import ask
from bot.commands.plain_words import choose
from bot.slack.listeners.asked_messages import find_quoted, read_question
from bot.slack_text.message_words import decode_message

TODAY = date(2026, 1, 1)
CHARM = "Kono said “charm diplomacy”."
BESIDE = ["Did Moon mention Japan?", "Is Japan for talks?", "He also rejected talks.",
          "Japan supports an end-of-war declaration.", "I heard Japan has opposed talks."]  # fmt: skip


@pytest.mark.parametrize("way", ["/check", "check:", "shortcut"])
@pytest.mark.parametrize("sentence", BESIDE)
def test_a_sentence_beside_a_quotation_is_named(shipped_kb, sentence, way):
    typed = f"{CHARM} {sentence}"
    if way == "shortcut":
        asked = find_quoted(shipped_kb, decode_message({"text": typed}))
    elif way == "check:":
        message = decode_message({"text": f"check: {typed}"})
        asked = read_question(shipped_kb, message, lambda text: choose(shipped_kb, text, TODAY))
    if way == "/check":
        answer, note = ask(shipped_kb, f"/check {typed}", TODAY).answer, None
    else:
        answer, note = reply_to(shipped_kb, asked.meant, TODAY).answer, asked.note
    told = f"{note or ''} {answer.reason or ''} {answer.also_asked or ''}"
    assert told.count(sentence) == 1
    assert [(c.asked, c.speaker.name) for c in answer.checks] == [("charm diplomacy", "Taro Kono")]


@pytest.mark.parametrize(
    ("text", "left"),
    [
        (f"{CHARM[:-1]} and that talks were over.", ["and that talks were over"]),
        (f"Tillerson said talks were over. {CHARM}", ["Tillerson said talks were over."]),
        (f"{CHARM} He didn’t mention “premature”.", ["didn’t mention"]),
        ("“We wait.” He also rejected talks.", ["He also rejected talks."]),
        # who speaks, who asks, and no more than that
        ("Kono spoke first. “charm diplomacy,” was his line.", []),
        ("Kono met Kang in Seoul. It was late. “charm diplomacy,” he said.", []),
        ("Kang met Tillerson. She said: “charm diplomacy”.", []),
        (f"Is this right? {CHARM} Thanks! Can I run this?", []),
        (f"My lede: {CHARM} We go to print at five.", []),
        ("“We wait.” Kono said so.", []),
        ("“We wait.” Kono told reporters in Vancouver.", []),
        ("“charm diplomacy”. Taro Kono, Foreign Minister of Japan.", []),
        ("Mr. Kono, of Japan, said U.S. plans were “premature”.", []),
        ("Japan supports an end-of-war declaration.", []),
    ],
)
def test_only_what_claims_or_asks_something_of_somebody_is_left(shipped_kb, text, left):
    assert list_unchecked(shipped_kb, text) == left
