"""Whatever is wrong with a draft, what is curated passes, is built and is served."""

from __future__ import annotations

from contextlib import closing
from datetime import date

import pytest

from knowledge.check_corpus.corpus_edit import EntryChange, edit_corpus
from knowledge.corpus.corpus_reader import load_corpus
from knowledge.corpus.errors import IntakeError
from knowledge.corpus.model import Issue, Person
from knowledge.kb.builder import build
from knowledge.kb.gate import judge
from knowledge.kb.knowledge_base import KnowledgeBase
from tests.harbor_hearing import HEARING, make_article, speak, write_corpus

ARTICLE = "articles/valley-post-2025-04"
SAID = {"from": "2025-05-01", "to": "2025-04-01", "printed": None, "basis": "date inferred: so"}
LONG = "Velmora is not ready. " * 50
DIRECT = {"kind": "direct", "attribution": "Dask"}
WRONG = [
    {"summary": "He “strongly” objects."},
    {"said": SAID},
    {"event": "nothing-of-the-kind"},
    {"speaker": {"id": "nobody"}},
    {"speaker": {"id": None}},
    {"via": "a passer-by"},
    {"id": "velmora-not-ready"},
    {"quotes": [{**DIRECT, "exact": LONG}]},
    {"quotes": [{**DIRECT, "exact": "nothing of the kind was printed"}]},
    {"quotes": [{**DIRECT, "exact": "premature", "start": 0, "end": 9}]},
]


@pytest.fixture
def drafted(curator):
    """Add a draft to a copy of the corpus, before all that is curated."""

    def made(**fields):
        data = curator.read(ARTICLE)
        (draft,) = (dict(s) for s in data["statements"] if s["id"] == "dask-premature")
        draft |= {"id": "a-draft", "draft": True} | fields
        curator.change(ARTICLE, statements=[draft, *data["statements"]])
        return curator

    return made


@pytest.mark.parametrize("fields", WRONG)
def test_a_draft_that_fails_is_told_as_a_draft_and_the_rest_is_served(drafted, tmp_path, fields):
    curator = drafted(**fields)
    report = curator.check()
    assert report.problems == []
    assert report.draft_problems
    assert "in drafts" in report.summary
    assert all(problem.file == f"{ARTICLE}.yaml" for problem in report.draft_problems)
    verdict = judge(curator.folder, curator.texts, date(2026, 1, 1))
    assert (verdict.problems, bool(verdict.served)) == ((), True)


@pytest.mark.parametrize("fields", WRONG)
def test_what_fails_and_is_no_draft_is_a_problem(drafted, fields):
    if "id" in fields or fields.get("speaker") == {"id": None}:
        fields = {**fields, "summary": "He “strongly” objects."}
    report = drafted(**{"id": "no-draft", **fields, "draft": False}).check()
    assert report.problems
    assert report.draft_problems == []


def test_a_fault_of_the_curated_is_told_once_beside_one_of_a_draft(drafted):
    curator = drafted(event="nothing-of-the-kind")
    curator.statement("isles-no-side", event="nothing-at-all")
    report = curator.check()
    assert ["nothing-at-all" in str(p) for p in report.problems] == [True]
    assert ["nothing-of-the-kind" in str(p) for p in report.draft_problems] == [True]
    assert report.problems[0].field.startswith("statements.")
    line = curator.file(ARTICLE).read_text("utf-8").splitlines()[report.problems[0].line - 1]
    assert "nothing-at-all" in line


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("sourcing: on_record", "sourcing: hearsay"),
        ("draft: true", "draft: true\n    color: red"),
        ("summary: ", "summary: &a "),
        ("draft: true", "draft: true\n    draft: true"),
    ],
)
def test_a_draft_that_cannot_be_read_is_told_and_never_lost(drafted, tmp_path, old, new):
    curator = drafted(sourcing="on_record")
    text = curator.file(ARTICLE).read_text("utf-8")
    curator.write(ARTICLE, text.replace(old, new, 1))
    before = curator.file(ARTICLE).read_bytes()
    report = curator.check(fix=True)
    assert report.problems == []
    assert report.draft_problems
    assert curator.file(ARTICLE).read_bytes() == before
    build(curator.folder, tmp_path / "kb.sqlite")
    article = load_corpus(curator.folder).articles["valley-post-2025-04"].model
    with pytest.raises(IntakeError, match="a draft cannot be read"):
        edit_corpus(
            curator.folder,
            curator.texts,
            lambda _: [EntryChange("articles", article.id, article)],
        )
    assert curator.file(ARTICLE).read_bytes() == before


def test_what_is_wrong_with_a_draft_refuses_no_change(drafted):
    issue = Issue(id="rope-walk", name="Rope walk", question="Should the rope walk stay?")
    curator = drafted(about=["rope-walk"])
    _change(curator, EntryChange.of(issue))
    assert curator.check().draft_problems == []
    _change(curator, EntryChange("issues", "rope-walk", None))
    report = curator.check()
    assert (report.problems, len(report.draft_problems)) == ([], 1)


def test_somebody_whom_only_drafts_name_is_entered(tmp_path):
    spoken = speak(
        "And what does the mayor of the harbor town think of that?",
        "MR HOLLIS",
        None,
        speaker={"id": None, "description": "Hollis"},
        on_behalf_of=None,
        draft=True,
    )
    entries, texts = write_corpus(tmp_path, make_article(HEARING, spoken), HEARING)
    person = Person(id="per-hollis", name="Hollis")
    assert edit_corpus(entries, texts, lambda _: [EntryChange.of(person)])


def _change(curator, *changes):
    edit_corpus(curator.folder, curator.texts, lambda _: changes)


def test_an_article_of_drafts_alone_fails_nothing(curator, tmp_path):
    data = curator.read("articles/harbor-gazette-2025-06")
    drafts = [s | {"draft": True} for s in data["statements"]]
    curator.change("articles/harbor-gazette-2025-06", statements=drafts)
    passed = {str(p) for p in curator.check().problems}
    curator.change("articles/harbor-gazette-2025-06", title="Nothing of the kind", words=3)
    report = curator.check()
    assert {str(p) for p in report.problems} == passed
    assert len(report.draft_problems) == 2
    build(curator.folder, tmp_path / "kb.sqlite")
    with closing(KnowledgeBase(tmp_path / "kb.sqlite")) as kb:
        assert "harbor-gazette-2025-06" not in kb.fingerprints()
