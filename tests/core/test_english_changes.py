"""What English messages do to a known task: its limit moves, its place changes, it is not wanted any more; another matter stays another."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.core.models import Message, Task
from bot.core.relate import relate
from bot.core.relate.merging import what_changed
from bot.core.relate.traits import read_traits
from bot.core.understand import understand
from tests.bench.streams import Ledger
from tests.factories import CALENDAR

BEGIN = datetime(2026, 4, 9, 9, 0, tzinfo=ZoneInfo("Asia/Shanghai"))
"""A Thursday morning."""


def hear(*texts: str) -> list[Task]:
    """The list after pasted messages, an hour apart."""
    ledger = Ledger()
    for number, text in enumerate(texts):
        message = Message(f"{abs(hash(texts))}-{number}", BEGIN + timedelta(hours=number), text, by="u")
        notice = understand(message, CALENDAR)
        ledger.apply(message, notice, relate(message, notice, list(ledger.tasks.values()), CALENDAR))
    return [known.task for known in ledger.tasks.values()]


def limits(task: Task) -> list[str]:
    """Its limits: 04-20 noon."""
    return [" ".join(filter(None, [d.date.isoformat()[5:], d.time or d.part])) for d in task.facts.deadlines]


MOVED = [
    ("Please clear your petty cash by EOD Wednesday.", "The safe is stuck, so we are giving you until Friday noon to clear petty cash.", ["04-10 noon"]),
    ("Please complete the fire warden course no later than close of business on Wednesday, 15 April.", "The deadline for the fire warden course has been extended by three working days.", ["04-20 cob"]),
    ("Please fill in the seating form by Tue 5pm: https://forms.example.com/a", "Seating form: the link had to change: https://forms.example.com/b . Deadline now Wednesday noon.", ["04-15 noon"]),
    ("Please send Kim your comments on the tender by Tuesday.", "Tender: no rush any more, comments by the 24th are fine.", ["04-24"]),
    ("Please return the signed inventory by Tuesday.", "The deadline for the inventory is extended by one week.", ["04-21"]),
    ("Stores: please submit your stationery orders for May by Thursday 16 April.", "The deadline for the May stationery orders has been moved up to tomorrow noon, sorry!", ["04-10 noon"]),
    ("Please submit the risk register by 24 April.", "Correction: the risk register is due on 22 April, not 24 April.", ["04-22"]),
    ("Please send your posters by 30 April.", "The posters are needed two days earlier, sorry.", ["04-28"]),
    ("Please submit your chapters by noon on 20 April.", "The chapters are now due on 27 April, same time.", ["04-27 noon"]),
    ("Please hand in the parking permits by Wednesday 10 am.", "Scrap that, the landlord wants the permits already on Monday, so hand them in by 9 am on Monday please.", ["04-13 09:00"]),
]
STAYS = [
    ("Please submit your mileage claims by 24 April.", "Can we have until 30 April to submit our mileage claims?"),
    ("Please submit your mileage claims by 24 April.", "If the portal is still down on Wednesday, the deadline for mileage claims will be extended to 30 April."),
    ("Please submit your mileage claims by 24 April.", "The deadline for mileage claims stays 24 April, it will not be extended."),
    ("Please complete the skills survey by 24 April.", "The inspectors arrive two days later than planned, on 29 April."),
]
ANOTHER = [
    ("Please submit your mileage claims by 24 April.", "Please submit your holiday plans by 23 April."),
    ("Please submit your March meter readings by 15 April.", "Please submit your April meter readings by 15 May."),
]
PLACES = [
    ("The induction is taking place", "Induction training on 16 April at 2 pm, Room 201.", "Induction training relocated to the auditorium on the ground floor.", "auditorium on the ground floor"),
    ("room", "Induction training on 16 April at 2 pm, Room 201.", "Induction training: room changed to the 2nd floor board room.", "2nd floor board room"),
    ("now in", "Induction training on 16 April at 2 pm, Room 201.", "The induction training is now in room 7.", "room 7"),
    ("online", "Induction training on 16 April at 2 pm, Room 201.", "Induction training will be held online via Zoom instead.", "Zoom"),
    ("printers", "Induction training on 16 April at 2 pm, Room 201.", "The old scanners have been moved to Room 305.", "Room 201"),
    ("asks", "Induction training on 16 April at 2 pm, Room 201.", "Is the induction training now in room 7?", "Room 201"),
]
NOT_WANTED = [
    ("Please send Kim your comments on the tender by Tuesday.", "Never mind the tender, the buyer has pulled out."),
    ("Please submit a travel plan for the Harbin trip by Thursday.", "No travel plan needed after all."),
    ("Please fill in the bicycle survey by Friday 17 April.", "Please ignore the bicycle survey, it was sent by mistake."),
    ("Please book your train for the Harbin workshop by Wednesday.", "You don't need to book the train any more, admin will do it."),
]
STILL_WANTED = [
    ("Please send Kim your comments on the tender by Tuesday.", "Never mind the typos in the tender, just send your comments."),
    ("Please submit the annual review by Thursday.", "No extension will be given for the annual review."),
    ("Please submit the annual review by Thursday.", "If you are on leave you don't need to submit the annual review."),
    ("Please submit the annual review by Thursday.", "I’ve submitted mine 👍"),
]


@pytest.mark.parametrize(("first", "then", "due"), MOVED)
def test_the_limit_moves(first: str, then: str, due: list[str]) -> None:
    tasks = hear(first, then)
    assert [limits(task) for task in tasks] == [due]


@pytest.mark.parametrize(("first", "then"), STAYS)
def test_what_is_asked_supposed_or_of_others_moves_nothing(first: str, then: str) -> None:
    assert limits(hear(first, then)[0]) == ["04-24"]


@pytest.mark.parametrize(("first", "then"), ANOTHER)
def test_another_matter_or_month_is_another_task(first: str, then: str) -> None:
    assert len(hear(first, then)) == 2


@pytest.mark.parametrize(("_why", "first", "then", "place"), PLACES)
def test_the_place(_why: str, first: str, then: str, place: str) -> None:
    events = hear(first, then)[0].facts.events
    assert [event.place for event in events] == [place]
    assert [event.time for event in events] == ["14:00"]


@pytest.mark.parametrize(("first", "then"), NOT_WANTED)
def test_not_wanted_any_more(first: str, then: str) -> None:
    assert [task.closed_at is not None for task in hear(first, then)] == [True]


@pytest.mark.parametrize(("first", "then"), STILL_WANTED)
def test_still_wanted(first: str, then: str) -> None:
    assert [task.closed_at for task in hear(first, then)] == [None]


def test_a_change_in_its_own_words_ends_with_a_whole_word() -> None:
    t = read_traits("Upon request by several teams the Quarterly skills survey now also asks about first aid, languages", BEGIN, None, None)
    assert what_changed(t) == "Upon request by several teams the Quarterly skills survey now also asks about first aid"
    long = read_traits("The form was updated with further Columns on every single vehicle that any of the teams has ever had in use", BEGIN, None, None)
    assert what_changed(long).endswith("…") and what_changed(long)[:-1] in long.raw
