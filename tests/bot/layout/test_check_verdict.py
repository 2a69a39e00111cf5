"""The first line of a check has one form for words outside a quotation, wherever they stand."""

from __future__ import annotations

import pytest

from bot.answers.answer import Attribution, Check
from bot.layout.check_verdict import verdict

PRINTED = (
    "The envoy left for Lund, and said the bell is “ours, and nobody else’s,” before the fair."
)


@pytest.mark.parametrize(
    ("asked", "printed", "read"),
    [
        ("The envoy left for Lund", PRINTED, True),
        ("The envoy left for Lund", "The envoy left for Lund, and rang the bell.", True),
        ("ours, and nobody else’s", PRINTED, False),
        ("said the bell is “ours, and", PRINTED, False),
        ("nobody else’s before the fair", PRINTED, False),
    ],
)
def test_the_speaker_is_not_read_where_the_words_are_of_a_quotation(asked, printed, read):
    check = Check(
        asked=asked, verdict="part", kind="narration", printed=printed, from_whole_text=True
    )
    told = verdict(check)
    assert told.startswith("A part of what an article prints")
    assert told.endswith("speaker not read") != read


def sources(invented, *names):
    whole = invented.cited().article
    return [whole.model_copy(update={"id": name, "publisher": name}) for name in names]


def given(**given):
    return [Attribution(article=name, to=to) for name, to in given.items()]


@pytest.mark.parametrize(
    ("verdict_", "also", "told"),
    [
        ("part", given(A=["Orin Dask"]), "A part of what Own and A print and give to Orin Dask; also printed in B"),
        ("part", given(A=["Jonas Vehl"]), "A part of what Own prints and gives to Orin Dask; A gives these words to Jonas Vehl; also printed in B"),
        ("part", (), "A part of what Own prints and gives to Orin Dask; also printed in A and B"),
        ("exact", given(A=["Jonas Vehl"], B=["Jonas Vehl"]), "Exact: Own prints these words and gives them to Orin Dask; A and B give these words to Jonas Vehl"),
        ("exact", given(A=["Orin Dask"], B=["Orin Dask"]), "Exact: Own, A and B print these words and give them to Orin Dask"),
    ],
)  # fmt: skip
def test_only_an_article_that_gives_the_words_to_somebody_is_said_to(
    invented, verdict_, also, told
):
    own, *others = sources(invented, "Own", "A", "B")
    check = Check(
        asked="x", verdict=verdict_, article=own, also_in=others,
        attributed_to=["Orin Dask"], also_attributed=also,
    )  # fmt: skip
    assert verdict(check) == told


def test_another_article_without_an_outlet_is_another_one(invented):
    own, other = (
        source.model_copy(update={"publisher": None}) for source in sources(invented, "a", "b")
    )
    found = Check(
        asked="x", verdict="part", article=own, also_in=[other], attributed_to=["Orin Dask"]
    )
    assert verdict(found).endswith(" gives to Orin Dask; also printed in another article")
    assert verdict(found.model_copy(update={"attributed_to": ()})) == (
        "A part of what 2 articles print"
    )
