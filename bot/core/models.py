"""Frozen dataclasses and enums that everyone shares; they cross every border, rows and door objects never do."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date as Date
from datetime import datetime
from enum import StrEnum

Span = tuple[int, int]
"""[start, end) in the original text, in code points."""


# ── What somebody posted ─────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class AskedForm:
    """A table that came to be filled in: its name, its columns from left to right, `key` alike for alike columns."""

    name: str
    columns: tuple[str, ...]
    key: str


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that came with a message; `ref` is what the door needs to fetch it again.

    `hash` (SHA-256, hex) names the original that is kept, "" when it was never fetched. `state` is "" while nobody has
    read it, "read", or one word for why it could not be. `pages` are where its pages begin in the message's text,
    `forms` the tables in it that are to be filled in. `doubtful` means that the words were read from pictures.
    `breaks` are places in the message's text with how many more lines than its own lie before each in the file, and
    `unit` is what is counted there: "line", "paragraph" or "row". `overleaf` is whether its last sentence goes on
    elsewhere, `cut` whether only a part of it was read.
    """

    name: str
    mime: str = ""
    size: int = 0
    ref: str = ""
    hash: str = ""
    state: str = ""
    pages: tuple[int, ...] = ()
    forms: tuple[AskedForm, ...] = ()
    doubtful: bool = False
    breaks: tuple[tuple[int, int], ...] = ()
    unit: str = "line"
    overleaf: bool = False
    cut: bool = False


@dataclass(frozen=True, slots=True)
class Origin:
    """What the door itself knows about where a forward was first posted (a person's forward names no group)."""

    chat: str | None = None
    chat_title: str | None = None
    sender_name: str | None = None


@dataclass(frozen=True, slots=True)
class Message:
    """What somebody posted, as received. `id` is unique in its workspace, e.g. `tg:-100123:45`.

    `received_at` is when the notice reached the reader, `sent_at` when it was first posted (relative dates count
    from there; None means `received_at`). `chat` is where the bot itself got it, `by` the user who gave it to the
    bot (both door references such as `tg:123`), `private` whether that chat is the user's own with the bot.
    """

    id: str
    received_at: datetime
    text: str
    group: str | None = None
    sender: str | None = None
    sent_at: datetime | None = None
    chat: str | None = None
    by: str | None = None
    private: bool = True
    origin: Origin = Origin()
    attachments: tuple[Attachment, ...] = ()
    album: str | None = None
    edited: bool = False
    reply_to: str | None = None

    @property
    def reference(self) -> datetime:
        """The instant relative dates count from."""
        return self.sent_at or self.received_at

    @property
    def hour_known(self) -> bool:
        """Whether `reference` is when it was posted: what a user pastes, ten at a time, comes at the hour of the pasting."""
        return self.sent_at is not None or not self.private or self.by is None


# ── What it means ────────────────────────────────────────────────────────────


class Kind(StrEnum):
    """What a message is, as `LABELS.md` defines it."""

    TASK = "task"
    EVENT = "event"
    INFO = "info"
    CHATTER = "chatter"

    @property
    def actionable(self) -> bool:
        """Whether the reader has to do something."""
        return self in (Kind.TASK, Kind.EVENT)


class Part(StrEnum):
    """A part of a day that was said instead of a clock time; `cob` is the end of the working day."""

    COB = "cob"
    NOON = "noon"
    MORNING = "morning"
    AFTERNOON = "afternoon"
    EVENING = "evening"


class Requirement(StrEnum):
    """What the reader is asked for; the set of `LABELS.md`."""

    REPLY_RECEIPT = "reply_receipt"
    ATTEND = "attend"
    FILL_FORM = "fill_form"
    SUBMIT_MATERIAL = "submit_material"
    DATA_STATISTICS = "data_statistics"
    ELECTRONIC_COPY = "electronic_copy"
    PAPER_COPY = "paper_copy"
    SIGN = "sign"
    SEAL = "seal"
    PHOTO = "photo"
    VIDEO = "video"
    ONLINE_SYSTEM = "online_system"
    SELF_INSPECTION = "self_inspection"
    RECTIFICATION = "rectification"
    PUBLICITY = "publicity"
    ON_SITE = "on_site"
    NIL_REPORT = "nil_report"
    PHONE_REPORT = "phone_report"


class TimeKind(StrEnum):
    """The four kinds of time expression."""

    POINT = "point"
    RANGE = "range"
    SET = "set"
    DURATION = "duration"


class Grain(StrEnum):
    """How fine a time expression was said."""

    MINUTE = "minute"
    HOUR = "hour"
    PART = "part"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """One time expression of a text.

    `start` and `end` are naive local times (the workspace's zone); a `duration` without anchor has neither. `part`
    is set when a part of the day was said instead of a clock time (then `start` is its conventional beginning).
    `before` marks …前/之前/截止. `midnight_end` marks 24:00: `start` is then 00:00 of the following day, and the
    label's day is the day before it. `implied` names what was not said: "year", "month", "day", "week", "meridiem".
    `rrule` (RFC 5545) and its bounds `start`/`end` belong to sets. `workdays` marks spans counted in working days.
    `unsure` says in one word why a reading is doubtful ("year_unknown", "week", …), or is None. `clock` is the clock
    time that was said, as labels write it ("17:00", "24:00"), of the point, the range's start or each date of a set;
    `end_clock` that of the range's end.
    """

    kind: TimeKind
    said: str
    span: Span
    start: datetime | None = None
    end: datetime | None = None
    grain: Grain = Grain.DAY
    rrule: str | None = None
    before: bool = False
    part: Part | None = None
    midnight_end: bool = False
    minutes: int | None = None
    workdays: bool = False
    implied: tuple[str, ...] = ()
    unsure: str | None = None
    clock: str | None = None
    end_clock: str | None = None


@dataclass(frozen=True, slots=True)
class Deadline:
    """By when the reader must act: a day with either a clock `time` (HH:MM, 24:00 allowed), a `part`, or neither.

    `at` is the resolved instant (aware); `about` says in a few of the text's own words what is due, "" when the
    text has one deadline only; `inner` marks a lower level's earlier deadline that stands beside the original.
    """

    date: Date
    at: datetime
    time: str | None = None
    part: Part | None = None
    said: str = ""
    span: Span = (0, 0)
    implied: tuple[str, ...] = ()
    about: str = ""
    inner: bool = False


@dataclass(frozen=True, slots=True)
class Event:
    """Something dated to take part in; `at` is the resolved start (aware)."""

    date: Date
    at: datetime
    time: str | None = None
    part: Part | None = None
    end_date: Date | None = None
    end_time: str | None = None
    place: str | None = None
    said: str = ""
    span: Span = (0, 0)
    implied: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RecurrenceException:
    """What holds but once: the dates of a rule from `first` to `last` fall out, or that of `first` moves to `date`.

    RFC 5545 calls them EXDATE and RECURRENCE-ID. A moved date without hour or part keeps those of the rule.
    """

    first: Date
    last: Date
    date: Date | None = None
    time: str | None = None
    part: Part | None = None


@dataclass(frozen=True, slots=True)
class Recurrence:
    """A duty that comes back: RFC 5545 rule, time or part of day, optional bounds.

    `days_off` is what becomes of a date on a day off: "" it stays, "skip" it falls out, "skip_holidays" only on
    statutory holidays, "next" and "before" it moves to the workday after or before. `exceptions` were told later; of
    two that speak of one date the later stands behind. `before` is the rule that holds until the day before `start`,
    where this one took its place. `hours` are all those of what is due more than once a day; `time` is the last of them.
    """

    rrule: str
    time: str | None = None
    part: Part | None = None
    start: Date | None = None
    until: Date | None = None
    said: str = ""
    span: Span = (0, 0)
    days_off: str = ""
    exceptions: tuple[RecurrenceException, ...] = ()
    before: Recurrence | None = None
    hours: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Spec:
    """What a picture, video or file must look like; counts are per unit asked; None where the text is silent."""

    item: str
    count_min: int | None = None
    count_max: int | None = None
    formats: tuple[str, ...] = ()
    size_max_mb: float | None = None
    size_min_mb: float | None = None
    duration_max_s: int | None = None
    caption: bool | None = None
    orientation: str | None = None


@dataclass(frozen=True, slots=True)
class SubmitTo:
    """Where to hand in, as written."""

    emails: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    urls: tuple[str, ...] = ()
    systems: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Contact:
    """A person with a number; phones keep digits and one hyphen after an area code."""

    name: str | None
    phone: str | None


@dataclass(frozen=True, slots=True)
class Doubt:
    """One thing the bot would ask: `about` names the fact, `code` the template's question, `options` the answers."""

    about: str
    code: str
    options: tuple[str, ...] = ()
    said: str = ""


@dataclass(frozen=True, slots=True)
class Letterhead:
    """The parts of a formal document (GB/T 9704), "" or None where it lacks one.

    `issuer` is the red head (发文机关), `number` the 文号, `addressees` the 主送, `body` the span of the 正文, `annexes`
    the names after 附件, `signed_by` the 落款, `signed_on` the 成文日期; `spans` holds where each of them stands.
    """

    issuer: str = ""
    number: str = ""
    title: str = ""
    addressees: str = ""
    body: Span = (0, 0)
    annexes: tuple[str, ...] = ()
    signed_by: str = ""
    signed_on: Date | None = None
    spans: dict[str, Span] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Notice:
    """A message understood. Field for field the label contract, plus why (`reasons`), doubts and evidence spans.

    `spans` maps a fact ("issuer", "requirements.seal", "urgent", …) to the words it was read from. `collects` is
    whether the reader must first gather it from the villages below him. `forms` are the tables that came with it,
    `files` the hashes of its originals. `letterhead` is set where the text is a formal document. `receipt_by` is by when
    everybody is to answer that he got it, None where nobody asks that.
    """

    kind: Kind
    title: str = ""
    issuer: str | None = None
    deadlines: tuple[Deadline, ...] = ()
    recurrence: Recurrence | None = None
    events: tuple[Event, ...] = ()
    urgent: bool = False
    requirements: frozenset[Requirement] = frozenset()
    specs: tuple[Spec, ...] = ()
    submit_to: SubmitTo = SubmitTo()
    contacts: tuple[Contact, ...] = ()
    reasons: tuple[str, ...] = ()
    unsure: tuple[Doubt, ...] = ()
    spans: dict[str, Span] = field(default_factory=dict)
    collects: bool = False
    forms: tuple[AskedForm, ...] = ()
    files: tuple[str, ...] = ()
    letterhead: Letterhead | None = None
    receipt_by: datetime | None = None


# ── How it relates to what is known ──────────────────────────────────────────


class Relation(StrEnum):
    """What a message is to a known task (`LABELS.md` §2)."""

    NEW = "new"
    DUPLICATE = "duplicate"
    REMINDER = "reminder"
    UPDATE = "update"
    CANCEL = "cancel"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class FactChange:
    """One fact that an update changed: "deadline" 17:00 → 12:00; both sides as short text for people."""

    fact: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """How one message relates to the known tasks: the decision, its reason as an enum value, and its evidence.

    `of` is the number of the task it speaks of (None for new and none). `maybe` is set on a `new` that could be the
    same duty as that task: people are asked. `also` are further tasks the message touches. `facts` are the task's
    facts after an update (None when nothing changes).
    """

    relation: Relation
    reason: str
    of: int | None = None
    overlaps: tuple[int, ...] = ()
    maybe: int | None = None
    also: tuple[int, ...] = ()
    evidence: tuple[str, ...] = ()
    changes: tuple[FactChange, ...] = ()
    facts: Notice | None = None


# ── What is remembered ───────────────────────────────────────────────────────


class TaskState(StrEnum):
    """The life of a task."""

    OPEN = "open"
    DONE = "done"
    DROPPED = "dropped"
    CANCELLED = "cancelled"
    MERGED = "merged"


@dataclass(frozen=True, slots=True)
class Task:
    """One duty, however many messages speak of it. `facts` are its current facts (history is in the journal).

    `due` is the next instant that matters (earliest open deadline, event start or occurrence), None when nothing is
    dated. `parent` is the task it was merged into.
    """

    number: int
    facts: Notice
    opened_by: str
    opened_at: datetime
    state: TaskState = TaskState.OPEN
    due: datetime | None = None
    urged: int = 0
    closed_at: datetime | None = None
    parent: int | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """Link of a message to a task; text, group and sender are copied so that matching reads one place."""

    task: int
    message: str
    relation: Relation
    reason: str
    at: datetime
    text: str
    group: str | None = None
    sender: str | None = None
    evidence: tuple[str, ...] = ()
    changes: tuple[FactChange, ...] = ()


@dataclass(frozen=True, slots=True)
class KnownTask:
    """A task with its sources, oldest first: what a new message is compared with."""

    task: Task
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Overlap:
    """Two tasks that ask for substantially the same data; `a` < `b`. `kind` is "overlap", "maybe" or "different"."""

    a: int
    b: int
    kind: str = "overlap"
    reason: str = ""


class AssignmentState(StrEnum):
    """How far one person is with one task."""

    OPEN = "open"
    DONE = "done"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class Assignment:
    """One person's share in one task; `given_by` is None for who forwarded it himself."""

    task: int
    member: int
    state: AssignmentState = AssignmentState.OPEN
    given_by: int | None = None
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One date of a recurring task, done by itself. `state`: open, done, nil, skipped."""

    task: int
    date: Date
    at: datetime
    state: str = "open"


class Rung(StrEnum):
    """A step of the reminder ladder."""

    DAY_BEFORE = "day_before"
    SAME_DAY = "same_day"
    TWO_HOURS = "two_hours"
    HALF_TIME = "half_time"
    THIRTY_MINUTES = "thirty_minutes"
    OVERDUE = "overdue"
    SNOOZE = "snooze"
    START_BY = "start_by"


@dataclass(frozen=True, slots=True)
class Reminder:
    """A promise to speak to `member` about `task` at `due`. `about` is the instant it is for. Key: the first four."""

    task: int
    member: int
    rung: Rung
    about: datetime
    due: datetime
    state: str = "pending"  # pending · sent · void


class GroupState(StrEnum):
    """The life of a group."""

    ACTIVE = "active"
    QUIET = "quiet"
    DISSOLVABLE = "dissolvable"
    DISSOLVED = "dissolved"


@dataclass(frozen=True, slots=True)
class Group:
    """A work group on any platform. `id` is 0 before it is saved.

    `temporary` is guessed from the name until a person says so (`temporary_said`). `chat` is the Telegram chat when
    the bot sits in it. The counts are of messages: all, chatter, repeats. A `muted` group's repeats and new tasks are
    kept without a card of their own. `parent` is the group it was merged into.
    """

    id: int
    name: str
    platform: str = "unknown"
    chat: str | None = None
    temporary: bool = False
    temporary_said: bool = False
    state: GroupState = GroupState.ACTIVE
    exempt: bool = False
    asked_again_after: Date | None = None
    first_at: datetime | None = None
    last_at: datetime | None = None
    last_notice_at: datetime | None = None
    messages: int = 0
    chatter: int = 0
    repeats: int = 0
    aliases: tuple[str, ...] = ()
    muted: bool = False
    parent: int | None = None


class Role(StrEnum):
    """What a member may do; the table of rights is `bot.core.rights`."""

    CADRE = "cadre"
    COORDINATOR = "coordinator"
    ADMIN = "admin"


@dataclass(frozen=True, slots=True)
class Member:
    """A person in a workspace. `user` and `chat` are door references (`tg:123`); `id` is 0 before it is saved."""

    id: int
    user: str
    chat: str
    name: str
    role: Role
    language: str = "zh"
    digest_times: tuple[str, ...] = ("08:00",)
    digest_workdays_only: bool = True
    quiet_hours: tuple[str, str] = ("21:30", "07:30")
    on_duty_until: Date | None = None
    unreachable: bool = False
    joined_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Workspace:
    """One office; nothing crosses its border."""

    id: int
    name: str
    timezone: str = "Asia/Shanghai"


@dataclass(frozen=True, slots=True)
class Invitation:
    """A one-use link."""

    token: str
    role: Role
    made_by: int
    made_at: datetime
    used_by: int | None = None
    used_at: datetime | None = None


class Outcome(StrEnum):
    """What became of a message; every message has exactly one, and the digest counts them."""

    NEW = "new"
    MERGED = "merged"
    CHANGED = "changed"
    INFO = "info"
    CHATTER = "chatter"
    NEEDS_LOOK = "needs_look"


@dataclass(frozen=True, slots=True)
class StoredMessage:
    """A message with what became of it and where it was attributed to."""

    message: Message
    outcome: Outcome
    kind: Kind
    relation: Relation
    reason: str
    task: int | None = None
    group: int | None = None
    attributed: str = ""
    """Why this group: origin_chat, seen_in_group, header, history, asked, unknown (`bot.core.attribution`)."""


class OutboxState(StrEnum):
    """pending → claimed → sent, or void (no longer useful), or parked (failed too often or for good)."""

    PENDING = "pending"
    CLAIMED = "claimed"
    SENT = "sent"
    VOID = "void"
    PARKED = "parked"


@dataclass(frozen=True, slots=True)
class OutboxRow:
    """Something to be said. `key` is unique in the workspace: saying it twice is the same row.

    `template` names what is said; `data` holds plain JSON (ids and facts fixed at decision time, the rest is loaded
    when it is sent). `edit` is the door's reference of the message to edit instead of sending anew, `cards` are the
    tasks whose card this message is. `sent_ref` is the door's reference of what was sent.
    """

    key: str
    chat: str
    template: str
    data: dict[str, object]
    not_before: datetime
    id: int = 0
    member: int | None = None
    edit: str | None = None
    state: OutboxState = OutboxState.PENDING
    attempts: int = 0
    parts_sent: int = 0
    sent_ref: str | None = None
    sent_at: datetime | None = None
    error: str | None = None


@dataclass(frozen=True, slots=True)
class JournalEntry:
    """What happened and why: `/why N` and the digest's changes read it. `reason` is an enum value, never prose."""

    at: datetime
    verb: str
    reason: str
    task: int | None = None
    group: int | None = None
    message: str | None = None
    member: int | None = None
    detail: dict[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Original:
    """A file as it came, known by its `hash` (SHA-256, hex); `at` is when it last came."""

    hash: str
    content: bytes
    at: datetime


@dataclass(frozen=True, slots=True)
class Memory:
    """Something learned from an answer, e.g. key `group_of_sender:王敏` → value group id; scoped by workspace."""

    key: str
    value: str
    at: datetime


Entity = (
    StoredMessage
    | Task
    | Source
    | Overlap
    | Assignment
    | Occurrence
    | Reminder
    | Group
    | Member
    | Invitation
    | OutboxRow
    | JournalEntry
    | Memory
    | Original
)


@dataclass(frozen=True, slots=True)
class Changes:
    """What a decision wants written, in one transaction: each entity is saved whole, by its natural key.

    `undo_label` (a verb such as "done" or "merge") makes the change undoable by `undo_by`: the store keeps the
    before-image of every row it touches.
    """

    save: tuple[Entity, ...] = ()
    undo_label: str | None = None
    undo_by: int | None = None


# ── What doors hand in and take out ──────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Command:
    """A command, a pressed button or a plain Chinese word that means one; `card` is the message the button sits on.

    `reply_to` is the message that a typed one answers.
    """

    id: str
    name: str
    args: str
    chat: str
    user: str
    user_name: str
    received_at: datetime
    private: bool = True
    card: str | None = None
    reply_to: str | None = None


class GroupEventKind(StrEnum):
    """What can happen to a group the bot sits in."""

    ADDED = "added"
    REMOVED = "removed"
    RENAMED = "renamed"
    MIGRATED = "migrated"
    JOINED = "joined"
    LEFT = "left"


@dataclass(frozen=True, slots=True)
class GroupEvent:
    """Something that happened to a group chat; `to_chat` for a migration, `user` for who did it or joined."""

    id: str
    kind: GroupEventKind
    chat: str
    received_at: datetime
    title: str | None = None
    to_chat: str | None = None
    user: str | None = None
    user_name: str | None = None


@dataclass(frozen=True, slots=True)
class Button:
    """A button: its label and the command text it stands for (at most 64 bytes), e.g. `/done 12`."""

    label: str
    command: str


@dataclass(frozen=True, slots=True)
class Outgoing:
    """One message for a door to send or edit. `text` is Telegram HTML of at most 4096 characters.

    `leave` asks the door to leave the chat once this is said.
    """

    chat: str
    text: str
    buttons: tuple[tuple[Button, ...], ...] = ()
    edit: str | None = None
    document: tuple[str, bytes] | None = None
    leave: bool = False
