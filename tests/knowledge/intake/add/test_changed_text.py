"""Changed texts: the same article or another, and nothing that a curator decided is lost."""

from __future__ import annotations

import shutil
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.check_corpus.corpus_check import run_check
from knowledge.check_corpus.corpus_edit import EntryChange, write_changes
from knowledge.citations.citing import cite_statements
from knowledge.corpus.model import Interval
from knowledge.intake.add.article_store import AddOutcome, find_text
from knowledge.intake.add.changed_text import is_version
from knowledge.intake.add.library import Library, add_text
from knowledge.intake.read.head import Head
from knowledge.text.article_text import Text
from knowledge.upkeep.retiring import retire
from knowledge.upkeep.upkeep_desk import UpkeepDesk
from tests import gazette
from tests.places import CORPUS

ARTICLE = gazette.ARTICLE.replace("year now", "year now, and the council of Ostby meets again soon")
OTHER = """Harbor Gazette

Envoy calls river plan premature in talks

July 9, 2025

“Nobody asked the pilots,” said Dana Osei, who runs their guild, before she left the hall.

The locks are to be mended by the end of the summer, and the shipyards wait for their orders.
"""
CORRECTED = ARTICLE.replace("a waste of paper", "a waste of time")


@pytest.fixture
def opened(tmp_path):
    shutil.copytree(CORPUS, tmp_path / "corpus")
    return lambda: Library.open(tmp_path / "corpus", tmp_path / "articles")


def _add(library, text, **given):
    return add_text(library, text.encode(), Head(**given))


def _write(entries, article):
    write_changes(entries, [EntryChange("articles", article.id, article)])


def _accept_all(library, name):
    """Do what a curator does: no statement is a draft any more."""
    article = library.read_entry(name)
    accepted = tuple(
        s.model_copy(update={"draft": False, "summary": "It is said."}) for s in article.statements
    )
    _write(library.entries, article.model_copy(update={"statements": accepted}))


def _problems(tmp_path, name):
    report = run_check(tmp_path / "corpus", tmp_path / "articles")
    return [str(p) for p in (*report.problems, *report.draft_problems) if name in p.file]


def _quotes(article):
    return {q.exact for s in article.statements for q in s.quotes if q.kind == "direct"}


def _served(library, name):
    return {
        q.exact for s in cite_statements(library.corpus) if s.article.id == name for q in s.quotes
    }


def test_two_articles_under_one_head_stay_two(opened, tmp_path):
    first, second = _add(opened(), ARTICLE), _add(opened(), OTHER)
    assert second.outcome is AddOutcome.ADDED
    assert first.article in second.notes[0]
    assert "Nobody asked the pilots" in _quotes(opened().read_entry(second.article))
    assert _problems(tmp_path, second.article) == []
    assert _add(opened(), CORRECTED).article == first.article


def test_two_briefings_of_a_day_stay_two(opened):
    text = ARTICLE.replace("Envoy calls river plan premature in talks", "Briefing of today")
    first = _add(opened(), text)
    half = text.replace(
        "Quill said that any treaty would be “a waste of paper.”", "“No,” said Osei."
    )
    half = half.replace("has gone on for a year now, and the council of Ostby meets", "never ended")
    assert _add(opened(), half).outcome is AddOutcome.ADDED
    corrected = _add(opened(), text.replace("paper", "time"))
    assert (corrected.outcome, corrected.article) == (AddOutcome.CHANGED, first.article)


def test_one_address_is_one_article_only_with_a_text_that_is_like_it(opened):
    url = "https://gazette.example/river"
    first = _add(opened(), ARTICLE, url=url)
    assert _add(opened(), OTHER.replace("Envoy", "Pilot"), url=url).outcome is AddOutcome.ADDED
    renamed = CORRECTED.replace("Envoy calls", "Mayor calls")
    changed = _add(opened(), renamed, url=url)
    assert (changed.outcome, changed.article) == (AddOutcome.CHANGED, first.article)


def test_without_the_text_on_record_its_quotes_tell(opened, tmp_path):
    name = _add(opened(), ARTICLE).article
    old = opened().read_entry(name)
    assert is_version(old, None, old, Text(CORRECTED))
    assert not is_version(old, None, old, Text(OTHER))


def test_what_a_correction_takes_back_is_kept_and_not_served(opened, tmp_path):
    name = _add(opened(), ARTICLE).article
    old = opened().read_entry(name).fingerprint
    _accept_all(opened(), name)
    assert "a waste of paper." in _served(opened(), name)
    changed = _add(opened(), CORRECTED)
    assert "a waste of paper" in changed.lost[0]
    article = opened().read_entry(name)
    assert _quotes(article) == {
        "The river is ours to share",
        "a waste of paper.",
        "a waste of time.",
    }
    (taken_back,) = [s for s in article.statements if s.printed_in]
    assert (taken_back.printed_in, taken_back.draft) == (old, False)
    assert _served(opened(), name) == {"The river is ours to share"}
    assert _problems(tmp_path, name) == []


def test_what_is_kept_of_an_earlier_text_is_proved_against_it(opened, tmp_path):
    name = _add(opened(), ARTICLE).article
    _add(opened(), CORRECTED)
    article = opened().read_entry(name)
    statements = [
        s.model_copy(
            update={
                "quotes": tuple(q.model_copy(update={"exact": "a waste of it"}) for q in s.quotes)
            }
        )
        if s.printed_in
        else s
        for s in article.statements
    ]
    _write(tmp_path / "corpus", article.model_copy(update={"statements": tuple(statements)}))
    assert any("is not in the text" in p for p in _problems(tmp_path, name))
    find_text(tmp_path / "articles", article.earlier[0])
    for file in (tmp_path / "articles").glob(f"*-{article.earlier[0][:8]}.txt"):
        file.unlink()
    report = run_check(tmp_path / "corpus", tmp_path / "articles")
    assert report.unproved > 0
    assert name in report.proof.articles_without_text


def test_a_correction_that_is_taken_back_brings_its_words_back(opened, tmp_path):
    name = _add(opened(), ARTICLE).article
    _accept_all(opened(), name)
    _add(opened(), CORRECTED)
    _add(opened(), ARTICLE.replace("meets again soon", "meets in a week"))
    article = opened().read_entry(name)
    back = {
        s.printed_in for s in article.statements for q in s.quotes if q.exact == "a waste of paper."
    }
    assert back == {None}
    assert len(article.earlier) == 2
    assert _problems(tmp_path, name) == []


def test_a_changed_head_leaves_the_corpus_passing_its_check(opened, tmp_path):
    url = "https://gazette.example/river"
    name = _add(opened(), ARTICLE, url=url).article
    _add(
        opened(),
        ARTICLE.replace("Envoy calls", "Mayor calls").replace("Ada Finch", "Bo Ek"),
        url=url,
    )
    article = opened().read_entry(name)
    assert (article.title, article.byline) == ("Mayor calls river plan premature in talks", "Bo Ek")
    assert _problems(tmp_path, name) == []


def test_what_a_changed_text_brings_is_drafted_once(opened, tmp_path):
    name = _add(opened(), ARTICLE).article
    longer = ARTICLE + "\n“We were never asked about it,” Quill told reporters on Tuesday.\n"
    changed = _add(opened(), longer)
    assert changed.statements == 1
    assert changed.lost == ()
    article = opened().read_entry(name)
    assert len({s.id for s in article.statements}) == len(article.statements) == 3
    assert _problems(tmp_path, name) == []


@pytest.mark.slow(seconds=5)
@given(st.integers(0, 60), st.sampled_from(["", "perhaps", "“No,” said Osei."]))
def test_whatever_word_is_changed_the_check_passes_and_no_words_are_lost(tmp_path_factory, at, new):
    place = tmp_path_factory.mktemp("desk")
    shutil.copytree(CORPUS, place / "corpus")
    name = _add(Library.open(place / "corpus", place / "articles"), ARTICLE).article
    before = _quotes(Library.open(place / "corpus", place / "articles").read_entry(name))
    head, body = ARTICLE.split("2025\n\n")
    words = body.split(" ")
    words[at % len(words)] = new
    changed = f"{head}2025\n\n{' '.join(words)}"
    library = Library.open(place / "corpus", place / "articles")
    added = _add(library, changed)
    assert added.outcome is not AddOutcome.ADDED
    after = Library.open(place / "corpus", place / "articles").read_entry(name)
    assert before <= _quotes(after)
    assert _problems(place, name) == []
    shutil.rmtree(place)


def test_what_was_retired_is_not_drafted_again(opened, tmp_path):
    added = _add(opened(), ARTICLE)
    gone = opened().read_entry(added.article).statements[0].id
    desk = UpkeepDesk(tmp_path / "corpus", tmp_path / "articles")
    desk.make(lambda c: retire(c, gone, "It was said of another river.", date(2025, 7, 10)))
    changed = _add(opened(), f"{ARTICLE}\nThe council is to meet in the spring.\n")
    article = opened().read_entry(added.article)
    assert changed.outcome is AddOutcome.CHANGED
    (retired,) = article.retired
    words = {quote.exact for quote in retired.statement.quotes}
    assert not words & _quotes(article)
    assert gone not in {statement.id for statement in article.statements}


def test_a_day_that_only_the_changed_text_prints_becomes_the_articles(opened):
    known = "date inferred from an outside fact: the page"
    day = Interval(from_=date(2025, 7, 9), to=date(2025, 7, 9), basis=known)
    undated = ARTICLE.replace("July 9, 2025\n\n", "")
    assert undated != ARTICLE
    library = opened()
    first = _add(library, undated, published=day)
    second = _add(library, ARTICLE)
    assert (second.outcome, second.article) == (AddOutcome.CHANGED, first.article)
    assert library.read_entry(first.article).published.printed == "July 9, 2025"
