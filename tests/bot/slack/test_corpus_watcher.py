"""A running bot takes a new corpus without a restart, and tells what does not pass."""

from __future__ import annotations

import errno
import json
import os
import shutil
import subprocess
import threading
from datetime import timedelta

import pytest

from bot.block_kit.message import Message
from bot.slack import corpus_watcher
from bot.slack.corpus_watcher import Watcher
from knowledge.corpus.regular_file import MIB
from knowledge.kb import schema
from knowledge.kb.check_history import PassedCheck
from knowledge.kb.gate import GateVerdict
from knowledge.kb.schema import code_digest
from tests.bot.curators_desk import (
    ARTICLE,
    CANARY,
    FAILS,
    OTHER,
    PASSES,
    SUMMARY,
    Desk,
    all_of_the_article,
    assert_messages,
    correct,
    edit,
)

pytestmark = pytest.mark.slow


def test_a_change_that_passes_is_swapped_in_and_logged_with_both_digests(desk, caplog):
    caplog.set_level("INFO")
    before = desk.swappable.digest
    correct(desk.entries)
    assert desk.look()
    assert "Marrow is now for it." in all_of_the_article(desk.swappable)
    assert f"{before[:12]} → {desk.swappable.digest[:12]}" in caplog.text
    assert desk.told == []


def test_a_change_is_not_taken_before_the_writing_seems_over(desk):
    before = desk.swappable.digest
    correct(desk.entries)
    desk.watcher.look()
    correct_again = "Marrow is for it, as of now."
    edit(desk.entries, "Marrow is now for it.", correct_again)
    desk.watcher.look()
    assert desk.swappable.digest == before
    desk.watcher.look()
    assert correct_again in all_of_the_article(desk.swappable)


def test_where_nothing_changed_nothing_is_read_or_built(desk, monkeypatch):
    monkeypatch.setattr(corpus_watcher, "start_judging", None)
    monkeypatch.setattr(schema, "kb_digest", None)
    assert not desk.look()


def test_a_file_that_is_only_touched_changes_nothing(desk):
    (desk.entries / ARTICLE).touch()
    served = desk.swappable._served
    assert not desk.look()
    assert desk.swappable._served is served


def test_what_an_editor_keeps_beside_a_file_is_no_entry_and_hides_no_change(desk):
    for kind in ("articles", "organizations", "people"):
        (desk.entries / kind / ".#velmora.yaml").symlink_to("ann@desk.1234")
        (desk.entries / kind / ".velmora.yaml.swp").write_bytes(b"\0")
    assert not desk.look()
    correct(desk.entries)
    assert desk.look()
    assert desk.told == []


def test_the_branch_of_a_checkout_that_is_switched_to_is_served(desk):
    def git(*words):
        subprocess.run(
            [
                "git",
                "-C",
                desk.entries.parent,
                "-c",
                "user.name=a",
                "-c",
                "user.email=a@b.c",
                *words,
            ],
            check=True,
            capture_output=True,
        )

    git("init", "-q", "-b", "main")
    git("add", "-A")
    git("commit", "-qm", "Begin")
    git("switch", "-qc", "corrected")
    correct(desk.entries)
    git("commit", "-qam", "Correct")
    git("switch", "-q", "main")
    before = desk.swappable.digest
    git("switch", "-q", "corrected")
    assert desk.look()
    git("switch", "-q", "main")
    assert desk.look()
    assert desk.swappable.digest == before


def test_a_half_written_file_keeps_the_old_corpus_and_is_told_once(desk, caplog):
    file = desk.entries / ARTICLE
    whole = file.read_bytes()
    file.write_bytes(whole[: len(whole) // 2])
    assert not desk.look()
    file.touch()
    assert not desk.look()
    (message,) = desk.told
    assert ARTICLE in message.text
    assert desk.swappable.digest[:12] in message.text
    assert ARTICLE in caplog.text
    assert SUMMARY in all_of_the_article(desk.swappable)
    file.write_bytes(whole)
    assert not desk.look()
    correct(desk.entries)
    assert desk.look()


def test_another_failure_is_told_too_and_the_same_one_again_after_a_success(desk):
    correct(desk.entries, "''")
    desk.look()
    assert_messages(desk, [FAILS])
    (desk.entries / "people" / "nobody.yaml").write_text("id: nobody\n")
    desk.look()
    (desk.entries / "people" / "nobody.yaml").unlink()
    desk.look()
    assert_messages(desk, [OTHER])
    edit(desk.entries, "summary: ''", "summary: Marrow is for it.")
    assert desk.look()
    assert_messages(desk, [PASSES])
    edit(desk.entries, "summary: Marrow is for it.", "summary: ''")
    desk.look()
    assert_messages(desk, [FAILS])


def test_what_is_put_back_is_told_as_mended_and_failing_again_is_told_again(desk, caplog):
    caplog.set_level("INFO")
    for _ in range(2):
        correct(desk.entries, "''")
        assert not desk.look()
        edit(desk.entries, "summary: ''", f"summary: {SUMMARY}")
        assert not desk.look()
        assert_messages(desk, [FAILS, PASSES])
    assert caplog.text.count(PASSES) == 2


def test_a_link_to_nothing_is_told_too(desk):
    (desk.entries / "people" / "nobody.yaml").symlink_to("nowhere")
    assert not desk.look()
    assert_messages(desk, [OTHER])


def _pipe(place):
    os.mkfifo(place)


def _link_to_itself(place):
    place.symlink_to(place)


def _huge(place):
    place.write_bytes(b"x" * (MIB + 1))


@pytest.mark.parametrize("make", [_pipe, _link_to_itself, _huge])
@pytest.mark.parametrize("where", [".", "articles", "a folder of their own/deeper"])
def test_what_is_not_an_entry_is_told_wherever_it_is_and_when_it_is_gone(desk, make, where):
    served = desk.swappable.digest
    (desk.entries / where).mkdir(parents=True, exist_ok=True)
    make(desk.entries / where / OTHER)
    assert not desk.look()
    assert_messages(desk, [OTHER])
    assert desk.swappable.digest == served
    (desk.entries / where / OTHER).unlink()
    assert not desk.look()
    assert_messages(desk, [PASSES])


def test_a_folder_of_entries_that_is_a_link_or_a_file_is_told(desk):
    events = desk.entries / "events"
    events.rename(desk.entries.parent / "away")
    assert not desk.look()
    assert_messages(desk, ["There is no event 'lund-meeting-2025-03-12'"])
    events.symlink_to("nowhere")
    desk.look()
    assert_messages(desk, ["events: This folder cannot be read"])
    events.unlink()
    events.touch()
    desk.look()
    assert_messages(desk, ["Not a directory"])


def test_a_quote_that_its_article_does_not_print_is_not_served(desk):
    file = desk.entries / "articles" / "valley-post-2025-04.yaml"
    text = file.read_text(encoding="utf-8")
    assert "not" in text
    start = text.index("exact: ") + len("exact: ")
    file.write_text(text[:start] + "invented " + text[start:], encoding="utf-8")
    assert not desk.look()
    assert "valley-post-2025-04.yaml" in desk.told[0].text


def test_a_day_that_lies_in_the_future_is_not_served(desk):
    """Only the check knows the day: a build is the same on every day."""
    file = desk.entries / "people" / "ilse-marrow.yaml"
    text = file.read_text(encoding="utf-8").replace(
        "start: 2025-05\n", "start: 2025-05\n    end: 2999-05\n"
    )
    file.write_text(text, encoding="utf-8")
    assert not desk.look()
    assert "is in the future" in desk.told[0].text


def test_what_was_refused_for_its_day_is_served_when_that_has_come(desk, monkeypatch):
    tomorrow = corpus_watcher._today() + timedelta(days=1)
    person = desk.entries / "people" / "ilse-marrow.yaml"
    text = person.read_text(encoding="utf-8")
    ended = text.replace("start: 2025-05\n", f"start: 2025-05\n    end: '{tomorrow}'\n")
    person.write_text(ended, encoding="utf-8")
    assert not desk.look()
    assert_messages(desk, ["is in the future"])
    monkeypatch.setattr(corpus_watcher, "_today", lambda: tomorrow)
    assert desk.look()
    assert_messages(desk, [PASSES])


def test_a_corpus_that_vanishes_is_told_and_the_old_one_is_kept(desk):
    shutil.rmtree(desk.entries)
    assert not desk.look()
    assert "This folder is gone. Put it back, or name another folder." in desk.told[0].text
    assert SUMMARY in all_of_the_article(desk.swappable)


def test_what_is_written_during_the_build_is_not_taken_in_part(entries, texts_folder):
    class Disturbed(Watcher):
        def _judged(self):
            verdict = super()._judged()
            if SUMMARY not in (entries / ARTICLE).read_text(encoding="utf-8"):
                (entries / ARTICLE).touch()
            return verdict

    desk = Desk(entries, texts_folder, Disturbed)
    correct(entries)
    assert not desk.look()
    desk.swappable.close()


def test_a_build_that_breaks_is_told_in_a_line(desk, monkeypatch):
    monkeypatch.setenv("PYTHONHASHSEED", "no number")
    correct(desk.entries)
    assert not desk.look()
    assert "could not be checked and built" in desk.told[0].text


def test_a_build_that_does_not_end_is_told_and_the_old_one_is_kept(desk, monkeypatch):
    read = corpus_watcher.read_verdict
    monkeypatch.setattr(corpus_watcher, "read_verdict", lambda process: read(process, minutes=0))
    correct(desk.entries)
    assert not desk.look()
    assert "longer than 0 minutes" in desk.told[0].text
    assert SUMMARY in all_of_the_article(desk.swappable)


def test_texts_that_cannot_be_indexed_are_told_and_the_old_kb_is_kept(desk, monkeypatch):
    def full(*_):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), "an index")

    monkeypatch.setattr(corpus_watcher, "opened", full)
    correct(desk.entries)
    assert not desk.look()
    assert "an index: It cannot be read or written: No space left" in desk.told[0].text
    assert SUMMARY in all_of_the_article(desk.swappable)


def test_a_kb_of_other_code_is_refused_and_told(desk, monkeypatch):
    def damaged(process):
        process.communicate()
        passed = PassedCheck("0" * 64, code_digest(), "2026-01-01")
        passed.kb.write_bytes(b"no kb")
        return GateVerdict(passed)

    monkeypatch.setattr(corpus_watcher, "read_verdict", damaged)
    correct(desk.entries)
    assert not desk.look()
    assert "stancebook build" in desk.told[0].text


def test_stopping_ends_a_build_that_is_under_way(entries, texts_folder, monkeypatch):
    begun = threading.Event()

    def never(*_):
        process = subprocess.Popen(
            ["sleep", "600"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        )
        begun.set()
        return process

    desk = Desk(entries, texts_folder)
    monkeypatch.setattr(corpus_watcher, "start_judging", never)
    correct(entries)
    desk.watcher.start(0.01)
    assert begun.wait(20)
    desk.watcher.stop()
    assert not desk.watcher._thread.is_alive()
    assert desk.told == []
    desk.swappable.close()


def test_an_accident_is_logged_without_its_words_and_the_next_look_goes_on(
    desk, monkeypatch, caplog
):
    looked = threading.Event()

    def broken(_):
        if any(record.name == "bot.slack.corpus_watcher" for record in caplog.records):
            looked.set()
        raise ValueError(CANARY)

    monkeypatch.setattr(corpus_watcher, "stamp", broken)
    desk.watcher.start(0.01)
    assert looked.wait(20)
    desk.watcher.stop()
    assert "ValueError" in caplog.text
    assert CANARY not in caplog.text


@pytest.mark.parametrize("count", [1, 10, 11, 4000])
def test_what_curators_are_told_keeps_slacks_limits(broken_limits, count):
    problems = tuple(
        f"articles/a.yaml:{n}: <!channel> {'far too long ' * 60}" for n in range(count)
    )
    message = corpus_watcher.refusal(problems, "abc")
    assert isinstance(message, Message)
    assert broken_limits(message) == []
    assert "<!channel>" not in message.payload()["text"]
    assert ("stancebook check" in json.dumps(message.blocks)) is (count > 10)
