"""Facts about people who correct themselves within one message."""

from __future__ import annotations

import pytest

from tests.core.reading import due, sessions

DAYS = [("4月14日", "4月16日", "04-16"), ("下周二下班前", "下周四下班前", "04-16 cob"), ("14号17点前", "15号12点前", "04-15 12:00"), ("今天下班前", "明天下班前", "04-10 cob")]


@pytest.mark.parametrize(("old", "new", "wanted"), DAYS)
@pytest.mark.parametrize(
    "text",
    [
        "各村{old}把名册报给张敏。更正：不是{old}，是{new}。",
        "各位网格员 {old}把巡查表交上来 呃更正 不是{old} 是{new}",
        "各位网格员 {old}把台账发群里 说错了 是{new}",
        "请各村{old}把台账报农办。刚才打错了，应该是{new}。",
        "请各村{old}把台账报农办。（时间写错了，以{new}为准）",
        "台账请{old}交，口误，{new}。",
        "台账{old}交……啊不，{new}交。",
        "各村把台账{old}报给我 哎呀记错了 {new}",
        "台账{new}交，不是{old}，看清楚。",
        "台账{new}交（不是之前说的{old}）。",
        "台账不是{old}交，是{new}交。",
    ],
)
def test_the_day_put_right_is_the_limit_and_the_old_one_is_none(text: str, old: str, new: str, wanted: str) -> None:
    assert due(text.format(old=old, new=new)) == [wanted]


@pytest.mark.parametrize(
    "text",
    [
        "各村主任 4月14日下午2:30到三楼会议室开会 说错了 是4月16日下午2:30",
        "防汛会4月14日下午2:30在三楼开，口误，4月16日下午2:30。",
        "防汛会4月16日下午2:30开，不是4月14日下午2:30，各村主任到三楼。",
    ],
)
def test_a_meeting_moves_to_the_day_put_right(text: str) -> None:
    assert sessions(text) == ["04-16 14:30"]


def test_which_things_are_meant_is_no_denial() -> None:
    assert due("低保复核材料4月20日前报，不是4月12日前出生的不用报。") == ["04-20"]


@pytest.mark.parametrize(
    ("text", "limits"),
    [
        ("①②4月14日下班前交，③可缓到4月16日中午前。", ["04-14 cob", "04-16 noon"]),
        ("台账4月14日前交，照片可以缓到4月16日。", ["04-14", "04-16"]),
        ("台账4月14日前交，时间可以缓到4月16日。", ["04-16"]),
    ],
)
def test_another_item_that_may_come_later_leaves_the_first_its_limit(text: str, limits: list[str]) -> None:
    assert due(text) == limits


@pytest.mark.parametrize(
    ("text", "limits"),
    [
        ("护照复印件下周四收班以前……哦不，说准点，下周四晚上7点前交值班室。", ["04-16 19:00"]),
        ("报名表17号交……不对，17号会计进城，16号，交给老柳。", ["04-16"]),
        ("点名册周五下班前，不，周五中午12点前给我，教研室急着排座。", ["04-10 12:00"]),
        ("点名册17号，等等，教务刚来电话，16号就要，按16号交。", ["04-16"]),
        ("照片14日前发群，不合格的，不收，16日前补发。", ["04-14", "04-16"]),
        ("照片14日前报我，等等另外两份，16日前报。", ["04-14", "04-16"]),
    ],
)
def test_slips_of_the_tongue_are_put_right(text: str, limits: list[str]) -> None:
    assert due(text) == limits


@pytest.mark.parametrize(
    ("text", "limits"),
    [
        ("各村2小时内先报个大概；确需延期的，4月10日12时前书面说明理由。", ["04-09 17:45", "04-10 12:00"]),
        ("48小时内上传水尺照片；如因停电需要推迟，4月10日17:00前电话说明。", ["04-10 17:00", "04-11 15:45"]),
        ("缴费4月14日截止，如需延期，请于4月12日前提出。", ["04-12", "04-14"]),
        ("请于4月13日前交齐方案；整改期为一个月，5月15日前全部改完。", ["04-13", "05-15"]),
        ("24小时内把水泵转移到位。预警原定10点解除，延到明早6点。", ["04-10 15:45"]),
        ("24小时内上报；因故推迟上报的，4月10日17点前说明原因。", ["04-10 15:45", "04-10 17:00"]),
        ("照片今晚发群里，最迟不过明早8点。", ["04-10 08:00"]),
        ("4月14日前交表。改期了，4月16日前交。", ["04-16"]),
        ("4月14日前交表，时间推迟，4月16日前交就行。", ["04-16"]),
    ],
)
def test_what_would_be_put_off_or_was_put_off_elsewhere_leaves_a_limit_as_it_is(text: str, limits: list[str]) -> None:
    assert due(text) == limits


@pytest.mark.parametrize(
    ("text", "limits"),
    [
        ("请填好参训回执，于4月21日前发 a@example.cn。\n更正：不是21号，县里统一到4月28日17点；邮箱不变。", ["04-28 17:00"]),
        ("养老认证4月20日至24日在村部办，身份证复印件各交一份。（更正：镇里刚通知改期，4月27日至30日，周末也办。）", ["04-30"]),
        ("工资表4月20日前报财政所。更正：通知改期，4月24日前。财政所4月30日审完。", ["04-24"]),
        ("各村4月20日前交花名册，不是20日，县里定在4月17日。", ["04-17"]),
        ("工资表4月20日前报财政所。财政所4月30日审完。", ["04-20"]),
    ],
)
def test_a_day_that_others_settle_in_the_place_of_a_limit_is_the_limit(text: str, limits: list[str]) -> None:
    assert due(text) == limits
