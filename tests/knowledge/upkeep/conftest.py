"""A desk over a copy of the tiny corpus."""

from __future__ import annotations

import pytest

from knowledge.upkeep.upkeep_desk import UpkeepDesk


@pytest.fixture
def opened(curator):
    """Return a function that reads the curator's corpus as it is now."""
    return lambda: UpkeepDesk(curator.folder, curator.texts)


@pytest.fixture
def make(opened):
    """Return a function that makes an edit, and returns what it says."""

    def edit(change, *words):
        return opened().make(lambda corpus: change(corpus, *words))

    return edit
