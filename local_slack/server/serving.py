"""Serving a local Slack from a command line, until Ctrl-C or SIGTERM."""

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

    from local_slack.refusal import Payload
    from local_slack.server.driving import LocalSlack


class PortTakenError(OSError):
    """The wanted port is in use."""

    def __init__(self, port: int) -> None:
        super().__init__(
            errno.EADDRINUSE,
            f"Port {port} is in use. Name another port, or none to take a free one.",
        )


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
    """Serve until Ctrl-C or SIGTERM; raise ManifestRefused or PortTakenError.

    `env` names a file that gets what an app needs to connect, for its owner only.
    `started` may return a function that disconnects the app; it is called before the server stops.
    """
    stop = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stop.set())
    try:
        with running(manifest, port=port, record=record, allow_builtin=allow_builtin) as slack:
            if env:
                write_private(env, how_to_connect(slack) + "\n")
            disconnect = started(slack)
            while not stop.wait(_WAKING):
                pass
            if disconnect:
                slack.disconnect(disconnect)
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            raise PortTakenError(port) from None
        raise


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
