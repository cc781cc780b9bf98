"""What holds of matching whatever comes in whatever order: same list, no link across offices, nothing gone without a reason."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

from hypothesis import example, given, settings
from hypothesis import strategies as st

from bot.core.models import Message, Relation, TaskState, Verdict
from bot.core.relate import RelateReason, relate
from bot.core.understand import understand
from tests.bench import scenes
from tests.bench.streams import DATA, Ledger, figures, read_stream, replay
from tests.factories import CALENDAR, instant, message

Post = tuple[str, str, str, str]
"""The duty it speaks of, group, sender, text."""

FORMS = (
    ("reservoirs", "县水利群", "县水利局 苏敏", "各乡镇：请填报小型水库安全责任人名册（水库、责任人、手机），9月25日17:00前发slj@example.cn。县水利局"),
    ("homestays", "县文旅群", "县文旅局", "请各乡镇报送民宿床位统计表（民宿、床位、星级），9月26日下班前发wlj@example.cn。县文旅局"),
    ("fair", "梅溪镇通知群", "党政办", "定于9月24日上午9:00在镇政府三楼会议室召开柑橘产销对接会，各村书记参加。镇党政办"),
    ("elders", "镇卫健群", "卫生院 公卫科", "各村：请报65岁以上老人体检花名册（姓名、住址、电话），9月28日前交卫生院。镇卫生院"),
)
FORWARDS = (
    ("reservoirs", "梅溪镇水利群", "水利站 郭平", "转县水利局：各乡镇：请填报小型水库安全责任人名册（水库、责任人、手机），9月25日17:00前发slj@example.cn。"),
    ("homestays", "梅溪镇文旅群", "文化站 安", "转县文旅局：请各乡镇报送民宿床位统计表（民宿、床位、星级），9月26日下班前发wlj@example.cn。"),
    ("fair", "柳林村两委群", "柳林 支书", "转党政办：9月24日上午9:00在镇政府三楼会议室召开柑橘产销对接会，各村书记参加。"),
    ("elders", "柳林村两委群", "柳林 文书", "转镇卫生院：请报65岁以上老人体检花名册（姓名、住址、电话），9月28日前交卫生院。"),
)
POSTS: tuple[Post, ...] = FORMS + FORWARDS


class Office:
    """One workspace: what it heard and what it made of it."""

    def __init__(self) -> None:
        self.ledger = Ledger()
        self.verdicts: list[tuple[Message, Verdict]] = []

    def hear(self, place: int, post: Post, clock: str = "09") -> Verdict:
        heard = message(post[3], at=instant(21, f"{clock}:{place:02}"), group=post[1], sender=post[2])
        notice = understand(heard, CALENDAR)
        verdict = relate(heard, notice, list(self.ledger.tasks.values()), CALENDAR)
        self.ledger.apply(heard, notice, verdict)
        self.verdicts.append((heard, verdict))
        return verdict

    def lists(self, posts: Sequence[Post]) -> set[frozenset[str]]:
        """Which duties stand together in one task."""
        names = {heard.id: post[0] for (heard, _), post in zip(self.verdicts, posts, strict=True)}
        return {frozenset(names[s.message] for s in known.sources) for known in self.ledger.tasks.values()}


def heard_by_one(posts: Sequence[Post]) -> Office:
    office = Office()
    for place, post in enumerate(posts):
        office.hear(place, post)
    return office


@settings(max_examples=25, deadline=None)
@given(st.permutations(POSTS))
def test_shuffled_arrival_ends_in_the_same_list(posts: list[Post]) -> None:
    office = heard_by_one(posts)
    assert office.lists(posts) == {frozenset((form[0],)) for form in FORMS}
    assert len(office.ledger.tasks) == len(FORMS)


@settings(max_examples=25, deadline=None)
@given(st.permutations(POSTS))
def test_hearing_everything_twice_changes_no_fact_and_opens_nothing(posts: list[Post]) -> None:
    office = heard_by_one(posts)
    before = {number: known.task.facts for number, known in office.ledger.tasks.items()}
    for place, post in enumerate(posts):
        assert office.hear(place, post, clock="10").relation is Relation.DUPLICATE
    assert {number: known.task.facts for number, known in office.ledger.tasks.items()} == before


PIECES = "各村 请报 名册 水库 9月25日17:00前 明天 不用再报了 改到 还差三个村 第二批 取消 会议 三楼 县水利局 转 ， 。 收到 ？ 谢谢".split(" ")
WORDS = st.lists(st.sampled_from(PIECES), min_size=1, max_size=10).map("".join)
TALK = st.builds(lambda form, text: (form[0], form[1], form[2], text), st.sampled_from(FORMS), WORDS)
ANYTHING = st.lists(st.one_of(st.sampled_from(POSTS), TALK), min_size=1, max_size=8)


@settings(max_examples=30, deadline=None)
@given(ANYTHING, ANYTHING)
def test_what_one_office_hears_never_touches_another(mine: list[Post], theirs: list[Post]) -> None:
    alone = [v for _, v in heard_by_one(mine).verdicts]
    here, there = Office(), Office()
    together = []
    for place in range(max(len(mine), len(theirs))):
        if place < len(theirs):
            there.hear(place, theirs[place])
        if place < len(mine):
            together.append(here.hear(place, mine[place]))
            assert together[-1].of is None or together[-1].of in here.ledger.tasks
    assert together == alone


@settings(max_examples=40, deadline=None)
@example([FORMS[1], (*FORMS[1][:3], "不用再报了"), (*FORMS[0][:3], "请报9月25日17:00前不用再报了")])
@example([FORMS[3], (*FORMS[0][:3], "名册取消"), (*FORMS[0][:3], "请报请报9月25日17:00前不用再报了")])
@given(ANYTHING)
def test_no_task_vanishes_without_a_reason_on_record_and_none_comes_back_unasked(posts: list[Post]) -> None:
    office = heard_by_one(posts)
    opened = [heard.id for heard, v in office.verdicts if v.relation is Relation.NEW]
    assert sorted(office.ledger.openers.values()) == sorted(opened)
    for known in office.ledger.tasks.values():
        assert known.sources[0].message == known.task.opened_by
        assert all(RelateReason(source.reason) for source in known.sources)
        closed = [place for place, s in enumerate(known.sources) if s.relation is Relation.CANCEL]
        if known.task.state is TaskState.CANCELLED:
            assert closed
        elif closed:
            assert closed[-1] < len(known.sources) - 1, "open again only where a later message asked again"
    for _, verdict in office.verdicts:
        assert RelateReason(verdict.reason)
        assert (verdict.of is None) == (verdict.relation in (Relation.NEW, Relation.NONE))


def test_in_streams_worded_by_others_hardly_a_task_is_lost_and_few_repeats_are_shown_again() -> None:
    files = sorted(DATA.glob("learned-streams*.jsonl"))
    replays = (replay(read_stream(path, CALENDAR), lambda m, n, known: relate(m, n, known, CALENDAR)) for path in files)
    found = figures(list(chain.from_iterable(replays)))
    assert found.lost <= 0.005 * found.openers
    assert found.leaked <= 0.04 * found.repeats
    assert found.right >= 0.94 * found.lines


def test_what_is_pasted_without_sender_leaves_the_list_right_but_for_few_facts() -> None:
    found = scenes.figures("held-out-scenes")
    assert found["lost"] == 0
    assert found["deadline"] + found["event"] + found["rhythm"] <= 0.2 * found["duties"]
