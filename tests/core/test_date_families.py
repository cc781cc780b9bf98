"""Families of wordings for whose date it is, lists of sessions, and duties that come back."""

from __future__ import annotations

from datetime import datetime

import pytest

from bot.core.dates import Dates, read_dates
from bot.core.models import Kind
from bot.core.normalise import normalise
from bot.core.workdays import default_calendar


def read(text: str, kind: Kind | None = Kind.TASK, at: str = "2026-09-22 10:00") -> Dates:
    return read_dates(normalise(text), datetime.fromisoformat(at), default_calendar(), kind)


def due(text: str, at: str = "2026-09-22 10:00") -> list[str]:
    return [" ".join(filter(None, [d.date.isoformat(), d.time, d.part])) for d in read(text, at=at).deadlines]


def sessions(text: str) -> list[str]:
    return [" ".join(filter(None, [e.date.isoformat(), e.time, e.part, e.place])) for e in read(text, Kind.EVENT).events]


@pytest.mark.parametrize(
    "text",
    [
        "近两周（9月8日至21日）全镇接警16起。",
        "培训结束后5日内把心得传群里。",
        "一旦发现渗漏，半小时内打值班电话。",
        "If you find a leak, call the duty line within 30 minutes.",
        "10月1日前补贴到账，没收到的找我。",
        "10月1日前工资打到卡上。",
        "明天继续收，早点来。",
        "短片1条（横屏，2分钟以内，mp4）。",
        "9月30日前以提醒为主，10月1日起开始处罚。",
    ],
)
def test_what_binds_nobody_is_no_deadline(text: str) -> None:
    assert due(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("今晚报给我", ["2026-09-22 evening"]),
        ("证明晚八点前开好", ["2026-09-22 20:00"]),
        ("最晚9点半报我", ["2026-09-22 21:30"]),
        ("国庆（10.1-10.7）值班表28日下班前报", ["2026-09-28 cob"]),
        ("Please reply by 4.", ["2026-09-22 16:00"]),
        ("Please send photos to a@example.org by 5pm on Thursday 24 September. One line each.", ["2026-09-24 17:00"]),
        ("推荐表（盖章）9月25日；照片9月28日。都发 a@example.org", ["2026-09-25", "2026-09-28"]),
        ("这周三之前，最迟不超过周四上午，把逾期户走一遍", ["2026-09-24 morning"]),
        ("9月25日之前把面积报给我不要拖到26日", ["2026-09-25"]),
        ("发票10月10日前报账，财政10月20日关账。", ["2026-10-10"]),
        ("过期的当场下架，中秋前把户数给我", ["2026-09-24"]),
        ("清单发我，10月8日上班后连同总结一并报来。", ["2026-10-08"]),
        ("为确保11月底前全面完工，请各村9月28日前报进度。", ["2026-09-28"]),
        ("作业设计9月25日前送我局，评审意见10月9日前反馈各单位。", ["2026-09-25"]),
        ("省里的截止时间是10月20日，各村9月30日前报。", ["2026-09-30"]),
        ("凌晨零点前弄完", ["2026-09-22 24:00"]),
    ],
)
def test_the_readers_own_limit_stands(text: str, expected: list[str]) -> None:
    assert due(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "宣讲安排：9月25日桥头村，9月27日上垟村，9月29日下洲村，均为下午3点开始。",
            ["2026-09-25 15:00 桥头村", "2026-09-27 15:00 上垟村", "2026-09-29 15:00 下洲村"],
        ),
        (
            "上垟村老祠堂，9月25日上午8点；桥头村文化礼堂，9月25日下午2点。",
            ["2026-09-25 08:00 上垟村老祠堂", "2026-09-25 14:00 桥头村文化礼堂"],
        ),
        ("义诊10月12日（九月初三）上午8:30—11:00，卫生院大厅。", ["2026-10-12 08:30 卫生院大厅"]),
        ("培训会：时间 9月25日 14:00；地点 中学礼堂；对象 全体教师。", ["2026-09-25 14:00 中学礼堂"]),
        ("应急演练原定9月24日，因雨推到9月28日上午9点，地点不变，还是码头广场。", ["2026-09-28 09:00 码头广场"]),
        ("演练9月28日举行，8:30集结，9:00正式开始。", ["2026-09-28 09:00"]),
        ("线上培训明晚7点，腾讯会议号 455 210 889。", ["2026-09-23 19:00 腾讯会议号 455 210 889"]),
        ("放映周五晚7点在广场，10月9日、16日、23日各一场。", ["2026-10-09 19:00 广场", "2026-10-16 19:00 广场", "2026-10-23 19:00 广场"]),
        ("放映每周五晚7点在广场，10月9日、16日、23日各一场。", ["2026-10-09 19:00 广场", "2026-10-16 19:00 广场", "2026-10-23 19:00 广场"]),
    ],
)
def test_sessions_of_a_list_are_events_each(text: str, expected: list[str]) -> None:
    found = sessions(text)
    assert found[: len(expected)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("进度从明天起两天一报，报到10月10日，下午5点前填表。", ("FREQ=DAILY;INTERVAL=2", "17:00", "2026-09-23", "2026-10-10")),
        ("从今晚起每日零点前网报，10月10日止。", ("FREQ=DAILY", "24:00", "2026-09-22", "2026-10-10")),
        ("自9月24日起，连续5天，每天上午10点前报一次。", ("FREQ=DAILY", "10:00", "2026-09-24", "2026-09-28")),
        ("每月逢5、15、25号上报库存。", ("FREQ=MONTHLY;BYMONTHDAY=5,15,25", None, None, None)),
        ("每周例会调整为周二上午9点。", ("FREQ=WEEKLY;BYDAY=TU", "09:00", None, None)),
        ("一周两报，周二、周五下午5点前报。", ("FREQ=WEEKLY;BYDAY=TU,FR", "17:00", None, None)),
        ("每周四中午12点前把参保人数报来，报到12月31日为止。", ("FREQ=WEEKLY;BYDAY=TH", "12:00", None, "2026-12-31")),
        ("秸秆禁烧零报告，晚上9点之前报，天天报，报到霜降。", ("FREQ=DAILY", "21:00", None, "2026-10-23")),
    ],
)
def test_a_duty_that_comes_back_has_its_hour_and_its_bounds(text: str, expected: tuple[str | None, ...]) -> None:
    found = read(text).recurrence
    assert found is not None
    bounds = [day.isoformat() if day else None for day in (found.start, found.until)]
    assert (found.rrule, found.time, *bounds) == expected


@pytest.mark.parametrize("text", ["图书馆每周二至周日9:00开放。", "专报每周三发布。", "每人每月3,200元。", "食堂每天11:00开饭。"])
def test_what_others_do_regularly_is_no_duty(text: str) -> None:
    assert read(text).recurrence is None
