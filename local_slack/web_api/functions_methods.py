"""The methods that end the run of a function, a step of the app in a workflow."""

from __future__ import annotations

from typing import TYPE_CHECKING

from local_slack.refusal import Payload, refuse
from local_slack.web_api.method import method

if TYPE_CHECKING:
    from local_slack.core import Core
    from local_slack.web_api.arguments import Arguments


@method("functions.completeSuccess", tier=3)
def complete_success(core: Core, args: Arguments) -> Payload:
    outputs = args.get("outputs") or {}
    if not isinstance(outputs, dict):
        refuse("invalid_arguments")
    core.functions.end(args.text("function_execution_id", "invalid_arguments"), outputs=outputs)
    return {}


@method("functions.completeError", tier=3)
def complete_error(core: Core, args: Arguments) -> Payload:
    error = args.text("error", "invalid_arguments")
    core.functions.end(args.text("function_execution_id", "invalid_arguments"), error=error)
    return {}


METHODS = (
    complete_success,
    complete_error,
)
