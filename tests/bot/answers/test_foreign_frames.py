"""A quotation in a sentence of another language is given to whom that sentence gives it."""

from __future__ import annotations

from datetime import date

import pytest

from bot.answers.foreign_frames import put_in_english
from bot.cli.ask import ask

TODAY = date(2026, 12, 1)
PRESSURE = "This is not the time to reduce pressure or reward the DPRK"


@pytest.mark.parametrize(
    ("typed", "english"),
    [
        ("Dask sagte: „Nein“", "Dask said: „Nein“"),
        ("Dask a-t-il vraiment dit « oui » ?", "Dask really said « oui » ?"),
        ("Según Dask, “dijo sí”", "according to Dask, “dijo sí”"),
        ("Hat Dask „selon“ gesagt?", "did Dask „selon“ say?"),
        ("Ist „ja“ von Dask oder von Vehl?", "is „ja“ by Dask or Vehl?"),
        ("Ursula von der Leyen sagte „ja“", "Ursula von der Leyen said „ja“"),
        ("„Nein“, warnte Außenminister Dask", "„Nein“, warned foreign minister Dask"),
        ("„Nein“, so Dask", "„Nein“, said Dask"),
        ("“no”, so Dask left", "“no”, so Dask left"),
        ("Le porte-parole Dask a parlé d’un « oui »", "spokesman Dask spoke of « oui »"),
        ("O ministro Dask disse “sim”", "minister Dask said “sim”"),
        ("The hat of Dask: “no”", "The hat of Dask: “no”"),
        ("Dask sagte nein", "Dask sagte nein"),
        ("", ""),
    ],
)
def test_words_around_a_quotation_are_english_and_no_others(typed, english):
    assert put_in_english(typed) == english


@pytest.mark.parametrize(
    ("typed", "verdict"),
    [
        (f"Kono sagte: „{PRESSURE}“", "exact"),
        (f"¿Dijo Kono “{PRESSURE}”?", "exact"),
        (f"Selon Tillerson, « {PRESSURE} »", "not_theirs"),
        (f"Hat Tillerson „{PRESSURE}“ gesagt?", "not_theirs"),
    ],
)
def test_whoever_says_it_in_another_language_is_read(shipped_kb, typed, verdict):
    (check,) = ask(shipped_kb, typed, TODAY).answer.checks
    assert (check.verdict, check.speaker is None) == (verdict, False)


@pytest.mark.parametrize(
    "typed",
    [
        f"Macron a dit « {PRESSURE} »",
        f"Kono n’a jamais dit « {PRESSURE} »",
        f"Ist „{PRESSURE}“ von Kono oder von Tillerson?",
    ],
)
def test_who_is_not_certain_is_nobody(shipped_kb, typed):
    (check,) = ask(shipped_kb, typed, TODAY).answer.checks
    assert check.speaker is None


def test_a_word_with_a_capital_between_names_stays_a_name():
    assert put_in_english("Ou Yang sagte: “no ferry”") == "Ou Yang said: “no ferry”"
    assert put_in_english("Dask ou Vehl: “no ferry”") == "Dask or Vehl: “no ferry”"
