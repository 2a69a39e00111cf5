"""What alembic runs to migrate: on the connection that it is handed, in that one's transaction."""

from __future__ import annotations

from alembic import context

from bot.state.state_tables import METADATA

context.configure(connection=context.config.attributes["connection"], target_metadata=METADATA)
context.run_migrations()
