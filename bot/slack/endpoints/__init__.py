"""What is asked over HTTP: Slack's signed requests, and whether and how the bot is at work."""
