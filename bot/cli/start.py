"""The first that runs of `stancebook`: whatever happens, the exit code is the one that is meant.

The signals that stop `stancebook run` count from here on, before the seconds that its imports take.
"""

from __future__ import annotations

import os
import select
import sys
from contextlib import suppress

from bot.slack.stopping import StoppedError, exit_at_once

_PATIENCE = 1.0  # seconds for whoever reads standard error
_STANDARD_ERROR = 2
_STOPPED = b"Stopped before it served.\n"


def main() -> None:
    """Run the program; exit with its code also where standard error cannot be written."""
    if sys.argv[1:2] in (["run"], ["mcp"]):
        exit_at_once(_leave)
    try:
        from bot.cli.main import main as program

        program()
    except StoppedError:  # while it told why it cannot serve
        _leave()
    finally:
        _give_up_unwritable()


def _leave() -> None:
    """Say that nothing was served, if anybody reads it soon, and end as told."""
    with suppress(OSError):
        if select.select([], [_STANDARD_ERROR], [], _PATIENCE)[1]:
            os.write(_STANDARD_ERROR, _STOPPED)
    os._exit(0)


def _give_up_unwritable() -> None:
    """Throw away what standard error does not take.

    The interpreter would try once more at its end, and make the exit code 120 of it.
    """
    try:
        sys.stderr.flush()
    except AttributeError:  # closed
        return
    except (OSError, ValueError):
        with suppress(OSError, ValueError), open(os.devnull, "wb") as nowhere:  # noqa: PTH123 (pathlib is not loaded yet)
            os.dup2(nowhere.fileno(), sys.stderr.fileno())
