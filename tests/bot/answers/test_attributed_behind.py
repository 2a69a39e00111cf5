"""Who is told behind words without marks to have said them is their speaker, and no part of them.

The words and names are those of the shipped corpus.
"""

from __future__ import annotations

from datetime import date

import pytest

from bot.answers.attributed_behind import divide_behind
from bot.cli.ask import ask

TODAY = date(2026, 1, 1)
PRESSURE = "This is not the time to reduce pressure or reward the DPRK"


@pytest.mark.parametrize(
    ("behind", "who"),
    [
        ("Kang warned at the talks.", "Kang Kyung-hwa"),
        ("the US secretary of state told reporters", "Rex Tillerson"),
        ("the White House said", "White House"),
        ("warned Suga", "Yoshihide Suga"),
        ("Kono told reporters in Vancouver.", "Taro Kono"),
        ("insisted Konno", "Konno"),
        ("a source warns", "a source"),
    ],
)
def test_whoever_is_named_behind_the_words_is_their_speaker(shipped_kb, behind, who):
    (check,) = ask(shipped_kb, f"/check {PRESSURE}, {behind}", TODAY).answer.checks
    assert check.asked == PRESSURE
    assert (check.speaker.name if check.speaker else check.unknown_names[0]) == who


def test_words_that_differ_are_divided_before_somebody_on_record_alone(shipped_kb):
    words = "This is not the time to ease pressure"
    assert next(divide_behind(shipped_kb, f"{words}, Kang warned.")) == ("Kang", words)
    assert not list(divide_behind(shipped_kb, f"{words}, Konno warned."))
    assert not list(divide_behind(shipped_kb, "Japan, North Korea said"))
