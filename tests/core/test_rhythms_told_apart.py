"""Rhythms whose days, hours, bounds or exceptions stand apart from the words for how often, as whole notices are read."""

from __future__ import annotations

from datetime import date

import pytest

from tests.core.reading import read

SENT = "2026-04-14 08:50"


def rhythm(text: str, at: str = SENT) -> str | None:
    """Rule, hour or part, and bounds as `first/last`."""
    told = read(text, at).recurrence
    if told is None:
        return None
    bounds = f"{told.start or ''}/{told.until or ''}" if told.start or told.until else None
    return " ".join(filter(None, [told.rrule.removeprefix("FREQ="), told.time, told.part, bounds]))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("各加油站一年报四次罐容，3月、6月、9月、12月，都是18日前，发到 ry@example.cn。", "YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=18"),
        ("一、四、七、十月这四个月报债务表，日子都是12号前，其余月份不报。", "YEARLY;BYMONTH=1,4,7,10;BYMONTHDAY=12"),
        ("家访记录一年交两回，5月和11月，都在20号前交到德育处。", "YEARLY;BYMONTH=5,11;BYMONTHDAY=20"),
        ("锅炉检查，一个月两次：第一个星期二和第三个星期二，当天16点前把记录表发群里。", "MONTHLY;BYDAY=1TU,3TU 16:00"),
        ("应急灯每月试亮一次，定在最后一个星期五，15点前把照片发群里。", "MONTHLY;BYDAY=-1FR 15:00"),
        ("每月6日和21日前，两次上报用电缺口。", "MONTHLY;BYMONTHDAY=6,21"),
        ("每月8日前以及23日前，各站把水样送到化验室。", "MONTHLY;BYMONTHDAY=8,23"),
    ],
)
def test_months_and_weekdays_named_behind_how_often_are_those_of_the_rule(text: str, expected: str) -> None:
    assert rhythm(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("每月1号到8号是考勤表上传期，8号17点系统关闭，请各单位人事按时上传。", "MONTHLY;BYMONTHDAY=8 17:00"),
        ("每月25日至28日填报库存，28日24时平台自动关闭。", "MONTHLY;BYMONTHDAY=28 24:00"),
        ("每周报一次志愿时长截图，周六24点前发到群里。", "WEEKLY;BYDAY=SA 24:00"),
        ("各门店每天打烊前（最晚不过21:00）把流水发到群里。", "DAILY 21:00"),
        ("雨量从4月20日（周一）起一日两记，早七点读一回、晚七点读一回，读数都填进小程序。", "DAILY 19:00 2026-04-20/"),
    ],
)
def test_an_hour_in_a_bracket_or_on_the_last_day_of_a_window_is_that_of_the_rule(text: str, expected: str) -> None:
    assert rhythm(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("教案每月15日前交教务处，4月不交，5月15日那次起执行。", "MONTHLY;BYMONTHDAY=15 2026-05-15/"),
        ("从4月21日（周二）起，两周一轮，每轮都在周二，上午10点前各组把自查照片传上来。", "WEEKLY;INTERVAL=2;BYDAY=TU 10:00 2026-04-21/"),
        ("值日人数是周日至周四报，每晚21:40前把人数报给我，请假的注明去向。", "WEEKLY;BYDAY=SU,MO,TU,WE,TH 21:40"),
        ("今年的园长例会仍放在每月第二个星期三，下午2:30，局四楼，园长本人到会。", "MONTHLY;BYDAY=2WE 14:30"),
    ],
)
def test_when_a_rhythm_begins_and_on_which_days_it_falls_may_stand_beside_it(text: str, expected: str) -> None:
    assert rhythm(text) == expected


@pytest.mark.parametrize(
    ("text", "at", "expected"),
    [
        ("各泵站每天10点前报水位；4月25日至4月29日检修不用报。", SENT, (date(2026, 4, 25), date(2026, 4, 29))),
        ("请各班每周五上报午休人数，期中考试周（4月20日—4月24日）跳过。", SENT, (date(2026, 4, 24), date(2026, 4, 24))),
        ("周报每周一12:00前交，10月1日到8日放假这周免交，节后接着交。", "2026-09-21 15:20", (date(2026, 10, 5), date(2026, 10, 5))),
    ],
)
def test_days_that_a_notice_leaves_out_are_no_bounds_but_exceptions(text: str, at: str, expected: tuple[date, date]) -> None:
    told = read(text, at).recurrence
    assert told is not None and (told.start, told.until) == (None, None)
    assert [(each.first, each.last) for each in told.exceptions] == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("禁烧情况每周三下午5点前报农业办，4月22日那次不用报。", ["04-22"]),
        ("疫苗数每周五下班前报，劳动节（5月1日）免报。", ["05-01"]),
        ("台账每月25日前交，7月停一次。", ["07-25"]),
        ("安全表每季度末月25日前报，6月的不用报。", ["06-25"]),
        ("体温每天9点前报，4月20日运动会停报一次。", ["04-20"]),
        ("周报每周五交，4月24日、5月1日和8日不用交。", ["04-24", "05-01", "05-08"]),
        ("水位每天16点前报，4月15日当天免报，4月16日起照旧。", ["04-15"]),
        ("周报每周三交，4月29日除外。", ["04-29"]),
    ],
)
def test_single_days_that_a_notice_leaves_out_are_exceptions(text: str, expected: list[str]) -> None:
    told = read(text, SENT).recurrence
    assert told is not None and (told.start, told.until) == (None, None)
    assert [f"{each.first:%m-%d}" for each in told.exceptions if each.first == each.last] == expected


@pytest.mark.parametrize(
    "text", ["水位每天16点前报，4月15日不报的自己写说明。", "客流每天17点前报，4月20日系统升级暂停一天。", "周报每周五交，4月24日县局停报。"]
)
def test_what_others_leave_out_and_who_leaves_out_a_day_are_no_exceptions(text: str) -> None:
    told = read(text, SENT).recurrence
    assert told is not None and not told.exceptions


def test_days_on_which_a_duty_moves_or_goes_on_are_no_exceptions() -> None:
    for text in ("每天17:00前报客流量，5月1日至5日也要报。", "每月1日和15日18点前传照片，五一假期（5月1日至5日）顺延到上班第一天。"):
        told = read(text, SENT).recurrence
        assert told is not None and not told.exceptions and (told.start, told.until) == (None, None)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("各站每月20日前完成清点，清点数据以纸质版送我局。我局每季度汇总一次，每年12月向市局报告。", "MONTHLY;BYMONTHDAY=20"),
        ("本刊每月15日出版，每期选两篇基层来稿。这一期请各镇供一篇，4月17日前发我邮箱。", None),
        ("三月份每天的测温登记本，周五中午12点前整本拍照发我，不用重新誊写。", None),
    ],
)
def test_what_the_office_does_regularly_and_what_a_paper_is_kept_for_are_no_rhythm_of_the_reader(text: str, expected: str | None) -> None:
    assert rhythm(text) == expected
