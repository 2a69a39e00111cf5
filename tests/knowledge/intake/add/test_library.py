"""Articles into a corpus: new, the same, changed, drafts that nobody is served, whole folders."""

from __future__ import annotations

import shutil
from datetime import date

import pytest

from knowledge.check_corpus import integrity
from knowledge.check_corpus.article_check import ArticleCheck
from knowledge.check_corpus.corpus_check import run_check
from knowledge.check_corpus.proof import read_texts
from knowledge.citations.citing import cite_statements
from knowledge.corpus.corpus_reader import load_corpus
from knowledge.corpus.errors import IntakeError
from knowledge.corpus.model import Interval
from knowledge.intake.add import drafts
from knowledge.intake.add.article_store import AddOutcome
from knowledge.intake.add.library import Library, add_text
from knowledge.intake.read.head import Head
from knowledge.kb.builder import build
from knowledge.text.article_text import Text
from knowledge.text.quote_search import NotFound, find_direct
from tests.disks import fill, largest_file, small_disk
from tests.gazette import ARTICLE
from tests.places import CORPUS

HTML = """<!doctype html><html><head><title>River plan is premature, envoy says</title>
<meta property="og:site_name" content="Harbor Gazette"><meta name="author" content="Ada Finch">
<meta property="article:published_time" content="2025-07-09"></head><body><nav>Home News</nav>
<article><h1>River plan is premature, envoy says</h1>
<p>“The river is ours to share,” the mayor of Ostby, Marta Quill, said on Monday at the harbour,
where the ferries have lain idle for a year and nobody expects them to sail again this summer.</p>
<p>Quill said that any treaty would be “a waste of paper” as long as the northern bank is closed,
and that the council of Ostby had not been asked about any of it in the whole of the spring.</p>
<p>The council meets again at the end of the month, when the engineers are to bring the drawings of
the new locks, and the fishermen of both banks have asked for seats at the table and for a hearing.</p>
<p>Traffic on the upper river has halved since the spring, according to the port, and two of three
shipyards have sent their people home until the gates are mended and the dredgers have come back.</p>
</article></body></html>"""
PUBLISHED = Interval(
    from_=date(2025, 7, 9), to=date(2025, 7, 9), printed="July 9, 2025", basis="printed"
)


@pytest.fixture
def opened(tmp_path):
    shutil.copytree(CORPUS, tmp_path / "corpus")
    return lambda: Library.open(tmp_path / "corpus", tmp_path / "articles")


def _add(library, text=ARTICLE, **given):
    return add_text(library, text.encode(), Head().override(**given))


def test_a_text_becomes_an_entry_with_its_head_and_a_text_outside(opened, tmp_path):
    added = _add(opened())
    assert (added.outcome, added.statements) == (AddOutcome.ADDED, 2)
    article = opened().corpus.articles[added.article].model
    assert (article.publisher, article.byline) == ("Harbor Gazette", "Ada Finch")
    assert article.title == "Envoy calls river plan premature in talks"
    assert article.published.to == date(2025, 7, 9)
    (kept,) = (tmp_path / "articles").glob("*.txt")
    assert Text(kept.read_text("utf-8")).fingerprint == article.fingerprint


def test_what_was_added_passes_the_check_and_is_proved(opened, tmp_path):
    added = _add(opened())
    report = run_check(tmp_path / "corpus", tmp_path / "articles")
    assert not [p for p in report.problems if added.article in p.file]


def test_a_draft_is_never_served(opened, tmp_path):
    added = _add(opened())
    corpus = opened().corpus
    drafts = {s.id for s in corpus.articles[added.article].model.statements}
    assert drafts
    assert drafts.isdisjoint(s.id for s in cite_statements(corpus))
    assert integrity.problems(corpus) == []
    build(tmp_path / "corpus", tmp_path / "kb.sqlite")
    content = (tmp_path / "kb.sqlite").read_bytes()
    assert b"ours to share" not in content


def test_the_same_text_again_changes_nothing(opened, tmp_path):
    name = _add(opened()).article
    before = {f: f.read_bytes() for f in tmp_path.rglob("*") if f.is_file()}
    again = _add(opened(), ARTICLE.replace("“", '"').replace("\n\n", "\n \n\n"))
    assert (again.outcome, again.article) == (AddOutcome.SAME, name)
    assert before == {f: f.read_bytes() for f in tmp_path.rglob("*") if f.is_file()}


def test_a_changed_text_shows_the_difference_and_keeps_both_fingerprints(opened, tmp_path):
    first = _add(opened())
    old = opened().corpus.articles[first.article].model.fingerprint
    changed = _add(opened(), ARTICLE.replace("a waste of paper", "a waste of time"))
    assert (changed.outcome, changed.article) == (AddOutcome.CHANGED, first.article)
    assert '[-paper."-] {+time."+}' in changed.changes[0]
    assert "a waste of paper" in changed.lost[0]
    article = opened().corpus.articles[first.article].model
    assert article.earlier == (old,)
    assert len(list((tmp_path / "articles").glob("*.txt"))) == 2
    assert _add(opened()).outcome is AddOutcome.SAME


def test_a_page_becomes_an_entry_with_its_head(opened):
    added = _add(opened(), HTML)
    article = opened().corpus.articles[added.article].model
    assert article.title == "River plan is premature, envoy says"
    assert [s.quotes[0].exact for s in article.statements] == [
        "The river is ours to share",
        "a waste of paper",
    ]


def test_a_text_without_a_day_asks_for_it(opened):
    undated = ARTICLE.replace("July 9, 2025\n\n", "")
    with pytest.raises(IntakeError, match="--published"):
        _add(opened(), undated)
    assert _add(opened(), undated, published=PUBLISHED).outcome is AddOutcome.ADDED


@pytest.mark.parametrize("text", ["", "  \n ", "<html><body></body></html>"])
def test_no_text_is_no_article(opened, text):
    with pytest.raises(IntakeError, match="holds no article text"):
        _add(opened(), text)


def test_a_quotation_over_paragraphs_is_a_direct_quote_a_paragraph():
    text = Text("“We go.\n\n“We stay,” Quill said.\n\nShe left “early. Then\n\nnothing")
    assert not isinstance(find_direct(text, "We go."), NotFound)
    assert not isinstance(find_direct(text, "We stay"), NotFound)
    assert isinstance(find_direct(text, "early. Then"), NotFound)


def test_a_proposal_that_denies_itself_is_left_out(corpus_folder, texts_folder):
    found, texts = load_corpus(corpus_folder), read_texts(texts_folder)
    entry = found.articles["valley-post-2025-04"].model
    first = entry.statements[0].model_copy(update={"via": None})
    entry = entry.model_copy(update={"statements": (first, *entry.statements[1:])})
    kept, (why,) = drafts.keep_passing(entry, texts[entry.fingerprint], ArticleCheck(found))
    assert why.endswith(": Relayed words need 'via'.")
    assert kept.statements == entry.statements[1:]


def test_where_a_text_has_room_and_its_entry_has_none_neither_is_kept(tmp_path):
    with small_disk(tmp_path / "disk", pages=200) as disk:
        shutil.copytree(CORPUS, disk / "corpus")
        library = Library.open(disk / "corpus", disk / "articles")
        before = _files(disk)
        fill(disk, pages_left=1)
        with pytest.raises(OSError, match="No space left"):
            _add(library)
        (disk / "filler").unlink()
        assert _files(disk) == before
        assert _add(library).outcome is AddOutcome.ADDED  # as if nothing had been


def test_a_changed_text_that_has_no_room_leaves_the_entry_as_it_was(opened, tmp_path):
    name = _add(opened()).article
    entry = tmp_path / "corpus" / "articles" / f"{name}.yaml"
    before, texts = entry.read_bytes(), _files(tmp_path / "articles")
    changed = ARTICLE + "\nThe mayor added a word. " * 200
    with largest_file(len(changed) - 1), pytest.raises(OSError, match="too large"):
        _add(opened(), changed)
    assert (entry.read_bytes(), _files(tmp_path / "articles")) == (before, texts)


def _files(folder):
    return {file for file in folder.rglob("*") if file.is_file()}


def test_what_a_killed_add_left_is_removed_by_the_next(opened, tmp_path):
    (tmp_path / "articles").mkdir()
    left = [tmp_path / place / ".stancebook-0.partial" for place in ("articles", "corpus/articles")]
    for file in left:
        file.write_text("half")
    opened()
    assert not any(file.exists() for file in left)
