"""Slack's markup to plain words: what a message's reader sees, and what of it is quoted."""
