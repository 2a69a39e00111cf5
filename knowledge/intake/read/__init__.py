"""From a file to candidates: its text, its head, its quotations and reports."""
