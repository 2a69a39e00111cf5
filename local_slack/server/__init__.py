"""The server of a local Slack: its addresses, its page, and how a test or a script drives it."""
