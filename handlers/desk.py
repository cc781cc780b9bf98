"""The desk one message is worked on: load what a decision about it needs, then have it decided."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from bot.core.attribution import Attribution
from bot.core.burst import album_mate
from bot.core.changes import adds_dates
from bot.core.decide import Decision, Known, amend_opener, decide
from bot.core.finished import read_finished, tasks_finished
from bot.core.models import (
    AssignmentState,
    Entity,
    Group,
    Kind,
    KnownTask,
    Member,
    Message,
    Notice,
    Origin,
    OutboxRow,
    Outcome,
    Relation,
    Role,
    Source,
    StoredMessage,
    Task,
    TaskState,
    Verdict,
)
from bot.core.relate import RelateMemory, moved_too, pair_key, relate
from bot.core.reminding import DEFAULT_LADDER, Ladder
from bot.core.retracting import EDITED, take_back
from bot.core.rights import Reach, reach
from bot.core.same_forms import by_forms
from bot.core.telling import tell_holders, tell_pressing
from bot.core.workdays import Calendar
from handlers.ledger import Ledger
from handlers.noticing import noticed, own_receipt
from handlers.rereading import Former, as_before, facts_without, former_links
from storage.store import text_key

log = logging.getLogger("jianfu.message")

_DEEPEST_MERGE = 20

SAID_DONE = "said_done"
"""Reason of chatter that says a task is done."""


@dataclass(frozen=True, slots=True)
class Desk:
    """One message at work: the office's ledger, who brought it (None in a group), where it comes from.

    `waiting` is the answer still being gathered for that person. Messages whose ids begin with `list_of` are the duties
    of one list, none of which is another.
    """

    ledger: Ledger
    calendar: Calendar
    now: datetime
    actor: Member | None
    came_from: Attribution
    group: Group | None
    waiting: OutboxRow | None = None
    ladder: Ladder = DEFAULT_LADDER
    list_of: str | None = None


async def decided(desk: Desk, part: Message, notice: Notice, before: StoredMessage | None) -> Decision:
    """Relate one message to what is known and decide what follows; `before` is set for an edit."""
    came_from = replace(desk.came_from, sender=part.sender or desk.came_from.sender)
    part = replace(part, group=came_from.name, sender=came_from.sender)
    if not part.text.strip():
        wordless = await _wordless(desk, part, notice, came_from)
        return replace(wordless, save=(*wordless.save, *await noticed(desk, part, notice)))
    if before is not None and before.task is not None:
        amended = await _amended(desk, part, notice, before.task, came_from)
        if amended is not None:
            return amended
    finished = await _said_finished(desk, part)
    if finished is not None:
        notice = replace(notice, kind=Kind.CHATTER, unsure=())
    tasks, former = await _comparable(desk, part, notice, before)
    verdict = Verdict(Relation.NONE, SAID_DONE) if finished is not None else await _related(desk, part, notice, tasks)
    task = next((one.task for one in tasks if one.task.number == verdict.of), None)
    if task is not None and task.state is TaskState.MERGED and (root := await root_task(desk.ledger, task.number)):
        task, verdict = root, replace(verdict, of=root.number)
    quiet = verdict.relation in (Relation.DUPLICATE, Relation.REMINDER) and not former
    known = await known_about(desk, part, task, dates_stay=quiet and not (task and adds_dates(task.facts, notice)))
    known = replace(known, pressed=_pressed_before(part, verdict, tasks))
    decision = replace(decide(part, notice, verdict, came_from, known), finished=finished or ())
    if before is None:
        decision = replace(decision, save=(*decision.save, *await noticed(desk, part, notice)))
    if decision.outcome is Outcome.NEW and part.private and decision.task is not None and desk.actor is not None:
        decision = replace(decision, save=(*decision.save, *own_receipt(desk, decision.task, desk.actor)))
    muted = desk.group is not None and desk.group.muted
    if decision.outcome is Outcome.NEW and not part.private and decision.task is not None and not muted:
        decision = replace(
            decision, save=(*decision.save, *tell_pressing(decision.task, known.people, desk.now, desk.calendar))
        )
    if decision.finished and not part.private and not muted:
        decision = replace(decision, save=(*decision.save, *await _asked_whether_done(desk, part, decision.finished)))
    for number in verdict.also:
        decision = await _touched_too(desk, part, notice, verdict, number, came_from, decision)
    return await _taken_back(desk, part, former, decision)


async def _said_finished(desk: Desk, part: Message) -> tuple[int, ...] | None:
    """The open tasks, of who brought the line his own, that it says are done; None for any other line.

    Another's words count only where whoever asked for a thing says that all of it is in.
    """
    said = read_finished(part.text) if not part.attachments else None
    if said is None:
        return None
    known = await desk.ledger.known_tasks()
    if part.private and desk.actor is not None and reach(desk.actor.role, "done") is not Reach.OFFICE:
        shares = {one.task.number: await desk.ledger.assignments(one.task.number) for one in known}
        known = [one for one in known if any(each.member == desk.actor.id for each in shares[one.task.number])]
    own = part.private and part.origin == Origin() and not part.sender and not part.sent_at
    numbers = tasks_finished(said, known, None if own else [part.sender or ""])
    return tuple(numbers) or (() if said.nameless else None)


async def _asked_whether_done(desk: Desk, part: Message, numbers: Sequence[int]) -> list[OutboxRow]:
    """Who still has a task hears that whoever asked for it has it all: a question, with its button."""
    rows: list[OutboxRow] = []
    for number in numbers:
        task, shares = await desk.ledger.task(number), await desk.ledger.assignments(number)
        having = {each.member for each in shares if each.state is AssignmentState.OPEN}
        people = [each for each in await desk.ledger.members() if each.id in having]
        rows += tell_holders(part, "gathered", task, people, desk.now, desk.calendar) if task is not None else ()
    return rows


def _pressed_before(part: Message, verdict: Verdict, tasks: Sequence[KnownTask]) -> bool:
    """Whether the task was pressed for in these very words before."""
    if verdict.relation is not Relation.REMINDER:
        return False
    said, of_it = text_key(part.text), (one.sources for one in tasks if one.task.number == verdict.of)
    return any(s.relation is Relation.REMINDER and text_key(s.text) == said for sources in of_it for s in sources)


async def _related(desk: Desk, part: Message, notice: Notice, known: Sequence[KnownTask]) -> Verdict:
    """How the message and its forms relate to what is known, and to what people said of such pairs."""
    try:
        verdict = relate(part, notice, known, desk.calendar)
    except Exception:
        # A task too many can be merged by hand; a notice lost cannot be found again.
        log.exception("message %s cannot be compared", part.id)
        return Verdict(Relation.NEW if notice.kind.actionable else Relation.NONE, "not_compared")
    if verdict.of is not None or verdict.maybe is not None:
        verdict = await _as_people_said(desk, part, notice, known, verdict)
    return by_forms(notice, verdict, known)


async def _as_people_said(
    desk: Desk, part: Message, notice: Notice, known: Sequence[KnownTask], verdict: Verdict
) -> Verdict:
    """The verdict again where people's answers about such pairs could matter."""
    by_number = {one.task.number: one for one in known}
    joined = [(one.task.number, one.task.parent) for one in known if one.task.parent is not None]
    different, same = _pair_keys(await desk.ledger.told_apart(), by_number), _pair_keys(joined, by_number)
    if not different and not same:
        return verdict
    return relate(part, notice, known, desk.calendar, RelateMemory(same - different, different))


def _pair_keys(pairs: Iterable[tuple[int, int]], known: Mapping[int, KnownTask]) -> frozenset[str]:
    return frozenset(pair_key(known[a], known[b]) for a, b in pairs if a in known and b in known)


async def _comparable(
    desk: Desk, part: Message, notice: Notice, before: StoredMessage | None
) -> tuple[Sequence[KnownTask], list[Former]]:
    """The known tasks; for an edited message as they were before its former words, with what these had done."""
    tasks = await desk.ledger.comparable(part, notice)
    if (list_of := desk.list_of) is not None:
        tasks = [one for one in tasks if (by := one.task.opened_by) == part.id or not by.startswith(list_of)]
    if before is None:
        return tasks, []
    former = await former_links(desk.ledger, tasks, part.id, desk.calendar, desk.now)
    return as_before(tasks, former, part.id), former


async def _amended(desk: Desk, part: Message, notice: Notice, number: int, came_from: Attribution) -> Decision | None:
    """The decision about an edit of the message that opened a task, later changes kept; None for other messages."""
    task = await root_task(desk.ledger, number)
    if task is None or part.id != task.opened_by:
        return None
    known = await desk.ledger.known_task(task.number)
    told = await facts_without(desk.ledger, known, part.id, desk.calendar, notice) if known else None
    return amend_opener(part, notice, came_from, await known_about(desk, part, task), told)


async def _taken_back(desk: Desk, part: Message, former: Sequence[Former], decision: Decision) -> Decision:
    """The decision about an edited message, with what its former words had done taken back first."""
    taken: list[Entity] = []
    tasks = {row.number: row for row in decision.save if isinstance(row, Task)}
    for each in former:
        again = any(isinstance(row, Source) and row.task == each.task.number for row in decision.save)
        said_again = decision.verdict.relation in (Relation.UPDATE, Relation.CANCEL)
        if again and (said_again or tasks.get(each.task.number) == each.task):
            continue
        taken += take_back(part, each.before, await known_about(desk, part, each.task, people=()))
        if not again:
            taken.append(replace(each.source, text=part.text, relation=Relation.NONE, reason=EDITED, changes=()))
    return replace(decision, save=(*taken, *decision.save))


async def _touched_too(
    desk: Desk,
    part: Message,
    notice: Notice,
    verdict: Verdict,
    number: int,
    came_from: Attribution,
    decision: Decision,
) -> Decision:
    """A message that speaks of several tasks leaves its trace on each; those that it changes together all move."""
    task = await root_task(desk.ledger, number)
    if task is None or task.number == verdict.of:
        return decision
    kept = verdict.relation if verdict.relation in (Relation.REMINDER, Relation.CANCEL) else Relation.DUPLICATE
    also = replace(verdict, of=task.number, relation=kept, also=(), overlaps=(), maybe=None, changes=(), facts=None)
    moved = moved_too(part, notice, task.facts, desk.calendar) if verdict.relation is Relation.UPDATE else None
    if moved is not None:
        also = replace(also, relation=Relation.UPDATE, facts=moved[0], changes=moved[1])
    bare = Notice(notice.kind)
    more = decide(part, bare, also, came_from, await known_about(desk, part, task, people=()))
    return replace(decision, save=(*decision.save, *(e for e in more.save if not isinstance(e, StoredMessage))))


async def _wordless(desk: Desk, part: Message, notice: Notice, came_from: Attribution) -> Decision:
    """A picture of an album belongs to its words; a lone file waits for a look; a sticker is chatter."""
    known = await known_about(desk, part, None)
    mate = album_mate(desk.waiting, part.album) if part.attachments else None
    if mate is None or mate["outcome"] == Outcome.NEEDS_LOOK.value:
        return decide(part, notice, Verdict(Relation.NONE, "no_words"), came_from, known)
    row = part_of_album(part, mate["outcome"], mate["task"], known.group, came_from.why.value)
    return Decision(row.outcome, Verdict(row.relation, row.reason, row.task), None, (row,))


def part_of_album(part: Message, outcome: str, task: int | None, group: int | None, attributed: str) -> StoredMessage:
    """A picture that shares the lot of the words it came with."""
    shared = Outcome.MERGED if task is not None else Outcome(outcome)
    relation = Relation.DUPLICATE if task is not None else Relation.NONE
    return StoredMessage(part, shared, Kind.CHATTER, relation, "album", task, group, attributed)


async def root_task(ledger: Ledger, number: int) -> Task | None:
    """The task itself, or the one it was merged into."""
    task = await ledger.task(number)
    for _ in range(_DEEPEST_MERGE):
        if task is None or task.state is not TaskState.MERGED or task.parent is None:
            break
        task = await ledger.task(task.parent)
    return task


async def known_about(
    desk: Desk,
    part: Message,
    task: Task | None,
    people: tuple[Member, ...] | None = None,
    dates_stay: bool = False,
) -> Known:
    """The rows a decision about `task` (None: a new one) needs, and no others.

    With `dates_stay` nothing can change for people who already share the task, so that their reminders are not read.
    """
    ledger = desk.ledger
    group = desk.group.id if desk.group else None
    number = await ledger.next_number()
    shares = tuple(await ledger.assignments(task.number)) if task is not None else ()
    known = Known(desk.now, desk.calendar, number, group, desk.actor, task=task, assignments=shares, ladder=desk.ladder)
    if dates_stay and part.private and desk.actor and desk.actor.id in {share.member for share in shares}:
        return known
    members = tuple(await ledger.members()) if task is not None or not part.private else ()
    if people is None:
        people = await _people(desk, part, members)
    known = replace(known, people=people, members=members or people)
    if task is None:
        return known
    return replace(
        known,
        reminders=tuple(await ledger.reminders(task.number)),
        occurrences=tuple(await ledger.occurrences(task.number)) if task.facts.recurrence else (),
    )


async def _people(desk: Desk, part: Message, members: tuple[Member, ...]) -> tuple[Member, ...]:
    """Whom a new task concerns: who forwarded it; in a group its readers, else those who coordinate."""
    if part.private:
        return (desk.actor,) if desk.actor else ()
    seen = await desk.ledger.group_members(desk.group.id) if desk.group else set()
    readers = tuple(member for member in members if member.user in seen and member.user != part.by)
    return readers or tuple(member for member in members if member.role is not Role.CADRE)
