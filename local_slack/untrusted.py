"""JSON that somebody else wrote: read it, or refuse it; never fail in another way."""

from __future__ import annotations

import json
from typing import Any, NoReturn

DEPTH = 100  # deeper JSON is refused: no block, view or payload comes near it
_REPLACEMENT = "\N{REPLACEMENT CHARACTER}"


def read_json(text: str | bytes) -> Any:  # noqa: ANN401 (any JSON)
    """Return what a text says; raise ValueError for anything that is not plain JSON.

    Lone surrogates, which no answer could carry, become replacement characters.
    """
    try:
        parsed = json.loads(text, parse_constant=_refuse_constant)
    except RecursionError:
        msg = "too deep"
        raise ValueError(msg) from None
    return _clean(parsed, DEPTH)


def _refuse_constant(name: str) -> NoReturn:
    msg = f"{name} is not JSON"
    raise ValueError(msg)


def _clean(part: Any, depth: int) -> Any:  # noqa: ANN401 (any JSON)
    if isinstance(part, str):
        return part if part.isascii() else _without_surrogates(part)
    if isinstance(part, float) and abs(part) == float("inf"):
        return _refuse_constant("1e999")
    if not isinstance(part, (dict, list)):
        return part
    if not depth:
        msg = "too deep"
        raise ValueError(msg)
    if isinstance(part, list):
        return [_clean(item, depth - 1) for item in part]
    return {_clean(k, depth): _clean(v, depth - 1) for k, v in part.items()}


def _without_surrogates(text: str) -> str:
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
