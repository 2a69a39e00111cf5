"""A kb with the texts of its articles at hand."""

from __future__ import annotations

import pytest

from knowledge.kb.knowledge_base import KnowledgeBase


@pytest.fixture(scope="module")
def with_texts(kb, texts_folder):
    opened = KnowledgeBase(kb.path, texts_folder)
    yield opened
    opened.close()
