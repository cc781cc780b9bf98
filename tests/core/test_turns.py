"""Facts about lists of whose turn it is on which day."""

from __future__ import annotations

import pytest

from tests.core.reading import due, read, sessions

LISTS = [
    "{a}4月16日，{b}17日，{c}18日",
    "{a}4月16日、{b}4月17日、{c}4月18日",
    "{a}：4月16日；{b}：4月17日；{c}：4月18日",
    "4月16日{a}，4月17日{b}，4月18日{c}",
]
NAMES = [("鸡", "鸭", "羊"), ("党群口", "窗口部门", "各站所"), ("东片", "西片", "南片"), ("村级", "社区", "学校")]


@pytest.mark.parametrize("days", LISTS)
@pytest.mark.parametrize("names", NAMES)
@pytest.mark.parametrize(
    ("hour", "said"),
    [
        ("，每样都收到上午十一点为止", "11:00"),
        ("，均为下午四点半前", "16:30"),
        ("，都是下班前", "cob"),
        ("，一律17:00截止", "17:00"),
        ("，截止时间均为当日18:00", "18:00"),
        ("，过了下午5点不收", "17:00"),
        ("", None),
    ],
)
def test_an_hour_said_once_is_the_limit_of_every_day_of_a_list(days: str, names: tuple[str, str, str], hour: str, said: str | None) -> None:
    a, b, c = names
    text = f"各村：2025年度文书档案移交分三拨，{days.format(a=a, b=b, c=c)}{hour}，送到档案室，移交清单要盖章。"
    assert due(text) == [" ".join(filter(None, [day, said])) for day in ("04-16", "04-17", "04-18")] and not sessions(text)


@pytest.mark.parametrize("days", LISTS)
@pytest.mark.parametrize(("hour", "said"), [("，都是上午九点", "09:00"), ("，每场晚上7点半开映", "19:30"), ("，上午9点准时开始", "09:00")])
def test_an_hour_said_once_is_that_of_every_session_of_a_list(days: str, hour: str, said: str) -> None:
    text = f"流动体检车到村时间：{days.format(a='东片', b='西片', c='南片')}{hour}。请带身份证到村部。"
    assert sessions(text) == [f"{day} {said}" for day in ("04-16", "04-17", "04-18")] and not due(text)


def test_stages_are_no_turns() -> None:
    text = "各药店：近效期药品专项自查4月15日启动，4月21日收官，收官当日18:00前自查报告盖章后上传。"
    assert due(text) == ["04-21 18:00"]


@pytest.mark.parametrize(
    ("others", "day"),
    [("窗口部门晚一天", "06-14"), ("西片往后推两天", "06-15"), ("照片可以晚三天", "06-16"), ("前山的往后放三天", "06-16"), ("西片延后3天", "06-16"), ("边远村推迟一周", "06-20")],
)
@pytest.mark.parametrize("first", ["党群口6月13日", "东片13日前", "一组6月13日交"])
def test_what_others_have_so_much_later_is_a_limit_of_its_own(first: str, others: str, day: str) -> None:
    assert due(f"台账分开交：{first}，{others}，都送档案室。", "2026-06-09 09:00") == ["06-13", day]


@pytest.mark.parametrize("rest", ["晚一天扣分。", "不得晚一天。", "迟一天通报一次。", "提前三天做好准备。", "提前两天的有奖励。"])
def test_what_befalls_the_late_is_no_turn(rest: str) -> None:
    assert due(f"台账6月13日前交，{rest}", "2026-06-09 09:00") == ["06-13"]


@pytest.mark.parametrize("days", LISTS)
def test_each_limit_of_a_list_names_whose_turn_it_is(days: str) -> None:
    text = f"各村：台账移交分三拨，{days.format(a='东片', b='西片', c='南片')}，都是下班前，送档案室。"
    assert [each.about for each in read(text).deadlines] == ["东片", "西片", "南片"]
