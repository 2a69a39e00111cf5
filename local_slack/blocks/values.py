"""Checks of texts that say something: an address, a day, a time of day, a number."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from local_slack import slack_limits
from local_slack.blocks.json_checks import Check, Problem, at, string, whole

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_TIME = re.compile(r"([01]\d|2[0-3]):[0-5]\d", re.ASCII)
_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s.]+")
_NUMBER = re.compile(r"-?\d{1,30}(\.\d{1,30})?", re.ASCII)
_COLOR = re.compile(r"#([0-9a-fA-F]{3}|[0-9a-fA-F]{6})")
_TIMEZONE = re.compile(r"[A-Za-z_]+(/[A-Za-z0-9_+-]+){0,2}", re.ASCII)
_NOT_IN_A_URL = re.compile(r"[\s\x00-\x20\x7f<>\"]")
_LAST_SECOND = 9_999_999_999  # in ten digits
# A browser would run these in the page that shows them.
_RUN = frozenset({"javascript", "data", "vbscript"})


def _said(means: Callable[[str], bool], problem: str, most: int | None = None) -> Check:
    """Return a check for a text that means something."""
    typed = string(most)

    def check(value: Any, here: str) -> Iterator[Problem]:  # noqa: ANN401 (any JSON)
        if wrong := list(typed(value, here)):
            yield from wrong
        elif not means(value):
            yield at(problem, here)

    return check


def _is_url(text: str, *schemes: str) -> bool:
    """Return whether a text is a whole address: with a scheme, and a host where it needs one."""
    if _NOT_IN_A_URL.search(text):
        return False
    try:
        parts = urlsplit(text)
        host = parts.hostname
        _ = parts.port  # raises for one that is no number
    except ValueError:
        return False
    if schemes and parts.scheme not in schemes:
        return False
    if parts.scheme in {"http", "https"}:
        return bool(host)
    return bool(parts.scheme) and parts.scheme not in _RUN and len(text) > len(parts.scheme) + 1


def _is_day(text: str) -> bool:
    if not _DAY.fullmatch(text):
        return False
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


_INVALID_URL = "invalid url"
A_LINK = _said(_is_url, _INVALID_URL, slack_limits.URL)  # mailto: and an app's own schemes too
A_WEB_ADDRESS = _said(lambda t: _is_url(t, "http", "https"), _INVALID_URL, slack_limits.URL)
A_SAFE_ADDRESS = _said(lambda t: _is_url(t, "https"), _INVALID_URL, slack_limits.URL)
A_DAY = _said(_is_day, "input must be a valid: date")
A_TIME = _said(
    lambda t: bool(_TIME.fullmatch(t)), f"input must match regex pattern: {_TIME.pattern}"
)
A_MOMENT = whole(0, _LAST_SECOND)
A_TIMEZONE = _said(lambda t: bool(_TIMEZONE.fullmatch(t)), "invalid timezone")
A_COLOR = _said(
    lambda t: bool(_COLOR.fullmatch(t)), f"input must match regex pattern: {_COLOR.pattern}"
)
A_NUMBER = _said(lambda t: bool(_NUMBER.fullmatch(t)), "must be a valid number")
AN_EMAIL = _said(lambda t: bool(_EMAIL.fullmatch(t)), "must be a valid email address")
