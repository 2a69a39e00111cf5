"""Logs: no token and no question text stands in one, whatever a library puts in its records."""

from __future__ import annotations

import json
import logging

import pytest

from bot.slack import logs

TOKENS = [
    "xoxb-123-456-canaryABC",
    "xoxp-1-2-canary",
    "-".join(["xapp", "1", "A0", "2", "canary"]),
    "xoxe.xoxp-1-canary",
    "xoxe-1-canary",
    "wss://wss.slack.example/link/?ticket=canary-ticket&app_id=1",
]
ASKED = "does the canary oppose the ferry ban"
LIBRARIES = ["slack_sdk.web.base_client", "slack_bolt.App", "slack_sdk.socket_mode", "urllib3"]


@pytest.fixture
def logged(capfd: pytest.CaptureFixture[str]):
    """Sets logging up as a served bot does, and returns what was logged since."""
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    root.handlers = []
    seen: list[str] = []

    def set_up(style: str):
        log = logs.set_up(style)

        def written() -> str:
            log.close()
            seen.append(capfd.readouterr().err)
            return "".join(seen)

        return written

    yield set_up
    root.handlers, root.level = handlers, level


@pytest.fixture(autouse=True)
def loud():
    """Bolt gives its loggers the level of the day; here all that is logged is looked at."""
    before = {library: logging.getLogger(library).level for library in LIBRARIES}
    for library in LIBRARIES:
        logging.getLogger(library).setLevel(logging.DEBUG)
    yield
    for library, level in before.items():
        logging.getLogger(library).setLevel(level)


def _raise(text: str) -> None:
    msg = text
    raise ValueError(msg) from KeyError(text)  # a line of code that names the canary


WAYS = {
    "in the message": lambda log, words: log.error("Failed to run a listener: " + words),  # noqa: G003
    "as an argument": lambda log, words: log.error("Failed to run a listener: %s", words),
    "in a body": lambda log, words: log.warning("Unhandled request ({'text': '%s'})", words),
    "in a dictionary": lambda log, words: log.info("on_message invoked: %r", {"text": words}),
    "on a second line": lambda log, words: log.warning("Unhandled request\n%s", words),
    "with the stack": lambda log, words: log.error("Failed: %s", words, stack_info=True),
}


@pytest.mark.parametrize("style", ["plain", "json"])
@pytest.mark.parametrize("library", LIBRARIES)
@pytest.mark.parametrize("way", WAYS)
def test_a_librarys_record_loses_what_was_asked(logged, style, library, way):
    written = logged(style)
    WAYS[way](logging.getLogger(library), ASKED)
    assert "canary" not in written()
    assert library in written()


@pytest.mark.parametrize("style", ["plain", "json"])
@pytest.mark.parametrize("name", ["bot.slack.app", "knowledge.kb.knowledge_base", *LIBRARIES])
@pytest.mark.parametrize("token", TOKENS)
@pytest.mark.parametrize(
    "form", ["%s", "POST with %s now", "headers: {'Authorization': 'Bearer %s'}", "x=%s&y=1"]
)
def test_no_record_holds_a_token(logged, style, name, token, form):
    written = logged(style)
    logging.getLogger(name).error(form, token)
    whole = form % token
    logging.getLogger(name).error(whole)
    assert "canary" not in written()
    assert name in written()


@pytest.mark.parametrize("style", ["plain", "json"])
@pytest.mark.parametrize("name", ["bot.slack.app", "knowledge.questions.question", *LIBRARIES])
@pytest.mark.parametrize("words", [ASKED, *TOKENS])
def test_an_exception_shows_its_type_and_places_not_its_message(logged, style, name, words):
    written = logged(style)
    log = logging.getLogger(name)
    try:
        _raise(words)
    except ValueError:
        log.exception("reference 0a1b2c3d", stack_info=True)  # so does this: canary
    assert "canary" not in written()
    assert "ValueError" in written()
    assert "test_logs.py" in written()
    assert "reference 0a1b2c3d" in written()


@pytest.mark.parametrize("style", ["plain", "json"])
def test_what_is_attached_to_a_record_does_not_show(logged, style):
    written = logged(style)
    logging.getLogger("slack_bolt.App").error("failed", extra={"body": {"text": ASKED}})
    logging.getLogger("bot.slack.app").error("failed", extra={"token": TOKENS[0]})
    assert "canary" not in written()


@pytest.mark.parametrize("style", ["plain", "json"])
def test_a_traceback_that_another_handler_wrote_out_first_does_not_show(logged, style):
    written = logged(style)
    record = logging.LogRecord("bot.slack.app", logging.ERROR, __file__, 1, "failed", (), None)
    record.exc_text = f"ValueError: {ASKED}"
    logging.getLogger("bot.slack.app").handle(record)
    assert "failed" in written()
    assert "canary" not in written()


@pytest.mark.parametrize("style", ["plain", "json"])
@pytest.mark.parametrize("code", ["invalid_auth", "ratelimited", "missing_scope"])
def test_slacks_error_code_survives(logged, style, code):
    written = logged(style)
    logging.getLogger("slack_sdk.web.base_client").error(
        "Failed to retrieve WSS URL: The request to the Slack API failed. "
        "(url: https://slack.com/api/apps.connections.open)\n"
        "The server responded with: {'ok': False, 'error': '%s', 'text': '%s'}",
        code,
        ASKED,
    )
    assert code in written()
    assert "Failed to retrieve WSS URL" in written()
    assert "canary" not in written()


@pytest.mark.parametrize("style", ["plain", "json"])
def test_a_record_of_ours_keeps_its_words(logged, style):
    written = logged(style)
    logging.getLogger("bot.slack.app").warning("reference %s: %s (%s)", "0a1b", "archived", 3)
    assert "reference 0a1b: archived (3)" in written()


def test_json_logs_are_one_object_a_line(logged):
    written = logged("json")
    log = logging.getLogger("bot.slack.app")
    try:
        _raise(ASKED)
    except ValueError:
        log.exception("one\ntwo")
    log.info("three")
    first, second = (json.loads(line) for line in written().splitlines())
    assert first["message"] == "one\ntwo"
    assert second["message"] == "three"
    assert {"time", "level", "name"} <= first.keys()
    assert (first["level"], second["level"]) == ("ERROR", "INFO")


@pytest.mark.parametrize("style", ["plain", "json"])
def test_a_record_that_cannot_be_formatted_does_not_stop_the_bot(logged, style):
    written = logged(style)
    log = logging.getLogger("slack_sdk")
    log.error("%d events of %s", "no number", ASKED)
    log.error("still here")
    assert "still here" in written()
    assert "canary" not in written()


def test_places_of_an_error_that_was_never_raised_are_its_type():
    assert logs.places(ValueError(ASKED)) == "ValueError"
    assert logs.places(None) == ""
