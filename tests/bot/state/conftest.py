"""What the tests of the state store share: a database of each kind, and stores on it."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from bot.state import StateStore, open_state
from tests.bot.state import postgresql

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


@pytest.fixture(scope="session")
def server() -> Iterator[postgresql.Server]:
    """Start PostgreSQL; where it cannot, skip what needs it, but not in CI."""
    starting = postgresql.started()
    try:
        running = starting.__enter__()
    except Exception as error:  # whatever keeps it from starting is the reason
        if os.environ.get("CI"):
            raise
        pytest.skip(f"PostgreSQL does not start here: {error}")
    yield running
    starting.__exit__(None, None, None)


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request, tmp_path) -> str:
    """Return the URL of a new database of each kind."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path}/state.sqlite"
    return request.getfixturevalue("server").new_database()


@pytest.fixture
def opened() -> Iterator[Callable[..., StateStore]]:
    """Open stores that are closed after the test: two on one URL are as two processes."""
    stores: list[StateStore] = []

    def open_another(url: str, **options) -> StateStore:
        stores.append(open_state(url, **options))
        return stores[-1]

    yield open_another
    for store in stores:
        store.close()


@pytest.fixture
def store(url, opened) -> StateStore:
    return opened(url)


@pytest.fixture
def other(url, opened) -> StateStore:
    """Return a second store on the same database."""
    return opened(url)
