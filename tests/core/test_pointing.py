"""Short words that name no matter: which open task they change or press, or that people are asked which."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from bot.core.models import KnownTask, Message, Relation, Verdict
from bot.core.relate import relate
from bot.core.relate.pointing import pointed_at
from bot.core.relate.relation import RelateReason
from bot.core.understand import understand
from tests.bench.streams import Ledger
from tests.factories import CALENDAR, instant

FORM = "各村周四前把农机购置补贴核对表报农机站"  # Monday is the 21st of September 2026
REPORT = "汛期值守小结周三下班前发我"
TRAINING = "明天下午3点，一楼大会议室，电子台账培训，各村会计到"
MEETING = "明早9点，三楼会议室，河长制例会，各村书记参加"


def pasted(texts: Sequence[str]) -> tuple[list[KnownTask], list[Verdict]]:
    """The tasks and verdicts after somebody pastes texts one after another on Monday the 21st."""
    ledger, verdicts = Ledger(), []
    for place, text in enumerate(texts):
        heard = Message(f"{place} {texts[0]} {texts[-1]}", instant(21, f"10:{place:02}"), text, by="tg:1")
        notice = understand(heard, CALENDAR)
        verdicts.append(relate(heard, notice, list(ledger.tasks.values()), CALENDAR))
        ledger.apply(heard, notice, verdicts[-1])
    return list(ledger.tasks.values()), verdicts


def dates(known: KnownTask) -> list[str]:
    facts = known.task.facts
    return [f"{each.date.day} {each.time or each.part or ''}".strip() for each in (*facts.events, *facts.deadlines)]


@pytest.mark.parametrize(
    ("known", "told", "day"),
    [
        (FORM, "那张表改到周五", "25"),
        (FORM, "推到28号了", "28"),
        (FORM, "可以再晚一天", "25"),
        (FORM, "那个先放宽两天", "26"),
        (FORM, "时间提前到周三下班前", "23 cob"),
        (FORM, "周五给也行", "25"),
        (FORM, "核对表周三就要", "23"),
        (REPORT, "小结延到周五中午12点，谢谢", "25 12:00"),
        (REPORT, "再宽限一天", "24 cob"),
        (MEETING, "改到周三了", "23 09:00"),
        (MEETING, "早上的会推迟半小时", "22 09:30"),
        (MEETING, "会改到10点半", "22 10:30"),
        (TRAINING, "下午的会改4点", "22 16:00"),
        (TRAINING, "下午3点的培训改到周四同一个会议室", "24 15:00"),
    ],
)
def test_words_that_fit_one_open_task_alone_move_it(known: str, told: str, day: str) -> None:
    tasks, _ = pasted((known, told))
    assert [dates(each) for each in tasks] == [[day]]


@pytest.mark.parametrize(
    ("told", "form", "training", "meeting"),
    [
        ("那张表改到周五", "25", "22 15:00", "22 09:00"),
        ("早上的会推迟半小时", "24", "22 15:00", "22 09:30"),
        ("下午的会改到周三下午2点", "24", "23 14:00", "22 09:00"),
        ("例会改到9点半", "24", "22 15:00", "22 09:30"),
        ("农机那个可以晚一天", "25", "22 15:00", "22 09:00"),
    ],
)
def test_of_several_the_one_that_is_pointed_at_moves(told: str, form: str, training: str, meeting: str) -> None:
    tasks, _ = pasted((FORM, TRAINING, MEETING, told))
    assert [dates(each) for each in tasks] == [[form], [training], [meeting]]


def test_a_part_of_the_day_that_only_says_which_meeting_is_no_new_time() -> None:
    tasks, _ = pasted((MEETING, TRAINING, "下午的会挪到3楼"))
    assert [dates(each) for each in tasks] == [["22 09:00"], ["22 15:00"]]
    assert [each.task.facts.events[0].place for each in tasks] == ["三楼会议室", "3楼"]


@pytest.mark.parametrize("told", ["改到周五了", "可以晚两天", "那份材料延到下周一", "抓紧啊，还有5个村没报", "会推迟半小时"])
def test_where_more_than_one_may_be_meant_people_are_asked_which(told: str) -> None:
    known = (MEETING, TRAINING) if told.startswith("会") else (FORM, REPORT)
    tasks, verdicts = pasted((*known, told))
    assert (len(tasks), verdicts[-1].relation, verdicts[-1].reason) == (2, Relation.NONE, RelateReason.WHICH_UNSAID)
    assert [dates(each) for each in tasks] == ([["22 09:00"], ["22 15:00"]] if told.startswith("会") else [["24"], ["23 cob"]])


def test_all_of_them_move_where_as_many_are_spoken_of() -> None:
    _, verdicts = pasted((FORM, "各村林长巡林表周三前报", "两张表都延到周五"))
    assert (verdicts[-1].relation, verdicts[-1].of, verdicts[-1].also) == (Relation.UPDATE, 1, (2,))


@pytest.mark.parametrize(
    ("told", "days"),
    [("村里的那份可以晚两天", ["26"]), ("村的那份可以晚两天", ["26", "28"]), ("28号的那个改到30号", ["24", "30"]), ("报告再给一天", ["24", "29"]), ("可以晚一天", ["24", "28"])],
)
def test_of_several_limits_the_one_that_is_named_moves(told: str, days: list[str]) -> None:
    notice = "人居环境考核，各村自评表24号前报镇里，镇自评报告28号前报县办" if "里" not in told else "人居环境考核，村里自评表24号前报"
    tasks, _ = pasted((notice, told))
    assert [dates(each) for each in tasks] == [days]


@pytest.mark.parametrize("told", ["抓紧啊，还有5个村没报", "没交的抓紧交", "就差3个村了，快点", "石桥村、柳湾村还没报，抓紧", "表还有四个村没交"])
def test_who_only_presses_opens_nothing(told: str) -> None:
    _, verdicts = pasted((FORM, told))
    assert (verdicts[-1].relation, verdicts[-1].of) == (Relation.REMINDER, 1)


@pytest.mark.parametrize("told", ["渠道清障的还有两个村没报，抓紧", "卫生厕所还差4户没报，请抓紧"])
def test_who_presses_for_what_is_not_known_opens_a_task(told: str) -> None:
    _, verdicts = pasted((FORM, told))
    assert verdicts[-1].relation is Relation.NEW


@pytest.mark.parametrize(
    "told",
    [
        "那张表能改到周五吗？", "可以晚两天吗", "要是下雨就改到周五", "我们村晚两天交", "表明天再改", "改好了周五前发我", "听说改到周五了", "不要拖到周五",
        "快递改到周五送", "医保缴费延到30号", "那个会改到周五", "照片改到周五", "晚交一天扣一分", "周五晚上值班改到周六", "卫生厕所改造表改到周五",
    ],
)  # fmt: skip
def test_questions_conditions_and_other_matters_change_nothing_known(told: str) -> None:
    tasks, _ = pasted((FORM, told))
    assert dates(tasks[0]) == ["24"]


@pytest.mark.parametrize("told", ["会明天9点，别迟到", "会议明天9点，请提前10分钟到场", "下午的会改到4点", "县里的会改到周五", "那张表改到周五"])
def test_a_meeting_stays_where_another_is_meant_or_nothing_moves(told: str) -> None:
    tasks, _ = pasted((MEETING, told))
    assert dates(tasks[0]) == ["22 09:00"]


@pytest.mark.parametrize("told", ["培训改线上，腾讯会议号明天发", "培训改为线上，链接明早发群里"])
def test_when_the_number_of_an_online_meeting_is_sent_is_no_day_of_the_meeting(told: str) -> None:
    tasks, _ = pasted(("安全员培训，周三下午2:30，水利站会议室，每座水库1人", told))
    assert dates(tasks[0]) == ["23 14:30"]
    assert tasks[0].task.facts.events[0].place == "线上"


@pytest.mark.parametrize("text", ["厕所改造的还有两个村没报", "周五前报年度考核表", "收到，谢谢", "", "各村改到周五\n再报"])
def test_words_with_a_matter_or_without_a_change_point_at_nothing_known(text: str) -> None:
    pointed = pointed_at(Message("m", instant(21), text), CALENDAR)
    assert pointed is None or pointed.runs


@pytest.mark.parametrize(
    ("known", "told"),
    [
        (MEETING, "周三上午9点，二楼会议室，禁毒业务培训，各村专干到"),
        ("一年级家长会9月25日晚7点", "另外三年级家长会9月27日晚7点，各班主任到"),
        ("河道清漂照片周三前发水利站", "困境儿童走访表周四前报民政办"),
    ],
)
def test_nobody_is_asked_whether_plainly_different_things_are_one(known: str, told: str) -> None:
    _, verdicts = pasted((known, told))
    assert (verdicts[-1].relation, verdicts[-1].maybe) == (Relation.NEW, None)


@pytest.mark.parametrize(
    ("known", "told"),
    [
        ("城乡居民医保参保进度每天下午5点前在群里接龙，参保率没到九成的村，书记周三上午10点来镇二楼说明情况", "城乡居民养老保险待遇领取资格认证名单，27号前核完反馈给社保所小彭"),
        ("Please return the library cards by Friday.", "Kindly send the list of vehicle drivers by Friday."),
        ("Timesheets are due every Friday by 3pm from now on.", "Please confirm your shoe size with Ruth by Friday."),
        ("Please register for the first-aid training by Wednesday.", "Please update your emergency contacts by Wednesday."),
    ],
)
def test_another_matter_that_shares_its_first_word_or_its_weekday_is_a_task_of_its_own(known: str, told: str) -> None:
    _, verdicts = pasted((known, told))
    assert verdicts[-1].relation is Relation.NEW


@pytest.mark.parametrize(
    ("texts", "day"),
    [
        (("空巢老人台账周四前报民政办", "空巢老人台账不用报了", "空巢老人台账29号前报民政办，县里又催了"), "29"),
    ],
)
def test_what_was_called_off_is_open_again_by_a_new_day(texts: tuple[str, ...], day: str) -> None:
    tasks, verdicts = pasted(texts)
    assert (verdicts[-1].reason, dates(tasks[0])) == (RelateReason.ASKED_AGAIN, [day])


def test_a_limit_that_is_extended_for_a_reason_with_a_date_of_its_own_is_no_second_task() -> None:
    tasks, _ = pasted(("请各校9月28日前报9月份营养餐月报表，纸质盖章", "9月份月报表因29日系统结账，延至9月30日，纸质同步"))
    assert [dates(each) for each in tasks] == [["30"]]


def test_a_room_that_changes_is_that_of_the_meeting_and_not_where_papers_are_laid_out() -> None:
    papers, meeting = "迎检资料25号上午10点之前摆到二楼小会议室", "周三下午2点半在四楼开迎检部署会，村书记参加"
    tasks, verdicts = pasted((papers, meeting, "会议改到五楼视频室，时间不变。"))
    assert (verdicts[-1].of, [each.place for each in tasks[1].task.facts.events]) == (2, ["五楼视频室"])
