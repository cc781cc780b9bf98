"""Facts about what is left of a duty when a piece of it is let off, in a chat that knows neither group nor sender."""

from __future__ import annotations

from datetime import datetime, timedelta
from itertools import count
from zoneinfo import ZoneInfo

import pytest

from bot.core.models import Deadline, Event, Message, Notice, Relation, Requirement, Verdict
from bot.core.relate import RelateReason, relate
from bot.core.understand import understand
from bot.core.workdays import default_calendar
from tests.bench.streams import Ledger

CALENDAR = default_calendar()
FIRST = datetime(2026, 11, 23, 9, 10, tzinfo=ZoneInfo("Asia/Shanghai"))
"""A Monday."""

_ids = count(1)

DRILL = "应急演练方案26号前报安监办，演练总结12月4日前报安监办，附演练照片5张。"
SHEET = "各社区独居老人走访台账周五前发到民政科，按楼栋填，附走访照片3张，负责人签字。"
VISIT = "下周三省里调研，汇报稿和点位图周五前定稿"
CLASSES = "各班周四前交防溺水承诺书，下周二前交安全问卷汇总表。"
GAMES = "12月5日上午9点广场义诊，12月6日上午9点敬老院理发，志愿者参加，12月2日前报名单。"
MEETING = "11月26日下午3点在三楼开秋粮收购座谈会，11月25日前报参会名单。"
COURSE = "周四前每村报2名学员名单，插花培训12月3日上午9点，镇文化站，自带午饭。"
AUDIT = "各校11月27日前自查，12月2日前将自查报告（盖章）和隐患清单报教育办，经校长审签。"
DIARY = "11月27日前走访到位，11月30日前把走访记录和心得体会交司法所。"


def after(*texts: str) -> tuple[Verdict, Notice]:
    """The verdict on the last of the messages, an hour apart, and the facts of its task then."""
    ledger = Ledger()
    for hour, text in enumerate(texts):
        message = Message(f"tg:2:{next(_ids)}", FIRST + timedelta(hours=hour), text, by="tg:2")
        notice = understand(message, CALENDAR)
        verdict = relate(message, notice, list(ledger.tasks.values()), CALENDAR)
        ledger.apply(message, notice, verdict)
    return verdict, ledger.tasks[verdict.of or len(ledger.tasks)].task.facts


def days(facts: Notice) -> list[str]:
    dates: list[Deadline | Event] = [*facts.deadlines, *facts.events]
    return [f"{each.date:%m-%d}" for each in dates]


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (SHEET, "走访照片不用了"),
        (SHEET, "照片就免了吧"),
        (SHEET, "照片可以不要"),
        (SHEET, "不用签字了"),
        (SHEET, "台账不用按楼栋了，按小区填"),
        (SHEET, "台账不用分楼栋填了，填总数"),
        (SHEET, "台账不用写那么细了，写个大概就行"),
        (SHEET, "台账不用单独发了，直接填共享表"),
        (SHEET, "台账不用打印了"),
        (VISIT, "汇报稿不用写了，点位图要"),
        (VISIT, "点位图不用画了"),
        (DRILL, "总结不用写太长"),
        (MEETING, "座谈会不用带材料"),
        (COURSE, "午饭不用带了，统一安排"),
        (AUDIT, "隐患清单不用报了"),
        (AUDIT, "报告不用校长审签了"),
    ],
)
def test_a_piece_or_a_manner_let_off_leaves_the_duty_with_its_days(asked: str, said: str) -> None:
    before = days(after(asked)[1])
    verdict, facts = after(asked, said)
    assert (verdict.relation, verdict.of, verdict.reason) == (Relation.UPDATE, 1, RelateReason.PARTLY_WAIVED)
    assert days(facts) == before


@pytest.mark.parametrize(
    ("asked", "said", "left", "title"),
    [
        (DRILL, "方案不用报了，直接演练", ["12-04"], "交演练总结"),
        (DRILL, "总结不用写了", ["11-26"], "交应急演练方案"),
        (CLASSES, "承诺书不用交了，问卷照交", ["12-01"], "填安全问卷汇总表"),
        (CLASSES, "问卷汇总表取消，承诺书不变", ["11-26"], "签防溺水承诺书"),
        (GAMES, "理发活动取消，义诊照常", ["12-02", "12-05"], "广场义诊"),
        (GAMES, "义诊不搞了，理发照搞", ["12-02", "12-06"], "敬老院理发"),
        (GAMES, "6号的活动取消，5号照常", ["12-02", "12-05"], "广场义诊"),
        (MEETING, "名单不用报了，会照开", ["11-26"], "秋粮收购座谈会"),
        (DRILL, "照片不用了，总结延到12月8日", ["11-26", "12-08"], "交应急演练方案"),
    ],
)
def test_what_has_a_day_of_its_own_goes_with_its_day_and_the_title_follows(asked: str, said: str, left: list[str], title: str) -> None:
    verdict, facts = after(asked, said)
    assert verdict.relation is Relation.UPDATE
    assert (days(facts), facts.title) == (left, title)


@pytest.mark.parametrize("said", ["心得体会不用写了", "心得不要了，记录照交"])
def test_a_day_that_two_papers_share_stays_while_one_is_wanted(said: str) -> None:
    assert days(after(DIARY, said)[1]) == ["11-27", "11-30"]


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (SHEET, "独居老人台账不用报了，公安有数"),
        (SHEET, "台账和照片都不用报了"),
        (CLASSES, "承诺书和问卷都不用交了"),
        (MEETING, "座谈会取消"),
        (MEETING, "座谈会取消，名单不用报了"),
        (MEETING, "座谈会取消，大家照常上班"),
        (MEETING, "座谈会取消，家长会照常"),
        (COURSE, "培训不搞了"),
    ],
)
def test_what_is_let_off_altogether_is_cancelled(asked: str, said: str) -> None:
    assert after(asked, said)[0].relation is Relation.CANCEL


@pytest.mark.parametrize(
    "said",
    ["照片不用了吗？", "台账是不是不用报了", "如果下雨台账就不用报了", "听说走访台账不用报了", "照片别拍糊了", "不用谢，台账收到了", "照片不用每户都拍，抽几户就行"],
)
def test_who_asks_supposes_thanks_or_warns_lets_nobody_off(said: str) -> None:
    verdict, facts = after(SHEET, said)
    assert verdict.relation is not Relation.CANCEL
    assert (days(facts), Requirement.PHOTO in facts.requirements) == (["11-27"], True)


def test_a_second_piece_let_off_later_is_told_as_a_change() -> None:
    verdict, facts = after(SHEET, "台账延到下周一", "照片不用了")
    assert (verdict.relation, days(facts)) == (Relation.UPDATE, ["11-30"])
    assert Requirement.PHOTO not in facts.requirements


def test_one_form_wanted_of_another_paper_is_still_asked_for() -> None:
    _, facts = after("27号前把自查表和问题清单报公卫科，问题清单要附整改照片。", "自查表不用附照片，问题清单要附")
    assert Requirement.PHOTO in facts.requirements


def test_seal_and_paper_go_together_where_the_paper_alone_is_sealed() -> None:
    _, facts = after("教师培训材料12月4日前报，纸质版盖章一式两份，电子版发邮箱 js@example.cn。", "纸质版不用交了")
    assert not facts.requirements & {Requirement.PAPER_COPY, Requirement.SEAL}
    assert Requirement.ELECTRONIC_COPY in facts.requirements
