"""/cite: words to paste, where no bar tells quotation from prose."""

from __future__ import annotations

import re
from datetime import date

import pytest

from bot.answers.answer import CitationStyle
from bot.block_kit.block_text import as_text
from bot.cli.ask import ask
from bot.layout.forms_to_paste import list_citations
from bot.layout.terminal import choices
from knowledge.citations import whole_quotes
from knowledge.text.folding import fold

TODAY = date(2026, 11, 28)


def _one(statement, about=None):
    (citation,) = list_citations(statement, about)
    return citation


def test_own_words_are_given_to_their_speaker(invented):
    assert _one(invented.cited()) == (
        "Orin Dask, the head, Mar 12, 2025: “We will keep the ban until the last fisherman is "
        "home.” Source: Valley Post, Apr 5, 2025."
    )


def test_own_words_that_were_relayed_say_by_whom(invented):
    told = _one(invented.cited(sourcing="relayed", via="diplomats"))
    assert "is home.” Relayed by diplomats. Source: " in told


def test_the_outlets_sentence_keeps_its_cuts_and_has_inner_marks_single(invented):
    words = "[…] Dask called it “too early” on Monday […]"
    statement = invented.cited(
        quotes=[invented.narration(words)], sourcing="relayed", via="diplomats"
    )
    assert _one(statement) == (
        "Valley Post, Apr 5, 2025, on Orin Dask, the head: "
        "“[…] Dask called it ‘too early’ on Monday […]” "
        "Said Mar 12, 2025; relayed by diplomats."
    )


@pytest.mark.parametrize(
    ("fields", "end"),
    [
        ({"speaker": None, "sourcing": "outlet"}, "“He left.” The outlet’s account."),
        ({}, "“He left.” Said publicly, Mar 12, 2025."),
    ],
)
def test_how_the_words_came_ends_a_citation(invented, fields, end):
    statement = invented.cited(quotes=[invented.narration("He left.")], **fields)
    assert _one(statement).endswith(end)


def test_the_outlets_sentence_says_whom_it_is_on_unless_it_names_them(invented):
    by_post, by_name = (
        _one(invented.cited(quotes=[invented.narration(words)]))
        for words in ("The head said no.", "Orin Dask said no.")
    )
    assert "2025, on Orin Dask, the head: “The head said no.” Said publicly, " in by_post
    assert "2025: “Orin Dask said no.”" in by_name


def test_what_was_written_was_not_said(invented):
    statement = invented.cited(quotes=[invented.narration("It came.")], sourcing="document")
    assert _one(statement).endswith("“It came.” In a document, Mar 12, 2025.")


def test_a_pronoun_is_named(invented):
    quote = invented.narration("It fears a split.", attribution=None, refers_to="Velmora")
    statement = invented.cited(quotes=[quote], speaker=None, sourcing="outlet")
    assert "“It [Velmora] fears a split.”" in _one(statement, "Velmora")


def test_an_article_without_an_outlet_is_cited_by_its_whole_headline(invented):
    title = "Velmora wary of the plan to open the border"
    told = _one(invented.cited(article={"publisher": None, "title": title}))
    assert told.endswith(f"Source: “{title}”, Apr 5, 2025.")


def test_an_address_is_cited(invented):
    assert _one(invented.cited(article={"url": "https://e.com/a"})).endswith(
        "Source: Valley Post, Apr 5, 2025, https://e.com/a."
    )


def test_words_that_may_not_be_shown_are_not_cited(invented):
    told = _one(invented.cited(quotes=[], withheld_reason="the publisher allows only a link"))
    assert told == ("Valley Post, Apr 5, 2025. Words not shown: the publisher allows only a link.")


def test_the_button_under_a_card_cites_the_words_shown(shipped_kb):
    card = ask(shipped_kb, "/stance japan end-of-war", TODAY).message
    question = dict(choices(card))["Cite"]
    answer, message = ask(shipped_kb, question, TODAY)
    assert answer.outcome == "answer"
    assert message.text.startswith(
        "Kyodo, [Nov 2021]: “[…] Takehiro Funakoshi […] said it is ‘premature’ to discuss"
    )
    assert "Japan has shown reluctance" in message.text


def test_no_style_is_offered_that_writes_the_quotes_shown_alike(kb):
    # The second quote is the outlet's, and reads otherwise in AP style; the first does not.
    typed = [f"/cite marrow-ferry-first{shown}" for shown in ("", ":1")]
    whole, first = (dict(choices(ask(kb, question, TODAY).message)) for question in typed)
    assert {"AP", "APA"} <= whole.keys()
    assert "APA" in first
    assert "AP" not in first


def _unbracketed(text):
    """Return a text without its cuts, and without what a citation adds in brackets."""
    return fold(re.sub(r"\[.*?\]", " ", text))


def test_every_statement_can_be_cited_and_each_citation_stands_apart(shipped_kb):
    ids = [s.id for r in shipped_kb.sources() for s in shipped_kb.statements_in(r.source.id)]
    for name in ids:
        answer, message = ask(shipped_kb, f"/cite {name}", TODAY)
        assert [s.id for s in answer.statements] == [name]
        cited = [as_text([block]) for block in message.blocks if block["type"] == "rich_text"]
        (statement,) = answer.statements
        for quote in whole_quotes(statement.quotes):
            words = quote.exact.replace("“", "‘").replace("”", "’")
            assert any(_unbracketed(words) in _unbracketed(text) for text in cited)


@pytest.mark.parametrize("typed", ["/cite nothing", "/cite japan talks"])
def test_what_is_no_statement_is_said(shipped_kb, typed):
    answer, message = ask(shipped_kb, typed, TODAY)
    assert answer.outcome == "no_match"
    assert "Press Cite under an answer" in message.text


IDS = "funakoshi-premature kono-pressure"


@pytest.mark.parametrize("typed", ["as chicago", "in Chicago", "chicago"])
def test_a_style_is_named_at_the_end(shipped_kb, typed):
    answer = ask(shipped_kb, f"/cite funakoshi-premature {typed}", TODAY).answer
    assert (answer.outcome, answer.citation_style) == ("answer", "chicago")
    assert [s.id for s in answer.statements] == ["funakoshi-premature"]


def test_citations_are_typed_data_and_lead_to_the_other_styles(shipped_kb):
    answer, message = ask(shipped_kb, "/cite funakoshi-premature", TODAY)
    assert answer.citation_style == "plain"
    assert "\n\n".join(answer.citations) in message.text
    shown = dict(choices(message))
    assert list(shown) == ["Chicago", "AP", "APA"]
    for question in shown.values():
        assert ask(shipped_kb, question, TODAY).answer.citations != answer.citations


def test_a_pronoun_is_named_for_each_statement_by_itself(shipped_kb):
    compared = ask(shipped_kb, "/compare japan, china on pressure", TODAY).message
    told = ask(shipped_kb, dict(choices(compared))["Cite"], TODAY).message.text
    assert "it [China] is also seriously concerned" in told


@pytest.mark.parametrize("style", CitationStyle)
def test_every_style_keeps_words_speaker_and_way(shipped_kb, style):
    ids = [s.id for r in shipped_kb.sources() for s in shipped_kb.statements_in(r.source.id)]
    for name in ids:
        told = ask(shipped_kb, f"/cite {name} as {style}", TODAY).answer
        statement = told.statements[0]
        quotes = whole_quotes(statement.quotes)
        assert len(told.citations) == len(quotes) or statement.withheld_reason
        for citation, quote in zip(told.citations, quotes, strict=False):
            words = quote.exact.replace("“", "‘").replace("”", "’")
            assert f"“{words}”" in citation or "[" in citation
        assert not statement.via or all(statement.via in c for c in told.citations)


def _cite(statement, style):
    (citation,) = list_citations(statement, None, style)
    return citation


def test_chicago_has_a_note_with_author_title_paper_and_day(invented):
    said, note = _cite(invented.cited(), CitationStyle.CHICAGO).split("\n")
    assert said == (
        "Orin Dask, the head, March 12, 2025: “We will keep the ban until the last fisherman is "
        "home.”"
    )
    assert note == "Anna Quill, “Velmora wary of plan,” Valley Post, April 5, 2025."


def test_apa_has_a_reference_that_begins_as_its_sentence_names_it(invented):
    said, reference = _cite(invented.cited(), CitationStyle.APA).split("\n")
    assert said.startswith("Orin Dask, the head, March 12, 2025: “We will keep")
    assert said.endswith("As cited in Anna Quill, 2025.")
    assert reference == "Anna Quill. (2025, April 5). Velmora wary of plan. Valley Post."


@pytest.mark.parametrize(
    ("head", "named", "reference"),
    [
        ({"byline": None}, "Valley Post, 2025", "Valley Post. (2025, April 5). Velmora wary of"),
        (
            {"byline": None, "publisher": None},
            "“Velmora wary of plan,” 2025",
            "Velmora wary of plan. (2025, April 5).",
        ),
    ],
)
def test_apa_names_what_has_no_author_alike_in_both_places(invented, head, named, reference):
    said, listed = _cite(invented.cited(article=head), CitationStyle.APA).split("\n")
    assert said.endswith(f"As cited in {named}.")
    assert listed.startswith(reference)


@pytest.mark.parametrize("style", [CitationStyle.AP, CitationStyle.CHICAGO, CitationStyle.APA])
def test_a_comma_stands_inside_the_marks_of_a_headline(invented, style):
    assert "”," not in _cite(invented.cited(article={"publisher": None}), style)


def test_ap_shortens_the_months_that_it_shortens(invented):
    for month, told in (
        ("03", "March 12"),
        ("09", "Sept. 12"),
        ("06", "June 12"),
        ("11", "Nov. 12"),
    ):
        day = f"2025-{month}-12"
        said = {"from": day, "to": day, "printed": "then", "basis": "printed"}
        citation = _cite(invented.cited(said=said), CitationStyle.AP)
        assert f", {told}, 2025: “" in citation
        assert citation.endswith("As reported by Valley Post, April 5, 2025.")


def test_what_of_a_day_is_inferred_stays_in_brackets(shipped_kb):
    told = {s: ask(shipped_kb, f"/cite {IDS} as {s}", TODAY).message.text for s in CitationStyle}
    assert "Oct 19, [2021]" in told["plain"]
    assert "October 19, [2021]" in told["chicago"]
    assert "Oct. 19, [2021]" in told["ap"]
    assert "October 19, [2021]" in told["apa"]
    assert "([2021, November])" in told["apa"]


@pytest.mark.parametrize(
    ("head", "chicago", "apa"),
    [
        (
            {"title": None, "byline": None},
            "Untitled article, Valley Post",
            "Valley Post. (2025, April 5). [Untitled news article].",
        ),
        ({"title": "Who talks?"}, "“Who talks?” Valley Post", "Who talks? Valley Post."),
        ({"title": "A “plan” waits"}, "“A ‘plan’ waits,”", "A “plan” waits."),
        ({"publisher": None}, "“Velmora wary of plan,” April 5, 2025.", "Velmora wary of plan."),
        (
            {"url": "https://e.com/a"},
            "April 5, 2025, https://e.com/a.",
            "Valley Post. https://e.com/a",
        ),
    ],
)
def test_what_a_head_lacks_is_left_out_of_a_reference(invented, head, chicago, apa):
    statement = invented.cited(article=head)
    assert chicago in _cite(statement, CitationStyle.CHICAGO)
    assert apa in _cite(statement, CitationStyle.APA)


def test_a_style_that_writes_nothing_otherwise_is_not_offered(kb, today):
    shown = dict(choices(ask(kb, "/cite teva-dask-news", today).message))
    assert "Chicago" in shown
    assert "AP" not in shown


def test_citations_that_do_not_fit_are_on_a_further_page(shipped_kb, today):
    said = ask(shipped_kb, "/timeline dialogue", today).answer.statements
    longest = sorted(said, key=lambda s: sum(len(q.exact) for q in s.quotes))[-10:]
    question, seen = f"/cite {' '.join(s.id for s in longest)} as chicago", []
    while question:
        reply = ask(shipped_kb, question, today)
        seen.append(reply.message.text.split("\n\n[")[0])
        shown = dict(choices(reply.message))
        question = next((q for label, q in shown.items() if label.startswith("More (")), None)
    told = "\n\n".join(seen)
    assert len(seen) > 1
    assert all(citation in told for citation in reply.answer.citations)


LISTS = [
    "velmora-not-ready, dask-premature",
    "velmora-not-ready; dask-premature.",
    "velmora-not-ready,dask-premature",
    "velmora-not-ready and “dask-premature”",
    "Velmora-Not-Ready dask-premature",
]


@pytest.mark.parametrize("ids", LISTS)
@pytest.mark.parametrize("style", ["", " as apa", " in APA style"])
def test_ids_are_read_however_they_are_listed(kb, today, ids, style):
    answer = ask(kb, f"/cite {ids}{style}", today).answer
    assert [s.id for s in answer.statements] == ["velmora-not-ready", "dask-premature"]
    assert (answer.reason, answer.citation_style) == (None, "apa" if style else "plain")


def test_an_id_that_is_not_on_record_is_named_above_the_others(kb, today):
    answer, message = ask(kb, "/cite velmora-not-ready dask-premture as apa", today)
    assert message.text.startswith("No statement on record has the id “dask-premture”.")
    assert [s.id for s in answer.statements] == ["velmora-not-ready"]
    assert answer.citation_style == "apa"


@pytest.mark.parametrize("typed", ["dask-premature as mla", "as MLA dask-premature"])
def test_a_style_that_is_not_known_is_named(kb, today, typed):
    answer, message = ask(kb, f"/cite {typed}", today)
    assert message.text.startswith(
        "I do not write the style “mla”. Choose plain, chicago, ap or apa."
    )
    assert answer.citation_style == "plain"
    assert [s.id for s in answer.statements] == ["dask-premature"]


def test_what_is_too_much_for_one_answer_is_counted(kb, today):
    ids = " ".join(["dask-premature", *(f"id-{number}" for number in range(12))])
    assert "cite 10 statements at once and left out the last 3." in (
        ask(kb, f"/cite {ids}", today).message.text
    )


def test_words_between_ids_take_no_place_of_theirs(shipped_kb):
    every = [s.id for r in shipped_kb.sources() for s in shipped_kb.statements_in(r.source.id)]
    *first, last = every[:10]
    answer = ask(shipped_kb, f"/cite {', '.join(first)} and {last}, please", TODAY).answer
    assert [statement.id for statement in answer.statements] == [*first, last]
    assert answer.reason is None


def test_a_position_named_in_place_of_ids_is_cited_and_named(shipped_kb):
    answer = ask(shipped_kb, "/cite japan end-of-war as apa", TODAY).answer
    assert answer.reason == "Japan on End-of-war declaration:"
    assert (answer.citation_style, len(answer.statements)) == (CitationStyle.APA, 2)


@pytest.mark.parametrize(
    "typed",
    [
        "/cite japan xyz end-of-war as apa",
        "/cite japan not end-of-war as apa",
        "/cite japan 2021 end-of-war as apa",
    ],
)
def test_a_position_is_offered_to_cite_where_not_every_word_is_read(shipped_kb, typed):
    answer = ask(shipped_kb, typed, TODAY).answer
    assert answer.reason.startswith("No statement on record has the id “japan")
    (offered,) = answer.choices
    assert offered.label == "Japan on End-of-war declaration"
    cited = ask(shipped_kb, offered.question, TODAY).answer
    assert (cited.citation_style, len(cited.statements)) == (CitationStyle.APA, 2)


def test_the_advice_on_ids_is_true(shipped_kb):
    answer = ask(shipped_kb, "/cite nonsense", TODAY).answer
    assert not answer.choices
    assert "/stance source ARTICLE more lists" in answer.reason
    listed = ask(shipped_kb, "/stance source korea-herald-2024-02-invitation more", TODAY)
    assert listed.answer.statements[0].id in listed.message.text


def _cited(kb, question):
    answer, message = ask(kb, question, TODAY)
    return answer, dict(choices(message))["Cite"]


def test_only_the_quotes_that_an_answer_shows_are_cited(shipped_kb):
    answer, cite = _cited(shipped_kb, "/stance japan pressure")
    told = ask(shipped_kb, cite, TODAY).answer
    assert {s.id for s in told.statements} <= {s.id for s in answer.statements}
    assert sum("reduce pressure" in citation for citation in told.citations) == 1
    assert not any("charm diplomacy" in citation for citation in told.citations)
    for style in ("chicago", "ap", "apa"):
        in_style = ask(shipped_kb, f"{cite} as {style}", TODAY).answer
        assert len(in_style.citations) == len(told.citations)


def test_the_numbers_of_quotes_are_read_and_kept(shipped_kb):
    one, two = (
        ask(shipped_kb, f"/cite {name}", TODAY)
        for name in ("kono-pressure:1", "kono-pressure:1 kono-pressure:3")
    )
    assert len(one.answer.citations) == 1
    assert len(two.answer.citations) == 2
    assert all(" kono-pressure:1 as" in question for _, question in choices(one.message))
    assert one.answer.asked == "/cite kono-pressure:1 as plain"
    assert two.answer.asked == "/cite kono-pressure as plain"


@pytest.mark.parametrize("name", ["kono-pressure:9", "kono-pressure:x", "kono-pressure"])
def test_numbers_of_no_quote_cite_all_of_them(shipped_kb, name):
    assert len(ask(shipped_kb, f"/cite {name}", TODAY).answer.citations) == 2
