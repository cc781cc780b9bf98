"""Facts about limits that count from the end of what the text dates, and from the day before it."""

from __future__ import annotations

import pytest

from tests.core.reading import due, read, sessions

AT = "2025-10-30 15:10"


@pytest.mark.parametrize(
    ("what", "dated"),
    [
        ("公示", "公示自11月3日起，至6日止，由镇村建办统一贴在各小区公告栏。"),
        ("公示", "公示时间：2025年11月3日—11月6日。"),
        ("行动", "自11月3日起开展清河行动，至11月6日结束。首次会商11月4日，末次11月5日。"),
        ("培训", "全镇网格员培训11月3日至6日在党校举行。"),
    ],
)
@pytest.mark.parametrize(
    ("when", "day"),
    [("结束次日", "11-07"), ("结束后第二天", "11-07"), ("结束当天", "11-06"), ("结束后3日内", "11-09"), ("结束后3个工作日内", "11-11")],
)
@pytest.mark.parametrize("act", ["将结果报告加盖公章报镇村建办。", "把总结发 hzb@example.cn。"])
def test_what_counts_from_an_end_counts_from_the_last_day(what: str, dated: str, when: str, day: str, act: str) -> None:
    hour = "" if "内" in when else "15:00"
    said = "下午三点前" if hour else ""
    notice = f"各村（社区）：\n一、{dated}\n二、{what}{when}{said}{act}\n镇政府办"
    assert due(notice, AT) == [f"{day} {hour}".strip()] and read(notice, AT).kind.actionable


@pytest.mark.parametrize("eve", ["前一天", "头天", "头一天", "前一日", "会前一天", "活动前一天", "提前一天"])
@pytest.mark.parametrize("act", ["{eve}{hour}把名单报给张敏。", "名单请于{eve}{hour}报镇办公室。", "{eve}{hour}，参加人员名单发至 dz@example.cn。"])
def test_the_day_before_what_takes_place_is_a_limit_with_its_hour(eve: str, act: str) -> None:
    text = "镇里4月18日（周六）上午九点在文化广场举行农民运动会，各村组队参加。" + act.format(eve=eve, hour="下午三点前")
    assert due(text) == ["04-17 15:00"] and sessions(text) == ["04-18 09:00"]


@pytest.mark.parametrize("eve", ["前一天下午四点", "头天下午四点", "前一日下午四点", "头一天下午四点"])
def test_the_day_before_has_sessions_of_its_own(eve: str) -> None:
    text = f"应急演练定在18号早上九点，地点镇中学操场，每村来5人。{eve}先在镇中学彩排，队员到齐。"
    assert sessions(text) == ["04-17 16:00", "04-18 09:00"]


def test_the_first_of_several_days_is_no_day_before() -> None:
    text = "志愿咨询会：本月24日至25日，头一天上午九点在镇中学，请咨询老师按时到岗。"
    assert sessions(text)[0] == "04-24 09:00"


def test_an_hour_that_closes_the_sentence_belongs_to_the_day_before() -> None:
    text = "重阳当天（4月18日）老年活动中心摆棋牌赛，上午九点半开盘，各社区领队带队来。参赛名单请在前一天发给刘芸，下午三点为限。"
    assert due(text) == ["04-17 15:00"]


def test_the_eve_said_again_as_a_day_is_one_limit() -> None:
    assert due("4月17日14:40在二楼开会商会，书面材料会前一天也就是4月16日17点前交平安办。") == ["04-16 17:00"]
