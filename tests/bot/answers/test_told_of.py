"""An account that is found by its words says whom it is on, as it does in a position."""

from __future__ import annotations

import pytest

from bot.cli.ask import ask


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("/said pins hopes", "It [China] pins hopes"),
        ("/said hope from 2018 to 2019", "It [China] pins hopes"),
        ("/said reckless behavior", "it [China] is also seriously concerned"),
        ("/said clearly thinking", "It [North Korea] is clearly thinking"),
        ("/said easing sanctions", "It [North Korea] is clearly thinking"),
        ("/cite north-korea-easing-sanctions", "It [North Korea] is clearly thinking"),
        ("who mentioned China?", "It [China] pins hopes"),
        ("/said sanctions on pressure", "Kyodo News on Japan"),
    ],
)
def test_whom_an_account_is_on_is_told(shipped_kb, today, typed, told):
    assert told in ask(shipped_kb, typed, today).message.text
