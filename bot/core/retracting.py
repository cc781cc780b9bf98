"""A message is taken back, by an edit or by who brought it: what it had done to tasks is undone, with its reason."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from bot.core.changes import differences
from bot.core.decide import Known, called_off, entry_of, holders_of, with_new_facts
from bot.core.models import (
    Entity,
    FactChange,
    JournalEntry,
    Kind,
    Message,
    Notice,
    Outcome,
    Overlap,
    Relation,
    Source,
    StoredMessage,
    Task,
    TaskState,
    Verdict,
)
from bot.core.telling import tell_holders

EDITED, RETRACTED = "edited", "retracted"
"""Why a message has no longer its say on a task: its words are others now, or it was taken back whole."""

INHERITED = "opener_retracted"
"""Why a message opens a task that another one had opened."""


# ── Which messages go ────────────────────────────────────────────────────────


def place_of(message: Message) -> tuple[datetime, int, str]:
    """Where a message stands in its chat; ids count up."""
    return message.received_at, len(message.id), message.id


def can_go(stored: StoredMessage) -> bool:
    """Whether a message still has its say, or waits for a look: neither chatter nor taken back already."""
    return stored.outcome is not Outcome.CHATTER


def latest_brought(said: Sequence[StoredMessage], after: datetime | None) -> StoredMessage | None:
    """The last of the messages that can go, if it came after that instant."""
    last = max(filter(can_go, said), key=lambda each: place_of(each.message), default=None)
    return last if last is not None and (after is None or last.message.received_at > after) else None


def lot_of(target: StoredMessage, near: Sequence[StoredMessage]) -> list[StoredMessage]:
    """What came as one thing with `target`, the latest first: a record's parts, an album, a notice and its file."""
    lot, grown = {target.message.id: target.message}, True
    while grown:
        more = {one.message.id: one.message for one in near if any(_as_one(one.message, each) for each in lot.values())}
        grown = not more.keys() <= lot.keys()
        lot |= more
    rows = {each.message.id: each for each in (target, *near)}
    return sorted((rows[id] for id in lot), key=lambda each: place_of(each.message), reverse=True)


def _as_one(one: Message, other: Message) -> bool:
    if one.id.partition("#")[0] == other.id.partition("#")[0] or (one.album and one.album == other.album):
        return True
    files = {file.ref for file in one.attachments} - {""}
    return any(file.ref in files for file in other.attachments)


def is_retracted(stored: StoredMessage) -> bool:
    """Whether it was taken back before."""
    return stored.outcome is Outcome.CHATTER and stored.reason == RETRACTED


def as_retracted(stored: StoredMessage) -> StoredMessage:
    """The message as it is kept when it was taken back: with its words, and without any say."""
    return replace(
        stored, outcome=Outcome.CHATTER, kind=Kind.CHATTER, relation=Relation.NONE, reason=RETRACTED, task=None
    )


# ── What becomes of a task it spoke of ───────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Fate:
    """What became of one task: as it was, as it is, and the rows that say so."""

    before: Task
    after: Task
    save: tuple[Entity, ...] = ()

    @property
    def word(self) -> str:
        """What there is to say of it: dropped, reopened, done, closed, changed, unurged or stays."""
        before, after = self.before, self.after
        if after.state is not before.state:
            return "reopened" if after.state is TaskState.OPEN else "dropped"
        if after.state is not TaskState.OPEN:
            return "done" if after.state is TaskState.DONE else "closed"
        if self.changes:
            return "changed"
        return "unurged" if after.urged < before.urged else "stays"

    @property
    def changes(self) -> tuple[FactChange, ...]:
        """What differs in words for people."""
        return differences(self.before.facts, self.after.facts)


def take_back(message: Message, before: Task, known: Known, reason: str = EDITED) -> tuple[Entity, ...]:
    """What the message had done to `known.task` is undone: it is as `before`, and who has it is told.

    After an edit that includes who edited it; who takes a message back has his answer.
    """
    task = known.task
    assert task is not None
    if task == before:
        return ()
    changes = differences(task.facts, before.facts)
    reopened = task.state is not TaskState.OPEN and before.state is TaskState.OPEN
    if not (changes or reopened):
        return (before,)
    verdict = Verdict(Relation.UPDATE, reason, task.number)
    if reopened:
        changes = (FactChange("state", task.state.value, before.state.value), *changes)
        ahead = (replace(o, state="open") if o.state == "skipped" and o.at > known.now else o for o in known.occurrences)
        known = replace(known, occurrences=tuple(ahead))
    told = known if reason == RETRACTED else replace(known, actor=None)
    decision = with_new_facts(_said_anew(message), before, verdict, told, changes)
    assert decision.task is not None
    return (decision.task, entry_of(message, verdict, task.number, known, changes), *decision.save)


def retract_source(message: Message, source: Source, before: Task, known: Known) -> Fate:
    """A message that other words of `known.task` outlive loses its say."""
    task = known.task
    assert task is not None
    taken = take_back(message, before, known, RETRACTED)
    after = next((row for row in taken if isinstance(row, Task)), task)
    return Fate(task, after, (*taken, _gone(source), _noted(message, "retracted", known)))


def retract_opener(
    message: Message,
    sources: Sequence[Source],
    heir: Source | None,
    told: Notice | None,
    pairs: Sequence[Overlap],
    known: Known,
) -> Fate:
    """The message that opened `known.task` is taken back: `heir` opens it from now on, without one it is dropped.

    `told` are the facts as the other messages tell them, None where they stay; a task that is closed stays so.
    """
    task = known.task
    assert task is not None
    own = next(each for each in sources if each.message == message.id)
    if heir is None:
        return _dropped(message, own, pairs, known)
    after = replace(task, opened_by=heir.message, facts=told or task.facts)
    if heir.relation is Relation.REMINDER:
        after = replace(after, urged=max(0, after.urged - 1))
    more: tuple[Entity, ...] = ()
    changes = differences(task.facts, after.facts)
    if changes and task.state is TaskState.OPEN:
        verdict = Verdict(Relation.UPDATE, RETRACTED, task.number)
        decision = with_new_facts(_said_anew(message), after, verdict, known, changes)
        assert decision.task is not None
        after, more = decision.task, (entry_of(message, verdict, task.number, known, changes), *decision.save)
    opens = replace(heir, relation=Relation.NEW, reason=INHERITED, changes=())
    return Fate(task, after, (after, *more, _gone(own), opens, _noted(message, "retracted", known)))


def _dropped(message: Message, own: Source, pairs: Sequence[Overlap], known: Known) -> Fate:
    """No message speaks of the task any more: if it was open nobody has to do it, and who has it is told once."""
    task = known.task
    assert task is not None
    after, silenced = called_off(known, TaskState.DROPPED)
    if task.state is TaskState.MERGED:
        after = replace(task, state=TaskState.DROPPED, parent=None, due=None)
    apart = tuple(replace(each, kind="gone", reason=RETRACTED) for each in pairs if each.kind in ("overlap", "maybe"))
    if after.state is task.state:
        return Fate(task, task, (_gone(own), *apart, _noted(message, "retracted", known)))
    people = holders_of(known) if task.state is TaskState.OPEN else []
    by = known.actor.name if known.actor else ""
    said = {"number": task.number, "title": task.facts.title, "state": RETRACTED, "by": by}
    rows = tell_holders(_said_anew(message), "closed_for_you", task, people, known.now, known.calendar)
    told = tuple(replace(row, data=row.data | said) for row in rows)
    return Fate(task, after, (after, _gone(own), *silenced, *apart, _noted(message, "dropped", known), *told))


def _said_anew(message: Message) -> Message:
    """What is told of it now is another thing than what it said before."""
    return replace(message, edited=True)


def _gone(source: Source) -> Source:
    return replace(source, relation=Relation.NONE, reason=RETRACTED, changes=())


def _noted(message: Message, verb: str, known: Known) -> JournalEntry:
    task = known.task
    assert task is not None
    return replace(entry_of(message, Verdict(Relation.UPDATE, RETRACTED), task.number, known), verb=verb)
