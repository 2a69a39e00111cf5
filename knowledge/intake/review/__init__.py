"""What a curator decides of candidates, and the entry that comes of it."""
