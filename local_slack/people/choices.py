"""The choices of an element: options, dates and ids, as an action carries them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from local_slack import slack_limits
from local_slack.blocks.composition import OPTION_GROUPS, OPTIONS
from local_slack.delivery.dispatch import deliver
from local_slack.delivery.payloads import interaction_payload
from local_slack.people.field_values import NotTaken, check_number, read_value
from local_slack.people.finding_elements import find_element
from local_slack.workspace.channels import PostedMessage
from local_slack.workspace.entered import FIELDS, empty

if TYPE_CHECKING:
    from local_slack.core import Core
    from local_slack.people.sight import Source
    from local_slack.refusal import Payload
    from local_slack.workspace.channels import User

_WITH_ONE_OPTION = {"overflow", "static_select", "external_select", "radio_buttons"}
_WITH_OPTIONS = {"checkboxes", "multi_static_select", "multi_external_select"}


async def choose(
    core: Core,
    source: Source,
    element: Payload,
    choice: Any,  # noqa: ANN401 (an option, a date, an id)
    user: User,
) -> Payload:
    """Return the fields of an action that carry a choice; raise NotTaken if nobody could."""
    kind = element["type"]
    field = FIELDS.get(kind, "value")
    if choice in (None, []) and kind in FIELDS:
        return {field: empty(field)}
    if kind not in _WITH_ONE_OPTION | _WITH_OPTIONS:
        return {field: read_value(core.workspace, element, choice, user)}
    wanted = check_number(element, choice)
    chosen = await _find_options(core, source, element, wanted, user)
    if kind in _WITH_ONE_OPTION:
        return {"selected_option": chosen[0]}
    return {"selected_options": chosen}


async def _find_options(
    core: Core, source: Source, element: Payload, wanted: list[Any], user: User
) -> list[Payload]:
    """Return the wanted options; the page sends those of an external select as a whole."""
    if "external" not in element["type"]:
        return [_find_option(_list_options(element), w) for w in wanted]
    if all(isinstance(w, dict) for w in wanted):
        return wanted
    return [await _find_external(core, source, element, w, user) for w in wanted]


async def _find_external(
    core: Core, source: Source, element: Payload, wanted: str, user: User
) -> Payload:
    """Return an option that the app offers: for nothing typed, else for the words of the option."""
    least = _least_typed(element)
    typed = str(wanted) if least else ""
    if len(typed) < least:
        msg = (
            f"The app is asked for options once {least} characters are typed, not for {wanted!r}."
            " Choose one that slack.options(…) returns."
        )
        raise NotTaken(msg)
    offered = await load_options(core, source, element["action_id"], typed, user=user.id)
    return _find_option(offered, wanted)


def _least_typed(element: Payload) -> int:
    """Return how many characters Slack wants typed before it asks the app for options."""
    least: int = element.get("min_query_length", slack_limits.QUERY_LENGTH)
    return least


def _list_options(element: Payload) -> list[Payload]:
    groups: list[Payload] = element.get("option_groups") or []
    grouped = [option for group in groups for option in group["options"]]
    return [*(element.get("options") or []), *grouped]


def _find_option(offered: list[Payload], wanted: str) -> Payload:
    for option in offered:
        if wanted in (option.get("value"), option["text"]["text"]):
            return option
    known = [option["text"]["text"] for option in offered]
    msg = f"There is no option {wanted!r}. There are: {known}."
    raise NotTaken(msg)


async def load_options(  # noqa: PLR0913 (who types what, and where)
    core: Core, source: Source, element: str, typed: str, *, user: str, block: str = ""
) -> list[Payload]:
    """Type into an external select; return the options that the app offers.

    Slack asks the app only once as much is typed as the element wants.
    """
    found = find_element(source.body.get("blocks") or [], element, block)
    if len(typed) < (least := _least_typed(found[1])):
        core.journal.note("refused", "options", {"typed": typed, "min_query_length": least})
        return []
    sent = _suggestion_payload(core, source, found, typed, core.workspace.user(user))
    kind = "interactive" if core.manifest.socket_mode else "options"
    offered = (await deliver(core, kind, sent)).payload or {}
    problems = [
        *OPTIONS(offered.get("options") or [], "/options"),
        *OPTION_GROUPS(offered.get("option_groups") or [], "/option_groups"),
    ]
    if problems:
        core.journal.note("refused", "options", {"errors": problems})
        return []
    return _list_options(offered)


def _suggestion_payload(
    core: Core, source: Source, where: tuple[Payload, Payload], typed: str, user: User
) -> Payload:
    block, found = where
    in_message = isinstance(source, PostedMessage)
    return {
        **interaction_payload(core, "block_suggestion", user),
        "action_id": found["action_id"],
        "block_id": block["block_id"],
        "value": typed,
        "container": {"type": "message" if in_message else "view"},
        **_shown_in(source),
    }


def _shown_in(source: Source) -> Payload:
    if isinstance(source, PostedMessage):
        return {"channel": {"id": source.channel}, "message": source.body}
    return {"view": source.body}
