"""Runs of the app's functions, as a workflow would start them: each ends in outputs or an error."""

from __future__ import annotations

import secrets
from collections import OrderedDict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from local_slack.refusal import refuse

if TYPE_CHECKING:
    from local_slack.refusal import Payload
    from local_slack.workspace.state import Workspace

_KEPT = 1_000


@dataclass
class FunctionRun:
    """One run; `outputs` or `error` is set once the app has ended it."""

    id: str
    token: str  # good for calls of the Web API during this run
    outputs: Payload | None = None
    error: str = ""

    @property
    def ended(self) -> bool:
        return self.outputs is not None or bool(self.error)


class FunctionRuns:
    """The runs that were started, and the tokens that were given to the app for them."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._runs: OrderedDict[str, FunctionRun] = OrderedDict()

    @property
    def tokens(self) -> set[str]:
        return {run.token for run in self._runs.values()}

    def start(self) -> FunctionRun:
        run = FunctionRun(f"Fx{secrets.token_hex(5).upper()}", f"xwfp-local-{secrets.token_hex(8)}")
        self._runs[run.id] = run
        while len(self._runs) > _KEPT:
            self._runs.popitem(last=False)
        return run

    def end(self, run_id: str, *, outputs: Payload | None = None, error: str = "") -> None:
        """End a run; raise Refusal if it is unknown or was ended before."""
        run = self._runs.get(run_id)
        if run is None:
            refuse("function_execution_not_found")
        if run.ended:
            refuse("function_execution_not_in_progress")
        run.outputs, run.error = outputs, error
        body = {"function_execution_id": run.id, "outputs": outputs, "error": error}
        self._workspace.announce("function_ended", body, run.id)
