"""English ways to write a day: in figures with the day first, with a zone behind the hour, counted from what takes place."""

from __future__ import annotations

import pytest

from tests.core.reading import due, read, sessions

LIMITS = [
    ("Please submit the tender by 05/06/2026.", ["05-06"]),
    ("Please submit the tender by 04/05/2026 (Monday).", ["05-04"]),
    ("Please submit the tender by 03/11/2026, the annexes by 13/11/2026.", ["11-03", "11-13"]),
    ("Please submit the tender by 02/05/2026.", ["05-02"]),
    ("Please hand in the log books by 29/4.", ["04-29"]),
    ("Deadline for nominations: 30/4. Kindly send them to Kim.", ["04-30"]),
    ("Kindly return the questionnaire no later than 30/04/2026.", ["04-30"]),
    ("Please return the trolley by Tuesday 5/5.", ["05-05"]),
    ("Please return the trolley by Friday 1/5.", ["05-01"]),
    ("Meter readings by EOB Monday please.", ["04-13 cob"]),
    ("Please send the payroll file by 11:30 CST on Tue.", ["04-14 11:30"]),
    ("Please send the payroll file by 4 pm Beijing time on Tuesday.", ["04-14 16:00"]),
    ("Please return the survey by Tuesday week.", ["04-21"]),
    ("Please submit the outline a week from Monday.", ["04-20"]),
    ("Please let me have the guest list by early next week.", ["04-13"]),
    ("Please let me have the guest list by the middle of next week.", ["04-15"]),
    ("Please return the trolley on Monday 13th.", ["04-13"]),
    ("Please submit your posters three days before the open day on 30 April.", ["04-27"]),
    ("Please submit your posters two working days before the open day on 29 April.", ["04-27"]),
]
NO_LIMITS = [
    "The help desk is open 24/7.",
    "Tickets go on sale two weeks before the concert on 30 April.",
    "Please note that 15/12 of the seats in row 20/12 are taken.",
]


@pytest.mark.parametrize(("text", "limits"), LIMITS)
def test_the_day_of_a_limit(text: str, limits: list[str]) -> None:
    assert due(text) == limits


@pytest.mark.parametrize("text", NO_LIMITS)
def test_no_limit(text: str) -> None:
    assert due(text) == []


def test_what_a_limit_counts_from_stays_an_event() -> None:
    text = "Please send your questions two days before the town hall meeting on 29 April."
    assert due(text) == ["04-27"]
    assert sessions(text) == ["04-29"]


@pytest.mark.parametrize(
    ("text", "rule", "hour"),
    [
        ("The donor coordination call takes place every other Tuesday at 4 pm, starting 21 April.", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU", "16:00"),
        ("Our sprint review takes place on Wednesdays at 12:30. The review call is every Wednesday at 12:30 on Zoom.", "FREQ=WEEKLY;BYDAY=WE", "12:30"),
        ("Stock reports are due on the last Friday of every month.", "FREQ=MONTHLY;BYDAY=-1FR", None),
        ("Cash counts are due on the last working day of every month, as always. Please upload the signed PDF.", "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", None),
        ("Mileage logs are due on Thursdays instead of Fridays.", "FREQ=WEEKLY;BYDAY=TH", None),
    ],
)
def test_rhythms_of_calls_and_papers(text: str, rule: str, hour: str | None) -> None:
    found = read(text).recurrence
    assert found is not None and (found.rrule, found.time) == (rule, hour)


@pytest.mark.parametrize("text", ["The auditors are due on 29 April.", "If it rains, the match will be moved to 20 April.", "Our parcels are due on Thursdays."])
def test_what_comes_or_is_supposed_is_no_limit(text: str) -> None:
    assert due(text) == []
