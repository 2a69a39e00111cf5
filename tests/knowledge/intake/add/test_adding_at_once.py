"""Several who add at once: each article is kept once, under an id of its own."""

from __future__ import annotations

import shutil
import subprocess
import sys
from datetime import date

import pytest

from knowledge.check_corpus.corpus_check import run_check
from knowledge.check_corpus.corpus_edit import EntryChange, edit_corpus
from knowledge.corpus.errors import IntakeError
from knowledge.corpus.model import Issue, Person
from knowledge.intake.add.article_store import AddOutcome
from knowledge.intake.add.library import Library, add_text
from knowledge.intake.read.head import Head
from tests.gazette import ARTICLE
from tests.places import CORPUS

ANOTHER = (
    ARTICLE.partition("“The river")[0]
    + "The ferry lay at its berth, Marta Quill said on Monday, and nobody came for it all day.\n"
)
NAME = "harbor-gazette-2025-07-envoy-calls-river-plan"


@pytest.fixture
def opened(tmp_path):
    shutil.copytree(CORPUS, tmp_path / "corpus")
    return lambda **kw: Library.open(tmp_path / "corpus", tmp_path / "articles", **kw)


@pytest.fixture
def problems(tmp_path):
    """Return what the check finds in the articles that were added."""

    def checked():
        found = run_check(tmp_path / "corpus", tmp_path / "articles").problems
        return [str(p) for p in found if "2025-07" in p.file]

    return checked


def _add(library, text=ARTICLE):
    return add_text(library, text.encode(), Head())


def _entries(tmp_path):
    return sorted(f.stem for f in (tmp_path / "corpus" / "articles").glob("*-2025-07-*.yaml"))


def test_two_who_began_with_the_same_corpus_both_keep_their_article(opened, tmp_path, problems):
    one, other = opened(), opened()
    first, second = _add(one), _add(other, ANOTHER)
    assert first.outcome is second.outcome is AddOutcome.ADDED
    assert _entries(tmp_path) == sorted({first.article, second.article})
    assert problems() == []


def test_a_text_that_somebody_has_added_meanwhile_is_on_record_already(opened, tmp_path):
    one, other = opened(), opened()
    assert (_add(one).outcome, _add(other).outcome) == (AddOutcome.ADDED, AddOutcome.SAME)
    assert _entries(tmp_path) == [NAME]


def test_a_changed_text_goes_on_from_what_somebody_has_written_meanwhile(opened, problems):
    one, other = opened(), opened()
    _add(one)
    changed = _add(other, ARTICLE.replace("a waste of paper", "a waste of time"))
    assert (changed.outcome, changed.article) == (AddOutcome.CHANGED, NAME)
    assert problems() == []


def test_names_that_somebody_has_entered_meanwhile_are_known(opened, tmp_path, problems):
    library = opened()
    quill = EntryChange("people", "marta-quill", Person(id="marta-quill", name="Marta Quill"))
    edit_corpus(tmp_path / "corpus", tmp_path / "articles", lambda _: [quill])
    _add(library)
    assert problems() == []


def test_an_id_is_free_among_all_ids_and_those_of_statements(opened, tmp_path, problems):
    library = opened()
    issue = Issue(id=NAME, name="Envoy plan", question="Is the plan premature?")
    edit_corpus(
        tmp_path / "corpus", tmp_path / "articles", lambda _: [EntryChange("issues", NAME, issue)]
    )
    added = _add(library)
    assert added.article.startswith("harbor-gazette-2025-07-envoy-calls-")
    assert added.article != NAME
    assert problems() == []


def test_an_article_of_the_future_is_not_written(opened, tmp_path):
    with pytest.raises(IntakeError, match="published: 2025-07-09 is in the future"):
        _add(opened(today=date(2025, 7, 8)))
    assert _entries(tmp_path) == []
    assert _add(opened(today=date(2025, 7, 9))).outcome is AddOutcome.ADDED


def test_a_quotation_that_no_answer_would_show_is_left_out_and_told(opened, problems):
    words = " ".join(f"we wait {number} days" for number in range(50))
    quoted = f"“On the river {words},” Quill said.\n\n{'Snow fell all day. ' * 200}\n"
    added = _add(opened(), f"{ARTICLE}\n{quoted}")
    assert added.statements == 2
    assert any("The quote has 203 words; the limit is" in line for line in added.left_out)
    assert problems() == []


@pytest.mark.slow
def test_four_commands_at_once_keep_four_articles(opened, tmp_path, problems):
    opened()
    command = [sys.executable, "-c", "from bot.cli.main import main; main()", "add", "--yes"]
    where = ["--corpus", str(tmp_path / "corpus"), "--articles", str(tmp_path / "articles")]
    running = []
    for number in range(4):
        file = tmp_path / f"{number}.txt"
        file.write_text(
            ANOTHER.replace("berth", f"berth No. {number}").replace(
                "ferry", f"f{number}" * 9 + " boat"
            ),
            "utf-8",
        )
        running.append(subprocess.Popen([*command, str(file), *where]))
    assert [process.wait(120) for process in running] == [0] * 4
    assert len(list((tmp_path / "articles").glob("*.txt"))) == 4
    assert problems() == []
