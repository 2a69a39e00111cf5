"""How the tables of the state store came to be, one file a change; alembic runs them."""
