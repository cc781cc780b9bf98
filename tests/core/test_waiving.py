"""What lets people off: only words that withdraw the whole duty close its task."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from bot.core.models import Message, Relation, Requirement, Verdict
from bot.core.relate import relate
from bot.core.relate.relation import RelateReason
from bot.core.relate.substance import substance_of
from bot.core.relate.waiving import Waived, read_waivers, withdraws_another
from bot.core.understand import understand
from bot.core.workdays import default_calendar
from tests.bench.streams import Ledger

ZONE = ZoneInfo("Asia/Shanghai")
CALENDAR = default_calendar()
ASKED = (
    "各村、社区请于11月25日下午5点前将80岁以上老人名单（姓名、身份证号、银行卡号）电子版发到 mz@example.cn，"
    "同时交一份盖章纸质版，附入户照片2张，联系人王敏 13800000001。"
)
OFFICE, VILLAGE = ("民政工作群", "民政办 王主任"), ("东岗村群", "李支书")


class Desk:
    """An office that was asked for a list and hears what follows."""

    def __init__(self) -> None:
        self.ledger = Ledger()
        self.hour = 9
        self.hear(ASKED)

    def hear(self, text: str, who: tuple[str, str] = OFFICE) -> Verdict:
        self.hour += 3
        message = Message(f"m{self.hour}", datetime(2026, 11, 20, self.hour, tzinfo=ZONE), text, *who)
        notice = understand(message, CALENDAR)
        verdict = relate(message, notice, list(self.ledger.tasks.values()), CALENDAR)
        self.ledger.apply(message, notice, verdict)
        return verdict


@pytest.fixture
def desk() -> Desk:
    return Desk()


@pytest.mark.parametrize(
    "text",
    [
        "80岁以上老人名单，身份证号不用填了",
        "老人名单里的卡号不用填了",
        "高龄老人名单不要身份证号了，只报姓名和卡号",
        "身份证号那一列可以不填",
        "高龄名单纸质版不用交了",
        "纸质的不用交了，电子版还是要",
        "老人名单不用盖章了",
        "入户照片不用交了，名单照报",
        "没有80岁以上老人的村不用报",
        "老人名单社区不用报，只要村里报",
        "西岗、东岗两个村的老人名单不用报了，已经有了",
    ],
)
def test_a_waived_part_changes_the_duty_and_leaves_it_open(desk: Desk, text: str) -> None:
    verdict = desk.hear(text)
    assert (verdict.relation, verdict.of, verdict.reason) == (Relation.UPDATE, 1, RelateReason.PARTLY_WAIVED)
    assert [c.new for c in verdict.changes if c.fact == "content"]


@pytest.mark.parametrize(
    "text",
    ["80岁以上老人名单不用报了", "高龄名单取消，不用报了", "名单和照片都不用交了", "高龄名单不用各村报了，用公安的数据", "老人名单先不报，等通知"],
)
def test_a_withdrawn_duty_is_cancelled(desk: Desk, text: str) -> None:
    verdict = desk.hear(text)
    assert (verdict.relation, verdict.of) == (Relation.CANCEL, 1)


@pytest.mark.parametrize(
    "text",
    [
        "已经报过的村不用再报老人名单，没报的抓紧",
        "老人名单已交的不用重复交",
        "老人名单不用来镇里交，发邮箱",
        "80岁以上老人名单不用发邮箱了，直接发给我",
        "照片不用每户都拍，抽两户就行",
        "老人名单不要报错了身份证号",
    ],
)
def test_who_is_done_or_hands_in_another_way_is_not_let_off(desk: Desk, text: str) -> None:
    verdict = desk.hear(text)
    assert verdict.of == 1
    assert verdict.relation is not Relation.CANCEL


def test_a_waived_form_is_no_longer_asked_for(desk: Desk) -> None:
    verdict = desk.hear("老人名单不用盖章了，入户照片也不用附了")
    assert verdict.facts is not None
    assert not verdict.facts.requirements & {Requirement.SEAL, Requirement.PHOTO}
    assert verdict.facts.requirements >= {Requirement.DATA_STATISTICS, Requirement.PAPER_COPY}
    assert verdict.facts.specs == ()


def test_what_waits_only_for_now_is_still_asked_for(desk: Desk) -> None:
    verdict = desk.hear("老人名单先别盖章，等我看过")
    assert verdict.relation is not Relation.CANCEL
    assert verdict.facts is None or Requirement.SEAL in verdict.facts.requirements


def test_a_waiver_told_on_is_a_duplicate(desk: Desk) -> None:
    desk.hear("老人名单里的卡号不用填了")
    verdict = desk.hear("镇里说了，老人名单里的卡号不用填", VILLAGE)
    assert (verdict.relation, verdict.of) == (Relation.DUPLICATE, 1)


def test_a_known_day_said_again_without_its_hour_moves_no_deadline(desk: Desk) -> None:
    verdict = desk.hear("老人名单纸质的不用交了，电子版还是25号发邮箱")
    assert verdict.facts is not None
    assert [(d.date.day, d.time) for d in verdict.facts.deadlines] == [(25, "17:00")]


@pytest.mark.parametrize(
    ("text", "extent"),
    [
        ("各村不用再报，我们直接从系统里取", Waived.WHOLE),
        ("会议取消", Waived.WHOLE),
        ("没交的省事了，名册不用交了", Waived.WHOLE),
        ("本子不用送了，放在自己村里就行", Waived.WHOLE),
        ("照片别送来了，传智慧城管小程序", Waived.WAY),
        ("不用送窗口了，拍照发我微信", Waived.WAY),
        ("The paper copy is no longer required", Waived.PART),
        ("If you have already replied, please disregard this note", Waived.DONE),
    ],
)
def test_how_far_a_waiver_goes_is_read_from_its_words(text: str, extent: Waived) -> None:
    assert [waiver.extent for waiver in read_waivers(text)] == [extent]


@pytest.mark.parametrize("text", ["禽流感免疫册5月9日前交", "类别、重量登记清楚", "章别忘了", "要不要送水车，报上来", "卡号别填家长旧卡"])
def test_words_that_only_sound_like_a_waiver_let_nobody_off(text: str) -> None:
    assert read_waivers(text) == ()


@pytest.mark.parametrize("text", ["老人名单里身份证号不用填了，其他照报", "附件2不用填了，系统能导，另外两个照报", "照片不用写说明了，交照片就行，时间没变"])
def test_where_the_rest_is_wanted_as_before_only_a_part_is_let_off(text: str) -> None:
    assert {waiver.extent for waiver in read_waivers(text)} <= {Waived.PART}


@pytest.mark.parametrize(
    ("text", "of_another"),
    [
        ("今天下午的干部职工篮球友谊赛取消", True),
        ("县气象台取消暴雨橙色预警", True),
        ("老人名单取消，不用报了", False),
        ("会议取消", False),
        ("那个不用报了", False),
    ],
)
def test_what_is_called_off_by_a_name_of_its_own_is_of_another_task(text: str, of_another: bool) -> None:
    assert withdraws_another(text, substance_of(ASKED)) is of_another
