"""Ten messages pasted at once come at the hour of the pasting: how long a task was quiet says nothing of them."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.core.models import Message, Relation, Verdict
from bot.core.relate import relate
from bot.core.understand import understand
from bot.core.workdays import default_calendar
from tests.bench.streams import Ledger

AT = datetime(2026, 11, 20, 9, tzinfo=ZoneInfo("Asia/Shanghai"))
OFFICE, VILLAGE = ("民政工作群", "民政办 王主任"), ("东岗村群", "李支书")
ASKED = "各村请于11月25日下午5点前将本村80岁以上老人名单（姓名、身份证号、银行卡号）电子版发到 mz@example.cn，联系人王敏 13800000001。"


def posted(**more: object) -> Message:
    return Message("m", AT, ASKED, **more)  # type: ignore[arg-type]


def test_only_the_hour_of_what_a_user_pastes_is_unknown() -> None:
    assert not posted(by="tg:1").hour_known
    assert posted(by="tg:1", sent_at=AT - timedelta(hours=3)).hour_known, "a forward says when it was posted"
    assert posted(by="tg:1", private=False).hour_known, "what is posted in a group comes at its hour"
    assert posted().hour_known


def pasted(text: str, who: tuple[str, str]) -> Verdict:
    """What becomes of a message that is pasted seconds after the notice."""
    calendar, ledger = default_calendar(), Ledger()
    verdict = None
    for place, (said, (group, sender)) in enumerate([(ASKED, OFFICE), (text, who)]):
        message = Message(f"m{place}", AT + timedelta(seconds=9 * place), said, group, sender, by="tg:1")
        notice = understand(message, calendar)
        verdict = relate(message, notice, list(ledger.tasks.values()), calendar)
        ledger.apply(message, notice, verdict)
    assert verdict is not None
    return verdict


@pytest.mark.parametrize(
    ("text", "who", "relation"),
    [
        ("还差三个村没报高龄名单，抓紧。", OFFICE, Relation.REMINDER),
        ("老人名单的抓紧交", OFFICE, Relation.REMINDER),
        ("高龄老人名单改到11月24日12:00前报", OFFICE, Relation.UPDATE),
        ("老人名单不用报了，用公安的数据。", OFFICE, Relation.CANCEL),
        ("大家注意，80岁以上老人的名单要报，25号下午5点前发给镇民政", VILLAGE, Relation.DUPLICATE),
    ],
)
def test_what_is_pasted_right_behind_a_notice_finds_its_task(text: str, who: tuple[str, str], relation: Relation) -> None:
    verdict = pasted(text, who)
    assert (verdict.relation, verdict.of) == (relation, 1)
