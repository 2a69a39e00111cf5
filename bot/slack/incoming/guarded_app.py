"""Bolt's app behind a door: what Slack did not sign or never sends goes no further."""

from __future__ import annotations

import logging
from copy import copy
from typing import TYPE_CHECKING, Any

from slack_bolt import App, BoltRequest, BoltResponse

from bot.slack.incoming.guarded_respond import GuardedRespond, guard_response_url
from bot.slack.incoming.payload_shapes import find_fault
from bot.slack.incoming.signatures import is_signed
from bot.slack.logs import places

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_ODD = (
    "Slack sent this in a form that Stancebook does not know, so there is no answer."
    " Please ask again."
)
_UNHANDLED = 404  # Bolt found no listener; unacked, it would be sent again
_log = logging.getLogger(__name__)


class GuardedApp(App):
    """Answers 401 to what is not signed, and a sentence to what cannot be answered.

    Over a socket, which is Slack's own, nothing is signed.
    """

    def __init__(self, *, signing_secret: str, api_url: str, **options: Any) -> None:  # noqa: ANN401
        super().__init__(signing_secret=signing_secret, **options)
        self._secret = signing_secret
        self._api_url = api_url

    def dispatch(self, req: BoltRequest) -> BoltResponse:
        """Answer a request; whatever it holds, no exception leaves here."""
        if req.mode != "socket_mode" and not is_signed(self._secret, req.headers, req.raw_body):
            _log.info("a request was not signed by Slack, or too long ago")
            return BoltResponse(status=401, body={"error": "invalid request"})
        if fault := find_fault(req.body):
            return self.refuse(req.body, fault)
        guard_response_url(req, self._api_url)
        try:
            answered = super().dispatch(req)
        except Exception as error:  # noqa: BLE001 (of Bolt, on what nobody foresaw; it logs a body)
            _log.error("a request was not answered: %s", places(error))
            return BoltResponse(status=200, body="")
        return self.refuse(req.body, "type") if answered.status == _UNHANDLED else answered

    def dispatch_payload(
        self, payload: object, headers: Mapping[str, str | Sequence[str]] | None = None
    ) -> BoltResponse:
        """Answer what came over a socket, also where Bolt could not read whom it is for."""
        body = payload if isinstance(payload, dict) else {}
        if fault := find_fault(payload):
            return self.refuse(body, fault)
        given = dict(headers) if headers else None
        try:
            request = BoltRequest(body=body, headers=given, mode="socket_mode")
        except (AttributeError, KeyError, TypeError):  # Bolt looks for users in every corner
            return self.refuse(body, "an id")
        return self.dispatch(request)

    def _init_context(self, req: BoltRequest) -> None:
        """Give each request a client like the app's own: Bolt makes a plain one."""
        super()._init_context(req)
        client = copy(self.client)
        client.default_params = req.context.client.default_params  # it names the workspace
        req.context["client"] = client

    def refuse(self, body: Mapping[str, Any], fault: str) -> BoltResponse:
        """Tell whoever asked that it cannot be answered, where there is a way to."""
        _log.warning("a payload of Slack's was refused: %s is missing or malformed", fault)
        if "event" in body:
            return BoltResponse(status=200, body="")
        if "command" in body:
            return BoltResponse(status=200, body={"response_type": "ephemeral", "text": _ODD})
        if isinstance(url := body.get("response_url"), str):
            respond = GuardedRespond(response_url=url, api_url=self._api_url)
            respond(text=_ODD, response_type="ephemeral", replace_original=False)
        return BoltResponse(status=200, body="")
