"""Resident memory of the idle bot against a bare Bolt app; a question as a whole process."""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from pathlib import Path

_MEASURE = """
import gc, psutil
gc.collect()
print(psutil.Process().memory_info().rss / 2**20)
"""
_AUTHORIZE = """
from slack_bolt.authorization import AuthorizeResult
def authorize(**_):
    return AuthorizeResult(enterprise_id=None, team_id="T", bot_token="xoxb-x")
"""
_SOCKET = "from slack_bolt.adapter.socket_mode import SocketModeHandler\n"
_BARE = f"""
{_AUTHORIZE}{_SOCKET}
from slack_bolt import App
app = App(authorize=authorize, signing_secret="s", process_before_response=True)
app.command("/stance")(lambda ack: ack("x"))
"""
_OURS = f"""
{_AUTHORIZE}
import bot.serve
from bot.slack.app import create_app
from bot.slack.settings import Settings
from knowledge.kb.shipped import open_kb
app = create_app(open_kb(), Settings(), authorize=authorize)
"""


def resident_mib(program: str) -> float:
    """Return the median of three fresh processes."""
    runs = [
        subprocess.run(
            [sys.executable, "-c", program + _MEASURE], capture_output=True, text=True, check=True
        )
        for _ in range(3)
    ]
    return round(statistics.median(float(run.stdout) for run in runs), 1)


def ask_seconds() -> float:
    """Return the median wall time of `stancebook ask` as a whole process."""
    command = [str(Path(sys.executable).parent / "stancebook"), "ask", "/stance japan end-of-war"]
    found = []
    for _ in range(7):
        start = time.perf_counter()
        subprocess.run(command, capture_output=True, check=True)
        found.append(time.perf_counter() - start)
    return round(statistics.median(found), 3)


def run() -> dict[str, float | int | str]:
    ours, bare = resident_mib(_OURS), resident_mib(_BARE)
    return {
        "idle bot MiB": ours,
        "bare Bolt app MiB": bare,
        "ours/bare": round(ours / bare, 2),
        "stancebook ask, whole process, s": ask_seconds(),
    }
