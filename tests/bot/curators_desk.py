"""A curator's desk: entries that may be written to, a bot that watches them, and what it tells."""

from __future__ import annotations

import subprocess
import threading
from contextlib import contextmanager

from bot.slack import corpus_watcher
from bot.slack.corpus_watcher import Watcher
from knowledge.kb.swappable_kb import SwappableKb
from tests.bot.process import STANCEBOOK, environment
from tests.bot.slack_requests import app_of, asked

CANARY = "xylophone-canary"
ARTICLE = "articles/marrow-2025-05.yaml"
SUMMARY = "Marrow announced that Velmora is now for opening the border within the year."
VALLEY = "valley-post-2025-04.yaml"
PRINTED, MISQUOTED = "We will keep the ban until", "We will end the ban until"
FAILS, OTHER, PASSES = "does not pass its check", "nobody.yaml", "passes its check again"


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


def all_of_the_article(source):
    """Return what curators wrote of the corrected article too, which no card shows."""
    return answer(source, "source marrow-2025-05 more")["text"]


def misquote(desk):
    file = desk.entries / "articles" / VALLEY
    text = file.read_text(encoding="utf-8")
    assert PRINTED in text
    file.write_text(text.replace(PRINTED, MISQUOTED), encoding="utf-8")


class Desk:
    """A watcher that looks when it is told to, and what it tells."""

    def __init__(self, entries, texts, kind=Watcher):
        self.entries, self.texts, self.told = entries, texts, []
        begun = corpus_watcher.begin(entries, texts)
        self.swappable = SwappableKb(corpus_watcher.opened(begun.served.kb, texts))
        self.watcher = kind(self.swappable, entries, texts, begun, self.told.append)
        self.watcher.start(0)

    def look(self):
        """Look twice: once to see a change, once to see that it is over."""
        before = self.swappable.digest
        self.watcher.look()
        self.watcher.look()
        return self.swappable.digest != before


def assert_messages(desk, words):
    """Assert that one message for each of these words came since the last call."""
    told = [message.text for message in desk.told]
    desk.told.clear()
    assert len(told) == len(words), told
    assert all(word in text for word, text in zip(words, told, strict=True)), told


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
        try:
            yield started
        finally:
            started.kill()  # which does nothing to one that has ended


def log_until(process, words, within=60):
    """Read the log up to a line with these words; fail with what was read, and never wait for ever."""
    lines, late = [], threading.Timer(within, process.kill)
    late.start()
    try:
        for line in process.stderr:
            lines.append(line)
            if words in line:
                return "".join(lines)
    finally:
        late.cancel()
    msg = f"no {words!r} in the log:\n{''.join(lines)}"
    raise AssertionError(msg)
