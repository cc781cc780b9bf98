"""Facts about what the signing office does itself: its dates are not the reader's."""

from __future__ import annotations

from datetime import datetime

import pytest

from bot.core.models import Message
from bot.core.office_acts import signatures
from bot.core.understand import understand
from bot.core.workdays import default_calendar
from tests.core import reading

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


@pytest.mark.parametrize("act", ["县残联{t}审核完毕", "教务处于{t}反馈审核意见", "组委会将于{t}公布入围名单", "{t}，市科协组织专家评审", "镇农业办{t}统一汇总后上报县里", "主办方{t}寄出证书"])
@pytest.mark.parametrize("day", ["3月20日前", "3月底前"])
def test_what_a_named_office_does_with_what_is_handed_in_is_no_deadline_of_the_reader(act: str, day: str) -> None:
    text = f"各村：\n1.请于3月9日前报送申报材料一份。\n2.{act.format(t=day)}。\n联系人：李明"
    assert [each.date.isoformat() for each in understand(Message("1", AT, text), default_calendar()).deadlines] == ["2026-03-09"]


def test_the_office_one_hands_in_to_acts_on_its_own_dates() -> None:
    text = "各系3月9日前将成绩单交实习科。实习科3月16日前录入平台，学生3月20日起查询。"
    assert [each.date.isoformat() for each in understand(Message("1", AT, text), default_calendar()).deadlines] == ["2026-03-09"]


@pytest.mark.parametrize(
    "text",
    [
        "任务分工：\n1.农业办3月20日前完成台账核查；\n2.各站所3月9日前报总结。",
        "县残联、民政局：\n请报送方案。县残联3月20日前完成审核。\n请各单位3月9日前报名。",
        "请各学校3月9日前报名。学校3月20日前完成初审。",
        "各村：县残联的表，各村3月20日前审核完毕。名单3月9日前报。",
    ],
)
def test_an_office_that_is_addressed_is_the_reader(text: str) -> None:
    found = [each.date.isoformat() for each in understand(Message("1", AT, text), default_calendar()).deadlines]
    assert found == ["2026-03-09", "2026-03-20"]


@pytest.mark.parametrize("theirs", ["物业{day}前把电梯修好。", "评审组{day}前打完分。", "公安那边{day}前核查完。", "施工单位{day}前清运完。"])
def test_what_outsiders_do_in_a_sentence_of_their_own_binds_nobody_who_reads(theirs: str) -> None:
    assert reading.due("请各户4月16日前把申请表交到村部。" + theirs.format(day="4月23日")) == ["04-16"]


def test_what_is_asked_of_an_outsider_is_due() -> None:
    assert reading.due("请物业4月16日前把名单报我。物业4月23日前把台账交社区。") == ["04-16", "04-23"]


def test_money_that_comes_to_the_readers_asks_nothing_of_them() -> None:
    assert reading.due("2025年基本养老金调整方案已经批下来了，6月底前补到各人卡上，不用申请，不用到窗口。") == []


def test_an_hour_of_a_day_gone_by_is_no_limit() -> None:
    assert not [day for day in reading.due("昨天塔吊限位器失灵，以后每周一各机长开机前检查，检查本当晚七点前放我桌上。") if day < "04-09"]


@pytest.mark.parametrize("act", ["3月12日前将验收表报镇水利站", "3月12日前把核查表、照片交民政办", "3月12日前将普查记录送到镇应急办"])
def test_a_paper_with_the_name_of_an_act_is_handed_in_by_the_reader(act: str) -> None:
    text = f"各村请于3月9日前完成渠道清淤，{act}。"
    assert [each.date.isoformat() for each in understand(Message("1", AT, text), default_calendar()).deadlines] == ["2026-03-09", "2026-03-12"]
