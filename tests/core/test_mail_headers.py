"""A mail pasted with its header: who wrote it when is no event and no address to hand in to; its subject names the task."""

from __future__ import annotations

from bot.core.models import Kind
from tests.core.reading import due, read, sessions

OUTLOOK = (
    "From: Kim Park <kim.park@org.example>\nSent: Thursday, April 9, 2026 9:02 AM\nTo: All Staff <all@org.example>\nCc: Board <board@org.example>\nSubject: RE: FW: Cycle to work scheme\n\n"
    "Dear colleagues,\n\nPlease complete the mileage form no later than close of business on 20 April.\n\nBest regards,\nKim"
)
APPLE = (
    "Begin forwarded message:\n\nFrom: \"Kim Park\" <kim.park@org.example>\nSubject: Open day\nDate: March 30, 2026 at 17:45:10 GMT+8\nTo: Programme <prog@org.example>\n\n"
    "Please send me your posters by Friday noon."
)
CHINESE = "发件人: Kim Park <kim.park@org.example>\n发送时间: 2026年4月9日 9:02\n收件人: 全体\n主题: 年度自评\n\n请各位同事于4月20日前完成年度自评。"


def test_the_header_gives_the_name_and_neither_dates_nor_addresses() -> None:
    notice = read(OUTLOOK)
    assert (notice.kind, notice.title) == (Kind.TASK, "Cycle to work scheme")
    assert due(OUTLOOK) == ["04-20 cob"] and sessions(OUTLOOK) == []
    assert notice.submit_to.emails == ()


def test_days_count_from_when_the_mail_was_sent() -> None:
    assert due(APPLE) == ["04-03 noon"] and sessions(APPLE) == []
    assert read(APPLE).title == "Open day"


def test_a_chinese_header() -> None:
    assert due(CHINESE) == ["04-20"] and sessions(CHINESE) == []
    assert read(CHINESE).title == "年度自评" and read(CHINESE).submit_to.emails == ()


def test_places_of_facts_stay_those_of_the_text() -> None:
    limit = read(OUTLOOK).deadlines[0]
    assert OUTLOOK[slice(*limit.span)] == limit.said


def test_one_line_that_looks_like_a_field_is_no_header() -> None:
    assert due("To: all wardens. Please return the keys by 20 April.") == ["04-20"]
    assert due("Date: 20 April 2026, 10:00\nPlease return the keys by 17 April.")[:1] == ["04-17"]
    assert sessions("主题：防汛演练\n日期：4月20日上午9点\n地点：水库大坝\n请各组准时参加。") == ["04-20 09:00"]
