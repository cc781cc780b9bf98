"""Steps on tasks: done, dropped, postponed, assigned, merged, split; no sequence of them loses anything."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.core.joining import merge, split_off, take_out, tell_apart
from bot.core.lifecycle import Dossier, Move, Step, assign, drop, due_of, finish, postpone
from bot.core.models import (
    Assignment,
    AssignmentState,
    JournalEntry,
    Member,
    Overlap,
    Recurrence,
    Relation,
    Role,
    Source,
    TaskState,
)
from bot.core.occurrences import plan_occurrences
from tests.factories import CALENDAR, NOW, deadline, event, instant, member, notice, source, task

WANG, LI, ZHOU = member(1), member(2), member(3, role=Role.COORDINATOR)


def dossier(number: int = 12, holders: tuple[int, ...] = (1,), **more: object) -> Dossier:
    one = task(number, **more)  # type: ignore[arg-type]
    dates = plan_occurrences(one, (), NOW, CALENDAR)
    return Dossier(
        replace(one, due=due_of(one, dates, NOW)),
        tuple(Assignment(number, each) for each in holders),
        dates,
        (source(number),),
    )


def daily(**more: object) -> Dossier:
    rule = Recurrence("FREQ=DAILY", time="16:00", **more)  # type: ignore[arg-type]
    return dossier(facts=notice("报数", deadlines=(), recurrence=rule))


# ── done ──


def test_the_last_share_done_closes_the_task() -> None:
    move = finish(dossier(), WANG, False, NOW, CALENDAR)
    assert move.step is Step.DONE
    assert move.after[0].task.state is TaskState.DONE
    assert move.after[0].task.closed_at == NOW


def test_one_share_of_two_leaves_the_task_open_for_the_other() -> None:
    move = finish(dossier(holders=(1, 2)), WANG, False, NOW, CALENDAR)
    assert (move.step, move.left) == (Step.SHARE_DONE, 1)
    assert move.after[0].task.state is TaskState.OPEN
    assert move.after[0].holders == (2,)


def test_a_coordinators_word_closes_it_for_everybody() -> None:
    move = finish(dossier(holders=(1, 2)), ZHOU, True, NOW, CALENDAR)
    assert move.step is Step.DONE
    assert {each.state for each in move.after[0].assignments} == {AssignmentState.DONE}


def test_a_second_click_changes_nothing() -> None:
    once = finish(dossier(holders=(1, 2)), WANG, False, NOW, CALENDAR).after[0]
    again = finish(once, WANG, False, NOW, CALENDAR)
    assert again.step is Step.ALREADY and not again.changed
    closed = finish(once, LI, False, NOW, CALENDAR).after[0]
    assert finish(closed, LI, True, NOW, CALENDAR).step is Step.ALREADY


@pytest.mark.parametrize("state", [each for each in TaskState if each is not TaskState.OPEN])
def test_nothing_is_done_to_a_closed_task(state: TaskState) -> None:
    closed = replace(dossier(), task=replace(dossier().task, state=state))
    moves = [
        finish(closed, ZHOU, True, NOW, CALENDAR),
        drop(closed, ZHOU, True, NOW),
        postpone(closed, deadline(28), ZHOU, NOW),
        assign(closed, [LI], ZHOU, NOW),
    ]
    assert not any(move.changed for move in moves)


# ── recurring duties ──


def test_done_closes_this_time_only_and_the_next_opens() -> None:
    move = finish(daily(), WANG, False, NOW, CALENDAR)
    assert move.step is Step.OCCURRENCE_DONE
    assert move.occurrence is not None and move.occurrence.date == date(2026, 9, 23)
    assert move.following is not None and move.following.date == date(2026, 9, 24)
    assert move.after[0].task.state is TaskState.OPEN
    assert move.after[0].task.due == instant(24, "16:00")


def test_a_second_click_does_not_close_tomorrow() -> None:
    once = finish(daily(), WANG, False, NOW, CALENDAR).after[0]
    assert finish(once, WANG, False, NOW, CALENDAR).step is Step.ALREADY
    assert finish(once, WANG, False, NOW, CALENDAR, on=date(2026, 9, 23)).step is Step.ALREADY
    tomorrow = finish(once, WANG, False, instant(24, "10:00"), CALENDAR)
    assert tomorrow.occurrence is not None and tomorrow.occurrence.date == date(2026, 9, 24)


def test_dates_that_are_owed_are_done_one_by_one() -> None:
    owed = daily()
    later = instant(24, "10:00")
    more = plan_occurrences(owed.task, owed.occurrences, later, CALENDAR)
    owed = replace(owed, occurrences=(*owed.occurrences, *more))
    first = finish(owed, WANG, False, later, CALENDAR)
    second = finish(first.after[0], WANG, False, later, CALENDAR)
    assert [move.occurrence.date.day for move in (first, second) if move.occurrence] == [23, 24]


@pytest.mark.parametrize(("how", "state"), [("done", "done"), ("nil", "nil"), ("skipped", "skipped")])
def test_a_date_can_be_done_reported_nil_or_skipped(how: str, state: str) -> None:
    move = finish(daily(), WANG, False, NOW, CALENDAR, how=how)
    assert move.occurrence is not None and move.occurrence.state == state


def test_the_last_date_closes_the_duty() -> None:
    move = finish(daily(until=date(2026, 9, 23)), WANG, False, NOW, CALENDAR)
    assert move.step is Step.DONE and move.after[0].task.state is TaskState.DONE


def test_what_comes_once_cannot_be_skipped() -> None:
    assert finish(dossier(), WANG, False, NOW, CALENDAR, how="skipped").step is Step.NOT_RECURRING


# ── drop, due, assign ──


def test_dropping_ones_share_leaves_it_to_the_others() -> None:
    move = drop(dossier(holders=(1, 2)), WANG, False, NOW)
    assert (move.step, move.after[0].holders) == (Step.SHARE_DROPPED, (2,))
    last = drop(move.after[0], LI, False, NOW)
    assert last.after[0].task.state is TaskState.DROPPED


def test_a_new_hour_for_a_duty_that_comes_back_moves_its_present_date_only() -> None:
    move = postpone(daily(), deadline(23, "20:00"), WANG, NOW)
    after = move.after[0]
    assert [each.at for each in after.occurrences] == [instant(23, "20:00")]
    assert after.task.due == instant(23, "20:00") and after.task.facts.deadlines == ()


def test_a_set_deadline_takes_the_place_of_the_next_one_and_leaves_others() -> None:
    two = dossier(facts=notice(deadlines=(deadline(24, about="名单"), deadline(28, about="材料"))))
    move = postpone(two, deadline(26), WANG, NOW)
    assert [each.date.day for each in move.after[0].task.facts.deadlines] == [26, 28]
    assert move.after[0].task.facts.deadlines[0].about == "名单"
    assert move.after[0].task.due == deadline(26).at


def test_a_deadline_for_a_task_without_one() -> None:
    move = postpone(dossier(facts=notice(deadlines=())), deadline(26), WANG, NOW)
    assert move.after[0].task.due == deadline(26).at


def test_a_meeting_that_a_person_moves_is_at_the_new_hour_and_nowhere_else() -> None:
    move = postpone(dossier(facts=notice(deadlines=(), events=(event(24),))), deadline(28), WANG, NOW)
    after = move.after[0].task
    assert [(each.date.day, each.time, each.place) for each in after.facts.events] == [(28, "17:00", event(24).place)]
    assert after.facts.deadlines == () and after.due == deadline(28).at


def test_a_meeting_moved_to_a_day_keeps_its_hour() -> None:
    to = replace(deadline(28), time=None)
    after = postpone(dossier(facts=notice(deadlines=(), events=(event(24),))), to, WANG, NOW).after[0].task
    assert [(each.date.day, each.time) for each in after.facts.events] == [(28, "14:30")]
    assert after.due == instant(28, "14:30")


def test_the_hand_in_of_a_meeting_moves_without_the_meeting() -> None:
    both = dossier(facts=notice(deadlines=(deadline(24, "09:00"),), events=(event(24),)))
    after = postpone(both, deadline(23, "18:00"), WANG, NOW).after[0].task
    assert after.facts.events == (event(24),) and [each.date.day for each in after.facts.deadlines] == [23]


def test_who_has_it_keeps_it_and_who_was_done_has_it_again() -> None:
    done = finish(dossier(holders=(1, 2)), WANG, False, NOW, CALENDAR).after[0]
    move = assign(done, [WANG, LI], ZHOU, NOW)
    assert set(move.after[0].holders) == {1, 2}
    assert [each.member for each in move.save if isinstance(each, Assignment)] == [1]
    assert assign(move.after[0], [LI], ZHOU, NOW).step is Step.ALREADY


# ── merge, split ──


def pair() -> tuple[Dossier, Dossier]:
    return dossier(12, (1,)), dossier(15, (2,), facts=notice("报台账", deadlines=(deadline(24),)))


def test_a_merged_task_gives_its_messages_people_and_dates() -> None:
    a, b = pair()
    kept, gone = merge(a, b, ZHOU, NOW).after
    assert gone.task.state is TaskState.MERGED and gone.task.parent == 12
    assert {each.message for each in kept.sources} == {"tg:1:12", "tg:1:15"}
    assert kept.holders == (1, 2)
    assert [each.date.day for each in kept.task.facts.deadlines] == [24, 25]
    assert kept.task.due == deadline(24).at


def test_a_wrong_merge_comes_apart_with_everything_in_place() -> None:
    a, b = pair()
    merged = merge(a, b, ZHOU, NOW)
    history = [each for each in merged.save if isinstance(each, JournalEntry)]
    out, parent = take_out(merged.after[1], merged.after[0], history, ZHOU, NOW, CALENDAR).after
    assert out.task == b.task
    assert out.holders == b.holders
    assert parent.task == a.task
    assert parent.holders == a.holders
    assert {each.message for each in parent.sources if each.relation is not Relation.NONE} == {"tg:1:12"}


def test_a_task_that_all_its_own_people_have_done_is_done_once_the_other_is_taken_out() -> None:
    a, b = dossier(12, (1, 2)), dossier(15, (1, 2), facts=notice("报台账", deadlines=(deadline(24),)))
    [half] = finish(a, member(1), False, NOW, CALENDAR).after
    merged = merge(half, b, ZHOU, NOW)
    [both] = finish(merged.after[0], member(2), False, NOW, CALENDAR).after
    assert both.task.state is TaskState.OPEN
    history = [each for each in merged.save if isinstance(each, JournalEntry)]
    out, kept = take_out(merged.after[1], both, history, ZHOU, NOW, CALENDAR).after
    assert (kept.task.state, kept.task.closed_at) == (TaskState.DONE, NOW)
    assert out.task.state is TaskState.OPEN


def test_merging_twice_or_with_itself_changes_nothing() -> None:
    a, b = pair()
    kept, gone = merge(a, b, ZHOU, NOW).after
    assert merge(kept, gone, ZHOU, NOW).step is Step.ALREADY
    assert merge(a, a, ZHOU, NOW).step is Step.SAME_TASK


def test_a_message_split_off_opens_a_task_of_its_own() -> None:
    other = Source(12, "m2", Relation.DUPLICATE, "same_words", NOW, "报防溺水排查表")
    one = replace(dossier(holders=(1, 2)), sources=(source(12), other))
    move = split_off(one, other, None, notice("报防溺水排查表"), 20, WANG, NOW, CALENDAR)
    new, old = move.after
    assert (new.task.number, new.task.opened_by, new.holders) == (20, "m2", (1, 2))
    assert [each.relation for each in old.sources] == [Relation.NEW, Relation.NONE]
    assert Overlap(12, 20, "different", "split_by_person") in move.save


def test_the_opening_message_stays() -> None:
    one = dossier()
    assert split_off(one, one.sources[0], None, notice(), 20, WANG, NOW, CALENDAR).step is Step.NOTHING_TO_SPLIT


def test_two_tasks_told_apart_are_remembered_as_different() -> None:
    assert Overlap(3, 7, "different", "by_person") in tell_apart(7, 3, WANG, NOW).save


# ── no sequence loses anything ──


STEPS = st.lists(
    st.tuples(
        st.sampled_from(["done", "skip", "drop", "due", "assign", "merge", "split", "wait"]),
        st.sampled_from([1, 2, 3, 4]),
        st.sampled_from([1, 2, 3, 4]),
        st.sampled_from([WANG, LI, ZHOU]),
    ),
    max_size=14,
)


def start() -> dict[int, Dossier]:
    """Three tasks that come once and a daily one, with two people each."""
    rule = Recurrence("FREQ=DAILY", time="16:00")
    tasks = {n: dossier(n, (1, 2), opened_by=f"tg:1:{n}") for n in (1, 2, 3)}
    return tasks | {4: dossier(4, (1, 2), opened_by="tg:1:4", facts=notice("报数", deadlines=(), recurrence=rule))}


def play(step: str, one: Dossier, other: Dossier, who: Member, now: datetime, journal: list[JournalEntry]) -> Move:
    """One step of a person."""
    office = who.role is not Role.CADRE
    if step == "done":
        return finish(one, who, office, now, CALENDAR)
    if step == "skip":
        return finish(one, who, office, now, CALENDAR, how="skipped")
    if step == "drop":
        return drop(one, who, office, now)
    if step == "due":
        return postpone(one, deadline(28), who, now)
    if step == "assign":
        return assign(one, [LI], who, now)
    if step == "merge":
        return merge(one, other, who, now)
    return take_out(one, other, journal, who, now, CALENDAR)


@settings(max_examples=200, deadline=None)
@given(STEPS)
def test_no_sequence_of_commands_loses_a_task_or_a_message(steps: list[tuple[str, int, int, Member]]) -> None:
    dossiers, journal, now = start(), list[JournalEntry](), NOW
    messages = {each.message for one in dossiers.values() for each in one.sources}
    for step, first, second, who in steps:
        now += timedelta(hours=7 if step == "wait" else 0, minutes=1)
        if step == "wait":
            continue
        if step == "split":
            second = dossiers[first].task.parent or second
        move = play(step, dossiers[first], dossiers[second], who, now, journal)
        dossiers |= {one.task.number: one for one in move.after}
        journal += [each for each in move.save if isinstance(each, JournalEntry)]
        assert move.changed == bool(move.save)
        assert move.step is not Step.ALREADY or not move.changed
    assert set(dossiers) == {1, 2, 3, 4}
    live = {each.message for one in dossiers.values() for each in one.sources if each.relation is not Relation.NONE}
    assert live == messages
    for one in dossiers.values():
        kept = one.task
        assert (kept.closed_at is None) == (kept.state is TaskState.OPEN)
        if kept.state is TaskState.MERGED:
            assert kept.parent in dossiers and kept.parent != kept.number
        if kept.state is TaskState.OPEN:
            assert one.holders, "an open task is always somebody's"
        assert len({each.date for each in one.occurrences}) == len(one.occurrences)
