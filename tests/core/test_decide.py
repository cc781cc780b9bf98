"""What follows from a message: pure decisions, each branch of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.core.attribution import Attribution, Why
from bot.core.changes import differences, fill_in
from bot.core.decide import Decision, Known, amend_opener, decide
from bot.core.models import (
    Assignment,
    AssignmentState,
    Attachment,
    Contact,
    Doubt,
    Entity,
    FactChange,
    JournalEntry,
    Kind,
    Message,
    Notice,
    Occurrence,
    OutboxRow,
    Outcome,
    Overlap,
    Recurrence,
    Relation,
    Reminder,
    Source,
    StoredMessage,
    SubmitTo,
    Task,
    TaskState,
    Verdict,
)
from bot.core.reminding import plan_reminders
from tests.factories import CALENDAR, NOW, deadline, event, instant, member, message, notice, task

FROM = Attribution(Why.GIVEN, "农业农村工作群", sender="王敏")
ACTOR, OTHER = member(1), member(2)


def known(one: Task | None = None, **more: object) -> Known:
    """What a private message of member 1 meets; with a task, that task is his and member 2's."""
    base = Known(NOW, CALENDAR, 7, 3, ACTOR, (ACTOR,), (ACTOR, OTHER), one)
    if one is not None:
        shares = tuple(Assignment(one.number, each.id, at=NOW) for each in (ACTOR, OTHER))
        reminders = plan_reminders(one, (ACTOR, OTHER), NOW, CALENDAR)
        base = replace(base, assignments=shares, reminders=reminders)
    return replace(base, **more)  # type: ignore[arg-type]


def saved(decision: Decision, kind: type[Entity]) -> list[Entity]:
    return [entity for entity in decision.save if isinstance(entity, kind)]


def new(read: Notice | None = None, verdict: Verdict | None = None, **more: object) -> Decision:
    return decide(message(), read or notice(), verdict or Verdict(Relation.NEW, "no_likeness"), FROM, known(**more))  # type: ignore[arg-type]


def test_a_new_duty_opens_a_task_with_everything_that_hangs_on_it() -> None:
    decision = new()
    assert decision.outcome is Outcome.NEW and decision.task is not None and decision.task.number == 7
    assert decision.task.due == deadline().at
    assert saved(decision, Assignment) == [Assignment(7, 1, at=NOW)]
    assert {reminder.member for reminder in saved(decision, Reminder)} == {1}  # type: ignore[union-attr]
    [stored], [source], [entry] = (saved(decision, kind) for kind in (StoredMessage, Source, JournalEntry))
    assert (stored.task, stored.group, stored.attributed) == (7, 3, "given")  # type: ignore[union-attr]
    assert (source.group, source.sender, source.relation) == ("农业农村工作群", "王敏", Relation.NEW)  # type: ignore[union-attr]
    assert (entry.verb, entry.reason, entry.task) == ("opened", "no_likeness", 7)  # type: ignore[union-attr]


def test_overlaps_and_a_possible_twin_are_noted_in_order() -> None:
    decision = new(verdict=Verdict(Relation.NEW, "other_office", overlaps=(9, 3), maybe=4))
    assert saved(decision, Overlap) == [
        Overlap(7, 9, reason="other_office"),
        Overlap(3, 7, reason="other_office"),
        Overlap(4, 7, "maybe", "other_office"),
    ]


def test_a_recurring_duty_has_its_next_date_open_and_due() -> None:
    read = notice(deadlines=(), recurrence=Recurrence("FREQ=WEEKLY;BYDAY=FR", "16:00"))
    decision = new(read)
    [first] = saved(decision, Occurrence)
    assert isinstance(first, Occurrence) and first.at == instant(25, "16:00")
    assert decision.task is not None and decision.task.due == first.at


def test_the_next_instant_of_several_is_due() -> None:
    read = notice(deadlines=(deadline(22), deadline(30)), events=(event(24),))
    task_ = new(read).task
    assert task_ is not None and task_.due == event(24).at


@pytest.mark.parametrize(
    ("one", "read", "outcome"),
    [
        (message("收到"), Notice(Kind.CHATTER), Outcome.CHATTER),
        (message("明天有大风"), Notice(Kind.INFO), Outcome.INFO),
        (message(""), Notice(Kind.CHATTER), Outcome.CHATTER),
        (message("", attachments=(Attachment("a.xlsx"),)), Notice(Kind.CHATTER), Outcome.NEEDS_LOOK),
        (message("……"), Notice(Kind.CHATTER, unsure=(Doubt("kind", "x"),)), Outcome.NEEDS_LOOK),
        (message("报表"), notice(), Outcome.NEEDS_LOOK),
    ],
)
def test_every_message_without_a_task_has_exactly_one_outcome(one: Message, read: Notice, outcome: Outcome) -> None:
    decision = decide(one, read, Verdict(Relation.NONE, "chatter"), FROM, known())
    [stored] = decision.save
    assert isinstance(stored, StoredMessage)
    assert decision.outcome is stored.outcome is outcome


def repeat(one: Task, read: Notice | None = None, **more: object) -> Decision:
    verdict = Verdict(Relation.DUPLICATE, "same_facts", one.number)
    return decide(message(), read or notice(), verdict, FROM, known(one, **more))


def test_a_repeat_adds_its_source_and_tells_nobody() -> None:
    decision = repeat(task(12))
    assert decision.outcome is Outcome.MERGED and decision.task == task(12)
    assert saved(decision, Source) and not saved(decision, OutboxRow) and not saved(decision, Reminder)


def test_a_repeat_fills_in_what_was_missing_and_overwrites_nothing() -> None:
    poor = notice(issuer=None, contacts=(Contact("王敏", "13800000000"),))
    rich = notice(issuer="县统计局", contacts=(Contact("李四", "13900000000"),), submit_to=SubmitTo(people=("李四",)))
    decision = repeat(task(12, facts=poor), rich)
    assert decision.task is not None
    facts = decision.task.facts
    assert facts.issuer == "县统计局" and facts.submit_to.people == ("李四",)
    assert [contact.name for contact in facts.contacts] == ["王敏", "李四"]
    assert fill_in(rich, poor).issuer == "县统计局"


def test_a_repeat_brought_by_another_person_gives_him_a_share_with_reminders() -> None:
    mine = (Assignment(12, 2, at=NOW),)
    decision = repeat(task(12), assignments=mine, reminders=())
    assert saved(decision, Assignment) == [Assignment(12, 1, at=NOW)]
    assert {reminder.member for reminder in saved(decision, Reminder)} == {1, 2}  # type: ignore[union-attr]


def test_a_repeat_does_not_bring_a_share_back_that_is_done() -> None:
    mine = (Assignment(12, 1, AssignmentState.DONE, at=NOW),)
    assert saved(repeat(task(12), assignments=mine), Assignment) == []


def test_a_repeat_of_a_closed_task_gives_nobody_a_share() -> None:
    decision = repeat(task(12, state=TaskState.DONE, closed_at=NOW), assignments=(), reminders=())
    assert saved(decision, Assignment) == [] and decision.task is not None
    assert decision.task.state is TaskState.DONE


def test_pressing_is_counted_and_changes_nothing_else() -> None:
    verdict = Verdict(Relation.REMINDER, "counts_missing", 12)
    decision = decide(message("还差3个村"), Notice(Kind.CHATTER), verdict, FROM, known(task(12)))
    assert decision.task == replace(task(12), urged=1)
    [stored] = saved(decision, StoredMessage)
    assert isinstance(stored, StoredMessage) and (stored.kind, stored.outcome) == (Kind.TASK, Outcome.MERGED)


def change(one: Task, facts: Notice, changes: tuple[FactChange, ...] = (), **more: object) -> Decision:
    verdict = Verdict(Relation.UPDATE, "deadline_moved", one.number, changes=changes, facts=facts)
    return decide(message(), facts, verdict, FROM, known(one, **more))


def test_a_moved_deadline_moves_due_and_reminders_and_is_told_to_the_others() -> None:
    later = deadline(28, "12:00")
    decision = change(task(12), notice(deadlines=(later,)))
    assert decision.task is not None and decision.task.due == later.at
    reminders = [each for each in saved(decision, Reminder) if isinstance(each, Reminder)]
    assert {each.about for each in reminders if each.state == "pending"} == {later.at}
    assert {each.about for each in reminders if each.state == "void"} == {deadline().at}
    [told] = saved(decision, OutboxRow)
    assert isinstance(told, OutboxRow) and (told.template, told.member) == ("changed", 2)
    assert decision.changes == (FactChange("deadline", "2026-09-25 17:00", "2026-09-28 12:00"),)


def test_new_content_opens_a_task_again_that_was_done_and_a_longer_time_does_not() -> None:
    done = task(12, state=TaskState.DONE, closed_at=NOW)
    shares = tuple(Assignment(12, n, AssignmentState.DONE, at=NOW) for n in (1, 2))
    table = change(done, notice("报新表"), (FactChange("form", "旧表", "新表"),), assignments=shares)
    assert table.task is not None and table.task.state is TaskState.OPEN
    assert {share.state for share in saved(table, Assignment)} == {AssignmentState.OPEN}  # type: ignore[union-attr]
    time = change(done, notice(deadlines=(deadline(28),)), assignments=shares)
    assert time.task is not None and time.task.state is TaskState.DONE
    assert saved(time, Assignment) == []


def test_a_shorter_rhythm_drops_dates_after_its_new_end_and_moves_the_others() -> None:
    weekly = Recurrence("FREQ=WEEKLY;BYDAY=FR", "16:00")
    one = task(12, facts=notice(deadlines=(), recurrence=weekly), due=instant(25, "16:00"))
    dates = (
        Occurrence(12, instant(25).date(), instant(25, "16:00")),
        Occurrence(12, instant(2, month=10).date(), instant(2, "16:00", month=10)),
    )
    facts = notice(deadlines=(), recurrence=replace(weekly, time="12:00", until=instant(30).date()))
    decision = change(one, facts, occurrences=dates)
    moved = {each.date: each for each in saved(decision, Occurrence) if isinstance(each, Occurrence)}
    assert moved[dates[0].date].at == instant(25, "12:00")
    assert moved[dates[1].date].state == "void"
    assert decision.task is not None and decision.task.due == instant(25, "12:00")


def test_another_rhythm_is_due_on_its_own_next_date() -> None:
    daily, weekly = Recurrence("FREQ=DAILY", "17:00"), Recurrence("FREQ=WEEKLY;BYDAY=MO,TH", "17:00")
    one = task(12, facts=notice(deadlines=(), recurrence=daily), due=instant(23, "17:00"))
    decision = change(one, notice(deadlines=(), recurrence=weekly), occurrences=(Occurrence(12, instant(23).date(), instant(23, "17:00")),))
    assert decision.task is not None and decision.task.due == instant(24, "17:00")
    assert {(each.date.day, each.state) for each in saved(decision, Occurrence) if isinstance(each, Occurrence)} == {(23, "void"), (24, "open")}


def test_a_meeting_that_gives_way_to_papers_goes_on_as_that_duty() -> None:
    one = task(12, facts=notice(deadlines=(), events=(event(25),), kind=Kind.EVENT), due=event(25).at)
    instead = notice("报汇报材料", deadlines=(deadline(28),))
    decision = decide(message(), instead, Verdict(Relation.CANCEL, "withdrawn", 12), FROM, known(one))
    assert decision.task is not None
    assert (decision.task.state, decision.task.due, decision.task.facts.events) == (TaskState.OPEN, deadline(28).at, ())
    assert {change.fact for change in decision.changes} == {"deadline", "event"}


def test_a_task_called_off_is_open_again_once_it_is_wanted_by_another_day() -> None:
    off = task(12, state=TaskState.CANCELLED, closed_at=NOW, due=None)
    decision = change(off, notice(deadlines=(deadline(28),)))
    assert decision.task is not None
    assert (decision.task.state, decision.task.due) == (TaskState.OPEN, deadline(28).at)
    assert decision.changes[0] == FactChange("state", "cancelled", "open")
    assert any(each.about == deadline(28).at and each.state == "pending" for each in saved(decision, Reminder) if isinstance(each, Reminder))
    same = change(off, notice())
    assert same.task is not None and same.task.state is TaskState.CANCELLED


def cancel(one: Task, **more: object) -> Decision:
    return decide(message(), Notice(Kind.INFO), Verdict(Relation.CANCEL, "withdrawn", 12), FROM, known(one, **more))


def test_a_cancellation_closes_silences_and_tells_the_others() -> None:
    decision = cancel(task(12))
    assert decision.task is not None and decision.task.state is TaskState.CANCELLED
    assert decision.task.closed_at == NOW
    assert {each.state for each in saved(decision, Reminder)} == {"void"}  # type: ignore[union-attr]
    assert [row.member for row in saved(decision, OutboxRow)] == [2]  # type: ignore[union-attr]


def test_a_task_cancelled_twice_is_told_once() -> None:
    decision = cancel(task(12, state=TaskState.CANCELLED, closed_at=NOW - timedelta(days=1)), reminders=())
    assert saved(decision, OutboxRow) == []
    assert decision.task is not None and decision.task.closed_at == NOW - timedelta(days=1)


def test_a_verdict_about_a_task_that_is_gone_leaves_the_message_for_a_look() -> None:
    decision = decide(message(), notice(), Verdict(Relation.DUPLICATE, "same_facts", 99), FROM, known())
    assert decision.outcome is Outcome.NEEDS_LOOK and decision.task is None


def test_an_edited_opener_that_says_the_same_leaves_facts_and_people_in_peace() -> None:
    decision = amend_opener(message(), notice("换个说法"), FROM, known(task(12)))
    assert decision.outcome is Outcome.MERGED
    assert not saved(decision, OutboxRow) and not saved(decision, Reminder)
    [kept] = saved(decision, Task)
    assert isinstance(kept, Task) and kept.facts.title == "换个说法"


def test_differences_name_what_a_person_would_notice() -> None:
    old = notice(events=(event(),), submit_to=SubmitTo(people=("王敏",)))
    later = notice(
        "别的说法",
        deadlines=(deadline(26, None),),
        events=(event(place="四楼"),),
        submit_to=SubmitTo(people=("李四",)),
    )
    assert {each.fact: (each.old, each.new) for each in differences(old, later)} == {
        "deadline": ("2026-09-25 17:00", "2026-09-26"),
        "place": ("镇政府三楼会议室", "四楼"),
        "submit_to": ("王敏", "李四"),
    }
    assert differences(old, replace(old, title="x", unsure=(Doubt("a", "b"),))) == ()
