"""The modals that are open, in stacks, and the Home tabs."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from local_slack import slack_limits
from local_slack.blocks.block_ids import fill_in_ids
from local_slack.blocks.view_checks import check_view
from local_slack.refusal import Payload, refuse, refuse_form
from local_slack.workspace.ids import APP, BOT, TEAM

if TYPE_CHECKING:
    from local_slack.workspace.state import Workspace

VIEWS = 2_000


@dataclass
class View:
    """A view as Slack's JSON has it, and the person who sees it."""

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
        """Open a modal in place of what was open."""
        view = self._new(user, sent, "modal")
        self.stacks[user] = [view.id]
        self._announce("view_opened", view)
        return view

    def push(self, user: str, sent: Any) -> View:  # noqa: ANN401 (any JSON)
        """Put a modal on top of the open one; raise Refusal if the stack is full."""
        stack = self.stacks.get(user) or []
        if not stack:
            refuse("not_found")
        if len(stack) >= slack_limits.VIEW_STACK:
            refuse("push_limit_reached")
        view = self._new(user, sent, "modal")
        view.body["root_view_id"] = stack[0]
        view.body["previous_view_id"] = stack[-1]
        stack.append(view.id)
        self._announce("view_pushed", view)
        return view

    def update(self, view: View, sent: Any, seen_hash: str | None = None) -> View:  # noqa: ANN401 (any JSON)
        """Change the content of a view; raise Refusal if it changed since `seen_hash`."""
        if seen_hash and seen_hash != view.body["hash"]:
            refuse("hash_conflict")
        kept = {k: view.body[k] for k in ("id", "root_view_id", "previous_view_id", "state")}
        view.body = {**_accept(sent, view.body["type"]), **kept}
        self._announce("view_updated", view)
        return view

    def publish(self, user: str, sent: Any, seen_hash: str | None = None) -> View:  # noqa: ANN401 (any JSON)
        """Show a Home tab to one person; raise Refusal if it changed since `seen_hash`."""
        old = self.homes.get(user)
        if old and seen_hash and seen_hash != old.body["hash"]:
            refuse("hash_conflict")
        view = self._new(user, sent, "home")
        if old:
            self._views.pop(old.id, None)
        self.homes[user] = view
        self._announce("home_published", view)
        return view

    def close(self, view: View) -> None:
        """Take a modal off its stack; the one below it shows again."""
        stack = self.stacks.get(view.user, [])
        if view.id in stack:
            stack.remove(view.id)
        self._views.pop(view.id, None)
        self._announce("view_closed", view)

    def clear(self, user: str) -> None:
        """Close all modals of a person."""
        for view_id in self.stacks.pop(user, []):
            if view := self._views.pop(view_id, None):
                self._announce("view_closed", view)

    def top(self, user: str) -> View | None:
        """Return the modal on top of a person's stack."""
        stack = self.stacks.get(user)
        return self._views.get(stack[-1]) if stack else None

    def find(self, view_id: str | None, external_id: str | None) -> View:
        """Return a view by one of its ids; raise Refusal if there is none."""
        for view in self._views.values():
            if view_id == view.id or (external_id and external_id == view.body["external_id"]):
                return view
        return refuse("not_found")

    def _new(self, user: str, sent: Any, kind: str) -> View:  # noqa: ANN401 (any JSON)
        body = _accept(sent, kind)
        taken = body["external_id"]
        if taken and any(v.body["external_id"] == taken for v in self._views.values()):
            refuse("duplicate_external_id")
        view = View(user, body)
        self._views[view.id] = view
        while len(self._views) > VIEWS:
            del self._views[next(iter(self._views))]
        return view

    def _announce(self, what: str, view: View) -> None:
        self._workspace.announce(what, {"user": view.user, "view": view.body}, view.user)


def _accept(sent: Any, kind: str) -> Payload:  # noqa: ANN401 (any JSON)
    """Return a view as Slack keeps it; raise Refusal as Slack would."""
    if problems := check_view(sent, kind):
        refuse_form("invalid_arguments", problems)
    if len(str(sent).encode()) > slack_limits.VIEW_BYTES:
        refuse("view_too_large")
    return {**_what_slack_adds(), **sent, "blocks": fill_in_ids(sent["blocks"]), **_new_state()}


def _what_slack_adds() -> Payload:
    """Return the fields of a view that an app may leave out."""
    names = ("private_metadata", "callback_id", "external_id")
    return {
        "team_id": TEAM,
        "app_id": APP,
        "app_installed_team_id": TEAM,
        "bot_id": BOT,
        **dict.fromkeys(("title", "close", "submit")),
        **dict.fromkeys(names, ""),
        **dict.fromkeys(("clear_on_close", "notify_on_close"), False),
    }


def _new_state() -> Payload:
    view_id = f"V{secrets.token_hex(5).upper()}"
    return {
        "id": view_id,
        "state": {"values": {}},
        "hash": f"{secrets.randbelow(10**10)}.{secrets.token_hex(4)}",
        "root_view_id": view_id,
        "previous_view_id": None,
    }
