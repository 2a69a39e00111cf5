"""What people have entered in messages and views: an app is told all of it at each action."""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING, Any

from local_slack.blocks.walking import elements_of, walk_blocks

if TYPE_CHECKING:
    from collections.abc import Iterator

    from local_slack.refusal import Payload

MESSAGES = 1_000
# The field of a state that has the value, by the type of the element.
FIELDS = {
    **dict.fromkeys(("email_text_input", "number_input", "plain_text_input"), "value"),
    "url_text_input": "value",
    "rich_text_input": "rich_text_value",
    **dict.fromkeys(("external_select", "radio_buttons", "static_select"), "selected_option"),
    "checkboxes": "selected_options",
    **dict.fromkeys(("multi_external_select", "multi_static_select"), "selected_options"),
    "users_select": "selected_user",
    "conversations_select": "selected_conversation",
    "channels_select": "selected_channel",
    "multi_users_select": "selected_users",
    "multi_conversations_select": "selected_conversations",
    "multi_channels_select": "selected_channels",
    "datepicker": "selected_date",
    "timepicker": "selected_time",
    "datetimepicker": "selected_date_time",
    "file_input": "files",
}


class EnteredInMessages:
    """What each person has chosen in the elements of a message; no message carries it."""

    def __init__(self) -> None:
        self._values: OrderedDict[tuple[str, str], Payload] = OrderedDict()

    def of(self, ts: str, user: str) -> Payload:
        return self._values.get((ts, user), {})

    def keep(self, ts: str, user: str, values: Payload) -> None:
        self._values[ts, user] = values
        self._values.move_to_end((ts, user))
        while len(self._values) > MESSAGES:
            self._values.popitem(last=False)


def all_values(blocks: list[Payload], entered: Payload) -> Payload:
    """Return the value of every element that has one: what was entered, else its initial value."""
    found: Payload = {}
    for block_id, element in _elements(blocks):
        given = entered.get(block_id, {}).get(element["action_id"])
        same = given is not None and given["type"] == element["type"]
        found.setdefault(block_id, {})[element["action_id"]] = given if same else initial(element)
    return found


def _elements(blocks: list[Payload]) -> Iterator[tuple[str, Payload]]:
    for _, block in walk_blocks(blocks):
        for _, element in elements_of(block):
            if element["type"] in FIELDS:
                yield block["block_id"], element


def initial(element: Payload) -> Payload:
    """Return the state of an element that nobody has touched."""
    name = FIELDS[element["type"]]
    given = element.get(f"initial_{name.removeprefix('selected_').removeprefix('rich_text_')}")
    return {"type": element["type"], name: empty(name) if given is None else given}


def empty(name: str) -> Any:  # noqa: ANN401 (an empty list, or null)
    """Return what a field of a state holds if nothing is chosen: null, or an empty list."""
    return [] if name.endswith("s") else None
