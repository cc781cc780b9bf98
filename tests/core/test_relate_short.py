"""Everyday demands of a few words: another paper is another task, the same one is told on, pressed and moved."""

from __future__ import annotations

import pytest

from bot.core.models import Relation
from bot.core.relate.papers import likest, papers_of
from tests.core.hearing import hear

ASKED = (
    ("各村周五前把困难残疾人生活补贴名单报我", "各村周五前把公益林管护面积报我"),
    ("门卫的体检表周四前送安全办", "校车司机的体检表周四前送安全办"),
    ("各组明天中午前报拖欠工资户数", "另外，农家书屋的借阅登记也是明天中午前"),
    ("Please send me the list of forklift drivers by Friday noon", "Also the fire extinguisher inspection sheet by Friday noon, to me"),
)
HANDS = (("柳河镇村文书群", "党政办 小芮"), ("", ""))


@pytest.mark.parametrize("texts", ASKED)
@pytest.mark.parametrize(("group", "sender"), HANDS)
def test_one_hand_that_asks_for_two_papers_in_one_breath_opens_two_tasks(group: str, sender: str, texts: tuple[str, str]) -> None:
    assert [v.relation for v in hear([(21, group, sender, text) for text in texts])] == [Relation.NEW, Relation.NEW]


@pytest.mark.parametrize(
    ("told_on", "of", "relation"),
    [
        (("石桥村组长群", "石桥村 老贺", "镇上党政办小芮要公益林管护面积，周五前，各组量好告诉我"), 2, Relation.DUPLICATE),
        (("柳河镇村文书群", "党政办 小芮", "公益林面积还差两个村"), 2, Relation.REMINDER),
        (("柳河镇村文书群", "党政办 小芮", "残疾人补贴名单不用报了，民政有数"), 1, Relation.CANCEL),
    ],
)
def test_of_two_short_demands_the_one_that_is_named_is_meant(told_on: tuple[str, str, str], of: int, relation: Relation) -> None:
    group, sender = HANDS[0]
    verdict = hear([*((21, group, sender, text) for text in ASKED[0]), (21, *told_on)], ("09:00", "09:02", "10:30"))[-1]
    assert (verdict.relation, verdict.of) == (relation, of)


def test_the_papers_of_a_text_are_known_by_what_they_are_of() -> None:
    (guards,), (drivers,) = papers_of("门卫的体检表周五前送安全办"), papers_of("校车司机的体检表周五前送安全办")
    assert {"门", "卫"} <= guards and {"司", "机"} <= drivers
    assert likest((guards,), (guards,)) == 1 > likest((guards,), (drivers,))


def test_a_text_without_papers_is_like_none() -> None:
    assert papers_of("明天上午九点开会") == ()
    assert likest((), papers_of("低保名单报我")) == -1
