"""Who speaks in words without marks did not thereby say what stands between marks."""

from __future__ import annotations

from datetime import date

import pytest

from bot.answers.reply import reply_to
from bot.commands.plain_words import choose
from bot.slack.listeners.asked_messages import decode_shortcut, find_quoted, read_question
from bot.slack_text.message_words import decode_message
from bot.slack_text.references import References

TODAY = date(2026, 1, 1)
BAN = "This is not the time to ease the ferry ban"  # Orin Dask
VEHLS = "Jonas Vehl: We will wait"
BLOCK, CODE = "I did not read the block quote", "I did not read the code block"


@pytest.fixture(params=["shortcut", "message"])
def check(kb, request):
    def ask(typed):
        if request.param == "shortcut":
            asked = find_quoted(kb, decode_shortcut({"text": typed}, References()))
        else:
            read = decode_message({"text": typed})
            asked = read_question(kb, read, lambda text: choose(kb, text, TODAY))
        (found,) = reply_to(kb, asked.meant, TODAY).answer.checks
        return found, asked.note or ""

    return ask


SETTINGS = [(f"&gt; {VEHLS}", BLOCK), (f"```{VEHLS}```", CODE),
            (f"- {VEHLS}\n- Otto Brenk: We will not", "Not read"),
            (f"{VEHLS} until May", "Not read")]  # fmt: skip


@pytest.mark.parametrize(("others", "told"), SETTINGS)
def test_a_label_of_other_words_is_not_the_speaker_of_marked_ones(check, others, told):
    found, note = check(f"check this\n{others}\nand then “{BAN}” Orin Dask")
    assert (found.speaker.name, found.theirs) == ("Orin Dask", True)
    assert told in note
    found, note = check(f"check this\n{others}\n“{BAN}”")
    assert found.speaker is None
    assert told in note


@pytest.mark.parametrize("name", ["Jonas Vehl", "— Jonas Vehl", "Jonas Vehl:"])
def test_a_block_that_is_but_a_name_still_labels_them(check, name):
    found, _ = check(f"check this\n&gt; {name}\n“{BAN}”")
    assert found.speaker.name == "Jonas Vehl"


def test_who_is_asked_about_is_still_read(check):
    found, _ = check(f"Jonas Vehl: is this what he said?\n“{BAN}”")
    assert found.speaker.name == "Jonas Vehl"


@pytest.mark.parametrize("words", [BAN, BAN.replace("not ", ""), f"ease the {BAN}"])
def test_a_block_that_shares_words_with_the_marked_ones_is_named(check, words):
    _, note = check(f"check this\n&gt; {words}\n“ease the ferry ban” Orin Dask")
    assert BLOCK in note


def test_a_block_of_the_very_words_is_read_with_them(check):
    _, note = check(f"check this\n&gt; {BAN}\n“{BAN}” Orin Dask")
    assert BLOCK not in note


def test_a_marked_quotation_over_several_lines_is_read_whole(check):
    broken = BAN.replace("not ", "not\n").replace("ease ", "ease\n")
    assert "ot read" not in check(f"check this\nOrin Dask: “{broken}”")[1]
