"""Whether the process is alive, and whether it is to be sent requests: for who keeps it running."""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING

from starlette.responses import JSONResponse, Response

if TYPE_CHECKING:
    from starlette.requests import Request

    from bot.slack.outgoing.runtime import Runtime
    from knowledge.kb import SwappableKb

_DIGEST = 12  # characters of it, as the log has them


class Probes:
    """Answers /health as soon as the process listens, and /ready while it is to be sent requests.

    A state store that is away does not take a bot out of service: its answers go on.
    """

    def __init__(self) -> None:
        self._bot: tuple[Runtime, SwappableKb] | None = None
        self.is_stopping = False

    def connect(self, runtime: Runtime, swappable: SwappableKb) -> None:
        """Be ready from now on."""
        self._bot = runtime, swappable

    async def health(self, _request: Request) -> Response:
        """Say that the process answers."""
        return JSONResponse({"alive": True})

    async def ready(self, _request: Request) -> Response:
        """Say whether requests can be sent here, and if not, why."""
        told = self._tell()
        status = HTTPStatus.OK if told["ready"] else HTTPStatus.SERVICE_UNAVAILABLE
        return JSONResponse(told, status)

    def _tell(self) -> dict[str, object]:
        if self.is_stopping:
            return {"ready": False, "why": "it stops"}
        if self._bot is None:
            return {"ready": False, "why": "it starts"}
        runtime, swappable = self._bot
        if not swappable.digest:
            return {"ready": False, "why": "no version of the corpus can be served"}
        state = "works" if runtime.once.store.works else "away"
        return {"ready": True, "kb": swappable.digest[:_DIGEST], "state": state}
