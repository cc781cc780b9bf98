"""What day and hour a limit says, in words less usual: meals, closing time, 24:00 as a base, dates in figures, days that lead to another."""

from __future__ import annotations

import pytest

from tests.core.reading import due, sessions


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("后天中饭前", "04-11 noon"), ("明天晌饭前", "04-10 noon"), ("明天吃午饭之前", "04-10 noon"), ("明天吃晚饭前", "04-10 evening"),
        ("明天睡觉前", "04-10 evening"), ("明天夜饭前", "04-10 evening"), ("明天收工前", "04-10 cob"), ("4月21日打烊前", "04-21 cob"),
        ("4月21日办公时间结束前", "04-21 cob"), ("4月21日工作时间结束前", "04-21 cob"), ("4月21日下班时间前", "04-21 cob"),
        ("4月21日（周二）廿一时前", "04-21 21:00"), ("04-21 17:30前", "04-21 17:30"), ("即日起至下周五下班前", "04-17 cob"),
        ("明天晚饭后八点前", "04-10 20:00"),
        ("5月的第一个工作日上午10点前", "05-06 10:00"), ("4月15日起5日内", "04-20"), ("自4月13日起三个工作日内", "04-16"),
    ],
)  # fmt: skip
def test_words_of_a_limit(said: str, expected: str) -> None:
    assert due(f"请各村于{said}将登记表报送综合办。") == [expected]


@pytest.mark.parametrize("said", ["4月21日下班", "21号下班", "4月21日（周二）下班", "4.21下班"])
def test_closing_time_ends_a_field(said: str) -> None:
    assert due(f"【交办单】\n事项：低保复核表\n限期：{said}\n交至：民政办小陈") == ["04-21 cob"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # 24:00 belongs to the day that ends, also as what others count from
        ("系统填报4月13日24:00截止，截止后两个工作日内把盖章件交到人事科。", ["04-13 24:00", "04-15"]),
        ("网上申报4月20日24时截止，次日上午把纸质表交到政务中心。", ["04-20 24:00", "04-21 morning"]),
        ("公示4月13日结束后，2个工作日内报送备案材料。", ["04-15"]),
        # a year said in one sentence is not that of the next
        ("疑难问题放宽至2027年6月30日前。各乡镇12月5日前报总结。", ["12-05", "06-30"]),
        # the day that is said to be the last one
        ("4月25日是本月报销的最后一天，票据请在这之前送来。", ["04-25"]),
        ("4月20日是收表最后一天，没交的赶紧交。", ["04-20"]),
        # figures with a stroke at the head of each line
        ("交件节点\n04/16 初稿\n04/23 修改稿\n04/30 终稿，18:00前", ["04-16", "04-23", "04-30 18:00"]),
        # the next such weekday behind a day
        ("13号不上班，所以原来说的13号改到后面那个礼拜一上午交台账。", ["04-20 morning"]),
        ("4月17日大扫除，全体参加。照片当天下班前发宣传委员。", ["04-17 cob"]),
        # a limit that is asked for, and one behind which it is too late
        ("问：最晚哪天交？\n答：本月最后一个星期五。\n问：交哪？答：交党政办。", ["04-24"]),
        ("问卷请各户填写，截至4月15日，过了这天按放弃处理。", ["04-15"]),
        ("数据截至4月15日，请各村4月17日前上报。", ["04-17"]),
        # figures without a mark, the break that a festival names, 最后日子
        ("请各班在0420之前把登记表交来。", ["04-20"]),
        ("各班五一收假后第一天把登记表交回。", ["05-06"]),
        ("危房整改，分片定最后日子：东片4月15日报，西片4月17日报。", ["04-15", "04-17"]),
        # lengths and what was not done are no days
        ("招租结果4月23日公布，异议期三日。报名表4月18日前交物业。", ["04-18"]),
        ("存在问题：合同签订后未在2个工作日内公开。整改报告4月18日前交中心。", ["04-18"]),
        ("县局17日内部碰头，不进村。花名册打印一份4月16日前交我。", ["04-16"]),
    ],
)
def test_values(text: str, expected: list[str]) -> None:
    assert due(text) == expected


def test_the_day_of_what_takes_place_is_not_that_of_what_others_do_before() -> None:
    text = "4月17日上午10时全县试鸣防空警报，公告由人防办15日见报。各班全员参加演练，疏散到操场。照片3张，当天下午3点前发德育处。县二中"
    assert due(text) == ["04-17 15:00"]


def test_the_hours_of_each_day_are_those_of_the_days() -> None:
    text = "护理技术第二期培训：4月28日至30日，每天8:30—17:00，县中医院教学楼401。名单上的人自行前往，自带白大褂。"
    assert sessions(text) == ["04-28 08:30 ~17:00"]
