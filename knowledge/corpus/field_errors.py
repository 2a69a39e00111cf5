"""Pydantic's errors in a curator's words: what is wrong, and what to do about it."""

from __future__ import annotations

import re
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any, get_args

from knowledge.corpus.errors import Fault
from knowledge.corpus.model import Model

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pydantic import ValidationError
    from pydantic_core import ErrorDetails

    from knowledge.corpus.errors import Location


_NOT_A_BOOL = ("This is neither true nor false.", "Write true or false.")
_NOT_AN_INT = ("This is not a whole number.", "Write digits only.")
# What is wrong and what to do, by pydantic's type of error: its own messages are for programmers.
_WORDED = {
    "missing": ("This field is missing.", "Add it: {template} shows how."),
    "model_type": ("This is not a group of fields.", "Write the fields as {template} does."),
    "tuple_type": ("This is not a list.", "Write [ITEM, ITEM], or one item on a line, after a -."),
    "string_type": ("This is not text.", "Write words, in quotation marks if in doubt."),
    "string_too_short": ("This field is empty.", "Fill it in, or remove it if it is optional."),
    "string_too_long": ("This text has more than {max_length} characters.", "Shorten it."),
    "too_short": ("This list is empty.", "Give at least one item, as {template} does."),
    "bool_type": _NOT_A_BOOL,
    "bool_parsing": _NOT_A_BOOL,
    "int_type": _NOT_AN_INT,
    "int_parsing": _NOT_AN_INT,
    "int_parsing_size": _NOT_AN_INT,
    "int_from_float": _NOT_AN_INT,
    "greater_than": ("This is not more than {gt}.", "Write a larger number."),
    "greater_than_equal": ("This is less than {ge}.", "Write a larger number."),
}


def faults(model: type[Model], error: ValidationError) -> Iterator[Fault]:
    """Word everything that a model refused."""
    refusals = error.errors(include_url=False)
    around = {r["loc"][:length] for r in refusals for length in range(len(r["loc"]))}
    for refused in refusals:
        if refused["loc"] not in around:  # a list is not empty because its items are refused
            yield _fault(model, refused)


def _fault(model: type[Model], refused: ErrorDetails) -> Fault:
    where, kind, given = refused["loc"], refused["type"], refused["input"]
    if kind == "extra_forbidden":
        why = "This kind of entry has no such field."
        return Fault(where, why, _rename(_model_at(model, where[:-1]), str(where[-1])))
    if kind == "enum":
        known = re.findall("'([^']*)'", refused["ctx"]["expected"])
        close = get_close_matches(str(given), known, n=1)
        why = f"{given!r} is not one of the codebook's words for this field."
        return Fault(where, why, f"Write one of: {', '.join(known)}.", *close)
    if given is None and kind in {"model_type", "tuple_type", "string_type", "int_type"}:
        why = "This field is empty." if where else "This file is empty."
        return Fault(where, why, f"Write it as {_template(model)} does.")
    if kind in _WORDED:
        filled = {"template": _template(model), **refused.get("ctx", {})}
        why, what_to_do = (words.format(**filled) for words in _WORDED[kind])
        return Fault(where, why, what_to_do)
    # The validators in fields.py give what is wrong on one line, and what to do on the next.
    why, _, what_to_do = refused["msg"].removeprefix("Value error, ").partition("\n")
    return Fault(where, why, what_to_do or f"Write it as {_template(model)} does.")


def _template(model: type[Model]) -> str:
    return f"the template {model.__name__.lower()}.yaml"


def _rename(model: type[Model], name: str) -> str:
    fields = [field.alias or name for name, field in model.model_fields.items()]
    if close := get_close_matches(name, fields, n=1):
        return f"Call it '{close[0]}' if that is what you mean."
    return f"Remove it, or use one of: {', '.join(fields)}."


def _model_at(model: type[Model], where: Location) -> type[Model]:
    """Return the model of the part that `where` leads to."""
    for step in where:
        aliased = {field.alias or name: field for name, field in model.model_fields.items()}
        if step in aliased:
            model = next(_models(aliased[str(step)].annotation), model)
    return model


def _models(annotation: Any) -> Iterator[type[Model]]:  # noqa: ANN401 (any annotation)
    if isinstance(annotation, type) and issubclass(annotation, Model):
        yield annotation
    for part in get_args(annotation):
        yield from _models(part)
