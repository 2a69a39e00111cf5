"""Slack on this machine: a server that a Bolt app connects to as it would to Slack."""

from local_slack.server import running

__all__ = ["running"]
