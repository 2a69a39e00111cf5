"""Slack on this machine: a server that a Bolt app connects to as it would to Slack."""
