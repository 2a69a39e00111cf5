"""What the local Slack supports, as tables for its documentation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from local_slack.blocks.block_types import ELEMENTS, EVERYWHERE, IN_MESSAGES_ONLY
from local_slack.delivery.events import DELIVERED
from local_slack.web_api.calls import METHODS
from local_slack.workspace.faults import KINDS, OF_CALLS
from local_slack.workspace.manifest import EVENT_SCOPES
from local_slack.workspace.rates import BURST, TIERS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from local_slack.web_api.method import Method


def all_tables() -> str:
    """Return everything that is supported, as Markdown."""
    parts = [
        ("Web API methods", methods_table()),
        ("Events", events_table()),
        ("Blocks", blocks_table()),
        ("Elements of blocks", elements_table()),
        ("Faults", faults_table()),
    ]
    return "\n".join(f"### {title}\n\n{table}\n" for title, table in parts)


def methods_table() -> str:
    """Return the methods of the Web API with their scopes and rates."""
    rows = (
        (f"`{m.name}`", _any_of(m.scopes), "app" if m.app_token else "bot", _rate(m))
        for _, m in sorted(METHODS.items())
    )
    return _table(("Method", "Scope (one of)", "Token", "Calls a minute"), rows)


def events_table() -> str:
    """Return the events that are delivered, then the names of those that are accepted only."""
    rows = ((f"`{name}`", _any_of(EVENT_SCOPES[name]), when) for name, when in DELIVERED.items())
    others = ", ".join(f"`{name}`" for name in sorted(EVENT_SCOPES.keys() - DELIVERED.keys()))
    table = _table(("Event", "Scope", "Delivered when"), rows)
    return f"{table}\n\nA manifest may name these too, but they are never delivered: {others}."


def blocks_table() -> str:
    """Return the types of blocks, and where each may stand."""
    rows = (
        (f"`{name}`", "yes", "yes" if name in EVERYWHERE else "no")
        for name in sorted(EVERYWHERE | IN_MESSAGES_ONLY)
    )
    return _table(("Block", "In messages", "In modals and Home tabs"), rows)


def elements_table() -> str:
    """Return the types of elements, and the blocks that take each."""
    names = sorted({name for found in ELEMENTS.values() for name in found})
    rows = (
        (f"`{name}`", _any_of(tuple(b for b, found in ELEMENTS.items() if name in found)))
        for name in names
    )
    return _table(("Element", "Blocks that take it"), rows)


def faults_table() -> str:
    """Return the kinds of faults."""
    rows = (
        (f"`{kind}`", f"{what[0].upper()}{what[1:]}.", "yes" if kind in OF_CALLS else "no")
        for kind, what in sorted(KINDS.items())
    )
    return _table(("Fault", "What happens", "Can name a method"), rows)


def _rate(method: Method) -> str:
    if method.name == "chat.postMessage":
        return f"{round(60 * TIERS[0])} a channel, {BURST[0]} at once"
    return "not limited" if method.tier is None else f"{round(60 * TIERS[method.tier])}"


def _any_of(names: tuple[str, ...]) -> str:
    return ", ".join(f"`{name}`" for name in names) or "none"


def _table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    lines = [head, tuple("---" for _ in head), *rows]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)
