"""Which place is meant where a text prints the quoted words twice."""

from __future__ import annotations

import pytest

from knowledge.locating import locate
from knowledge.model import Quote
from knowledge.quoting import NotFound, Span, Text

FAR = " It was raining. The band played. Nobody left the market before noon. "
TWICE = Text(
    f"“We will wait,” Dask said.{FAR}“We will wait,” Vehl said.{FAR}Dask will wait. Dask will wait."
)


def quote(exact="We will wait", kind="direct", **fields):
    return Quote(**{"kind": kind, "exact": exact, "attribution": "he", **fields})


@pytest.mark.parametrize(("start", "speaker"), [(1, "Dask"), (97, "Vehl")])
def test_offsets_decide_between_places(start, speaker):
    (span,) = locate(TWICE, quote(start=start, end=start + 12))
    assert TWICE[Span(span.end, span.end + 7)] == f'," {speaker}'


def test_the_attribution_decides_where_it_stands_near_one_place_alone():
    assert locate(TWICE, quote(attribution="Vehl")) == [Span(97, 109)]


def test_words_that_nothing_decides_between_are_refused_with_their_places():
    found = locate(TWICE, quote())
    assert isinstance(found, NotFound)
    assert found.why == "the text prints these words between marks 2 times: at 1 to 13, 97 to 109"
    assert found.what_to_do == "give the start and end of the one that is meant"


def test_offsets_of_no_place_do_not_decide():
    assert isinstance(locate(TWICE, quote(start=2, end=14)), NotFound)


def test_a_sentence_that_is_printed_twice_is_told_apart_likewise():
    narration = {"exact": "Dask will wait.", "kind": "narration"}
    found = locate(TWICE, quote(**narration))
    assert isinstance(found, NotFound)
    assert "the text prints these words 2 times: at " in found.why
    first = TWICE.folded.rindex("Dask will wait.")
    assert locate(TWICE, quote(**narration, start=first, end=first + 15)) == [
        Span(first, first + 15)
    ]


@pytest.fixture
def twice(curator, tmp_path):
    """An article that prints the quoted words of Vehl twice, both times beside his name."""
    raw = (curator.texts / "one.txt").read_text(encoding="utf-8")
    raw += "\n\n“will open the border before the first snow.” Jonas Vehl says so in his sleep.\n"
    texts = tmp_path / "twice"
    texts.mkdir()
    (texts / "one.txt").write_text(raw, encoding="utf-8")
    curator.change("articles/valley-post-2025-04", fingerprint=Text(raw).fingerprint)
    return type(curator)(curator.folder, texts)


def test_fix_does_not_choose_between_places(twice):
    twice.quote("vehl-before-snow", start=None, end=None)
    (only,) = twice.told(fix=True)
    assert "the text prints these words between marks 2 times: at 753 to 796, " in only
    assert only.endswith("; give the start and end of the one that is meant")


def test_fix_keeps_the_place_that_was_chosen(twice):
    assert twice.told(fix=True) == []
