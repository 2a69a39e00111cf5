"""/said: whoever said it in such words; an answer only where one statement has all of them."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answers.answer import SCREEN, Outcome
from bot.cli.ask import ask
from bot.layout.terminal import choices
from knowledge.citations.citation import CitedStatement
from knowledge.kb.kb_seal import seal
from knowledge.kb.knowledge_base import KnowledgeBase
from knowledge.kb.schema import schema, schema_digest
from knowledge.kb.statement_index import fill_index
from tests.bot.invented_corpus import InventedCorpus
from tests.bot.layout.shown_slices import shown_slices
from tests.bot.slack_requests import as_read

TODAY = date(2026, 11, 28)


@pytest.fixture(scope="module")
def asked(kb):
    return lambda typed: ask(kb, typed, TODAY)


def ids(replied):
    return [statement.id for statement in replied.answer.statements]


def bold(message):
    return [
        run["text"]
        for block in message.blocks
        if block["type"] == "rich_text"
        for element in block["elements"]
        if element["type"] == "rich_text_quote"
        for run in element["elements"]
        if run.get("style", {}).get("bold")
    ]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("late springs", "radio-late-spring"),
        ("that it is a late spring", "radio-late-spring"),
        ("Velmora's supporting", "marrow-this-year"),
        ("nobody talks", "marrow-ferry-first"),
        ("nobody by ilse marrow talks", "marrow-ferry-first"),
        ("talks by velmora nobody", "marrow-ferry-first"),
        ("spring from may 2025 to june 2025", "radio-late-spring"),
        ("spring since 2025", "radio-late-spring"),
        ("spring to 2025", "radio-late-spring"),
        ('"spring by" since 2025', "radio-late-spring"),
        ("border year on border opening", "marrow-this-year"),
        ("late spring on-record", "radio-late-spring"),
        ("draft leaves tolls on the record", "treaty-own-tolls"),
    ],
)
def test_a_statement_with_all_of_the_words_is_the_answer(asked, typed, found):
    replied = asked(f"/said {typed}")
    assert replied.answer.outcome is Outcome.ANSWER
    assert ids(replied) == [found]
    assert replied.answer.found_count == 1


@pytest.mark.parametrize(
    ("typed", "near"),
    [
        ("late spring herring", ["radio-late-spring"]),
        ("late spring by ilse marrow", []),
        ("late spring on ferry ban", []),
        ("premature plan on-record", []),
        ("unread paper on the record", []),
        ("late spring since june 2025", []),
        ("late spring to april 2025", []),
        ("late spring on snow", ["radio-late-spring"]),
    ],
)
def test_no_statement_with_all_of_the_words_is_no_record(asked, typed, near):
    replied = asked(f"/said {typed}")
    assert replied.answer.outcome is Outcome.NO_RECORD
    assert ids(replied)[: len(near)] == near
    assert "No statement on record has all of the words" in replied.answer.reason
    assert ("Near:" in replied.message.text) is bool(ids(replied))
    assert not replied.answer.stances


@pytest.mark.parametrize(
    ("days", "doubt"),
    [
        ("since 4 may 2025", "may be earlier than the days asked about"),
        ("until 4 may 2025", "may be later than the day asked about"),
        ("from 4 may 2025 to 5 may 2025", "may be earlier or later than the days asked about"),
        ("since 2 may 2025", None),
    ],
)
def test_what_may_be_of_other_days_says_so(asked, days, doubt):
    told = asked(f"/said news customer {days}").message.text
    assert ("may be" in told) is bool(doubt)
    assert (doubt or "") in told


@pytest.mark.parametrize(
    ("typed", "outcome", "names"),
    [
        ("ferry by dask", Outcome.CHOICE, {"Orin Dask", "Teva Dask"}),
        ("ferry by marow", Outcome.NO_MATCH, {"Ilse Marrow"}),
        ("ferry by Ilse Marrow-Smith", Outcome.NO_MATCH, None),
        ("ferry by qwxz", Outcome.NO_MATCH, set()),
        ("by ilse marrow", Outcome.CHOICE, {"Ilse Marrow"}),
    ],
)
def test_nobody_gets_the_words_of_somebody_else(asked, typed, outcome, names):
    answer = asked(f"/said {typed}").answer
    assert answer.outcome is outcome
    assert not answer.statements
    if names is not None:
        assert {choice.name for choice in answer.choices} == names


def test_a_choice_asks_the_same_words_of_one_person(asked):
    for choice in asked("/said ferry by dask since 2025").answer.choices:
        assert choice.question == f'/said "ferry" by {choice.id} from 2025-01-01'


def test_words_that_cannot_be_sought_get_help_and_a_bad_date_a_reason(asked):
    assert asked("/said").answer.outcome is Outcome.HELP
    assert asked("/said help").answer.outcome is Outcome.HELP
    assert asked('/said "…"').answer.outcome is Outcome.HELP
    assert "needs a year" in asked("/said spring since may").answer.reason


def test_a_search_without_words_says_how_they_are_typed_with_it(asked):
    answer = asked("/said on ferry-ban since 2025").answer
    assert answer.reason.endswith('/said "WORDS" on ferry-ban from 2025-01-01')


def test_small_words_are_sought_where_no_other_was_typed(asked):
    assert asked("/said nobody to").answer.sought == ("nobody",)
    assert asked("/said to").answer.sought == ("to",)


def test_more_shows_the_rest_and_says_when_there_is_none(asked):
    first = asked("/said border")
    count = first.answer.found_count
    assert count == len(first.answer.statements) > SCREEN
    shown = {bar.statement.id for bar in shown_slices(first)}
    rest = {
        bar.statement.id for bar in shown_slices(asked(f"{first.answer.asked} more {len(shown)}"))
    }
    assert shown | rest == set(ids(first))
    assert not shown & rest
    assert "No more" in asked(f"{first.answer.asked} more {count}").message.text


def test_the_plainest_form_asks_the_same(asked):
    replied = asked("/said ferry by ilse marrow on velmora-north-tarsk-talks since 2025 on record")
    assert ids(replied) == ["marrow-ferry-first"]
    again = asked(replied.answer.asked)
    assert again.answer.statements == replied.answer.statements
    assert again.answer.asked == replied.answer.asked


@given(st.text(max_size=60))
def test_whatever_is_typed_gets_an_answer(kb, typed):
    replied = ask(kb, f"/said {typed}", TODAY)
    assert replied.message.text
    if replied.answer.outcome is Outcome.ANSWER:
        assert replied.answer.sought


@given(st.sampled_from(["qwxz", "Ruritania", "never", "1998x"]), st.integers(0, 2))
def test_one_more_word_is_never_ignored(kb, word, place):
    words = ["late", "spring"]
    words.insert(place, word)
    assert ask(kb, f"/said {' '.join(words)}", TODAY).answer.outcome is Outcome.NO_RECORD


THOUSAND = 1_000


@pytest.fixture(scope="module")
def crowd(tmp_path_factory):
    """Open a kb in which a thousand statements of as many articles have one word."""
    file = tmp_path_factory.mktemp("crowd") / "kb.sqlite"
    cited = [_statement(place) for place in range(THOUSAND)]
    with closing(sqlite3.connect(file)) as db, db:
        db.executescript(schema())
        db.executemany(
            "INSERT INTO meta VALUES (?, ?)", [("schema", schema_digest()), ("digest", "d")]
        )
        for s in cited:
            row = (s.id, s.article.id, None, s.place, s.model_dump_json(by_alias=True))
            db.execute(
                "INSERT INTO statement VALUES (?, ?, ?, ?, ?)",
                row,
            )
        fill_index(db, cited)
    seal(file)
    opened = KnowledgeBase(file)
    yield opened
    opened.close()


def _statement(place):
    day = {"from": "2025-01-01", "to": "2025-01-01", "printed": "then", "basis": "printed"}
    quote = {
        "exact": f"The ferry will stay for {place} years",
        "kind": "direct",
        "start": 0,
        "end": 9,
        "words": 7,
    }
    head = dict.fromkeys(["agency", "publisher", "title", "byline", "url"])
    return CitedStatement.model_validate(
        {"place": place, "id": f"s{place}", "said": day, "summary": "It was said.", "speaker": None,
         "sourcing": "outlet", "quotes": [quote], "article": {"id": f"a{place}", "published": day, **head}}
    )  # fmt: skip


def test_a_thousand_statements_are_paged_to_the_last(crowd):
    first = ask(crowd, "/said ferry", TODAY)
    assert first.answer.found_count == THOUSAND
    assert len(first.answer.statements) < THOUSAND
    assert f"{THOUSAND:,} statements have the word “ferry”" in first.message.text
    assert f"[More ({THOUSAND - SCREEN})]" in first.message.text
    last = ask(crowd, f'/said "ferry" more {THOUSAND - 2}', TODAY)
    assert last.message.text.count("ferry will stay") == 2
    assert "more statement" not in last.message.text
    assert "No more" in ask(crowd, f'/said "ferry" more {THOUSAND}', TODAY).message.text


def test_every_screen_begins_where_the_last_one_ended(crowd):
    seen, button = [], "/said ferry"
    for _ in range(4):
        replied = ask(crowd, button, TODAY)
        shown = [
            q.exact
            for s in replied.answer.statements
            for q in s.quotes
            if q.exact in replied.message.text
        ]
        assert shown
        assert not set(shown) & set(seen)
        seen += shown
        button = next(q for label, q in choices(replied.message) if label.startswith("More ("))
    assert len(seen) > SCREEN


def test_wording(asked, snapshot):
    for typed in ("/said late spring", "/said late spring herring", "/said ferry by marow"):
        assert as_read(asked(typed).message) == snapshot


@pytest.mark.parametrize("leading", ["from", "since", "to", "until", "before", "on"])
def test_a_choice_of_days_searches_in_the_direction_that_was_typed(asked, leading):
    answer = asked(f"/said ferry {leading} 03/05/2025").answer
    assert answer.outcome is Outcome.CHOICE
    assert answer.not_understood == ()
    assert [c.question for c in answer.choices] == [
        f"/said ferry {leading} 2025-03-05",
        f"/said ferry {leading} 2025-05-03",
    ]
    for choice in answer.choices:
        chosen = asked(choice.question).answer
        assert bool(chosen.first_day) is (leading in {"from", "since", "on"})
        assert bool(chosen.as_of) is (leading not in {"from", "since"})


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        (
            "/said mayor",
            "3 statements have the word “mayor”, 2 of them only in our notes on them\n",
        ),
        ("/said mayors dig", "“mayors” and “dig”, 2 of them partly or only in our notes on them\n"),
        ("/said mayor canal", "“mayor” and “canal”, partly or only in our notes on it\n"),
        ("/said dig", "3 statements have the word “dig”\n"),
    ],
)
def test_words_that_are_in_no_words_quoted_are_said_to_be(tmp_path, typed, told):
    corpus = InventedCorpus(tmp_path / "entries")
    corpus.state("Sordia")
    corpus.issue("a canal")
    for words, summary in (
        ("The mayors keep digging.", "It was said."),
        ("We dig in May.", "It was said to the mayor."),
        ("We dig the canal in June.", "It was said to the mayor."),
    ):
        corpus.said("Sordia", "a canal", "supports", words, summary=summary)
    assert told in ask(corpus.kb(), typed, TODAY).message.text
