"""The first that runs of `stancebook`: whatever happens, the exit code is the one that is meant.

The signals that stop `stancebook run`, `serve`, `mcp` and `local` count from here on, before the
seconds that their imports take. Ctrl-C ends the other commands without a trace of what they were
loading.
"""

from __future__ import annotations

import os
import select
import signal
import sys
from contextlib import suppress

from bot.slack.stopping import StoppedError, stop_by, stop_no_more

_PATIENCE = 1.0  # seconds for whoever reads standard error
_STANDARD_ERROR = 2
_STOPPED = b"Stopped before it served.\n"


def main() -> None:
    """Run the program; exit with its code also where standard error cannot be written."""
    on_ctrl_c = signal.getsignal(signal.SIGINT)
    serves = sys.argv[1:2] in (["run"], ["serve"], ["mcp"], ["local"])
    if serves:
        stop_by(_leave)  # no error is raised: it would surprise what is imported
    elif on_ctrl_c is signal.default_int_handler:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
    try:
        from bot.cli.main import main as program

        if signal.getsignal(signal.SIGINT) is signal.SIG_DFL:
            signal.signal(signal.SIGINT, on_ctrl_c)
        program()
    except StoppedError:  # while it told why it cannot serve
        _leave()
    finally:
        if serves:  # the interpreter's end would let a signal kill it, and take the code's place
            stop_no_more()
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
