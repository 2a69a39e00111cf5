"""What the local Slack supports and what drives it, as tables for `docs/local-slack.md`."""

from __future__ import annotations

import inspect
from typing import TYPE_CHECKING

from local_slack.blocks.block_types import ELEMENTS, HOME, MESSAGE, MODAL, SHAPES
from local_slack.web_api.calls import METHODS
from local_slack.workspace.event_kinds import DELIVERED, EVENT_SCOPES
from local_slack.workspace.faults import KINDS, OF_CALLS
from local_slack.workspace.rates import BURST, TIERS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from local_slack.web_api.method import Method


def calls_table(of: type, name: str) -> str:
    """Return the public methods of a class, called on `name`, with what each does."""
    parts = [vars(part) for part in of.__mro__ if part is not object]
    methods = [
        (n, m) for part in parts for n, m in part.items() if inspect.isfunction(m) and n[0] != "_"
    ]
    rows = ((f"`{name}.{n}({_parameters(m)})`", _first_line(m)) for n, m in methods)
    return _table(("call", "what it does"), rows)


def _parameters(function: Callable[..., object]) -> str:
    found = inspect.signature(function).parameters.values()
    bare = [p.replace(annotation=inspect.Parameter.empty) for p in found]
    return str(inspect.Signature(bare[1:]))[1:-1]


def _first_line(function: Callable[..., object]) -> str:
    return (inspect.getdoc(function) or "").partition("\n")[0]


def methods_table() -> str:
    """Return the methods of the Web API with their scopes and rates."""
    rows = (
        (f"`{m.name}`", _any_of(m.scopes), "app" if m.app_token else "bot", _rate(m))
        for _, m in sorted(METHODS.items())
    )
    return _table(("method", "scope (one of)", "token", "calls a minute"), rows)


def events_table() -> str:
    """Return the events that are delivered, then the names of those that are accepted only."""
    rows = ((f"`{name}`", _any_of(EVENT_SCOPES[name]), when) for name, when in DELIVERED.items())
    others = ", ".join(f"`{name}`" for name in sorted(EVENT_SCOPES.keys() - DELIVERED.keys()))
    table = _table(("event", "scope", "delivered when"), rows)
    return f"{table}\n\nA manifest may name others too, but they are never delivered: {others}, …"


def blocks_table() -> str:
    """Return the types of blocks, and where each may stand."""
    rows = (
        (f"`{name}`", *("yes" if name in place else "no" for place in (MESSAGE, MODAL, HOME)))
        for name in sorted(SHAPES)
    )
    return _table(("block", "in messages", "in modals", "in Home tabs"), rows)


def elements_table() -> str:
    """Return the types of elements, and the blocks that take each."""
    names = sorted({name for found in ELEMENTS.values() for name in found})
    rows = (
        (f"`{name}`", _any_of(tuple(b for b, found in ELEMENTS.items() if name in found)))
        for name in names
    )
    return _table(("element", "blocks that take it"), rows)


def faults_table() -> str:
    """Return the kinds of faults."""
    rows = (
        (f"`{kind}`", f"{what[0].upper()}{what[1:]}.", "yes" if kind in OF_CALLS else "no")
        for kind, what in sorted(KINDS.items())
    )
    return _table(("fault", "what happens", "can name a method"), rows)


def _rate(method: Method) -> str:
    if method.name == "chat.postMessage":
        return f"{round(60 * TIERS[0])} a channel, {BURST[0]} at once"
    return "not limited" if method.tier is None else f"{round(60 * TIERS[method.tier])}"


def _any_of(names: tuple[str, ...]) -> str:
    return ", ".join(f"`{name}`" for name in names) or "none"


def _table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    lines = [head, tuple("---" for _ in head), *rows]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)
