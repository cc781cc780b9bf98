"""An index of sources that holds all that tallies of groups ask for."""

from __future__ import annotations

from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the index anew."""
    op.drop_index("source_group", "source")
    op.create_index("source_group", "source", ["workspace", "group", "relation", "task"])


def downgrade() -> None:
    """As it was."""
    op.drop_index("source_group", "source")
    op.create_index("source_group", "source", ["workspace", "group"])
