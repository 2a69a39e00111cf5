"""Answering the envelopes of a socket: what Bolt could not read is refused before Bolt sees it."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from slack_bolt.adapter.socket_mode import SocketModeHandler
from slack_bolt.adapter.socket_mode.internals import build_headers, send_response

if TYPE_CHECKING:
    from slack_sdk.socket_mode.client import BaseSocketModeClient
    from slack_sdk.socket_mode.request import SocketModeRequest

    from bot.slack.guarded_app import GuardedApp


class EnvelopeHandler(SocketModeHandler):
    """Bolt's handler of a socket, whose payloads go through the app's door."""

    app: GuardedApp

    def handle(self, client: BaseSocketModeClient, req: SocketModeRequest) -> None:
        """Answer one envelope."""
        began = time.time()
        answered = self.app.dispatch_payload(req.payload, build_headers(req))
        send_response(client, req, answered, began)
