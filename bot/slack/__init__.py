"""Stancebook in Slack: all that knows Bolt and Slack's client, and what runs it."""
