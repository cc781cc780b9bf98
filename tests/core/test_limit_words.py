"""Facts about words that make a day a limit whatever stands around."""

from __future__ import annotations

import pytest

from tests.core.reading import due

DEMANDS = ["请各位业主把地下室储物间清空，钥匙交物业前台登记。", "请各教学点对照学籍把订数改准后报教务处杨老师。", "请各分店把盘点差异说明报财务，"]


@pytest.mark.parametrize("demand", DEMANDS)
@pytest.mark.parametrize(
    "limit",
    [
        "以4月16日为限",
        "4月16日是最后一天",
        "最后一天是4月16日",
        "4月16日为最后期限",
        "过了4月16日就不收了",
        "超过4月16日不再办理",
        "4月16日以后不再受理",
        "4月16日之后不再补录",
        "过了4月16日后果自负",
        "不能晚于4月16日",
        "不要晚于4月16日",
        "时间给到4月16日",
        "4月16日我要看到结果",
        "给大家一周时间",
    ],
)
def test_such_words_alone_are_a_limit(demand: str, limit: str) -> None:
    assert due(f"{demand}{limit}。有疑问打电话。") == ["04-16"]


@pytest.mark.parametrize("limit", ["最多三天", "期限3天", "给三天时间"])
def test_time_that_is_given_counts_from_the_notice(limit: str) -> None:
    assert due(f"请各位业主把地下室储物间清空。{limit}。") == ["04-12"]


@pytest.mark.parametrize("limit", ["【4月16日截止】", "【截至4月16日】"])
def test_a_limit_in_brackets_is_one(limit: str) -> None:
    assert due(f"{limit}请各门店把盘点差异说明报财务。") == ["04-16"]


@pytest.mark.parametrize(
    "text",
    [
        "本期优惠活动4月16日是最后一天，进店有礼。",
        "服务期满三年内为限。",
        "停水三天，请各户储水。",
        "享受培训以退役一年内为限。",
        "名单4月16日前交，4月17日之后不再收。",
    ],
)
def test_what_ends_by_itself_or_comes_after_is_none(text: str) -> None:
    assert due(text) in ([], ["04-16"]) and "04-17" not in due(text) and "04-12" not in due(text)


@pytest.mark.parametrize(
    ("text", "limits"),
    [
        ("各报账员：4月24日是今年报账的最后一天，过了这天走明年。", ["04-24"]),
        ("各户：4月24日就是这一批登记的最后一天。", ["04-24"]),
        ("欠付的工钱一律4月24日前发放到人，发完把签领表报我所。", ["04-24"]),
        ("防火责任书！填好！交！明天16:00！还差三个组！！", ["04-10 16:00"]),
        ("4月24日是花市的最后一天，欢迎来逛。", []),
        ("昨天是报账的最后一天，没赶上的等下批。", []),
    ],
)
def test_last_days_and_duties_without_a_word_of_limit(text: str, limits: list[str]) -> None:
    assert due(text) == limits


@pytest.mark.parametrize(
    ("text", "limits"),
    [
        ("门牌贴错的（3号、12号、20号），尽快重贴，贴好在“民政通”里提交。", []),
        ("今早巡查看见河边又堆了秸秆，请尽快清走，清完发照片。", []),
        ("网传视频发布于4月9日8时许，请东河镇4月13日前核实，书面说明报宣传部。", ["04-13"]),
        ("五一前最后一班邮车是4月29日，地址清单4月20日前给我。", ["04-20"]),
    ],
)
def test_days_that_only_say_which_or_what_came_about(text: str, limits: list[str]) -> None:
    assert due(text) == limits


@pytest.mark.parametrize(
    ("text", "limits"),
    [
        ("名单重发一遍，4月14日十二点是底线。", ["04-14 12:00"]),
        ("列个单子给我，4月14日下班我锁表。", ["04-14 cob"]),
        ("请把读数抄齐，4月14日那天统一传给吕衡。", ["04-14"]),
        ("把数据填进表里，4月14日北京时间20:00锁表。", ["04-14 20:00"]),
        ("Send the figures by 14 April. The province's own cut-off is 20 April.", ["04-14"]),
        ("老人列个名单送院办，车4月29号才来。", []),
    ],
)
def test_a_limit_in_other_words_has_its_hour_and_its_owner(text: str, limits: list[str]) -> None:
    assert due(text) == limits
