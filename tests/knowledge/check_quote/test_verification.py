"""Verifying: the contract decides, likeness only finds, and one word changed is never exact."""

from __future__ import annotations

import sqlite3

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.check_quote.verdict import Verdict, differ_in_quotation_marks
from knowledge.check_quote.verification import verify_quote
from knowledge.citations.citation import CitedStatement
from knowledge.kb.kb_seal import seal
from knowledge.kb.knowledge_base import KnowledgeBase
from knowledge.kb.quote_index import Printed, fill, inner, tokens
from knowledge.kb.schema import schema, schema_digest
from knowledge.text.equal_runs import EqualRun, choose_stretch
from knowledge.text.same_words import are_same_words
from knowledge.text.work_budget import allow

BAN = "This is not the time to ease the ferry ban"
HOME = "We will keep the ban until the last fisherman is home."


@pytest.mark.parametrize(
    ("asked", "speaker", "verdict"),
    [
        (BAN, None, "exact"),
        (f"{BAN},", None, "exact"),
        (f"{BAN}.", None, "exact"),
        (HOME, "orin-dask", "exact"),
        (HOME.removesuffix("."), "velmora", "exact"),
        ("can't sign a paper that nobody has read.", None, "exact"),
        ("can’t  sign a\u00a0paper that nobody has read.", None, "exact"),
        (BAN, "jonas-vehl", "not_theirs"),
        (BAN, "south-tarsk", "not_theirs"),
        (BAN.lower(), None, "exact"),
        (BAN.upper(), "jonas-vehl", "not_theirs"),
        ("Premature", None, "exact"),
        ("pre-mature!", None, "exact"),
        ("Not the time to ease the Ferry-Ban", None, "part"),
        ("This isn’t … to ease the FERRY BAN", None, "part"),
        (BAN.replace("not ", ""), None, "differs"),
        (BAN.replace("not", "now"), "orin-dask", "differs"),
        (f"{BAN}!", None, "exact"),
        (f"{BAN.replace('time', 'time,')}", None, "differs"),
        ("the time to ease the ferry ban", None, "part"),
        ("This is … to ease the ferry ban", None, "part"),
        ("We will keep the ban [...] is home", None, "part"),
        ("the moon is made of an old green cheese", None, "not_in_our_articles"),
        ("", None, "not_in_our_articles"),
        ("…", None, "not_in_our_articles"),
        ("the", None, "not_in_our_articles"),
        ("it is", None, "not_in_our_articles"),
        ("open the border", None, "part"),
        ("日本は反対", None, "not_in_our_articles"),
    ],
)  # fmt: skip
def test_words_get_the_verdict_of_the_contract(kb, asked, speaker, verdict):
    assert verify_quote(kb, asked, speaker).comparison.verdict == verdict


QUOTES = [BAN, HOME, "will open the border before the first snow.", "Without a ferry, there is nobody to talk to"]  # fmt: skip


@given(
    st.sampled_from(QUOTES),
    st.integers(0, 40),
    st.text(st.characters(categories=["L"]), max_size=9),
)
def test_a_quote_with_any_one_word_changed_or_left_out_is_never_exact(kb, quote, at, word):
    words = quote.split()
    at %= len(words)
    changed = " ".join([*words[:at], *([word] if word else []), *words[at + 1 :]])
    same = are_same_words(inner(changed), inner(quote))
    assert (verify_quote(kb, changed).comparison.verdict is Verdict.EXACT) == same


@given(st.text(max_size=80))
def test_whatever_is_asked_gets_a_verdict_and_exact_only_for_the_same_words(kb, asked):
    found = verify_quote(kb, asked)
    if found.comparison.verdict is Verdict.EXACT:
        assert are_same_words(inner(asked), inner(found.printed.words))


def test_a_stray_word_far_off_joins_no_stretch():
    runs = [EqualRun(0, 0, 1), EqualRun(1, 20, 6), EqualRun(8, 27, 3), EqualRun(11, 60, 1)]
    assert list(choose_stretch(runs)) == runs[1:3]
    assert list(choose_stretch([])) == []


def test_words_of_an_article_that_may_only_be_linked_are_recognized_and_not_kept(kb):
    found = verify_quote(kb, "each bank keeps its own tolls")
    assert found.comparison.verdict is Verdict.EXACT
    assert not found.printed.shown
    assert not found.printed.words
    assert not any(c.printed.words == "" for c in kb.quotes.like("each bank keeps its tolls"))


def test_whole_texts_are_looked_into_where_they_are_at_hand(kb, with_texts):
    sentence = "The paper has eleven pages and a map of 3,500 wells, some of them dry."
    assert verify_quote(kb, sentence).comparison.verdict is Verdict.NOT_FOUND
    found = verify_quote(with_texts, sentence)
    assert found.comparison.verdict is Verdict.EXACT
    assert (found.printed.source, found.printed.kind) == ("valley-post-2025-04", "narration")
    assert found.statements == ()


def test_a_statement_on_record_comes_before_the_whole_text(with_texts):
    assert [s.id for s in verify_quote(with_texts, BAN).statements] == ["dask-ferry-ban"]


@pytest.mark.parametrize("folded", ["a...", "a…", "…"])
def test_an_ellipsis_at_the_end_is_kept(folded):
    assert inner(folded).endswith("...")


def test_tokens_keep_numbers_and_contractions_whole():
    assert tokens("Can’t sell 3,500 U.S. “wells”.") == ["can't", "sell", "3,500", "u.s", "wells"]


CUT = "Velmora is not ready to back a South Tarsk plan"


@pytest.mark.parametrize(
    ("asked", "verdict"),
    [
        (f"{CUT} […] diplomatic sources said", "part"),
        (f"{CUT} … diplomatic sources said", "part"),
        (f"{CUT} to open the border between the two Tarsks, diplomatic sources said", "not_proved"),
        (f"{CUT} to sink the ferry, diplomatic sources said", "not_proved"),
        (f"{CUT} diplomatic sources said", "differs"),
        (f"{CUT.replace('not ', '')} to sink the ferry, diplomatic sources said", "differs"),
    ],
)
def test_a_cut_of_our_record_is_no_print(kb, asked, verdict):
    found = verify_quote(kb, asked).comparison
    assert found.verdict == verdict
    assert not any("…" in d.asked + d.printed for d in found.differences)
    assert not any("…" in words for words in found.left_out)


def test_the_record_of_a_narration_is_no_wording_that_anything_prints(kb, with_texts):
    record = "[…] Velmora is not ready to back a South Tarsk plan […] diplomatic sources said […]"
    assert verify_quote(kb, record).comparison.verdict is not Verdict.EXACT
    whole = (
        "VELM CITY – Velmora is not ready to back a South Tarsk plan to open the border between "
        "the two Tarsks, diplomatic sources said Saturday."
    )
    assert verify_quote(with_texts, whole).comparison.verdict is Verdict.EXACT
    assert verify_quote(kb, whole).comparison.verdict is Verdict.NOT_PROVED


def test_words_over_the_end_of_a_sentence_are_found_in_the_text(with_texts):
    two = "It asks for three crossings, a common toll and a bell that is rung when the river rises. North Tarsk will reject an opening of the border"
    found = verify_quote(with_texts, two)
    assert found.comparison.verdict is Verdict.PART
    assert found.comparison.left_out[0].startswith("unless the South returns")
    assert [(t.kind, t.word) for t in found.comparison.meaning_changes] == [
        ("condition", "unless"),
        ("attribution", "said in a statement carried by Tarsk Radio on March 20"),
    ]
    both = "The paper has eleven pages and a map of 3,500 wells, some of them dry. Farmers on either side of the river have waited for an answer since the autumn fair, and many of them sold their cattle early."
    assert verify_quote(with_texts, both).comparison.verdict is Verdict.EXACT
    assert verify_quote(with_texts, f"…{both}").comparison.verdict is Verdict.EXACT


def test_an_ellipsis_that_leaves_nothing_out_makes_no_part(kb):
    for asked in (f"…{BAN}", f"{BAN} …", "This is … not the time to ease the ferry ban"):
        found = verify_quote(kb, asked, "orin-dask")
        assert (found.comparison.verdict, found.theirs) == (Verdict.EXACT, True)
        assert verify_quote(kb, asked, "jonas-vehl").comparison.verdict is Verdict.NOT_THEIRS


def test_what_is_on_record_of_a_passage_is_told_beside_it_and_not_as_its_speakers(with_texts):
    said = f"“{BAN},” Dask told reporters that evening in front of the customs house."
    found = verify_quote(with_texts, said, "orin-dask")
    assert (found.comparison.verdict, found.of_text, found.theirs) == (Verdict.EXACT, True, None)
    assert [s.id for s in found.statements] == ["dask-ferry-ban"]


@pytest.mark.parametrize(
    ("asked", "speaker", "statement"),
    [
        ("the border", "jonas-vehl", "vehl-before-snow"),
        ("the border", "north-tarsk", "north-tarsk-lighthouse"),
        ("opening of the border", "ilse-marrow", "marrow-this-year"),
        ("opening of the border", "north-tarsk", "north-tarsk-lighthouse"),
    ],
)
def test_of_many_quotes_that_have_the_words_the_speakers_comes_first(kb, asked, speaker, statement):
    found = verify_quote(kb, asked, speaker)
    assert (found.comparison.verdict, found.theirs) == (Verdict.PART, True)
    assert [s.id for s in found.statements] == [statement]
    assert found.others == len({c.printed.source for c in kb.quotes.like(asked) if c.covers}) - 1


def test_of_several_who_said_the_same_words_the_one_asked_about_is_shown(shipped_kb):
    for speaker in ("japan", "united-states"):
        found = verify_quote(shipped_kb, "chat.", speaker)
        assert found.theirs
        assert [s.speaker.id for s in found.statements] == [speaker]
        assert found.printed.source == found.statements[0].id


@pytest.mark.parametrize(
    ("asked", "who", "verdict", "theirs"),
    [
        ("premature", "velmora", "exact", True),
        ("premature", "northern-bureau", "exact", True),
        (BAN, "velmoran-foreign-ministry", "exact", True),
        ("can't sign a paper that nobody has read.", "velmora", "exact", True),
        ("can't sign a paper that nobody has read.", "velmoran-foreign-ministry", "exact", None),
        ("premature", "tarsk-radio", "not_theirs", False),
        ("will open the border before the first snow.", "northern-bureau", "not_theirs", False),
    ],
)
def test_a_body_is_given_what_is_said_for_it_and_denied_no_more_than_is_known(
    kb, asked, who, verdict, theirs
):
    found = verify_quote(kb, asked, who)
    assert (found.comparison.verdict, found.theirs) == (verdict, theirs)


PRINTED = f"{BAN} … {HOME} Velmora supports the opening of the border this year, said it is “premature” the sources said Tarsk Radio a late spring".split()


@given(
    st.lists(st.sampled_from(PRINTED), max_size=14).map(" ".join),
    st.sampled_from([None, "orin-dask", "northern-bureau"]),
)
def test_whatever_printed_words_are_mixed_there_is_a_verdict(kb, with_texts, asked, speaker):
    for opened in (kb, with_texts):
        found = verify_quote(opened, asked, speaker)
        assert found.printed or found.parts or found.comparison.verdict is Verdict.NOT_FOUND


def test_what_our_record_cuts_comes_from_the_text_where_it_is_at_hand(with_texts):
    found = verify_quote(with_texts, f"{CUT} … diplomatic sources said").comparison
    assert (found.verdict, found.unrecorded_gap) == (Verdict.PART, False)
    assert found.left_out == ("to open the border between the two Tarsks,",)
    assert found.beyond == 8


@pytest.fixture
def reports(tmp_path):
    """Open a kb in which two articles print a quote, and one of them another after it."""
    quotes = {"one": [BAN], "both": [BAN, HOME]}
    db = sqlite3.connect(tmp_path / "reports.sqlite")
    db.executescript(schema())
    with db:
        db.executemany(
            "INSERT INTO meta VALUES (?, ?)", [("schema", schema_digest()), ("digest", "d")]
        )
        printed = []
        for place, (source, exact) in enumerate(quotes.items()):
            statement = _reported(place, source, exact)
            row = (source, "a", None, place, statement.model_dump_json(by_alias=True))
            db.execute("INSERT INTO statement VALUES (?, ?, ?, ?, ?)", row)
            printed += [Printed(source, q.start, q.kind, q.exact) for q in statement.quotes]
        fill(db, printed)
    db.close()
    seal(tmp_path / "reports.sqlite")
    opened = KnowledgeBase(tmp_path / "reports.sqlite")
    yield opened
    opened.close()


def _reported(place, source, exact):
    day = {"from": "2025-01-01", "to": "2025-01-01", "printed": "then", "basis": "printed"}
    quotes = [
        {
            "exact": words,
            "kind": "direct",
            "start": 100 * i,
            "end": 100 * i + len(words),
            "words": 9,
        }
        for i, words in enumerate(exact)
    ]
    head = dict.fromkeys(["agency", "publisher", "title", "byline", "url"])
    return CitedStatement.model_validate(
        {"place": place, "id": source, "said": day, "summary": "It was said.", "speaker": None,
         "sourcing": "outlet", "quotes": quotes, "article": {"id": "a", "published": day, **head}}
    )  # fmt: skip


def test_a_join_is_found_in_the_report_that_prints_both_quotes(reports):
    found = verify_quote(reports, f"{BAN}. We will keep the ban")
    assert (found.comparison.verdict, found.printed.source) == (Verdict.PART, "both")


def test_words_of_a_position_are_asked_enough(shipped_kb):
    told = verify_quote(shipped_kb, "reluctance to accept")
    assert told.comparison.verdict is Verdict.PART


@pytest.mark.parametrize("steps", [0, 2_500, 4_500])
def test_words_that_take_too_much_work_are_not_checked_and_get_no_other_verdict(with_texts, steps):
    asked = f"{BAN.replace('time', 'day')} ... {HOME.replace('keep', 'lift')}"
    with allow(steps):
        assert verify_quote(with_texts, asked).comparison.verdict is Verdict.NOT_CHECKED
    assert verify_quote(with_texts, asked).comparison.verdict is Verdict.DIFFERS


@pytest.mark.slow
@given(st.integers(0, 12_000))
def test_a_verdict_is_the_same_with_however_many_steps_or_is_none(with_texts, steps):
    for asked in (BAN, f"{BAN}. {HOME}", f"{HOME} … {BAN}", BAN.replace("not", "now")):
        with allow(steps):
            found = verify_quote(with_texts, asked)
        if found.comparison.verdict is not Verdict.NOT_CHECKED:
            assert found == verify_quote(with_texts, asked)


@pytest.mark.parametrize("inner_marks", ["‘{}’", "'{}'", "“{}”", '"{}"', "‘{},’", "“{},”"])
def test_the_comma_that_print_puts_inside_marks_may_stand_outside_or_nowhere(
    with_texts, inner_marks
):
    asked = f"{inner_marks.format(BAN)} Dask told reporters that evening"
    assert verify_quote(with_texts, asked).comparison.verdict is Verdict.PART
    other = asked.replace("ease", "lift")
    assert verify_quote(with_texts, other).comparison.verdict is Verdict.DIFFERS


@pytest.mark.parametrize("inner_marks", ["‘{}’", "'{}'", "“{}”", '"{}"', "“{}”.", "‘{}.’"])
def test_the_period_that_print_puts_inside_marks_may_stand_outside_or_nowhere(
    with_texts, inner_marks
):
    asked = f"that his country {inner_marks.format('will open the border before the first snow')}"
    assert verify_quote(with_texts, asked).comparison.verdict is Verdict.PART
    other = asked.replace("first snow", "first rain")
    assert verify_quote(with_texts, other).comparison.verdict is Verdict.DIFFERS


@pytest.mark.parametrize(
    "asked", ["called the plan premature", "the plan premature at a meeting", "announcement a late spring in"]
)  # fmt: skip
def test_marks_that_are_left_out_are_all_that_differs(with_texts, asked):
    compared = verify_quote(with_texts, asked).comparison
    assert compared.differences
    assert all(map(differ_in_quotation_marks, compared.differences))
    assert (compared.within_quotations, compared.all_in_quotations) == (1, False)


@pytest.mark.parametrize(
    "asked",
    [
        "told the same reporters that his country will open the border before the first snow",
        "said the bureau can’t sign a paper that nobody has read.",
        "Without a ferry, there is nobody to talk to, she said",
        "Tarsk Radio called the announcement a late spring in its evening program",
    ],
)
def test_a_sentence_without_its_inner_marks_differs_in_these_alone(with_texts, asked):
    found = verify_quote(with_texts, asked)
    assert (found.comparison.verdict, found.parts) == (Verdict.DIFFERS, ())
    assert found.comparison.differences
    assert all(map(differ_in_quotation_marks, found.comparison.differences))
    assert not {c.kind for c in found.comparison.meaning_changes if c.where == "only_asked"}
