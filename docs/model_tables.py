"""The fields of pydantic models as Markdown tables, explained by the strings below the fields."""

from __future__ import annotations

import ast
import inspect
from itertools import pairwise
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from pydantic import BaseModel

    Row = tuple[str, ...]

# What `ask --json` prints differs from the models in these fields.
NOT_PRINTED = {
    *(("Answer", name) for name in ("asked", "typed_names", "dated", "before")),
    ("CitedStatement", "place"),
}
ADDED = {
    "Answer": [("`text`", "text", "The answer as text.")],
    "CitedQuote": [("`article`", "[Source](#source)", "The article.")],
}
_TYPES = {"string": "text", "integer": "number", "boolean": "true or false", "null": "null"}


class Field(NamedTuple):
    name: str
    alias: str
    holds: str
    needed: bool
    meaning: str


def sections(
    models: Iterable[type[BaseModel]], rows: Callable[[type[BaseModel]], list[Row]], head: Row
) -> str:
    """Return a heading and a table for each model, and for each that their fields hold."""
    found = dict.fromkeys(held for model in models for held in _reached(model))
    return "\n\n".join(f"### {m.__name__}\n\n{_about(m)}{table(head, rows(m))}" for m in found)


def printed_rows(model: type[BaseModel]) -> list[Row]:
    """Return what `ask --json` prints of a model."""
    name = model.__name__
    shown = [f for f in _fields(model, "serialization") if (name, f.name) not in NOT_PRINTED]
    return [*((f"`{f.alias}`", f.holds, f.meaning) for f in shown), *ADDED.get(name, ())]


def entry_rows(model: type[BaseModel]) -> list[Row]:
    """Return what an entry of a corpus can hold, and must."""
    fields = _fields(model, "validation")
    return [(f"`{f.alias}`", f.holds, "yes" if f.needed else "", f.meaning) for f in fields]


def explanations(model: type[BaseModel]) -> dict[str, str]:
    """Return the strings below the fields of a model and of those that it extends."""
    found: dict[str, str] = {}
    for base in reversed(model.__mro__):
        if base.__module__.startswith(("bot", "knowledge")):
            found |= dict(_strings_below(inspect.getsource(base)))
    return found


def table(head: Row, rows: Iterable[Row]) -> str:
    """Return a Markdown table."""
    lines = [head, ("---",) * len(head), *rows]
    cells = [" | ".join(cell.replace("|", "\\|") for cell in line) for line in lines]
    return "\n".join(f"| {line} |" for line in cells)


def _strings_below(source: str) -> Iterator[tuple[str, str]]:
    body = ast.parse(source).body[0].body  # type: ignore[attr-defined]
    for field, below in pairwise(body):
        is_text = isinstance(below, ast.Expr) and isinstance(below.value, ast.Constant)
        if isinstance(field, ast.AnnAssign) and is_text:
            yield field.target.id, " ".join(below.value.value.split())


def _reached(model: type[BaseModel]) -> Iterator[type[BaseModel]]:
    """Yield a model and all that its fields lead to, the nearest first."""
    left = [model]
    for one in left:
        yield one
        held = [m for field in one.model_fields.values() for m in _models_in(field.annotation)]
        left += [m for m in dict.fromkeys(held) if m not in left]


def _models_in(annotation: Any) -> Iterator[type[BaseModel]]:  # noqa: ANN401
    if isinstance(annotation, type) and hasattr(annotation, "model_fields"):
        yield annotation
    for part in getattr(annotation, "__args__", ()):
        yield from _models_in(part)


def _about(model: type[BaseModel]) -> str:
    own = vars(model).get("__doc__")
    return f"{inspect.cleandoc(own)}\n\n" if own else ""


def _fields(model: type[BaseModel], mode: Any) -> Iterator[Field]:  # noqa: ANN401
    schema, meanings = model.model_json_schema(mode=mode), explanations(model)
    defs = schema.get("$defs", {})
    own = schema if "properties" in schema else defs[model.__name__]
    for name, field in model.model_fields.items():
        if field.exclude:  # of the layout, and in no data
            continue
        if name not in meanings:
            msg = f"{model.__module__}.{model.__name__}.{name}: say in a string below what it holds"
            raise SystemExit(msg)
        alias = field.alias or name
        holds = _holds(own["properties"][alias], defs)
        yield Field(name, alias, holds, alias in own.get("required", ()), meanings[name])


def _holds(schema: dict[str, Any], defs: dict[str, Any]) -> str:
    """Return what a field holds, in words; another object as a link to its table."""
    if "$ref" in schema:
        name = schema["$ref"].rpartition("/")[2]
        values = defs[name].get("enum")
        return ", ".join(f"`{v}`" for v in values) if values else f"[{name}](#{name.lower()})"
    if "anyOf" in schema:
        return " or ".join(_holds(part, defs) for part in schema["anyOf"])
    if "items" in schema:
        return f"list of {_holds(schema['items'], defs)}"
    return "date" if schema.get("format") == "date" else _TYPES.get(schema.get("type", ""), "text")
