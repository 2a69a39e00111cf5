"""The terminal that a review asks on: menus, completion, and ways to leave or go back."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING

from prompt_toolkit import PromptSession
from prompt_toolkit.completion import FuzzyWordCompleter
from rich.console import Console

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from prompt_toolkit.input import Input
    from prompt_toolkit.output import Output

_RANGE = re.compile(r"(\d+)(?:\s*-\s*(\d+))?")
_FEW = 12  # choices; more of them are not listed
NOTHING = "(nothing)"


class Quit(Exception):  # noqa: N818 (not an error)
    """The curator leaves; every decision so far is kept."""


class Back(Exception):  # noqa: N818 (not an error)
    """The curator gave no answer, to go back to the keys."""


@dataclass
class CuratorTerminal:
    """Asks and shows; tests hand it a pipe and a string."""

    console: Console = field(default_factory=lambda: Console(highlight=False))
    input: Input | None = None
    output: Output | None = None

    def ask(self, label: str, words: Iterable[str] = (), default: str = "") -> str:
        """Return one line, typed with completion; raise Quit on Ctrl-C and Ctrl-D."""
        completer = FuzzyWordCompleter(sorted(words), WORD=True)
        session: PromptSession[str] = PromptSession(input=self.input, output=self.output)
        try:
            return session.prompt(
                f"{label} › ", completer=completer, complete_while_typing=True, default=default
            ).strip()
        except (KeyboardInterrupt, EOFError):
            raise Quit from None

    def pick(self, label: str, words: Iterable[str], *, clear: bool = False) -> str:
        """Return one of the words; raise Back on an empty answer. `clear` adds NOTHING to them."""
        allowed = {*words, *([NOTHING] if clear else [])}
        while True:
            picked = self.ask(label, allowed)
            if picked in allowed:
                return picked
            if not picked:
                raise Back
            few = ", ".join(sorted(allowed)) if len(allowed) <= _FEW else "a name that Tab offers"
            self.say(f'"{picked}" is not a choice here. Type {few}. Enter alone goes back.')

    def key(self, label: str, keys: str) -> str:
        """Return the one of the keys that was typed; a longer word is not a key."""
        while True:
            typed = self.ask(label).lower()
            if len(typed) == 1 and typed in keys:
                return typed
            self.say(f"Type one of these: {', '.join(keys)}.")

    def point(self, label: str, words: Sequence[str], *, parts: int = 1) -> list[tuple[int, int]]:
        """Return runs of words that were chosen by number, such as 1-8 12-20.

        Each run is its first and last index. Raise Back on an empty answer.
        """
        self.say(" ".join(f"{word}({i})" for i, word in enumerate(words, start=1)))
        while True:
            typed = self.ask(label)
            if not typed:
                raise Back
            runs = [(int(a) - 1, int(b or a) - 1) for a, b in _RANGE.findall(typed)]
            if wrong := _find_fault(typed, runs, len(words), parts):
                self.say(wrong)
            else:
                return runs

    def say(self, line: str = "") -> None:
        self.console.print(line, markup=False)


def _find_fault(typed: str, runs: list[tuple[int, int]], count: int, parts: int) -> str | None:
    """Return what is wrong with the numbers typed."""
    if not re.fullmatch(r"[\d\s,-]+", typed) or not runs:
        return "Type numbers of words, such as 3-9. Enter alone goes back."
    if len(runs) > parts:
        return f"Give at most {parts} {'run' if parts == 1 else 'runs'} of words."
    edges = [number for run in runs for number in run]
    if not 0 <= edges[0] <= edges[-1] < count:
        return f"The words have the numbers 1 to {count}."
    if any(a > b for a, b in runs) or any(a[1] >= b[0] for a, b in pairwise(runs)):
        return "Give the numbers in the order of the words, the lower one first."
    return None
