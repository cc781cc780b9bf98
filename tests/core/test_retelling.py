"""Facts about telling a task again: its messages alone give its facts, and without one of them those as if it had not been said."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime
from itertools import islice
from pathlib import Path

import pytest

from bot.core.changes import differences
from bot.core.models import KnownTask, Message, Relation
from bot.core.retelling import retell, told_without
from bot.core.understand import understand
from bot.core.workdays import default_calendar
from tests.bench.scenes import play

CALENDAR = default_calendar()
SCENES = Path(__file__).parent.parent / "data" / "learned-scenes.jsonl"



def told(*texts: str) -> tuple[KnownTask, dict[str, Message]]:
    """The first task after pasted messages an hour apart, and the messages by id."""
    row = {"id": f"retold-{abs(hash(texts))}", "messages": [{"at": f"2026-11-23T{9 + n:02}:00:00+08:00", "text": text} for n, text in enumerate(texts)]}
    known = play(row, CALENDAR).ledger.tasks[1]
    return known, _messages(row)


def _messages(row: Mapping[str, object]) -> dict[str, Message]:
    said = row["messages"]
    assert isinstance(said, list)
    return {f"{row['id']}-{n}": Message(f"{row['id']}-{n}", datetime.fromisoformat(each["at"]), each["text"], by="tg:1") for n, each in enumerate(said)}


@pytest.mark.parametrize(
    ("notice", "change"),
    [
        ("各站所从本周起每周五16:00前报项目进度周报", "这周的周报不用报了"),
        ("各站所从本周起每周五16:00前报项目进度周报", "本周的周报提前到周四报"),
        ("各村27号前报孤儿助学补助发放表", "打错了，是26号"),
        ("周四下午3点班子会，三楼会议室，各分管领导参加", "班子会时间另行通知"),
        ("各村27号前报村级债务台账，附照片3张", "照片不用了"),
        ("各村27号前报村级债务台账", "那个台账改到30号"),
        ("明天上午10点前把消防检查照片发群里，每村3张。", "消防照片10点太赶，12点前都行"),
    ],
)
def test_without_the_message_that_changed_it_a_task_is_as_it_was_told_first(notice: str, change: str) -> None:
    known, messages = told(notice, change)
    assert known.sources[-1].relation is Relation.UPDATE
    before, _ = told(notice)
    without = told_without(known, messages, known.sources[-1].message, lambda m: understand(m, CALENDAR), CALENDAR)
    assert without is not None and not differences(without, before.task.facts)


def test_nearly_every_task_of_the_scenes_is_what_its_messages_tell() -> None:
    wrong = count = 0
    for row in islice(map(json.loads, SCENES.read_text(encoding="utf-8").splitlines()), 60):
        messages = _messages(row)
        for known in play(row, CALENDAR).ledger.tasks.values():
            opener = known.task.opened_by
            later = [each for each in known.sources if each.message != opener]
            again = retell(understand(messages[opener], CALENDAR), known, opener, later, messages, lambda m: understand(m, CALENDAR), CALENDAR)
            count += 1
            wrong += bool(differences(again, known.task.facts))
    assert count > 100 and wrong <= 3
