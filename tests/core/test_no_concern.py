"""Facts about dates that a text says are others' business, and about doors and limits of the levels above."""

from __future__ import annotations

import pytest

from tests.core.reading import due

OTHERS = [
    ("居民医保缴费通道开到5月31日不假，可那是给老百姓的。咱们干部4月22日前把没缴的户走访一遍。", ["04-22"]),
    ("申请（窗口开到4月25日）照旧办理，不受影响。所有欠薪4月30日前付清。", ["04-30"]),
    ("省厅举证通道4月26日24时关闭。请各所4月20日前到实地核查，照片上传“国土调查云”。", ["04-20"]),
    ("市里通道4月10日开、5月25日关，所以教研组这一关，推荐名单4月30日16:00前交教师发展中心。", ["04-30 16:00"]),
    ("县里的口子4月1日已开，5月31日24点关死。街道自己的日子要早些，4月20日前入户认证完。", ["04-20"]),
    ("各村4月14日前把统计表报镇里。县级4月20日向市防指报核定数，5月5日前完成会商。", ["04-14"]),
    ("4月13日前报排查台账。三、后续。5月10日前部里逐乡镇反馈。", ["04-13"]),
    ("剩下2处业主承诺4月20日前改完。请各村4月14日前把名单报镇里。", ["04-14"]),
]


@pytest.mark.parametrize(("text", "limits"), OTHERS)
def test_what_others_do_by_a_day_is_no_limit_of_the_readers(text: str, limits: list[str]) -> None:
    assert due(text) == limits


def test_a_day_said_to_be_for_others_is_none_wherever_it_is_named() -> None:
    text = "文中4月30日是镇里往县里报的时间，跟各村无关；各村把摸底表填好，4月26日前交镇农服中心岳敏。\n关于摸清底数的通知\n各乡镇审核汇总后于4月30日前报局种植业股。"
    assert due(text) == ["04-26"]


def test_a_limit_before_what_is_others_business_stays() -> None:
    assert due("下周二（14号）下午4点20之前填完意向，15号起保险公司自己来人收费，跟咱群没关系了。") == ["04-14 16:20"]


def test_the_only_door_there_is_binds_who_goes_through_it() -> None:
    assert due("残疾人两项补贴年审，省平台4月30日24点关闭，没提交的抓紧自己登录提交。") == ["04-30 24:00"]
