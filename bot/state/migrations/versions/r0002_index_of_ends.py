"""Index the claims by their end, so that pruning finds what is old without reading every row."""

from __future__ import annotations

from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Make the index."""
    op.create_index("claims_until", "claims", ["until"])
