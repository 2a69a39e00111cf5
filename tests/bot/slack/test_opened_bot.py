"""The opened bot: of several that see the same change of the corpus, one tells the curators."""

from __future__ import annotations

from bot.slack import opened_bot
from bot.slack.corpus_watcher import refusal, relief
from bot.slack.outgoing.once import Once
from bot.state import open_state
from tests.bot.slack.conftest import bot_of
from tests.bot.slack_requests import runtime_at_once

BROKEN, MENDED = refusal(("people/x.yaml:1: broken",), "abc"), relief("abc")


def test_curators_hear_of_a_change_from_one_process(quiet_slack, shipped_kb, tmp_path):
    url = f"sqlite:///{tmp_path}/state.sqlite"
    bots = [
        bot_of(quiet_slack, shipped_kb, runtime_at_once(Once(open_state(url)))) for _ in range(3)
    ]
    told_by = [opened_bot._posting_to_curators(b.app, b.runtime, quiet_slack.channel) for b in bots]
    for news in (BROKEN, MENDED):
        for tell in told_by:
            tell(news)
    assert [said["text"] for said in bots[0].posted()] == [BROKEN.text, MENDED.text]
    for tell in told_by:
        tell(BROKEN)  # again, within the minute
    assert [said["text"] for said in bots[0].posted()] == [BROKEN.text, MENDED.text, BROKEN.text]
    for bot in bots:
        bot.runtime.close()
