"""A cable to the server, which can be cut, or go dead so that both ends wait."""

from __future__ import annotations

import socket
from contextlib import suppress
from threading import Event, Thread
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    Address = Path | tuple[str, int]  # of a UNIX socket, or a host and its port


class Cable:
    """Listens on a port and hands every byte on, to and from the server's address."""

    def __init__(self, far: Address) -> None:
        self._far = far
        self._alive = Event()
        self._alive.set()
        self._sockets: list[socket.socket] = []
        self._silent: set[socket.socket] = set()
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port = self._listener.getsockname()[1]
        self.connections = 0
        self._threads = [Thread(target=self._accept)]
        self._threads[0].start()

    def die(self) -> None:
        """Hand nothing on any more, and close nothing."""
        self._alive.clear()

    def revive(self) -> None:
        """Hand on what has come meanwhile, and what comes."""
        self._alive.set()

    def fall_silent(self) -> None:
        """Lose whatever is sent by the connections of now, and close none of them."""
        self._silent |= set(self._sockets)

    def cut(self) -> None:
        """Close every connection."""
        for each in self._sockets:
            with suppress(OSError):
                each.shutdown(socket.SHUT_RDWR)

    def close(self) -> None:
        """Cut it, and take no more connections."""
        self._listener.shutdown(socket.SHUT_RDWR)  # which wakes whoever waits for a connection
        self._threads[0].join()
        self.revive()
        self.cut()
        for thread in self._threads:
            thread.join()
        for each in (*self._sockets, self._listener):
            each.close()

    def _accept(self) -> None:
        with suppress(OSError):
            while True:
                near, _ = self._listener.accept()
                self.connections += 1
                far = _connected(self._far)
                self._sockets += [near, far]
                carriers = [
                    Thread(target=self._carry, args=pair) for pair in ((near, far), (far, near))
                ]
                self._threads += carriers
                for carrier in carriers:
                    carrier.start()

    def _carry(self, source: socket.socket, target: socket.socket) -> None:
        with suppress(OSError):
            while data := source.recv(65536):
                self._alive.wait()
                if source not in self._silent:
                    target.sendall(data)
            target.shutdown(socket.SHUT_RDWR)


def _connected(address: Address) -> socket.socket:
    if isinstance(address, tuple):
        return socket.create_connection(address)
    far = socket.socket(socket.AF_UNIX)
    far.connect(str(address))
    return far
