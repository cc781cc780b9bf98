"""What is to be ready when somebody comes to look, or is laid out to be looked through."""

import pytest

from tests.core.reading import due


@pytest.mark.parametrize(
    ("text", "limits"),
    [
        ("老罗你好那个明天下午三点县里要来检查咱们的消防台账你把前两个月的记录准备一下放到值班室啊", ["04-10 15:00"]),
        ("周一上午镇里来验收沙袋，各组把台账整理好", ["04-13 morning"]),
        ("明天县里来检查，今天下班前把院子打扫好", ["04-09 cob"]),
        ("4月16日镇里过来验收沙袋，各村不用准备", []),
        ("县里昨天来检查过了，把问题整改好", []),
        ("4月16日省里专家来调研，大家注意着装", []),
    ],
)
def test_what_is_made_ready_for_a_visit_is_due_by_then(text: str, limits: list[str]) -> None:
    assert due(text) == limits


@pytest.mark.parametrize(
    ("text", "limits"),
    [
        ("还有备课本，周一上午统一查，每人不少于12节，放教务处门口桌上", ["04-13 morning"]),
        ("下周一查教案，请大家放在年级组桌上。", ["04-13"]),
        ("作业周三抽查，课代表交到我办公室。", ["04-15"]),
        ("周五检查教室卫生，工具放回杂物室。", []),
        ("周五查寝，手机放宿管办公室。", []),
    ],
)
def test_what_is_looked_through_lies_there_by_then(text: str, limits: list[str]) -> None:
    assert due(text) == limits
