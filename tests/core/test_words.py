"""Plain words that are commands, and notices that are not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.rights import TABLE
from bot.core.words import numbers_in, read_command


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("/open", ("open", "")),
        ("/open@jianfu_bot today", ("open", "today")),
        ("/Done 12", ("done", "12")),
        ("/due 12 明天\n下午5点", ("due", "12 明天\n下午5点")),
        ("待办", ("open", "")),
        ("/待办", ("open", "")),
        ("／撤回", ("undo", "")),
        ("/完成 12", ("done", "12")),
        (" 今天 ", ("open", "today")),
        ("逾期", ("open", "overdue")),
        ("本周", ("open", "week")),
        ("待办 @王敏", ("open", "@王敏")),
        ("待办 农业农村工作群", ("open", "农业农村工作群")),
        ("完成 12", ("done", "12")),
        ("完成12", ("done", "12")),
        ("完成 #12、#13", ("done", "12 13")),
        ("12 完成", ("done", "12")),
        ("12号办完了", ("done", "12")),
        ("#12", ("task", "12")),
        ("＃１２", ("task", "12")),
        ("为什么 12", ("why", "12")),
        ("合并 3 5", ("merge", "3 5")),
        ("合并3和5", ("merge", "3 5")),
        ("拆分 5", ("split", "5")),
        ("改期 12 周五下午5点", ("due", "12 周五下午5点")),
        ("稍后 12 明早", ("snooze", "12 明早")),
        ("稍后 12", ("snooze", "12")),
        ("分派 12 @张三 @李四", ("assign", "12 @张三 @李四")),
        ("群", ("groups", "")),
        ("摘要", ("digest", "")),
        ("帮助", ("help", "")),
        ("撤销", ("undo", "")),
        ("搜索 秸秆", ("search", "秸秆")),
        ("查：低保", ("search", "低保")),
        ("邀请 干部", ("invite", "干部")),
        ("today", ("open", "today")),
        ("Done 12, 13", ("done", "12 13")),
        ("search straw", ("search", "straw")),
        ("零报告 12", ("nil", "12")),
        ("收到已回 12", ("received", "12")),
        ("12 已回", ("received", "12")),
        ("群 3", ("groups", "3")),
        ("群 人口普查", ("groups", "人口普查")),
        ("解散 3", ("dissolve", "3")),
        ("解散 人口普查专班群", ("dissolve", "人口普查专班群")),
        ("试算", ("dissolve", "dry")),
        ("已解散的群", ("groups", "gone")),
        ("收回", ("undo", "")),
        ("看看 12", ("task", "12")),
        ("今天有什么要办的", ("open", "today")),
        ("这周要交啥", ("open", "week")),
        ("下周有哪些安排？", ("open", "下周")),
        ("我还有什么没交", ("open", "")),
        ("明天开什么会", ("open", "明天")),
        ("今天干啥", ("open", "today")),
        ("明天", ("open", "明天")),
        ("下周的任务", ("open", "下周")),
        ("本周的待办有哪些", ("open", "week")),
        ("tomorrow", ("open", "tomorrow")),
        ("有没有逾期的", ("open", "overdue")),
        ("哪些过期了？", ("open", "overdue")),
        ("what's due tomorrow?", ("open", "tomorrow")),
        ("@王敏", ("open", "@王敏")),
        ("3和5都办了", ("done", "3 5")),
        ("4号任务已完成", ("done", "4")),
        ("#7 弄好了", ("done", "7")),
        ("1 and 2 are done", ("done", "1 2")),
        ("#3 is finished", ("done", "3")),
        ("静音 3", ("mute", "3")),
    ],
)
def test_what_people_type_is_read(text: str, expected: tuple[str, str]) -> None:
    assert read_command(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "收到",
        "今天下午3点在三楼会议室开会",
        "完成 12 月份报表的请报到党政办",
        "完成12月份报表",
        "完成率达到95%",
        "今天\n待办",
        "各村请于今天17点前完成秸秆台账",
        "群里的人注意，今天交表，明天验收，后天通报",
        "后",
        "今",
        "12",
        "任务 请各村抓紧。",
        "逾期不候",
        "待办 请各村于9月25日前将台账报送至农业农村办，联系人王敏，电话13800000000，逾期通报",
        "查 3月以来的台账都报上来。",
        "2026年9月25日前完成12",
        "合并村两委换届选举",
        "群里通知明天开会",
        "解散 人口普查专班的通知",
        "收到 12 份材料",
        "3群收到请回复",
        "需要哪些材料",
        "明天的会取消",
        "下周的任务请提前安排",
        "逾期的通报批评",
        "周五前",
        "明天前报",
        "25日下午",
        "10月什么天气",
        "要交什么材料",
        "各村还有什么困难请报上来",
        "明天要来多少人",
        "3号都办完了吗",
        "2组3组都完成了",
        "12月都完成了",
        "3号交了",
    ],
)
def test_a_notice_never_runs_a_command(text: str) -> None:
    assert read_command(text) is None


@given(st.text(max_size=80))
def test_whatever_is_typed_is_a_known_command_or_none(text: str) -> None:
    found = read_command(text)
    if found is not None and not text.strip().startswith("/"):
        assert found[0] in TABLE


@given(st.lists(st.integers(min_value=1, max_value=999_999), min_size=1, max_size=6, unique=True))
def test_numbers_come_back_as_typed(numbers: list[int]) -> None:
    assert numbers_in(" ".join(f"#{number}" for number in numbers)) == tuple(numbers)
    assert read_command("完成 " + "、".join(map(str, numbers))) == ("done", " ".join(map(str, numbers)))


@given(st.text(alphabet="各村请于前报送完成今天待办群0123456789月日号点，。\n ", min_size=61, max_size=300))
def test_nothing_long_is_a_command(text: str) -> None:
    assert len(text.strip()) <= 60 or read_command(text) is None
