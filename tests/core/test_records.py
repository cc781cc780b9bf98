"""A pasted record is either several notices, each with its own time, or one conversation about one thing."""

from datetime import datetime
from zoneinfo import ZoneInfo

from bot.core.models import Kind, Message
from bot.core.records import inner_messages, stand_alone
from bot.core.understand import understand
from bot.core.workdays import default_calendar

AT = datetime(2026, 9, 23, 18, 0, tzinfo=ZoneInfo("Asia/Shanghai"))
TIMED = (
    "周明 2026/9/22 09:30:11\n各村低保花名册明天下午5点前报民政办\n"
    "何芳 2026/9/23 10:02:45\n定于9月24日上午9:00在镇二楼会议室开防火会，各村书记参加\n"
    "李强 2026/9/23 10:03:02\n收到"
)
TALK = "老郑：明早巡河，谁在\n小贺：几点\n老郑：六点半，西渡口集合，都到"


def parts_of(text):
    return inner_messages(Message("m", AT, text))


def test_lines_with_their_own_times_are_messages_of_their_own():
    parts = parts_of(TIMED)
    assert [part.id for part in parts] == ["m#1", "m#2", "m#3"]
    assert [part.sender for part in parts] == ["周明", "何芳", "李强"]
    notices = [understand(part, default_calendar()) for part in parts]
    assert stand_alone(notices)
    assert notices[0].deadlines[0].date.isoformat() == "2026-09-23"
    assert notices[2].kind is Kind.CHATTER


def test_a_conversation_stays_one_message_so_that_the_day_keeps_its_hour():
    (whole,) = parts_of(TALK)
    event = understand(whole, default_calendar()).events[0]
    assert (event.date.isoformat(), event.time) == ("2026-09-24", "06:30")


def test_a_record_with_one_notice_among_answers_is_one_message():
    text = "周明 2026/9/23 09:30:11\n低保花名册明天下午5点前报民政办\n何芳 2026/9/23 09:31:02\n收到\n李强 2026/9/23 09:31:40\n好的"
    assert not stand_alone([understand(part, default_calendar()) for part in parts_of(text)])
