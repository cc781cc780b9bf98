"""What is to be done at the same hour on every day of a span comes back daily, though no word says 每天."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from bot.core.models import Message
from bot.core.understand import understand
from bot.core.workdays import default_calendar

AT = datetime(2026, 1, 23, 9, 30, tzinfo=ZoneInfo("Asia/Shanghai"))


def notice_of(text):
    return understand(Message("m", AT, text), default_calendar())


def rule_of(text):
    rule = notice_of(text).recurrence
    return rule and (rule.rrule, rule.time, str(rule.start), str(rule.until))


@pytest.mark.parametrize(
    ("text", "hour", "start", "until"),
    [
        ("瞭望员轮班：11月1日到明年4月30日，早八点、晚八点各打一次座机0876-2120119报山上有无烟点，没得烟也报。", "20:00", "2026-11-01", "2027-04-30"),
        ("渡口水尺早上七点、傍晚六点各看一回，读数发在本群，7月1日看起，看到9月30日收。", "18:00", "2026-07-01", "2026-09-30"),
        ("3月28日至4月6日管控期：护林员晚上8点前用“林巡通”上传当天轨迹截图1张，一天一张。", "20:00", "2026-03-28", "2026-04-06"),
        ("五一假期（5月1日—5日）各景区当日游客量，于当天21:00前在“文旅数据填报系统”填报。", "21:00", "2026-05-01", "2026-05-05"),
        ("10月1日到10月8日，日报照发：出勤人数、完成方量两项数据，18点半前发本群。", "18:30", "2026-10-01", "2026-10-08"),
        ("春节值班安排（2月15日至2月23日）\n各所每天19时前把当日供水量填进平台；无爆管填0。", "19:00", "2026-02-15", "2026-02-23"),
    ],
)
def test_hours_of_a_span_of_days_come_back_on_each(text, hour, start, until):
    assert rule_of(text) == ("FREQ=DAILY", hour, start, until)
    assert notice_of(text).deadlines == ()


def test_hours_of_one_day_come_back_on_none():
    assert rule_of("明天早8点、晚8点各测一次体温，结果报给我。") is None


def test_what_others_do_in_a_span_behind_bounds_no_duty():
    rule = notice_of("每晚7点各队长把当日签约数报李副院长。4月20日县里截数，4月21日至25日县里电话回访。").recurrence
    assert rule
    assert (rule.start, rule.until) == (None, None)


def test_the_day_on_which_an_entrance_shuts_is_the_one_that_comes_back():
    notice = notice_of("用工监测企业注意：7月1日起，每个月1号到5号开放填报上个月的数据，5号24点通道关闭，过后补不了。")
    assert notice.recurrence
    assert notice.recurrence.rrule == "FREQ=MONTHLY;BYMONTHDAY=5"
    assert (notice.recurrence.time, notice.deadlines) == ("24:00", ())
