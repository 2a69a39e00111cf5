"""Slack on this machine: a server that a Bolt app connects to as it would to Slack."""

from local_slack.core import Timing
from local_slack.people.outcome import ActResult
from local_slack.server.driving import LocalSlack
from local_slack.server.running import running
from local_slack.server.serving import PortTakenError, how_to_connect, serve
from local_slack.workspace.manifest import ManifestRefused

__all__ = [
    "ActResult",
    "LocalSlack",
    "ManifestRefused",
    "PortTakenError",
    "Timing",
    "how_to_connect",
    "running",
    "serve",
]
