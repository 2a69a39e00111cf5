"""What a command is and what it answers: typed data, and the reply that is made of it."""
