"""Running a function of the app, as a step of a workflow does."""

from __future__ import annotations

import secrets
import time
from typing import TYPE_CHECKING, Any

from local_slack.delivery.other_events import announce
from local_slack.people.outcome import ActResult
from local_slack.workspace.ids import APP

if TYPE_CHECKING:
    from local_slack.core import Core
    from local_slack.refusal import Payload


async def run_function(
    core: Core, callback_id: str, inputs: Payload | None = None, *, wait: float = 5
) -> ActResult:
    """Run a function of the manifest; wait until the app ends it with outputs or an error.

    `payload` of the result has the outputs. Raise LookupError for a function that is not there.
    """
    functions = core.manifest.part("functions") or {}
    if callback_id not in functions:
        msg = f"The manifest does not have a function {callback_id!r}."
        raise LookupError(msg)
    run = core.functions.start(callback_id, inputs or {})
    body = {
        "function": _describe(callback_id, functions[callback_id]),
        "inputs": run.inputs,
        "function_execution_id": run.id,
        "workflow_execution_id": f"Wx{secrets.token_hex(5).upper()}",
        "bot_access_token": run.token,
    }
    acked = all([await d for d in announce(core, "function_executed", body)])
    await core.journal.until(lambda: run.ended, wait if acked else 0, run.id)
    return ActResult(run.error or None, run.outputs, acked)


def _describe(callback_id: str, given: Payload) -> Payload:
    now = int(time.time())
    return {
        "id": f"Fn{callback_id.upper().replace('_', '')[:9]:0<9}",
        "callback_id": callback_id,
        "title": given.get("title", ""),
        "description": given.get("description", ""),
        "type": "app",
        "input_parameters": _parameters(given.get("input_parameters")),
        "output_parameters": _parameters(given.get("output_parameters")),
        "app_id": APP,
        "date_created": now,
        "date_updated": now,
        "date_deleted": 0,
        "form_enabled": False,
    }


def _parameters(given: Any) -> list[Payload]:  # noqa: ANN401 (two forms of a manifest)
    """Return parameters as a list; a manifest has them by name, or by name under `properties`."""
    by_name = (given or {}).get("properties", given or {})
    required = (given or {}).get("required") or []
    return [
        {"name": name, "is_required": name in required, **parameter}
        for name, parameter in by_name.items()
        if isinstance(parameter, dict)
    ]
