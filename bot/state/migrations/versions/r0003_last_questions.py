"""Make the table of last questions: what a conversation was about, as ids, for a day."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Make the table and the index by which what is old is found."""
    op.create_table(
        "last_questions",
        sa.Column("digest", sa.String(64), primary_key=True),
        sa.Column("team_id", sa.String(32)),
        sa.Column("user_id", sa.String(32)),
        sa.Column("about", sa.Text, nullable=False),
        sa.Column("until", sa.Double, nullable=False),
    )
    op.create_index("last_questions_until", "last_questions", ["until"])
