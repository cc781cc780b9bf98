"""Facts about bare words that something is off: the task that they name closes, and no other."""

from __future__ import annotations

from datetime import datetime, timedelta
from itertools import count
from zoneinfo import ZoneInfo

import pytest

from bot.core.models import Message
from bot.core.relate import relate
from bot.core.understand import understand
from bot.core.workdays import default_calendar
from tests.bench.streams import Ledger

CALENDAR = default_calendar()
MONDAY = datetime(2026, 11, 23, 8, 30, tzinfo=ZoneInfo("Asia/Shanghai"))
POSTED = pytest.mark.parametrize("who", [(None, None), ("镇工作群", "何主任")], ids=["pasted", "posted"])
_ids = count(1)

MEETING = "明天下午2点半在四楼开迎检部署会，村书记参加"
WOMEN = "后天上午9点三楼开妇联工作会"
WAGES = "各村25号前报欠薪排查情况"
LIST = "各村11月27日前报春节慰问对象名单，附照片2张"


def closed(*texts: str, who: tuple[str | None, str | None]) -> tuple[list[int], int]:
    """The numbers of the tasks that are closed after messages that follow on each other, and how many there are."""
    ledger = Ledger()
    for n, text in enumerate(texts):
        message = Message(f"off:{next(_ids)}", MONDAY + timedelta(minutes=97 * n), text, group=who[0], sender=who[1], by="u")
        notice = understand(message, CALENDAR)
        ledger.apply(message, notice, relate(message, notice, list(ledger.tasks.values()), CALENDAR))
    return [number for number, known in ledger.tasks.items() if known.task.closed_at], len(ledger.tasks)


@POSTED
@pytest.mark.parametrize(
    ("known", "said", "number"),
    [
        ((MEETING,), "明天会议取消。", 1),
        ((MEETING,), "迎检部署会因天气原因取消。", 1),
        ((MEETING, WOMEN), "明天的会取消", 1),
        ((MEETING, WOMEN), "妇联工作会临时取消", 2),
        ((MEETING, WAGES), "欠薪排查取消。", 2),
        ((LIST, WAGES), "慰问对象名单作废", 1),
        (("各村明天前完成重点人员走访，走访表报综治办",), "重点人员走访取消，县里另行布置", 1),
    ],
)
def test_what_is_named_as_off_closes(known: tuple[str, ...], said: str, number: int, who: tuple[str | None, str | None]) -> None:
    assert closed(*known, said, who=who) == ([number], len(known))


@POSTED
@pytest.mark.parametrize(
    ("known", "said"),
    [
        ((MEETING,), "今天会议取消。"),
        ((MEETING,), "部署会要是下雨就取消"),
        ((MEETING,), "部署会取消了吗？"),
        ((MEETING, WAGES), "消防演练取消"),
        ((WAGES,), "重点人员走访取消，县里另行布置"),
    ],
)
def test_what_names_another_or_is_not_sure_closes_nothing_and_opens_nothing(known: tuple[str, ...], said: str, who: tuple[str | None, str | None]) -> None:
    assert closed(*known, said, who=who) == ([], len(known))
