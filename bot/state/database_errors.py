"""What a database's errors mean, in words that hold no value, no statement and no password."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from sqlalchemy.exc import DBAPIError, OperationalError, ProgrammingError, SQLAlchemyError

from bot.state.database_url import SETTING
from knowledge.corpus import SettingsError

if TYPE_CHECKING:
    from bot.state.database_url import Place

FAILURES: Final = (SQLAlchemyError, OSError, SettingsError)  # a time-out is an OSError

_DAMAGED: Final = "the file is damaged"
# By SQLite's name of a result, or its beginning: https://www.sqlite.org/rescode.html
_SQLITE: Final = {
    "SQLITE_BUSY": "another process keeps it locked",
    "SQLITE_CANTOPEN": "the file cannot be opened",
    "SQLITE_CORRUPT": _DAMAGED,
    "SQLITE_FULL": "the disk is full",
    "SQLITE_IOERR": "the disk does not read or write",
    "SQLITE_NOTADB": _DAMAGED,
    "SQLITE_PERM": "the file may not be written",
    "SQLITE_READONLY": "the file may not be written",
}
# By SQLSTATE, or its class: https://www.postgresql.org/docs/current/errcodes-appendix.html
_POSTGRESQL: Final = {
    "08": "the connection was lost",
    "25006": "it may only be read",
    "28": "it does not let this user in",
    "3D000": "there is no such database",
    "42501": "this user may not use its tables",
    "53": "it has no room or no connection left",
    "57014": "it took too long",
    "57P": "it is starting or shutting down",
}
_PASSING: Final = ("08", "53", "57P")  # classes of SQLSTATE that a server leaves by itself
# Of what a server says of a connection that it does not make, in English, without a code.
_PASSING_WORDS: Final = ("starting up", "shutting down", "in recovery", "too many clients")
_UNREACHABLE: Final = "it cannot be reached"
_REFUSED: Final = "its server refuses the connection: is there such a database, user and password?"
_OTHER_WAY: Final = "its server does not let users in as the URL asks it to"
_NOT_POSTGRESQL: Final = "what answers there is not PostgreSQL"
# Of what the driver says, in English and without a code, of a server that answers and of settings
# with which no connection comes about: waiting changes nothing.
_REFUSING: Final = {
    "does not support SSL": "its server has no TLS, which the URL asks for",
    "unexpected eof": None,  # the server went away
    "certificate": "a certificate is missing, or is not the right one",
    "private key": "the private key cannot be used",
    "SSL error": "its server and this machine do not agree on TLS",
    "no password supplied": _REFUSED,
    "authentication method requirement": _OTHER_WAY,
    "channel binding required": _OTHER_WAY,
    "GSSAPI encryption required": _OTHER_WAY,
    "requirepeer": _OTHER_WAY,
    "expected authentication request": _NOT_POSTGRESQL,
    "invalid response to SSL negotiation": _NOT_POSTGRESQL,
    "is bad: invalid ": "its URL has an option with a value that the driver does not know",
}
_ATTEMPT: Final = re.compile(r"connection to server [^\n]*? failed: ")


class NewerDatabaseError(SettingsError):
    """A newer Stancebook has made the tables what this one does not know."""

    reason = "it is of a newer Stancebook"


class ForeignDatabaseError(SettingsError):
    """What the setting names was made by another program."""

    reason = "it is another program's"


class DatabaseAwayError(SettingsError):
    """The server of a database cannot be reached, or takes nobody for now."""


def reason(error: BaseException) -> str:
    """Return why a database does not work, as the end of a sentence."""
    if isinstance(error, ForeignDatabaseError | NewerDatabaseError):
        return error.reason
    if isinstance(error, TimeoutError):
        return "it took too long"
    original = error.orig if isinstance(error, DBAPIError) else error
    if code := getattr(original, "sqlite_errorname", None):
        return _longest(_SQLITE, str(code)) or str(code)
    if code := getattr(original, "sqlstate", None):
        return _longest(_POSTGRESQL, str(code)) or f"PostgreSQL's error {code}"
    if isinstance(error, ProgrammingError):
        return "its URL has an option that the driver does not know"
    if isinstance(error, OSError):
        return error.strerror or _UNREACHABLE
    if not isinstance(error, DBAPIError):
        return type(error).__name__
    # The driver has no code for what a server says of a connection that it does not make.
    said = str(original)
    return _REFUSED if "FATAL" in said else _find_refusal(said) or _UNREACHABLE


def _find_refusal(said: str) -> str | None:
    """Return why no attempt to connect can succeed, if each failed for such a reason."""
    attempts = _ATTEMPT.split(said)[1:] or [said]
    found = [
        next((why for sign, why in _REFUSING.items() if sign in attempt), None)
        for attempt in attempts
    ]
    return found[-1] if all(found) else None


def _longest(words: dict[str, str], code: str) -> str | None:
    fitting = [known for known in words if code.startswith(known)]
    return words[max(fitting, key=len)] if fitting else None


def unusable(place: Place, error: Exception) -> SettingsError:
    """Return what is told of a place that cannot be used, as an error of its setting."""
    if isinstance(error, SettingsError):
        return error
    kind = DatabaseAwayError if not place.file and _is_away(error) else SettingsError
    return kind(f"{SETTING}: {place} cannot be used ({reason(error)})")


def _is_away(error: Exception) -> bool:
    """Return whether a server is not there for now, rather than refuses what it is asked."""
    if not isinstance(error, OperationalError):
        return isinstance(error, OSError)
    if code := getattr(error.orig, "sqlstate", None):
        return str(code).startswith(_PASSING)
    said = str(error.orig)
    if "FATAL" not in said:
        return _find_refusal(said) is None
    return any(words in said for words in _PASSING_WORDS)


def is_damage(error: BaseException) -> bool:
    """Return whether a SQLite file is no database, or not a sound one."""
    return reason(error) == _DAMAGED
