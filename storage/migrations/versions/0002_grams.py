"""The table of 2-gram hashes, and an index of what people told apart."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
TOLD = "kind = 'different'"


def upgrade() -> None:
    """Add both; the table is filled when an office needs it."""
    op.add_column("workspace", sa.Column("grams_upto", sa.BigInteger(), server_default=sa.text("0"), nullable=False))
    op.add_column("workspace", sa.Column("grams_since", sa.BigInteger(), nullable=True))
    op.create_table(
        "task_gram",
        sa.Column("workspace", KEY, autoincrement=False, nullable=False),
        sa.Column("hash", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("task", sa.Integer(), autoincrement=False, nullable=False),
        sa.ForeignKeyConstraint(
            ["workspace", "task"], ["task.workspace", "task.number"], name="fk_task_gram_workspace_task"
        ),
        sa.PrimaryKeyConstraint("workspace", "hash", "task", name="pk_task_gram"),
        sqlite_with_rowid=False,
    )
    op.create_index("task_gram_task", "task_gram", ["workspace", "task"])
    op.create_index(
        "overlap_told", "overlap", ["workspace"], sqlite_where=sa.text(TOLD), postgresql_where=sa.text(TOLD)
    )


def downgrade() -> None:
    """Take both away."""
    op.drop_index("overlap_told", "overlap")
    op.drop_table("task_gram")
    op.drop_column("workspace", "grams_since")
    op.drop_column("workspace", "grams_upto")
