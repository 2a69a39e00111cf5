"""The standard form of an entry's file, which tools write and the check compares."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import yaml

from knowledge.corpus.format import FIRST, find_format

if TYPE_CHECKING:
    from knowledge.corpus.model import Model

_BREAKS = {"\x85", "\u2028", "\u2029"}
_WIDTH = 100
# Small things read best on one line; a list of quotes or statements does not.
_INLINE = {"said", "published", "date", "speaker"}


class _Inline(dict[str, Any]):
    """A mapping written on one line."""


class _Dumper(yaml.SafeDumper):
    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: ARG002
        """Indent lists below their key."""
        super().increase_indent(flow=flow, indentless=False)


def _inline(dumper: yaml.SafeDumper, data: _Inline) -> yaml.Node:
    return dumper.represent_mapping("tag:yaml.org,2002:map", data.items(), flow_style=True)


def _text(dumper: yaml.SafeDumper, data: str) -> yaml.Node:
    """Escape what YAML reads as line breaks and Unicode does not: else they come back as spaces."""
    style = '"' if _BREAKS & set(data) else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", data, style=style)


_Dumper.add_representer(_Inline, _inline)
_Dumper.add_representer(str, _text)


def write(model: Model, number: int | None = None) -> str:
    """Return the file's text in a format: fields in the model's order, defaults left out.

    Without a number it is the oldest format that has the fields.
    """
    data = model.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    number = number or find_format(data)
    head = {} if number == FIRST else {"format": number}
    return yaml.dump(
        head | _shaped(data),
        Dumper=_Dumper,
        allow_unicode=True,
        sort_keys=False,
        width=_WIDTH,
    )


def _shaped(value: Any, key: str = "") -> Any:  # noqa: ANN401 (JSON)
    if isinstance(value, dict):
        shaped = {k: _shaped(v, k) for k, v in value.items()}
        return _Inline(shaped) if key in _INLINE else shaped
    if isinstance(value, list):
        return [_shaped(v) for v in value]
    return value
