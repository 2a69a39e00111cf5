"""A running bot takes a new corpus: without a restart, and without a lost or mixed answer."""

from __future__ import annotations

import json
import re
import shutil
import signal
import subprocess
import threading
from contextlib import contextmanager
from datetime import timedelta
from itertools import cycle

import pytest

from bot import watch
from bot.local.server import running
from bot.message import Message
from bot.watch import Watcher
from knowledge import beside, folder
from knowledge.base import KnowledgeBase
from knowledge.build import build
from knowledge.errors import UnservedError
from knowledge.judging import Verdict
from knowledge.living import Living
from knowledge.passes import Pass, code_digest
from tests.bot.process import STANCEBOOK, environment
from tests.bot.slack import app_of, asked

CANARY = "xylophone-canary"
ARTICLE = "articles/marrow-2025-05.yaml"
SUMMARY = "Marrow announced that Velmora is now for opening the border within the year."
QUESTIONS = [
    "velmora border-opening",
    "velmora border-opening as of 2025-05",
    "velmora talks",
    "velmora",
    "nobody border-opening",
]


@pytest.fixture(autouse=True)
def _own_cache(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))


@pytest.fixture
def entries(tmp_path, corpus_folder):
    """Entries that may be written to, in a checkout of their own."""
    folder = tmp_path / "checkout" / "entries"
    shutil.copytree(corpus_folder, folder)
    return folder


def edit(entries, old, new):
    """Change a file as an editor does, in place."""
    file = entries / ARTICLE
    text = file.read_text(encoding="utf-8")
    assert text.count(old) == 1
    file.write_text(text.replace(old, new), encoding="utf-8")


def correct(entries, words="Marrow is now for it."):
    edit(entries, SUMMARY, words)


def answer(source, question="velmora border-opening", command="stance"):
    return asked(app_of(source), f"/{command}", question)


@pytest.fixture
def both(tmp_path, entries):
    """The files of two kbs, of before and after a correction that many answers show."""
    old, new = tmp_path / "old.sqlite", tmp_path / "new.sqlite"
    build(entries, old)
    correct(entries)
    edit(entries, "sister of Orin Dask", "a sister of Orin Dask")
    organization = entries / "organizations" / "velmora.yaml"
    text = organization.read_text(encoding="utf-8").replace("name: Velmora", "name: Great Velmora")
    organization.write_text(text, encoding="utf-8")
    build(entries, new)
    return old, new


def test_questions_asked_during_many_swaps_are_answered_by_the_old_or_the_new_corpus(both):
    """Whole answers are compared, with the digests in their buttons."""
    expected = {}
    for file in both:
        kb = KnowledgeBase(file)
        for question in QUESTIONS:
            expected.setdefault(question, []).append(json.dumps(answer(kb, question)))
        kb.close()
    assert all(old != new for old, new in (expected[q] for q in QUESTIONS[:3]))
    living = Living(KnowledgeBase(both[0]))
    app, over, mixed, seen = app_of(living), threading.Event(), [], set()

    def hammer():
        for question in cycle(QUESTIONS):
            given = json.dumps(asked(app, "/stance", question))
            if given in expected[question]:
                seen.add(given)
            else:
                mixed.append((question, given))
            if over.is_set():
                return

    threads = [threading.Thread(target=hammer) for _ in range(8)]
    for thread in threads:
        thread.start()
    for _, file in zip(range(100), cycle(reversed(both)), strict=False):
        living.swap(KnowledgeBase(file))
    over.set()
    for thread in threads:
        thread.join()
    living.close()
    assert mixed == []
    assert len(seen) > len(QUESTIONS)


class Slow(KnowledgeBase):
    """Stops in the middle of an answer until it is let go."""

    def __init__(self, path):
        super().__init__(path)
        self.reached, self.go_on, self.closed = threading.Event(), threading.Event(), False

    def statements_on(self, holder, issue):
        self.reached.set()
        assert self.go_on.wait(20)
        return super().statements_on(holder, issue)

    def close(self):
        self.closed = True
        super().close()


def test_an_answer_under_way_is_finished_from_the_corpus_it_began_with(both):
    before = KnowledgeBase(both[0])
    expected, given = answer(before), []
    before.close()
    old = Slow(both[0])
    living = Living(old)
    app = app_of(living)
    asking = threading.Thread(
        target=lambda: given.append(asked(app, "/stance", "velmora border-opening"))
    )
    asking.start()
    assert old.reached.wait(20)
    living.swap(KnowledgeBase(both[1]))
    assert "Great Velmora" in asked(app, "/stance", "velmora border-opening")["text"]
    assert not old.closed
    old.go_on.set()
    asking.join()
    assert given == [expected]
    assert old.closed
    living.close()


class Desk:
    """A watcher that looks when it is told to, and what it tells."""

    def __init__(self, entries, texts, kind=Watcher):
        self.entries, self.texts, self.told = entries, texts, []
        begun = watch.begin(entries, texts)
        self.living = Living(watch.opened(begun.served.kb, texts))
        self.watcher = kind(self.living, entries, texts, begun, self.told.append)
        self.watcher.start(0)

    def look(self):
        """Look twice: once to see a change, once to see that it is over."""
        before = self.living.digest
        self.watcher.look()
        self.watcher.look()
        return self.living.digest != before


@pytest.fixture
def desk(entries, texts_folder):
    made = Desk(entries, texts_folder)
    yield made
    made.living.close()


def test_a_change_that_passes_is_swapped_in_and_logged_with_both_digests(desk, caplog):
    caplog.set_level("INFO")
    before = desk.living.digest
    correct(desk.entries)
    assert desk.look()
    assert "Marrow is now for it." in answer(desk.living)["text"]
    assert f"{before[:12]} → {desk.living.digest[:12]}" in caplog.text
    assert desk.told == []


def test_a_change_is_not_taken_before_the_writing_seems_over(desk):
    before = desk.living.digest
    correct(desk.entries)
    desk.watcher.look()
    correct_again = "Marrow is for it, as of now."
    edit(desk.entries, "Marrow is now for it.", correct_again)
    desk.watcher.look()
    assert desk.living.digest == before
    desk.watcher.look()
    assert correct_again in answer(desk.living)["text"]


def test_where_nothing_changed_nothing_is_read_or_built(desk, monkeypatch):
    monkeypatch.setattr(beside, "start", None)
    monkeypatch.setattr(folder, "kb_digest", None)
    assert not desk.look()


def test_a_file_that_is_only_touched_changes_nothing(desk):
    (desk.entries / ARTICLE).touch()
    served = desk.living._served
    assert not desk.look()
    assert desk.living._served is served


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
    before = desk.living.digest
    git("switch", "-q", "corrected")
    assert desk.look()
    git("switch", "-q", "main")
    assert desk.look()
    assert desk.living.digest == before


def test_a_half_written_file_keeps_the_old_corpus_and_is_told_once(desk, caplog):
    file = desk.entries / ARTICLE
    whole = file.read_bytes()
    file.write_bytes(whole[: len(whole) // 2])
    assert not desk.look()
    file.touch()
    assert not desk.look()
    (message,) = desk.told
    assert ARTICLE in message.text
    assert desk.living.digest[:12] in message.text
    assert ARTICLE in caplog.text
    assert SUMMARY in answer(desk.living)["text"]
    file.write_bytes(whole)
    assert not desk.look()
    correct(desk.entries)
    assert desk.look()


FAILS, OTHER, PASSES = "does not pass its check", "nobody.yaml", "passes its check again"


def told_since(desk, words):
    """Assert what was told since the last call, a message each."""
    told = [message.text for message in desk.told]
    desk.told.clear()
    assert len(told) == len(words), told
    assert all(word in text for word, text in zip(words, told, strict=True)), told


def test_another_failure_is_told_too_and_the_same_one_again_after_a_success(desk):
    correct(desk.entries, "''")
    desk.look()
    told_since(desk, [FAILS])
    (desk.entries / "people" / "nobody.yaml").write_text("id: nobody\n")
    desk.look()
    (desk.entries / "people" / "nobody.yaml").unlink()
    desk.look()
    told_since(desk, [OTHER])
    edit(desk.entries, "summary: ''", "summary: Marrow is for it.")
    assert desk.look()
    told_since(desk, [PASSES])
    edit(desk.entries, "summary: Marrow is for it.", "summary: ''")
    desk.look()
    told_since(desk, [FAILS])


def test_what_is_put_back_is_told_as_mended_and_failing_again_is_told_again(desk, caplog):
    caplog.set_level("INFO")
    for _ in range(2):
        correct(desk.entries, "''")
        assert not desk.look()
        edit(desk.entries, "summary: ''", f"summary: {SUMMARY}")
        assert not desk.look()
        told_since(desk, [FAILS, PASSES])
    assert caplog.text.count(PASSES) == 2


def test_a_link_to_nothing_is_told_too(desk):
    (desk.entries / "people" / "nobody.yaml").symlink_to("nowhere")
    assert not desk.look()
    told_since(desk, [OTHER])


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
    assert "lies in the future" in desk.told[0].text


VALLEY = "valley-post-2025-04.yaml"
PRINTED, MISQUOTED = "We will keep the ban until", "We will end the ban until"
UNQUOTED = (
    "It asks for three crossings, a common toll and a bell that is rung when the river rises."
)


def misquote(desk):
    file = desk.entries / "articles" / VALLEY
    text = file.read_text(encoding="utf-8")
    assert PRINTED in text
    file.write_text(text.replace(PRINTED, MISQUOTED), encoding="utf-8")


@pytest.fixture
def own_texts(tmp_path, texts_folder):
    """Texts that may be taken away."""
    shutil.copytree(texts_folder, tmp_path / "texts")
    return tmp_path / "texts"


@pytest.fixture
def archive(entries, own_texts):
    """A desk with such texts."""
    made = Desk(entries, own_texts)
    yield made
    made.living.close()


def test_a_misquote_of_a_time_without_texts_is_found_when_they_are_back(archive, caplog):
    proved = archive.living.digest
    away = archive.texts.rename(archive.texts.with_name("away"))
    archive.look()
    misquote(archive)
    assert archive.look()
    assert "not proved" in caplog.text
    assert archive.told == []
    away.rename(archive.texts)
    assert archive.look()
    assert archive.living.digest == proved
    told_since(archive, [VALLEY])
    assert proved[:12] in caplog.text


def test_a_misquote_that_was_found_is_not_served_when_its_text_goes(archive):
    proved = archive.living.digest
    misquote(archive)
    archive.look()
    archive.texts.rename(archive.texts.with_name("away"))
    assert not archive.look()
    assert archive.living.digest == proved


def test_a_restart_serves_the_last_that_passed_and_says_so(desk, caplog):
    passed = desk.living.digest
    misquote(desk)
    caplog.clear()
    again = Desk(desk.entries, desk.texts)
    assert again.living.digest == passed
    assert PRINTED in answer(again.living, "velmora ferry-ban")["text"]
    told_since(again, [VALLEY])
    assert f"articles/{VALLEY}:100" in caplog.text
    assert passed[:12] in caplog.text
    file = desk.entries / "articles" / VALLEY
    file.write_text(file.read_text("utf-8").replace(MISQUOTED, PRINTED), encoding="utf-8")
    assert not again.look()
    told_since(again, [PASSES])
    again.living.close()


def test_a_start_where_nothing_ever_passed_is_refused_as_file_and_line(entries, texts_folder):
    edit(entries, SUMMARY, "''")
    with pytest.raises(UnservedError, match=rf"{ARTICLE}:\d+: statements.\d+.summary"):
        watch.begin(entries, texts_folder)


def test_a_start_with_nothing_changed_checks_nothing(desk, monkeypatch):
    monkeypatch.setattr(beside, "start", None)
    again = Desk(desk.entries, desk.texts)
    assert again.living.digest == desk.living.digest
    again.living.close()


def test_a_start_without_texts_says_what_is_not_proved(entries, tmp_path, caplog):
    desk = Desk(entries, tmp_path / "none")
    assert "not proved" in caplog.text
    assert "3 articles (harbor-gazette-2025-06, marrow-2025-05, valley-post" in caplog.text
    desk.living.close()


def test_a_text_that_comes_or_goes_alone_is_read_anew(archive):
    def verdict():
        text = answer(archive.living, f'"{UNQUOTED}"', "check")["text"]
        return "not in our articles" not in text.lower()

    assert verdict()
    away = archive.texts.rename(archive.texts.with_name("away"))
    assert not archive.look()
    assert not verdict()
    away.rename(archive.texts)
    assert not archive.look()
    assert verdict()


class TestNothingLeft:
    """What is served is contradicted by a text that comes, and nothing before it is proved."""

    @pytest.fixture
    def contradicted(self, entries, own_texts):
        away = own_texts.rename(own_texts.with_name("away"))
        desk = Desk(entries, own_texts)
        misquote(desk)
        desk.look()
        shutil.rmtree(entries.parents[1] / "cache")  # with what was proved before
        away.rename(own_texts)
        yield desk
        desk.living.close()

    def test_a_question_gets_a_reason_and_a_reference_until_it_is_mended(
        self, contradicted, caplog
    ):
        desk = contradicted
        assert MISQUOTED in answer(desk.living, "velmora ferry-ban")["text"]
        assert desk.look()
        given = json.dumps(answer(desk.living))
        assert "does not pass its check" in given
        assert re.search(r"tell whoever runs Stancebook: [0-9a-f]{8}", given)
        told_since(desk, ["no question is answered until it does"])
        assert "nothing is served" in caplog.text
        file = desk.entries / "articles" / VALLEY
        file.write_text(file.read_text("utf-8").replace(MISQUOTED, PRINTED), encoding="utf-8")
        assert desk.look()
        assert SUMMARY in answer(desk.living)["text"]
        told_since(desk, [PASSES])


def test_what_was_refused_for_its_day_is_served_when_that_has_come(desk, monkeypatch):
    tomorrow = watch._today() + timedelta(days=1)
    person = desk.entries / "people" / "ilse-marrow.yaml"
    text = person.read_text(encoding="utf-8")
    ended = text.replace("start: 2025-05\n", f"start: 2025-05\n    end: '{tomorrow}'\n")
    person.write_text(ended, encoding="utf-8")
    assert not desk.look()
    told_since(desk, ["lies in the future"])
    monkeypatch.setattr(watch, "_today", lambda: tomorrow)
    assert desk.look()
    told_since(desk, [PASSES])


def test_a_corpus_that_vanishes_is_told_and_the_old_one_is_kept(desk):
    shutil.rmtree(desk.entries)
    assert not desk.look()
    assert "holds no entry" in desk.told[0].text
    assert SUMMARY in answer(desk.living)["text"]


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
    desk.living.close()


def test_a_build_that_breaks_is_told_in_a_line(desk, monkeypatch):
    monkeypatch.setenv("PYTHONHASHSEED", "no number")
    correct(desk.entries)
    assert not desk.look()
    assert "could not be checked and built" in desk.told[0].text


def test_a_kb_of_other_code_is_refused_and_told(desk, monkeypatch):
    def damaged(process):
        process.communicate()
        passed = Pass("0" * 64, code_digest(), "2026-01-01")
        passed.kb.write_bytes(b"no kb")
        return Verdict(passed)

    monkeypatch.setattr(beside, "verdict", damaged)
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
    monkeypatch.setattr(beside, "start", never)
    correct(entries)
    desk.watcher.start(0.01)
    assert begun.wait(20)
    desk.watcher.stop()
    assert not desk.watcher._thread.is_alive()
    assert desk.told == []
    desk.living.close()


def test_an_accident_is_logged_without_its_words_and_the_next_look_goes_on(
    desk, monkeypatch, caplog
):
    looked = threading.Event()

    def broken(_):
        if any(record.name == "bot.watch" for record in caplog.records):
            looked.set()
        raise ValueError(CANARY)

    monkeypatch.setattr(watch, "stamp", broken)
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
    message = watch.refusal(problems, "abc")
    assert isinstance(message, Message)
    assert broken_limits(message) == []
    assert "<!channel>" not in message.payload()["text"]
    assert ("stancebook check" in json.dumps(message.blocks)) is (count > 10)


@pytest.fixture
def slack():
    with running("manifest.yml", rates=False) as server:
        yield server


@contextmanager
def process(slack, entries, texts_folder, tmp_path, **settings):
    """The bot as a process of its own, which tells curators."""
    settings = {
        "SLACK_BOT_TOKEN": slack.bot_token,
        "SLACK_APP_TOKEN": slack.app_token,
        "SLACK_API_URL": slack.base_url,
        "STANCEBOOK_CORPUS": str(entries.parent),
        "STANCEBOOK_ARTICLES": str(texts_folder),
        "STANCEBOOK_CURATORS": slack.channel,
        "STANCEBOOK_WATCH": "0.1",
        **settings,
    }
    with subprocess.Popen(
        [STANCEBOOK, "run"],
        env=environment(tmp_path, **settings),
        cwd=tmp_path,
        stderr=subprocess.PIPE,
        text=True,
    ) as started:
        yield started
        if started.poll() is None:
            started.kill()


@pytest.fixture
def bot(slack, entries, texts_folder, tmp_path):
    with process(slack, entries, texts_folder, tmp_path) as started:
        slack.wait_for(lambda: slack.core.sockets.open, within=30)
        yield started


def log_until(process, words):
    """Read the log up to a line with these words."""
    lines = []
    for line in process.stderr:
        lines.append(line)
        if words in line:
            return "".join(lines)
    raise AssertionError("".join(lines))


def test_the_running_bot_serves_a_correction_without_a_restart(bot, slack, entries):
    question = f"velmora border-opening {CANARY}"
    log = log_until(bot, "serving")
    assert SUMMARY in slack.command("/stance", "velmora border-opening").text
    preview = slack.command("/stance", "velmora border-opening").answer
    correct(entries)
    log += log_until(bot, "swapped the corpus")
    assert "Marrow is now for it." in slack.command("/stance", "velmora border-opening").text
    assert "has changed since" in slack.click(preview, "Share…").answer.text

    slack.command("/stance", question)
    edit(entries, "Marrow is now for it.", "''")
    told = slack.wait_for(lambda: slack.calls("chat.postMessage"), within=30)
    assert ARTICLE in json.dumps(told[-1].body)
    log += log_until(bot, ARTICLE)
    assert "Marrow is now for it." in slack.command("/stance", "velmora border-opening").text

    edit(entries, "summary: ''", "summary: Marrow is for it.")
    log += log_until(bot, "swapped the corpus")
    assert "Marrow is for it." in slack.mention("velmora border-opening").answer.text
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
        assert SUMMARY in slack.command("/stance", "velmora border-opening").text
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
    assert "invite it" in log_until(bot, "the curators were not told")
    assert SUMMARY in slack.command("/stance", "velmora border-opening").text


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
        "holds no entry yet" if there else f"no such folder; 'stancebook init {folder}' makes one"
    )
    assert said in done.stdout + done.stderr
    assert "Traceback" not in done.stderr
