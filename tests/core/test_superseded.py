"""Facts about times that the words beside them correct, take back or call the wrong ones."""

from __future__ import annotations

from datetime import datetime

import pytest

from bot.core.dates import find_dates
from bot.core.mentions import Mention
from bot.core.normalise import normalise
from bot.core.superseded import is_withdrawn, is_wrong
from tests.core.reading import CALENDAR, due, read, sessions


def mentions(text: str) -> tuple[Mention, ...]:
    return find_dates(normalise(text), datetime(2026, 4, 9, 15, 45), CALENDAR).mentions


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("核查表4月24日前（原稿误作4月30日）交镇村建办。", ["4月30日"]),
        ("时间那行错了：写的4月16日上午9点，实为4月15日下午3点。", ["4月16日上午9点"]),
        ("先前通知说体检表4月13日前交，那条作废。现在改到4月24日前交。", ["4月13日前"]),
        ("名单明天早饭前哦不行太赶了明天中午前给我", ["明天早饭前"]),
        ("放在下下周一，注意不是下周一。", ["下周一"]),
        ("原先的通知写的是4月20日收尾，现在往后延，到4月28日为止。", ["4月20日"]),
        ("初稿4月14日前交，上一稿4月10日退回的不用再交。", []),
        ("表不要晚于4月14日。", []),
    ],
)
def test_what_is_corrected_in_the_same_breath_is_wrong(text: str, wrong: list[str]) -> None:
    assert [m.time.said for m in mentions(text) if is_wrong(m)] == wrong


def test_only_the_right_time_is_read() -> None:
    assert due("填好核查表，4月24日前（原稿误作4月30日）交镇村建办。") == ["04-24"]
    assert sessions("座谈会时间那行错了：写的4月16日上午9点，实为4月15日下午3点，请各校德育主任准时参加。") == ["04-15 15:00"]
    assert due("职工体检：先前通知说体检表4月13日前交，那条作废。现在填完打印一份，4月24日下班前交给工会老邹。") == ["04-24 cob"]


def test_limits_of_an_earlier_paper_that_is_extended_hold_no_more() -> None:
    text = "我局3月27日印发的《关于开展用能调查的通知》（临发改〔2026〕18号）要求企业4月20日前完成填报。现作如下调整：企业填报的截止时间顺延至4月29日18:00。"
    assert due(text) == ["04-29 18:00"]


def test_a_rhythm_told_of_before_that_is_said_to_be_void_is_none() -> None:
    text = "之前说的每天下午5点报，作废。现紧急调整为每天清晨6点半报一次，内容不变：出动人数。"
    assert [(m.time.clock, is_withdrawn(m)) for m in mentions(text)] == [("17:00", True), ("06:30", False)]
    recurrence = read(text).recurrence
    assert recurrence is not None and recurrence.time == "06:30"


def test_what_was_moved_is_moved_on() -> None:
    assert sessions("培训一波三折：4月15日台风来，先推到4月18日；刚接体育馆电话，18日要换水，再推到4月20日。请各队下午2:30准时参加。")[-1].startswith("04-20")
