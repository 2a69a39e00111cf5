"""A port to listen on, opened before anything else is done, so that a taken one is told at once."""

from __future__ import annotations

import os
import socket

from knowledge.corpus import SettingsError


def open_port(bind: str, port: int, option: str) -> socket.socket:
    """Listen on a port, 0 for a free one.

    Raises SettingsError, which names the option, where it is taken or the address is another
    machine's.
    """
    family = socket.AF_INET6 if ":" in bind else socket.AF_INET
    try:
        return socket.create_server((bind, port), family=family)
    except OSError as error:
        code = error.errno or 0  # below 0 are those of a name that is looked up
        why = os.strerror(code) if code > 0 else "there is no such address"
        msg = f"--bind {bind} {option} {port}: {why}. Name another address or port."
        raise SettingsError(msg) from None
