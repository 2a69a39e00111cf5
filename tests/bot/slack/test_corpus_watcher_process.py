"""The bot as a process of its own, whose corpus changes."""

from __future__ import annotations

import json
import signal
import subprocess

import pytest

from local_slack import running
from tests.bot.curators_desk import ARTICLE, CANARY, SUMMARY, correct, edit, log_until, process
from tests.bot.process import STANCEBOOK, environment
from tests.disks import fill, small_disk

pytestmark = pytest.mark.slow


@pytest.fixture
def slack():
    with running("manifest.yml", rates=False) as server:
        yield server


@pytest.fixture
def bot(slack, entries, texts_folder, tmp_path):
    with process(slack, entries, texts_folder, tmp_path) as started:
        slack.wait_for(lambda: slack.core.sockets.open, within=30)
        yield started


def test_the_running_bot_serves_a_correction_without_a_restart(bot, slack, entries):
    question = f"velmora border-opening {CANARY}"
    log = log_until(bot, "serving")
    assert SUMMARY in slack.command("/stance", "source marrow-2025-05 more").text
    preview = slack.command("/stance", "velmora border-opening").answer
    correct(entries)
    log += log_until(bot, "swapped the corpus")
    assert "Marrow is now for it." in slack.command("/stance", "source marrow-2025-05 more").text
    assert "has changed since" in slack.click(preview, "Share…").answer.text

    slack.command("/stance", question)
    edit(entries, "Marrow is now for it.", "''")
    told = slack.wait_for(lambda: slack.calls("chat.postMessage"), within=30)
    assert ARTICLE in json.dumps(told[-1].body)
    log += log_until(bot, ARTICLE)
    assert "Marrow is now for it." in slack.command("/stance", "source marrow-2025-05 more").text

    edit(entries, "summary: ''", "summary: Marrow is for it.")
    log += log_until(bot, "swapped the corpus")
    assert "Marrow is for it." in slack.mention("/source marrow-2025-05 more").answer.text
    assert len([c for c in slack.calls("chat.postMessage") if ARTICLE in json.dumps(c.body)]) == 1
    bot.send_signal(signal.SIGTERM)
    log += log_until(bot, "stopped")
    assert bot.wait(20) == 0
    assert CANARY not in log


@pytest.mark.parametrize("watch", ["0.1", "0"])
def test_a_bot_that_is_restarted_does_not_serve_what_it_refused(
    slack, entries, texts_folder, tmp_path, watch
):
    place = (slack, entries, texts_folder, tmp_path)
    with process(*place) as bot:
        log_until(bot, "serving")
        bot.send_signal(signal.SIGTERM)
        bot.wait(20)
    edit(entries, SUMMARY, "''")
    with process(*place, STANCEBOOK_WATCH=watch) as bot:
        log = log_until(bot, "serving")
        assert f"does not pass: {ARTICLE}" in log
        assert SUMMARY in slack.command("/stance", "source marrow-2025-05 more").text
        (told,) = slack.calls("chat.postMessage")
        assert ARTICLE in json.dumps(told.body)


def test_a_bot_without_anything_that_ever_passed_does_not_start(
    slack, entries, texts_folder, tmp_path
):
    edit(entries, SUMMARY, "''")
    with process(slack, entries, texts_folder, tmp_path) as bot:
        _, log = bot.communicate(timeout=30)
    assert bot.returncode == 2
    assert f"{ARTICLE}:" in log
    assert "Traceback" not in log
    assert not slack.core.sockets.open


def test_a_channel_that_does_not_take_the_message_is_named_in_the_log(bot, slack, entries):
    log_until(bot, "serving")
    slack.faults.error("chat.postMessage", "not_in_channel", times=1)
    correct(entries, "''")
    assert "invite it" in log_until(bot, "could not post to the curators")
    assert SUMMARY in slack.command("/stance", "source marrow-2025-05 more").text


@pytest.mark.parametrize("words", [["run"], ["ask", "/issues"], ["check"], ["build"]])
@pytest.mark.parametrize("there", [True, False])
def test_a_corpus_that_is_missing_or_empty_is_told_in_a_sentence(tmp_path, words, there):
    folder = tmp_path / "corpus"
    if there:
        folder.mkdir()
    tokens = {"SLACK_BOT_TOKEN": "xoxb-local", "SLACK_APP_TOKEN": "xapp-local"}
    done = subprocess.run(
        [STANCEBOOK, *words],
        env=environment(tmp_path, STANCEBOOK_CORPUS=str(folder), **tokens),
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == (1 if there and words == ["check"] else 2)
    said = (
        "This folder has no entries yet."
        if there
        else f"no such folder. 'stancebook init {folder}' makes one"
    )
    assert said in done.stdout + done.stderr
    assert "Traceback" not in done.stderr


def test_a_bot_whose_cache_is_full_builds_in_a_temporary_folder_and_goes_on_so(
    slack, entries, texts_folder, tmp_path
):
    with small_disk(tmp_path / "disk", 64) as disk:
        fill(disk)
        with process(
            slack, entries, texts_folder, tmp_path, XDG_CACHE_HOME=str(disk / "cache")
        ) as bot:
            log = log_until(bot, "serving;")
            assert f"the cache {disk}/cache/stancebook cannot be written (No space left" in log
            correct(entries)
            log_until(bot, "swapped the corpus")
            bot.send_signal(signal.SIGTERM)
            assert bot.wait(20) == 0


def test_a_cache_that_fills_while_a_bot_runs_holds_up_no_correction(
    slack, entries, texts_folder, tmp_path
):
    with (
        small_disk(tmp_path / "disk", 1000) as disk,
        process(slack, entries, texts_folder, tmp_path, XDG_CACHE_HOME=str(disk / "cache")) as bot,
    ):
        assert "cannot be written" not in log_until(bot, "serving;")
        fill(disk)
        correct(entries)
        assert "is kept in a temporary folder" in log_until(bot, "swapped the corpus")
        edit(entries, "Marrow is now for it.", "Marrow was for it.")
        assert "temporary folder" not in log_until(bot, "swapped the corpus")


def test_a_start_says_where_the_corpus_is_before_it_is_read(tmp_path, texts_folder, slack):
    (tmp_path / "desk" / "entries").mkdir(parents=True)
    with process(slack, tmp_path / "desk" / "entries", texts_folder, tmp_path) as bot:
        log = log_until(bot, "This folder has no entries yet")
    assert f"reading the corpus in {tmp_path}/desk/entries" in log
    assert "checking the corpus, which is not known to have passed" in log
