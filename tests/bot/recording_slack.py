"""A Slack that says yes to everything and records what it is sent, over real HTTP."""

from __future__ import annotations

import json
import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs


class _Recorder(BaseHTTPRequestHandler):
    def do_POST(self):
        raw = self.rfile.read(int(self.headers.get("Content-Length") or 0)).decode()
        self.server.requests.append((self.path, _read(raw)))
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.end_headers()
        self.wfile.write(b'{"ok": true, "ts": "1.2", "channel": "C1"}')

    do_GET = do_POST  # noqa: N815 (the library's name)

    def log_message(self, *_):
        """Keep requests out of the output of the tests."""


def _read(raw):
    if raw.startswith("{"):
        return json.loads(raw)
    return {name: values[0] for name, values in parse_qs(raw).items()}


class RecordingSlack:
    """What was posted to it, and the addresses that an app needs."""

    def __init__(self, server):
        self.host = f"http://127.0.0.1:{server.server_port}"
        self.api_url, self.response_url = f"{self.host}/api/", f"{self.host}/response/x"
        self.requests = server.requests

    @property
    def posts(self):
        """The messages that were posted, in a channel or to a response_url."""
        return [body for path, body in self.requests if "chat.post" in path or "/response" in path]


@contextmanager
def recording():
    with ThreadingHTTPServer(("127.0.0.1", 0), _Recorder) as server:
        server.requests = []
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        yield RecordingSlack(server)
        server.shutdown()
        thread.join()
