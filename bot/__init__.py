"""Slack surface and command line of Stancebook."""
