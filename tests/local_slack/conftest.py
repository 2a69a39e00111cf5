"""A local Slack with the parrot connected to it, and one of a test's own."""

from __future__ import annotations

import pytest

from local_slack import running
from tests.local_slack.parrot import HASTE, MANIFEST, client, connected, parrot


@pytest.fixture(scope="session")
def heard():
    return []


@pytest.fixture(scope="session")
def shared_slack():
    """One Slack for all tests that leave it as they find it, without rates."""
    with running(MANIFEST, rates=False, timing=HASTE) as slack:
        yield slack


@pytest.fixture(scope="session")
def _connected_app(shared_slack, heard):
    with connected(shared_slack, parrot(shared_slack, heard)):
        yield


@pytest.fixture
def slack(shared_slack, _connected_app, heard):
    """Yield the shared Slack, its app connected, nothing heard yet, no fault on."""
    shared_slack.faults.clear()
    heard.clear()
    return shared_slack


@pytest.fixture
def lonely():
    """Yield a Slack of one's own, to which no app is connected; rates are on."""
    with running(MANIFEST, timing=HASTE) as slack:
        yield slack


@pytest.fixture
def web(shared_slack):
    return client(shared_slack, retry_handlers=[])
