"""Facts about single times: dates in all notations, clocks, parts of the day, relative days and weeks."""

from __future__ import annotations

from datetime import datetime

import pytest

from bot.core.models import Part, TimeExpression, TimeKind
from bot.core.times import find_times
from bot.core.workdays import default_calendar
from tests.core import reading

REF = datetime(2026, 9, 23, 9, 30)  # a Wednesday


def only(text: str, at: datetime = REF) -> TimeExpression:
    found = find_times(text, at, default_calendar())
    assert len(found) == 1, [each.said for each in found]
    return found[0]


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2026年9月24日", "2026-09-24"),
        ("２０２６年９月２４日", "2026-09-24"),
        ("二○二六年十月十五日", "2026-10-15"),
        ("二〇二六年九月廿四日", "2026-09-24"),
        ("民國115年9月24日", "2026-09-24"),
        ("2026-09-24", "2026-09-24"),
        ("2026.9.24", "2026-09-24"),
        ("2026/9/24", "2026-09-24"),
        ("9月24日", "2026-09-24"),
        ("9 月 2 4 日", "2026-09-24"),
        ("于9.24前", "2026-09-24"),
        ("12.3日", "2026-12-03"),
        ("9/24前", "2026-09-24"),
        ("清明节前进山路口", "2027-04-02"),
        ("9月24前", "2026-09-24"),
        ("l1月2O日", "2026-11-20"),
        ("24号", "2026-09-24"),
        ("15号", "2026-10-15"),
        ("本月15日", "2026-09-15"),
        ("下月九号", "2026-10-09"),
        ("次月5日", "2026-10-05"),
        ("上个月15号", "2026-08-15"),
        ("明天", "2026-09-24"),
        ("大后天", "2026-09-26"),
        ("前天", "2026-09-21"),
        ("周五", "2026-09-25"),
        ("周三", "2026-09-23"),
        ("本周五", "2026-09-25"),
        ("这个礼拜天", "2026-09-27"),
        ("下周一", "2026-09-28"),
        ("下下周五", "2026-10-09"),
        ("下周第一个工作日", "2026-09-28"),
        ("下周最后一个工作日", "2026-09-30"),
        ("本周最后一天", "2026-09-24"),
        ("国庆收假后上班第一天", "2026-10-08"),
        ("国庆假期结束后首个工作日", "2026-10-08"),
        ("收假后第一天", "2026-09-28"),
        ("初十前", "2026-10-19"),
        ("廿五前", "2026-10-05"),
        ("上周五", "2026-09-18"),
        ("下週三", "2026-09-30"),
        ("后天（25号）", "2026-09-25"),
        ("9月24日（星期四）", "2026-09-24"),
        ("本周四（9月24日）", "2026-09-24"),
        ("9月第三个周五", "2026-09-18"),
        ("月底", "2026-09-30"),
        ("三季度末", "2026-09-30"),
        ("年底", "2026-12-31"),
        ("国庆节", "2026-10-01"),
        ("教师节", "2026-09-10"),
        ("农历八月十五", "2026-09-25"),
        ("腊月二十三", "2027-01-30"),
        ("1月10日", "2027-01-10"),
        ("8月1日", "2026-08-01"),
        ("7月20日", "2027-07-20"),
    ],
)
def test_a_day_is_read_in_every_notation(written: str, day: str) -> None:
    assert find_times(written, REF, default_calendar())[-1].start == datetime.fromisoformat(day)


@pytest.mark.parametrize(
    ("written", "clock"),
    [
        ("17:00", "17:00"),
        ("17时", "17:00"),
        ("17点30分", "17:30"),
        ("十七点", "17:00"),
        ("下午5点", "17:00"),
        ("下午五点半", "17:30"),
        ("下午三点一刻", "15:15"),
        ("差十分六点", "17:50"),
        ("下午18:00", "18:00"),
        ("上午12点", "12:00"),
        ("中午12点", "12:00"),
        ("中午一点半", "13:30"),
        ("晚7点", "19:00"),
        ("晚上19:30", "19:30"),
        ("晚十二点", "24:00"),
        ("今晚零点", "24:00"),
        ("24时", "24:00"),
        ("凌晨两点", "02:00"),
        ("早8点", "08:00"),
        ("20时许", "20:00"),
        ("三点", "15:00"),
        ("九点零九", "21:09"),
        ("16点半", "16:30"),
    ],
)
def test_a_clock_is_read_as_people_mean_it(written: str, clock: str) -> None:
    assert only(written).clock == clock


def test_midnight_belongs_to_the_day_that_ends() -> None:
    found = only("今晚24点前")
    assert found.midnight_end
    assert found.start == datetime(2026, 9, 24)
    assert found.before


@pytest.mark.parametrize(
    ("written", "part"),
    [
        ("今天下班前", Part.COB),
        ("下班之前", Part.COB),
        ("本月25日下午下班前", Part.COB),
        ("明天中午前", Part.NOON),
        ("午饭前", Part.NOON),
        ("明天上午", Part.MORNING),
        ("明早", Part.MORNING),
        ("周五下午", Part.AFTERNOON),
        ("今晚", Part.EVENING),
        ("9月24日晚", Part.EVENING),
    ],
)
def test_a_part_of_a_day_is_kept_as_such(written: str, part: Part) -> None:
    found = only(written)
    assert found.part is part
    assert found.clock is None


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("9月24日（星期四）14:30", datetime(2026, 9, 24, 14, 30)),
        ("本周五（9月25日）下午3点", datetime(2026, 9, 25, 15)),
        ("12.3日22：00前", datetime(2026, 12, 3, 22)),
        ("9月2410:30", datetime(2026, 9, 24, 10, 30)),
        ("1910:30", datetime(2026, 10, 19, 10, 30)),
        ("9月24日 1 7 ： 3 0", datetime(2026, 9, 24, 17, 30)),
        ("二十三日十七点以前", datetime(2026, 9, 23, 17)),
        ("2026年9月28日（星期一）15：00", datetime(2026, 9, 28, 15)),
        ("去年7月4日晚上7点09分", datetime(2025, 7, 4, 19, 9)),
        ("下个月9号早上8点", datetime(2026, 10, 9, 8)),
    ],
)
def test_date_and_clock_are_one_time(text: str, start: datetime) -> None:
    assert only(text).start == start


@pytest.mark.parametrize(
    ("text", "before"),
    [
        ("9月24日前", True),
        ("9月24日之前", True),
        ("9月24日以前", True),
        ("9月24日截止", True),
        ("不晚于9月24日", True),
        ("最迟9月24日", True),
        ("截止时间：9月24日", True),
        ("9月24日前往县里", False),
        ("9月24日前后", False),
        ("9月24日", False),
        ("截至9月24日", False),
    ],
)
def test_a_limit_is_marked(text: str, before: bool) -> None:
    assert only(text).before is before


def test_a_weekday_said_on_that_day_after_its_hour_is_next_week() -> None:
    friday_evening = datetime(2026, 9, 25, 17, 40)
    assert only("周五16点前", friday_evening).start == datetime(2026, 10, 2, 16)
    assert only("周五18:00前", friday_evening).start == datetime(2026, 9, 25, 18)
    assert only("周五18:00前", friday_evening).unsure == "week"


def test_next_week_said_on_a_sunday_is_doubtful() -> None:
    assert only("下周五前", datetime(2026, 9, 27, 10)).unsure == "week"
    assert only("周五18:00前", datetime(2026, 9, 25, 9)).unsure is None


def test_what_was_not_said_is_implied() -> None:
    assert only("9月24日").implied == ("year",)
    assert only("24日").implied == ("month",)
    assert "day" in only("下午5点").implied
    assert only("周五").implied == ("week",)
    assert "meridiem" in only("明天3点").implied


def test_a_bracket_that_contradicts_the_date_is_doubtful() -> None:
    assert only("9月24日（星期五）").unsure == "weekday"


def test_a_following_clock_belongs_to_the_day_just_said() -> None:
    found = find_times("明天上午9点在三楼开会，8:45入场", REF, default_calendar())
    assert [each.start for each in found] == [datetime(2026, 9, 24, 9), datetime(2026, 9, 24, 8, 45)]


def test_a_following_day_belongs_to_the_month_just_said() -> None:
    found = find_times("会议定于12月17日召开，14日报名单", REF, default_calendar())
    assert found[1].start == datetime(2026, 12, 14)


@pytest.mark.parametrize(
    "text",
    [
        "青办字〔2026〕31号", "3号楼", "第3号文件", "提三点要求：", "讲一点意见", "比分3.5", "1.25万亩", "3—5张", "305室", "电话0765-6210038",
        "13800000000", "http://example.com/2026/09/24", "a20260924@example.com", "有点事", "一时难以完成", "附件1、附件2", "318国道",
        "每村每户", "Good morning all", "Friendly reminder", "may be late",
    ],
)  # fmt: skip
def test_what_only_looks_like_a_time_is_none(text: str) -> None:
    assert find_times(text, REF, default_calendar()) == []


@pytest.mark.parametrize("text", ["2月30日", "9月31日前", "13月1日", "25点", "32号", "2026-02-30"])
def test_a_day_or_hour_that_does_not_exist_is_not_invented(text: str) -> None:
    assert [each for each in find_times(text, REF, default_calendar()) if each.kind is TimeKind.POINT] == []


def test_the_span_is_in_the_text_as_it_was_given() -> None:
    text = "请於 ９ 月 ２４ 日 １７：３０ 前報送"
    found = only(text)
    assert text[slice(*found.span)] == found.said == "９ 月 ２４ 日 １７：３０ 前"


def test_a_year_the_calendar_does_not_know_is_doubtful() -> None:
    found = only("五一前")
    assert found.start == datetime(2027, 4, 30)
    assert found.unsure == "year_unknown"


@pytest.mark.parametrize(
    ("written", "start", "clock"),
    [
        ("今晚上十点半前", "2026-09-23T22:30", "22:30"),
        ("明早上八点", "2026-09-24T08:00", "08:00"),
        ("明下午3点", "2026-09-24T15:00", "15:00"),
        ("早上九点点名", "2026-09-23T09:00", "09:00"),
        ("28日（下周一）下午5点前", "2026-09-28T17:00", "17:00"),
        ("两周后上午9点", "2026-10-07T09:00", "09:00"),
        ("三天后的下午5点前", "2026-09-26T17:00", "17:00"),
        ("9-28前", "2026-09-28T00:00", None),
        ("9月28日全天", "2026-09-28T00:00", None),
        ("国庆假期结束后两天内", "2026-10-09T00:00", None),
        ("by midnight on Friday", "2026-09-26T00:00", "24:00"),
        ("9 月 2 4 日 1 7 ：3 0 前", "2026-09-24T17:30", "17:30"),
        ("1 1月2 2日中午12点 前", "2026-11-22T12:00", "12:00"),
    ],
)
def test_colloquial_and_spaced_out_times_keep_day_and_hour(written: str, start: str, clock: str | None) -> None:
    found = only(written)
    assert found.start == datetime.fromisoformat(start)
    assert found.clock == clock


@pytest.mark.parametrize(
    ("written", "end"),
    [("Tuesday 29 September, 3-5 pm", "2026-09-29T17:00"), ("9 to 11 am on 25 September", "2026-09-25T11:00"), ("9月24日、25日、26日", "2026-09-26T23:59:59")],
)
def test_the_first_of_two_hours_or_days_takes_what_it_lacks_from_the_last(written: str, end: str) -> None:
    found = only(written)
    assert found.kind is TimeKind.RANGE
    assert found.end == datetime.fromisoformat(end)


@pytest.mark.parametrize(
    ("text", "limit"),
    [
        ("各店14日打烊前（20:00）把营业额报我。", "04-14 20:00"),
        ("请各站14日下班前（17:30前）把名册报我办。", "04-14 17:30"),
        ("今天下班前（5点半）回复参会人员。", "04-09 17:30"),
        ("表14号中午前（11:30）给我。", "04-14 11:30"),
        ("4月14日下班前（下午5点半）交到办公室。", "04-14 17:30"),
        ("本周五下班前（即4月10日17:30）交到办公室。", "04-10 17:30"),
        ("4月14日下班前（以17:30为准）交到办公室。", "04-14 17:30"),
        ("4月14日下班前（4月15日统一上报）交齐。", "04-14 cob"),
        ("五一放假前一天下班前（17:00）报值班表。", "04-30 17:00"),
        ("请于14日下班前（联系人0577-1234567）报送花名册。", "04-14 cob"),
        ("初稿14号中午12点是最后期限，过时不候。", "04-14 12:00"),
        ("台账14号下午5点是红线，各村交齐。", "04-14 17:00"),
    ],
)
def test_an_hour_that_is_said_of_a_part_of_the_day_is_its_hour(text: str, limit: str) -> None:
    assert reading.due(text) == [limit]


@pytest.mark.parametrize(("text", "limits"), [("5月8日店庆直播：排期表填好给我，28号17点截。", ["04-28 17:00"]), ("5月20日演出，节目单28号收口。", ["04-28"])])
def test_what_is_closed_for_a_day_comes_before_it(text: str, limits: list[str]) -> None:
    assert reading.due(text) == limits


def test_the_first_one_of_a_month_is_no_beginning_of_it() -> None:
    assert reading.due("10月头一个周一还在放假，表4月14日前交。") == ["04-14"]


def test_slashed_days_of_a_list_are_days() -> None:
    text = "复训分三拨：9/28、9/29、10/8，都是晚上7点"
    assert [found.start and found.start.strftime("%m-%d %H:%M") for found in find_times(text, REF, default_calendar())] == ["09-28 00:00", "09-29 00:00", "10-08 00:00", "10-08 19:00"]


@pytest.mark.parametrize("text", ["占比是1/3、2/5", "第1/5、2/5页", "比例9/12、3/14"])
def test_fractions_of_a_list_are_no_days(text: str) -> None:
    assert find_times(text, REF, default_calendar()) == []


def test_minutes_in_front_of_a_roll_call_are_minutes() -> None:
    assert only("晚上六点四十点名").clock == "18:40"
