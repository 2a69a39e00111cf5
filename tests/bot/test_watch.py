"""A running bot takes a new corpus: without a restart, and without a lost or mixed answer."""

from __future__ import annotations

import json
import shutil
import signal
import subprocess
import threading
from itertools import cycle

import pytest

from bot import watch
from bot.local.server import running
from bot.message import Message
from bot.watch import Watcher
from knowledge import beside, shipped
from knowledge.base import KnowledgeBase
from knowledge.build import build
from knowledge.living import Living
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


def answer(source, question="velmora border-opening"):
    return asked(app_of(source), "/stance", question)


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
        self.entries, self.told = entries, []
        self.living = Living(shipped.open_kb(entries.parent))
        self.watcher = kind(self.living, entries, texts, self.told.append)

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
    monkeypatch.setattr(watch, "kb_digest", None)
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


def test_another_failure_is_told_too_and_the_same_one_again_after_a_success(desk):
    correct(desk.entries, "''")
    desk.look()
    (desk.entries / "people" / "nobody.yaml").write_text("id: nobody\n")
    desk.look()
    assert len(desk.told) == 2
    (desk.entries / "people" / "nobody.yaml").unlink()
    edit(desk.entries, "summary: ''", "summary: Marrow is for it.")
    assert desk.look()
    edit(desk.entries, "summary: Marrow is for it.", "summary: ''")
    desk.look()
    assert len(desk.told) == 3


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


def test_a_corpus_that_vanishes_is_told_and_the_old_one_is_kept(desk):
    shutil.rmtree(desk.entries)
    assert not desk.look()
    assert "holds no entry" in desk.told[0].text
    assert SUMMARY in answer(desk.living)["text"]


def test_what_is_written_during_the_build_is_not_taken_in_part(entries, texts_folder):
    class Disturbed(Watcher):
        def _built(self):
            made = super()._built()
            if SUMMARY not in (entries / ARTICLE).read_text(encoding="utf-8"):
                (entries / ARTICLE).touch()
            return made

    desk = Desk(entries, texts_folder, Disturbed)
    correct(entries)
    assert not desk.look()
    desk.living.close()


def test_a_build_that_breaks_is_told_in_a_line(desk, monkeypatch):
    monkeypatch.setenv("PYTHONHASHSEED", "no number")
    correct(desk.entries)
    assert not desk.look()
    assert "could not be built" in desk.told[0].text


def test_a_kb_of_other_code_is_refused_and_told(desk, tmp_path):
    file = tmp_path / "other.sqlite"
    file.write_bytes(b"no kb")
    desk.watcher._swap(str(file))
    assert "stancebook build" in desk.told[0].text


def test_stopping_ends_a_build_that_is_under_way(entries, texts_folder, monkeypatch):
    begun = threading.Event()

    def never(*_):
        process = subprocess.Popen(
            ["sleep", "600"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        )
        begun.set()
        return process

    monkeypatch.setattr(beside, "start", never)
    desk = Desk(entries, texts_folder)
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


@pytest.fixture
def bot(slack, entries, texts_folder, tmp_path):
    """The bot as a process of its own, which tells curators."""
    settings = {
        "SLACK_BOT_TOKEN": slack.bot_token,
        "SLACK_APP_TOKEN": slack.app_token,
        "SLACK_API_URL": slack.base_url,
        "STANCEBOOK_CORPUS": str(entries.parent),
        "STANCEBOOK_ARTICLES": str(texts_folder),
        "STANCEBOOK_CURATORS": slack.channel,
        "STANCEBOOK_WATCH": "0.1",
    }
    with subprocess.Popen(
        [STANCEBOOK, "run"],
        env=environment(tmp_path, **settings),
        cwd=tmp_path,
        stderr=subprocess.PIPE,
        text=True,
    ) as started:
        slack.wait_for(lambda: slack.core.sockets.open, within=30)
        yield started
        if started.poll() is None:
            started.kill()


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
