"""What Slack sends to the app: events, commands and interactions, over a socket or HTTP."""
