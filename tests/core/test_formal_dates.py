"""Limits in formal notices: put off for some and not for others, put in the place of old ones, counted from what has a name."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from bot.core.models import Kind, Message
from bot.core.understand import understand_as
from bot.core.workdays import default_calendar


def due(text: str, sent: str = "2026-01-06T09:45") -> list[str]:
    """The days due, with hour or part."""
    at = datetime.fromisoformat(sent).replace(tzinfo=ZoneInfo("Asia/Shanghai"))
    notice = understand_as(Message("m", at, text), Kind.TASK, default_calendar())
    return [" ".join(filter(None, [d.date.isoformat()[5:], d.time or d.part])) for d in notice.deadlines]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("河东片延至1月10日，河西片延至1月12日，圩镇延至1月14日交齐台账。", ["01-10", "01-12", "01-14"]),
        ("名单1月8日前报，照片延到1月10日前交。", ["01-08", "01-10"]),
        ("自查报告分类放宽：\n1.企业：1月13日前交；\n2.社会组织：延至1月15日前交。", ["01-13", "01-15"]),
        ("各村1月18日前报名单，自查表由1月20日改到1月22日前交。", ["01-18", "01-22"]),
        ("柳林3月15日前交，图斑以现状为准，确属占用的3月31日前整改到位。", ["03-15", "03-31"]),
        ("通气统一在1月9日、10日，错过的1月15日前来电预约。", ["01-15"]),
    ],
)
def test_what_is_put_off_for_some_leaves_the_limits_of_others(text: str, days: list[str]) -> None:
    assert due(text) == days


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("请1月12日前报名单。名单改到1月13日。", ["01-13"]),
        ("请1月12日前报名单，时间改到1月13日。", ["01-13"]),
        ("台账1月12日前报，因系统故障延至1月14日。", ["01-14"]),
        ("各村1月18日前报名单。更正：名单由1月18日改到1月19日前报。", ["01-19"]),
        ("台账延至1月12日前报，现再延至1月14日。", ["01-14"]),
        ("审核截止时间由“1月13日17时”更正为“1月15日17时”。", ["01-15 17:00"]),
    ],
)
def test_what_is_put_off_again_or_for_all_replaces_the_old_limit(text: str, days: list[str]) -> None:
    assert due(text) == days


def test_a_system_that_shuts_after_an_hour_is_open_until_then() -> None:
    assert due("请抓紧上传佐证，1月28日20:00后系统自动关闭。") == ["01-28 20:00"]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("宣传周为6月1日至7日。总结于宣传周结束后3个工作日内报免规科。", ["06-10"]),
        ("公示期6月1日至6月7日，公示期满后2日内将公示结果报经管站。", ["06-09"]),
        ("初检结束后5日内，各镇报花名册。本镇初检定于6月5日上午8时在区医院进行，请带队参加。", ["06-10"]),
        ("项目验收6月10日进行，验收合格之日起15日内移交资料。", ["06-25"]),
        ("收假后两天内，部门小结发安保部邮箱。端午放假6月19日至21日。", ["06-23"]),
        ("端午假期结束后3个工作日内报小结。", ["06-24"]),
        ("6月8日开学，开学后一周内报在校人数。", ["06-15"]),
        ("6月15日前完成排查，排查结束后3日内报总结。", ["06-15", "06-18"]),
        ("合同签订之日起10日内交保证金。", []),
        ("公示期6月1日至6月7日，公示期满后5日内我局兑付资金。", []),
    ],
)
def test_a_span_counts_from_the_last_day_of_what_is_named_elsewhere(text: str, days: list[str]) -> None:
    assert due(text, "2026-05-25T09:45") == days


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("低洼点3月11日6时前完成叫应，3月11日20时前报台账。", ["03-11 06:00", "03-11 20:00"]),
        ("小结8月5日前交，总结8月28日前交，团省委收稿截止9月5日。", ["08-05", "08-28"]),
        ("各校6月1日前填完，县局系统关闭时间6月3日。", ["06-01"]),
        ("请每户交表，8月20日截止，不再延期。", ["08-20"]),
        ("报表7月2日前交，有查询的2小时内说明。", ["07-02"]),
        ("2.申报时间：2026年3月1日—10月31日（资金用完即止）。\n3.方式：携带身份证到镇农服中心办理。", ["10-31"]),
        ("任务倒排如下：\nT-20（6月23日前）：交问题清单；\nT-5（7月8日）：模拟评审，8:00门诊大厅集合。", ["06-23"]),
    ],
)
def test_hours_by_the_day_clock_limits_above_labels_with_a_year(text: str, days: list[str]) -> None:
    assert due(text, "2026-02-25T09:45") == days


@pytest.mark.parametrize("act", ["提交材料", "提出申请", "提供清单", "移交资料", "排查完毕", "进场施工", "述职完毕", "面签合同"])
def test_before_a_day_is_said_also_where_the_act_begins_like_another_word(act: str) -> None:
    from bot.core.times import find_times

    (found,) = find_times(f"请于3月30日前{act}。", datetime(2026, 2, 25, 9), default_calendar())
    assert found.before and found.said == "3月30日前"


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("国庆零报告安排：3月1日、3月4日、3月7日，当天下午4点前各报一次，没有情况报“正常”。", ["03-01 16:00", "03-04 16:00", "03-07 16:00"]),
        ("安全报告节点：3月30日、4月5日、4月15日，当日17:00前报整治数。", ["03-30 17:00", "04-05 17:00", "04-15 17:00"]),
        ("申请时间：2026年3月10日—2026年4月20日，逾期列入下一年度。", ["04-20"]),
    ],
)
def test_days_of_a_list_share_the_hour_of_the_same_day(text: str, days: list[str]) -> None:
    assert due(text, "2026-02-25T09:45") == days
