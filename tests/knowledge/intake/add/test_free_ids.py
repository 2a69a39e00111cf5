"""An id for what is entered next: never one that leads to something else."""

from __future__ import annotations

from dataclasses import replace

import pytest

from knowledge.corpus.corpus_reader import load_corpus
from knowledge.intake.add.free_ids import make_free_id
from tests.places import CORPUS


@pytest.fixture(scope="module")
def corpus():
    found = load_corpus(CORPUS)
    dask = found.people["teva-dask"]
    renamed = replace(dask, model=dask.model.model_copy(update={"former_ids": ("tilda-dask",)}))
    return replace(found, people={**found.people, "teva-dask": renamed})


@pytest.mark.parametrize(
    ("name", "made"),
    [
        ("Ada Finch", "ada-finch"),
        ("Teva Dask", "teva-dask-2"),
        ("Tilda Dask", "tilda-dask-2"),
        ("Marrow 2025-05", "marrow-2025-05-2"),
        ("金", "entity"),
    ],
)
def test_an_id_is_one_that_nothing_has_or_had(corpus, name, made):
    assert make_free_id(corpus, name, "entity") == made


def test_a_name_without_letters_gives_none(corpus):
    assert make_free_id(corpus, "金") == ""
