"""What may be served: entries that pass, else the last that did; nothing is checked twice."""

from __future__ import annotations

import json
import os
import shutil
from datetime import date

import pytest

from knowledge.check_corpus import corpus_check
from knowledge.kb import cache, check_history
from knowledge.kb.check_history import PassedCheck
from knowledge.kb.gate import find_remembered_pass, judge
from knowledge.kb.knowledge_base import KnowledgeBase
from knowledge.kb.schema import code_digest, kb_digest
from knowledge.kb.shipped import build_if_missing

TODAY = date(2026, 11, 21)
VALLEY = "articles/valley-post-2025-04"
MARROW = "articles/marrow-2025-05"
PRINTED, MISQUOTED = "exact: We will keep the ban", "exact: We will end the ban"
SUMMARY = "summary: Marrow announced that Velmora is now for opening the border within the year."


@pytest.fixture(autouse=True)
def _own_cache(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))


class Office:
    """A curator's corpus, judged against a folder of texts of its own."""

    def __init__(self, curator, texts, checks):
        self.curator, self.texts, self.checks = curator, texts, checks

    def judge(self, today=TODAY, before=None):
        """Return the digest that may be served, the problems, and how many checks that took."""
        count = len(self.checks)
        verdict = judge(self.curator.folder, self.texts, today, before)
        digest = verdict.served and verdict.served.digest
        return digest, verdict.problems, len(self.checks) - count

    @property
    def digest(self):
        return kb_digest(self.curator.folder)

    def misquote(self):
        self.curator.replace(VALLEY, PRINTED, MISQUOTED)

    def put_back(self):
        self.curator.replace(VALLEY, MISQUOTED, PRINTED)

    def take_texts_away(self):
        self.texts.rename(self.texts.with_name("away"))

    def bring_texts_back(self):
        self.texts.with_name("away").rename(self.texts)


@pytest.fixture
def office(curator, texts_folder, tmp_path, monkeypatch):
    checks, run_check = [], corpus_check.run_check

    def counted(*words, **options):
        checks.append(words)
        return run_check(*words, **options)

    monkeypatch.setattr(corpus_check, "run_check", counted)
    texts = tmp_path / "texts"
    shutil.copytree(texts_folder, texts)
    return Office(curator, texts, checks)


def test_what_passes_is_built_and_not_checked_again(office):
    assert office.judge() == (office.digest, (), 1)
    assert office.judge() == (office.digest, (), 0)
    found = find_remembered_pass(office.curator.folder, office.texts, TODAY)
    kb = KnowledgeBase(found.kb)
    assert kb.digest == office.digest
    kb.close()


def test_what_was_proved_stays_proved_where_its_texts_are_gone(office):
    office.judge()
    office.take_texts_away()
    assert office.judge() == (office.digest, (), 0)


def test_what_could_not_be_proved_is_checked_when_a_text_of_it_comes(office):
    office.take_texts_away()
    office.judge()
    office.texts.mkdir()
    (office.texts / "other.txt").write_text("A text of no article on record.")
    assert office.judge() == (office.digest, (), 0)
    shutil.copyfile(office.texts.with_name("away") / "one.txt", office.texts / "one.txt")
    assert office.judge() == (office.digest, (), 1)
    assert office.judge() == (office.digest, (), 0)


def test_a_kb_that_is_gone_is_built_again_without_a_check(office):
    office.judge()
    cache.kb_file(office.digest).unlink()
    assert find_remembered_pass(office.curator.folder, office.texts, TODAY) is None
    assert office.judge() == (office.digest, (), 0)
    assert cache.kb_file(office.digest).is_file()


def test_other_code_checks_anew(office, monkeypatch):
    office.judge()
    monkeypatch.setattr(check_history, "code_digest", lambda: "of another version")
    assert find_remembered_pass(office.curator.folder, office.texts, TODAY) is None


def test_a_day_before_the_one_on_which_it_passed_checks_anew_and_a_later_one_does_not(office):
    office.judge()
    assert office.judge(date(2027, 1, 1))[2] == 0
    assert office.judge(date(2026, 1, 1))[2] == 1


def test_what_lies_in_the_future_passes_when_its_day_has_come(office):
    office.curator.replace(
        "people/ilse-marrow", "start: 2025-05\n", "start: 2025-05\n    end: 2027-03\n"
    )
    served, problems, _ = office.judge()
    assert served is None
    assert "is in the future" in problems[0]
    assert office.judge(date(2027, 3, 1))[:2] == (office.digest, ())


def test_where_it_does_not_pass_the_last_that_did_may_be_served(office):
    passed, _, _ = office.judge()
    office.misquote()
    served, problems, _ = office.judge()
    assert served == passed
    assert problems[0].startswith(f"{VALLEY}.yaml:")
    office.put_back()
    assert office.judge() == (passed, (), 0)


def test_where_nothing_ever_passed_nothing_may_be_served(office):
    office.misquote()
    served, problems, _ = office.judge()
    assert served is None
    assert len(problems) == 1


def test_a_misquote_that_passed_without_texts_gives_way_to_what_was_proved(office):
    proved, _, _ = office.judge()
    office.take_texts_away()
    office.misquote()
    unproved, problems, _ = office.judge()
    assert (unproved, problems) == (office.digest, ())
    office.bring_texts_back()
    served, problems, _ = office.judge()
    assert served == proved
    assert VALLEY in problems[0]


def test_a_misquote_that_was_found_does_not_pass_because_its_text_is_gone(office):
    proved, _, _ = office.judge()
    office.misquote()
    office.judge()
    office.take_texts_away()
    served, problems, checks = office.judge()
    assert (served, checks) == (proved, 0)
    assert VALLEY in problems[0]
    office.bring_texts_back()
    assert office.judge() == (proved, problems, 1)


def test_what_is_served_and_was_refused_elsewhere_gives_way_too(office):
    proved, _, _ = office.judge()
    office.misquote()
    refused = PassedCheck(office.digest, code_digest(), TODAY.isoformat())
    office.judge()
    office.take_texts_away()
    assert office.judge(before=refused)[0] == proved


def test_another_unproved_change_does_not_pass_for_what_was_proved(office):
    """Of three states, the two that were not proved are contradicted by the texts."""
    office.take_texts_away()
    office.misquote()
    office.judge()
    office.curator.replace(MARROW, SUMMARY, "summary: Marrow is for it.")
    office.judge()
    office.bring_texts_back()
    assert office.judge()[0] is None


def test_what_is_served_stays_though_the_cache_was_emptied(office, tmp_path):
    office.judge()
    before = find_remembered_pass(office.curator.folder, office.texts, TODAY)
    shutil.rmtree(tmp_path / "cache")
    office.misquote()
    assert office.judge(before=before)[0] == before.digest


def test_a_note_that_is_damaged_remembers_nothing(office):
    office.judge()
    note = cache.note_file(office.curator.folder)
    for damaged in ("", "{", "[]", json.dumps({"passes": [{"digest": 1}], "refusals": []})):
        note.write_text(damaged)
        assert office.judge()[2] == 1


def test_entries_that_change_during_the_check_are_not_remembered_to_have_passed(
    office, monkeypatch
):
    run_check = corpus_check.run_check

    def disturbed(*words, **options):
        report = run_check(*words, **options)
        office.curator.replace(MARROW, SUMMARY, "summary: Marrow is for it.")
        return report

    monkeypatch.setattr(corpus_check, "run_check", disturbed)
    before = office.digest
    served, problems, _ = office.judge()
    assert served is None
    assert "The entries changed while they were checked" in problems[0]
    assert not check_history.Memory.load(office.curator.folder).passes
    assert not cache.kb_file(before).exists()


def test_kbs_that_may_be_gone_back_to_are_not_forgotten(office):
    passed, _, _ = office.judge()
    words = SUMMARY
    for number in range(8):
        before, words = words, f"summary: Marrow is for it, as of {number}."
        office.curator.replace(MARROW, before, words)
        build_if_missing(office.curator.folder)
    assert cache.kb_file(passed).is_file()


def test_notes_of_corpora_long_unused_are_forgotten(tmp_path):
    for number in range(25):
        cache.write_note(tmp_path / str(number), "{}")
    assert len(cache.notes()) == 20


def test_a_corpus_behind_a_link_is_remembered_wherever_the_link_leads(office, tmp_path):
    link = tmp_path / "current"
    link.symlink_to(office.curator.folder)
    passed = judge(link, office.texts, TODAY).served
    shutil.copytree(office.curator.folder, tmp_path / "next")
    (tmp_path / "next" / "people" / "nobody.yaml").write_text("id: nobody\n")
    link.unlink()
    link.symlink_to(tmp_path / "next")
    verdict = judge(link, office.texts, TODAY)
    assert verdict.served == passed
    assert "nobody.yaml" in verdict.problems[0]


def test_a_note_that_is_a_pipe_remembers_nothing(office):
    note = cache.note_file(office.curator.folder)
    note.parent.mkdir(parents=True)
    os.mkfifo(note)
    assert office.judge() == (office.digest, (), 1)
    assert note.is_file()


def test_a_pass_that_cannot_be_remembered_is_served_all_the_same(office):
    cache.note_file(office.curator.folder).mkdir(parents=True)  # as with a disk that is full now
    assert office.judge() == (office.digest, (), 1)
    assert office.judge() == (office.digest, (), 1)


def test_a_pass_whose_kb_is_damaged_is_built_again_without_a_check(office):
    office.judge()
    cache.kb_file(office.digest).write_bytes(b"")
    assert find_remembered_pass(office.curator.folder, office.texts, TODAY) is None
    assert office.judge() == (office.digest, (), 0)
    assert find_remembered_pass(office.curator.folder, office.texts, TODAY)


def test_an_earlier_pass_whose_kb_is_damaged_is_not_served(office):
    passed, _, _ = office.judge()
    office.misquote()
    cache.kb_file(passed).write_bytes(cache.kb_file(passed).read_bytes()[:5000])
    digest, problems, _ = office.judge()
    assert digest is None
    assert problems


def test_what_a_killed_judge_left_is_removed_at_the_start(office):
    left = cache.note_file(office.curator.folder).with_name(".stancebook-0.partial")
    left.parent.mkdir(parents=True)
    left.touch()
    find_remembered_pass(office.curator.folder, office.texts, TODAY)
    assert not left.exists()


def test_a_cache_that_cannot_be_written_is_told_as_the_machine_s_own_fault(office, tmp_path):
    (tmp_path / "cache").touch()
    verdict = judge(office.curator.folder, office.texts, TODAY)
    assert (verdict.served, verdict.problems) == (None, ())
    (reason,) = verdict.reasons
    assert reason.startswith("The corpus could not be checked and built: ")
    assert "cache/stancebook: It cannot be read or written: Not a directory." in reason


def test_what_is_not_an_entry_fails_though_the_entries_passed_and_they_stay_served(office):
    passed, _, _ = office.judge()
    (office.curator.folder / "stray.yaml").symlink_to("stray.yaml")
    assert find_remembered_pass(office.curator.folder, office.texts, TODAY) is None
    digest, problems, _ = office.judge()
    assert digest == passed
    assert ["stray.yaml:1: This file is not an entry" in told for told in problems] == [True]
    (office.curator.folder / "stray.yaml").unlink()
    assert office.judge() == (passed, (), 0)


def test_a_misquote_beside_what_is_not_an_entry_is_told_and_not_forgotten(office):
    passed, _, _ = office.judge()
    office.misquote()
    (office.curator.folder / "stray.yaml").touch()
    digest, problems, _ = office.judge()
    assert digest == passed
    assert len(problems) > 1
    office.take_texts_away()
    (office.curator.folder / "stray.yaml").unlink()
    digest, problems, checks = office.judge()
    assert (digest, len(problems) > 0, checks) == (passed, True, 0)


def test_what_is_served_stays_beside_what_is_not_an_entry_though_the_cache_was_emptied(
    office, tmp_path
):
    before = judge(office.curator.folder, office.texts, TODAY).served
    shutil.rmtree(tmp_path / "cache")
    (office.curator.folder / "people" / "loop").symlink_to(office.curator.folder)
    digest, problems, _ = office.judge(before=before)
    assert (digest, len(problems)) == (before.digest, 1)
