"""English sentences about others beside what is asked: rhythms and dates of theirs bind no reader."""

from __future__ import annotations

import pytest

from tests.core.reading import due, places, read, sessions, stays

_RHYTHMS = [
    "The parish council sits every third Thursday; that is for councillors only.",
    "A tanker empties the septic pit every other Monday.",
    "Rubbish is collected every Wednesday.",
    "Every night at 1 am the mail server restarts.",
    "Auditors visit every quarter.",
    "The pump firm tests the valves every six weeks, which does not concern us.",
    "Head office reviews the figures monthly.",
    "The ferry leaves every 40 minutes.",
]
_DATES = [
    "The fitter swaps the meters on 27 April and does not return before July.",
    "Licences stay valid until 30 November.",
    "The new catalogue won't be out before 8 May.",
    "The first date, 14 April, is off.",
    "The 20 April in the poster is a misprint.",
    "The footbridge is closed until 22 May.",
    "The old tariff applies until 30 June.",
    "I am on leave from 20 April.",
    "Last year it took them until 12 May.",
    "The printers collect on 20 April and copies go to the branches on the 23rd.",
]


def _rhythm(text: str) -> tuple[str | None, ...]:
    found = read(text).recurrence
    return (found.rrule, found.time, found.start and found.start.isoformat(), found.until and found.until.isoformat()) if found else (None,)


@pytest.mark.parametrize("theirs", _RHYTHMS + _DATES)
def test_what_others_do_is_no_part_of_a_limit_or_a_rhythm_asked_for(theirs: str) -> None:
    for text in (f"{theirs} Please send the tool list to Nina by 17 April, 11:00.", f"Please send the tool list to Nina by 17 April, 11:00. {theirs}"):
        assert (due(text), sessions(text), _rhythm(text)) == (["04-17 11:00"], [], (None,))
    for text in (f"{theirs} Foremen, please send the gas readings to gas@example.com every Friday by 4 pm.", f"Foremen, please send the gas readings to gas@example.com every Friday by 4 pm. {theirs}"):
        assert (due(text), sessions(text), _rhythm(text)) == ([], [], ("FREQ=WEEKLY;BYDAY=FR", "16:00", None, None))


@pytest.mark.parametrize(
    ("text", "rhythm"),
    [
        ("The duty engineer reads the meter every day at 7:00 and enters the figure in PumpLog.", ("FREQ=DAILY", "07:00", None, None)),
        ("Every Tuesday the ward clerks send the bed list to the front desk by 9:30.", ("FREQ=WEEKLY;BYDAY=TU", "09:30", None, None)),
        ("Porters submit the visitor log on the 5th of each month. Anna is away until 17 April.", ("FREQ=MONTHLY;BYMONTHDAY=5", None, None, None)),
        ("Reading hours: every Tuesday 9 to 11. Please send me the attendance sheet every Friday by 2 pm.", ("FREQ=WEEKLY;BYDAY=FR", "14:00", None, None)),
        ("Each crew posts the fuel log every Monday before 10:00. This applies until 30 June.", ("FREQ=WEEKLY;BYDAY=MO", "10:00", None, "2026-06-30")),
        ("Please report the pool temperature each morning by 6:15 and each evening by 7:45.", ("FREQ=DAILY", "19:45", None, None)),
        ("Please report the pool temperature every first Monday by noon.", ("FREQ=MONTHLY;BYDAY=1MO", None, None, None)),
        ("Please submit the key log every second Tuesday of the month. Figures from last June are no model.", ("FREQ=MONTHLY;BYDAY=2TU", None, None, None)),
    ],
)
def test_what_readers_do_again_and_again_is_theirs_whoever_is_named(text: str, rhythm: tuple[str | None, ...]) -> None:
    assert _rhythm(text) == rhythm


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Registration does not close until 20 April, so sign up here in good time.", ["04-20"]),
        ("If your form is not received before 17 April you lose your place. Return it to Ms Gray.", ["04-17"]),
        ("The deadline of 13 April is off; your returns now have to reach us by 20 April.", ["04-20"]),
        ("Head office reviews the figures on 20 April, so I need yours by 16 April.", ["04-16"]),
        ("All branches: reports are due on 17 and 27 April.", ["04-17", "04-27"]),
        ("Cash sheets have to reach HR by 17 April at noon. HR answers within three weeks. The union meets on the 20th, but you are not needed there.", ["04-17 noon"]),
    ],
)
def test_a_limit_of_the_readers_stays_one_beside_what_others_do(text: str, days: list[str]) -> None:
    assert due(text) == days


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Supplier audit on 21 and 22 April, opening meeting 9:15 am in the canteen annex, supervisors present throughout.", ["04-21 09:15 - 04-22"]),
        ("Hygiene inspection: 27–28 April, kick-off 8:45 am in Room 3. All cooks attend.", ["04-27 08:45 - 04-28"]),
        ("The away-days are fixed for Monday 4, Tuesday 5 and Wednesday 6 May at Oak Hall, starting at 10 am. Attendance is expected from all.", ["05-04 10:00 - 05-06"]),
        ("Hearing tests take place on 20 and 27 April at 8:00 in the first-aid room; all welders attend.", ["04-20 08:00", "04-27 08:00"]),
        ("The safety committee meets on 21 April at 14:00 in the Blue Room. All members attend.", ["04-21 14:00"]),
    ],
)
def test_days_listed_in_english_are_days_of_one_thing_or_of_several(text: str, days: list[str]) -> None:
    assert stays(text) == days


def test_a_place_behind_the_hour_of_several_days_is_that_of_all() -> None:
    assert places("Supplier audit on 21 and 22 April, opening meeting 9:15 am in the canteen annex, supervisors present.") == ["canteen annex"]
    assert places("Forklift refresher on Monday 20 and Tuesday 21 April, 7:30 am, Yard Office. Drivers must attend.") == ["Yard Office", "Yard Office"]


@pytest.mark.parametrize("text", ["I submit my log every Friday anyway, so what is the fuss about?", "Reading hours: every Tuesday 9 to 11 and every Friday 14 to 17."])
def test_a_rhythm_of_ones_own_or_of_a_door_is_nobody_elses_duty(text: str) -> None:
    assert _rhythm(text) == (None,)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Return the pilot forms between 20 and 24 April to the school office.", ["04-24"]),
        ("Sign up for the course between Monday 13 and Friday 17 April on the intranet.", ["04-17"]),
        ("Please send the readings taken between 1 and 5 April to Ben by 14 April.", ["04-14"]),
        ("The auditors arrive on 20 April, everything has to be filed by 17 April.", ["04-17"]),
    ],
)
def test_days_between_which_readers_act_close_on_the_last(text: str, days: list[str]) -> None:
    assert due(text) == days


def test_an_hour_from_which_holds_for_every_day_listed() -> None:
    assert sessions("Interviews on 14, 15 and 21 April from 9:00 in Room 8; panel members attend on all days.") == ["04-14 09:00", "04-15 09:00", "04-21 09:00"]


@pytest.mark.parametrize(
    ("text", "limits"),
    [
        ("If your registration ends on or before 28 April, please renew it online by Sunday 19 April.", ["04-19"]),
        ("If your permit expires before 30 June, hand in two photos to Ms Tan by 22 April.", ["04-22"]),
        ("Those who left before 30 May get theirs in June. Please return the form by 17 April.", ["04-17"]),
        ("Cars registered after 1 May pay less. Please send your plate number by 16 April.", ["04-16"]),
        ("Please renew the passes that expire before 30 June by 20 April.", ["04-20"]),
        ("The final report is due on 30 June, by head office. Send me your figures by 17 April.", ["04-17"]),
        ("If you cannot come, tell us before 3 May.", ["05-03"]),
        ("All laptops must be registered by 17 April.", ["04-17"]),
        ("Please make sure all visitors are registered by 17 April.", ["04-17"]),
        ("All teams must leave by 20 April.", ["04-20"]),
        ("Objections to the new plan - in writing, signed - are accepted until 14 May.", ["05-14"]),
        ("Comments on the draft are taken until noon on 17 April.", ["04-17 noon"]),
    ],
)
def test_which_ones_are_meant_is_no_limit_of_theirs(text: str, limits: list[str]) -> None:
    assert due(text) == limits


@pytest.mark.parametrize(
    ("text", "limits", "held"),
    [
        ("Fire drill: Thursday 16 April, 14:30, at Gate 2. Everyone takes part; the sprinkler test on the following Monday (20 April, 7:00-8:00) needs nobody.", [], ["04-16 14:30"]),
        ("Site closed (gate opens again Tue 14 Apr 06:30). Send me your manpower figures by Wed 15 Apr, noon.", ["04-15 noon"], []),
        ("Every lead has to enter comments by 17 Apr, 18:00. We then go through the open points on Tue 21 Apr, 13:00-15:00, Room Yangtze - leads attend in person.", ["04-17 18:00"], ["04-21 13:00 ~15:00"]),
    ],
)
def test_who_is_needed_then_and_who_is_not(text: str, limits: list[str], held: list[str]) -> None:
    assert (due(text), sessions(text)) == (limits, held)
