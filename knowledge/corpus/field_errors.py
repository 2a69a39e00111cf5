"""What pydantic refuses, in the curator's words: what is wrong, and what to do about it."""

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


_ONE_OF = "write one of: {}"
# By pydantic's name of each refusal, whose own words are for programmers: why, and what to do.
_WORDED = {
    "missing": ("is missing", "add it: {template} shows how"),
    "model_type": ("is no group of fields", "write them as {template} does"),
    "tuple_type": ("is no list", "write it as [ITEM, ITEM], or each after a - on a line"),
    "string_type": ("is no text", "write words, in quotation marks where in doubt"),
    "string_too_short": ("is empty", "write it, or remove the field where it may be left out"),
    "too_short": ("is empty", "give one at least, as {template} does"),
    "bool_type": ("is neither true nor false", "write one of the two"),
    "bool_parsing": ("is neither true nor false", "write one of the two"),
    "int_type": ("is no whole number", "write digits alone"),
    "int_parsing": ("is no whole number", "write digits alone"),
    "int_parsing_size": ("is no whole number", "write digits alone"),
    "int_from_float": ("is no whole number", "write digits alone"),
    "greater_than": ("is not more than {gt}", "write a larger number"),
    "greater_than_equal": ("is less than {ge}", "write a larger number"),
}


def faults(model: type[Model], error: ValidationError) -> Iterator[Fault]:
    """Word everything that a model refused."""
    refusals = error.errors(include_url=False)
    places = [refused["loc"] for refused in refusals]
    for refused in refusals:
        here = refused["loc"]
        # A list is not empty because its items are refused.
        if any(place[: len(here)] == here and place != here for place in places):
            continue
        yield _fault(model, refused)


def _fault(model: type[Model], refused: ErrorDetails) -> Fault:
    where, kind, given = refused["loc"], refused["type"], refused["input"]
    if kind == "extra_forbidden":
        why = "is no field of this kind of entry"
        return Fault(where, why, _rename(_model_at(model, where[:-1]), str(where[-1])))
    if kind == "enum":
        known = re.findall("'([^']*)'", refused["ctx"]["expected"])
        close = get_close_matches(str(given), known, n=1)
        why = f"{given!r} is no word of the codebook for this"
        return Fault(where, why, _ONE_OF.format(", ".join(known)), *close)
    if given is None and kind in {"model_type", "tuple_type", "string_type", "int_type"}:
        why = "is empty" if where else "holds nothing"
        return Fault(where, why, f"write it as {_template(model)} does")
    if kind in _WORDED:
        filled = {"template": _template(model), **refused.get("ctx", {})}
        why, what_to_do = (words.format(**filled) for words in _WORDED[kind])
        return Fault(where, why, what_to_do)
    # The fields' own validators give "what is wrong; what to do".
    why, _, what_to_do = refused["msg"].removeprefix("Value error, ").partition("; ")
    return Fault(where, why, what_to_do or f"write it as {_template(model)} does")


def _template(model: type[Model]) -> str:
    return f"the template {model.__name__.lower()}.yaml"


def _rename(model: type[Model], name: str) -> str:
    fields = [field.alias or name for name, field in model.model_fields.items()]
    if close := get_close_matches(name, fields, n=1):
        return f"call it '{close[0]}', if that is meant"
    return f"remove it, or use one of: {', '.join(fields)}"


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
