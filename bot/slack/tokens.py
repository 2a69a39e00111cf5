"""A token as it was set: in a variable, or in a file that another variable names."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from knowledge.corpus import SettingsError, read_regular_file

if TYPE_CHECKING:
    from pathlib import Path

# Which token is which, and where a reader finds it.
TOKENS: Final = {
    "slack_bot_token": ("xoxb-", "OAuth & Permissions, Bot User OAuth Token"),
    "slack_app_token": ("xapp-", "Basic Information, App-Level Tokens (connections:write)"),
}
SIGNING_SECRET: Final = "slack_signing_secret"  # noqa: S105 (the name of a setting)
_WHERE_IT_SIGNS: Final = "Basic Information, App Credentials, Signing Secret"
# A token travels in a header, where a library that meets another character shows all of it.
SENDABLE: Final = re.compile(r"[!-~]+")
# Asked of whoever calls `stancebook mcp` over HTTP; it is not one of Slack's.
MCP_TOKEN: Final = "STANCEBOOK_MCP_TOKEN"  # noqa: S105 (the name of a variable)
_MARKED: Final = re.compile("^[\"'“‘]|[\"'”’]$")
_LARGEST_FILE: Final = 65536  # bytes


def read_token(name: str, given: str, file: Path | None) -> str:
    """Return a token that was given, or else stands in a file.

    Raises SettingsError, in which no part of it stands, where it is missing or another one.
    """
    prefix, place = TOKENS[name]
    where = f"find it in your Slack app under {place}; it starts with {prefix}"
    return _read_secret(name, given, file, where, prefix)


def read_signing_secret(given: str, file: Path | None) -> str:
    """Return the signing secret as it is set; raise SettingsError as read_token() does."""
    where = f"find it in your Slack app under {_WHERE_IT_SIGNS}"
    return _read_secret(SIGNING_SECRET, given, file, where)


def _read_secret(name: str, given: str, file: Path | None, where: str, prefix: str = "") -> str:
    variable = name.upper()
    if not given and file is None:
        msg = f"{variable} is missing (or {variable}_FILE, naming a file that holds it): {where}"
        raise SettingsError(msg)
    named = variable
    if not given and file is not None:
        given, named = _read(file, variable), f"{variable}_FILE names a file that"
    if fault := _find_fault(given, prefix, where):
        msg = f"{named} {fault}"
        raise SettingsError(msg)
    return given


def _find_fault(found: str, prefix: str, where: str) -> str:
    """Return what is wrong with a token, as a sentence goes on behind what holds it; or ""."""
    if _MARKED.search(found):
        return "holds quotation marks, which are not part of a token. Leave them out"
    swapped = next((n for n, (p, _) in TOKENS.items() if found.startswith(p)), None)
    if not found.startswith(prefix) or (swapped and not prefix):
        seems = f"holds what belongs in {swapped.upper()}" if swapped else "holds another token"
        return f"{seems}: {where}"
    if not SENDABLE.fullmatch(found):
        return f"holds a character that no token has. Copy the whole token: {where}"
    return ""


def _read(file: Path, variable: str) -> str:
    """Return what is in a file; no error names that, since it may be the token itself."""
    try:
        if found := read_regular_file(file, _LARGEST_FILE).decode().strip():
            return found
        why = "it is empty"
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or "it is not text"
    msg = f"{variable}_FILE names a file from which no token can be read ({why})"
    raise SettingsError(msg)
