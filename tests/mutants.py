"""Change each numeric constant that decides answers and list the changes that no test notices."""

from __future__ import annotations

import ast
import importlib
import os
import sys
from pathlib import Path

import pytest

# Rooms whose constants decide answers, each with the tests that should notice a change.
ROOMS = {
    "knowledge/names": ("tests/knowledge/names", "tests/knowledge/questions"),
    "knowledge/questions": ("tests/knowledge/questions", "tests/bot/commands"),
    "knowledge/check_quote": ("tests/knowledge/check_quote", "tests/bot/commands"),
    "knowledge/text": (
        "tests/knowledge/text",
        "tests/knowledge/check_quote",
        "tests/knowledge/corpus",
    ),
    "bot/commands": ("tests/bot/commands",),
    "bot/answers": ("tests/bot/answers", "tests/bot/commands"),
    "bot/layout": ("tests/bot/layout", "tests/bot/commands"),
    "bot/block_kit": ("tests/bot/block_kit",),
}


def constants(file):
    """Yield the names and the numbers of a module's constants."""
    for node in ast.parse(file.read_text(encoding="utf-8")).body:
        targets = [node.target] if isinstance(node, ast.AnnAssign) else getattr(node, "targets", [])
        value = node.value if targets else None
        if isinstance(value, ast.Constant) and type(value.value) in {int, float}:
            yield from ((t.id, value.value) for t in targets if isinstance(t, ast.Name))


def steps(number):
    """Return a small and a large step to either side."""
    small = 1 if isinstance(number, int) else number / 10
    return [number - small, number + small, number / 2 if small < 1 else number // 2, number * 3]


def survives(module, name, number, tests):
    """Return whether the tests pass with this number, in a fork of this process."""
    if child := os.fork():
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
    sys.stdout = sys.stderr = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115
    old = getattr(module, name)
    for loaded in list(sys.modules.values()):
        if getattr(loaded, name, None) is old:
            setattr(loaded, name, number)
    found = [test for test in tests if Path(test).exists()]
    os._exit(pytest.main(["-x", "-q", "-p", "no:cacheprovider", "-m", "not slow", *found]))


def main(rooms):
    for room in rooms or ROOMS:
        for file in sorted(Path(room).rglob("*.py")):
            module = importlib.import_module(".".join(file.with_suffix("").parts))
            for name, number in constants(file):
                lasting = [s for s in steps(number) if survives(module, name, s, ROOMS[room])]
                print(
                    f"{file} {name} = {number}: {lasting or 'every change is noticed'}", flush=True
                )


if __name__ == "__main__":
    importlib.import_module("bot.commands").registry()
    main(sys.argv[1:])
