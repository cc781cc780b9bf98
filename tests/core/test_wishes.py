"""What somebody asks to be reminded of, or notes for himself."""

import pytest

from tests.core.reading import due, read, sessions


@pytest.mark.parametrize(
    ("text", "limits"),
    [
        ("提醒我明天上午给主任送图纸", ["04-10 morning"]),
        ("明天下午3点提醒我给吴局回电话", ["04-10 15:00"]),
        ("周日交电费，到时候提醒我一下", ["04-12"]),
        ("备忘：4月28日交体检表", ["04-28"]),
        ("帮我记一下，周一去县里领表", ["04-13"]),
        ("麻烦提醒我周五例会的材料下周一送出去", ["04-13"]),
        ("明早记得给县里打电话问苗木款", ["04-10 morning"]),
        ("周日别忘了给老秦送名单", ["04-12"]),
    ],
)
def test_a_wish_is_due_when_it_says(text: str, limits: list[str]) -> None:
    assert str(read(text).kind) == "task"
    assert due(text) == limits


@pytest.mark.parametrize(
    ("text", "held"),
    [("提醒我明天下午两点去三楼开会", ["04-10 14:00"]), ("麻烦提醒我明天上午十点的调度会", ["04-10 10:00"])],
)
def test_a_meeting_that_is_wished_for(text: str, held: list[str]) -> None:
    assert str(read(text).kind) == "event"
    assert sessions(text) == held


def test_a_wish_that_comes_back() -> None:
    found = read("每周五提醒我报周报").recurrence
    assert found is not None
    assert found.rrule == "FREQ=WEEKLY;BYDAY=FR"


def test_a_wish_without_a_day_has_no_limit_among_its_reasons() -> None:
    assert str(read("提醒我买墨盒").kind) == "task"
    assert "due_date" not in read("提醒我买墨盒").reasons


@pytest.mark.parametrize(
    "text", ["谢谢提醒我", "老师提醒我明天交材料", "系统昨天提醒我的那个表在哪", "你怎么不提醒我", "明天天冷，记得多穿衣服", "周五记得交照片了吗？", "明天记得带身份证"]
)
def test_what_is_told_of_reminding_is_no_wish(text: str) -> None:
    assert str(read(text).kind) == "chatter"
