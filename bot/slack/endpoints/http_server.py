"""uvicorn in a thread of its own, on a port that is open already."""

from __future__ import annotations

from threading import Event, Thread
from typing import TYPE_CHECKING, Final

import uvicorn

if TYPE_CHECKING:
    import socket

    from starlette.types import ASGIApp

_STARTED_WITHIN: Final = 10.0  # seconds
_GRACE: Final = 10  # seconds for the requests that have begun
# Balancers keep a connection for a minute; who closes it first must not be the one that is asked.
_KEPT: Final = 75  # seconds


class _Server(uvicorn.Server):
    """Says when it listens."""

    def __init__(self, config: uvicorn.Config) -> None:
        super().__init__(config)
        self.listens = Event()

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self.listens.set()


class HttpServer:
    """Serves an application until it is stopped."""

    def __init__(self, app: ASGIApp, listener: socket.socket) -> None:
        self._listener = listener
        self._server = _Server(_configure(app))
        self._thread = Thread(
            target=self._server.run, args=([listener],), name="http-server", daemon=True
        )

    def start(self) -> None:
        """Answer from now on."""
        self._thread.start()
        self._server.listens.wait(_STARTED_WITHIN)

    def stop(self) -> None:
        """Take no more connections, end the requests that have begun, and close the port."""
        self._server.should_exit = True
        self._thread.join()
        self._listener.close()


def _configure(app: ASGIApp) -> uvicorn.Config:
    return uvicorn.Config(
        app,
        log_config=None,
        access_log=False,
        lifespan="off",
        proxy_headers=False,  # nothing depends on where a request comes from
        server_header=False,
        http="h11",  # other parsers take more of what is malformed
        ws="none",
        timeout_keep_alive=_KEPT,
        timeout_graceful_shutdown=_GRACE,
    )
