"""What other sites, broken clients and sloppy apps send: refused, and never a traceback."""

from __future__ import annotations

import contextlib
import http.client
import json
import logging
import socket
from concurrent.futures import ThreadPoolExecutor
from urllib.parse import urlsplit

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from websockets.exceptions import InvalidStatus
from websockets.sync.client import connect

from local_slack import running, slack_limits
from local_slack.people.outcome import TROUBLE
from local_slack.server.acts import ACTS
from local_slack.untrusted import DEPTH, read_json
from local_slack.web_api.calls import METHODS
from tests.local_slack.parrot import HASTE, MANIFEST, client

MANY = settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@pytest.fixture(scope="module")
def attacked():
    """Yield one Slack without an app, for all that is sent here."""
    with running(MANIFEST, rates=False, timing=HASTE) as slack:
        yield slack


@pytest.fixture(autouse=True)
def _no_traceback():
    """Check that nothing was logged with a traceback."""
    seen = []
    handler = logging.Handler()
    handler.emit = seen.append
    logging.getLogger().addHandler(handler)
    yield
    logging.getLogger().removeHandler(handler)
    assert [r.getMessage() for r in seen if r.exc_info] == []


@pytest.fixture(autouse=True)
def _still_answers(attacked):
    yield
    assert client(attacked).auth_test()["ok"]
    attacked.faults.clear()


def _raw(slack, sent):
    """Send bytes, and return all that comes back until the connection closes."""
    where = urlsplit(slack.url)
    with socket.create_connection((where.hostname, where.port), timeout=5) as connection:
        with contextlib.suppress(OSError):  # the server may have closed it already
            connection.sendall(sent)
            connection.shutdown(socket.SHUT_WR)
        received = b""
        with contextlib.suppress(ConnectionResetError):
            while part := connection.recv(65536):
                received += part
    return received


def _status(received):
    return int(received.split()[1]) if received.startswith(b"HTTP/1.1 ") else None


def _ask(slack, path, headers=(), *, method="POST", body=b""):
    """Send one request, with a body of bytes; return its status and the text of its answer."""
    connection = http.client.HTTPConnection(urlsplit(slack.url).netloc, timeout=10)
    connection.request(method, path, body, dict(headers))
    answer = connection.getresponse()
    with contextlib.closing(connection):
        return answer.status, answer.read().decode()


def _call(slack, method, kind, body):
    headers = {
        "Authorization": f"Bearer {slack.bot_token}",
        **({"Content-Type": kind} if kind else {}),
    }
    return _ask(slack, f"/api/{method}", headers, body=body)


JSON = "application/json"
FORM = "application/x-www-form-urlencoded"
OTHER_SITES = [
    {"Sec-Fetch-Site": "cross-site"},
    {"Sec-Fetch-Site": "same-site"},  # a program on another port
    {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "no-cors", "Sec-Fetch-Dest": "image"},
    {"Sec-Fetch-Site": "made-up"},
    {"Sec-Fetch-Site": "same-origin", "Origin": "http://127.0.0.1:1"},
    {"Origin": "null"},
    {"Origin": "http://evil.example"},
    {"Origin": "http://127.0.0.1"},
    {"Origin": "http://localhost:1"},
    {"Origin": ""},
]
ADDRESSES = [
    "/api/chat.postMessage",
    "/local/state",
    "/local/act/write",
    "/files/F1/a.png",
    "/page/app.js",
]


@pytest.mark.parametrize("address", ADDRESSES)
@pytest.mark.parametrize("headers", OTHER_SITES, ids=str)
def test_a_page_of_another_site_is_refused(attacked, headers, address):
    token = {"Authorization": f"Bearer {attacked.bot_token}"}
    for method in ("GET", "POST", "OPTIONS"):
        status, _ = _ask(attacked, address, {**headers, **token}, method=method)
        assert status == 403


@pytest.mark.parametrize("site", ["same-origin", "cross-site"])
def test_the_page_itself_opens_its_socket(attacked, site):
    headers = {"Origin": attacked.url.rstrip("/"), "Sec-Fetch-Site": site}
    url = f"ws{attacked.url.removeprefix('http')}local/events"
    with connect(url, additional_headers=headers) as page:
        assert json.loads(page.recv(timeout=5))["kind"] == "state"


@pytest.mark.parametrize("headers", OTHER_SITES, ids=str)
def test_a_page_of_another_site_opens_no_socket(attacked, headers):
    for where in ("local/events", "link/?ticket=1"):
        url = f"ws{attacked.url.removeprefix('http')}{where}"
        with pytest.raises(InvalidStatus, match="403"):
            connect(url, additional_headers=headers, open_timeout=5)


LINK = {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate", "Sec-Fetch-Dest": "document"}


def test_a_link_may_open_the_page_and_nothing_else(attacked):
    assert _ask(attacked, "/", LINK, method="GET")[0] == 200
    assert _ask(attacked, "/", {**LINK, "Sec-Fetch-Dest": "iframe"}, method="GET")[0] == 403
    assert _ask(attacked, "/", LINK, method="POST")[0] == 403
    assert _ask(attacked, "/local/state", LINK, method="GET")[0] == 403


@pytest.mark.parametrize(
    "host",
    """evil.example evil.example:80 127.0.0.1.evil.example 127.0.0.1@evil.example evil@127.0.0.1
    localhost.evil.example [::1 [::1]] 127.1 0.0.0.0 127.0.0.1:x 127.0.0.1:123456 127.0.0.1/x
    localhost. 2130706433 127.0.0.1,evil.example""".split(),
)
def test_a_name_that_only_leads_here_is_refused(attacked, host):
    got = _raw(
        attacked, f"GET /local/state HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n".encode()
    )
    assert _status(got) in {400, 403}


@pytest.mark.parametrize(
    "host", ["localhost", "LOCALHOST:1", "127.0.0.1", "127.1.2.3:9", "[::1]:80"]
)
def test_each_name_of_this_machine_is_served(attacked, host):
    got = _raw(
        attacked, f"GET /local/state HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n".encode()
    )
    assert _status(got) == 200


@pytest.mark.parametrize(
    ("sent", "status"),
    [
        (b"GET / HTTP/1.1\r\n\r\n", 400),  # no Host
        (b"GET / HTTP/1.1\r\nHost: localhost\r\nHost: localhost\r\n\r\n", 400),
        (b"POST /api/api.test HTTP/1.1\r\nHost: localhost\r\nContent-Length: -1\r\n\r\n", 400),
        (b"POST /api/api.test HTTP/1.1\r\nHost: localhost\r\nContent-Length: x\r\n\r\n", 400),
        (b"POST /api/api.test HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\n", 400),
        (b"GET /\x00 HTTP/1.1\r\nHost: localhost\r\n\r\n", 400),
        (b"GET / HTTP/1.1\r\nHost: localhost\r\nX: \x00\r\n\r\n", 400),
        (b"GET /page/a%00.js HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n", 404),
        (b"GET /page/..%2f..%2fcore.py HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n", 404),
        (b"GET /files/x/%ff HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n", 404),
        (b"DELETE /api/api.test HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n", 405),
        (b"X" * 100_000, 400),
    ],
    ids=lambda v: repr(v)[:50],
)  # fmt: skip
def test_a_malformed_request_gets_a_4xx(attacked, sent, status):
    assert _status(_raw(attacked, sent)) == status


def test_a_body_that_ends_early_is_dropped(attacked):
    head = b"POST /api/api.test HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\nfew"
    assert _status(_raw(attacked, head)) in {None, 400}


def test_a_body_that_is_too_large_is_refused(attacked):
    large = b"text=" + b"x" * slack_limits.REQUEST_BYTES
    head = f"POST /api/api.test HTTP/1.1\r\nHost: localhost\r\nContent-Length: {len(large)}\r\n\r\n"
    assert _status(_raw(attacked, head.encode() + large)) == 413
    chunk = b"100000\r\n" + b"x" * 0x100000 + b"\r\n"
    head = b"POST /api/api.test HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n"
    assert _status(_raw(attacked, head + chunk * 11)) == 413


@pytest.mark.parametrize(
    ("kind", "body", "error"),
    [
        (JSON, b"{", "invalid_json"),
        (JSON, b"\xff\xfe\xfd", "invalid_json"),
        (JSON, b"[" * 50_000, "invalid_json"),
        (JSON, b'{"channel":' * 50_000, "invalid_json"),
        (JSON, b'{"channel": NaN}', "invalid_json"),
        (JSON, b'{"channel": 1e999}', "invalid_json"),
        (JSON, b"[]", "json_not_object"),
        (JSON, b'"x"', "json_not_object"),
        (JSON, b'{"channel": ["C1"]}', "invalid_arguments"),
        (JSON, b'{"channel": "C000GENER", "text": {"a": 1}}', "invalid_arguments"),
        (JSON, b'{"channel": "C000GENER", "attachments": [1]}', "invalid_attachments"),
        (JSON, b'{"channel": "C000GENER", "blocks": 5}', "invalid_blocks_format"),
        (FORM, b"\xff\xfe", "invalid_form_data"),
        (FORM, b"a=1&" * 2_000, "invalid_form_data"),
        (FORM, b"channel=C000GENER&blocks=" + b"[" * 50_000, "invalid_blocks_format"),
        (FORM, b"channel=C000GENER&attachments={", "invalid_arguments"),
        ("image/png", b"x", "invalid_post_type"),
        ("", b"x", "missing_post_type"),
        ("application/json; charset=bogus", b"{}", "invalid_charset"),
        ("application/json; charset=utf-16", b"{}", "invalid_charset"),
        ("multipart/form-data", b"x", "invalid_form_data"),
        (JSON, b'{"channel": "\\u0000", "text": "x"}', "channel_not_found"),
    ],
    ids=lambda v: repr(v)[:40],
)  # fmt: skip
def test_a_broken_body_is_refused_as_slack_does(attacked, kind, body, error):
    status, said = _call(attacked, "chat.postMessage", kind, body)
    assert (status, json.loads(said)["error"]) == (200, error)


def test_a_form_of_many_parts_is_read(attacked):
    body = (
        b'--x\r\nContent-Disposition: form-data; name="channel"\r\n\r\nC000GENER\r\n'
        b'--x\r\nContent-Disposition: form-data; name="text"\r\n\r\nin parts\r\n--x--\r\n'
    )
    _, said = _call(attacked, "chat.postMessage", "multipart/form-data; boundary=x", body)
    assert json.loads(said)["message"]["text"] == "in parts"


@pytest.mark.parametrize(
    ("attachments", "kept"),
    [
        ([{"text": 5, "color": None}], [{"text": "5", "id": 1}]),
        ([{"fields": [{"title": "x", "value": 1}]}], [{"fields": [{"title": "x", "value": "1"}], "id": 1}]),
        ([{"text": "x", "blocks": {}}], [{"text": "x", "id": 1}]),
        ([{"text": ["x"]}], "invalid_attachments"),
        ([{"fields": "x"}], "invalid_attachments"),
        ([{"fields": [{"title": {}}]}], "invalid_attachments"),
        ([{"blocks": {"a": 1}}], "invalid_blocks_format"),
    ],
)  # fmt: skip
def test_the_texts_of_an_attachment_are_texts(attacked, attachments, kept):
    body = json.dumps({"channel": "C000GENER", "text": "x", "attachments": attachments}).encode()
    _, said = _call(attacked, "chat.postMessage", JSON, body)
    answer = json.loads(said)
    assert (answer["message"]["attachments"] if answer["ok"] else answer["error"]) == kept


def test_an_address_cannot_write_lines_into_the_log(attacked, caplog):
    _call(attacked, "no%0amethod%1b", JSON, b"{}")
    assert "no\\nmethod\\x1b: unknown_method" in caplog.text


def test_half_a_character_is_replaced(attacked):
    body = b'{"channel": "C000GENER", "text": "\\ud83d and \\ud83d\\ude00"}'
    _, said = _call(attacked, "chat.postMessage", JSON, body)
    assert json.loads(said)["message"]["text"] == "\N{REPLACEMENT CHARACTER} and \N{GRINNING FACE}"


def test_no_answer_may_be_shown_or_read_by_another_site(attacked):
    for path in ("/", "/page/app.js", "/api/api.test", "/local/state", "/nothing"):
        connection = http.client.HTTPConnection(urlsplit(attacked.url).netloc, timeout=5)
        connection.request("GET", path)
        headers = {k.lower(): v for k, v in connection.getresponse().getheaders()}
        connection.close()
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["cross-origin-resource-policy"] == "same-origin"
        assert "frame-ancestors 'none'" in headers["content-security-policy"]
        assert not any(name.startswith("access-control") for name in headers)


def test_no_record_keeps_the_token_of_a_call(attacked):
    body = f"token={attacked.bot_token}&a=1".encode()
    _call(attacked, "api.test", FORM, body)
    assert attacked.bot_token not in str([e.as_json() for e in attacked.entries("call")])


def test_deep_json_is_refused_before_it_costs_anything():
    assert read_json("[" * DEPTH + "]" * DEPTH)
    for deep in (DEPTH + 1, 900, 50_000):
        with pytest.raises(ValueError, match="too deep"):
            read_json("[" * deep + "]" * deep)


# Whatever the bytes, the answer is a 4xx or an end of the connection.

_LINES = st.sampled_from(
    [b"GET / HTTP/1.1", b"POST /api/chat.postMessage HTTP/1.1", b"GET /local/events HTTP/1.1", b"PUT * HTTP/9",
     b"POST /local/act/write HTTP/1.1", b"GET /link/?ticket=%00 HTTP/1.1", b"POST /local/faults HTTP/1.1"]
)  # fmt: skip
_HEADERS = st.sampled_from(
    [b"Host: localhost", b"Host: evil", b"Content-Length: 3", b"Content-Length: x", b"Transfer-Encoding: chunked",
     b"Upgrade: websocket", b"Connection: Upgrade", b"Sec-WebSocket-Version: 13", b"Sec-WebSocket-Key: x", b"Origin: ",
     b"Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==", b"Content-Type: application/json", b"Expect: 100-continue"]
)  # fmt: skip
_REQUESTS = st.builds(
    lambda line, headers, junk, body: b"\r\n".join([line, *headers, *junk, b"", body]),
    _LINES,
    st.lists(_HEADERS | st.binary(max_size=20), max_size=6),
    st.lists(st.binary(max_size=10), max_size=1),
    st.binary(max_size=30),
)


@pytest.mark.slow(seconds=5)
@MANY
@given(st.binary(max_size=200) | _REQUESTS)
def test_raw_bytes_get_a_4xx_or_nothing(attacked, sent):
    status = _status(_raw(attacked, sent))
    assert status is None or status < 500


_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5)
    | st.sampled_from(["C000GENER", "U001ALICE", "D001ALICE", "1.0", "true", "#general", "9" * 5_000]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=5,
)  # fmt: skip
_ARGUMENTS = st.dictionaries(
    st.sampled_from(
        """attachments blocks callback_id channel channel_id channels choice command cursor element
        external_id filename files hash how_many inclusive initial_comment kind latest length limit
        message_ts metadata name oldest reply_broadcast text thread_ts timestamp times title
        trigger_id ts typed user user_id users values view view_id wait seconds""".split()
    ),
    _VALUES,
    max_size=6,
).map(lambda said: {"channel": "C000GENER", "user": "U001ALICE", "text": "x", **said})


@pytest.mark.slow(seconds=5)
@MANY
@given(st.sampled_from(sorted(METHODS)), _ARGUMENTS)
def test_arguments_of_any_type_get_an_answer(attacked, method, arguments):
    body = json.dumps(arguments).encode()
    status, said = _call(attacked, method, JSON, body)
    assert status == 200
    assert json.loads(said)["ok"] in {True, False}


@pytest.mark.slow(seconds=5)
@MANY
@given(st.sampled_from([*(f"act/{a}" for a in ACTS), "faults", "sockets"]), _ARGUMENTS)
def test_acts_of_any_type_get_an_answer(attacked, act, said):
    said = {k: v for k, v in said.items() if k != "wait" or not isinstance(v, (int, float))}
    status, _ = _ask(attacked, f"/local/{act}", body=json.dumps(said).encode())
    attacked.faults.clear()
    assert status in {200, 400}


@pytest.mark.parametrize(
    "said",
    [
        {"kind": "error", "code": {}},
        {"kind": "error", "code": "a\r\nb"},
        {"kind": "rate_limit", "method": ["*"]},
        {"kind": "rate_limit", "retry_after": 5},
        {"kind": "delay", "times": -1},
    ],
)
def test_a_malformed_fault_is_told_and_not_switched_on(attacked, said):
    status, told = _ask(attacked, "/local/faults", body=json.dumps(said).encode())
    assert (status, json.loads(told)["error"]) == (400, "invalid_arguments")
    assert not attacked.core.faults.as_json()


def test_opening_the_home_tab_without_an_app_is_told_within_the_wait():
    with running(MANIFEST, timing=HASTE) as slack:  # the event goes on waiting for a socket
        assert slack.open_home(wait=0.1).error == TROUBLE


_ANSWERS = st.dictionaries(
    st.sampled_from(
        """text blocks attachments thread_ts response_type replace_original delete_original
        response_action view errors options option_groups challenge metadata""".split()
    ),
    _VALUES,
    max_size=5,
).map(lambda said: {"text": "x", **said})


@pytest.mark.slow(seconds=5)
@MANY
@given(_ANSWERS)
@example({"text": "x", "thread_ts": {"a": 1}})
def test_answers_of_any_type_get_an_answer(attacked, said):
    core = attacked.core
    given_out = attacked.look(lambda: core.urls.give(attacked.channel, attacked.user, "cause"))
    status, _ = _ask(attacked, f"/actions/T0LOCAL00/{given_out}", body=json.dumps(said).encode())
    assert status in {200, 400}


FORM_VIEW = {
    "type": "modal",
    "title": {"type": "plain_text", "text": "x"},
    "blocks": [{"type": "actions", "block_id": "b", "elements": [{"type": "external_select", "action_id": "a"}]}],
}  # fmt: skip


@pytest.mark.slow(seconds=5)
@MANY
@given(_ANSWERS)
@example({"text": "x", "thread_ts": {"a": 1}})
def test_acks_of_any_type_are_answers_or_failures(attacked, said):
    def answer(connection):
        asked = json.loads(connection.recv(timeout=5))
        connection.send(json.dumps({"envelope_id": asked["envelope_id"], "payload": said}))

    url = client(attacked).apps_connections_open(app_token=attacked.app_token)["url"]
    with connect(url) as connection, ThreadPoolExecutor(1) as app:
        connection.recv()
        opened = attacked.look(lambda: attacked.core.views.open(attacked.user, FORM_VIEW))
        for act in (
            lambda: attacked.command("/echo", "x", wait=0),
            lambda: attacked.options(opened, "a", "typed"),
            attacked.submit,
        ):
            answering = app.submit(answer, connection)
            act()
            answering.result()


@MANY
@given(
    st.lists(st.binary(max_size=50) | st.text(max_size=50) | _VALUES.map(json.dumps), max_size=4)
)
def test_a_socket_survives_whatever_an_app_says(attacked, said):
    url = client(attacked).apps_connections_open(app_token=attacked.app_token)["url"]
    with connect(url) as connection:
        connection.recv()
        for words in (
            *said,
            '{"envelope_id": [1]}',
            '{"envelope_id": "1", "payload": 5}',
            "[" * 9_000,
        ):
            connection.send(words)
        attacked.look(lambda: None)
        attacked.nudge()
        assert connection.recv(timeout=5) == "{}"
