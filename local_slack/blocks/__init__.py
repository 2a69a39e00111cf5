"""Block Kit: which blocks Slack takes in a message, a modal or a Home tab, and what it refuses."""
