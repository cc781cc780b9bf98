"""What a message is to what is known: facts about duplicates, reminders, updates, cancels, new tasks and overlaps."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from zlib import crc32

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.core.models import Kind, KnownTask, Message, Relation, Verdict
from bot.core.relate import RelateMemory, RelateReason, gram_hashes, pair_key, relate
from bot.core.understand import understand
from tests.bench.streams import Ledger
from tests.factories import CALENDAR, instant, message
from tests.growth import FEWER_THAN_SQUARED, growth

MEMORY = RelateMemory()


class Desk:
    """Messages put before the bot one after the other, each judged by what is known then."""

    def __init__(self) -> None:
        self.ledger = Ledger()

    @property
    def known(self) -> list[KnownTask]:
        return list(self.ledger.tasks.values())

    def hear(self, at: datetime, group: str, sender: str, text: str, memory: RelateMemory = MEMORY) -> Verdict:
        """Judge a message and remember it."""
        heard = message(text, at=at, group=group, sender=sender)
        verdict = self.judge(heard, memory)
        self.ledger.apply(heard, understand(heard, CALENDAR), verdict)
        return verdict

    def judge(self, heard: Message, memory: RelateMemory = MEMORY) -> Verdict:
        return relate(heard, understand(heard, CALENDAR), self.known, CALENDAR, memory)


@pytest.fixture
def desk() -> Desk:
    """A desk on which one table has been asked for: #1, by the county's water bureau, for the 25th 17:00."""
    desk = Desk()
    opened = desk.hear(
        instant(21),
        "青川县水利系统群",
        "县水利局 苏敏",
        "各乡镇：请填报小型水库大坝安全责任人名册（水库名称、责任人、职务、手机），9月25日17:00前盖章扫描发至slj@example.cn，"
        "联系人苏敏 0831-5550011。\n青川县水利局",
    )
    assert opened.relation is Relation.NEW
    return desk


TOWN = ("白石镇水利工作群", "水利站 郭平")
VILLAGE = ("柳林村两委群", "柳林 支书")
COUNTY = ("青川县水利系统群", "县水利局 苏敏")


def test_a_forward_in_few_words_is_a_duplicate(desk: Desk) -> None:
    verdict = desk.hear(instant(21, "10:20"), *TOWN, "转县水利局：水库大坝责任人名册，25号下午五点前盖章发县局邮箱，手机号核准")
    assert (verdict.relation, verdict.of) == (Relation.DUPLICATE, 1)


def test_a_village_that_tells_its_people_in_dialect_repeats_the_duty(desk: Desk) -> None:
    desk.hear(instant(21, "10:20"), *TOWN, "转县水利局：水库大坝责任人名册，25号下午五点前盖章发县局邮箱，手机号核准")
    verdict = desk.hear(instant(21, "19:40"), *VILLAGE, "县水利局要水库管事的人，名字职务手机都写起，25号下午5点前要报拢，莫拖")
    assert (verdict.relation, verdict.of) == (Relation.DUPLICATE, 1)


def test_a_lower_level_that_wants_it_earlier_sets_an_inner_deadline_beside_the_original(desk: Desk) -> None:
    verdict = desk.hear(
        instant(21, "11:00"), *TOWN, "县水利局要水库大坝安全责任人名册，站里要汇总盖章，各村9月23日下班前先报水利站"
    )
    assert (verdict.relation, verdict.of, verdict.reason) == (Relation.UPDATE, 1, RelateReason.INNER_DEADLINE)
    assert verdict.facts is not None
    assert [(d.date.day, d.inner) for d in verdict.facts.deadlines] == [(23, True), (25, False)]


def test_a_moved_deadline_is_an_update_and_its_forward_is_a_duplicate(desk: Desk) -> None:
    moved = desk.hear(instant(23), *COUNTY, "水库大坝责任人名册报送时间延长到9月28日12:00，其他要求不变")
    assert (moved.relation, moved.of, moved.reason) == (Relation.UPDATE, 1, RelateReason.DEADLINE_MOVED)
    assert [(c.fact, c.old, c.new) for c in moved.changes] == [("deadline", "2026-09-25 17:00", "2026-09-28 12:00")]
    told_on = desk.hear(instant(23, "15:00"), *TOWN, "水库责任人名册县里延到28号中午12点了，没报的不用慌")
    assert (told_on.relation, told_on.of) == (Relation.DUPLICATE, 1)


def test_a_changed_mailbox_is_an_update(desk: Desk) -> None:
    verdict = desk.hear(instant(22), *COUNTY, "更正：水库大坝责任人名册接收邮箱改为slj2@example.cn，时间不变")
    assert (verdict.relation, verdict.of) == (Relation.UPDATE, 1)
    assert verdict.facts is not None and verdict.facts.submit_to.emails == ("slj2@example.cn",)


def test_a_new_column_is_an_update_that_moves_no_date(desk: Desk) -> None:
    verdict = desk.hear(instant(22), *COUNTY, "水库责任人名册换新模板，增加“培训情况”一列，请按新表填，时间不变")
    assert (verdict.relation, verdict.of, verdict.reason) == (Relation.UPDATE, 1, RelateReason.CONTENT_CHANGED)
    assert verdict.facts is not None and [d.date.day for d in verdict.facts.deadlines] == [25]
    assert verdict.changes


@pytest.mark.parametrize(
    "text",
    [
        "水库责任人名册还差石桥、双河两个镇",
        "离17:00只有50分钟了，名册白石镇还是空的",
        "今天最后一天，大坝责任人名册没交的抓紧",
        "名册都动起来没有？",
    ],
)
def test_counting_who_is_missing_or_how_much_time_is_left_is_a_reminder(desk: Desk, text: str) -> None:
    verdict = desk.hear(instant(25, "16:10"), *COUNTY, text)
    assert (verdict.relation, verdict.of) == (Relation.REMINDER, 1)


def test_an_office_that_withdraws_its_table_cancels_it_though_it_names_another_office(desk: Desk) -> None:
    verdict = desk.hear(instant(24), *COUNTY, "经与县应急管理局商定，水库大坝责任人名册由应急局统一提供，各乡镇不用再报")
    assert (verdict.relation, verdict.of) == (Relation.CANCEL, 1)


def test_a_cancellation_told_on_changes_nothing_more(desk: Desk) -> None:
    desk.hear(instant(24), *COUNTY, "水库大坝责任人名册不用再报了，已报的留存")
    verdict = desk.hear(instant(24, "10:30"), *TOWN, "县水利局通知水库责任人名册取消，各村不用报了")
    assert (verdict.relation, verdict.of) == (Relation.DUPLICATE, 1)


def test_another_bureau_that_asks_for_the_same_columns_opens_a_task_that_overlaps(desk: Desk) -> None:
    verdict = desk.hear(
        instant(22),
        "青川县应急系统群",
        "县应急局",
        "为做好汛期应急联络，请各乡镇报送小型水库责任人通讯录（水库名称、责任人、职务、手机），9月26日12:00前发yjj@example.cn。县应急局",
    )
    assert (verdict.relation, verdict.overlaps) == (Relation.NEW, (1,))


def test_the_same_form_for_another_subject_is_new_and_no_overlap(desk: Desk) -> None:
    verdict = desk.hear(
        instant(22), "青川县文旅群", "县文旅局", "各乡镇：请填报乡村民宿名册（民宿名称、房间数、床位数、星级），9月25日17:00前发wlj@example.cn。青川县文旅局"
    )
    assert (verdict.relation, verdict.overlaps) == (Relation.NEW, ())


def series(first: str, second: str) -> tuple[Verdict, Verdict]:
    desk = Desk()
    teller = ("白石镇业务群", "财政所 莫会计")
    return desk.hear(instant(21), *teller, first), desk.hear(instant(22), *teller, second)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("第一批危桥改造验收资料，9月24日前交财政所", "第二批危桥改造验收资料，9月29日前交财政所"),
        ("8月份村级账务报表，9月24日前交财政所", "9月份村级账务报表，10月9日前交财政所"),
        ("中秋假期值班表，各村带班和值班人员，9月24日下班前报我", "国庆假期值班表，各村带班和值班人员，9月29日下班前报我"),
        ("农村低保对象电费补贴名单，各村9月25日前盖章报我", "城市低保对象电费补贴名单，各社区9月25日前盖章报我"),
    ],
)
def test_the_next_batch_month_holiday_or_population_on_one_form_is_new_without_overlap(first: str, second: str) -> None:
    verdicts = series(first, second)
    assert [v.relation for v in verdicts] == [Relation.NEW, Relation.NEW]
    assert verdicts[1].overlaps == ()


@pytest.fixture
def meeting() -> Desk:
    """A desk that knows one meeting: #1, on the 24th at 9:00, town hall, room on the third floor."""
    desk = Desk()
    desk.hear(
        instant(21),
        "白石镇通知群",
        "党政办",
        "【会议通知】定于9月24日（周四）上午9:00在镇政府三楼会议室召开秋季防火工作会议，各村书记、护林员参加。镇党政办",
    )
    return desk


def test_a_meeting_told_on_for_the_same_hour_is_a_duplicate(meeting: Desk) -> None:
    verdict = meeting.hear(instant(21, "15:00"), *VILLAGE, "周四早上九点镇上三楼开防火会，护林员都去，莫迟到")
    assert (verdict.relation, verdict.of) == (Relation.DUPLICATE, 1)


def test_a_postponed_meeting_keeps_what_was_not_said(meeting: Desk) -> None:
    moved = meeting.hear(instant(23, "20:00"), "白石镇通知群", "党政办", "明天的秋季防火会推迟到下午3:00，地点和参会人员不变")
    assert (moved.relation, moved.of) == (Relation.UPDATE, 1)
    assert moved.facts is not None
    event = moved.facts.events[0]
    assert (event.date.day, event.time) == (24, "15:00")
    assert event.place and "三楼" in event.place
    late = meeting.hear(instant(24, "08:00"), *VILLAGE, "今天上午不用去镇上了，防火会挪到下午三点")
    assert (late.relation, late.of) == (Relation.DUPLICATE, 1)


def test_a_meeting_in_another_room_is_an_update_of_its_place(meeting: Desk) -> None:
    verdict = meeting.hear(instant(23), "白石镇通知群", "党政办", "防火会改到文化站礼堂，时间不变")
    assert (verdict.relation, verdict.of, verdict.reason) == (Relation.UPDATE, 1, RelateReason.PLACE_MOVED)
    assert verdict.facts is not None and verdict.facts.events[0].place == "文化站礼堂"


@pytest.mark.parametrize("text", ["24号的防火会不开了，改为各村书面报情况", "因雨大，明天的秋季防火会取消，时间另行通知"])
def test_a_meeting_called_off_or_replaced_by_writing_is_cancelled(meeting: Desk, text: str) -> None:
    verdict = meeting.hear(instant(23), "白石镇通知群", "党政办", text)
    assert (verdict.relation, verdict.of) == (Relation.CANCEL, 1)


def test_another_meeting_of_the_same_office_is_new(meeting: Desk) -> None:
    verdict = meeting.hear(
        instant(22), "白石镇通知群", "党政办", "定于9月28日（周一）下午2:30在镇政府三楼会议室召开医保征缴调度会，各村书记参加。镇党政办"
    )
    assert (verdict.relation, verdict.maybe) == (Relation.NEW, None)


def test_ending_a_recurring_duty_early_cancels_it_and_a_changed_hour_updates_it() -> None:
    desk = Desk()
    teller = ("青川县森防群", "县森防办")
    desk.hear(instant(1), *teller, "防火期内各乡镇每天17:00前报巡护情况（出动人数、劝返人数、火情），报到10月31日。县森防办")
    changed = desk.hear(instant(8), *teller, "巡护情况日报改为每天15:00前报")
    ended = desk.hear(instant(20), *teller, "连日降雨，防火期提前结束，巡护日报从今天起不用再报了")
    assert [v.relation for v in (changed, ended)] == [Relation.UPDATE, Relation.CANCEL]


@pytest.mark.parametrize("text", ["收到", "名册我们村已发您邮箱", "苏科，没有水库的村要不要报？", "谢谢各位，全部报齐了，辛苦"])
def test_receipts_reports_questions_and_thanks_touch_no_task(desk: Desk, text: str) -> None:
    verdict = desk.hear(instant(24), "青川县水利系统群", "白石镇", text)
    assert (verdict.relation, verdict.of) == (Relation.NONE, None)


def test_one_message_that_presses_for_two_tasks_names_both(desk: Desk) -> None:
    desk.hear(instant(21, "14:00"), *COUNTY, "请各乡镇报送农村饮水工程水质检测台账（工程名称、检测时间、是否合格），9月25日12:00前发邮箱。县水利局")
    verdict = desk.hear(instant(25, "09:00"), *COUNTY, "水库大坝责任人名册和饮水工程水质检测台账都还差白石、双河，今天必须报")
    assert verdict.relation is Relation.REMINDER
    assert {verdict.of, *verdict.also} == {1, 2}


def test_the_very_same_words_again_are_a_duplicate_of_whatever_they_were(desk: Desk) -> None:
    desk.hear(instant(23), *COUNTY, "水库大坝责任人名册报送时间延长到9月28日12:00，其他要求不变")
    for source in [s for task in desk.known for s in task.sources]:
        again = desk.judge(message(source.text, at=instant(23, "12:00"), group="另一个群", sender="某人"))
        assert (again.relation, again.of, again.reason) == (Relation.DUPLICATE, 1, RelateReason.SAME_WORDS)


def test_what_people_said_is_another_duty_is_not_merged_again() -> None:
    first = ("白石镇民政群", "民政办 向姐", "各村报困境儿童生活补贴发放名单，9月25日前交民政办")
    second = ("白石镇妇联群", "妇联 舒", "困境儿童生活补贴那份名单，妇联这边也要，25号前")
    desk = Desk()
    desk.hear(instant(21), *first)
    separate = Desk()
    separate.hear(instant(21), *first)
    separate.hear(instant(22), *second)
    key = pair_key(*separate.known)
    verdict = desk.hear(instant(22), *second, RelateMemory(different=frozenset((key,))))
    assert verdict.relation is Relation.NEW
    assert verdict.maybe is None


def test_every_verdict_names_a_reason_of_the_enum_and_a_merge_its_evidence(desk: Desk) -> None:
    verdict = desk.hear(instant(24), *COUNTY, "水库责任人名册还差三个镇没报")
    assert RelateReason(verdict.reason) is RelateReason.COUNTS_MISSING
    assert "+same_sender" in verdict.evidence
    assert any(e.startswith("missing:") for e in verdict.evidence)


def test_relating_does_not_depend_on_the_order_of_the_known_tasks_nor_on_earlier_questions(desk: Desk) -> None:
    desk.hear(instant(21, "14:00"), *COUNTY, "请各乡镇报送农村饮水工程水质检测台账，9月25日12:00前发邮箱。县水利局")
    asked = message("名册还差两个镇", at=instant(25), group=COUNTY[0], sender=COUNTY[1])
    notice = understand(asked, CALENDAR)
    answers = [relate(asked, notice, known, CALENDAR) for known in (desk.known, desk.known[::-1], desk.known)]
    assert answers[0] == answers[1] == answers[2]


HASHES = frozenset(crc32(gram.encode()) for gram in ("秸秆", "秆禁", "禁烧"))


def test_gram_hashes_are_the_same_in_every_process() -> None:
    assert gram_hashes("秸秆禁烧") == HASHES


WORDS = st.sampled_from(
    "各村 请报 名册 台账 水库 低保 9月25日 明天 17:00 前 不用再报 改到 还差 第一批 取消 会议 三楼 县水利局 转 ， 。 （姓名、电话、地址） \n ？ 🙏".split(" ")
)
TEXTS = st.one_of(st.text(max_size=120), st.lists(WORDS, max_size=14).map("".join))


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(TEXTS, st.sampled_from([TOWN, VILLAGE, COUNTY])), min_size=1, max_size=6))
def test_no_sequence_of_messages_raises_and_repeating_it_opens_no_task(posts: list[tuple[str, tuple[str, str]]]) -> None:
    desk = Desk()
    for minute, (text, teller) in enumerate(posts):
        desk.hear(instant(21, f"09:{minute:02}"), *teller, text)
    opened = len(desk.known)
    for minute, (text, teller) in enumerate(posts):
        verdict = desk.hear(instant(21, f"10:{minute:02}"), *teller, text)
        assert len(text.strip()) < 6 or verdict.relation is not Relation.NEW
    assert len(desk.known) == opened or any(len(text.strip()) < 6 for text, _ in posts)


@pytest.mark.parametrize("unit", ["各村请报名册，", "（姓名、电话）", "还差", "县水利局", "9月25日17:00前", "a", "“"])
def test_long_texts_cost_little(unit: str) -> None:
    desk = Desk()
    desk.hear(instant(21), *COUNTY, "请报水库名册，9月25日17:00前发邮箱。县水利局")
    notice = understand(message("请报名册"), CALENDAR)

    def hear(length: int) -> None:
        long = message(unit * (length // len(unit)), at=instant(21), group="群", sender="县水利局 苏敏")
        relate(replace(long, id=f"long-{length}"), notice, desk.known, CALENDAR)

    assert growth(hear, 2_000) < FEWER_THAN_SQUARED


def test_nothing_is_known_at_first() -> None:
    heard = message("各村明天下午5点前报蔬菜大棚受灾统计表到农业办")
    notice = understand(heard, CALENDAR)
    assert notice.kind is Kind.TASK
    assert relate(heard, notice, [], CALENDAR) == Verdict(Relation.NEW, RelateReason.NO_LIKENESS)
