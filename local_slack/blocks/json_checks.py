"""Checks of JSON that can be combined; each yields problems, with a JSON pointer to the place.

The words are those of hack-json-schema, the validator that Slack's servers use and publish.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

Problem = str
Check = Callable[[Any, str], Iterator[Problem]]


def at(message: str, pointer: str) -> Problem:
    """Return a problem as Slack words it."""
    return f"{message} [json-pointer:{pointer}]"


def string(most: int | None = None, least: int = 0) -> Check:
    def check(value: Any, here: str) -> Iterator[Problem]:  # noqa: ANN401 (any JSON)
        if not isinstance(value, str):
            yield at("must provide a string", here)
        elif len(value) < least:
            yield at(f"must be more than {least - 1} characters", here)
        elif most is not None and len(value) > most:
            yield at(f"must be less than {most + 1} characters", here)

    return check


def one_of(*allowed: Any) -> Check:  # noqa: ANN401 (any JSON)
    """Return a check for one of some texts, or one of some whole numbers."""
    typed = string() if isinstance(allowed[0], str) else whole()

    def check(value: Any, here: str) -> Iterator[Problem]:  # noqa: ANN401 (any JSON)
        if wrong := list(typed(value, here)):
            yield from wrong
        elif value not in allowed:
            yield at("must be a valid enum value", here)

    return check


def flag(value: Any, here: str) -> Iterator[Problem]:  # noqa: ANN401 (any JSON)
    if not isinstance(value, bool):
        yield at("must be a boolean", here)


def number(value: Any, here: str) -> Iterator[Problem]:  # noqa: ANN401 (any JSON)
    if not isinstance(value, (int, float)) or isinstance(value, bool):
        yield at("must provide a number", here)


def whole(least: int | None = None, most: int | None = None) -> Check:
    def check(value: Any, here: str) -> Iterator[Problem]:  # noqa: ANN401 (any JSON)
        if wrong := list(number(value, here)):
            yield from wrong
        elif not isinstance(value, int):
            yield at("must provide an integer", here)
        elif least is not None and value < least:
            yield at(f"must be greater than {least}", here)  # so Slack says, and takes `least`
        elif most is not None and value > most:
            yield at(f"must be less than {most}", here)

    return check


def anything(_value: Any, _here: str) -> Iterator[Problem]:  # noqa: ANN401 (any JSON)
    yield from ()


def nullable(of: Check) -> Check:
    """Return a check that lets null pass, which Slack takes in few places."""
    return lambda value, here: iter(()) if value is None else of(value, here)


def items(of: Check, most: int | None = None, least: int = 0) -> Check:
    def check(value: Any, here: str) -> Iterator[Problem]:  # noqa: ANN401 (any JSON)
        if not isinstance(value, list):
            yield at("must provide an array", here)
            return
        if len(value) < least:
            yield at(f"must provide at least {least} items", here)
        if most is not None and len(value) > most:
            yield at(f"no more than {most} items allowed", here)
        for position, item in enumerate(value):
            yield from of(item, f"{here}/{position}")

    return check


def unique(value: Any, here: str) -> Iterator[Problem]:  # noqa: ANN401 (any JSON)
    """Yield a problem for a list in which something stands twice."""
    if any(item in value[:position] for position, item in enumerate(value)):
        yield at("must provide unique items", here)


@dataclass(frozen=True)
class Shape:
    """An object: a check for each field, the required fields, and a check of the whole.

    Other fields are refused, unless it is `open`.
    """

    fields: dict[str, Check]
    required: tuple[str, ...] = ()
    also: Check = anything  # called if each field is right by itself
    open: bool = False

    def __call__(self, value: Any, here: str) -> Iterator[Problem]:  # noqa: ANN401 (any JSON)
        if not isinstance(value, dict):
            yield at("must provide an object", here)
        elif wrong := list(self._check_fields(value, here)):
            yield from wrong
        else:
            yield from self.also(value, here)

    def _check_fields(self, value: dict[str, Any], here: str) -> Iterator[Problem]:
        for name in self.required:
            if name not in value:
                yield at(f"missing required field: {name}", here)
        for name, found in value.items():
            if name in self.fields:
                yield from self.fields[name](found, f"{here}/{name}")
            elif not self.open:
                yield at(f"invalid additional property: {name}", here)


def by_type(shapes: Mapping[str, Check]) -> Check:
    """Return a check for an object whose `type` says which shape it has."""

    def check(value: Any, here: str) -> Iterator[Problem]:  # noqa: ANN401 (any JSON)
        if not isinstance(value, dict):
            yield at("must provide an object", here)
        elif "type" not in value:
            yield at("missing required field: type", here)
        elif not isinstance(value["type"], str):
            yield at("must provide a string", f"{here}/type")
        elif value["type"] not in shapes:
            yield at(f"unsupported type: {value['type']}", f"{here}/type")
        else:
            yield from shapes[value["type"]](value, here)

    return check


def several(*checks: Check) -> Check:
    """Return a check that applies each of some checks."""

    def check(value: Any, here: str) -> Iterator[Problem]:  # noqa: ANN401 (any JSON)
        for one in checks:
            yield from one(value, here)

    return check


def exactly_one(first: str, second: str) -> Check:
    """Return a check for objects that have one of two fields."""

    def check(value: Any, here: str) -> Iterator[Problem]:  # noqa: ANN401 (any JSON)
        if (first in value) is (second in value):
            yield at(f"must define either `{first}` or `{second}`", f"{here}/type")

    return check


def at_least_one(*names: str) -> Check:
    """Return a check for objects that have one of some fields, or more of them."""
    listed = f"{', '.join(f'`{n}`' for n in names[:-1])} or `{names[-1]}`"

    def check(value: Any, here: str) -> Iterator[Problem]:  # noqa: ANN401 (any JSON)
        if not value.keys() & set(names):
            yield at(f"must define either {listed}", f"{here}/type")

    return check


def ordered(low: str, high: str, read: Callable[[Any], Any] = int) -> Check:
    """Return a check for objects in which one field is not greater than another."""

    def check(value: Any, here: str) -> Iterator[Problem]:  # noqa: ANN401 (any JSON)
        if low in value and high in value and read(value[low]) > read(value[high]):
            yield at(f"must not be greater than `{high}`", f"{here}/{low}")

    return check
