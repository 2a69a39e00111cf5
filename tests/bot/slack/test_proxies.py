"""A proxy of the environment leads to Slack, never to this machine, and is named without secrets."""

from __future__ import annotations

import os
import subprocess

import pytest

from bot.slack.line_a_minute import LineAMinute
from bot.slack.outgoing.web_client import connecting_client, web_client
from bot.slack.proxies import proxy_for, through
from bot.slack.sockets.connection import SocketError
from bot.slack.sockets.kept_socket import KeptSocket
from bot.slack.sockets.starting import why_unreached
from local_slack import running
from tests.bot.process import STANCEBOOK, environment
from tests.bot.slack.flaky_server import flaky

# The SDK leaves a socket that is refused to the garbage collection, which closes it.
LEFT_OPEN = pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
NOBODY = "http://127.0.0.1:9"


@pytest.fixture(autouse=True)
def _no_proxy(monkeypatch):
    for name in [name for name in os.environ if name.lower().endswith("_proxy")]:
        monkeypatch.delenv(name)


@pytest.fixture
def proxied(monkeypatch):
    """Set variables, and return which proxy an address has then."""

    def proxy_of(url, **given):
        for name, value in given.items():
            monkeypatch.setenv(name, value)
        return proxy_for(url)

    return proxy_of


@pytest.mark.parametrize("name", ["https_proxy", "HTTPS_PROXY", "http_proxy", "HTTP_PROXY"])
@pytest.mark.parametrize("url", ["https://slack.com/api/", "wss://wss-primary.slack.com/link"])
def test_slack_has_the_proxy_of_the_environment(proxied, url, name):
    assert proxied(url, **{name: NOBODY}) == NOBODY


def test_the_one_for_https_goes_first(proxied):
    found = proxied("https://slack.com/api/", https_proxy="http://a:1", http_proxy="http://b:2")
    assert found == "http://a:1"


@pytest.mark.parametrize("host", ["127.0.0.1", "127.8.9.1", "localhost", "[::1]"])
@pytest.mark.parametrize("scheme", ["http", "https", "ws", "wss"])
def test_this_machine_has_none(proxied, scheme, host):
    url = f"{scheme}://{host}:3000/api/"
    assert proxied(url, https_proxy=NOBODY, http_proxy=NOBODY) is None


@pytest.mark.parametrize("kept", ["slack.com", ".slack.com", "a.example,slack.com", "*"])
def test_what_is_to_have_none_has_none(proxied, kept):
    assert proxied("wss://slack.com/link", https_proxy=NOBODY, no_proxy=kept) is None


@pytest.mark.parametrize("given", ["", "  "])
def test_an_empty_variable_is_none(proxied, given):
    assert proxied("https://slack.com/api/", https_proxy=given) is None


def test_a_proxy_without_a_scheme_has_that_of_http(proxied):
    assert proxied("https://slack.com/api/", https_proxy="proxy:3128") == "http://proxy:3128"


@pytest.mark.parametrize(
    "given",
    ["http://proxy:3128", "proxy:3128/", "http://me:se/cret@proxy:3128/", "me:s@proxy:3128"],
)
def test_a_proxy_is_named_without_its_password(monkeypatch, given):
    monkeypatch.setenv("https_proxy", given)
    assert through("https://slack.com/api/") == " through the proxy proxy:3128"
    assert through("http://127.0.0.1:3000/api/") == ""


def test_a_call_goes_through_the_proxy(monkeypatch):
    with flaky() as proxy:
        monkeypatch.setenv("http_proxy", proxy.url)
        assert web_client("xoxb-local", "http://slack.invalid/api/").auth_test()["ok"]
        assert len(proxy.read) == 1


def test_a_slack_behind_a_proxy_that_is_away_is_said_to_be_behind_it(monkeypatch):
    monkeypatch.setenv("https_proxy", "http://me:secret@127.0.0.1:9")
    where = "https://slack.invalid/api/"
    with pytest.raises(OSError, match="refused") as raised:
        web_client("xoxb-local", where).auth_test()
    said = why_unreached(raised.value, where)
    assert said.startswith(f"Slack cannot be reached at {where} through the proxy 127.0.0.1:9 (")
    assert "secret" not in said


def opening(address):
    """Return why a socket is not opened at an address that Slack names."""
    with flaky() as slack:
        slack.answer = lambda _: (200, f'{{"ok": true, "url": "{address}"}}', {})
        client = connecting_client(web_client("xoxb-local", slack.url))
        kept = KeptSocket(client, "xapp-local", lambda *_: None, None, LineAMinute())
        with pytest.raises(SocketError) as raised:
            kept.open_first()
        return why_unreached(raised.value, slack.url)


def test_a_socket_that_is_not_opened_is_named_by_its_own_host_and_without_its_ticket():
    said = opening("ws://127.0.0.1:9/link/?ticket=secret")
    assert said.startswith("Slack's socket cannot be opened at 127.0.0.1:9 (")
    assert "refused" in said
    assert "secret" not in said


@LEFT_OPEN
def test_what_is_no_socket_and_what_is_no_address_are_said():
    with flaky() as page:
        said = opening(page.url.replace("http:", "ws:"))
    assert said.endswith("(what answers there is no socket)")
    assert opening("ws://[x").startswith("Slack's socket cannot be opened at an address that is")


@LEFT_OPEN
def test_a_proxy_that_refuses_a_socket_is_named_with_its_answer(monkeypatch):
    with flaky() as proxy:  # it knows no CONNECT
        host = proxy.url.removeprefix("http://").removesuffix("/api/")
        monkeypatch.setenv("https_proxy", f"http://me:secret@{host}")
        said = opening("wss://wss.invalid/link/?ticket=secret")
    assert said == (
        f"Slack's socket cannot be opened at wss.invalid through the proxy {host}"
        " (the proxy answers 501)"
    )


@pytest.mark.slow(8)
def test_the_program_reaches_a_slack_on_this_machine_whatever_the_proxy(tmp_path):
    with running("manifest.yml", rates=False) as slack:
        proxies = dict.fromkeys(("http_proxy", "https_proxy", "HTTPS_PROXY"), NOBODY)
        given = {
            "SLACK_BOT_TOKEN": slack.bot_token,
            "SLACK_APP_TOKEN": slack.app_token,
            "SLACK_API_URL": slack.base_url,
        }
        bot = subprocess.Popen(
            [STANCEBOOK, "run"],
            env=environment(tmp_path, **given, **proxies),
            cwd=tmp_path,
            stderr=subprocess.DEVNULL,
        )
        try:
            slack.wait_until_connected(2, within=60)
            assert slack.command("/whois", "turner").error is None
            assert "reluctant" in slack.dm("japan end-of-war").text
        finally:
            bot.terminate()
            assert bot.wait(60) == 0
