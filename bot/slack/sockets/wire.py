"""The TCP socket under a connection, made to say when it has ended.

The SDK's connection takes an end without a close frame for silence: it reads nothing in a loop,
with all of a processor, until five pings have failed.
"""

from __future__ import annotations

import socket
from contextlib import suppress


class Wire:
    """Stands in for a socket: an end is an error, all of a frame is sent, and it can be cut."""

    def __init__(self, sock: socket.socket) -> None:
        self._sock = sock

    def recv(self, size: int) -> bytes:
        received = self._sock.recv(size)
        if not received:
            msg = "the other side has closed the connection"
            raise ConnectionResetError(msg)
        return received

    def send(self, data: bytes) -> int:
        self._sock.sendall(data)
        return len(data)

    def close(self) -> None:
        self._sock.close()

    def cut(self) -> None:
        """End the connection for both sides; a thread that waits in recv() wakes up."""
        with suppress(OSError):
            # Not SSLSocket's own, which another thread may not call while one reads.
            socket.socket.shutdown(self._sock, socket.SHUT_RDWR)
