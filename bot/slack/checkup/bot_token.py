"""The bot token, asked about at Slack: whether it is reached, takes the token, and which scopes.

One call tells all three, and by its date how far the clock here is from Slack's.
"""

from __future__ import annotations

from email.utils import parsedate_to_datetime
from http.client import HTTPException
from time import time
from typing import TYPE_CHECKING, Final

from slack_sdk.errors import SlackApiError

from bot.slack.checkup.findings import fault, note, ok
from bot.slack.opened_bot import describe_refusal
from bot.slack.outgoing.post_outcome import NOT_SLACK, outcome_of_error
from bot.slack.outgoing.web_client import web_client
from bot.slack.proxies import through
from bot.slack.registration.app_manifest import list_scopes
from bot.slack.sockets.starting import why_unreached
from knowledge.corpus import SettingsError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from bot.slack.checkup.findings import Finding
    from bot.slack.settings import Settings

REACHED: Final = "Slack"
_TOKEN: Final = "bot token"  # noqa: S105 (what is looked at)
_WITHIN: Final = 10  # seconds
_FAR, _TOO_FAR = 60, 300  # seconds; Slack advises to refuse what was signed longer ago than five


def examine_bot_token(chosen: Settings) -> Iterator[Finding]:
    """Yield what Slack says of the bot token, or why it says nothing."""
    try:
        token = chosen.token("slack_bot_token")
    except SettingsError as error:
        yield fault(_TOKEN, str(error))
        return
    where = chosen.slack_api_url
    try:
        reply = web_client(token, where, _WITHIN).auth_test()
    except SlackApiError as error:
        yield from _describe_refusal(error, where)
        return
    except (OSError, HTTPException) as error:
        yield fault(REACHED, f"{why_unreached(error, where)}. Let the bot reach it, or its proxy")
        return
    yield ok(REACHED, f"it answers at {where}{through(where)}")
    yield ok(_TOKEN, f"Slack takes it, for the workspace {reply.get('team_id')}")
    headers = {name.lower(): str(value) for name, value in reply.headers.items()}
    yield _compare_scopes(chosen, headers)
    yield _compare_clocks(headers)


def _describe_refusal(error: SlackApiError, where: str) -> Iterator[Finding]:
    outcome = outcome_of_error(error)
    if outcome.code == NOT_SLACK:
        yield fault(
            REACHED,
            f"what answers at {where}{through(where)} is not Slack, but perhaps a proxy or a"
            " sign-in page. Let the bot through",
        )
        return
    yield ok(REACHED, f"it answers at {where}{through(where)}")
    yield fault(_TOKEN, describe_refusal("SLACK_BOT_TOKEN", outcome.code))


def _compare_scopes(chosen: Settings, headers: Mapping[str, str]) -> Finding:
    """Compare the scopes that the app was installed with and those that its manifest asks for."""
    if "x-oauth-scopes" not in headers:
        return note("scopes", "Slack did not say which the app has. Ask again later")
    granted = {scope.strip() for scope in headers["x-oauth-scopes"].split(",")}
    needed = set(list_scopes(chosen))
    if missing := sorted(needed - granted):
        return fault(
            "scopes",
            f"{', '.join(missing)} missing. Paste what `stancebook manifest` prints under App"
            " Manifest, and install the app again",
        )
    if spare := sorted(granted - needed - {""}):
        return note("scopes", f"all are there, and {', '.join(spare)}, which the bot does not need")
    return ok("scopes", f"all {len(needed)} of the manifest are there")


def _compare_clocks(headers: Mapping[str, str]) -> Finding:
    try:
        away = time() - parsedate_to_datetime(headers.get("date", "")).timestamp()
    except ValueError:
        return note("clock", "Slack did not say what time it is. Ask again later")
    side = "ahead of" if away > 0 else "behind"
    told = f"it is {abs(away):.0f} seconds {side} Slack's"
    if abs(away) >= _TOO_FAR:
        return fault("clock", f"{told}: every request over HTTP would be refused. Set it by NTP")
    if abs(away) >= _FAR:
        return note("clock", f"{told}. Set it by NTP: at five minutes no request is answered")
    return ok("clock", "it agrees with Slack's")
