"""The review as a curator does it, keys and all, on a text invented for the purpose."""

from __future__ import annotations

import io
import shutil
from pathlib import Path

import pytest
from prompt_toolkit.input import create_pipe_input
from prompt_toolkit.output import DummyOutput
from rich.console import Console

from bot.curate import Desk, curate
from knowledge import corpus as entries
from knowledge import integrity
from knowledge.citing import cited
from knowledge.intake.adding import Library
from knowledge.intake.head import Head

CORPUS = Path(__file__).parent.parent / "corpus"
ARTICLE = """Harbor Gazette

Envoy calls river plan premature in talks

By Ada Finch

July 9, 2025

“The river is ours to share,” the mayor of Ostby, Marta Quill, said on Monday.

The so-called “ferry war” has gone on for a year now.

Quill said that any treaty would be “a waste of paper.”
""".encode()


@pytest.fixture
def library(tmp_path):
    shutil.copytree(CORPUS, tmp_path / "corpus")

    def opened():
        return Library.open(tmp_path / "corpus", tmp_path / "articles")

    return opened


def _review(library, keys, **options):
    """Type keys at a review and return what it showed."""
    with create_pipe_input() as typed:
        typed.send_text(keys)
        shown = io.StringIO()
        desk = Desk(Console(file=shown, width=200), typed, DummyOutput())
        curate(library(), ARTICLE, Head(), desk=desk, **options)
    return shown.getvalue()


def _statements(library):
    articles = library().corpus.articles.values()
    return [s for a in articles if "2025-07" in a.model.id for s in a.model.statements]


def test_a_curator_accepts_names_a_new_person_and_skips(library):
    shown = _review(
        library, "a\rn\rShe wants to share the river.\rs\ra\rShe thinks nothing of it.\r"
    )
    assert "1 of 3" in shown
    assert "added, 2 statements" in shown
    first, second = _statements(library)
    assert (first.speaker.id, first.draft, first.quotes[0].exact) == (
        "marta-quill",
        False,
        "The river is ours to share",
    )
    assert second.speaker.id == "marta-quill"
    corpus = library().corpus
    assert corpus.people["marta-quill"].model.name == "Marta Quill"
    assert integrity.problems(corpus) == []


def test_a_scare_quote_is_shown_as_no_quote(library):
    assert "no quote  a scare quote" in _review(library, "s\rq\r")


def test_ctrl_c_loses_nothing_and_the_same_command_goes_on(library):
    assert "is kept" in _review(library, "s\r\x03")
    assert _statements(library) == []
    shown = _review(library, "s\rs\r")
    assert "going on: 1 of 3 are decided" in shown


def test_a_decision_is_undone(library):
    shown = _review(library, "s\ru\ra\rn\rHer words.\rs\rs\r")
    assert "undone" in shown
    assert [s.quotes[0].exact for s in _statements(library)] == ["The river is ours to share"]


def test_a_stance_has_the_quotation_for_its_grounds(library):
    _review(library, "t\rriver-treaty\rsupports\rvelmora\ra\rn\rShe is for it.\rs\rs\r")
    (statement,) = _statements(library)
    (stance,) = statement.stances
    assert (stance.holder, stance.issue, stance.grounds) == ("velmora", "river-treaty", 0)


def test_an_alias_is_kept_with_whom_it_names(library):
    _review(library, "a\ra\rilse-marrow\rHer words.\rs\rs\r")
    assert "Marta Quill" in library().corpus.people["ilse-marrow"].model.aliases


def test_different_from_is_kept_too(library):
    _review(library, "a\rd\rilse-marrow\rHer words.\rs\rs\r")
    assert library().corpus.people["marta-quill"].model.different_from == ("ilse-marrow",)


def test_a_speaker_is_changed_by_completion_and_held_against_the_text(library):
    shown = _review(library, "c\rspeaker\rilse-marrow\ra\rHer words.\rs\rs\rs\r")
    assert "names the speaker" in shown


def test_what_has_no_summary_stays_a_draft_and_is_never_served(library):
    _review(library, "a\rn\r\rs\rs\r")
    (statement,) = _statements(library)
    assert statement.draft
    assert statement.id not in {c.id for c in cited(library().corpus)}


def test_drafts_on_record_can_be_reviewed_again(library):
    _review(library, "a\rn\r\rs\rs\r")
    assert "on record already" in _review(library, "")
    _review(library, "a\rIn my own words.\rs\rs\r", review=True)
    (statement,) = _statements(library)
    assert not statement.draft


def test_the_corpus_can_still_be_read(library, tmp_path):
    _review(library, "a\rn\rHer words.\rs\rs\r")
    assert entries.read(tmp_path / "corpus")[1] == []
