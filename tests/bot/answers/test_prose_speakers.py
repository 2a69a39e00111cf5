"""Whoever a message names beside a quotation, and is not on record, is told: never left out."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import given as given_any
from hypothesis import strategies as st

from bot.answers.prose_speakers import list_speakers
from bot.answers.reply import reply, reply_to
from bot.commands import registry
from bot.commands.plain_words import choose
from bot.slack.listeners.asked_messages import find_quoted
from bot.slack_text.message_words import decode_message
from bot.slack_text.references import References

TODAY = date(2026, 11, 29)
BAN = "“This is not the time to ease the ferry ban”"
SHORT = "“a late spring”"
UNREAD = [
    "Rolf Grell: BAN",
    "Grell: BAN",
    "rolf grell: BAN",
    "Teva Grell: BAN",
    "Grell, Lund: BAN",
    "BAN — Rolf Grell",
    "FM Grell at the town hall — BAN — is that one in our archive?",
    "Rolf Grell during a fair in Lund – BAN – do we have it on file?",
    "BAN – Grell",
    "BAN (Rolf Grell)",
    "BAN, Grell argued",
    "BAN per Grell",
    "Per Rolf Grell, BAN",
    "According to Grell it is BAN",
    "Did Grell call it BAN?",
    "Grell called it BAN to wait",
    "Grell warned of BAN",
    "Rolf Grell\nBAN",
    "Narnia’s foreign ministry: BAN",
    "Velmora’s embassy in Tarsk: BAN",
    "Velmora’s opposition: BAN",
    "the Velmoran opposition said BAN",
    "the Norwegian foreign minister: BAN",
    "Norwegian lawmakers: BAN",
    "the Ruritanian spy chief said BAN",
    "the harbor union said BAN",
    "my manager: BAN",
    "Hi all. Our editor: BAN",
    "Is BAN by Grell or Vehl?",
]

PLACES = [
    "{}: BAN",
    "BAN — {}",
    "BAN ({})",
    "{} said BAN",
    "BAN, says {}",
    "did {} say BAN?",
    "per {}: BAN",
    "{}\nBAN",
    "1. {}: BAN",
]


def _by_shortcut(kb, text):
    message = decode_message({"type": "message", "text": text}, References(frozenset()))
    return reply_to(kb, find_quoted(kb, message).meant, TODAY)


WAYS = {
    "plain": lambda kb, text: reply_to(kb, choose(kb, text), TODAY),
    "shortcut": _by_shortcut,
    "command": lambda kb, text: reply(kb, registry()["check"], text, TODAY),
}


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("typed", UNREAD)
def test_whoever_is_not_on_record_is_told_beside_a_quotation(kb, way, typed):
    answered = WAYS[way](kb, typed.replace("BAN", BAN))
    assert answered.message.text.startswith("Exact, speaker not checked: ")
    assert "I did not check who said it: " in answered.message.text


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize(
    "typed", ["Grell: WORDS", "WORDS — Rolf Grell", "WORDS, said Narnia’s coast guard"]
)
def test_the_words_that_were_not_read_are_repeated_whole(kb, way, typed):
    told = WAYS[way](kb, typed.replace("WORDS", SHORT)).message.text
    name = typed.replace("WORDS", "").strip(" :—,").removeprefix("said ")
    assert f"Not read: “{name}”" in told


@pytest.mark.parametrize(
    "typed",
    [
        "Dask in Lund: BAN",
        "Orin Dask: BAN",
        "Orin Dask, Head of the Northern Bureau: BAN",
        "BAN\nOrin Dask, head of the Northern Bureau",
        "Orin Dask, Lund: BAN",
        "BAN – Orin Dask, Lund",
        "according to Narnia Radio, Orin Dask said BAN",
        "Orin Dask told Rolf Grell BAN",
        "Hi Ragna, Orin Dask: BAN",
        "Fact check my lede: BAN",
        "our headline: BAN",
        "Quotes for tomorrow: BAN",
        "BAN (slightly abridged)",
        "Speaker: Orin Dask\nQuote: BAN",
        "Orin Dask said, according to sources: BAN",
        "Orin Dask said to wait if Vehl is BAN",
        "Orin Dask, head of the Ministry’s Northern Bureau, said on Jan. 17 it is BAN, sources said",
    ],
)
def test_whom_words_are_not_given_to_does_not_take_them_from_their_speaker(kb, typed):
    told = WAYS["plain"](kb, typed.replace("Dask in", "Orin Dask in").replace("BAN", BAN))
    assert told.message.text.startswith("Exact: ")


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("I lent my old blue umbrella to Rolf Grell on the very long way home. BAN", []),
        ("In the long draft that we had on the desk, Rolf Grell called it BAN.", ["Rolf Grell"]),
        ("Thanks Ragna! BAN", []),
        ("We met Rolf Grell at the old town hall — BAN — is that in our archive?", []),
        ("Big turnout at the old town hall in May — BAN — is that in our archive?", []),
    ],
)
def test_in_long_prose_a_stranger_counts_where_a_speaker_stands(kb, typed, names):
    given = list_speakers(kb, typed.replace("BAN", BAN))
    assert [name.typed for name in given.values()] == names


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given_any(
    name=st.from_regex(r"[B-DF-HJ-NP-TV-Z][aeiou][bdfgklmnprst]{2}[aeiou]v?", fullmatch=True),
    place=st.sampled_from(PLACES),
    way=st.sampled_from(sorted(WAYS)),
)
def test_no_name_is_left_out_silently(kb, name, place, way):
    told = WAYS[way](kb, place.format(name).replace("BAN", BAN)).message.text
    assert name in told
    assert not told.startswith("Exact: ")


@pytest.mark.parametrize(
    "typed",
    [
        "Orin Dask said the ban is “premature” to lift, if Vehl is “ready to open the harbor”",
        "Orin Dask said it is “premature”, as long as Ilse Marrow has been “too ready to open it”",
    ],
)
def test_who_is_described_by_a_quotation_did_not_say_it(kb, typed):
    answer = reply_to(kb, choose(kb, typed), TODAY).answer
    assert [check.speaker.id for check in answer.checks] == ["orin-dask", "orin-dask"]


@pytest.mark.parametrize("way", WAYS)
def test_what_is_called_somebodys_in_marks_is_not_what_they_said(kb, way):
    typed = f"He [Orin Dask] warned against being distracted by Velmora’s {BAN}"
    (check,) = WAYS[way](kb, typed).answer.checks
    assert check.speaker.id == "orin-dask"


def test_who_is_described_by_a_quotation_counts_where_nobody_else_is_named(kb):
    answer = reply_to(kb, choose(kb, f"Vehl is {SHORT}"), TODAY).answer
    assert [check.speaker.id for check in answer.checks] == ["jonas-vehl"]


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize(
    "typed",
    [
        "- Vehl SHORT\n- Grell BAN",
        "- SHORT – Vehl\n- BAN – Grell",
        "- SHORT Vehl\n- BAN Grell",
        "- SHORT (Vehl)\n- BAN (Grell)\n- SHORT (Marrow)",
        "1. SHORT vehl\n2. BAN grell",
        "Vehl SHORT\nGrell BAN",
        "Vehl: SHORT / Grell BAN",
        "Vehl warned of SHORT. Grell’s line: BAN",
        "Vehl warned of SHORT while Grell’s line was BAN",
        "- SHORT Vehl\n- BAN Lighthouse",
        "- SHORT vehl\n- BAN lighthouse",
        "- Vehl: SHORT\n- Lighthouse BAN",
        "- SHORT Vehl\n- BAN Vehl’s aide",
    ],
)
def test_a_quotation_beside_a_stranger_is_never_that_of_its_neighbors_speaker(kb, way, typed):
    asked = typed.replace("SHORT", SHORT).replace("BAN", BAN)
    first, second, *_ = WAYS[way](kb, f"check these\n{asked}").answer.checks
    assert first.speaker.id == "jonas-vehl"
    assert (second.speaker, second.verdict, second.possible_speakers) == (None, "exact", ())
    assert second.unknown_names


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize(
    "typed",
    [
        "Vehl: SHORT BAN",
        "Vehl said SHORT and also warned of BAN",
        "These are by Vehl\n- SHORT (headline)\n- BAN (lede)",
        "- SHORT again\n- BAN Vehl",
        "Headline: SHORT\nLede: Vehl said BAN",
    ],
)
def test_what_is_no_name_keeps_no_quotation_from_the_one_who_is_named(kb, way, typed):
    asked = typed.replace("SHORT", SHORT).replace("BAN", BAN)
    checks = WAYS[way](kb, f"check\n{asked}").answer.checks
    assert [check.speaker.id for check in checks] == ["jonas-vehl", "jonas-vehl"]
