"""/check of rows without marks: each is checked with its own speaker, or named as not checked."""

from __future__ import annotations

from datetime import date

import pytest

from bot.answers.reply import reply_to
from bot.answers.typed_rows import mark_rows
from bot.block_kit.block_text import as_text
from bot.cli.ask import ask
from bot.slack.listeners.asked_messages import find_quoted
from bot.slack_text.message_words import decode_message

TODAY = date(2026, 11, 21)
BAN = "This is not the time to ease the ferry ban"
SNOW = "will open the border before the first snow."
FERRY = "Without a ferry, there is nobody to talk to"
SAID = [("Orin Dask", BAN), ("Jonas Vehl", SNOW), ("Rolf Grell", FERRY)]
FORMS = {
    "labels": "{who}: {words}",
    "bullets": "- {who}: {words}",
    "numbers": "1. {who}, envoy: {words}",
    "signed": "{words} — {who}",
    "in brackets": "{words} ({who})",
    "bars": "| {who} | {words} |",
    "bars behind": "| {words} | {who} |",
    "days": "| May 3 | {who} | {words} |",
    "marked": '| {who} | "{words}" |',
    "tabs": "{who}\t{words}",
}


def _check(kb, text):
    return ask(kb, text, TODAY)


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("head", ["", "these:\n"])
def test_each_row_is_checked_with_its_own_speaker(kb, form, head):
    rows = [FORMS[form].format(who=who, words=words) for who, words in SAID]
    answer = _check(kb, f"/check {head}" + "\n".join(rows)).answer
    assert [check.asked for check in answer.checks] == [words for _, words in SAID]
    speakers = [check.speaker and check.speaker.id for check in answer.checks]
    assert speakers == ["orin-dask", "jonas-vehl", None]
    assert answer.checks[2].unknown_names == ("Rolf Grell",)


@pytest.mark.parametrize("head", ["| Who | Words |\n| --- | --- |\n", "| --- | --- |\n", ""])
@pytest.mark.parametrize("form", ["bars", "marked"])
def test_the_heads_and_rules_of_a_pasted_table_are_no_rows(kb, head, form):
    rows = "\n".join(FORMS[form].format(who=who, words=words) for who, words in SAID)
    assert len(_check(kb, f"/check {head}{rows}").answer.checks) == len(SAID)
    told = find_quoted(kb, decode_message({"text": f"```\n{head}{rows}\n```"}))
    assert len(reply_to(kb, told.meant, TODAY).answer.checks) == len(SAID)


def test_a_row_without_marks_among_others_is_not_lost(kb):
    text = f'/check Orin Dask: "{BAN}"\nJonas Vehl: {SNOW}'
    assert [c.speaker.id for c in _check(kb, text).answer.checks] == ["orin-dask", "jonas-vehl"]


@pytest.mark.parametrize("form", ["{}: {}", '{}: "{}"', "| {} | {} |", '| {} | "{}" |'])
def test_all_of_thirty_rows_are_checked_or_named(kb, form):
    letters = [f"{a}{b}" for a in "aeiou" for b in "lmnrst"]
    rows = [form.format(f"Ada F{x}nch", (BAN, SNOW, FERRY)[i % 3]) for i, x in enumerate(letters)]
    reply = _check(kb, "/check " + "\n".join(rows))
    left = len(rows) - len(reply.answer.checks)
    assert f"{left} quotations were not checked" in reply.answer.reason
    assert reply.answer.reason.count("“") == left
    assert reply.answer.reason in as_text(reply.message.blocks)


@pytest.mark.parametrize(
    "text",
    [
        f"Orin Dask: {BAN}",
        f"{BAN}\n{SNOW}",
        f"Orin Dask: {BAN}\nand that is that",
        "| one | two |\n| three |",
        f"| {BAN} |\n| {SNOW} |",
        "",
    ],
)
def test_lines_that_are_no_rows_stay_as_typed(text):
    assert mark_rows(text) == text


@pytest.mark.parametrize(
    "text",
    [
        "check this\n> {words}",
        "who said this?\n> {words}",
        "/check > {words}",
        "/check\n{words}",
        "check these\n| Who | Words |\n|--|--|\n| Velmora | {words} |",
        "Words | Who | Outlet\n{words} | Orin Dask | Harbor Gazette",
        "check this\nSpeaker: Orin Dask\nQuote: {words}\nDate: May 3, 2025",
        "/check\nSpeaker\tDate\tQuote\nOrin Dask\tMay 3\t{words}",
    ],
)
def test_what_is_pasted_is_checked_and_no_more(kb, text):
    answer = _check(kb, text.format(words=BAN)).answer
    assert [check.asked for check in answer.checks] == [BAN]


@pytest.mark.parametrize("text", ["Who: Orin Dask\nDate: May 3", "Velmora > Tarsk", "> Velmora"])
def test_other_lines_are_no_quotations(kb, text):
    assert not _check(kb, text).answer.checks


def test_every_column_of_words_below_heads_is_checked():
    text = f"Speaker | As filed | As printed\nOrin Dask | {BAN} | {FERRY}"
    assert mark_rows(text) == f'Orin Dask: "{BAN}"\nOrin Dask: "{FERRY}"'


@pytest.mark.parametrize("mark", [" | ", "; ", " · "])
def test_a_form_on_one_line_is_read_as_on_several(mark):
    assert mark_rows(f"Speaker: Orin Dask{mark}Quote: {BAN}") == f'Orin Dask: "{BAN}"'
