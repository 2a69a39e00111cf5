"""A picture drawn in a process of its own.

The library keeps the interpreter to itself while it draws, in the first picture for over a second:
in the process that answers, everybody would wait. What it needs of memory is gone with it, too.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING, Final

from bot.pictures.drawing import PictureForm, draw
from knowledge.corpus import StancebookError

if TYPE_CHECKING:
    from bot.pictures.timeline_chart import Spec

_LONGEST: Final = 30  # seconds
# What a process needs to start, and the library to find fonts and keep what it works out. All else
# stays here: the environment holds the tokens of the bot, and the passwords of its databases.
_PASSED_ON: Final = frozenset(
    {
        "FONTCONFIG_FILE",
        "FONTCONFIG_PATH",
        "HOME",
        "LANG",
        "LC_ALL",
        "LC_CTYPE",
        "LD_LIBRARY_PATH",
        "PATH",
        "PYTHONHOME",
        "PYTHONPATH",
        "SYSTEMROOT",
        "TEMP",
        "TMP",
        "TMPDIR",
        "TZ",
        "USERPROFILE",
        "XDG_CACHE_HOME",
        "XDG_CONFIG_HOME",
        "XDG_DATA_HOME",
    }
)


class DrawingError(StancebookError):
    """A picture was not drawn."""


def draw_apart(chart: Spec, form: PictureForm, longest: float = _LONGEST) -> bytes:
    """Return the file of a chart; raise DrawingError where the process breaks or takes too long."""
    command = [sys.executable, "-P", "-m", "bot.pictures.drawing_process", form]
    given = json.dumps(chart).encode()
    passed_on = {name: value for name, value in os.environ.items() if name in _PASSED_ON}
    try:
        done = subprocess.run(  # noqa: S603 (this module itself)
            command,
            input=given,
            capture_output=True,
            timeout=longest,
            env=passed_on,
            check=True,
        )
    except subprocess.TimeoutExpired:
        msg = f"The picture took longer than {longest:g} seconds."
        raise DrawingError(msg) from None
    except (OSError, subprocess.CalledProcessError):
        msg = "The picture could not be drawn."
        raise DrawingError(msg) from None
    return done.stdout


def main(form: str) -> None:
    sys.stdout.buffer.write(draw(json.load(sys.stdin.buffer), PictureForm(form)))


if __name__ == "__main__":
    main(sys.argv[1])
