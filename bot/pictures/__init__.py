"""Pictures of answers, and the same in words; drawn on demand, never on the way of an answer."""
