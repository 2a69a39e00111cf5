"""The review in the terminal: a curator decides on each candidate of an article."""
