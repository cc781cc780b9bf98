"""Ends said otherwise than by 前: doors that shut, limits put off in one breath, money to settle, days of pasted lines, rates."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from bot.core.models import Message, Notice
from bot.core.segment import split_records
from bot.core.understand import understand
from bot.core.workdays import default_calendar

CALENDAR = default_calendar()
MONDAY = "2026-06-08 09:00"


def _read(text: str, at: str = MONDAY) -> Notice:
    return understand(Message("m", datetime.fromisoformat(at).replace(tzinfo=ZoneInfo("Asia/Shanghai")), text), CALENDAR)


def due(text: str, at: str = MONDAY) -> list[str]:
    """Day and hour or part of each deadline."""
    return [" ".join(filter(None, [d.date.isoformat()[5:], d.time or d.part])) for d in _read(text, at).deadlines]


def rule(text: str, at: str = MONDAY) -> str | None:
    """Rule, hour or part, and bounds as `first/last` of the duty that comes back."""
    r = _read(text, at).recurrence
    if r is None:
        return None
    bounds = f"{r.start or ''}/{r.until or ''}" if r.start or r.until else None
    return " ".join(filter(None, [r.rrule.removeprefix("FREQ="), r.time, r.part, bounds]))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("春季征兵体检的自查表，各村民兵连长报到武装部，截至18号收表，过后系统不再放开。", ["06-18"]),
        ("残疾人两项补贴年审，逐户核，核到6月20日止，之后由县里停发未审的。", ["06-20"]),
        ("纸质表6月12日交社区，电子版晚两天也行，6月14日为限。", ["06-12", "06-14"]),
        ("蜂箱照片交到6月25日下班，牧业站小阮收。", ["06-25 cob"]),
        ("巡山收工后晚7点前把日志传系统。", ["06-08 19:00"]),
        ("喂各位蜂友啊转场的检疫都要申报啊最晚啊这个月二十八号啊过了二十八号人家兽医就撤了", ["06-28"]),
    ],
)
def test_the_day_a_door_shuts_is_the_limit(text: str, expected: list[str]) -> None:
    assert due(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("渡船年检延到6月21日了，原来说的6月14日作废，别跑空，请各村转发到船主群。没通过的船整改好再约一次。", ["06-21"]),
        ("春灌用水计划推到6月14日了，前头讲的11日不算，各村照新日子报水管站。", ["06-14"]),
        ("护学岗排班表由6月10日顺延至6月12日交，前一个日期取消。", ["06-12"]),
        ("计生特殊家庭走访记录，先前说12号交，改了，19号，别交早了。", ["06-19"]),
        ("时间：东片六个站6月15日前完成，西片五个站山高路远，放宽到6月30日。", ["06-15", "06-30"]),
        ("台账各村6月12日前报，坪上村路断了，延到6月17日。", ["06-12", "06-17"]),
        ("花名册6月12日前报，县里刚来电话，放宽到6月15日。", ["06-15"]),
        ("检测报告6月12日前交营业部，不具备条件的6月10日前申请延期，最长延到7月15日。", ["06-10", "06-12"]),
    ],
)
def test_a_limit_put_off_stands_and_the_old_one_does_not(text: str, expected: list[str]) -> None:
    assert due(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("意向书盖单位章传上去，6月23日前；货款年底前结清，发票以后补。", ["06-23", "12-31"]),
        ("定制公示栏：样式6月12日前各村回我；款子6月底前付清，发票找小唐开。", ["06-12", "06-30"]),
        ("各村6月12日前报需求数，县财政6月底前把款付清。", ["06-12"]),
    ],
)
def test_money_is_to_be_settled_by_its_day_unless_others_pay(text: str, expected: list[str]) -> None:
    assert due(text) == expected


def test_the_occasion_in_a_subject_line_is_no_limit() -> None:
    text = "关于端午节前开展食品摊点排查的通知\n各村：\n排查台账6月11日下班前报食安办。\n镇食安办"
    assert due(text) == ["06-11 cob"]


def test_lines_of_a_record_count_from_their_own_day_and_the_remark_behind_them_from_today() -> None:
    text = "【聊天记录】\n06-07 21:16 值班小朱：后天上午10点前报值守表\n06-07 21:18 值班小朱：塘名、守的人、电话\n——上面是昨晚的，各村今天下午4点前发我，我还要合。"
    assert due(text) == ["06-08 16:00", "06-09 10:00"]


@pytest.mark.parametrize(
    "text",
    [
        "会审，三个场次：\n6月30日 9:00 镇三资中心 一片区\n6月30日 14:30 镇三资中心 二片区\n7月1日 9:00 镇三资中心 三片区",
        "9:00 报到\n9:30 领导讲话\n10:00 现场观摩",
    ],
)
def test_a_programme_is_no_record_of_what_was_said(text: str) -> None:
    assert split_records(text, datetime(2026, 6, 8, 9)) == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("从下个月起终端设施的进水、出水读数一个月报两回，10日一回，25日一回，都是当天17点前，表发我邮箱。", "MONTHLY;BYMONTHDAY=10,25 17:00"),
        ("工地扬尘照片一周发两次，周二一次，周五一次，都在中午12点前发群里。", "WEEKLY;BYDAY=TU,FR 12:00"),
        ("菜价一周采两回，周一采、周四采，采完中午前录系统。", "WEEKLY;BYDAY=MO,TH noon"),
        ("沼气池巡检表每半月一交，1号一次16号一次，中午12点以前。", "MONTHLY;BYMONTHDAY=1,16 12:00"),
        ("财务对账单每月头一个工作日上午11点前送。", "MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=1 11:00"),
        ("每年的3月、9月各做一次燃气入户安检，当月25日前把安检表交回站里。", "YEARLY;BYMONTH=3,9;BYMONTHDAY=25"),
        ("每年1、7月的10日前把台账报农经站。", "YEARLY;BYMONTH=1,7;BYMONTHDAY=10"),
        ("冷链仓温度早晚各报一次，早8点，晚8点，天天报，报到7月底。", "DAILY 20:00 /2026-07-31"),
        ("各互助组插秧面积早晚各报一遍，晚上那遍8点前，从6月20号报到7月20号。", "DAILY 20:00 2026-06-20/2026-07-20"),
        ("巡塘一天三趟，早中晚各一趟，晚上7点前把记录发群里。", "DAILY 19:00"),
    ],
)
def test_a_rate_takes_any_verb_and_the_days_said_behind_it(text: str, expected: str) -> None:
    assert rule(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("各矿每天两次巡边坡，早上7点半一次，傍晚6点半一次，拍照传群里。这个做法执行到7月5日为止，从今天开始。", "DAILY 18:30 2026-06-08/2026-07-05"),
        ("各位廠長：年度用工備案改為每年十一月三十日前辦理，明年起不再個別通知。備案表由廠方填寫。", "YEARLY;BYMONTH=11;BYMONTHDAY=30"),
        ("每周三下午5点前报在建项目进度。上半年的拖欠清单一次性报，6月15日截止。", "WEEKLY;BYDAY=WE 17:00"),
        ("每周三下午5点前报在建项目进度。本项工作到9月15日截止。", "WEEKLY;BYDAY=WE 17:00 /2026-09-15"),
        ("环卫周报每周五下班前交。另外环卫工体检名单先报卫生院，6月17日止。", "WEEKLY;BYDAY=FR cob"),
    ],
)
def test_a_duty_runs_between_the_days_said_of_it_alone(text: str, expected: str) -> None:
    assert rule(text) == expected


def test_a_demand_of_its_own_beside_a_duty_keeps_its_limit() -> None:
    assert due("民宿入住人数每天晚上10点前在系统登记。此外，民宿消防承诺书还差几家，6月20日截止，签字盖章。") == ["06-20"]


def test_a_stage_keeps_its_limit_where_another_hand_in_stands_far_on() -> None:
    text = "兵役登记开始了。适龄男性公民即日起至6月30日登录 https://byly.example.cn 填写本人信息。往年登过的核验一下就行。在外读书的由家长转告。女青年自愿。花名册由连长签字后6月16日前送人武部。"
    assert due(text) == ["06-16", "06-30"]


def test_an_hour_torn_apart_behind_a_bracket_is_one() -> None:
    assert due("请于6月24日（星期三）1 6:30前将台 账发到njb@example.cn") == ["06-24 16:30"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("沿街店招有破损褪色的，各社区两天内整改到位，换前换后都要有图。", ["06-10"]),
        ("没有养护单位的，村里出人清。统一在端午节前见底。清运吨数6月17日15:30前填到“蓝湾管家”小程序。", ["06-17 15:30", "06-18"]),
        ("各村：端午小长假前有三件事要清楚。①6月10日中午前，把在营民宿名单发文旅办池骋；②方案也发他。", ["06-10 noon"]),
        ("第二阶段（6月11日—20日）对查出的问题逐一整改，6月23日前交整改报告，附照片。", ["06-23"]),
    ],
)
def test_who_is_addressed_and_what_is_handed_in_decide_what_is_due(text: str, expected: list[str]) -> None:
    assert due(text) == expected
