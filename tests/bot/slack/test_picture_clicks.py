"""*Picture* draws a timeline when it is pressed: in its thread, or for the one who pressed alone."""

from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor
from threading import Event

import pytest

from bot.cli.ask import ask
from bot.cli.manifest import format_manifest
from bot.pictures import drawing_process
from bot.pictures.drawing import PictureForm
from bot.pictures.drawing_process import DrawingError, draw_apart
from bot.slack.listeners import picture_clicks
from bot.slack.settings import Settings
from local_slack import running
from tests.bot.connected_bot import connected_bot
from tests.bot.slack_requests import app_of, asked, buttons

ON = {"stancebook_pictures": True}
DRAWN = b"\x89PNG as if drawn"
WAIT = 30


@pytest.fixture(scope="module")
def slack():
    manifest = json.loads(format_manifest(Settings(_env_file=None, **ON), as_json=True))
    with running(manifest, rates=False) as server:
        yield server


@pytest.fixture(scope="module")
def _bot(slack, shipped_kb):
    with connected_bot(slack, shipped_kb, **ON):
        yield


@pytest.fixture
def on(slack, _bot):
    yield slack
    slack.faults.clear()


@pytest.fixture
def quick(monkeypatch):
    """Say what is drawn instead of drawing it, which a test of its own does."""
    monkeypatch.setattr(picture_clicks, "draw_apart", lambda *_: DRAWN)


def files(messages):
    return [file for message in messages for file in message.body.get("files", ())]


def shared(on, where):
    """Wait until a file is shared there, and return the newest."""
    return on.wait_for(lambda: files(on.messages(where))[-1:], WAIT)[0]


def told(on, words):
    seen = lambda: [m for m in on.seen_by(on.user, on.channel) if words in m.text]  # noqa: E731
    return on.wait_for(seen, WAIT)


@pytest.mark.slow(seconds=6)
def test_pressed_in_a_thread_it_is_shared_there_with_the_same_in_words(on):
    answer = on.mention("timeline of us us-north-korea-talks").answer
    on.click(answer, "Picture")
    file = shared(on, on.channel)
    (message,) = [m for m in on.messages(on.channel) if m.body.get("files")]
    assert message.thread_ts == (answer.thread_ts or answer.ts)
    assert file["title"] == "United States · US-North Korea talks, 2018"
    assert file["alt_txt"].startswith("United States · US-North Korea talks, 2018. reluctant → ")
    drawn = on.look(lambda: on.core.workspace.files[file["id"]]["content"])
    assert drawn.startswith(b"\x89PNG")
    assert told(on, "The picture is in the thread below the answer.")


def test_pressed_where_one_person_sees_it_it_is_sent_to_them_alone(on, quick):
    before = len(on.messages(on.channel))
    on.click(on.command("/stance", "timeline japan end-of-war").answer, "Picture")
    assert shared(on, on.im())["title"] == "Japan · End-of-war declaration, 2021"
    assert told(on, "I sent you the picture in a direct message.")
    assert len(on.messages(on.channel)) == before


@pytest.mark.parametrize(
    ("code", "typed"), [("missing_scope", "kono"), ("not_in_channel", "funakoshi")]
)
def test_what_slack_refuses_is_told_to_the_one_who_pressed(on, quick, code, typed):
    on.faults.error("files.getUploadURLExternal", code)
    on.click(on.command("/stance", f"timeline {typed}").answer, "Picture")
    (message,) = told(on, f"({code})")
    assert message.text.startswith("I could not share the picture: ")
    assert message.ephemeral_to == on.user


def test_more_than_some_at_once_are_asked_to_wait(shipped_kb, today, monkeypatch):
    drawing, ended = Event(), Event()

    def draw(*_):
        drawing.set()
        ended.wait(WAIT)
        return DRAWN

    monkeypatch.setattr(picture_clicks, "draw_apart", draw)
    monkeypatch.setattr(picture_clicks, "_AT_ONCE", 1)
    monkeypatch.setattr(picture_clicks, "_share", lambda *_: "shared")
    drawn, answer = picture_clicks.Pictures(), ask(shipped_kb, "/timeline kono", today).answer
    with ThreadPoolExecutor(1) as pool:
        first = pool.submit(drawn.share, answer, None)
        drawing.wait(WAIT)
        assert drawn.share(answer, None).startswith("Other pictures are being drawn.")
        ended.set()
        assert first.result(WAIT) == "shared"
    assert drawn.share(answer, None) == "shared"


def test_only_timelines_have_the_button_and_only_where_it_is_switched_on(shipped_kb):
    app = app_of(shipped_kb, **ON)
    assert "Picture" in buttons(asked(app, "/stance", "timeline japan"))
    assert "Picture" not in buttons(asked(app, "/stance", "timeline japan more"))
    assert "Picture" not in buttons(asked(app, "/stance", "japan end-of-war"))
    assert "Picture" not in buttons(asked(app_of(shipped_kb), "/stance", "timeline japan"))


def test_the_scope_is_asked_for_only_where_it_is_switched_on():
    assert "files:write" not in format_manifest(Settings(_env_file=None), as_json=True)
    assert "files:write" in format_manifest(Settings(_env_file=None, **ON), as_json=True)


def test_a_missing_library_is_said_when_the_bot_starts(monkeypatch):
    monkeypatch.setattr("bot.slack.settings.can_draw", lambda: False)
    with pytest.raises(ValueError, match=r"pip install 'stancebook\[pictures\]'"):
        Settings(_env_file=None, **ON)


def test_a_drawing_that_takes_too_long_is_ended():
    with pytest.raises(DrawingError, match="took longer than"):
        draw_apart({}, PictureForm.PNG, longest=0.01)


@pytest.mark.slow(seconds=2)
def test_a_chart_that_cannot_be_drawn_breaks_its_own_process_alone():
    with pytest.raises(DrawingError, match="could not be drawn"):
        draw_apart({"mark": 1}, PictureForm.PNG)


_SECRETS = ("SLACK_BOT_TOKEN", "STANCEBOOK_MCP_TOKEN", "STANCEBOOK_STATE", "PGPASSWORD", "ANY")


def test_only_what_a_process_needs_to_start_reaches_the_one_that_draws(monkeypatch):
    given = {}

    def started(*_, env, **__):
        given.update(env)
        raise OSError

    for name in _SECRETS:
        monkeypatch.setenv(name, "x")
    monkeypatch.setattr(drawing_process.subprocess, "run", started)
    with pytest.raises(DrawingError):
        draw_apart({}, PictureForm.PNG)
    assert "PATH" in given
    assert given.keys().isdisjoint(_SECRETS)
