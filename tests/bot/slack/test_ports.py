"""A port to listen on: why it cannot be had is told with the option that names it."""

from __future__ import annotations

from contextlib import closing

import pytest

from bot.slack.ports import open_port
from knowledge.corpus import SettingsError


@pytest.mark.parametrize(
    ("bind", "why"),
    [
        ("999.1.1.1", "there is no such address"),
        ("no such host", "there is no such address"),
        ("192.0.2.1", "Cannot assign requested address"),
    ],
)
def test_an_address_that_is_none_of_this_machines_is_told(bind, why):
    with pytest.raises(SettingsError) as refused:
        open_port(bind, 0, "--port")
    assert str(refused.value) == f"--bind {bind} --port 0: {why}. Name another address or port."


def test_a_port_that_is_taken_is_told():
    with closing(open_port("127.0.0.1", 0, "--port")) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(SettingsError, match=f"--port {port}: Address already in use"):
            open_port("127.0.0.1", port, "--port")
