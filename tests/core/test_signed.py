"""Facts about what the signing office does itself: its dates are not the reader's."""

from __future__ import annotations

from datetime import datetime

import pytest

from bot.core.models import Message
from bot.core.signed import signatures
from bot.core.understand import understand
from bot.core.workdays import default_calendar

AT = datetime(2026, 3, 2, 9, 30)
FRAME = "各班级：\n现将困难补助发放工作安排如下：\n1.3月9日前，各班登录系统核对银行卡号并签字确认。\n2.{act}\n{signed}\n2026年3月2日"


def due(act: str, signed: str) -> list[str]:
    notice = understand(Message("1", AT, FRAME.format(act=act, signed=signed)), default_calendar())
    return [each.date.isoformat() for each in notice.deadlines]


@pytest.mark.parametrize("signed", ["学生处", "学 生 处", "青川学院学生处"])
@pytest.mark.parametrize("act", ["3月12日，学生处完成发放明细表制作并送财务处。", "学生处于3月12日前将名单发至各班邮箱。", "3月12日前由学生处完成审批。"])
def test_what_the_signing_office_does_itself_is_no_deadline_of_the_reader(act: str, signed: str) -> None:
    assert due(act, signed) == ["2026-03-09"]


@pytest.mark.parametrize("act", ["3月12日前到学生处领取银行卡。", "3月12日前将确认表交学生处。", "请各班于3月12日前把确认表报学生处。"])
def test_where_the_reader_goes_or_hands_in_stays_his(act: str) -> None:
    assert due(act, "学生处") == ["2026-03-09", "2026-03-12"]


def test_a_signature_stands_alone_on_one_of_the_last_lines() -> None:
    assert signatures("请参加。\n联系人：张三\n县人社局\n2026年3月2日") == {"县人社局"}
    assert signatures("县人社局请各村报名。\n各村\n抓紧") == frozenset()
