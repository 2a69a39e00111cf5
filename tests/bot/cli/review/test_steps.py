"""Steps of a review: taken back by name and as one, done again, and none left by a refusal."""

from __future__ import annotations

import pytest

from tests.reviewing import ARTICLE, list_statements, list_texts, review_typing

pytestmark = pytest.mark.slow  # sittings at a terminal


def draft(library):
    review_typing(library, "a\rp\r\r\rs\ra\r\rw\r")
    return list_texts(library)


def test_a_skipped_draft_on_record_stays_as_it_was(library):
    before = draft(library), [s.model_dump() for s in list_statements(library)]
    shown = review_typing(library, "r\rw\r", review=True)
    assert "2 drafts stay as before." in shown
    assert [s.model_dump() for s in list_statements(library)] == before[1]


def test_a_draft_that_is_not_a_quote_goes_and_is_told(library):
    draft(library)
    shown = review_typing(library, "x\rs\rs\rw\r", review=True)
    assert "Removed from the drafts, as no quote: 'The river is ours to share'" in shown
    assert len(list_statements(library)) == 1


def test_an_accepted_draft_keeps_its_id_beside_one_that_stays(library):
    draft(library)
    ids = {s.id: s.draft for s in list_statements(library)}
    review_typing(library, "3\ra\rHer words.\rs\rs\rw\r", review=True)
    assert {s.id: s.draft for s in list_statements(library)} == ids | {max(ids): False}


def test_what_a_curator_changed_in_a_draft_is_proposed_again(library):
    review_typing(library, "c\rnote\rAsk her office.\rc\rsourcing\runnamed\ra\rt\r\rr\rw\r")
    (before,) = list_statements(library)
    review_typing(library, "a\rt\rHer words.\rr\rw\r", review=True)
    (after,) = list_statements(library)
    same = before.model_dump(exclude={"draft", "summary"})
    assert (after.draft, after.model_dump(exclude={"draft", "summary"})) == (False, same)


def test_an_accept_with_a_new_name_is_one_step(library):
    shown = review_typing(library, "a\rp\r\rHer words.\ru\ru\rs\rs\rs\rw\r")
    assert "Undone: accepted (1)." in shown
    assert "There is nothing to undo." in shown
    assert list_statements(library) == []


def test_what_was_taken_back_is_done_again(library):
    shown = review_typing(library, "c\rnote\rAsk her.\ra\rp\r\rHer words.\ru\ru\ry\ry\rs\rs\rw\r")
    assert "Undone: note: Ask her. (1)." in shown
    assert "Done again: accepted (1)." in shown
    (statement,) = list_statements(library)
    assert (statement.note, statement.summary) == ("Ask her.", "Her words.")


def test_a_new_step_ends_what_can_be_done_again(library):
    assert "There is nothing to redo." in review_typing(library, "s\ru\rx\ry\r")


def test_undo_and_redo_outlive_the_sitting(library):
    review_typing(library, "s\rx\ru\r\x03")
    assert "Done again: not a quote (2)." in review_typing(library, "y\r\x03")


@pytest.mark.parametrize("refused", ["a\rp\r\rShe is very much for it.\r\x03", "a\rp\r\x03\x03"])
def test_an_accept_that_is_refused_or_left_leaves_no_step(library, refused):
    assert "There is nothing to undo." in review_typing(library, f"{refused}u\r")


def test_a_refused_summary_is_asked_for_again_with_what_was_typed(library):
    keys = "a\rp\r\rShe is very much for it.\r\x15She is for it.\rs\rs\rw\r"
    assert "'very' weighs" in review_typing(library, keys)
    assert [s.summary for s in list_statements(library)] == ["She is for it."]


def test_a_changed_head_is_taken_back_by_name(library):
    shown = review_typing(library, "h\rheadline\rEnvoy calls river plan\ru\rh\r")
    assert "Undone: title: Envoy calls river plan." in shown
    assert "  headline  Envoy calls river plan premature in talks" in shown


def test_a_journal_of_single_decisions_is_read(library, tmp_path):
    review_typing(library, "s\r\x03")
    (journal,) = tmp_path.rglob("review-*.jsonl")
    (line,) = journal.read_text("utf-8").splitlines()
    decision = line.partition('"decisions":[')[2].removesuffix("]}")
    journal.write_text(f'{{"head":{{"byline":""}}}}\n{decision}\n', "utf-8")
    assert "Going on: 1 of 3 are decided." in review_typing(library, "\x03", ARTICLE)
