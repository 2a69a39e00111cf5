"""What pydantic refuses, in the curator's words: what is wrong, and what to do about it."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING, Any, get_args

from knowledge.errors import Fault
from knowledge.model import Model

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pydantic import ValidationError
    from pydantic_core import ErrorDetails

    from knowledge.errors import Location


def faults(model: type[Model], error: ValidationError) -> Iterator[Fault]:
    """Word everything that a model refused; a validator may give several faults, one a line."""
    for refused in error.errors(include_url=False, include_input=False):
        for message in refused["msg"].removeprefix("Value error, ").splitlines():
            yield _fault(model, refused, message)


def _fault(model: type[Model], refused: ErrorDetails, message: str) -> Fault:
    where = refused["loc"]
    if refused["type"] == "missing":
        return Fault(where, "is missing", f"add it: {_template(model)} shows how")
    if refused["type"] == "extra_forbidden":
        why = "is no field of this kind of entry"
        return Fault(where, why, _rename(_model_at(model, where[:-1]), str(where[-1])))
    # The model's own validators give "what is wrong; what to do".
    why, _, what_to_do = message.partition("; ")
    return Fault(where, why, what_to_do or f"write it as {_template(model)} does")


def _template(model: type[Model]) -> str:
    return f"knowledge/templates/{model.__name__.lower()}.yaml"


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
