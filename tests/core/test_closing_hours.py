"""Hours told apart from the day: when a counter shuts on the last day, when the writer begins, how soon after reading, the hour of another session."""

from __future__ import annotations

import pytest

from tests.core.reading import due, sessions


@pytest.mark.parametrize(
    ("text", "limit"),
    [
        ("报销最晚4月28日，财务室16:00就不收了。", "04-28 16:00"),
        ("【换证问答】问：带什么？答：旧证。问：最迟哪天？答：4月17日，周五，大厅17:00下班就不接了。街道便民中心", "04-17 17:00"),
        ("表交到收发室，4月17日最后一天，收发室17:30锁门就不收了。", "04-17 17:30"),
        ("投稿截止4月22日，16点以后送来的退回。", "04-22 16:00"),
        ("登记表4月17日交，窗口17:30收工，过时不接。", "04-17 17:30"),
    ],
)
def test_a_limit_has_the_hour_at_which_its_counter_shuts(text: str, limit: str) -> None:
    assert due(text) == [limit]


@pytest.mark.parametrize("text", ["4月17日前交表，大厅8:30开门。", "材料4月17日前报，下午5点后打我手机。", "名单4月17日前给我。值班室18:00锁门，钥匙放门卫。"])
def test_other_hours_are_not_those_of_the_limit(text: str) -> None:
    assert due(text) == ["04-17"]


@pytest.mark.parametrize(
    ("text", "limit"),
    [
        ("数没给的抓紧，后天下午两点我开始汇总，两点前没交的按缺报。", "04-11 14:00"),
        ("要换座的跟我说，明天也就是10号晚上八点我开始排表，八点前没到的不改了。", "04-10 20:00"),
        ("照片发群里，18号这天算数，过了18号我不等了。", "04-18"),
        ("要的户今晚群里接龙，接到9点我就报数。", "04-09 21:00"),
        ("西沟涨水了，各组长看到后半小时内打0857-6730020，说清楚人撤完没有。", "04-09 16:15"),
    ],
)
def test_when_the_writer_goes_on_without_the_rest_is_the_limit(text: str, limit: str) -> None:
    assert due(text) == [limit]


@pytest.mark.parametrize("again", ["同一时间，西厅", "时间地点不变", "相同时间，还在东厅"])
def test_another_session_has_the_hour_of_the_one_before(again: str) -> None:
    assert sessions(f"述职安排：4月14日（周二）下午一组，15:00，东厅；4月16日（周四）下午二组，{again}。请各组组长参加。") == ["04-14 15:00", "04-16 15:00"]


@pytest.mark.parametrize("next_round", ["前四名的19日下午仍在镇体育馆踢。", "出线的19日下午还在镇体育馆2号馆打。"])
def test_a_next_round_in_a_hall_is_a_session(next_round: str) -> None:
    assert sessions(f"队员们：资格赛4月18日上午9点，镇体育馆；{next_round}") == ["04-18 09:00", "04-19 afternoon"]


@pytest.mark.parametrize(("calls", "found"), [("种植户本人来听", ["04-17 morning"]), ("每户来一人参加", ["04-17 morning"]), ("我去听，回来讲给大家", [])])
def test_what_takes_place_besides_is_a_session_for_those_called(calls: str, found: list[str]) -> None:
    text = f"药材登记表4月14日前报站里。另外4月17日上午祠堂里有一场栽培课，{calls}。"
    assert (due(text), sessions(text)) == (["04-14"], found)


def test_a_notice_passed_on_greets_nobody() -> None:
    assert due("转发县文旅中心通知：\n非遗短片征集，即日起至4月20日，每站报1条。中心4月27日前完成初选。\n各站照此报送。") == ["04-20"]
