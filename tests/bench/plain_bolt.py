"""A plain Bolt app as its documentation shows it, for comparison: `python -m tests.bench.plain_bolt`."""

from __future__ import annotations

import os
import sys

from slack_bolt import Ack, App
from slack_bolt.adapter.socket_mode import SocketModeHandler
from slack_sdk import WebClient


def main() -> None:
    """Connect as the environment says, and answer every command with one word."""
    client = WebClient(os.environ["SLACK_BOT_TOKEN"], base_url=os.environ["SLACK_API_URL"])
    app = App(client=client)

    @app.command("/stance")
    def stance(ack: Ack) -> None:
        ack("one")

    SocketModeHandler(app, os.environ["SLACK_APP_TOKEN"]).start()


if __name__ == "__main__":
    sys.exit(main())
