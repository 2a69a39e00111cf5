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
_PREFIX = "xwfp-local-"


@dataclass
class FunctionRun:
    """One run; `outputs` or `error` is set once the app has ended it."""

    id: str
    token: str  # good for calls of the Web API during this run
    callback_id: str
    inputs: Payload
    outputs: Payload | None = None
    error: str = ""

    @property
    def ended(self) -> bool:
        return self.outputs is not None or bool(self.error)


class FunctionRuns:
    """The runs that were started, the tokens given to the app for them, and what it made."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._runs: OrderedDict[str, FunctionRun] = OrderedDict()
        self._made: OrderedDict[str, FunctionRun] = OrderedDict()  # by ts or view id

    @property
    def newest(self) -> FunctionRun | None:
        return next(reversed(self._runs.values()), None)

    def with_token(self, token: str) -> FunctionRun | None:
        if not token.startswith(_PREFIX):
            return None
        return next((run for run in self._runs.values() if run.token == token), None)

    def start(self, callback_id: str, inputs: Payload) -> FunctionRun:
        number, token = secrets.token_hex(5).upper(), _PREFIX + secrets.token_hex(8)
        run = FunctionRun(f"Fx{number}", token, callback_id, inputs)
        self._runs[run.id] = run
        while len(self._runs) > _KEPT:
            self._runs.popitem(last=False)
        return run

    def keep_made(self, run: FunctionRun, reply: Payload) -> None:
        """Keep that a call with the run's token made a message or a view."""
        made = reply.get("ts") or (reply.get("view") or {}).get("id")
        if made:
            self._made[made] = run
        while len(self._made) > _KEPT:
            self._made.popitem(last=False)

    def fields_of(self, made: str) -> Payload:
        """Return what the app is told, at an action on what a run made, of that run."""
        run = self._made.get(made)
        if run is None:
            return {}
        function = {"callback_id": run.callback_id}
        data = {"execution_id": run.id, "function": function, "inputs": run.inputs}
        return {"function_data": data, "bot_access_token": run.token}

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
