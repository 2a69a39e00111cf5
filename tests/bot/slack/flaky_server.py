"""A server of HTTP that loses what a test says: it counts the requests that it read."""

from __future__ import annotations

import json
import threading
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


@dataclass
class Flaky:
    """What is answered: a status, a body and headers for each request that was read."""

    url: str = ""
    read: list[dict[str, Any]] = field(default_factory=list)
    answer: Callable[[dict[str, Any]], tuple[int, str, dict[str, str]] | None] = lambda _: (
        200,
        '{"ok": true}',
        {},
    )


@contextmanager
def flaky() -> Iterator[Flaky]:
    """Serve on this machine until the block ends; an answer of None drops the connection."""
    state = Flaky()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self):
            body = self.rfile.read(int(self.headers["Content-Length"]))
            is_json = body.startswith(b"{")
            state.read.append(json.loads(body) if is_json else {"form": body.decode()})
            answered = state.answer(state.read[-1])
            if answered is None:
                self.close_connection = True
                return
            status, said, headers = answered
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(said.encode(errors="surrogateescape"))

        def log_message(self, *_):
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        state.url = f"http://127.0.0.1:{server.server_port}/api/"
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield state
        server.shutdown()
