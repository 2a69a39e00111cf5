"""A name that nothing parts from printed words is whose they are said to be, on record or not."""

from __future__ import annotations

from datetime import date

import pytest

from bot.answers.reply import reply
from bot.commands import registry
from knowledge.check_quote import Verdict

TODAY = date(2026, 1, 1)
BAN = "This is not the time to ease the ferry ban"  # Orin Dask


@pytest.fixture
def check(kb):
    def ask(typed):
        (found,) = reply(kb, registry()["check"], typed, TODAY).answer.checks
        who = found.speaker.name if found.speaker else ", ".join(found.unknown_names) or None
        return found.asked, who, found.verdict

    return ask


PLACES = ["{who} {words}", "{who}, {words}", "by {who} {words}", "[{who}] {words}",
          "({who}) {words}", "{who}\n{words}", "{words} {who}", "{words}, {who}",
          "{words} // {who}", "{words} | {who}", "{words} (c) {who}", "{words}\n{who}",
          "{who} 2018 {words}"]  # fmt: skip


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize(
    ("typed", "who", "verdict"),
    [
        ("vehl", "Jonas Vehl", Verdict.NOT_THEIRS),
        ("Orin Dask", "Orin Dask", Verdict.EXACT),
        ("Otto Brenk", "Otto Brenk", Verdict.EXACT),
        ("pompeo", "pompeo", Verdict.EXACT),
    ],
)
def test_a_name_beside_printed_words_is_none_of_them(check, place, typed, who, verdict):
    asked, found, judged = check(place.format(who=typed, words=BAN))
    assert (asked.rstrip("."), found, judged) == (BAN, who, verdict)


def test_what_differs_is_told_without_the_name(check):
    assert check(f"vehl {BAN.replace('not ', '')}") == (
        BAN.replace("not ", ""),
        "Jonas Vehl",
        Verdict.DIFFERS,
    )


@pytest.mark.parametrize("added", ["indeed", "the", "Clearly,", "and so"])
def test_other_words_before_printed_ones_are_words_of_the_quotation(check, added):
    asked, who, verdict = check(f"{added} {BAN}")
    assert (asked, who, verdict) == (f"{added} {BAN}", None, Verdict.DIFFERS)
