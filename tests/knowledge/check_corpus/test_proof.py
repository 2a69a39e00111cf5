"""Entries against texts: what a curator gets to read for each way of misquoting."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from knowledge.check_corpus import proof
from knowledge.check_corpus.article_budget import ArticleBudget
from knowledge.check_corpus.cuts import find_harm
from knowledge.check_corpus.proof import read_texts
from knowledge.corpus import corpus_reader
from knowledge.text.article_text import Span, Text
from tests.grown_corpus import Grown

LONG = (
    "The proposal goes back to a letter that the mayors of the valley wrote to each other in the "
    "winter, after the ice had carried away the old bridge and the ferry had stayed in its shed"
)


def narration(exact, attribution=None):
    return {"kind": "narration", "exact": exact, "attribution": attribution}


def test_every_quote_of_the_clean_corpus_is_proved(curator):
    report = curator.check()
    assert report.problems == []
    assert (report.proof.proved, report.proof.refused, report.unproved) == (17, 0, 0)


@pytest.mark.parametrize(
    ("statement", "number", "exact", "told"),
    [
        pytest.param(
            "isles-no-side",
            0,
            "The United Isles […] did take a side at the meeting, they said.",
            [
                "is not in the text. ",
                "did {+not+} take a side at the meeting, they said.",
            ],
            id="a deleted not",
        ),
        pytest.param(
            "dask-ferry-ban",
            0,
            "This is the time to ease the ferry ban",
            [
                "is not in the text. ",
                "This is {+not+} the time to ease the ferry ban",
            ],
            id="a deleted not in a direct quote",
        ),
        pytest.param(
            "vehl-before-snow",
            0,
            "would open the border before the first snow.",
            [
                "Nearest: [-would-] {+will+} open the border before the first snow.",
            ],
            id="will to would",
        ),
        pytest.param(
            "velmora-not-ready",
            0,
            "[…] Velmora is not ready to back a North Tarsk plan […] diplomatic sources said […]",
            [
                "Nearest: Velmora is not ready to back a [-North-] {+South+} Tarsk plan",
            ],
            id="a swapped country",
        ),
        pytest.param(
            "dask-ferry-ban",
            0,
            "this is not the time to ease the ferry ban",
            ["is not in the text", "[-this-] {+This+} is not the time to ease the ferry ban"],
            id="a capital made small",
        ),
        pytest.param(
            "dask-premature",
            1,
            "Orin Dask […] called the plan “premature” […] did not take a side […]",
            [
                "joins words of several sentences.",
                "the sources said.+}",
            ],
            id="stitched sentences",
        ),
        pytest.param(
            "dask-ferry-ban",
            0,
            "This is not the time to ease the ferry ban until the last fisherman is home.",
            ["is not in the text. "],
            id="a stitched direct quote",
        ),
        pytest.param(
            "dask-ferry-ban",
            0,
            "This is not the time to ease the ferry ban,” Dask told reporters that evening in "
            "front of the customs house. He added: “We will keep the ban until the last "
            "fisherman is home.",
            ["quotes.0.exact: "],
            id="a direct quote with the outlet's words between two pairs of marks",
        ),
        pytest.param(
            "dask-ferry-ban",
            0,
            "the time to ease the ferry ban",
            [
                "Nearest: {+This is not+} ",
            ],
            id="a direct quote that drops a negation",
        ),
        pytest.param(
            "dask-ferry-ban",
            1,
            "We will keep the ban",
            [
                "is shorter than the words between the printed marks",
                "We will keep the ban {+until the last fisherman is home.+}",
            ],
            id="a direct quote shorter than its marks",
        ),
        pytest.param(
            "isles-no-side",
            0,
            "[…] take a side at the meeting, they said.",
            ["The cut drops the negation 'not': 'The United Isles, whose ships "],
            id="a narration that drops a negation",
        ),
        pytest.param(
            "north-tarsk-lighthouse",
            0,
            "North Tarsk will reject an opening of the border […] its government said […]",
            [
                "The cut drops the condition 'unless': 'unless the South returns the lighthouse,'",
                "'unless the South returns the lighthouse' is not in the quotes of the statement",
            ],
            id="a narration that drops a condition",
        ),
        pytest.param(
            "marrow-ferry-first",
            0,
            "Marrow also said that Velmora would talk with North Tarsk […]",
            ["The cut drops the condition 'only if'", "is not in the quotes of the statement"],
            id="a narration that stops before its condition",
        ),
        pytest.param(
            "dask-premature",
            1,
            "Orin Dask […] called the plan “premature” […]",
            ["The cut drops the attribution 'sources': 'at a meeting in the harbor town of Lund"],
            id="a narration that drops who relayed it",
        ),
        pytest.param(
            "north-tarsk-lighthouse",
            0,
            "North Tarsk will reject an opening of the border unless the South returns the "
            "lighthouse, its government said",
            ["The quote does not end where its sentence does. Mark the cut with […]."],
            id="an unmarked cut at the end",
        ),
        pytest.param(
            "marrow-ferry-first",
            0,
            "Velmora would talk with North Tarsk only if the North reopens the ferry line.",
            ["The quote does not begin where its sentence does. Mark the cut with […]."],
            id="an unmarked cut at the beginning",
        ),
        pytest.param(
            "velmora-not-ready",
            0,
            "[…] Velmora is not ready to back a plan […] diplomatic sources said […]",
            ["is not in the text. ", "to back a {+South Tarsk+} plan"],
            id="an unmarked cut in the middle",
        ),
    ],
)
def test_a_changed_quote_is_refused_with_what_differs(curator, statement, number, exact, told):
    curator.quote(statement, number, exact=exact)
    problems = "\n".join(curator.told())
    for words in told:
        assert words in problems
    assert f".quotes.{number}.exact: " in problems
    assert curator.check().proof.refused >= 1


@pytest.mark.parametrize(
    "exact",
    [
        "this is not the time to ease the ferry ban",
        "This isn’t the time to ease the ferry ban",
        "This is not the time to ease the ferry-ban",
        "This is not the time to ease the ferry ban!",
        "THIS IS NOT THE TIME TO EASE THE FERRY BAN",
    ],
)
def test_the_same_words_in_another_writing_are_refused(curator, exact):
    curator.quote("dask-ferry-ban", 0, exact=exact)
    assert "is not in the text. " in "\n".join(curator.told())


def test_a_refusal_names_file_and_line_of_the_quote(curator):
    curator.quote("vehl-before-snow", exact="would open the border before the first snow.")
    (told,) = curator.told()
    file, line, _ = told.split(":", 2)
    lines = (curator.folder / file).read_text(encoding="utf-8").splitlines()
    assert file == "articles/valley-post-2025-04.yaml"
    assert lines[int(line) - 1].strip() == "exact: would open the border before the first snow."


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"attribution": "his country"}, "names the speaker, 'jonas-vehl'"),
        ({"attribution": "Orin Dask"}, "'Orin Dask' is not near the quote"),
        ({"attribution": "the same reporters", "refers_to": "Dask"}, "names the speaker, "),
        ({"attribution": "his", "refers_to": "Jonas Veal"}, "'Jonas Veal' is not in the text"),
        ({"attribution": "Vehlmann"}, "names the speaker, 'jonas-vehl'"),
        ({"attribution": "jonas vehl"}, "'jonas vehl' is not near the quote"),
    ],
)
def test_an_attribution_that_does_not_name_the_speaker_is_refused(curator, changes, told):
    curator.quote("vehl-before-snow", **changes)
    assert told in "\n".join(curator.told())


@pytest.mark.parametrize(
    "changes",
    [
        {"attribution": "Vehl"},
        {"attribution": "the special envoy of South Tarsk"},
        {"attribution": "his country", "refers_to": "Jonas Vehl"},
        {"attribution": "Jonas Vehl, the special envoy"},
    ],
)
def test_names_and_printed_descriptions_of_the_speaker_attribute(curator, changes):
    curator.quote("vehl-before-snow", **changes)
    assert curator.told() == []


def test_a_surname_that_two_people_share_does_not_attribute(curator):
    curator.quote("dask-ferry-ban", attribution="Dask", refers_to=None)
    (told,) = curator.told()
    assert "Neither 'attribution' nor 'refers_to' names the speaker, 'orin-dask'." in told


def test_an_attribution_is_of_whole_words(curator):
    curator.quote(
        "official-unread-paper", attribution="he", refers_to="A senior official of Velmora"
    )
    assert "'he' is not near the quote" in "\n".join(curator.told())


def test_a_speaker_is_named_by_some_attribution_in_a_narration_too(curator):
    curator.quote("isles-no-side", attribution=None)
    assert "'united-isles'" in "\n".join(curator.told())


def test_a_narration_attributed_to_somebody_else_is_refused(curator):
    curator.statement("isles-no-side", speaker={"id": "south-tarsk"})
    assert "names the speaker, 'south-tarsk'" in "\n".join(curator.told())


def test_relayed_words_marked_on_record_are_refused(curator):
    curator.statement("dask-premature", sourcing="on_record", via=None)
    told = "\n".join(curator.told())
    assert "The sentence is relayed, not on record: 'Orin Dask" in told
    assert (
        "the sources said.'. Set the sourcing to 'relayed', and say who relayed it in 'via'."
        in told
    )


def test_relayed_words_marked_on_record_via_the_sources_are_refused(curator):
    curator.statement("dask-premature", sourcing="on_record", via="the sources")
    assert "The sentence is relayed, not on record" in "\n".join(curator.told())


def test_relayed_words_marked_on_record_via_people_without_a_name_are_refused(curator):
    curator.statement("dask-premature", sourcing="on_record", via="two people at the table")
    assert "The sentence is relayed, not on record" in "\n".join(curator.told())


def test_a_medium_that_carried_a_statement_leaves_it_on_record(curator):
    curator.statement("north-tarsk-lighthouse", via=None)
    assert "say who relayed it in 'via'" in "\n".join(curator.told())
    curator.statement("north-tarsk-lighthouse", via="Tarsk Radio")
    assert curator.told() == []


def test_a_sentence_begins_behind_its_dateline(curator):
    exact = "Velmora is not ready to back a South Tarsk plan […] diplomatic sources said […]"
    curator.quote("velmora-not-ready", exact=exact)
    assert curator.told() == []


def test_a_cut_of_a_dateline_of_several_words_harms_nothing():
    text = Text("PORT SELVA — Karsia's minister, Odile Brandt, said that it rains.")
    begins = text.folded.index("Karsia's")
    assert list(find_harm(text, [Span(begins, len(text.folded))])) == []


@pytest.mark.parametrize(
    ("exact", "refused"),
    [(f"{LONG} for some eleven weeks.", True), (f"{LONG} […]", False)],
    ids=["41 words", "37 words"],
)
def test_a_narration_has_at_most_forty_words(curator, exact, refused):
    curator.statement("isles-no-side", quotes=[narration(exact, "The United Isles")])
    assert any("the limit is 40 words" in told for told in curator.told()) is refused


def test_a_short_direct_quote_needs_the_clause_it_stands_in(curator):
    curator.statement(
        "radio-late-spring",
        quotes=[{"kind": "direct", "exact": "a late spring", "attribution": "Tarsk Radio"}],
    )
    (told,) = curator.told()
    assert "The quote has fewer than 5 words. Add a narration: the clause that it is in." in told


def test_a_clause_without_the_short_quote_is_not_the_one_it_stands_in(curator):
    curator.quote("radio-late-spring", 1, exact="Tarsk Radio called the announcement […]")
    assert "quotes.0.exact: The quote has fewer than 5 words." in "\n".join(curator.told())


@pytest.mark.parametrize("offsets", [{"start": 1}, {"end": 2}, {"start": None, "end": None}])
def test_wrong_offsets_are_told_with_the_right_ones(curator, offsets):
    curator.quote("vehl-before-snow", **offsets)
    (told,) = curator.told(fix=False)
    assert (
        "quotes.0.start: The quote is at 753 to 796 in the text. Run 'stancebook check --fix'."
        in told
    )
    assert curator.told(fix=True) == []


def test_a_wrong_count_of_words_is_told(curator):
    curator.change("articles/marrow-2025-05", words=2180)
    (told,) = curator.told(fix=False)
    assert told.endswith("words: The text has 218 words. Run 'stancebook check --fix'.")


MORE = [
    (
        "A map that he held up showed four crossings, of which two have been closed since the "
        "flood and one is a footbridge."
    ),
    f"{LONG} […]",
]
STILL_MORE = [
    "It asks for three crossings, a common toll and a bell that is rung when the river rises.",
    "The paper has eleven pages and a map of 3,500 wells, some of them dry.",
    (
        "Farmers on either side of the river have waited for an answer since the autumn fair, and "
        "many of them sold their cattle early."
    ),
]


@pytest.mark.parametrize(
    ("added", "alone", "told"),
    [
        (MORE[:1], False, []),
        (
            [*MORE, *STILL_MORE],
            True,
            ["Narration takes 130 of 321 words, over the limit of 40%."],
        ),
        (
            [*MORE, *STILL_MORE],
            False,
            [
                "Narration takes 182 of 321 words, over the limit of 40%.",
                "All quotes take 219 of 321 words, over the limit of 50%.",
            ],
        ),
    ],
    ids=["within", "too much narration", "too much of everything"],
)
def test_an_article_is_quoted_within_its_budget(curator, added, alone, told):
    valley = curator.read("articles/valley-post-2025-04")["statements"]
    kept = [s for s in valley if s["id"] == "isles-no-side"] if alone else valley
    curator.change("articles/valley-post-2025-04", statements=kept)
    quotes = [
        narration("The United Isles […] did not take a side at the meeting, they said.", "Isles"),
        *map(narration, added),
    ]
    curator.statement("isles-no-side", quotes=quotes)
    problems = curator.check(fix=True).problems
    assert {(p.field, p.why) for p in problems} == {("statements", why) for why in told}


def test_words_quoted_twice_count_once():
    text = Text("one two three four")
    assert len(ArticleBudget(text).find_words([Span(0, 7), Span(4, 13), Span(4, 7)])) == 3


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"publisher": "Valley Mail"}, "publisher: The text does not print 'Valley Mail'"),
        ({"agency": "Kyota"}, "agency: The text does not print 'Kyota'"),
        ({"byline": "Anna Quil l"}, "byline: The text does not print"),
        ({"title": "Velmora rejects plan"}, "title: The text does not print"),
        ({"form": "slightly abridged"}, "form: The text does not print"),
    ],
)
def test_what_the_head_says_is_printed(curator, change, told):
    curator.change("articles/valley-post-2025-04", **change)
    (problem,) = curator.told()
    assert told in problem


def test_a_headline_in_capitals_is_the_same_headline(curator):
    assert curator.told() == []
    curator.change("articles/harbor-gazette-2025-06", title="HERRING FLEET WAITS FOR A TREATY")
    assert curator.told() == []


@pytest.mark.parametrize(
    ("statement", "fields", "told"),
    [
        ("dask-premature", {"via": "people at the table"}, "via: The text does not print"),
        (
            "vehl-before-snow",
            {"speaker": {"id": "jonas-vehl", "as": "the king of South Tarsk"}},
            "speaker.as: The text does not print 'the king of South Tarsk'",
        ),
        (
            "official-unread-paper",
            {"speaker": {"id": None, "description": "A junior official of Velmora"}},
            "speaker.description: The text does not print",
        ),
    ],
)
def test_whatever_a_statement_gives_as_printed_is_printed(curator, statement, fields, told):
    curator.statement(statement, **fields)
    assert told in "\n".join(curator.told())


def test_the_words_that_date_a_statement_are_printed(curator):
    said = {"from": "2025-03-12", "to": "2025-03-12", "printed": "March 12, 2025"}
    curator.statement("vehl-before-snow", said=said | {"basis": "printed"})
    (told,) = curator.told()
    assert "said.printed: The text does not print 'March 12, 2025'" in told


COPY = "Copy it as printed, or write null if the text does not print it."


def test_posts_and_descriptions_are_printed_words_of_their_article(curator):
    curator.replace("people/teva-dask", "as: a baker in Lund", "as: a butcher in Lund")
    curator.replace("people/jonas-vehl", "as: the special envoy", "as: the very special envoy")
    told = curator.told()
    assert told == [
        (
            "people/jonas-vehl.yaml:11: memberships.0.attested.0.as: The text does not print "
            "'the very special envoy of South Tarsk'. "
            f"{COPY} Nearest: the [-very-] special envoy of South Tarsk"
        ),
        (
            "people/teva-dask.yaml:10: descriptions.1.as: The text does not print "
            f"'a butcher in Lund'. {COPY} Nearest: a [-butcher-] {{+baker+}} in Lund"
        ),
    ]


def test_an_article_whose_fingerprint_no_text_has_is_not_proved(curator):
    curator.change("articles/marrow-2025-05", fingerprint="0" * 64)
    proof = curator.check().proof
    assert proof.articles_without_text == ["marrow-2025-05"]
    assert (proof.proved, proof.refused, proof.unproved) == (11, 0, 6)


def test_texts_are_known_by_fingerprint_and_not_by_file_name(tmp_path, texts_folder):
    for i, file in enumerate(sorted(texts_folder.glob("*.txt"), reverse=True)):
        (tmp_path / f"{i}.txt").write_bytes(file.read_bytes())
    assert read_texts(tmp_path).keys() == read_texts(texts_folder).keys()


def test_every_problem_of_every_quote_is_told(curator):
    curator.quote("isles-no-side", exact="The United Isles took a side.")
    curator.quote("dask-ferry-ban", 1, exact="We will keep the ban")
    curator.quote("vehl-before-snow", attribution="his country")
    curator.quote("marrow-this-year", exact="Velmora supported the opening of the border this year")
    report = curator.check(fix=True)
    assert len(report.problems) == 4
    assert (report.proof.proved, report.proof.refused) == (13, 4)


@pytest.mark.parametrize(
    ("quote", "fields", "nearest"),
    [
        ("dask-ferry-ban", {"attribution": "Duask"}, "[-Duask-] {+Dask+}"),
        ("dask-ferry-ban", {"refers_to": "Orin Dusk"}, "Orin [-Dusk-] {+Dask+}"),
    ],
)
def test_the_nearest_words_are_shown_of_all_that_is_not_printed(curator, quote, fields, nearest):
    curator.quote(quote, 0, **fields)
    (shown,) = {p.differences for p in curator.check().problems if p.differences}
    assert shown == nearest


def test_the_nearest_quoted_words_are_shown_of_a_condition(curator):
    _, data = curator._article_of("marrow-ferry-first")
    (stance,) = next(s for s in data["statements"] if s["id"] == "marrow-ferry-first")["stances"]
    words = stance["condition"].replace("reopens", "opens")
    curator.statement("marrow-ferry-first", stances=[stance | {"condition": words}])
    (only,) = curator.told()
    assert "condition: 'only if the North opens the ferry line' is not in the quotes of " in only
    assert "Nearest: only if the North [-opens-] {+reopens+} the ferry line" in only


def test_words_that_are_nowhere_near_get_no_nearest_text(curator):
    curator.quote("vehl-before-snow", exact="zq xv jk pw gh mt bd")
    (only,) = [told for told in curator.told() if "is not in the text" in told]
    assert "Nearest" not in only


def test_marks_that_were_copied_with_the_words_are_told(curator):
    _, data = curator._article_of("vehl-before-snow")
    statement = next(s for s in data["statements"] if s["id"] == "vehl-before-snow")
    curator.quote("vehl-before-snow", exact=f"“{statement['quotes'][0]['exact']}”")
    (only,) = curator.told()
    assert only.endswith(
        "includes its quotation marks. Leave the outer marks out: 'direct' says that they are there."
    )


@pytest.mark.parametrize("printed", ["April 6, 2025", "pril 5, 2025", "April 5, 202"])
def test_the_printed_day_of_publication_stands_in_the_text(curator, printed):
    day = {"from": "2025-04-05", "to": "2025-04-05", "printed": printed, "basis": "printed"}
    curator.change("articles/valley-post-2025-04", published=day)
    told = [line for line in curator.told() if "published.printed" in line]
    assert len(told) == 1
    assert f"The text does not print {printed!r}. Copy the day as printed" in told[0]


def test_no_pattern_is_made_of_what_an_entry_prints(tmp_path, monkeypatch):
    """Making one takes a hundred times as long as looking for the words."""
    place = tmp_path / "grown"
    Grown(12, states=8, issues=2).write(place)
    found, _ = corpus_reader.read(place / "corpus")
    texts = proof.read_texts(place / "articles")
    names = sorted(found.articles)
    few, many = (
        replace(found, articles={n: found.articles[n] for n in names[:k]}) for k in (3, 12)
    )
    proof.prove(few, texts)  # what is made of no words of theirs is made now
    made, compile_pattern = [], re._compiler.compile
    monkeypatch.setattr(
        re._compiler, "compile", lambda *words: made.append(words) or compile_pattern(*words)
    )
    assert proof.prove(many, texts).problems == []
    assert made == []
