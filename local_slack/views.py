"""Modals in their stacks and Home tabs: what Slack checks and keeps of them."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from local_slack import blocks, slack_limits
from local_slack.checks import Check, Shape, anything, at, by_type, flag, string
from local_slack.elements import plain
from local_slack.messages import with_ids
from local_slack.refusal import Payload, refuse, refuse_form
from local_slack.state import APP, BOT, TEAM

if TYPE_CHECKING:
    from collections.abc import Iterator

    from local_slack.state import Workspace

VIEWS = 2_000
_COMMON: dict[str, Check] = {
    "type": anything,
    "blocks": anything,  # checked below, with limits of their own
    "private_metadata": string(slack_limits.PRIVATE_METADATA),
    "callback_id": string(slack_limits.CALLBACK_ID),
    "external_id": string(slack_limits.CALLBACK_ID),
}


def _needs_submit(view: Payload, here: str) -> Iterator[str]:
    inputs = any(isinstance(b, dict) and b.get("type") == "input" for b in view.get("blocks") or ())
    if inputs and not view.get("submit"):
        yield at("missing required field: submit", here)


_SHAPES = by_type(
    {
        "modal": Shape(
            {
                **_COMMON,
                "title": plain(slack_limits.VIEW_TITLE),
                "submit": plain(slack_limits.VIEW_TITLE),
                "close": plain(slack_limits.VIEW_TITLE),
                "clear_on_close": flag,
                "notify_on_close": flag,
                "submit_disabled": flag,
            },
            ("title", "blocks"),
            _needs_submit,
        ),
        "home": Shape(_COMMON, ("blocks",)),
    }
)


@dataclass
class View:
    """A view as Slack's JSON has it, and whose it is."""

    user: str
    body: Payload

    @property
    def id(self) -> str:
        return str(self.body["id"])


class Views:
    """The modals that are open, and the Home tabs."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._views: dict[str, View] = {}
        self.stacks: dict[str, list[str]] = {}
        self.homes: dict[str, View] = {}

    def open(self, user: str, sent: Any) -> View:  # noqa: ANN401 (any JSON)
        """Open a first modal, in place of what was open."""
        view = self._new(user, sent, "modal")
        self.stacks[user] = [view.id]
        self._told("view_opened", view)
        return view

    def push(self, user: str, sent: Any) -> View:  # noqa: ANN401 (any JSON)
        """Put a modal upon the one that is open; raise Refusal where the stack is full."""
        stack = self.stacks.get(user) or []
        if not stack:
            refuse("not_found")
        if len(stack) >= slack_limits.VIEW_STACK:
            refuse("push_limit_reached")
        view = self._new(user, sent, "modal")
        view.body["root_view_id"] = stack[0]
        view.body["previous_view_id"] = stack[-1]
        stack.append(view.id)
        self._told("view_pushed", view)
        return view

    def update(self, view: View, sent: Any, seen_hash: str | None = None) -> View:  # noqa: ANN401 (any JSON)
        """Put other content into a view; raise Refusal where it has changed meanwhile."""
        if seen_hash and seen_hash != view.body["hash"]:
            refuse("hash_conflict")
        kept = {k: view.body[k] for k in ("id", "root_view_id", "previous_view_id")}
        view.body = {**_body(sent, view.body["type"]), **kept}
        view.body["state"] = {"values": {}}
        self._told("view_updated", view)
        return view

    def publish(self, user: str, sent: Any, seen_hash: str | None = None) -> View:  # noqa: ANN401 (any JSON)
        """Show a Home tab to one person."""
        old = self.homes.get(user)
        if old and seen_hash and seen_hash != old.body["hash"]:
            refuse("hash_conflict")
        view = self._new(user, sent, "home")
        if old:
            self._views.pop(old.id, None)
        self.homes[user] = view
        self._told("home_published", view)
        return view

    def close(self, view: View) -> None:
        """Take a modal off its stack; the one below shows again."""
        stack = self.stacks.get(view.user, [])
        if view.id in stack:
            stack.remove(view.id)
        self._views.pop(view.id, None)
        self._told("view_closed", view)

    def clear(self, user: str) -> None:
        for view_id in self.stacks.pop(user, []):
            if view := self._views.pop(view_id, None):
                self._told("view_closed", view)

    def top(self, user: str) -> View | None:
        """Return the modal that a person has before them."""
        stack = self.stacks.get(user)
        return self._views.get(stack[-1]) if stack else None

    def find(self, view_id: str | None, external_id: str | None) -> View:
        for view in self._views.values():
            if view_id == view.id or (external_id and external_id == view.body["external_id"]):
                return view
        return refuse("not_found")

    def _new(self, user: str, sent: Any, kind: str) -> View:  # noqa: ANN401 (any JSON)
        body = _body(sent, kind)
        taken = body["external_id"]
        if taken and any(v.body["external_id"] == taken for v in self._views.values()):
            refuse("duplicate_external_id")
        view = View(user, body)
        self._views[view.id] = view
        while len(self._views) > VIEWS:
            del self._views[next(iter(self._views))]
        return view

    def _told(self, what: str, view: View) -> None:
        self._workspace.told(what, {"user": view.user, "view": view.body}, view.user)


def _body(sent: Any, kind: str) -> Payload:  # noqa: ANN401 (any JSON)
    """Check a view and fill in what Slack adds; raise Refusal."""
    problems = list(_SHAPES(sent, "/view"))
    if not problems and sent["type"] != kind:
        problems = [at(f"unsupported type: {sent['type']}", "/view/type")]
    if problems := problems or blocks.of_a_view(sent["blocks"]):
        refuse_form("invalid_arguments", problems)
    if len(str(sent).encode()) > slack_limits.VIEW_BYTES:
        refuse("view_too_large")
    view_id = f"V{secrets.token_hex(5).upper()}"
    return {
        "id": view_id,
        "team_id": TEAM,
        "app_id": APP,
        "app_installed_team_id": TEAM,
        "bot_id": BOT,
        "title": None,
        "close": None,
        "submit": None,
        "private_metadata": "",
        "callback_id": "",
        "external_id": "",
        "clear_on_close": False,
        "notify_on_close": False,
        **sent,
        "blocks": with_ids(sent["blocks"]),
        "state": {"values": {}},
        "hash": f"{secrets.randbelow(10**10)}.{secrets.token_hex(4)}",
        "root_view_id": view_id,
        "previous_view_id": None,
    }
