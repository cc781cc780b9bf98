"""Hours said once for all limits of a list, the hour a moved limit keeps, and limits that are moved from one day to another."""

from __future__ import annotations

import pytest

from tests.core.reading import due


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("收养殖备案表，分村交：\n上庄4月14号\n下庄4月16号\n石桥4月20号\n都是下午，交到村部老赵手里。", ["04-14 afternoon", "04-16 afternoon", "04-20 afternoon"]),
        ("各组报种粮面积：\n一组4月14日\n二组4月15日\n三组4月17日\n统一下午5点前交到会计室。", ["04-14 17:00", "04-15 17:00", "04-17 17:00"]),
        ("4月20日前交初稿，4月28日前交终稿，截止时间都是当天下午5点。", ["04-20 17:00", "04-28 17:00"]),
        ("各科室：一季度台账4月15日前报，二季度计划4月22日前报，以上均为当日下班前。", ["04-15 cob", "04-22 cob"]),
        ("整改时限：一中队4月15日；二中队4月17日；三中队4月21日。整改报告最迟于时限当日17:00交支队办公室。", ["04-15 17:00", "04-17 17:00", "04-21 17:00"]),
        ("材料报送安排：初稿4月20日，修改稿4月27日，终稿5月8日，时间均为18:00，发到yb@x.cn。", ["04-20 18:00", "04-27 18:00", "05-08 18:00"]),
        ("名单于4月14日前、方案于4月17日前报送，截止时点为当日24时。", ["04-14 24:00", "04-17 24:00"]),
        ("4月14日和4月21日各报一次进度，都要在上午11点前发到群里。", ["04-14 11:00", "04-21 11:00"]),
        ("各部门请按时提交：\n名单：4月13日\n台账：4月17日\n总结：4月24日\n均为下班前。", ["04-13 cob", "04-17 cob", "04-24 cob"]),
    ],
)
def test_one_hour_is_that_of_every_limit_before_it(text: str, expected: list[str]) -> None:
    assert due(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("4月14日前交名单，4月20日前交台账。统一下午5点集合去县里开会。", ["04-14", "04-20"]),
        ("初稿4月20日前交，终稿5月8日前交，答辩都在上午。", ["04-20", "05-08"]),
        ("报名表4月20日前交，材料4月25日前交，办公室都是下午五点半下班。", ["04-20", "04-25"]),
        ("名单4月20日前交，台账4月25日前交，食堂还是中午11点半开饭。", ["04-20", "04-25"]),
    ],
)
def test_the_hours_of_another_matter_are_no_limits(text: str, expected: list[str]) -> None:
    assert due(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("清查表顺延一天交，16号变17号，还是上午，交给小李。", ["04-17 morning"]),
        ("原来的交表日子挪了：15号挪到17号，时间不变，仍是中午12点前。", ["04-17 12:00"]),
        ("把报名表的时间改一下，4月16日→4月20日，填好发我。", ["04-20"]),
        ("供水时间由4月15日延至4月22日，请居民知悉。", []),
        ("停电时间由4月15日改到4月16日，请提前给手机充电。", []),
    ],
)
def test_a_limit_is_moved_and_keeps_its_hour(text: str, expected: list[str]) -> None:
    assert due(text) == expected


@pytest.mark.parametrize(
    ("text", "limits"),
    [
        ("水表读数报上来，都按下午5点算：\n东片、西片——今天\n南片——13号", ["04-09 17:00", "04-13 17:00"]),
        ("交表时间一律为当天17:30前：\n一组——4月13日\n二组——4月14日", ["04-13 17:30", "04-14 17:30"]),
        ("各片报数，都按上午10点截：东片4月13日，西片4月14日。", ["04-13 10:00", "04-14 10:00"]),
        ("报送时间（均为当日17:00）：\n周报 4月13日\n月报 4月30日", ["04-13 17:00", "04-30 17:00"]),
        ("窗口统一8点半开门：一村4月13日前交表，二村4月14日前交表。", ["04-13", "04-14"]),
        ("下午都在村里。东片4月13日前交，西片4月14日前交。", ["04-13", "04-14"]),
    ],
)
def test_an_hour_at_the_head_of_a_list_is_that_of_every_limit_in_it(text: str, limits: list[str]) -> None:
    assert due(text) == limits
