"""What is not a request is refused in a sentence, and what cannot be read is left as it is."""

from __future__ import annotations

import json

import anyio
import pytest

from bot.assistants.fault_words import PlainRefusals

REFUSAL = json.dumps({"error": {"message": "Validation error: 3 types"}}).encode()


def pass_on(*bodies):
    """Return what is sent where an application sends a refusal in so many bodies."""
    length = str(sum(map(len, bodies))).encode()
    start = {"type": "http.response.start", "status": 400, "headers": [(b"Content-Length", length)]}
    parts = [
        {"type": "http.response.body", "body": body, "more_body": number < len(bodies)}
        for number, body in enumerate(bodies, 1)
    ]
    sent = []

    async def app(_scope, _receive, send):
        for message in (start, *parts):
            await send(message)

    async def keep(message):
        sent.append(message)

    anyio.run(PlainRefusals(app), {"type": "http"}, None, keep)
    return [start, *parts], sent


def test_a_refusal_is_put_in_a_sentence_of_its_own_length():
    _, (start, body) = pass_on(REFUSAL)
    assert "is not a request" in json.loads(body["body"])["error"]["message"]
    assert start["headers"] == [(b"content-length", str(len(body["body"])).encode())]


@pytest.mark.parametrize("bodies", [(REFUSAL[:9], REFUSAL[9:]), (REFUSAL, b""), (b"", REFUSAL)])
def test_a_refusal_that_comes_in_parts_is_passed_on_as_it_is(bodies):
    given, sent = pass_on(*bodies)
    assert sent == given
