"""The first schema."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def _where(condition: str) -> dict[str, Any]:
    """An index of only these rows."""
    return {"sqlite_where": sa.text(condition), "postgresql_where": sa.text(condition)}


def upgrade() -> None:
    """Create all tables."""
    op.create_table(
        "inbox",
        sa.Column("id", KEY, autoincrement=True, nullable=False),
        sa.Column("door", sa.Text(), nullable=False),
        sa.Column("update_id", sa.BigInteger(), nullable=False),
        sa.Column("chat", sa.Text(), nullable=True),
        sa.Column("raw", sa.Text(), nullable=False),
        sa.Column("received_at", sa.BigInteger(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("error", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_inbox"),
        sa.UniqueConstraint("door", "update_id", name="uq_inbox_door_update_id"),
        sqlite_autoincrement=True,
    )
    op.create_index("inbox_done", "inbox", ["received_at"], **_where("state = 'done'"))
    op.create_index("inbox_quarantined", "inbox", ["id"], **_where("state = 'quarantined'"))
    op.create_index("inbox_waiting", "inbox", ["door", "id"], **_where("state = 'waiting'"))
    op.create_table(
        "workspace",
        sa.Column("id", KEY, autoincrement=True, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("timezone", sa.Text(), nullable=False),
        sa.Column("created_at", sa.BigInteger(), nullable=True),
        sa.Column("revision", sa.BigInteger(), server_default=sa.text("0"), nullable=False),
        sa.Column("reload_before", sa.BigInteger(), server_default=sa.text("0"), nullable=False),
        sa.Column("members_revision", sa.BigInteger(), server_default=sa.text("0"), nullable=False),
        sa.Column("last_number", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("heard_at", sa.BigInteger(), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_workspace"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "action",
        sa.Column("id", KEY, autoincrement=True, nullable=False),
        sa.Column("workspace", KEY, nullable=False),
        sa.Column("member", KEY, nullable=False),
        sa.Column("label", sa.Text(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=True),
        sa.Column("images", sa.Text(), nullable=False),
        sa.Column("undone_at", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(["workspace"], ["workspace.id"], name="fk_action_workspace"),
        sa.PrimaryKeyConstraint("id", name="pk_action"),
        sqlite_autoincrement=True,
    )
    op.create_index("action_undoable", "action", ["workspace", "member", "id"], **_where("undone_at IS NULL"))
    op.create_table(
        "card",
        sa.Column("workspace", KEY, nullable=False),
        sa.Column("chat", sa.Text(), nullable=False),
        sa.Column("task", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("outbox", KEY, nullable=False),
        sa.ForeignKeyConstraint(["workspace"], ["workspace.id"], name="fk_card_workspace"),
        sa.PrimaryKeyConstraint("workspace", "chat", "task", name="pk_card"),
    )
    op.create_table(
        "groups",
        sa.Column("id", KEY, autoincrement=True, nullable=False),
        sa.Column("workspace", KEY, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("platform", sa.Text(), nullable=False),
        sa.Column("chat", sa.Text(), nullable=True),
        sa.Column("temporary", sa.Boolean(), nullable=False),
        sa.Column("temporary_said", sa.Boolean(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("exempt", sa.Boolean(), nullable=False),
        sa.Column("asked_again_after", sa.Text(), nullable=True),
        sa.Column("first_at", sa.BigInteger(), nullable=True),
        sa.Column("last_at", sa.BigInteger(), nullable=True),
        sa.Column("last_notice_at", sa.BigInteger(), nullable=True),
        sa.Column("messages", sa.Integer(), nullable=False),
        sa.Column("chatter", sa.Integer(), nullable=False),
        sa.Column("repeats", sa.Integer(), nullable=False),
        sa.Column("aliases", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["workspace"], ["workspace.id"], name="fk_groups_workspace"),
        sa.PrimaryKeyConstraint("id", name="pk_groups"),
        sqlite_autoincrement=True,
    )
    op.create_index("groups_chat", "groups", ["chat"])
    op.create_index("groups_name", "groups", ["workspace", "name"])
    op.create_table(
        "invitation",
        sa.Column("workspace", KEY, nullable=False),
        sa.Column("token", sa.Text(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("made_by", KEY, nullable=False),
        sa.Column("made_at", sa.BigInteger(), nullable=False),
        sa.Column("used_by", KEY, nullable=True),
        sa.Column("used_at", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(["workspace"], ["workspace.id"], name="fk_invitation_workspace"),
        sa.PrimaryKeyConstraint("workspace", "token", name="pk_invitation"),
    )
    op.create_index("invitation_token", "invitation", ["token"])
    op.create_table(
        "journal",
        sa.Column("id", KEY, autoincrement=True, nullable=False),
        sa.Column("workspace", KEY, nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("verb", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("task", sa.Integer(), nullable=True),
        sa.Column("group", KEY, nullable=True),
        sa.Column("message", sa.Text(), nullable=True),
        sa.Column("member", KEY, nullable=True),
        sa.Column("detail", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["workspace"], ["workspace.id"], name="fk_journal_workspace"),
        sa.PrimaryKeyConstraint("id", name="pk_journal"),
        sqlite_autoincrement=True,
    )
    op.create_index("journal_at", "journal", ["workspace", "at"])
    op.create_index("journal_group", "journal", ["workspace", "group", "id"])
    op.create_index("journal_task", "journal", ["workspace", "task", "id"])
    op.create_table(
        "member",
        sa.Column("id", KEY, autoincrement=True, nullable=False),
        sa.Column("workspace", KEY, nullable=False),
        sa.Column("user", sa.Text(), nullable=False),
        sa.Column("chat", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("digest_times", sa.Text(), nullable=False),
        sa.Column("digest_workdays_only", sa.Boolean(), nullable=False),
        sa.Column("quiet_hours", sa.Text(), nullable=False),
        sa.Column("on_duty_until", sa.Text(), nullable=True),
        sa.Column("unreachable", sa.Boolean(), nullable=False),
        sa.Column("joined_at", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(["workspace"], ["workspace.id"], name="fk_member_workspace"),
        sa.PrimaryKeyConstraint("id", name="pk_member"),
        sa.UniqueConstraint("workspace", "user", name="uq_member_workspace_user"),
        sqlite_autoincrement=True,
    )
    op.create_index("member_chat", "member", ["chat"])
    op.create_index("member_user", "member", ["user"])
    op.create_table(
        "memory",
        sa.Column("workspace", KEY, nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["workspace"], ["workspace.id"], name="fk_memory_workspace"),
        sa.PrimaryKeyConstraint("workspace", "key", name="pk_memory"),
    )
    op.create_table(
        "message",
        sa.Column("workspace", KEY, nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("received_at", sa.BigInteger(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("text_key", sa.Text(), nullable=False),
        sa.Column("chat", sa.Text(), nullable=True),
        sa.Column("by", sa.Text(), nullable=True),
        sa.Column("private", sa.Boolean(), nullable=False),
        sa.Column("outcome", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("relation", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("task", sa.Integer(), nullable=True),
        sa.Column("group", KEY, nullable=True),
        sa.Column("attributed", sa.Text(), nullable=False),
        sa.Column("message", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["workspace"], ["workspace.id"], name="fk_message_workspace"),
        sa.PrimaryKeyConstraint("workspace", "id", name="pk_message"),
    )
    op.create_index("message_group", "message", ["workspace", "group", "by"])
    op.create_index("message_group_received", "message", ["workspace", "group", "received_at"])
    op.create_index("message_received", "message", ["workspace", "received_at"])
    op.create_index("message_text_key", "message", ["workspace", "text_key", "received_at"])
    op.create_table(
        "outbox",
        sa.Column("id", KEY, autoincrement=True, nullable=False),
        sa.Column("workspace", KEY, nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("chat", sa.Text(), nullable=False),
        sa.Column("template", sa.Text(), nullable=False),
        sa.Column("data", sa.Text(), nullable=False),
        sa.Column("not_before", sa.BigInteger(), nullable=False),
        sa.Column("member", KEY, nullable=True),
        sa.Column("edit", sa.Text(), nullable=True),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("parts_sent", sa.Integer(), nullable=False),
        sa.Column("sent_ref", sa.Text(), nullable=True),
        sa.Column("sent_at", sa.BigInteger(), nullable=True),
        sa.Column("error", sa.Text(), nullable=True),
        sa.Column("claimed_at", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(["workspace"], ["workspace.id"], name="fk_outbox_workspace"),
        sa.PrimaryKeyConstraint("id", name="pk_outbox"),
        sa.UniqueConstraint("workspace", "key", name="uq_outbox_workspace_key"),
        sqlite_autoincrement=True,
    )
    op.create_index("outbox_claimed", "outbox", ["chat"], **_where("state = 'claimed'"))
    op.create_index("outbox_parked", "outbox", ["id"], **_where("state = 'parked'"))
    op.create_index("outbox_pending", "outbox", ["not_before", "id"], **_where("state = 'pending'"))
    op.create_index("outbox_pending_chat", "outbox", ["chat"], **_where("state = 'pending'"))
    op.create_table(
        "task",
        sa.Column("workspace", KEY, nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("facts", sa.Text(), nullable=False),
        sa.Column("opened_by", sa.Text(), nullable=False),
        sa.Column("opened_at", sa.BigInteger(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("due", sa.BigInteger(), nullable=True),
        sa.Column("urged", sa.Integer(), nullable=False),
        sa.Column("closed_at", sa.BigInteger(), nullable=True),
        sa.Column("parent", sa.Integer(), nullable=True),
        sa.Column("revision", sa.BigInteger(), server_default=sa.text("0"), nullable=False),
        sa.ForeignKeyConstraint(["workspace"], ["workspace.id"], name="fk_task_workspace"),
        sa.PrimaryKeyConstraint("workspace", "number", name="pk_task"),
    )
    op.create_index("task_revision", "task", ["workspace", "revision"])
    op.create_index("task_state", "task", ["workspace", "state", "closed_at"])
    op.create_table(
        "assignment",
        sa.Column("workspace", KEY, autoincrement=False, nullable=False),
        sa.Column("task", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("member", KEY, autoincrement=False, nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("given_by", KEY, nullable=True),
        sa.Column("at", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(
            ["workspace", "task"], ["task.workspace", "task.number"], name="fk_assignment_workspace_task"
        ),
        sa.PrimaryKeyConstraint("workspace", "task", "member", name="pk_assignment"),
    )
    op.create_index("assignment_member", "assignment", ["workspace", "member", "state"])
    op.create_table(
        "occurrence",
        sa.Column("workspace", KEY, autoincrement=False, nullable=False),
        sa.Column("task", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("date", sa.Text(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["workspace", "task"], ["task.workspace", "task.number"], name="fk_occurrence_workspace_task"
        ),
        sa.PrimaryKeyConstraint("workspace", "task", "date", name="pk_occurrence"),
    )
    op.create_index("occurrence_open", "occurrence", ["workspace", "at"], **_where("state = 'open'"))
    op.create_table(
        "overlap",
        sa.Column("workspace", KEY, autoincrement=False, nullable=False),
        sa.Column("a", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("b", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["workspace", "a"], ["task.workspace", "task.number"], name="fk_overlap_workspace_a"),
        sa.ForeignKeyConstraint(["workspace", "b"], ["task.workspace", "task.number"], name="fk_overlap_workspace_b"),
        sa.PrimaryKeyConstraint("workspace", "a", "b", name="pk_overlap"),
    )
    op.create_index("overlap_b", "overlap", ["workspace", "b"])
    op.create_table(
        "reminder",
        sa.Column("workspace", KEY, autoincrement=False, nullable=False),
        sa.Column("task", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("member", KEY, autoincrement=False, nullable=False),
        sa.Column("rung", sa.Text(), nullable=False),
        sa.Column("about", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("due", sa.BigInteger(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["workspace", "task"], ["task.workspace", "task.number"], name="fk_reminder_workspace_task"
        ),
        sa.PrimaryKeyConstraint("workspace", "task", "member", "rung", "about", name="pk_reminder"),
    )
    op.create_index("reminder_pending", "reminder", ["due"], **_where("state = 'pending'"))
    op.create_index("reminder_pending_here", "reminder", ["workspace", "due"], **_where("state = 'pending'"))
    op.create_table(
        "source",
        sa.Column("workspace", KEY, autoincrement=False, nullable=False),
        sa.Column("task", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("message", sa.Text(), nullable=False),
        sa.Column("relation", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("group", sa.Text(), nullable=True),
        sa.Column("sender", sa.Text(), nullable=True),
        sa.Column("evidence", sa.Text(), nullable=False),
        sa.Column("changes", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["workspace", "task"], ["task.workspace", "task.number"], name="fk_source_workspace_task"
        ),
        sa.PrimaryKeyConstraint("workspace", "task", "message", name="pk_source"),
    )
    op.create_index("source_group", "source", ["workspace", "group"])
    op.create_index("source_message", "source", ["workspace", "message"])
    # ### end Alembic commands ###


def downgrade() -> None:
    """Drop all tables."""
    for name in (
        "source",
        "reminder",
        "overlap",
        "occurrence",
        "assignment",
        "task",
        "outbox",
        "message",
        "memory",
        "member",
        "journal",
        "invitation",
        "groups",
        "card",
        "action",
        "workspace",
        "inbox",
    ):
        op.drop_table(name)
