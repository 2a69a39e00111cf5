"""Print every other Python that the project claims, a line each: its version, then its path.

Looks among pyenv's versions and on PATH; the version that runs this is left out.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

OLDEST = (3, 11)
_NAME = re.compile(r"python3(\.\d+)?")
_ASKED = """
import importlib.util, sys, sysconfig
kind = "free-threaded" if sysconfig.get_config_var("Py_GIL_DISABLED") else sys.implementation.name
print(kind, *sys.version_info[:2], importlib.util.find_spec("ensurepip") is not None)
"""


class Found(NamedTuple):
    """A CPython of this machine; without ensurepip it makes no environment."""

    version: tuple[int, int]
    has_ensurepip: bool


def main() -> None:
    seen = {sys.version_info[:2]}
    for program in candidates():
        found = asked(program)
        if found is None or found.version < OLDEST or found.version in seen:
            continue
        version = "{}.{}".format(*found.version)
        if found.has_ensurepip:
            seen.add(found.version)
            sys.stdout.write(f"{version} {program}\n")
        else:
            sys.stderr.write(f"{program} is left out: install python{version}-venv to test on it\n")


def candidates() -> list[Path]:
    """Return what may be a Python: pyenv's own files first, whose shims may refuse to answer."""
    root = Path(os.environ.get("PYENV_ROOT") or Path.home() / ".pyenv")
    folders = [Path(folder) for folder in os.environ.get("PATH", "").split(os.pathsep) if folder]
    listed = [file for folder in folders if folder.is_dir() for file in sorted(folder.iterdir())]
    on_path = [file for file in listed if _NAME.fullmatch(file.name)]
    return sorted(root.glob("versions/*/bin/python")) + on_path


def asked(program: Path) -> Found | None:
    """Return what a program says of itself; None where it is not a CPython that runs."""
    command = [program, "-c", _ASKED]
    try:
        ran = subprocess.run(command, capture_output=True, text=True, check=False, timeout=20)
    except (OSError, subprocess.TimeoutExpired):
        return None
    kind, *said = ran.stdout.split() or [""]
    return Found((int(said[0]), int(said[1])), said[2] == "True") if kind == "cpython" else None


if __name__ == "__main__":
    main()
