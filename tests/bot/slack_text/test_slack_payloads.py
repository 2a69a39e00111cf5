"""Every payload of a folder of Slack's own shapes, decoded to the words that a reader sees."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from bot.slack_text.message_parts import PartKind
from bot.slack_text.message_words import decode_message, decode_typed
from bot.slack_text.references import References

FOLDER = Path(os.environ.get("STANCEBOOK_PAYLOADS", "nowhere"))
KINDS = {
    "typed": PartKind.TYPED,
    "forwarded": PartKind.FORWARDED,
    "preview": PartKind.PREVIEW,
    "table": PartKind.TABLE,
    "files": PartKind.FILE_TITLE,
    "file_preview": PartKind.FILE_TEXT,
}


def read(name):
    file = FOLDER / name
    return json.loads(file.read_text(encoding="utf-8")) if file.exists() else {}


EXPECTED, PARTS = read("expected.json"), read("expected-parts.json")
NAMES = EXPECTED.pop("_names", {})
APP = next((i for i, name in NAMES.items() if name == "Stancebook"), "")
KNOWN = References(frozenset({APP}), NAMES)


def decode(payload):
    """Decode what the payload says; None where it is no message: a form, or a workflow's step."""
    payload = payload.get("payload", payload)
    if "command" in payload:
        return decode_typed(payload["text"], KNOWN)
    message = payload.get("message") or payload.get("event", payload)
    if message.get("subtype") == "message_changed":
        message = message["message"]
    known = message.get("type") in {"message", "app_mention"}
    return decode_message(message, KNOWN) if known else None


DECODED = {name: decoded for name in EXPECTED if (decoded := decode(read(name)))}


def folded(text):
    return " ".join(text.split())


@pytest.mark.skipif(not EXPECTED, reason="STANCEBOOK_PAYLOADS names no folder of payloads")
def test_all_but_forms_and_steps_of_workflows_are_messages():
    assert {name.partition("-")[0] for name in EXPECTED.keys() - DECODED.keys()} == {
        "view",
        "function",
    }


@pytest.mark.parametrize("name", DECODED)
def test_the_words_are_those_that_a_reader_sees(name):
    assert folded(DECODED[name].shown) == folded(EXPECTED[name])


@pytest.mark.parametrize("name", PARTS)
def test_each_part_says_where_its_words_come_from(name):
    for kind, words in PARTS[name].items():
        found = [part.shown for part in DECODED[name].parts if part.kind is KINDS[kind]]
        expected = words if isinstance(words, list) else [words] * bool(words)
        assert list(map(folded, found)) == list(map(folded, expected))


@pytest.mark.parametrize("name", DECODED)
def test_no_id_is_part_of_a_question(name):
    assert not any(i in part.asked for part in DECODED[name].parts for i in NAMES)
