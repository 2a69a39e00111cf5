"""What waits for a curator, of each kind once."""

from __future__ import annotations

import os
import shutil
import subprocess
from datetime import date, datetime

import pytest

from knowledge.upkeep.open_work import WorkKind
from knowledge.upkeep.todo_list import list_open_work
from knowledge.upkeep.unknown_bodies import _list_of_world
from knowledge.upkeep.upkeep_desk import UpkeepDesk
from tests.steps import LINEAR, growth

TODAY = date(2025, 12, 1)
ARTICLE = "articles/marrow-2025-05"


@pytest.fixture
def told(opened):
    """Return what waits of a kind, as it is told."""

    def words(kind, today=TODAY):
        found = list_open_work(opened(), today)
        return [f"{w.file}: {w.what}" for w in found if w.kind is kind]

    return words


def touch(curator, day):
    when = datetime.fromisoformat(f"{day}T12:00").timestamp()
    os.utime(curator.file(ARTICLE), (when, when))


def test_drafts_are_counted_with_the_days_since_somebody_touched_them(told, curator):
    assert told(WorkKind.DRAFT) == []
    curator.statement("marrow-this-year", draft=True)
    touch(curator, "2025-11-29")
    assert told(WorkKind.DRAFT) == [f"{ARTICLE}.yaml: 1 draft, not touched for 2 days"]
    curator.statement("teva-dask-news", draft=True)
    touch(curator, "2025-12-01")
    assert told(WorkKind.DRAFT) == [f"{ARTICLE}.yaml: 2 drafts, touched today"]


def commit(root, day):
    who = ["-c", "user.name=Ada", "-c", "user.email=ada@example.com"]
    dated = {**os.environ, "GIT_COMMITTER_DATE": f"{day}T12:00:00"}
    for words in (["init", "-q"], ["add", "."], [*who, "commit", "-qm", "Add"]):
        subprocess.run(["git", "-C", root, *words], check=True, capture_output=True, env=dated)


def test_a_checkout_tells_the_days_since_the_commit(told, curator):
    curator.statement("marrow-this-year", draft=True)
    commit(curator.folder.parent, "2025-11-21")
    touch(curator, "2025-11-30")
    assert told(WorkKind.DRAFT) == [f"{ARTICLE}.yaml: 1 draft, not touched for 10 days"]
    curator.change(ARTICLE, note="A change that is not committed.")
    touch(curator, "2025-11-30")
    assert told(WorkKind.DRAFT) == [f"{ARTICLE}.yaml: 1 draft, not touched for 1 day"]


def test_the_drafts_that_waited_longest_come_first(told, curator):
    curator.statement("marrow-this-year", draft=True)
    touch(curator, "2025-11-29")
    curator.statement("vehl-before-snow", draft=True)
    touch(curator, "2025-11-28")
    assert [line.partition(":")[0] for line in told(WorkKind.DRAFT)] == [
        f"{ARTICLE}.yaml",
        "articles/valley-post-2025-04.yaml",
    ]


def test_statements_of_an_earlier_text_wait(told, curator):
    curator.statement("teva-dask-news", printed_in="a" * 64)
    (only,) = told(WorkKind.CHANGED_TEXT)
    assert only.startswith(f"{ARTICLE}.yaml: teva-dask-news: only an earlier text prints it")


def test_statements_about_nothing_wait_until_they_are_about_something(told, curator):
    before = told(WorkKind.NO_STANCE)
    assert f"{ARTICLE}.yaml: teva-dask-news: it has no stance, and is `about` no issue" in before
    curator.statement("teva-dask-news", about=["ferry-ban"])
    assert len(told(WorkKind.NO_STANCE)) == len(before) - 1
    curator.statement("radio-late-spring", draft=True)
    assert len(told(WorkKind.NO_STANCE)) == len(before) - 2


def test_people_without_a_post_wait_with_what_articles_print(told):
    assert told(WorkKind.NO_POST) == [
        "people/teva-dask.yaml: teva-dask: no post is on record; articles print “sister of Orin Dask”"
    ]


def test_bodies_that_texts_name_wait_until_they_are_on_record(told, curator):
    assert told(WorkKind.UNKNOWN_BODY) == [
        "articles/harbor-gazette-2025-06.yaml: Harbor Gazette: named once, and not on record",
        "articles/valley-post-2025-04.yaml: Valley Post: named once, and not on record",
    ]
    curator.change("organizations/northern-bureau", aliases=["Valley Post"])
    assert len(told(WorkKind.UNKNOWN_BODY)) == 1


@pytest.mark.parametrize(
    ("sentence", "named"),
    [
        ("The Ruritanian Water Ministry said so.", "Ruritanian Water Ministry"),
        ("She asked the Ministry of Mines and Power.", "Ministry of Mines and Power"),
        ("It was Velmora's Harbor Authority.", "Harbor Authority"),
        ("A summit in Kenya was put off.", "Kenya"),
    ],
)
def test_a_body_is_found_in_a_sentence(curator, tmp_path, sentence, named):
    texts = shutil.copytree(curator.texts, tmp_path / "texts")
    desk = UpkeepDesk(curator.folder, texts)
    with_more(texts, desk, sentence)
    found = list_open_work(desk, TODAY)
    bodies = [w.what.partition(":")[0] for w in found if w.kind is WorkKind.UNKNOWN_BODY]
    assert named in bodies


def with_more(texts, desk, sentence):
    """Add a sentence to a text, and give its entry the new fingerprint."""
    from knowledge.text.article_text import Text  # noqa: PLC0415 (of this helper alone)

    entry = desk.corpus.articles["marrow-2025-05"]
    for file in texts.glob("*.txt"):
        text = file.read_text(encoding="utf-8")
        if Text(text).fingerprint == entry.model.fingerprint:
            file.write_text(f"{text}\n\n{sentence}\n", encoding="utf-8")
            new = Text(file.read_text(encoding="utf-8")).fingerprint
            model = entry.model.model_copy(update={"fingerprint": new})
            object.__setattr__(entry, "model", model)


@pytest.mark.parametrize("kind", ["direct", "labeled"])
def test_the_same_words_in_two_articles_wait_until_an_event_joins_them(told, curator, kind):
    assert told(WorkKind.SAME_WORDS) == []
    quote = {"kind": kind, "exact": "We will keep the ban until the last fisherman is at home"}
    curator.statement("teva-dask-news", quotes=[quote])
    (only,) = told(WorkKind.SAME_WORDS)
    assert only.endswith(
        "dask-ferry-ban quotes the same words as teva-dask-news; join them with an event"
    )
    curator.statement("teva-dask-news", event="lund-meeting-2025-03-12")
    curator.statement("dask-ferry-ban", event="lund-meeting-2025-03-12")
    assert told(WorkKind.SAME_WORDS) == []


def test_bodies_are_sought_in_work_that_grows_with_the_sentence():
    def seek(words):
        return list(_list_of_world(words, []))

    assert seek("Talks in Peru") == ["Peru"]
    assert growth(seek, "Orin Vehl of Dask ") <= LINEAR


def test_only_the_kinds_asked_for_are_sought(opened, curator):
    curator.statement("marrow-this-year", draft=True)
    found = list_open_work(opened(), TODAY, {WorkKind.DRAFT})
    assert {work.kind for work in found} == {WorkKind.DRAFT}


def test_issues_that_nobody_spoke_of_for_a_year_wait(told):
    assert told(WorkKind.STALE_ISSUE) == [
        "issues/inter-tarsk-talks.yaml: inter-tarsk-talks: no statement is on record"
    ]
    late = told(WorkKind.STALE_ISSUE, date(2026, 3, 13))
    assert late[1:] == ["issues/ferry-ban.yaml: ferry-ban: the latest statement is of 2025-03-12"]
