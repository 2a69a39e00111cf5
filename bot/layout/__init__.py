"""From an answer to what is shown: a Slack message within its limits, or a terminal."""
