"""A page of another site in a real browser: it cannot post, click, read or listen here."""

from __future__ import annotations

import threading
from base64 import b64decode
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from string import Template
from urllib.request import urlopen

import pytest

from local_slack import running
from tests.local_slack.browser import chromium
from tests.local_slack.parrot import HASTE, MANIFEST, client, connected, parrot

pytestmark = [pytest.mark.slow(seconds=10), pytest.mark.one_python]

# What a page may try without asking anybody: an image, a script, a form, requests, a socket,
# a frame. Each says what came of it.
ATTACK = Template("""<!doctype html><title>attack</title><script>
const results = {};
const done = (name) => (what) => { results[name] = what; };
const image = (name, src) => {
  const made = new Image();
  made.onload = () => done(name)("seen");
  made.onerror = () => done(name)("failed");
  made.src = src;
};
const post = "${slack}api/chat.postMessage?token=${token}&channel=${channel}&text=attack-";
image("image", post + "image");
image("file", "${slack}files/${file}/secret.png");
const script = document.createElement("script");
script.onload = () => done("script")("ran");
script.onerror = () => done("script")("failed");
script.src = post + "script";
document.head.append(script);
const ask = (name, url, options) =>
  fetch(url, options).then((r) => r.text().then((t) => done(name)(r.type + t)), () => done(name)("failed"));
ask("get", post + "get", { mode: "no-cors" });
ask("json", "${slack}api/chat.postMessage", { method: "POST", headers: {
  "Content-Type": "application/json", Authorization: "Bearer ${token}" },
  body: JSON.stringify({ channel: "${channel}", text: "attack-json" }) });
ask("read", "${slack}local/state");
ask("act", "${slack}local/act/write", { method: "POST", mode: "no-cors",
  body: JSON.stringify({ user: "${user}", channel: "${channel}", text: "attack-act" }) });
ask("click", "${slack}local/act/click", { method: "POST", mode: "no-cors",
  body: JSON.stringify({ user: "${user}", channel: "${channel}", ts: "${ts}", element: "again" }) });
ask("fault", "${slack}local/faults", { method: "POST", mode: "no-cors",
  body: JSON.stringify({ kind: "server_error", times: 99 }) });
navigator.sendBeacon("${slack}local/act/write",
  JSON.stringify({ user: "${user}", channel: "${channel}", text: "attack-beacon" }));
const socket = new WebSocket("ws${rest}local/events");
socket.onmessage = () => done("socket")("read");
socket.onerror = () => done("socket")("failed");
</script>
<iframe name="into"></iframe>
<iframe id="frame" src="${slack}"></iframe>
<form id="form" target="into" method="POST" action="${slack}api/chat.postMessage">
<input name="token" value="${token}"><input name="channel" value="${channel}">
<input name="text" value="attack-form"></form>
<script>document.getElementById("form").submit();</script>
<a id="link" href="${slack}">a link</a>
""")
PIXEL = b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg=="
)
TRIED = {"image", "file", "script", "get", "json", "read", "act", "click", "fault", "socket"}


@contextmanager
def _site(page):
    """Serve a page on a port of its own, as another site."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.end_headers()
            self.wfile.write(page.encode())

        def log_message(self, *_):
            """Keep requests out of the output of the tests."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def _attack(slack, ts):
    """Return the page, which knows everything that it would have to guess."""
    reserved = client(slack).files_getUploadURLExternal(filename="secret.png", length=len(PIXEL))
    urlopen(reserved["upload_url"], PIXEL).close()
    return ATTACK.substitute(
        slack=slack.url,
        rest=slack.url.removeprefix("http"),
        token=slack.bot_token,
        channel=slack.channel,
        user=slack.user,
        ts=ts,
        file=reserved["file_id"],
    )


@pytest.fixture(scope="module")
def browser():
    with chromium() as started:
        yield started


@pytest.mark.parametrize("name", ["127.0.0.1", "localhost"])
def test_another_site_can_neither_post_nor_click_nor_read_nor_listen(browser, name):
    heard = []
    with (
        running(MANIFEST, timing=HASTE) as slack,
        connected(slack, parrot(slack, heard)),
    ):
        shown = client(slack).chat_postMessage(channel=slack.channel, text="shown")
        attack = _attack(slack, shown["ts"]).replace("127.0.0.1", name)
        calls, heard[:] = len(slack.calls()), []
        with _site(attack) as url:
            page = browser.new_context().new_page()
            page.goto(url)
            page.wait_for_function(f"Object.keys(results).length >= {len(TRIED)}", timeout=10_000)
            page.wait_for_load_state("networkidle")
            results = page.evaluate("results")
            framed = page.frames[-1].evaluate("document.body.innerText")
            page.click("#link")
            page.wait_for_url(slack.url.replace("127.0.0.1", name))
            page.context.close()
        assert results.keys() == TRIED
        # What may not be read is an opaque answer without words; what may be done is checked below.
        assert set(results.values()) <= {"failed", "opaque"}
        assert "general" not in framed
        assert [m.text for m in slack.messages()] == ["shown"]
        assert len(slack.calls()) == calls
        assert slack.core.faults.as_json() == []
        assert heard == []
