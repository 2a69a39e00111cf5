"""From a question as typed to what is asked of whom."""
