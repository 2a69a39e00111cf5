"""What Slack's client lets a person enter in a field, and what it says of anything else."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import TYPE_CHECKING, Any, NoReturn

from local_slack import slack_limits
from local_slack.blocks.rich_text import RICH_TEXT_BLOCK
from local_slack.blocks.values import A_DAY, A_LINK, A_MOMENT, A_NUMBER, A_TIME, AN_EMAIL
from local_slack.people.composer import compose

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from local_slack.blocks.json_checks import Check
    from local_slack.refusal import Payload
    from local_slack.workspace.channels import Channel, User
    from local_slack.workspace.state import Workspace

Reader = Callable[["Workspace", "Payload", Any, "User"], Any]
_NAMED = 20  # of those who could be chosen instead
_KINDS = {"channel": "public", "group": "private", "im": "im", "mpim": "mpim"}


class NotTaken(LookupError):  # noqa: N818 (it is Slack's client that refuses)
    """A value that nobody can enter in Slack; its text is the sentence at the field."""


class FormNotTaken(NotTaken):
    """A form that Slack's client does not send, with a sentence for each field, by block_id."""

    def __init__(self, errors: dict[str, str]) -> None:
        super().__init__("\n".join(f"{block}: {said}" for block, said in errors.items()))
        self.errors = errors


def read_value(workspace: Workspace, element: Payload, value: Any, user: User) -> Any:  # noqa: ANN401 (any JSON)
    """Return what a field holds once this is entered; raise NotTaken if nobody can enter it."""
    kind = element["type"]
    read = _READERS.get(kind.removeprefix("multi_"))
    if read is None:
        return value
    if not kind.startswith("multi_"):
        return read(workspace, element, value, user)
    return [read(workspace, element, item, user) for item in check_number(element, value)]


def check_number(element: Payload, chosen: Any) -> list[Any]:  # noqa: ANN401 (any JSON)
    """Return what is chosen as a list; raise NotTaken if it is more than the element takes."""
    listed = chosen if isinstance(chosen, list) else [chosen]
    most = element.get("max_selected_items")
    if most is not None and len(listed) > most:
        _refuse(f"Choose at most {most}.")
    return listed


def find_problem(element: Payload, value: Any) -> str | None:  # noqa: ANN401 (any JSON)
    """Return what Slack's client says of an entered value when a form is sent, if anything."""
    checks = _PROBLEMS.get(element["type"])
    return next(checks(element, value), None) if checks and value else None


def is_blank(value: Any) -> bool:  # noqa: ANN401 (any JSON)
    """Return whether a value is empty, or words that are nothing but white space."""
    if isinstance(value, str):
        return not value.strip()
    if isinstance(value, dict) and value.get("type") == "text":
        return is_blank(value["text"])
    if isinstance(value, dict) and str(value.get("type")).startswith("rich_text"):
        return all(is_blank(part) for part in value["elements"])
    return value in (None, [])


def _refuse(sentence: str) -> NoReturn:
    raise NotTaken(sentence)


# reading what is entered


def _text(_workspace: Workspace, _element: Payload, value: Any, _user: User) -> str | None:  # noqa: ANN401 (any JSON)
    """Return a text as it is typed; an empty field is null."""
    return (value or None) if isinstance(value, str) else _refuse(f"{value!r} is not a text.")


def _number(_workspace: Workspace, _element: Payload, value: Any, _user: User) -> str | None:  # noqa: ANN401 (any JSON)
    """Return a number as it is typed: Slack sends it as a text."""
    given = isinstance(value, (int, float, str)) and not isinstance(value, bool)
    return (str(value) or None) if given else _refuse(f"{value!r} is not a number.")


def _rich_text(workspace: Workspace, _element: Payload, value: Any, _user: User) -> Payload | None:  # noqa: ANN401 (any JSON)
    """Return rich text: what was typed becomes what the composer makes of it."""
    if isinstance(value, str):
        return next(iter(compose(workspace, value).blocks), None)
    for problem in RICH_TEXT_BLOCK(value, ""):
        _refuse(f"This is not rich text: {problem}")
    rich: Payload = value
    return rich


def _as(check: Check, what: str) -> Reader:
    """Return a reader of values that pass a check; `what` ends the sentence about others."""

    def read(_workspace: Workspace, _element: Payload, value: Any, _user: User) -> Any:  # noqa: ANN401 (any JSON)
        return _refuse(f"{value!r} is not {what}.") if any(check(value, "")) else value

    return read


def _person(workspace: Workspace, _element: Payload, value: Any, _user: User) -> str:  # noqa: ANN401 (any JSON)
    for person in workspace.users.values():
        if _is_named(person, value):
            return person.id
    return _refuse_unknown("person", value, (u.real_name for u in workspace.users.values()))


def _channel(workspace: Workspace, _element: Payload, value: Any, _user: User) -> str:  # noqa: ANN401 (any JSON)
    """Return a public channel, by id or by name: this menu offers no other."""
    public = [c for c in workspace.channels.values() if c.type == "channel" and not c.archived]
    for channel in public:
        if value in (channel.id, channel.name, f"#{channel.name}"):
            return channel.id
    return _refuse_unknown("public channel", value, (f"#{c.name}" for c in public))


def _conversation(workspace: Workspace, element: Payload, value: Any, user: User) -> str:  # noqa: ANN401 (any JSON)
    """Return a channel that this person sees, or a person, that the menu's filter lets pass."""
    wanted = element.get("filter", {})
    seen = [c for c in workspace.channels.values() if _is_offered(c, wanted, user)]
    for channel in seen:
        named = () if channel.is_im else (channel.name, f"#{channel.name}")
        if value in (channel.id, *named):
            return channel.id
    for person in workspace.users.values() if "im" in wanted.get("include", ("im",)) else ():
        if not (person.is_bot and wanted.get("exclude_bot_users")) and _is_named(person, value):
            return person.id
    return _refuse_unknown("conversation", value, (f"#{c.name}" for c in seen if c.has_name))


def _is_offered(channel: Channel, wanted: Payload, user: User) -> bool:
    kind = _KINDS[channel.type]
    return (
        (kind == "public" or user.id in channel.members)
        and kind in wanted.get("include", _KINDS.values())
        and not (channel.shared and wanted.get("exclude_external_shared_channels"))
    )


def _is_named(person: User, value: object) -> bool:
    return value in (person.id, person.name, person.real_name)


def _refuse_unknown(what: str, value: Any, known: Iterable[str]) -> NoReturn:  # noqa: ANN401 (any JSON)
    _refuse(f"There is no {what} {value!r}. There are: {[*known][:_NAMED]}.")


_READERS: dict[str, Reader] = {
    **dict.fromkeys(("plain_text_input", "email_text_input", "url_text_input"), _text),
    "number_input": _number,
    "rich_text_input": _rich_text,
    "datepicker": _as(A_DAY, "a day. Write it like 2026-11-30"),
    "timepicker": _as(A_TIME, "a time of day. Write it like 09:30"),
    "datetimepicker": _as(A_MOMENT, "a time. Write it as seconds since 1970, like 1796000000"),
    "users_select": _person,
    "channels_select": _channel,
    "conversations_select": _conversation,
}


# what is said when the form is sent


def _length(element: Payload, typed: str) -> Iterator[str]:
    least = element.get("min_length", 0)
    most = element.get("max_length", slack_limits.INPUT_VALUE)
    if len(typed) < least:
        yield f"Use at least {least} characters: these are {len(typed)}."
    if len(typed) > most:
        yield f"Use at most {most} characters: these are {len(typed)}."


def _range(element: Payload, typed: str) -> Iterator[str]:
    if any(A_NUMBER(typed, "")):
        yield "Enter a number."
        return
    if "." in typed and not element["is_decimal_allowed"]:
        yield "Enter a whole number."
    least, most = element.get("min_value"), element.get("max_value")
    if least is not None and Decimal(typed) < Decimal(least):
        yield f"Enter a number that is {least} or more."
    if most is not None and Decimal(typed) > Decimal(most):
        yield f"Enter a number that is {most} or less."


def _email(_element: Payload, typed: str) -> Iterator[str]:
    if any(AN_EMAIL(typed, "")):
        yield "Enter an email address, like name@example.com."


def _url(_element: Payload, typed: str) -> Iterator[str]:
    if any(A_LINK(typed, "")):
        yield "Enter an address, like https://example.com."


_PROBLEMS: dict[str, Callable[[Payload, Any], Iterator[str]]] = {
    "plain_text_input": _length,
    "number_input": _range,
    "email_text_input": _email,
    "url_text_input": _url,
}
