"""From words to the entities and issues that they name."""
