"""The changes of the state store's tables, in the order of their numbers."""
