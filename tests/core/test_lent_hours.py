"""Days and hours that one date takes from another: lists, tables, common hours, 同一时间. Values, not roles."""

from __future__ import annotations

from datetime import datetime

import pytest

from bot.core.deadlines import day_and_time
from bot.core.mentions import find_mentions
from bot.core.models import Kind, TimeKind
from bot.core.normalise import normalise
from bot.core.sequence import assign_roles
from bot.core.times import find_times
from bot.core.workdays import default_calendar
from tests.core.reading import sessions

SENT = datetime(2026, 9, 22, 10)


def values(text: str, kind: Kind = Kind.EVENT) -> list[str]:
    """Every dated value as `day hour-or-part`, `~end` behind a span of hours, in the order of the text."""
    calendar = default_calendar()
    normal = normalise(text).text
    shown = []
    for verdict in assign_roles(find_mentions(normal, find_times(normal, SENT, calendar)), SENT, kind):
        time = verdict.mention.time
        if time.kind is TimeKind.SET:
            shown.append(time.rrule or "")
        elif time.start is not None and time.kind is not TimeKind.DURATION:
            day, clock, part = day_and_time(verdict.mention, calendar)
            begins = time.start.date() if time.end_clock else day
            shown.append(" ".join(filter(None, [begins.isoformat()[5:], time.clock or clock or part, time.end_clock and f"~{time.end_clock}"])))
    return shown


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("培训9月24、25日晚7:00—9:00在文化站。", ["09-24 19:00 ~21:00", "09-25 19:00 ~21:00"]),
        ("义诊9月24日、26日、28日，上午9点。", ["09-24 09:00", "09-26 09:00", "09-28 09:00"]),
        ("放映：24、25日，晚8点。", ["09-24 20:00", "09-25 20:00"]),
        ("考试24、28、30日下午2点半。", ["09-24 14:30", "09-28 14:30", "09-30 14:30"]),
        ("周四、周五上午9点到岗培训。", ["09-24 09:00", "09-25 09:00"]),
        ("周三周五下午2点点名。", ["09-23 14:00", "09-25 14:00"]),
        ("本周四、周五两个上午练队列。", ["09-24 morning", "09-25 morning"]),
        ("研修9月24日、10月8日、10月15日三个周四下午，14:20—16:40。", ["09-24 14:20 ~16:40", "10-08 14:20 ~16:40", "10-15 14:20 ~16:40"]),
        ("练兵：9月26日、9月27日两天，都是16:30到18:30，粮站晒坪。", ["09-26 16:30 ~18:30", "09-27 16:30 ~18:30"]),
        ("9.25 桥头；9.26 上垟；9.28 下洲，均为晚7点。", ["09-25 19:00", "09-26 19:00", "09-28 19:00"]),
        ("第一批9月25日上午9点20，第二批换到28号同一时间。", ["09-25 09:20", "09-28 09:20"]),
        ("今天下午两点二十实操，四点收，小班组改28号，时间一样。", ["09-22 14:20", "09-22 16:00", "09-28 14:20"]),
        ("轮训：第一期9月24日至25日，东片；第二期9月28日至29日，西片；地点均为党校，每天9:00开课。", ["09-25 09:00", "09-29 09:00"]),
        ("日期：9月25日（周五）\n时间：下午2:30\n地点：二楼", ["09-25 14:30"]),
        ("场次　日期　时间　地点\n一　9月25日　7:30　中医院\n二　9月28日　8:00　县医院门诊", ["09-25 07:30", "09-28 08:00"]),
        ("批次 时间 地点\n第一批 9月25日 8:30 卫生院\n第二批 9月28日 8:30 卫生院", ["09-25 08:30", "09-28 08:30"]),
        ("9月28日全天在粮库门口。", ["09-28"]),
        ("9月25日上午党课（9:00，二楼），下午参观（2:30从大门口出发）。", ["09-25 09:00", "09-25 14:30"]),
        ("9月26日至28日，每天早8点签到。", ["09-28 08:00"]),
        ("开放日定于9月26日、27日，每天上午9:00—11:30、下午14:00—16:30。", ["09-26 09:00 ~11:30"]),
        ("Two sessions: Monday 28 September 9-11 am, Tuesday 29 September 2-4 pm.", ["09-28 09:00 ~11:00", "09-29 14:00 ~16:00"]),
        ("Training runs 28-30 September, 9:00-16:30 each day.", ["09-28 09:00 ~16:30"]),
    ],
)
def test_an_hour_holds_for_every_day_it_is_said_for(text: str, expected: list[str]) -> None:
    found = [value for value in values(text) if "FREQ" not in value]
    assert [value for value in found if value in expected] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("核对率周五下班时要到以下节点：9月25日40%，10月9日75%，10月16日100%。", ["09-25 cob", "10-09 cob", "10-16 cob"]),
        ("名单24号，照片28号，总结30号，都在下班前。", ["09-24 cob", "09-28 cob", "09-30 cob"]),
        ("A组9月25日，B组9月28日，一律17点前交齐。", ["09-25 17:00", "09-28 17:00"]),
        ("赶在国庆放假前一天下班前报；9月25日（含）前先报名单。", ["09-30 cob", "09-25"]),
        ("自查表24日、28日各交一次。", ["09-24", "09-28"]),
        ("1、25日前报名册；2、28日前报照片。", ["09-25", "09-28"]),
        ("9 月2 5日下班 前报，1 0 月 9 日 1 7 ：3 0 前补报。", ["09-25 cob", "10-09 17:30"]),
        ("9月25日下午上班前交；28日上午下班前交齐。", ["09-25 noon", "09-28 noon"]),
        ("国庆假期结束后两天内报，中秋节后三个工作日内先报一次。", ["10-09", "09-30"]),
        ("Please send it by midnight on Friday.", ["09-25 24:00"]),
    ],
)
def test_listed_days_and_odd_spellings_keep_their_values(text: str, expected: list[str]) -> None:
    assert [value for value in values(text, Kind.TASK) if value in expected] == expected


def test_numbers_of_sections_are_no_dates() -> None:
    assert values("1.1 总则\n1.2 范围\n1.12 附则\n面积9.25亩，10.13亩") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("环卫工人体检，地点社区卫生服务中心，早上6:30到9:00抽血，请带身份证参加。\n东片：4月16日\n西片：4月17日\n机动班、司机：4月20日", ["04-16 06:30 ~09:00", "04-17 06:30 ~09:00", "04-20 06:30 ~09:00"]),
        ("识骗防骗公益课，钟点一律上午9:30—11:00，地点老年大学，请各社区带30位老人来听课。哪天哪家：\n城关、城南——4月15日\n北门、桥头——4月16日", ["04-15 09:30 ~11:00", "04-16 09:30 ~11:00"]),
    ],
)
def test_days_that_each_fill_a_line_take_the_one_hour_said_above_them(text: str, expected: list[str]) -> None:
    assert sessions(text) == expected


def test_hours_at_which_something_is_handed_in_are_lent_to_no_list() -> None:
    assert sessions("台账早上9点交到窗口。\n东片：4月16日\n西片：4月17日") == []


def test_what_takes_several_days_begins_at_the_hour_of_each_of_them() -> None:
    assert sessions("爱心送考请各位师傅参加：4月16日至18日，每天早7点10分在南门加油站列队发车，下午6点散队。")[0].startswith("04-16 07:10")


def test_two_parts_of_a_day_with_a_clause_of_their_own_are_two_sessions() -> None:
    text = "15号（周三）体检车进村，请大家都来，一天两个点：上午停村部门前，一组二组的来；下午开去三组晒场，三组四组的来。不用空腹，带身份证。"
    assert sessions(text) == ["04-15 morning", "04-15 afternoon"]
