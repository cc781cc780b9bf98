"""What a platform writes into a group by itself is told from what people ask for in nearly the same words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.platform_lines import PlatformLine, read_platform_line


@pytest.mark.parametrize(
    "text",
    [
        '"张三"修改群名为“防汛抗旱群”',
        "你修改群名为“防汛抗旱群”",
        '张三将群名称修改为"防汛抗旱群"',
        "群名称已被修改为“防汛抗旱群”",
        "“张三”将群名修改成「防汛抗旱群」",
        'Tom changed the group name to "防汛抗旱群"',
    ],
)
def test_a_new_name_is_read(text: str) -> None:
    assert read_platform_line(text) == PlatformLine(renamed="防汛抗旱群")


@pytest.mark.parametrize(
    "text",
    [
        "请大家将群名修改为“村名+姓名”",
        "请修改群名称为“防汛群”",
        "各位把本群名称改为“防汛群”",
        "张三修改群名为“姓名+单位”",
        "大家把群名片改为“姓名”",
        "各村明天17:00前报值班表",
    ],
)
def test_what_people_ask_for_is_no_such_line(text: str) -> None:
    assert read_platform_line(text) is None


def test_people_who_came_are_read() -> None:
    assert read_platform_line('"李四"邀请"王五、赵六"加入了群聊') == PlatformLine(came=("王五", "赵六"))
    assert read_platform_line('"王五"通过扫描"李四"分享的二维码加入群聊') == PlatformLine(came=("王五",))


@given(st.text(max_size=200))
def test_any_text_can_be_read(text: str) -> None:
    read_platform_line(text)
