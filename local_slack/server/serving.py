"""Serving a local Slack from a command line, until Ctrl-C, SIGTERM or SIGHUP."""

from __future__ import annotations

import errno
import signal
import threading
from typing import TYPE_CHECKING

from local_slack.server.recording import write_private
from local_slack.server.running import running

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from types import FrameType

    from local_slack.refusal import Payload
    from local_slack.server.driving import LocalSlack


class PortTakenError(OSError):
    """The wanted port is in use."""

    def __init__(self, port: int) -> None:
        super().__init__(
            errno.EADDRINUSE,
            f"Port {port} is in use. Name another port, or none to take a free one.",
        )


class _StoppedError(BaseException):
    """A signal came while it starts; no library's `except Exception` takes it."""


_SIGNALS = ("SIGTERM", "SIGINT", "SIGHUP")  # Windows has no SIGHUP
# Seconds after which the main thread looks up: a signal that arrives in the moment before it waits
# does not wake it, and is handled when it wakes.
_WAKING = 0.5


def serve(  # noqa: PLR0913 (the options of a command line)
    manifest: Payload | Path,
    *,
    port: int = 0,
    record: Path | None = None,
    env: Path | None = None,
    allow_builtin: bool = False,
    started: Callable[[LocalSlack], Callable[[], None] | None],
) -> None:
    """Serve until Ctrl-C, SIGTERM or SIGHUP; raise ManifestRefused or PortTakenError.

    `env` names a file that gets what an app needs to connect, for its owner only.
    `started` may return a function that disconnects the app; it is called before the server stops.
    A signal that comes while `started` runs breaks it off.
    """
    stop = threading.Event()
    _break_off_on_signals(stop)
    try:
        with running(manifest, port=port, record=record, allow_builtin=allow_builtin) as slack:
            if env:
                write_private(env, how_to_connect(slack) + "\n")
            disconnect = started(slack)
            _on_signals(lambda *_: stop.set())
            while not stop.wait(_WAKING):
                pass
            if disconnect:
                slack.disconnect(disconnect)
    except _StoppedError:
        return
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            raise PortTakenError(port) from None
        raise


def _break_off_on_signals(stop: threading.Event) -> None:
    """Raise _StoppedError wherever the main thread is; where that is swallowed, stop is set."""

    def stopped(*_: object) -> None:
        stop.set()
        raise _StoppedError

    _on_signals(stopped)


def _on_signals(handler: Callable[[int, FrameType | None], object]) -> None:
    for name in _SIGNALS:
        number = getattr(signal, name, None)
        # What nohup has started stays when its terminal is closed.
        if number and (name != "SIGHUP" or signal.getsignal(number) is not signal.SIG_IGN):
            signal.signal(number, handler)


def how_to_connect(slack: LocalSlack) -> str:
    """Return what another Bolt app needs to connect, as `export` lines for a shell."""
    return "\n".join(
        [
            f"export SLACK_API_URL={slack.base_url}",
            f"export SLACK_BOT_TOKEN={slack.bot_token}",
            f"export SLACK_APP_TOKEN={slack.app_token}",
            f"export SLACK_SIGNING_SECRET={slack.signing_secret}",
        ]
    )
