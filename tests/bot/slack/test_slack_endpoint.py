"""Requests over HTTP: what Slack did not sign gets 401 and no further, whatever its headers are."""

from __future__ import annotations

import http.client
import json
import socket
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from threading import Event, Thread
from urllib.parse import urlencode

import pytest

from bot.slack.endpoints import bounded_body
from bot.slack.endpoints.asgi_app import PATH, create_asgi_app
from bot.slack.endpoints.http_server import HttpServer
from bot.slack.endpoints.probes import Probes
from bot.slack.endpoints.prometheus_measures import PrometheusMeasures
from bot.slack.endpoints.slack_endpoint import SlackEndpoint
from bot.slack.outgoing.once import Once
from bot.slack.outgoing.pools import Pools
from bot.slack.outgoing.runtime import Runtime
from bot.state import StateStore
from tests.bot.at_once import AtOnce, Full
from tests.bot.recording_slack import recording
from tests.bot.signatures_of_slack import SECRET, UNSIGNED, headers, now, sign, signed
from tests.bot.slack_requests import USER, app_of, command

WITHIN = 20  # seconds after which a test hangs no longer
TYPED = urlencode(command("/stance", "velmora ferry-ban canary-words"))
JSON = {"Content-Type": "application/json"}
FORM = {"Content-Type": "application/x-www-form-urlencoded"}


class Site:
    """The bot's endpoints at a free port, and what is counted there."""

    def __init__(self, kb, slack):
        self.measures, self.probes = PrometheusMeasures(), Probes()
        self.requests = SlackEndpoint(SECRET, self.measures)
        pools = Pools(AtOnce(), AtOnce(), AtOnce())
        self.runtime = Runtime(pools, Once(StateStore()), measures=self.measures)
        self.app = app_of(
            kb, runtime=self.runtime, slack_api_url=slack.api_url, slack_signing_secret=SECRET
        )
        listener = socket.create_server(("127.0.0.1", 0))
        self.port = listener.getsockname()[1]
        self.server = HttpServer(
            create_asgi_app(self.requests, self.probes, self.measures), listener
        )
        self.server.start()

    def connect(self, kb, pools=None):
        self.requests.connect(self.app, pools or self.runtime.pools)
        self.probes.connect(self.runtime, kb)
        self.measures.watch(self.runtime, kb)

    def ask(self, method, path, body=b"", sent=()):
        with closing(http.client.HTTPConnection("127.0.0.1", self.port, timeout=WITHIN)) as line:
            line.request(method, path, body, dict(sent))
            answer = line.getresponse()
            return answer, answer.read().decode()

    def post(self, body, kind=FORM):
        raw = body if isinstance(body, bytes) else body.encode()
        stamp = now()
        signature = sign_raw(stamp, raw)
        return self.ask("POST", PATH, raw, {**headers(stamp, signature), **kind})

    def raw(self, lines, body=b""):
        """Send bytes as they are; return the status of the answer."""
        with socket.create_connection(("127.0.0.1", self.port), timeout=WITHIN) as line:
            line.sendall(b"\r\n".join([f"POST {PATH} HTTP/1.1".encode(), *lines, b"", body]))
            return int(line.makefile("rb").readline().split()[1])


def sign_raw(stamp, raw):
    return sign(stamp, raw.decode(errors="surrogateescape"), errors="surrogateescape")


@pytest.fixture(scope="module")
def slack():
    with recording() as server:
        yield server


@pytest.fixture
def bare(kb, slack):
    """The endpoints before the bot is there."""
    site = Site(kb, slack)
    yield site
    site.server.stop()
    site.measures.close()


@pytest.fixture
def site(bare, kb):
    bare.connect(_Served(kb))
    return bare


class _Served:
    """What the probes see of a kb that can be exchanged."""

    served_since = time.time() - 60

    def __init__(self, kb):
        self.digest = kb.digest


def as_lines(sent):
    """Return headers as they stand on the wire; one that is there twice has two lines."""
    each = {n: v if isinstance(v, list) else [v] for n, v in sent.items()}
    return [f"{name}: {value}".encode() for name, values in each.items() for value in values]


@pytest.mark.parametrize("how", UNSIGNED)
def test_an_unsigned_request_gets_401_and_does_nothing(site, slack, caplog, how):
    slack.requests.clear()
    lines = as_lines(UNSIGNED[how](TYPED))
    told = site.raw(
        [b"Host: x", *as_lines(FORM), f"Content-Length: {len(TYPED)}".encode(), *lines],
        TYPED.encode(),
    )
    assert told == 401
    assert slack.requests == []
    assert "Traceback" not in caplog.text
    assert "canary-words" not in caplog.text


def test_a_body_is_not_waited_for_where_the_headers_alone_show_that_nobody_signed_it(site):
    assert site.raw([b"Host: x", b"Content-Length: 999999999"]) == 401


def test_a_signed_command_is_answered_in_the_response(site):
    answer, told = site.post(TYPED)
    assert answer.status == 200
    assert "Velmora" in json.loads(told)["text"]


def test_the_address_is_verified_by_a_challenge_that_is_signed(site):
    body = json.dumps({"type": "url_verification", "challenge": "c"})
    assert json.loads(site.post(body, JSON)[1]) == {"challenge": "c"}
    assert site.ask("POST", PATH, body, JSON)[0].status == 401


@pytest.mark.parametrize(
    "body",
    ["", "[]", "5", "[" * 100_000, "{", '{"type": 5}', '{"team": {"id": []}}', "payload=%7B", "\0"],
)
@pytest.mark.parametrize("kind", [JSON, FORM, {"Content-Type": "text/é"}])
def test_what_is_signed_and_makes_no_sense_is_acknowledged_and_does_nothing(
    site, slack, body, kind
):
    slack.requests.clear()
    sent = {name: value.encode("latin-1") for name, value in kind.items()}
    assert site.post(body, sent)[0].status == 200
    assert slack.requests == []


def test_what_is_not_text_is_nobodys(site):
    assert site.post(b"\xff\xfe")[0].status == 401


def test_a_body_that_is_too_large_is_given_up(site, monkeypatch):
    monkeypatch.setattr(bounded_body, "_LARGEST", 1000)
    assert site.post("x" * 1001)[0].status == 413


def test_a_body_that_does_not_come_is_given_up(site, monkeypatch):
    monkeypatch.setattr(bounded_body, "_WITHIN", 0.1)
    sent = as_lines(signed("x"))
    assert site.raw([b"Host: x", b"Content-Length: 1", *sent]) == 408


def test_only_posts_are_taken_and_no_other_path_is_there(site):
    assert site.ask("GET", PATH)[0].status == 405
    assert site.ask("GET", "/")[0].status == 404
    assert site.ask("GET", "/../etc/passwd")[0].status == 404


def test_what_comes_before_the_bot_is_there_is_to_come_again(bare):
    assert bare.post(TYPED)[0].status == 503
    assert bare.ask("POST", PATH, TYPED)[0].status == 401


def test_what_finds_no_room_is_to_come_again_and_the_log_says_so(bare, kb, caplog):
    bare.connect(_Served(kb), Pools(Full(), Full(), Full()))
    assert bare.post(TYPED)[0].status == 503
    assert "a request was not answered, since too many wait" in caplog.text


def test_the_process_is_alive_before_it_is_ready(bare, kb):
    assert bare.ask("GET", "/health")[0].status == 200
    answer, told = bare.ask("GET", "/ready")
    assert (answer.status, json.loads(told)["why"]) == (503, "it starts")
    bare.connect(_Served(kb))
    answer, told = bare.ask("GET", "/ready")
    assert answer.status == 200
    assert json.loads(told) == {"ready": True, "kb": kb.digest[:12], "state": "works"}


def test_a_bot_that_serves_no_corpus_is_not_ready(bare):
    bare.connect(type("Nothing", (), {"digest": "", "served_since": 0}))
    answer, told = bare.ask("GET", "/ready")
    assert answer.status == 503
    assert "no version of the corpus" in told


def test_a_bot_that_stops_answers_and_asks_nobody_to_come_again(site):
    site.probes.is_stopping = True
    assert site.ask("GET", "/ready")[0].status == 503
    answer, told = site.post(TYPED)
    assert answer.status == 200
    assert answer.getheader("connection") == "close"
    assert "Velmora" in json.loads(told)["text"]


def test_what_is_under_way_is_answered_before_the_server_stops(bare, kb):
    begun, free, stopped = Event(), Event(), Event()

    class Slow(AtOnce):
        def submit(self, work):
            def later():
                begun.set()
                free.wait(WITHIN)
                work()

            Thread(target=later).start()
            return True

    bare.connect(_Served(kb), Pools(Slow(), Slow(), Slow()))
    with ThreadPoolExecutor(2) as threads:
        asking = threads.submit(bare.post, TYPED)
        assert begun.wait(WITHIN)
        threads.submit(lambda: (bare.server.stop(), stopped.set()))
        assert not stopped.wait(0.3)
        free.set()
        assert asking.result(WITHIN)[0].status == 200
        assert stopped.wait(WITHIN)


def test_what_is_measured_has_no_words_and_no_users(site):
    site.post(TYPED)
    site.post(json.dumps({"type": "url_verification", "challenge": "canary"}), JSON)
    site.ask("POST", PATH, "x")
    told = site.ask("GET", "/metrics")[1]
    for line in (
        'stancebook_replies_total{command="stance",outcome="choice"} 1.0',
        'stancebook_request_seconds_count{kind="command"} 1.0',
        'stancebook_refused_requests_total{why="unsigned"} 1.0',
        'stancebook_queue{pool="posts"} 0.0',
        "stancebook_state_up 1.0",
    ):
        assert line in told, told
    assert f'stancebook_kb{{digest="{site.probes._bot[1].digest}"}} 1.0' in told
    age = next(w for w in told.splitlines() if w.startswith("stancebook_kb_age_seconds "))
    assert float(age.split()[1]) >= 60
    for word in ("canary", "ferry", USER, "ann", "C0123456789"):
        assert word not in told
