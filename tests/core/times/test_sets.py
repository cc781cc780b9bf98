"""Facts about recurring times."""

from __future__ import annotations

import pytest

from bot.core.models import Part, TimeKind
from bot.core.times import find_times
from bot.core.workdays import default_calendar

from .test_points import REF, only


@pytest.mark.parametrize(
    ("text", "rrule"),
    [
        ("每天", "FREQ=DAILY"),
        ("每个工作日", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"),
        ("每天（节假日除外）", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"),
        ("每周", "FREQ=WEEKLY"),
        ("每周五", "FREQ=WEEKLY;BYDAY=FR"),
        ("每周一、周四", "FREQ=WEEKLY;BYDAY=MO,TH"),
        ("每周三、五", "FREQ=WEEKLY;BYDAY=WE,FR"),
        ("每周一至周五", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"),
        ("每两周周三", "FREQ=WEEKLY;INTERVAL=2;BYDAY=WE"),
        ("双周三", "FREQ=WEEKLY;INTERVAL=2;BYDAY=WE"),
        ("每月25日", "FREQ=MONTHLY;BYMONTHDAY=25"),
        ("每月10日、20日和月末", "FREQ=MONTHLY;BYMONTHDAY=10,20,-1"),
        ("每月1号和15号", "FREQ=MONTHLY;BYMONTHDAY=1,15"),
        ("每月底", "FREQ=MONTHLY;BYMONTHDAY=-1"),
        ("每月最后一天", "FREQ=MONTHLY;BYMONTHDAY=-1"),
        ("每月最后一个工作日", "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1"),
        ("每月第一个星期五", "FREQ=MONTHLY;BYDAY=1FR"),
        ("每季度末", "FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=-1"),
        ("季后首月8日", "FREQ=YEARLY;BYMONTH=1,4,7,10;BYMONTHDAY=8"),
        ("1、4、7、10月的8日", "FREQ=YEARLY;BYMONTH=1,4,7,10;BYMONTHDAY=8"),
        ("每年9月10日", "FREQ=YEARLY;BYMONTH=9;BYMONTHDAY=10"),
        ("每2小时", "FREQ=HOURLY;INTERVAL=2"),
        ("两小时一报", "FREQ=HOURLY;INTERVAL=2"),
        ("隔一天", "FREQ=DAILY;INTERVAL=2"),
        ("每半年", "FREQ=MONTHLY;INTERVAL=6"),
        ("周一至周五每天", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"),
        ("逢周三", "FREQ=WEEKLY;BYDAY=WE"),
        ("每月25日至月底", "FREQ=MONTHLY;BYMONTHDAY=-1"),
        ("第二个星期六", "FREQ=MONTHLY;BYDAY=2SA"),
        ("头一个周四、第三个周四", "FREQ=MONTHLY;BYDAY=1TH,3TH"),
        ("第一个和第三个星期一", "FREQ=MONTHLY;BYDAY=1MO,3MO"),
        ("最后那个礼拜五", "FREQ=MONTHLY;BYDAY=-1FR"),
        ("头一个工作日", "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=1"),
        ("每月倒数第一个工作日", "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1"),
        ("每月倒数第二天", "FREQ=MONTHLY;BYMONTHDAY=-2"),
        ("每月头一个星期一，还有最末一个星期一", "FREQ=MONTHLY;BYDAY=1MO,-1MO"),
        ("每年九月的第三个星期五", "FREQ=YEARLY;BYMONTH=9;BYDAY=3FR"),
        ("一、四、七、十月的头一个星期一", "FREQ=YEARLY;BYMONTH=1,4,7,10;BYDAY=1MO"),
        ("双月（2、4、6、8、10、12月）15日", "FREQ=YEARLY;BYMONTH=2,4,6,8,10,12;BYMONTHDAY=15"),
        ("逢1、逢11、逢21这三天", "FREQ=MONTHLY;BYMONTHDAY=1,11,21"),
        ("一月一登", "FREQ=MONTHLY"),
        ("一天一份", "FREQ=DAILY"),
        ("一年只报一次", "FREQ=YEARLY"),
        ("一季一张", "FREQ=MONTHLY;INTERVAL=3"),
        ("半月一篇", "FREQ=DAILY;INTERVAL=15"),
        ("日清日结", "FREQ=DAILY"),
        ("every Monday", "FREQ=WEEKLY;BYDAY=MO"),
        ("every other Friday", "FREQ=WEEKLY;INTERVAL=2;BYDAY=FR"),
        ("every working day", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"),
        ("on the 1st and 15th of every month", "FREQ=MONTHLY;BYMONTHDAY=1,15"),
        ("the last working day of each month", "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1"),
        ("at the end of every quarter", "FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=-1"),
        ("weekly on Fridays", "FREQ=WEEKLY;BYDAY=FR"),
        ("monthly, by the 25th", "FREQ=MONTHLY;BYMONTHDAY=25"),
        ("every two weeks on Wednesday", "FREQ=WEEKLY;INTERVAL=2;BYDAY=WE"),
        ("every 2 hours", "FREQ=HOURLY;INTERVAL=2"),
    ],
)
def test_a_recurring_time_is_a_rule(text: str, rrule: str) -> None:
    found = only(text)
    assert found.kind is TimeKind.SET
    assert found.rrule == rrule


def test_a_rule_carries_its_clock_or_part() -> None:
    assert only("每周五下午4点前").clock == "16:00"
    assert only("每周五下午4点前").before
    assert only("每天晚上12点前").clock == "24:00"
    assert only("每周四下班前").part is Part.COB
    assert only("every Monday by 10:00").clock == "10:00"


def test_several_times_a_day_give_the_last_one() -> None:
    assert only("每日上午9时、下午4时前").clock == "16:00"


def test_bounds_said_beside_a_rule_stay_findable() -> None:
    found = find_times("12月1日—5日每天16时前", REF, default_calendar())
    assert [each.kind for each in found] == [TimeKind.RANGE, TimeKind.SET]


@pytest.mark.parametrize("text", ["每人两份", "每村一张", "每户3张", "每个点位", "每张1M以上"])
def test_per_unit_is_no_recurrence(text: str) -> None:
    assert [each for each in find_times(text, REF, default_calendar()) if each.kind is TimeKind.SET] == []


@pytest.mark.parametrize(
    ("text", "said", "rrule"),
    [
        ("用量按周报一次", "按周", "FREQ=WEEKLY"),
        ("逢8（8日、18日、28日）各镇报", "逢8", "FREQ=MONTHLY;BYMONTHDAY=8,18,28"),
        ("二四六各走一趟", "二四六", "FREQ=WEEKLY;BYDAY=TU,TH,SA"),
        ("平日报，法定假不报", "平日", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"),
        ("简讯日日有", "日日", "FREQ=DAILY"),
        ("碰头会改成两周一开", "两周一开", "FREQ=WEEKLY;INTERVAL=2"),
        ("村里走周报：", "周报", "FREQ=WEEKLY"),
        ("票据隔一周传一次", "隔一周", "FREQ=WEEKLY;INTERVAL=2"),
        ("六月、十二月的20日各交一次", "六月、十二月的20日", "FREQ=YEARLY;BYMONTH=6,12;BYMONTHDAY=20"),
    ],
)
def test_a_recurring_time_is_told_by_what_stands_beside_it(text: str, said: str, rrule: str) -> None:
    sets = [found for found in find_times(text, REF, default_calendar()) if found.kind is TimeKind.SET]
    assert [(found.said, found.rrule) for found in sets] == [(said, rrule)]


@pytest.mark.parametrize("text", ["节后第一个工作日", "11月第二个周三", "本月最后一个工作日", "第三个工作日，", "按周五的口径", "按天气情况", "人民日报，今天的", "3个工作日，逾期", "节日日程", "一月一日", "不按月", "20日为调休上班日", "两周一开始"])
def test_what_only_resembles_a_recurring_time_is_none(text: str) -> None:
    assert not [found for found in find_times(text, REF, default_calendar()) if found.kind is TimeKind.SET]


def test_the_first_day_of_two_is_that_day_and_not_the_one_before() -> None:
    found = find_times("9月1日头一天，9月30日最后一天。", REF, default_calendar())
    assert [each.start and each.start.strftime("%m-%d") for each in found if each.start] == ["09-01", "09-30"]
