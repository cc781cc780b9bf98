"""What keeps a task from being lost: facts about messages with a subject, a rhythm or a kind of their own."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import bot
from bot.core.models import Message, Relation, Verdict
from bot.core.relate import RelateReason, relate
from bot.core.relate.merging import new_place
from bot.core.relate.substance import substance_of
from bot.core.understand import understand
from tests.bench.streams import Ledger, figures, read_stream, replay
from tests.core.hearing import Post, hear
from tests.factories import CALENDAR, instant, message

OFFICE = ("梅溪镇通知群", "党政办")


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (
            "【会议通知】定于9月24日上午9:00在镇政府二楼会议室召开防汛抢险工作会议，各村书记参加。镇党政办",
            "各村、各站所：中秋放假安排及值班人员表请于9月24日12:00前报党政办，收到请回复",
        ),
        (
            "请各村9月25日17:00前把危桥排查表报镇党政办，附照片3张",
            "各村：先进基层党组织推荐材料，9月25日17:00前报党政办",
        ),
        (
            "各村报送禁渔宣传照片3张，9月30日前传到“美丽乡村”小程序",
            "请各村统计高粱种植面积，9月30日前报党政办",
        ),
        (
            "9月25日下午3点在镇四楼开残联业务培训会",
            "9月25日下午3点在镇三楼开国土例会",
        ),
    ],
)
def test_a_duty_with_a_subject_of_its_own_is_new_though_sender_group_and_date_agree(first: str, second: str) -> None:
    verdicts = hear([(22, *OFFICE, first), (23, *OFFICE, second)])
    assert [v.relation for v in verdicts] == [Relation.NEW, Relation.NEW]


@pytest.mark.parametrize(
    "first",
    [
        "定于9月28日上午9点在县农业大厦召开秋粮培训会，请各镇派2人参加。县农业农村局",
        "关于召开秋粮培训会的通知：9月27日下午报到，28日至29日培训，30日离会，地点县农业大厦。请各镇派2人参加。县农业农村局",
    ],
)
@pytest.mark.parametrize(
    "second",
    [
        "时间：9月28日，地点：镇三楼会议室，请各村文书参加档案培训",
        "时间：27-29日，地点：镇三楼会议室，请各村文书参加档案培训",
        "时间：9月28日14:30\n地点：镇三楼会议室\n参加：各村文书\n内容：档案培训",
    ],
)
def test_another_office_that_calls_to_another_place_moves_no_known_meeting(first: str, second: str) -> None:
    verdicts = hear([(22, "秋粮群", "县农业局", first), (22, *OFFICE, second)])
    assert [v.relation for v in verdicts] == [Relation.NEW, Relation.NEW]


def test_a_briefing_at_its_own_hour_and_place_is_not_the_meeting_it_prepares() -> None:
    meeting = "【会议通知】定于9月24日上午9:00在镇政府三楼会议室召开秋收秋种工作推进会，各村书记参加。镇党政办"
    told_on = "明天上午9点镇里的推进会改在四楼，别走错"
    briefing = "明天早上8点村部碰头，说一下推进会要汇报的内容"
    village = ("石桥村干部群", "石桥 支书")
    verdicts = hear([(22, *OFFICE, meeting), (23, *village, told_on), (23, *village, briefing)])
    assert [v.of for v in verdicts] == [None, 1, None]


def test_another_bureau_that_wants_the_same_columns_of_the_same_subject_overlaps() -> None:
    first = "各镇：请填报秸秆禁烧网格责任台账（网格名称、网格员姓名及电话、包保田块、面积），9月24日17:00前报县农业农村局。县农业农村局"
    second = "各镇环保站：请报送秸秆露天焚烧监管网格人员名册（网格、姓名、手机、责任田块及面积），9月28日下班前发邮箱。县生态环境局"
    _, found = hear([(22, "农业群", "县农业农村局 卢科", first), (23, "环保群", "县生态环境局 祁工", second)])
    assert (found.relation, found.overlaps) == (Relation.NEW, (1,))


def test_a_recurring_duty_is_not_a_one_off_that_ends_on_the_same_day() -> None:
    verdicts = hear(
        [
            (22, *OFFICE, "秋季灭鼠行动：各村投药点照片，9月30日前发党政办"),
            (23, "残疾人就业专班", "残联 小雷", "从今天起到9月30日，每天16:00前在“就业快报”小程序填当日走访户数，没有走访填0"),
        ]
    )
    assert [v.relation for v in verdicts] == [Relation.NEW, Relation.NEW]


def test_a_standing_duty_said_again_by_who_asked_is_no_new_one() -> None:
    verdicts = hear(
        [
            (22, "残疾人就业专班", "残联 小雷", "从今天起到9月30日，每天16:00前在“就业快报”小程序填当日走访户数，没有走访填0"),
            (23, "残疾人就业专班", "残联 小雷", "就业快报记得每天16:00前填，走访户数没有就填0"),
        ]
    )
    assert verdicts[1].of == 1
    assert verdicts[1].relation in (Relation.DUPLICATE, Relation.REMINDER)


def test_a_correction_goes_to_the_task_whose_subject_it_names_not_to_the_latest_of_the_office() -> None:
    verdicts = hear(
        [
            (22, *OFFICE, "各村：消防器材登记表9月25日17:00前报党政办"),
            (22, *OFFICE, "定于9月25日上午9:00在镇二楼会议室召开柑橘销售对接会，各村主任参加。镇党政办"),
            (23, *OFFICE, "更正：消防器材登记表提前到9月24日12:00前报"),
        ]
    )
    assert (verdicts[2].relation, verdicts[2].of) == (Relation.UPDATE, 1)


@pytest.mark.parametrize(
    "text",
    [
        "器材登记表，石湾、白沙的呢？",
        "消防器材的表就差白沙没冒泡了",
        "消防器材登记表今天到点，别让我一个个打电话",
        "说好的今天交器材登记表，等米下锅",
    ],
)
def test_short_pressing_by_who_asked_is_a_reminder_in_many_words(text: str) -> None:
    verdicts = hear([(22, *OFFICE, "各村：消防器材登记表9月25日17:00前报党政办"), (25, *OFFICE, text)])
    assert (verdicts[1].relation, verdicts[1].of) == (Relation.REMINDER, 1)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("推进会地点改到四楼会议室，时间不变", "四楼会议室"),
        ("后天的培训换到县党校报告厅", "县党校报告厅"),
        ("会场调整为镇中学多媒体教室", "镇中学多媒体教室"),
        ("改到明天下午2:30在文化站礼堂开", "文化站礼堂"),
        ("投影坏了，到镇政府小礼堂", "镇政府小礼堂"),
        ("时间改到下午3点", None),
    ],
)
def test_a_new_place_is_told_in_the_words_of_the_message(text: str, place: str | None) -> None:
    assert new_place(text) == place


def test_words_of_every_notice_are_no_substance() -> None:
    assert substance_of("请各村9月25日前报送名单，加盖公章，扫描件发邮箱，联系人、电话填好") == frozenset()
    assert {"秸秆", "禁烧"} <= substance_of("秸秆禁烧网格台账")


INDEPENDENT: tuple[Post, ...] = (
    (21, "县水利群", "县水利局 苏敏", "各乡镇：小型水库安全责任人名册，9月25日17:00前发slj@example.cn。县水利局"),
    (21, "县文旅群", "县文旅局", "请各乡镇报送民宿床位统计表，9月26日前发wlj@example.cn。县文旅局"),
    (21, *OFFICE, "定于9月24日上午9:00在镇政府三楼会议室召开柑橘产销对接会，各村书记参加。镇党政办"),
    (21, "镇卫健群", "卫生院 公卫科", "各村：65岁以上老人体检花名册9月28日前交卫生院"),
    (21, "人社群", "社保所 小鄢", "即日起至9月30日，每天17:00前在“求职快报”小程序填返乡求职人数"),
    (21, "学校安全群", "中心校 汤", "各校：消防演练方案和照片9月25日前发中心校"),
)


@settings(max_examples=25, deadline=None)
@given(st.permutations(INDEPENDENT))
def test_independent_notices_make_the_same_list_in_whatever_order_they_come(posts: list[Post]) -> None:
    assert [v.relation for v in hear(posts)] == [Relation.NEW] * len(posts)


@settings(max_examples=25, deadline=None)
@given(st.permutations(INDEPENDENT), st.sampled_from(INDEPENDENT))
def test_a_notice_that_comes_again_is_a_duplicate_of_the_first(posts: list[Post], again: Post) -> None:
    verdict = hear([*posts, (again[0], "另一个群", "某人", again[3])])[-1]
    assert (verdict.relation, verdict.of) == (Relation.DUPLICATE, posts.index(again) + 1)
    assert verdict.reason == RelateReason.SAME_WORDS


def recorded_day() -> Iterator[tuple[Message, Verdict, str | None]]:
    """The messages of the demonstration with their verdicts and the text that opened the task each speaks of."""
    ledger = Ledger()
    said: dict[str, str] = {}
    day = Path(bot.__file__).parent / "data" / "demo-day.jsonl"
    for row in map(json.loads, day.read_text(encoding="utf-8").splitlines()):
        if "text" not in row:
            continue
        heard = Message(f"d{len(said)}", datetime.fromisoformat(row["at"]), row["text"], row["group"], row["sender"])
        said[heard.id] = heard.text
        notice = understand(heard, CALENDAR)
        verdict = relate(heard, notice, list(ledger.tasks.values()), CALENDAR)
        opener = ledger.openers[verdict.of] if verdict.of else None
        ledger.apply(heard, notice, verdict)
        yield heard, verdict, said[opener] if opener else None


def test_the_recorded_day_loses_no_task_and_its_changes_find_theirs() -> None:
    day = [(heard.text, verdict, opener) for heard, verdict, opener in recorded_day()]

    def placed(start: str) -> tuple[Relation, str]:
        verdict, opener = next((v, o) for text, v, o in day if text.startswith(start))
        return verdict.relation, (opener or "")[:9]

    roster, insurance, meeting = "各办、各村：国庆假", "即日起至9月30日", "【会议通知】定于9"
    for opening in (roster, insurance, meeting, "今天起开展秋季村庄清洁"):
        assert placed(opening) == (Relation.NEW, "")
    assert placed("紧急更正：国庆假期值班表") == (Relation.UPDATE, roster)
    assert placed("国庆值班表改到今天") == (Relation.DUPLICATE, roster)
    assert placed("秋收秋种推进会地点改到四楼") == (Relation.UPDATE, meeting)
    assert placed("参保日报记得每天") == (Relation.DUPLICATE, insurance)
    moved = next(v for text, v, _ in day if text.startswith("秋收秋种推进会地点"))
    assert [(c.fact, c.new) for c in moved.changes] == [("place", "四楼会议室")]


def test_three_scenarios_in_other_words_lose_no_task() -> None:
    lines = read_stream(Path(__file__).parents[1] / "data" / "own-streams.jsonl", CALENDAR)
    found = figures(list(replay(lines, lambda m, n, known: relate(m, n, known, CALENDAR))))
    assert found.lost == 0
    assert found.leaked <= 0.06 * found.repeats
    assert found.right >= 0.85 * found.lines


def test_the_next_table_of_an_office_is_new_also_where_no_group_is_known() -> None:
    ledger = Ledger()
    for day, text in ((21, "各村：茶园受冻面积统计表9月25日前报我"), (22, "各村：茶叶加工厂用电安全承诺书9月28日前报我")):
        heard = message(text, at=instant(day), group=None, sender="农技站 骆海")
        notice = understand(heard, CALENDAR)
        verdict = relate(heard, notice, list(ledger.tasks.values()), CALENDAR)
        ledger.apply(heard, notice, verdict)
        assert verdict.relation is Relation.NEW


def test_another_office_with_a_subject_and_dates_of_its_own_is_new_though_both_come_back() -> None:
    verdicts = hear(
        [
            (22, "医保参保征缴专班", "医保办 小翟", "即日起至9月30日，每天17:00前在“医保征缴日报”小程序填新增参保人数，没有填0"),
            (23, "矛盾纠纷排查化解群", "司法所 简所", "矛盾纠纷排查情况每周五16:00前电话报司法所3352011，没有也要报"),
        ]
    )
    assert [v.relation for v in verdicts] == [Relation.NEW, Relation.NEW]


SHORT = (
    "各村明天9:00前报危房改造进度到镇村建办",
    "各村明天12:00前报护林巡护记录到镇林业站",
    "明天上午9点镇政府三楼开会",
    "各村周五前报高龄津贴名单给民政办小李",
    "请各村25号前交秋粮测产表",
    "下午3点防汛视频会，四楼，村主任参加",
)


@pytest.mark.parametrize(("group", "sender"), [("", ""), ("石桥村工作群", ""), ("石桥村工作群", "镇党政办")])
def test_short_demands_of_one_day_open_a_task_each(group: str, sender: str) -> None:
    verdicts = hear([(21, group, sender, text) for text in SHORT])
    assert [v.relation for v in verdicts] == [Relation.NEW] * len(SHORT)


@pytest.mark.parametrize("words", ["不用天天报了，往后礼拜一报一次", "以后不用每天报，改成礼拜一报一回"])
def test_a_rhythm_that_changes_calls_off_no_duty_of_another_rhythm(words: str) -> None:
    verdicts = hear(
        [
            (21, "", "", "农业农村局：自本季度起蔬菜快检数据每季度最后一个月20日前报一次，联系人小吴"),
            (22, "", "", f"转：{words}，上午10点前，松材线虫清理数发林业站老周"),
        ]
    )
    assert verdicts[1].relation is Relation.NEW
