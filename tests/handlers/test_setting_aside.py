"""Whoever sent what could not be handled is told so, once an hour."""

from __future__ import annotations

from datetime import timedelta

from handlers.setting_aside import tell_set_aside
from tests.handlers.office import Office


async def test_a_member_is_told_once_an_hour_that_a_message_was_set_aside(office: Office) -> None:
    for _ in range(3):
        await tell_set_aside(office.deps, "tg:1", office.now)
    assert len(await office.answers()) == 1
    office.now += timedelta(hours=1)
    await tell_set_aside(office.deps, "tg:1", office.now)
    [said] = await office.answers()
    assert "已留下来" in said


async def test_a_stranger_is_told_nothing_of_what_was_set_aside(office: Office) -> None:
    await tell_set_aside(office.deps, "tg:99", office.now)
    assert await office.answers() == []
