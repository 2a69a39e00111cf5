"""A local Slack with the parrot app connected, shared by tests, and one without an app."""

from __future__ import annotations

import pytest

from local_slack import running
from tests.local_slack.parrot import HASTE, MANIFEST, client, connected, parrot


@pytest.fixture(scope="session")
def heard():
    return []


@pytest.fixture(scope="session")
def shared_slack():
    """Yield one Slack, without rate limits, for all tests that leave it as they find it."""
    with running(MANIFEST, rates=False, timing=HASTE) as slack:
        yield slack


@pytest.fixture(scope="session")
def _connected_app(shared_slack, heard):
    with connected(shared_slack, parrot(shared_slack, heard)):
        yield


@pytest.fixture
def slack(shared_slack, _connected_app, heard):
    """Yield the shared Slack with its app connected, nothing heard and no fault on."""
    shared_slack.faults.clear()
    heard.clear()
    return shared_slack


@pytest.fixture
def lonely():
    """Yield a Slack of the test's own, without an app, with rate limits."""
    with running(MANIFEST, timing=HASTE) as slack:
        yield slack


@pytest.fixture
def web(shared_slack):
    return client(shared_slack, retry_handlers=[])
