"""Two curators who review at once: neither loses what the other has entered."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

import pytest

from knowledge.check_corpus.corpus_check import run_check
from knowledge.check_corpus.corpus_edit import EntryChange, edit_corpus
from knowledge.corpus.errors import IntakeError, RefusedEditError
from knowledge.corpus.model import Person
from knowledge.intake.add.library import Library, add_text
from knowledge.intake.read.head import Head
from knowledge.intake.review.decisions import CuratorVerdict, Decision, Naming
from knowledge.intake.review.review_start import begin_review
from tests.gazette import ARTICLE
from tests.places import CORPUS

CONTENT = ARTICLE.encode()
RIVER, PAPER = 0, 2  # the candidates that are no scare quotes


@pytest.fixture
def opened(tmp_path):
    shutil.copytree(CORPUS, tmp_path / "corpus")
    # Each curator has texts and decisions of their own, as on a machine of their own.
    return lambda texts: Library.open(tmp_path / "corpus", tmp_path / texts)


def _begin(library, **options):
    return begin_review(library, CONTENT, Head(), **options)


def _accept(review, at, summary, name="marta-quill"):
    naming = Naming(name="Marta Quill", entity=name)
    review.journal.decide(
        "change",
        Decision(candidate=at, verdict=CuratorVerdict.ACCEPT, summary=summary, naming=naming),
    )


def _summaries(library):
    articles = [a.model for a in library.corpus.articles.values() if "2025-07" in a.model.id]
    return [[(s.summary, s.draft) for s in article.statements] for article in articles]


def _problems(tmp_path, texts="one"):
    found = run_check(tmp_path / "corpus", tmp_path / texts).problems
    return [str(p) for p in found if "2025-07" in p.file or "quill" in p.file]


def test_both_enter_their_part_of_a_new_article(opened, tmp_path):
    one, other = _begin(opened("one")), _begin(opened("other"))
    _accept(one, RIVER, "She shares it.")
    _accept(other, PAPER, "She thinks nothing of it.")
    assert one.finish().article == other.finish().article
    assert _summaries(opened("one")) == [
        [("She shares it.", False), ("She thinks nothing of it.", False)]
    ]
    assert _problems(tmp_path) == []


def test_what_both_have_entered_is_kept_once_and_told(opened, tmp_path):
    one, other = _begin(opened("one")), _begin(opened("other"))
    _accept(one, RIVER, "She shares it.")
    _accept(other, RIVER, "She wants to share it.")
    one.finish()
    (line,) = other.finish().left_out
    assert line.startswith("'The river is ours to share': it was entered meanwhile")
    assert _summaries(opened("one")) == [[("She shares it.", False)]]
    assert _problems(tmp_path) == []


def test_a_draft_that_somebody_has_worded_meanwhile_stays(opened, tmp_path):
    add_text(opened("one"), CONTENT, Head())
    shutil.copytree(tmp_path / "one", tmp_path / "other")
    one, other = _begin(opened("one"), again=True), _begin(opened("other"), again=True)
    _accept(one, RIVER, "She shares it.")
    one.finish()
    _accept(other, PAPER, "She thinks nothing of it.")
    other.finish()
    ((*statements,),) = _summaries(opened("one"))
    assert ("She shares it.", False) in statements
    assert ("She thinks nothing of it.", False) in statements


def test_a_name_that_somebody_else_has_entered_meanwhile_is_refused_whole(opened, tmp_path):
    review = _begin(opened("one"))
    _accept(review, RIVER, "She shares it.", name="marta-quill-2")
    quill = EntryChange("people", "marta-quill", Person(id="marta-quill", name="Marta Quill"))
    edit_corpus(tmp_path / "corpus", tmp_path / "one", lambda _: [quill])
    with pytest.raises(RefusedEditError, match="belongs to"):
        review.finish()
    assert _summaries(opened("one")) == []
    assert not (tmp_path / "corpus" / "people" / "marta-quill-2.yaml").exists()
    assert review.journal.file.exists()


SITTING = """
import sys, time
from pathlib import Path
from knowledge.intake.add.library import Library
from knowledge.intake.read.head import Head
from knowledge.intake.review.review_start import begin_review
library = Library.open(Path(sys.argv[1]), Path(sys.argv[2]))
begin_review(library, Path(sys.argv[3]).read_bytes(), Head())
print("begun", flush=True)
time.sleep(60)
"""


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="no locks of this kind")
def test_a_text_is_reviewed_in_one_sitting_at_a_time(opened, tmp_path):
    library = opened("one")
    (tmp_path / "text.txt").write_bytes(CONTENT)
    places = [str(tmp_path / name) for name in ("corpus", "one", "text.txt")]
    with subprocess.Popen(
        [sys.executable, "-c", SITTING, *places], stdout=subprocess.PIPE
    ) as other:
        assert other.stdout.readline() == b"begun\n"
        with pytest.raises(IntakeError, match="Somebody else is reviewing this text"):
            _begin(library)
        other.kill()
    _accept(review := _begin(library), RIVER, "She shares it.")
    review.finish()
    assert _summaries(opened("one")) == [[("She shares it.", False)]]
    assert list((tmp_path / "one" / ".stancebook").iterdir()) == []
