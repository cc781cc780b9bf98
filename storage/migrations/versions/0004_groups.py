"""Groups that are muted or were merged, and an index that holds all that counts of groups ask for."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
ASKED = ["workspace", "group", "received_at"]


def upgrade() -> None:
    """Add the columns; make the index anew."""
    op.add_column("groups", sa.Column("muted", sa.Boolean(), server_default=sa.false(), nullable=False))
    op.add_column("groups", sa.Column("parent", KEY, nullable=True))
    op.drop_index("message_group_received", "message")
    op.create_index("message_group_received", "message", [*ASKED, "outcome", "relation", "task", "text_key"])


def downgrade() -> None:
    """Take them away."""
    op.drop_index("message_group_received", "message")
    op.create_index("message_group_received", "message", ASKED)
    op.drop_column("groups", "parent")
    op.drop_column("groups", "muted")
