"""The tables. Columns bear the names of the dataclass fields they hold, so that a row is its entity."""

from __future__ import annotations

from typing import Any

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    ColumnElement,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    PrimaryKeyConstraint,
    Table,
    UniqueConstraint,
    false,
    literal_column,
    text,
)

from bot.core.models import (
    AssignmentState,
    FactChange,
    GroupState,
    Kind,
    Message,
    Notice,
    OutboxState,
    Outcome,
    Relation,
    Role,
    Rung,
    TaskState,
)
from storage.columns import CleanText, Day, Id, Instant, Json, Number, Word

metadata = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    }
)
TEXTS = tuple[str, ...]


def _counted() -> Column[int]:
    """An id given by the engine; never given twice, so that what a person saw cannot come to mean something else."""
    return Column("id", Id, primary_key=True, autoincrement=True)


def _workspace() -> Column[int]:
    return Column("workspace", Id, ForeignKey("workspace.id"), nullable=False)


def _workspace_of_task() -> Column[int]:
    """The workspace where the task's own key vouches for it."""
    return Column("workspace", Id, nullable=False, autoincrement=False)


def _need(name: str, kind: Any, **more: Any) -> Column[Any]:
    return Column(name, kind, nullable=False, **more)


def _part(name: str, column: str, condition: str, *columns: str) -> Index:
    """An index of the few rows that still wait, so that looking for them costs the same however many are done."""
    return Index(name, column, *columns, sqlite_where=text(condition), postgresql_where=text(condition))


def _of_task() -> ForeignKeyConstraint:
    return ForeignKeyConstraint(["workspace", "task"], ["task.workspace", "task.number"])


workspace = Table(
    "workspace",
    metadata,
    _counted(),
    _need("name", CleanText),
    _need("timezone", CleanText),
    Column("created_at", Instant),
    # Counts every write that touches a task or a source; rows remember at which count they last changed.
    _need("revision", BigInteger, server_default=text("0")),
    # What is cached from before this revision must be read whole again, because a task was taken away.
    _need("reload_before", BigInteger, server_default=text("0")),
    _need("members_revision", BigInteger, server_default=text("0")),
    _need("last_number", Number, server_default=text("0")),
    # The latest instant of a source: "closed within 30 days" counts back from here.
    Column("heard_at", Instant),
    # Up to which revision `task_gram` is complete, and from when on the tasks closed are still in it.
    _need("grams_upto", BigInteger, server_default=text("0")),
    Column("grams_since", Instant),
    sqlite_autoincrement=True,
)

member = Table(
    "member",
    metadata,
    _counted(),
    _workspace(),
    _need("user", CleanText),
    _need("chat", CleanText),
    _need("name", CleanText),
    _need("role", Word(Role)),
    _need("language", CleanText),
    _need("digest_times", Json(TEXTS)),
    _need("digest_workdays_only", Boolean),
    _need("quiet_hours", Json(tuple[str, str])),
    Column("on_duty_until", Day),
    _need("unreachable", Boolean),
    Column("joined_at", Instant),
    UniqueConstraint("workspace", "user"),
    Index("member_user", "user"),
    Index("member_chat", "chat"),
    sqlite_autoincrement=True,
)

groups = Table(
    "groups",
    metadata,
    _counted(),
    _workspace(),
    _need("name", CleanText),
    _need("platform", CleanText),
    Column("chat", CleanText),
    _need("temporary", Boolean),
    _need("temporary_said", Boolean),
    _need("state", Word(GroupState)),
    _need("exempt", Boolean),
    Column("asked_again_after", Day),
    Column("first_at", Instant),
    Column("last_at", Instant),
    Column("last_notice_at", Instant),
    _need("messages", Integer),
    _need("chatter", Integer),
    _need("repeats", Integer),
    _need("aliases", Json(TEXTS)),
    _need("muted", Boolean, server_default=false()),
    Column("parent", Id),
    Index("groups_name", "workspace", "name"),
    Index("groups_chat", "chat"),
    sqlite_autoincrement=True,
)

message = Table(
    "message",
    metadata,
    _workspace(),
    _need("id", CleanText),
    _need("received_at", Instant),
    _need("text", CleanText),
    _need("text_key", CleanText),
    Column("chat", CleanText),
    Column("by", CleanText),
    _need("private", Boolean),
    _need("outcome", Word(Outcome)),
    _need("kind", Word(Kind)),
    _need("relation", Word(Relation)),
    _need("reason", CleanText),
    Column("task", Number),
    Column("group", Id),
    _need("attributed", CleanText),
    _need("message", Json(Message)),
    PrimaryKeyConstraint("workspace", "id"),
    Index("message_received", "workspace", "received_at"),
    Index("message_text_key", "workspace", "text_key", "received_at"),
    Index("message_group", "workspace", "group", "by"),
    # Holds all that the counts of groups ask for, so that they are made without reading any message.
    Index("message_group_received", "workspace", "group", "received_at", "outcome", "relation", "task", "text_key"),
)

task = Table(
    "task",
    metadata,
    _workspace(),
    _need("number", Number, autoincrement=False),
    _need("facts", Json(Notice)),
    _need("opened_by", CleanText),
    _need("opened_at", Instant),
    _need("state", Word(TaskState)),
    Column("due", Instant),
    _need("urged", Integer),
    Column("closed_at", Instant),
    Column("parent", Number),
    _need("revision", BigInteger, server_default=text("0")),
    PrimaryKeyConstraint("workspace", "number"),
    Index("task_state", "workspace", "state", "closed_at"),
    Index("task_revision", "workspace", "revision"),
)

source = Table(
    "source",
    metadata,
    _workspace_of_task(),
    _need("task", Number, autoincrement=False),
    _need("message", CleanText),
    _need("relation", Word(Relation)),
    _need("reason", CleanText),
    _need("at", Instant),
    _need("text", CleanText),
    Column("group", CleanText),
    Column("sender", CleanText),
    _need("evidence", Json(TEXTS)),
    _need("changes", Json(tuple[FactChange, ...])),
    PrimaryKeyConstraint("workspace", "task", "message"),
    _of_task(),
    # Holds all that the tallies of groups ask for, so that they are made without reading any source.
    Index("source_group", "workspace", "group", "relation", "task"),
    Index("source_message", "workspace", "message"),
)

overlap = Table(
    "overlap",
    metadata,
    _workspace_of_task(),
    _need("a", Number, autoincrement=False),
    _need("b", Number, autoincrement=False),
    _need("kind", CleanText),
    _need("reason", CleanText),
    PrimaryKeyConstraint("workspace", "a", "b"),
    ForeignKeyConstraint(["workspace", "a"], ["task.workspace", "task.number"]),
    ForeignKeyConstraint(["workspace", "b"], ["task.workspace", "task.number"]),
    Index("overlap_b", "workspace", "b"),
    _part("overlap_told", "workspace", "kind = 'different'"),
)

# Which tasks speak in which words, for an office with more tasks than a process keeps (`storage/grams.py`).
task_gram = Table(
    "task_gram",
    metadata,
    _workspace_of_task(),
    _need("hash", BigInteger, autoincrement=False),
    _need("task", Number, autoincrement=False),
    PrimaryKeyConstraint("workspace", "hash", "task"),
    _of_task(),
    Index("task_gram_task", "workspace", "task"),
    sqlite_with_rowid=False,
)

assignment = Table(
    "assignment",
    metadata,
    _workspace_of_task(),
    _need("task", Number, autoincrement=False),
    _need("member", Id, autoincrement=False),
    _need("state", Word(AssignmentState)),
    Column("given_by", Id),
    Column("at", Instant),
    PrimaryKeyConstraint("workspace", "task", "member"),
    _of_task(),
    Index("assignment_member", "workspace", "member", "state"),
)

occurrence = Table(
    "occurrence",
    metadata,
    _workspace_of_task(),
    _need("task", Number, autoincrement=False),
    _need("date", Day),
    _need("at", Instant),
    _need("state", CleanText),
    PrimaryKeyConstraint("workspace", "task", "date"),
    _of_task(),
    _part("occurrence_open", "workspace", "state = 'open'", "at"),
)

reminder = Table(
    "reminder",
    metadata,
    _workspace_of_task(),
    _need("task", Number, autoincrement=False),
    _need("member", Id, autoincrement=False),
    _need("rung", Word(Rung)),
    _need("about", Instant, autoincrement=False),
    _need("due", Instant),
    _need("state", CleanText),
    PrimaryKeyConstraint("workspace", "task", "member", "rung", "about"),
    _of_task(),
    _part("reminder_pending", "due", "state = 'pending'"),
    _part("reminder_pending_here", "workspace", "state = 'pending'", "due"),
)

invitation = Table(
    "invitation",
    metadata,
    _workspace(),
    _need("token", CleanText),
    _need("role", Word(Role)),
    _need("made_by", Id),
    _need("made_at", Instant),
    Column("used_by", Id),
    Column("used_at", Instant),
    PrimaryKeyConstraint("workspace", "token"),
    Index("invitation_token", "token"),
)

outbox = Table(
    "outbox",
    metadata,
    _counted(),
    _workspace(),
    _need("key", CleanText),
    _need("chat", CleanText),
    _need("template", CleanText),
    _need("data", Json(dict[str, object])),
    _need("not_before", Instant),
    Column("member", Id),
    Column("edit", CleanText),
    _need("state", Word(OutboxState)),
    _need("attempts", Integer),
    _need("parts_sent", Integer),
    Column("sent_ref", CleanText),
    Column("sent_at", Instant),
    Column("error", CleanText),
    Column("claimed_at", Instant),
    UniqueConstraint("workspace", "key"),
    _part("outbox_pending", "not_before", "state = 'pending'", "id"),
    _part("outbox_pending_chat", "chat", "state = 'pending'"),
    _part("outbox_claimed", "chat", "state = 'claimed'"),
    _part("outbox_parked", "id", "state = 'parked'"),
    sqlite_autoincrement=True,
)

card = Table(
    "card",
    metadata,
    _workspace(),
    _need("chat", CleanText),
    _need("task", Number, autoincrement=False),
    _need("outbox", Id),
    PrimaryKeyConstraint("workspace", "chat", "task"),
)

journal = Table(
    "journal",
    metadata,
    _counted(),
    _workspace(),
    _need("at", Instant),
    _need("verb", CleanText),
    _need("reason", CleanText),
    Column("task", Number),
    Column("group", Id),
    Column("message", CleanText),
    Column("member", Id),
    _need("detail", Json(dict[str, object])),
    Index("journal_task", "workspace", "task", "id"),
    Index("journal_group", "workspace", "group", "id"),
    Index("journal_at", "workspace", "at"),
    sqlite_autoincrement=True,
)

memory = Table(
    "memory",
    metadata,
    _workspace(),
    _need("key", CleanText),
    _need("value", CleanText),
    _need("at", Instant),
    PrimaryKeyConstraint("workspace", "key"),
)

original = Table(
    "original",
    metadata,
    _workspace(),
    _need("hash", CleanText),
    _need("content", LargeBinary),
    _need("at", Instant),
    PrimaryKeyConstraint("workspace", "hash"),
    Index("original_at", "at"),
)

action = Table(
    "action",
    metadata,
    _counted(),
    _workspace(),
    _need("member", Id),
    _need("label", CleanText),
    Column("at", Instant),
    # JSON list of rows: table, key, before (null: it did not exist), after.
    _need("images", CleanText),
    Column("undone_at", Instant),
    _part("action_undoable", "workspace", "undone_at IS NULL", "member", "id"),
    sqlite_autoincrement=True,
)

inbox = Table(
    "inbox",
    metadata,
    _counted(),
    _need("door", CleanText),
    _need("update_id", BigInteger),
    Column("chat", CleanText),
    _need("raw", CleanText),
    _need("received_at", Instant),
    # waiting · done · quarantined
    _need("state", CleanText),
    Column("error", CleanText),
    UniqueConstraint("door", "update_id"),
    _part("inbox_waiting", "door", "state = 'waiting'", "id"),
    _part("inbox_quarantined", "id", "state = 'quarantined'"),
    _part("inbox_done", "received_at", "state = 'done'"),
    sqlite_autoincrement=True,
)

# Conditions with the value written out: a planner matches an index of waiting rows only with a literal. They have no
# type on purpose: a Boolean would be rendered as `… = 1` on SQLite, which matches no index.
OVERLAP_TOLD: ColumnElement[Any] = literal_column("overlap.kind = 'different'")
OCCURRENCE_OPEN: ColumnElement[Any] = literal_column("occurrence.state = 'open'")
REMINDER_PENDING: ColumnElement[Any] = literal_column("reminder.state = 'pending'")
OUTBOX_PENDING: ColumnElement[Any] = literal_column("outbox.state = 'pending'")
OUTBOX_CLAIMED: ColumnElement[Any] = literal_column("outbox.state = 'claimed'")
OUTBOX_PARKED: ColumnElement[Any] = literal_column("outbox.state = 'parked'")
INBOX_WAITING: ColumnElement[Any] = literal_column("inbox.state = 'waiting'")
INBOX_QUARANTINED: ColumnElement[Any] = literal_column("inbox.state = 'quarantined'")
INBOX_DONE: ColumnElement[Any] = literal_column("inbox.state = 'done'")
