"""The table of the files as they came."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Add it."""
    op.create_table(
        "original",
        sa.Column("workspace", KEY, nullable=False),
        sa.Column("hash", sa.Text(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["workspace"], ["workspace.id"], name="fk_original_workspace"),
        sa.PrimaryKeyConstraint("workspace", "hash", name="pk_original"),
    )
    op.create_index("original_at", "original", ["at"])


def downgrade() -> None:
    """Take it away, with what it holds."""
    op.drop_index("original_at", "original")
    op.drop_table("original")
