"""The ids by which entries refer to one another: found by the models' own types, and replaced."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, Final, TypeVar, get_args

from knowledge.corpus.fields import Id
from knowledge.corpus.model import Model, Statement

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pydantic import AfterValidator
    from pydantic.fields import FieldInfo

M = TypeVar("M", bound=Model)
# An id of a statement names no entry, and one that an entry had before stays as it was.
_NO_REFERENCES: Final = {(Statement, "id")}
_FORMER: Final = "former_ids"
_IS_ID: Final[AfterValidator] = Id.__metadata__[0]  # type: ignore[attr-defined]


def replace_ids(model: M, new: Mapping[str, str]) -> M:
    """Return a model with other ids of entries, its own too; in lists, each once."""
    changed = {
        name: after
        for name in _list_fields(type(model))
        if (after := _replace(before := getattr(model, name), new)) != before
    }
    return model.model_copy(update=changed) if changed else model


def _replace(value: Any, new: Mapping[str, str]) -> Any:  # noqa: ANN401 (a field of any kind)
    if isinstance(value, str):
        return new.get(value, value)
    if isinstance(value, Model):
        return replace_ids(value, new)
    if isinstance(value, tuple):
        replaced = [_replace(part, new) for part in value]
        ids = all(isinstance(part, str) for part in replaced)
        return tuple(dict.fromkeys(replaced) if ids else replaced)
    return value


def list_ids(model: Model) -> Iterator[str]:
    """Yield the ids of entries that a model has, its own first if it is an entry."""
    for name in _list_fields(type(model)):
        yield from _list_values(getattr(model, name))


def _list_values(value: Any) -> Iterator[str]:  # noqa: ANN401 (a field of any kind)
    if isinstance(value, str):
        yield value
    elif isinstance(value, Model):
        yield from list_ids(value)
    elif isinstance(value, tuple):
        for part in value:
            yield from _list_values(part)


@cache
def _list_fields(model: type[Model]) -> list[str]:
    """Return the fields that hold ids of entries, or parts with such ids."""
    return [
        name
        for name, field in model.model_fields.items()
        if (model, name) not in _NO_REFERENCES and name != _FORMER and _refers(field)
    ]


def _refers(field: FieldInfo) -> bool:
    return _IS_ID in field.metadata or _holds_ids(field.annotation)


def _holds_ids(annotation: Any) -> bool:  # noqa: ANN401 (a type as it is annotated)
    if _IS_ID in getattr(annotation, "__metadata__", ()):
        return True
    if isinstance(annotation, type) and issubclass(annotation, Model):
        return bool(_list_fields(annotation))
    return any(map(_holds_ids, get_args(annotation)))
