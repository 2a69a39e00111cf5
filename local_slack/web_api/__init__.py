"""What the app asks of Slack: the methods of the Web API, and answers to response_urls."""
