"""The digest: sections, each task once, silence when there is nothing to say; lists in the order of urgency."""

from datetime import UTC, date, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from bot.core.digest import Digest, build_digest, slots_between
from bot.core.groups import Tally, weigh
from bot.core.listing import Pick, by_urgency, pick_tasks
from bot.core.models import FactChange, JournalEntry, Outcome, Task, TaskState
from tests.factories import CALENDAR, NOW, deadline, group, instant, member, notice, task

ZONE = ZoneInfo("Asia/Shanghai")


def due(number: int, day: int | None, clock: str = "17:00", **more: object) -> Task:
    return task(number, facts=notice(deadlines=() if day is None else (deadline(day, clock),)), **more)


TASKS = [due(1, None), due(2, 30), due(3, 22), due(4, 25), due(5, 23), due(6, 23, "08:00")]


def digest(tasks: list[Task], journal: list[JournalEntry] | None = None, **more: object) -> Digest | None:
    fields: dict[str, object] = {"closed": {}, "counts": {}, "dissolvable": ()} | more
    return build_digest(tasks, journal=journal or [], now=NOW, zone=ZONE, **fields)  # type: ignore[arg-type]


def test_tasks_stand_under_their_urgency_the_most_urgent_first() -> None:
    signed = by_urgency(TASKS, NOW, ZONE)
    assert {sign: [each.number for each in tasks] for sign, tasks in signed.items()} == {
        "🔴": [3, 6],
        "🟠": [5],
        "🟡": [4],
        "⚪": [2, 1],
    }
    assert list(signed) == ["🔴", "🟠", "🟡", "⚪"]


def test_a_list_of_today_holds_what_is_overdue_too() -> None:
    assert [each.number for each in pick_tasks(TASKS, Pick.TODAY, NOW, ZONE)] == [3, 6, 5]
    assert [each.number for each in pick_tasks(TASKS, Pick.OVERDUE, NOW, ZONE)] == [3, 6]
    assert [each.number for each in pick_tasks(TASKS, Pick.WEEK, NOW, ZONE)] == [3, 6, 5, 4]


def test_midnight_on_sunday_still_belongs_to_the_week() -> None:
    sunday = due(1, 27, "24:00")
    assert pick_tasks([sunday], Pick.WEEK, NOW, ZONE) == [sunday]


def test_nothing_to_say_gives_no_digest() -> None:
    assert digest([]) is None
    assert digest([], counts={Outcome.CHATTER: 80, Outcome.INFO: 3}) is None


def test_what_waits_for_a_look_is_something_to_say() -> None:
    found = digest([], counts={Outcome.NEEDS_LOOK: 1, Outcome.CHATTER: 2})
    assert found is not None and found.received == 3


def test_a_changed_task_stands_on_top_and_nowhere_else() -> None:
    moved = JournalEntry(NOW, "changed", "deadline_moved", 4, detail={"changes": [["deadline", "26日", "25日"]]})
    found = digest(TASKS, [moved])
    assert found is not None
    assert [each.task.number for each in found.news] == [4]
    assert "🟡" not in found.sections


def test_several_changes_of_one_fact_are_told_as_one() -> None:
    steps = [
        JournalEntry(NOW, "changed", "moved", 4, detail={"changes": [["deadline", old, new]]})
        for old, new in (("26日", "27日"), ("27日", "25日"))
    ]
    found = digest(TASKS, steps)
    assert found is not None and found.news[0].changes == (FactChange("deadline", "26日", "25日"),)


def test_a_cancelled_task_is_told_once_it_is_closed() -> None:
    gone = due(9, 25, state=TaskState.CANCELLED)
    entry = JournalEntry(NOW, "cancelled", "withdrawn", 9)
    found = digest([], [entry], closed={9: gone})
    assert found is not None and found.news[0].cancelled


def test_what_somebody_else_was_told_is_not_told_here() -> None:
    assert digest([], [JournalEntry(NOW, "cancelled", "withdrawn", 9)]) is None


def test_refused_messages_count_as_received() -> None:
    found = digest(TASKS, [JournalEntry(NOW, "refused", "marked_secret")], counts={Outcome.NEW: 2})
    assert found is not None and (found.received, found.refused) == (3, 1)


def test_a_group_that_may_go_is_something_to_say() -> None:
    quiet = group(name="人口普查专班群", temporary=True, last_at=instant(7))
    evidence = weigh(quiet, Tally(1), NOW, CALENDAR)
    assert digest([], dissolvable=(evidence,)) is not None


@given(st.lists(st.tuples(st.none() | st.integers(1, 30), st.booleans()), max_size=20))
def test_each_open_task_stands_in_the_digest_exactly_once(days: list[tuple[int | None, bool]]) -> None:
    tasks = [due(number, day) for number, (day, _) in enumerate(days, 1)]
    journal = [
        JournalEntry(NOW, "changed", "moved", number, detail={"changes": [["place", "一楼", "二楼"]]})
        for number, (_, changed) in enumerate(days, 1)
        if changed
    ]
    found = digest(tasks, journal)
    shown = [] if found is None else [each.task.number for each in found.news]
    shown += [] if found is None else [each.number for section in found.sections.values() for each in section]
    assert sorted(shown) == [each.number for each in tasks]


# ── when ──


def slots(after: str, until: str, **more: object) -> list[str]:
    """Digest times between two instants `day hh:mm` of September 2026."""
    begin, end = (instant(int(each.split()[0]), each.split()[1]) for each in (after, until))
    days = [date(2026, 9, day) for day in range(1, 31)]
    works = {day: CALENDAR.is_workday(day) for day in days}
    found = slots_between(member(**more), begin, end, ZONE, works)  # type: ignore[arg-type]
    return [each.astimezone(ZONE).strftime("%d %H:%M") for each in found]


def test_a_digest_comes_at_its_time_and_not_again() -> None:
    assert slots("23 07:59", "23 08:00") == ["23 08:00"]
    assert slots("23 08:00", "23 12:00") == []


def test_digests_come_on_workdays_only_unless_asked_for() -> None:
    assert slots("24 12:00", "28 12:00") == ["28 08:00"]
    assert slots("24 12:00", "27 12:00", digest_workdays_only=False) == ["25 08:00", "26 08:00", "27 08:00"]
    assert slots("24 12:00", "26 12:00", on_duty_until=date(2026, 9, 25)) == ["25 08:00"]


def test_a_saturday_that_is_worked_has_a_digest() -> None:
    assert slots("19 12:00", "20 12:00") == ["20 08:00"], "20 September 2026 is a worked Sunday"


def test_morning_and_evening() -> None:
    assert slots("23 00:00", "24 00:00", digest_times=("08:00", "17:30")) == ["23 08:00", "23 17:30"]
    assert slots("23 00:00", "24 00:00", digest_times=()) == []


@given(st.integers(0, 5000), st.integers(0, 5000), st.integers(0, 5000))
def test_however_ticks_fall_every_slot_comes_exactly_once(a: int, b: int, c: int) -> None:
    start = instant(1, "00:00").astimezone(UTC)
    marks = sorted(start + timedelta(minutes=each) for each in (a, b, c))
    days = {date(2026, 9, 1) + timedelta(days=k): True for k in range(6)}
    who = member(digest_times=("08:00", "17:30"))
    whole = slots_between(who, marks[0], marks[2], ZONE, days)
    parts = slots_between(who, marks[0], marks[1], ZONE, days) + slots_between(who, marks[1], marks[2], ZONE, days)
    assert parts == whole
