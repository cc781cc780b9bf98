"""Facts about what a group is asked in one breath to do by a day."""

from __future__ import annotations

import pytest

from tests.core.reading import due, read


@pytest.mark.parametrize(
    "text",
    [
        "请大家4月16日下午把回执带来，谢谢配合！",
        "麻烦各位4月16日下午把旧卡带来换新卡，辛苦了",
        "各位家长，请4月16日下午把牛奶钱结一下，谢谢理解！",
        "请4月16日下午把钥匙交回来，谢谢",
        "麻烦各位4月16日下午把公厕门锁换了，谢谢",
    ],
)
def test_a_request_with_thanks_is_a_task_with_its_limit(text: str) -> None:
    assert due(text) == ["04-16 afternoon"] and read(text).kind == "task"


@pytest.mark.parametrize("text", ["大家记得4月20日至24日到镇畜牧站领疫苗哈", "各位4月20日至24日抽空到派出所办犬证 中午不休息", "各村会计：4月20日至24日，到财政所对账，带公章。"])
def test_days_to_come_and_fetch_something_end_on_the_last(text: str) -> None:
    assert due(text) == ["04-24"] and not read(text).events


@pytest.mark.parametrize("text", ["谢谢大家，昨天把水渠清完了，辛苦了", "请大家4月16日下午到村部开会，谢谢", "大家都说4月16日天气好", "各位4月16日见"])
def test_thanks_meetings_and_talk_are_no_such_request(text: str) -> None:
    assert not due(text)


@pytest.mark.parametrize(
    ("text", "limits"),
    [
        ("防疫登记表填好，16号带来站里，我们留底。", ["04-16"]),
        ("协议一式两份签好字，16号捎到村部来。", ["04-16"]),
        ("合同纸质版下周一带到项目部盖章。", ["04-13"]),
        ("样表我16号带来给大家。", []),
        ("接种本医生16号带来，各家等着。", []),
        ("我的发票16号带回来了。", []),
        ("会员大会4月16日14:00在二楼开，委托书当天带来，没带不给票。", []),
    ],
)
def test_papers_that_readers_bring_are_due_then(text: str, limits: list[str]) -> None:
    assert due(text) == limits
