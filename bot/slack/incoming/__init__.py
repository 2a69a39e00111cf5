"""What Slack sends, and what only claims to be: nothing is done for an unsigned request."""
