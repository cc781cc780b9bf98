"""What is asked for in English in the words of a question, and what is only a question."""

from __future__ import annotations

import pytest

from bot.core.models import Kind
from tests.core.reading import due, read

ASKED = [
    ("Hi Kim, could you go through the tender documents with the lawyers and let me have your view within 3 working days?", ["04-14"]),
    ("Would you mind checking the seating plan before tomorrow?", ["04-10"]),
    ("Do you think you could redraw the floor plan by Monday? Thanks", ["04-13"]),
    ("Can u ring the caterer by 5 pm tomorrow", ["04-10 17:00"]),
    ("May I ask you to return the keys of the storeroom by Friday?", ["04-10"]),
    ("Could we have your menu choices by noon tomorrow please?", ["04-10 noon"]),
    ("I'd be grateful if you could water the plants in the lobby by Friday.", ["04-10"]),
    ("Would you be so kind as to renew the parking permits before 20 April?", ["04-20"]),
    ("Any chance you could look over my speech by Tuesday?", ["04-14"]),
    ("Could you tell me by Monday how many chairs your unit needs?", ["04-13"]),
    ("Would it be possible for you to label the boxes by Friday?", ["04-10"]),
    ("@Kim can you finish the flyer by Monday?", ["04-13"]),
]
ONLY_QUESTIONS = [
    "Could you tell me what time the shuttle leaves tomorrow?",
    "Could you remind me when the safety briefing is on Monday?",
    "Can I bring mine on Monday? I am away until Friday.",
    "Would you like to join us for a walk tomorrow?",
    "Can you still make it on Friday?",
    "Could you clarify which form is due on Friday?",
    "May we leave early on Friday?",
    "Would next Tuesday suit you?",
    "Do you know whether the board moved the deadline to Monday?",
    "Hi Kim, is the meeting room free tomorrow afternoon?",
]


@pytest.mark.parametrize(("text", "limits"), ASKED)
def test_a_polite_request_with_a_limit_is_a_task(text: str, limits: list[str]) -> None:
    assert read(text).kind is Kind.TASK
    assert due(text) == limits


@pytest.mark.parametrize("text", ["Could you please proofread the attached programme and let me know what you think?", "Would you kindly sign the enclosed lease? Thanks, Kim"])
def test_work_asked_for_without_a_day_is_a_task(text: str) -> None:
    assert read(text).kind is Kind.TASK


@pytest.mark.parametrize("text", ONLY_QUESTIONS)
def test_a_question_is_chatter(text: str) -> None:
    assert read(text).kind is Kind.CHATTER


@pytest.mark.parametrize("text", ["Have you all handed in your badges? Please return them to reception by Friday.", "Can we all please submit our leave plans by Monday?"])
def test_questions_that_press_are_tasks(text: str) -> None:
    assert read(text).kind is Kind.TASK


@pytest.mark.parametrize(
    ("text", "limits"),
    [
        ("Your feedback by 14 April, please - we publish on 20 April.", ["04-14"]),
        ("Your comments on the draft by COB Monday, please.", ["04-13 cob"]),
        ("All receipts before 17 April, thanks!", ["04-17"]),
        ("The office was closed by 3 April, please note.", []),
    ],
)
def test_a_thing_by_a_day_and_a_please_ask_for_it(text: str, limits: list[str]) -> None:
    assert due(text) == limits
