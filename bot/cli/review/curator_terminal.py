"""The terminal that a review asks on: menus, completion, and ways to leave or go back."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from prompt_toolkit import PromptSession
from prompt_toolkit.application import get_app
from prompt_toolkit.completion import FuzzyWordCompleter
from prompt_toolkit.key_binding import KeyBindings
from rich.console import Console

from bot.cli.review.pointing import Runs, number_words, read_pointing

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from prompt_toolkit.input import Input
    from prompt_toolkit.key_binding import KeyPressEvent
    from prompt_toolkit.output import Output

_FEW: Final = 12  # choices; more of them are not listed
NOTHING: Final = "(nothing)"
NEW: Final = "+"  # typed alone, or before the name of what is new
TAKES: Final = "Takes: "
_LEAVING: Final = KeyBindings()


class Quit(Exception):  # noqa: N818 (not an error)
    """The curator leaves; every decision so far is kept."""


class Back(Exception):  # noqa: N818 (not an error)
    """The curator gave no answer, to go back one level."""


@dataclass
class CuratorTerminal:
    """Asks and shows; tests hand it a pipe and a string. `asked` counts what was asked."""

    console: Console = field(default_factory=lambda: Console(highlight=False))
    input: Input | None = None
    output: Output | None = None
    asked: int = 0

    def ask(
        self,
        label: str,
        words: Iterable[str] = (),
        default: str = "",
        tell: Callable[[str], str] | None = None,
    ) -> str:
        """Return one line, typed with completion; raise Back on Ctrl-C and Quit on Ctrl-D.

        `tell` says below the line what the words typed so far would do.
        """
        self.asked += 1
        completer = FuzzyWordCompleter(sorted(words), WORD=True)
        session: PromptSession[str] = PromptSession(
            input=self.input, output=self.output, key_bindings=_LEAVING
        )
        below = (lambda: tell(get_app().current_buffer.text.strip())) if tell else None
        try:
            return session.prompt(
                f"{label} › ",
                completer=completer,
                complete_while_typing=True,
                default=default,
                bottom_toolbar=below,
            ).strip()
        except KeyboardInterrupt:
            raise Back from None
        except EOFError:
            raise Quit from None

    def write(self, label: str, words: Iterable[str] = (), default: str = "") -> str:
        """Return words in the curator's own writing; a lone letter is a key, and no words."""
        while True:
            typed = self.ask(label, words, default)
            if typed == default or not _is_key(typed):
                return typed
            self.say(f'"{typed}" is a key, and this asks for words. Ctrl-C goes back to the keys.')

    def pick(
        self,
        label: str,
        words: Iterable[str],
        *,
        clear: bool = False,
        default: str | None = None,
        make: Callable[[str], str] | None = None,
    ) -> str:
        """Return one of the words; raise Back on an empty answer without a default.

        `clear` adds NOTHING to the words; `make` makes a new one of the name behind NEW.
        """
        allowed = {*words, *([NOTHING] if clear else [])}
        asks = f"{label} (Enter: {default})" if default else label
        while True:
            picked = self.ask(f"{asks} (+ new)" if make else asks, allowed)
            if picked in allowed:
                return picked
            if make and picked.startswith(NEW):
                return make(picked.removeprefix(NEW).strip())
            if not picked and default:
                return default
            if not picked:
                raise Back
            self.say(f'"{picked}" is not a choice here. {_tell_choices(allowed, make)}')

    def choose(self, label: str, menu: Iterable[str]) -> str:
        """Return a line of a menu, of which the first letters are enough; raise Back as pick()."""
        lines = list(menu)
        while True:
            typed = self.ask(label, lines)
            if not typed:
                raise Back
            begun = [line for line in lines if line.startswith(typed)]
            if typed in lines or len(begun) == 1:
                return typed if typed in lines else begun[0]
            self.say(f'"{typed}" is not a choice here. {_tell_choices({*(begun or lines)}, None)}')

    def key(self, label: str, keys: str, count: int = 0) -> str:
        """Return the one of the keys that was typed, or a number up to `count`."""
        while True:
            typed = self.ask(label).lower()
            if len(typed) == 1 and typed in keys:
                return typed
            if typed.isdecimal() and 0 < int(typed) <= count:
                return typed
            numbers = f", or a number from 1 to {count}" if count else ""
            self.say(f"Type one of these: {', '.join(keys)}{numbers}.")

    def point(
        self,
        label: str,
        words: Sequence[str],
        tell: Callable[[Runs], str],
        *,
        parts: int = 1,
        default: Runs | None = None,
    ) -> Runs:
        """Return runs of words that were pointed at; raise Back on an empty answer.

        What `tell` says of them, above all the words, stands below the line before they are taken.
        """

        def read(typed: str) -> Runs | str:
            given = default if default and not typed else None
            return given or read_pointing(typed, words, parts)

        def tell_pointed(typed: str) -> str:
            runs = read(typed)
            return runs if isinstance(runs, str) else tell(runs)

        self.say(number_words(words))
        asks = f"{label} (Enter: {tell(default).removeprefix(TAKES)})" if default else label
        while True:
            typed = self.ask(asks, tell=tell_pointed)
            if not typed and not default:
                raise Back
            self.say(tell_pointed(typed))
            if not isinstance(runs := read(typed), str):
                return runs

    def say(self, line: str = "") -> None:
        self.console.print(line, markup=False)


@_LEAVING.add("c-d")
def _leave(event: KeyPressEvent) -> None:
    """Leave on Ctrl-D where a line is begun too, instead of deleting a letter of it."""
    event.app.exit(exception=EOFError())


def ask_in_turn(
    terminal: CuratorTerminal, questions: dict[str, Callable[[dict[str, Any]], Any]]
) -> dict[str, Any]:
    """Return the answers to questions that know those before them; Back asks the one before again.

    Back at the first of them, or where none before it had to be asked, is raised.
    """
    names, answers, path, at = list(questions), dict[str, Any](), list[int](), 0
    while at < len(names):
        before = terminal.asked
        try:
            answers[names[at]] = questions[names[at]](answers)
        except Back:
            if not path:
                raise
            at = path.pop()
            continue
        path += [at] * (terminal.asked > before)
        at += 1
    return answers


def _is_key(typed: str) -> bool:
    return len(typed) == 1 and (typed.isascii() or not typed.isalnum())


def _tell_choices(allowed: set[str], make: object) -> str:
    few = ", ".join(sorted(allowed)) if len(allowed) <= _FEW else "a name that Tab offers"
    new = f", or {NEW} and the name of a new one" if make else ""
    return f"Type {few}{new}. Enter alone goes back."
