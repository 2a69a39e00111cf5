"""Which place is meant where a text prints the quoted words twice."""

from __future__ import annotations

import pytest

from knowledge.check_corpus.corpus_check import run_check
from knowledge.corpus.model import Quote
from knowledge.text.article_text import Span, Text
from knowledge.text.locating import locate
from knowledge.text.quote_search import NotFound

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
    assert found.why == "is printed 2 times between quotation marks: at 1 to 13, 97 to 109"
    assert found.what_to_do == "Give the start and end of the one that you mean."


def test_offsets_of_no_place_do_not_decide():
    assert isinstance(locate(TWICE, quote(start=2, end=14)), NotFound)


def test_a_sentence_that_is_printed_twice_is_told_apart_likewise():
    narration = {"exact": "Dask will wait.", "kind": "narration"}
    found = locate(TWICE, quote(**narration))
    assert isinstance(found, NotFound)
    assert "is printed 2 times: at " in found.why
    first = TWICE.folded.rindex("Dask will wait.")
    assert locate(TWICE, quote(**narration, start=first, end=first + 15)) == [
        Span(first, first + 15)
    ]


NEWS = (
    "Vela Orn said the ban is good for Zenda, and added later that the ban is good for Zenda again."
)
INSIDE = Text(f"{NEWS} It was raining.")
RUN = "the ban is good for Zenda"
PLACES = [Span(i, i + len(RUN)) for i in (NEWS.index(RUN), NEWS.rindex(RUN))]


def narration(exact, **fields):
    return quote(exact, "narration", attribution="Vela Orn", **fields)


@pytest.mark.parametrize("place", PLACES)
def test_offsets_decide_between_places_of_one_sentence(place):
    found = locate(INSIDE, narration(f"[…] {RUN} […]", start=place.start, end=place.end))
    assert found == [place]


def test_words_twice_in_one_sentence_are_refused_where_nothing_decides():
    found = locate(INSIDE, narration(f"[…] {RUN} […]"))
    assert isinstance(found, NotFound)
    assert found.why == "is printed 2 times: at 14 to 39, 62 to 87"


@pytest.mark.parametrize("number", [0, 1])
def test_of_several_last_runs_the_offsets_decide(number):
    end = PLACES[number].end
    found = locate(INSIDE, narration(f"Vela Orn […] {RUN} […]", start=0, end=end))
    assert found == [Span(0, 8), PLACES[number]]
    assert isinstance(locate(INSIDE, narration(f"Vela Orn […] {RUN} […]")), NotFound)


def test_runs_between_the_first_and_the_last_make_no_other_place():
    assert locate(INSIDE, narration(f"Vela Orn […] {RUN} […] again.")) == [
        Span(0, 8),
        PLACES[0],
        Span(88, 94),
    ]


def test_a_sentence_that_is_not_cut_before_its_first_word_begins_there():
    text = Text("The ban? The ban of the council, the ban of the town, is good.")
    assert locate(text, narration("The ban of the council […] the ban […] is good.")) == [
        Span(9, 31),
        Span(33, 40),
        Span(54, 62),
    ]
    said = Text("He said that he said it there.")
    assert locate(said, narration("He said […] it there.")) == [Span(0, 7), Span(21, 30)]
    assert locate(Text("He said so, he said so."), narration("[…] said so.")) == [Span(15, 23)]


def test_places_of_words_that_stand_everywhere_are_not_all_told():
    found = locate(Text("so " * 30), narration("[…] so […]"))
    assert found.why == ("is printed 28 times: at 3 to 5, 6 to 8, 9 to 11, 12 to 14, 15 to 17, …")


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
    assert "is printed 2 times between quotation marks: at 753 to 796, " in only
    assert only.endswith(" Give the start and end of the one that you mean.")


def test_fix_keeps_the_place_that_was_chosen(twice):
    assert twice.told(fix=True) == []


def test_fix_keeps_the_second_place_of_one_sentence(curator, tmp_path):
    name = "articles/valley-post-2025-04"
    raw = (curator.texts / "one.txt").read_text(encoding="utf-8") + f"\n\n{NEWS}\n"
    (tmp_path / "one.txt").write_text(raw, encoding="utf-8")
    text = Text(raw)
    start = text.folded.rindex(RUN)
    curator.change(name, fingerprint=text.fingerprint, words=text.words)
    chosen = {"kind": "narration", "exact": f"[…] {RUN} […]", "attribution": "Vela Orn"}
    chosen |= {"start": start, "end": start + len(RUN)}
    said = {"speaker": {"id": None, "description": "Vela Orn"}, "sourcing": "unnamed"}
    curator.statement("vehl-before-snow", quotes=[chosen], stances=[], **said)
    before = curator.file(name).read_bytes()
    report = run_check(curator.folder, tmp_path, fix=True)
    assert [told for told in map(str, report.problems) if "stands" in told or "times" in told] == []
    assert curator.file(name).read_bytes() == before
