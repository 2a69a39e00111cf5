"""A load balancer as any other: each request goes to the next process that says it is ready.

Where a process breaks off, the request is tried at another one.
"""

from __future__ import annotations

import http.client
import threading
import time
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import count

LOOKS = 0.25  # seconds between two looks at who is ready
PATIENCE = 10  # seconds for an answer
_TURN = count()


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        status, headers, answer = self.server.forward(self.path, body, dict(self.headers))
        with suppress(OSError):  # who asked has given up
            self.send_response(status)
            for name, value in headers:
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(answer)))
            self.end_headers()
            self.wfile.write(answer)

    def log_message(self, *_):
        """Keep requests out of what the bench prints."""


class Balancer(ThreadingHTTPServer):
    """Listens in threads of its own until it is stopped."""

    daemon_threads = True
    request_queue_size = 128

    def __init__(self, ports):
        super().__init__(("127.0.0.1", 0), _Handler)
        self.ports, self.ready = ports, set()
        self.tried_again = 0
        self.state_away: list[float] = []  # when one of them could not use the database
        self._stopped = threading.Event()
        for work in (self.serve_forever, self._look):
            threading.Thread(target=work, daemon=True).start()

    def stop(self):
        self._stopped.set()
        self.shutdown()
        self.server_close()

    def handle_error(self, request, client_address):
        """Say nothing of who asked and did not wait."""

    def forward(self, path, body, headers):
        """Return the answer of the first that gives one: status, headers, body."""
        turn = next(_TURN)
        ready = sorted(self.ready)
        for number in range(len(ready)):
            with suppress(OSError, http.client.HTTPException):
                return _ask(ready[(turn + number) % len(ready)], "POST", path, body, headers)
            self.tried_again += 1
        return 502, [], b""

    def wait_for(self, how_many, within=300):
        end = time.monotonic() + within
        while len(self.ready) != how_many:
            if time.monotonic() > end:
                raise TimeoutError
            time.sleep(0.05)

    def _look(self):
        while not self._stopped.wait(LOOKS):
            told = {port: _readiness(port) for port in self.ports}
            self.ready = {port for port, said in told.items() if said}
            if b"away" in b"".join(told.values()):
                self.state_away.append(time.monotonic())


def _readiness(port):
    """Return what a process says of itself, or nothing where it is not ready."""
    with suppress(OSError, http.client.HTTPException):
        status, _, said = _ask(port, "GET", "/ready")
        return said if status == 200 else b""
    return b""


def _ask(port, method, path, body=b"", headers=None):
    line = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
    try:
        line.request(method, path, body, headers or {})
        answer = line.getresponse()
        told = [
            h for h in answer.getheaders() if h[0].lower() in {"content-type", "x-slack-no-retry"}
        ]
        return answer.status, told, answer.read()
    finally:
        line.close()
