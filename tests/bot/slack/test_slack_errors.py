"""Slack's codes: each is on one list, and the lists say what to do."""

from __future__ import annotations

from itertools import combinations

import pytest

from bot.slack.outgoing import slack_errors
from bot.slack.outgoing.post_outcome import LOST, NO_REPLY, NOT_SLACK, UNREACHABLE
from bot.slack.outgoing.slack_errors import ErrorKind, in_words, kind_of

LISTS = {
    ErrorKind.LIMITED: slack_errors.LIMITED,
    ErrorKind.TEMPORARY: slack_errors.TEMPORARY,
    ErrorKind.LAYOUT: slack_errors.LAYOUT,
    ErrorKind.PERMANENT: slack_errors.PERMANENT,
    ErrorKind.WITHOUT_ACCESS: slack_errors.WITHOUT_ACCESS,
    ErrorKind.ENDING: slack_errors.ENDING,
}
KNOWN = frozenset().union(*LISTS.values())


def test_no_code_is_on_two_lists():
    assert not [pair for pair in combinations(LISTS.values(), 2) if pair[0] & pair[1]]


@pytest.mark.parametrize("kind", LISTS)
def test_a_code_says_what_to_do(kind):
    assert {kind_of(code) for code in LISTS[kind]} == {kind}


def test_what_is_put_in_words_is_a_code_that_is_known():
    assert slack_errors.WORDS.keys() <= KNOWN | {LOST, NO_REPLY, NOT_SLACK, UNREACHABLE}


def test_a_code_that_is_not_known_is_said_so_and_shown():
    assert kind_of("brand_new_error") is ErrorKind.UNKNOWN
    assert in_words("brand_new_error") == "Slack refused the call (brand_new_error)"


def test_what_slack_says_of_the_app_level_token_is_not_said_of_the_bot_token():
    for code in ("invalid_auth", "missing_scope", "token_expired", "token_revoked"):
        assert "app-level token" in in_words(code, of_app_token=True)
        assert "app-level token" not in in_words(code)
    assert in_words("account_inactive", of_app_token=True) == in_words("account_inactive")


@pytest.mark.parametrize(
    ("status", "kind"),
    [
        (429, ErrorKind.LIMITED),
        (500, ErrorKind.TEMPORARY),
        (503, ErrorKind.TEMPORARY),
        (408, ErrorKind.TEMPORARY),
        (404, ErrorKind.UNKNOWN),
    ],
)
def test_without_a_code_the_status_says_what_to_do(status, kind):
    assert kind_of("", status) is kind


def test_a_code_says_more_than_a_status():
    assert kind_of("invalid_blocks", 400) is ErrorKind.LAYOUT
    assert kind_of("expired_url", 404) is ErrorKind.PERMANENT
