"""The knowledge base: built, opened, read, exchanged while it is read."""
