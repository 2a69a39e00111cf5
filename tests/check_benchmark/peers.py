"""The other checkers: what each can judge, and the environment of their own that they run in."""

from __future__ import annotations

import json
import subprocess
import venv
from typing import NamedTuple

from tests.check_benchmark.cases import ROOT, Finding

ENVIRONMENT = ROOT / "build" / "check-benchmark-peers"


class Peer(NamedTuple):
    name: str
    version: str
    not_judged: frozenset[str]
    """The kinds of which its interface takes or says nothing."""


_SPEAKERS = frozenset({"right_speaker", "wrong_speaker"})
_CUTS = frozenset({"misleading_cut", "fresh_misleading_cut"})
PEERS = (
    Peer("krokai", "0.15.0", _SPEAKERS),
    Peer("gtrex", "1.1.0", _SPEAKERS | _CUTS),
    Peer("quotecheck", "0.1.0", _SPEAKERS | _CUTS),
)


def install() -> str | None:
    """Install the peers, unless they are; return why that failed."""
    python = ENVIRONMENT / "bin" / "python"
    if not python.exists():
        venv.create(ENVIRONMENT, with_pip=True)
    wanted = [f"{peer.name}=={peer.version}" for peer in PEERS]
    command = [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *wanted]
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    return (ran.stderr.strip() or "pip failed").splitlines()[-1] if ran.returncode else None


def run(peer: Peer) -> list[Finding] | str:
    """Return what a peer finds, or why it did not run."""
    command = [
        ENVIRONMENT / "bin" / "python",
        "-m",
        "tests.check_benchmark.peer_process",
        peer.name,
    ]
    ran = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if ran.returncode:
        return (ran.stderr.strip() or f"exit code {ran.returncode}").splitlines()[-1]
    return [Finding(**json.loads(line)) for line in ran.stdout.splitlines()]
