"""The data are what the pinned libraries give."""

from __future__ import annotations

import pytest

from knowledge.speech.given_name_pronouns import GIVEN_NAMES
from knowledge.world import world_knowledge as world
from tests import world_data

pytestmark = pytest.mark.one_python


def test_the_names_are_in_step():
    assert world.NAMES.read_text(encoding="utf-8") == world_data.names_file(), "Run 'make world'."


def test_the_pronouns_of_given_names_are_in_step():
    same = GIVEN_NAMES.read_text(encoding="utf-8") == world_data.given_names_file()
    assert same, "Run 'make world'."


@pytest.mark.slow
def test_the_words_are_in_step():
    same = world.WORDS.read_text(encoding="utf-8") == world_data.words_file()
    assert same, "Run 'make world'."
