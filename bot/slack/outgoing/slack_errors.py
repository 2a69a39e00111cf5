"""What Slack's error codes mean for us, and in words that a person can act on.

The codes are those of chat.postMessage, with those that every method can give
(https://docs.slack.dev/reference/methods/chat.postMessage, "Errors"), those of
apps.connections.open, those of a `response_url`
(https://docs.slack.dev/interactivity/handling-user-interaction) and HTTP's own.
"""

from __future__ import annotations

from enum import Enum, auto
from http import HTTPStatus


class ErrorKind(Enum):
    """What to do about a code: see `kind_of`."""

    LIMITED = auto()  # wait as long as Slack says, then try again
    TEMPORARY = auto()  # try again soon
    LAYOUT = auto()  # the message is refused as it is: send plain words
    PERMANENT = auto()  # never try again; tell the person who asked
    WITHOUT_ACCESS = auto()  # permanent, and the same token cannot tell anybody
    ENDING = auto()  # the app's access is gone for good: stop
    UNKNOWN = auto()  # try once more; then it is permanent


LIMITED = frozenset({"rate_limited", "ratelimited"})
TEMPORARY = frozenset(
    {
        "accesslimited",
        "fatal_error",
        "internal_error",
        "message_limit_exceeded",
        "org_login_required",
        "request_timeout",
        "service_unavailable",
        "team_added_to_org",
        "too_many_websockets",  # until another process closes one
    }
)
LAYOUT = frozenset(
    {
        "attachment_payload_limit_exceeded",
        "invalid_blocks",
        "invalid_blocks_format",
        "msg_blocks_too_long",
        "msg_too_long",
        "too_many_attachments",
    }
)
PERMANENT = frozenset(
    {
        "access_denied",
        "app_access_restricted",
        "cannot_reply_to_message",
        "channel_not_found",
        "ekm_access_denied",
        "expired_url",
        "forbidden_team",
        "invalid_arguments",
        "invalid_thread_ts",
        "is_archived",
        "message_not_found",
        "messages_tab_disabled",
        "no_text",
        "not_in_channel",
        "restricted_action",
        "restricted_action_non_threadable_channel",
        "restricted_action_read_only_channel",
        "restricted_action_thread_locked",
        "restricted_action_thread_only_channel",
        "team_not_found",
        "thread_not_found",
        "used_url",
        "user_not_found",
        "user_not_in_channel",
    }
)
WITHOUT_ACCESS = frozenset(
    {
        "enterprise_is_restricted",
        "invalid_auth",
        "missing_scope",
        "no_permission",
        "not_allowed_token_type",
        "not_authed",
        "team_access_not_granted",
        "token_expired",
        "two_factor_setup_required",
    }
)
# Of those, what a copied token can mend.
BAD_TOKEN = frozenset({"invalid_auth", "not_allowed_token_type", "not_authed"})
ENDING = frozenset({"account_inactive", "app_uninstalled", "token_revoked", "tokens_revoked"})

_KINDS = {
    code: kind
    for kind, codes in {
        ErrorKind.LIMITED: LIMITED,
        ErrorKind.TEMPORARY: TEMPORARY,
        ErrorKind.LAYOUT: LAYOUT,
        ErrorKind.PERMANENT: PERMANENT,
        ErrorKind.WITHOUT_ACCESS: WITHOUT_ACCESS,
        ErrorKind.ENDING: ENDING,
    }.items()
    for code in codes
}

WORDS = {
    "account_inactive": "the app was removed from the workspace: install it again",
    "app_uninstalled": "the app was removed from the workspace: install it again",
    "cannot_reply_to_message": "that message takes no replies",
    "channel_not_found": "the channel is gone, or the bot may not see it",
    "ekm_access_denied": "the workspace's administrators have suspended this",
    "forbidden_team": "the app may not use Socket Mode in this workspace",
    "invalid_auth": "the bot token is not valid: rotate it",
    "invalid_blocks": "Slack refused the message's layout",
    "invalid_blocks_format": "Slack refused the message's layout",
    "is_archived": "the channel is archived",
    "messages_tab_disabled": "the app's Messages tab is turned off",
    "missing_scope": "the app lacks a scope: install it again with the manifest's scopes",
    "msg_blocks_too_long": "Slack found the message too long",
    "msg_too_long": "Slack found the message too long",
    "no_reply": "Slack did not reply in time, so it may be there",
    "not_in_channel": "the bot is not in the channel: invite it",
    "not_slack": "what answers in its place is not Slack",
    "not_there": "Slack did not reply, and it is not there",
    "ratelimited": "Slack asked the bot to wait",
    "restricted_action": "the workspace does not let the bot post there",
    "restricted_action_non_threadable_channel": "the channel takes no replies in threads",
    "restricted_action_read_only_channel": "the channel is read-only",
    "restricted_action_thread_locked": "the thread is locked",
    "restricted_action_thread_only_channel": "the channel takes replies in threads only",
    "thread_not_found": "the thread is gone",
    "token_expired": "the bot token has expired: rotate it",
    "token_revoked": "the bot token was revoked: install the app again",
    "tokens_revoked": (
        "the bot token was revoked, perhaps with the whole app: install the app again"
    ),
    "too_many_websockets": "the app has as many connections as Slack allows",
    "unreachable": "Slack cannot be reached",
}

# The same of the app-level token, which opens the sockets.
_WORDS_OF_APP_TOKEN = {
    "invalid_auth": "the app-level token is not valid: make a new one",
    "missing_scope": "the app-level token lacks the scope connections:write: make a new one",
    "not_allowed_token_type": "SLACK_APP_TOKEN is not an app-level token",
    "token_expired": "the app-level token has expired: make a new one",
    "token_revoked": "the app-level token was revoked: make a new one",
}


def is_known(code: str) -> bool:
    """Return whether a code is on one of our lists."""
    return code in _KINDS


def kind_of(code: str, status: int = HTTPStatus.OK) -> ErrorKind:
    """Return what to do about a code, or about an HTTP status where Slack gave no code."""
    if status == HTTPStatus.TOO_MANY_REQUESTS:
        return ErrorKind.LIMITED
    if code in _KINDS:
        return _KINDS[code]
    if status >= HTTPStatus.INTERNAL_SERVER_ERROR or status == HTTPStatus.REQUEST_TIMEOUT:
        return ErrorKind.TEMPORARY
    return ErrorKind.UNKNOWN


def in_words(code: str, *, of_app_token: bool = False) -> str:
    """Return a code with what it means, for a log line or a sentence."""
    words = {**WORDS, **_WORDS_OF_APP_TOKEN} if of_app_token else WORDS
    failed = "Slack had a failure of its own" if code.startswith("status_5") else None
    return f"{words.get(code) or failed or 'Slack refused the call'} ({code})"
