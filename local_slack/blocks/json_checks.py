"""Checks of JSON that can be combined; each yields problems, with a JSON pointer to the place."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

Problem = str
Check = Callable[[Any, str], Iterator[Problem]]


def at(message: str, pointer: str) -> Problem:
    """Return a problem as Slack words it."""
    return f"{message} [json-pointer:{pointer}]"


def string(most: int | None = None, least: int = 0) -> Check:
    def check(value: Any, here: str) -> Iterator[Problem]:  # noqa: ANN401 (any JSON)
        if not isinstance(value, str):
            yield at("must be a string", here)
        elif len(value) < least:
            yield at(f"must be more than {least - 1} characters", here)
        elif most is not None and len(value) > most:
            yield at(f"must be less than {most + 1} characters", here)

    return check


def one_of(*allowed: Any) -> Check:  # noqa: ANN401 (any JSON)
    def check(value: Any, here: str) -> Iterator[Problem]:  # noqa: ANN401 (any JSON)
        if value not in allowed:
            yield at("must be a valid enum value", here)

    return check


def flag(value: Any, here: str) -> Iterator[Problem]:  # noqa: ANN401 (any JSON)
    if not isinstance(value, bool):
        yield at("must be a boolean", here)


def whole(least: int, most: int | None = None) -> Check:
    def check(value: Any, here: str) -> Iterator[Problem]:  # noqa: ANN401 (any JSON)
        if not isinstance(value, int) or isinstance(value, bool):
            yield at("must be an integer", here)
        elif value < least:
            yield at(f"must be greater than or equal to {least}", here)
        elif most is not None and value > most:
            yield at(f"must be less than or equal to {most}", here)

    return check


def anything(_value: Any, _here: str) -> Iterator[Problem]:  # noqa: ANN401 (any JSON)
    yield from ()


def items(of: Check, most: int | None = None, least: int = 0) -> Check:
    def check(value: Any, here: str) -> Iterator[Problem]:  # noqa: ANN401 (any JSON)
        if not isinstance(value, list):
            yield at("must be an array", here)
            return
        if len(value) < least:
            yield at(f"no less than {least} items allowed", here)
        if most is not None and len(value) > most:
            yield at(f"no more than {most} items allowed", here)
        for number, item in enumerate(value):
            yield from of(item, f"{here}/{number}")

    return check


@dataclass(frozen=True)
class Shape:
    """An object: a check for each field, the required fields, and a check of the whole."""

    fields: dict[str, Check]
    required: tuple[str, ...] = ()
    also: Check = anything
    one_required: tuple[str, ...] = field(default=())

    def __call__(self, value: Any, here: str) -> Iterator[Problem]:  # noqa: ANN401 (any JSON)
        if not isinstance(value, dict):
            yield at("must be an object", here)
            return
        for name in self.required:
            if value.get(name) is None:
                yield at(f"missing required field: {name}", here)
        if self.one_required and not any(value.get(n) for n in self.one_required):
            yield at(f"missing required field: {' or '.join(self.one_required)}", here)
        for name, found in value.items():
            if name not in self.fields:
                yield at(f"invalid additional property: {name}", here)
            elif found is not None:
                yield from self.fields[name](found, f"{here}/{name}")
        yield from self.also(value, here)


def by_type(shapes: dict[str, Shape]) -> Check:
    def check(value: Any, here: str) -> Iterator[Problem]:  # noqa: ANN401 (any JSON)
        if not isinstance(value, dict):
            yield at("must be an object", here)
        elif "type" not in value:
            yield at("missing required field: type", here)
        elif value["type"] not in shapes:
            yield at(f"unsupported type: {value['type']}", f"{here}/type")
        else:
            yield from shapes[value["type"]](value, here)

    return check
