"""A corpus of its own for each review in the terminal."""

from __future__ import annotations

import shutil

import pytest

from knowledge.intake.add.library import Library
from tests.places import CORPUS


@pytest.fixture
def library(tmp_path):
    shutil.copytree(CORPUS, tmp_path / "corpus")

    def opened():
        return Library.open(tmp_path / "corpus", tmp_path / "articles")

    return opened
