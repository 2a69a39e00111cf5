"""An office that nothing gives to whoever has the name is named as not read."""

from __future__ import annotations

from datetime import date

import pytest

from bot.cli.ask import ask


@pytest.fixture
def not_read(shipped_kb):
    def asked(typed):
        return ask(shipped_kb, f"check: {typed}", date(2026, 1, 1)).answer.not_understood

    return asked


@pytest.mark.parametrize("office", ["Ambassador", "Secretary of State", "Chief Cabinet Secretary"])
def test_an_office_that_somebody_never_held_is_named(not_read, office):
    assert not_read(f"{office} Kono: “charm diplomacy”") == (office,)


@pytest.mark.parametrize(
    "speaker",
    ["Foreign Minister Kono", "Minister Kono", "Japan’s Foreign Minister Taro Kono", "Mr. Kono",
     "FM Kono", "Secretary Tillerson", "Director-General Funakoshi", "Japan’s envoy Funakoshi",
     "Spokesperson Ned Price"],
)  # fmt: skip
def test_an_office_that_somebody_held_is_not(not_read, speaker):
    assert not_read(f"{speaker}: “charm diplomacy”") == ()


def test_the_office_of_another_is_not_held_against_somebody(not_read):
    typed = "SECRETARY TILLERSON: “a dead end”\nFOREIGN MINISTER KONO: “charm diplomacy”"
    assert "FOREIGN MINISTER" not in not_read(typed)
