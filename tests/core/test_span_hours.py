"""The hours of the first and the last day of what lasts several days."""

import pytest

from tests.core.reading import due, sessions, stays


@pytest.mark.parametrize(
    ("text", "stay"),
    [
        ("兽医站定于4月22日至23日在党校办阉割技术班，22日上午9:00开班，23日15:30结业，各站来1人。", "04-22 09:00 - 04-23 15:30"),
        ("护林员集训4月22日到24日，林场场部，22日早上8点开训，24日下午四点散，全员参加。", "04-22 08:00 - 04-24 16:00"),
        ("春训4月22日至24日，靶场，第一天8点集合，8点半开训，最后一天17点结束，民兵都到。", "04-22 08:30 - 04-24 17:00"),
        ("技能赛4月22—23日在职校比，首日9:00开赛，选手准时到。", "04-22 09:00 - 04-23"),
        ("土特产展销4月25日至26日在老街，25日上午9点开市，26日晚8点收摊，摊主务必到。", "04-25 09:00 - 04-26 20:00"),
        ("Safety camp for wardens, 22-23 April, Pine Lodge. Day one begins at 08:15, day two ends at 15:00. All wardens attend.", "04-22 08:15 - 04-23 15:00"),
        ("Beekeeping course, 25-26 April, Room 6, Valley College. Starts 9:15 on day one. All members attend.", "04-25 09:15 - 04-26"),
    ],
)
def test_the_hours_of_several_days(text: str, stay: str) -> None:
    assert stays(text) == [stay]


def test_days_that_each_begin_are_sessions() -> None:
    assert sessions("4月22日、23日分两批体检，22日8:00开始一组，23日8:00开始二组，各组空腹到镇卫生院。") == ["04-22 08:00", "04-23 08:00"]


@pytest.mark.parametrize(
    "text",
    [
        "4月22日至23日系统停机维护，22日8:00开始，23日18:00结束，请各单位知悉。",
        "公示期4月22日至23日，22日8:30开始，23日17:30结束，有异议可来电。",
    ],
)
def test_what_others_do_for_days_is_no_event(text: str) -> None:
    assert stays(text) == []


def test_the_limit_of_signing_up_stays_beside_the_days() -> None:
    text = "县里4月22日至23日办班，报名4月17日17:00截止，22日上午9点开课，学员都来。"
    assert stays(text) == ["04-22 09:00 - 04-23"]
    assert due(text) == ["04-17 17:00"]
