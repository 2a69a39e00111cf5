"""What Slack is sent: messages of Block Kit, within Slack's limits."""
