"""From an answer to what is shown: the parts of a Slack message, or lines on a terminal."""
