"""The review of an article's candidates in the terminal."""
