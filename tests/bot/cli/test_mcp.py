"""`stancebook mcp`: over standard input and output, and over HTTP."""

from __future__ import annotations

import re
import signal
import subprocess
import time
from contextlib import contextmanager

import anyio
import httpx2
import pytest
from mcp import Client, StdioServerParameters
from mcp.client.stdio import stdio_client
from mcp.client.streamable_http import streamable_http_client

from tests.bot.process import STANCEBOOK, environment
from tests.places import CORPUS

TOKEN = "a-token-of-a-test"


async def _issues(transport):
    async with Client(transport) as client:
        return (await client.call_tool("issues", {})).content[0].text


@pytest.mark.slow(seconds=3)
def test_an_assistant_starts_it_and_asks_over_standard_input(tmp_path):
    words = ["mcp", "--corpus", str(CORPUS)]
    given = StdioServerParameters(command=str(STANCEBOOK), args=words, env=environment(tmp_path))
    answered = anyio.run(lambda: _issues(stdio_client(given)))
    assert "Opening of the Tarsk border" in answered


@pytest.mark.parametrize("options", [("--host", "x.example"), ("--bind", "0.0.0.0")])
def test_what_is_of_http_is_not_ignored_without_it(stancebook, options):
    result = stancebook("mcp", *options)
    assert result.exit_code == 2
    assert result.stderr.startswith(
        f"{' '.join(options)} works only over HTTP. Add --http PORT, or leave {options[0]} out."
    )


@pytest.mark.slow(seconds=4)
def test_over_http_what_is_no_request_is_told_in_a_sentence_and_none_is_logged(tmp_path):
    accepts = {"Accept": "application/json, text/event-stream"}
    ask = {"jsonrpc": "2.0", "id": 1, "method": "tools/call"}
    good = {**ask, "params": {"name": "issues", "arguments": {}}}
    log = []
    with _serving(tmp_path, log=log) as address:
        for sent in ([good, good], [], 5, "x", {"a": 1}, {**good, "method": 7}):
            refused = httpx2.post(address, json=sent, headers=accepts)
            assert refused.status_code == 400
            assert "is not a request of JSON-RPC 2.0" in refused.json()["error"]["message"]
        assert httpx2.post(address, json=good, headers=accepts).status_code == 200
        bad = {**ask, "params": {"name": "stance", "arguments": {}}}
        told = httpx2.post(address, json=bad, headers=accepts).json()["result"]
        assert told["content"][0]["text"] == "“holder” is missing."
    assert "Terminating" not in "".join(log)


@contextmanager
def _serving(folder, *options, log=None, **settings):
    """Yield the address of a server on a free port; what it logs then is added to `log`."""
    command = [STANCEBOOK, "mcp", "--corpus", CORPUS, "--http", "0", *options]
    given = environment(folder, **settings)
    with subprocess.Popen(command, env=given, cwd=folder, stderr=subprocess.PIPE, text=True) as run:
        until = time.monotonic() + 30
        for line in run.stderr:
            found = re.search(r"http://127\.0\.0\.1:\d+", line)
            if found or time.monotonic() > until:
                break
        try:
            yield f"{found[0]}/mcp"
        finally:
            run.terminate()
            rest = run.stderr.read()
            if log is not None:
                log.append(rest)


async def _over_http(address, token=None):
    headers = {"Authorization": f"Bearer {token}"} if token else {}
    async with httpx2.AsyncClient(headers=headers) as http:
        return await _issues(streamable_http_client(address, http_client=http))


@pytest.mark.slow(seconds=4)
def test_over_http_the_token_is_needed_and_other_hosts_are_refused(tmp_path):
    with _serving(tmp_path, STANCEBOOK_MCP_TOKEN=TOKEN) as address:
        assert "Opening of the Tarsk border" in anyio.run(_over_http, address, TOKEN)
        refused = [{}, {"Authorization": "Bearer é".encode()}, {"Authorization": f"Basic {TOKEN}"}]
        codes = [httpx2.post(address, json={}, headers=given).status_code for given in refused]
        assert codes == [401, 401, 401]
        either = {"Authorization": f"bearer {TOKEN}"}
        assert httpx2.post(address, json={}, headers=either).status_code != 401
        elsewhere = {"Authorization": f"Bearer {TOKEN}", "Host": "evil.example"}
        assert httpx2.post(address, json={}, headers=elsewhere).status_code == 421


@pytest.mark.slow(seconds=3)
def test_on_this_machine_no_token_is_needed(tmp_path):
    with _serving(tmp_path) as address:
        assert "Opening of the Tarsk border" in anyio.run(_over_http, address)


@pytest.mark.slow(seconds=20)
@pytest.mark.parametrize("options", [(), ("--http", "0")])
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
def test_a_signal_ends_it_with_code_0(tmp_path, options, number):
    command = [STANCEBOOK, "mcp", "--corpus", CORPUS, *options]
    pipes = {"stdin": subprocess.PIPE, "stderr": subprocess.PIPE, "stdout": subprocess.DEVNULL}
    with subprocess.Popen(command, env=environment(tmp_path), cwd=tmp_path, **pipes) as run:
        run.stderr.readline()  # what is not proved, said once it begins to serve
        run.send_signal(number)
        assert run.wait(30) == 0
        assert b"Traceback" not in run.stderr.read()


@pytest.mark.parametrize(
    ("options", "token", "told"),
    [
        (("--bind", "0.0.0.0"), "", "needs STANCEBOOK_MCP_TOKEN"),
        (("--bind", "nowhere.example"), "", "needs STANCEBOOK_MCP_TOKEN"),
        (("--host", "stancebook.example.org"), "", "needs STANCEBOOK_MCP_TOKEN"),
        (("--host", "https://stancebook.example.org"), "", "give the name alone"),
        ((), "short", "too short"),
    ],
)
def test_a_door_that_is_open_to_anybody_is_refused(stancebook, options, token, told, monkeypatch):
    monkeypatch.setenv("STANCEBOOK_MCP_TOKEN", token)
    result = stancebook("mcp", "--http", "0", *options)
    assert result.exit_code == 2
    assert told in result.stderr
