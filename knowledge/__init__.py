"""The corpus and the engine that answers from it."""
