"""The tables of the state store, as the newest of the migrations leaves them."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Double, Index, MetaData, String, Table, Text, literal_column

METADATA = MetaData()
VERSIONS = "alembic_version"  # alembic's table of the revision
REVISION = "0003"  # of the newest migration; naming it here spares loading alembic at each start

CLAIMS = Table(
    "claims",
    METADATA,
    Column("kind", String(32), primary_key=True),
    Column("digest", String(64), primary_key=True),  # SHA-256 of one key of the thing
    Column("team_id", String(32)),
    Column("user_id", String(32)),
    Column("owner", String(32), nullable=False),  # the store that holds it, or finished it
    Column("done", Boolean, nullable=False),
    # Seconds since 1970 by the database's clock, which all processes share: when the holder's
    # lease ends, or when the thing was done.
    Column("until", Double, nullable=False),
    Index("claims_until", "until"),  # what is old is found without reading every row
)

LAST_QUESTIONS = Table(
    "last_questions",
    METADATA,
    Column("digest", String(64), primary_key=True),  # SHA-256 of the conversation's name
    Column("team_id", String(32)),
    Column("user_id", String(32)),  # who asked last
    Column("about", Text, nullable=False),  # ids of the corpus and days, as JSON
    Column("until", Double, nullable=False),  # seconds as above: when it is forgotten
    Index("last_questions_until", "until"),
)

NOW = {
    "sqlite": literal_column("(julianday('now') - 2440587.5) * 86400.0", Double),
    "postgresql": literal_column(
        "cast(extract(epoch FROM clock_timestamp()) AS double precision)", Double
    ),
}
