"""A question in another language gets one sentence, and no word of it is guessed at."""

from __future__ import annotations

import pytest

from bot.cli.ask import ask


@pytest.mark.parametrize(
    "typed",
    [
        "日本の立場は？",
        "북한의 입장은 무엇입니까?",
        "Какова позиция Японии по санкциям?",
        "quelle est la position du Japon sur les sanctions?",
        "¿Qué dijo Kono sobre la presión?",
        "Was sagt Japan zu Gesprächen?",
    ],
)
def test_it_is_told_in_one_sentence(shipped_kb, today, typed):
    answer = ask(shipped_kb, typed, today).answer
    assert answer.reason.startswith("I read questions in English")
    assert (answer.not_understood, answer.read_as, answer.choices) == ((), (), ())


@pytest.mark.parametrize("typed", ["日本", "岸田文雄", "日朝協議", "/stance 日本 pressure"])
def test_a_name_in_another_script_is_read(shipped_kb, today, typed):
    assert ask(shipped_kb, typed, today).answer.outcome in {"answer", "choice"}


@pytest.mark.parametrize(
    "typed",
    ["안철수", "Who was La Rosa and what did Da Silva say?", "Le Monde on talks", "la la land"],
)
def test_a_stranger_of_another_language_is_a_stranger_still(shipped_kb, today, typed):
    answer = ask(shipped_kb, typed, today).answer
    assert not (answer.reason or "").startswith("I read questions in English")
