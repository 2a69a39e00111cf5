"""Whom and what typed names mean, as a composer resolves them: people, groups, channels."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from local_slack.refusal import Payload
    from local_slack.workspace.state import Workspace

BROADCASTS = ("here", "channel", "everyone")


class NamesTyped:
    """The names of one workspace; a name counts where it ends at the end of a word."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    @cached_property
    def _after_at(self) -> Mapping[str, Payload]:
        return _longest_first({**dict(self._mentions()), **_broadcasts()})

    @cached_property
    def _after_hash(self) -> Mapping[str, Payload]:
        channels = [c for c in self._workspace.channels.values() if c.has_name]
        return _longest_first({c.name: {"type": "channel", "channel_id": c.id} for c in channels})

    def _mentions(self) -> Iterator[tuple[str, Payload]]:
        for group in self._workspace.usergroups.values():
            yield group.handle, {"type": "usergroup", "usergroup_id": group.id}
        for user in reversed(self._workspace.users.values()):  # the first of a name wins
            for name in (user.real_name, user.name):
                yield name, {"type": "user", "user_id": user.id}

    def read_after(self, sign: str, text: str, start: int) -> tuple[Payload, int] | None:
        """Return what a name after @ or # means, and where it ends; None if it means nothing."""
        known = self._after_at if sign == "@" else self._after_hash
        for name, element in known.items():
            end = start + len(name)
            if text.startswith(name, start) and not _goes_on(text, end):
                return element, end
        return None


def _broadcasts() -> dict[str, Payload]:
    return {name: {"type": "broadcast", "range": name} for name in BROADCASTS}


def _longest_first(known: Mapping[str, Payload]) -> Mapping[str, Payload]:
    return dict(sorted(known.items(), key=lambda pair: -len(pair[0])))


def _goes_on(text: str, at: int) -> bool:
    return text[at : at + 1].isalnum() or text[at : at + 1] == "_"
