"""One listener for each thing that Slack sends: a few lines around a reply."""
