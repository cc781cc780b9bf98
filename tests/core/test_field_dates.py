"""Dates in fields of their own line, as real notices write them: whose time a label names, and the hours of each day."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from bot.core.models import Event, Kind, Message, Notice
from bot.core.understand import understand, understand_as
from bot.core.workdays import default_calendar


def read(text: str, kind: Kind, sent: str) -> Notice:
    """What a text of this kind says."""
    at = datetime.fromisoformat(sent).replace(tzinfo=ZoneInfo("Asia/Shanghai"))
    return understand_as(Message("m", at, text), kind, default_calendar())


def due(text: str, sent: str = "2026-03-02T09:00", kind: Kind = Kind.TASK) -> list[str]:
    """The days due, with hour or part."""
    return [" ".join(filter(None, [d.date.isoformat()[5:], d.time or d.part])) for d in read(text, kind, sent).deadlines]


def _said(event: Event) -> str:
    first = " ".join(filter(None, [event.date.isoformat()[5:], event.time or event.part]))
    last = " ".join(filter(None, [event.end_date.isoformat()[5:] if event.end_date else None, event.end_time]))
    return f"{first}→{last}" if last else first


def held(text: str, sent: str = "2026-03-02T09:00") -> list[str]:
    """What takes place, from when until when."""
    return [_said(event) for event in read(text, Kind.EVENT, sent).events]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("农机购置补贴申报时间：2026年3月5日至4月20日。", ["04-20"]),
        ("一、报名时间\n3月5日8:00—3月11日17:30\n二、报名方式\n到社区窗口报名。", ["03-11 17:30"]),
        ("（三）选课时间：3月6日12:00—3月9日12:00；", ["03-09 12:00"]),
        ("养老认证\n认证时间 即日起至3月31日\n认证方式：手机刷脸", ["03-31"]),
        ("网上填报系统开放时间：2026年3月3日-3月18日，网址见群公告。", ["03-18"]),
        ("年报时间为2026年3月1日至6月30日，逾期列入异常名录。", ["06-30"]),
        ("电子稿件征集时间：3月3日——3月25日", ["03-25"]),
        ("预约时间：3月4日9:00至3月6日18:00（额满即止）", ["03-06 18:00"]),
        ("领取时间：3月9日至13日，过期不补。", ["03-13"]),
        ("合作社在线提交截止时间为2026年3月12日17:00，逾期不再受理。", ["03-12 17:00"]),
        ("学籍异动\n截止时间确定为：3月9日（周一）中午12：00，逾期提交的教务处不再审核。", ["03-09 12:00"]),
        ("第一轮选课：3月4日13:00—3月6日16:00；第二轮选课：3月9日13:00—3月11日16:00。请登录教务系统选课。", ["03-06 16:00", "03-11 16:00"]),
        ("打印准考证时间：3月16日9:00至3月21日15:00；考试时间：3月22日9:00。", ["03-21 15:00"]),
        ("作品提交截止时间：2026年3月25日，逾期不予评审。评审时间：4月上旬；颁奖：4月23日。", ["03-25"]),
        ("乡镇初审截止日期3月16日，材料上传截止日期3月20日。", ["03-16", "03-20"]),
    ],
)
def test_what_alone_fills_a_field_of_what_the_reader_does_is_due(text: str, days: list[str]) -> None:
    assert due(text) == days


@pytest.mark.parametrize(
    "text",
    [
        "公示时间：2026年3月5日至3月11日。",
        "检修停电时间：3月7日7:30—19:00。",
        "统一注销时间：2026年3月31日8:00。",
        "专家评审时间：3月16日上午9:00。",
        "三月份津贴发放时间：3月10日。",
        "一、公示期：3月20日至3月30日\n二、地点：行政楼二楼",
        "公示期自3月20日起至3月30日，无异议即发文。",
        "技能培训开始啦\n📅开放时间：3月20日9:00—3月30日17:00\n📍地点：图书馆",
        "- **执行时间**：3月30日下午5点\n- **地点**：线上",
        "成绩查询时间：3月30日17:00\n地点：教务处",
        "公布结果时间：3月30日\n请大家准时参加",
        "统计周期：3月1日—3月30日",
        "证书有效期：3月30日至4月30日。",
    ],
)
def test_a_field_of_what_others_do_asks_nothing(text: str) -> None:
    assert due(text) == []
    assert held(text) == []


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("办理时间：即日起——3月20日8:10—16:40，地点：一楼借阅室。", ["03-20"]),
        ("缴费时间：3月9日—3月12日，上午8:30—11:00，下午2:30—4:30，到财务室缴。", ["03-12"]),
        ("受理时间：3月15日——4月20日，周一至周五9:00-16:00；受理地点：农机站院内", ["04-20"]),
        ("登记时间：3月3日至3月13日（工作日8:30—17:00）。", ["03-13"]),
        ("补办时间：3月5日-6日，每天9:00—11:30、14:00—16:30，带上旧证。", ["03-06"]),
        ("领取时间：3月16日至20日，每天上午9点至11点", ["03-20"]),
    ],
)
def test_hours_behind_a_window_are_those_of_each_day(text: str, days: list[str]) -> None:
    assert due(text) == days
    assert read(text, Kind.TASK, "2026-03-02T09:00").events == ()


def test_a_duty_that_comes_back_within_a_field_is_due_on_no_one_day() -> None:
    notice = read("汛期信息报送：6月1日—9月30日，每日8时、20时两次报送水情。", Kind.TASK, "2026-05-12T17:00")
    assert notice.deadlines == ()
    assert notice.recurrence is not None


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("培训时间：3月11日—13日8:30—17:00，地点：县党校。", ["03-11 08:30→03-13 17:00"]),
        ("定于3月11日至3月13日9:00—16:30在三楼机房举办会计培训班，请参加。", ["03-11 09:00→03-13 16:30"]),
        ("面试时间：3月8日9:00—11:30（星期日），地点：四楼。", ["03-08 09:00→11:30"]),
        ("复试时间：3月14日14:00至17:00（周六）", ["03-14 14:00→17:00"]),
    ],
)
def test_hours_with_their_own_end_begin_and_end_each_day(text: str, spans: list[str]) -> None:
    assert held(text) == spans


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("登记表于3月10日中午12：00点前放到科技楼312门口。", ["03-10 12:00"]),
        ("名单3月5日18:00点之前发群里。", ["03-05 18:00"]),
        ("立论稿请在3月6日23：30点以前发我。", ["03-06 23:30"]),
    ],
)
def test_an_hour_in_figures_may_be_followed_by_its_word(text: str, days: list[str]) -> None:
    assert due(text) == days


@pytest.mark.parametrize("text", ["任课教师在考试结束一周内，完成成绩评定。", "活动结束三天内照片存好备查。", "测评完毕5日内各组上交评分表。"])
def test_what_counts_from_an_end_without_a_day_is_due_on_no_day(text: str) -> None:
    assert due(text) == []


def test_what_counts_from_the_end_of_what_is_dated_is_due() -> None:
    assert due("义诊定于3月10日上午9点在广场举行，义诊活动结束三天内各村把照片报卫生院。", kind=Kind.EVENT) == ["03-13"]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("复检结果于3月24日前寄到人社局；体检当天请空腹，上午9:30前到抽血处抽完血。", ["03-24"]),
        ("请于3月6日前报参赛名单。比赛当天早上7点半到南门集合。", ["03-06"]),
        ("演练定于3月7日9:00在广场举行，请各村参加，演练当天18:00前上报总结。", ["03-07 18:00"]),
    ],
)
def test_the_day_of_something_is_not_the_day_named_last(text: str, days: list[str]) -> None:
    assert due(text) == days


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("考试时间：3月7日9:00。考试当天8:15前到校安检，8:45后禁止入场。", ["03-07 09:00"]),
        ("典礼定于3月7日9:00在礼堂举行，请全体教师参加，典礼当天8:30前签到入场。", ["03-07 09:00"]),
    ],
)
def test_when_people_come_on_the_day_is_no_event_of_its_own(text: str, spans: list[str]) -> None:
    assert held(text) == spans


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("一、比赛时间、地点\n2026年3月29日（周日），东校区田径场。\n二、比赛项目\n拔河、跳绳。请各班组队参加。", ["03-29"]),
        ("一、讲座时间\n2026年3月12日 14:30\n二、讲座地点\n图书馆报告厅", ["03-12 14:30"]),
        ("学生体能测试将于2026年3月24日正式开始。请全体同学务必重视，按时参加。", ["03-24"]),
        ("原定于3月31日在台州举办的协会年会改为在线上举办，请各理事届时参会。", ["03-31"]),
        ("原定3月18日上午9点召开的例会改到3月21日，请大家准时参加。", ["03-21"]),
        ("原定3月18日上午9点的例会取消，改为书面汇报。", []),
    ],
)
def test_what_readers_are_asked_to_come_to_keeps_its_day(text: str, spans: list[str]) -> None:
    assert held(text) == spans


def test_a_meeting_that_moves_house_keeps_its_hour() -> None:
    event = read("原定3月18日上午9点在三楼会议室召开的例会改到镇政府大礼堂，请准时参加。", Kind.EVENT, "2026-03-02T09:00").events[0]
    assert (event.time, event.place) == ("09:00", "镇政府大礼堂")


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("【通知】排练\n【时间】3月9日至3月11日\n【地点】镇文化礼堂\n【对象】全体人员", ["03-09→03-11"]),
        ("@所有人 决赛通知：时间 3月9日-11日，地点 镇文化礼堂，请准时参加，收到回复。", ["03-09→03-11"]),
        ("经研究，决定于3月9日至3月11日在镇文化礼堂举办春耕会议，现通知如下：\n一、参加对象：分管领导", ["03-09→03-11"]),
        ("各位教师：\n一、考核时间：3月9日上午9:00\n二、考核地点：录播教室", ["03-09 09:00"]),
        ("合作社培训通知：\n1. 报到时间：3月9日\n2. 要求：请相关人员按时参加", ["03-09"]),
    ],
)
def test_what_stands_beside_a_place_or_is_set_for_a_day_takes_place_then(text: str, spans: list[str]) -> None:
    assert held(text) == spans
    assert due(text, kind=Kind.EVENT) == []


@pytest.mark.parametrize("label", ["比赛时间", "培训时间", "面试时间", "会议时间", "体检时间", "开班时间"])
def test_a_written_field_of_what_takes_place_makes_an_invitation_of_a_short_notice(label: str) -> None:
    at = datetime.fromisoformat("2026-03-02T09:00").replace(tzinfo=ZoneInfo("Asia/Shanghai"))
    for text in (f"【通知】优秀论文评选\n{label}：3月9日至3月13日\n方式：扫描下方二维码", f"各位同学：优秀论文评选，{label}为3月9日至3月13日，请相互转告。"):
        notice = understand(Message("m", at, text), default_calendar())
        assert notice.kind is Kind.EVENT
        assert [_said(event) for event in notice.events] == ["03-09→03-13"]


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("业务培训\n开始时间：3月9日9:00\n结束时间：3月11日17:00\n地点：县委党校\n请准时参加", ["03-09 09:00→03-11 17:00"]),
        ("会议开始时间：2026-03-09 14:00\n会议结束时间：2026-03-09 16:30\n会议地点：三楼会议室", ["03-09 14:00→16:30"]),
        ("体检时间：3月9日上午（8:00-11:30）\n地点：县医院体检中心\n请空腹前往", ["03-09 08:00→11:30"]),
        ("会议时间：2026/03/09 14:00-16:30 (GMT+08:00) 中国标准时间 - 北京\n#腾讯会议：456-123-789", ["03-09 14:00→16:30"]),
        ("培训定于3月9日在镇文化礼堂举行，上午9:00开始，预计11:30结束，请准时参加。", ["03-09 09:00→11:30"]),
        ("技能竞赛将于3月9日至11日（每天9:00—17:00）在学校体育馆举行，欢迎参加。", ["03-09 09:00→03-11 17:00"]),
        ("招聘会定于3月9日至10日在镇文化礼堂举行，每天上午9:00开始，请准时参加。", ["03-09 09:00→03-10"]),
    ],
)
def test_where_something_begins_and_ends_may_stand_in_two_fields_a_bracket_or_behind_the_place(text: str, spans: list[str]) -> None:
    assert held(text) == spans


def test_each_session_has_the_place_in_the_field_below_it() -> None:
    text = "演讲比赛安排\n初赛时间：3月9日14:00\n初赛地点：三楼报告厅\n决赛时间：3月20日14:00\n决赛地点：镇文化礼堂\n请选手准时参加"
    assert [event.place for event in read(text, Kind.EVENT, "2026-03-02T09:00").events] == ["三楼报告厅", "镇文化礼堂"]


def test_whoever_is_called_to_what_is_set_for_a_day_is_invited() -> None:
    at = datetime.fromisoformat("2026-03-02T09:00").replace(tzinfo=ZoneInfo("Asia/Shanghai"))
    notice = understand(Message("m", at, "创新创业大赛将于3月9日至11日（每天9:00—17:00）在学校体育馆举行，欢迎参加。"), default_calendar())
    assert notice.kind is Kind.EVENT


@pytest.mark.parametrize("label", ["报名时间", "受理时间", "投票时间", "选课时间", "信息采集时间", "缴费时间"])
def test_a_time_to_act_in_and_a_call_to_pass_it_on_make_a_task(label: str) -> None:
    at = datetime.fromisoformat("2026-03-02T09:00").replace(tzinfo=ZoneInfo("Asia/Shanghai"))
    for text in (f"各位同学：2026年春季羽毛球赛，{label}为3月9日至3月19日，请相互转告。", f"温馨提醒：创新创业大赛{label}为3月9日-19日，请需要的同学不要错过。"):
        notice = understand(Message("m", at, text), default_calendar())
        assert notice.kind is Kind.TASK
        assert [d.date.isoformat() for d in notice.deadlines] == ["2026-03-19"]


def test_a_time_for_others_to_act_in_that_is_only_told_asks_nothing() -> None:
    at = datetime.fromisoformat("2026-03-02T09:00").replace(tzinfo=ZoneInfo("Asia/Shanghai"))
    told = "招考公告：县属国企公开招聘12人，报名时间3月8日—12日，详见县政府网站"
    assert understand(Message("m", at, told), default_calendar()).kind is Kind.INFO
    assert understand(Message("m", at, f"{told}，请有意者及时报名。"), default_calendar()).kind is Kind.TASK
