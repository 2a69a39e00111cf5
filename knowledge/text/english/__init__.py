"""The English words that rules go by: the place where another language would be added."""
