"""Which dates are the reader's deadline, and which only look like one."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from bot.core.dates import read_dates
from bot.core.deadlines import read_deadlines
from bot.core.mentions import find_mentions
from bot.core.models import Message
from bot.core.normalise import normalise
from bot.core.roles import DateRole, Verdict
from bot.core.times import find_times
from bot.core.understand import understand
from bot.core.workdays import default_calendar
from tests.core.reading import read

WEDNESDAY = "2026-03-11 09:20"


def due(text: str, at: str = WEDNESDAY) -> list[str]:
    """Deadlines as `date time-or-part`, earliest first."""
    dates = read_dates(normalise(text), datetime.fromisoformat(at), default_calendar())
    return [" ".join(filter(None, [d.date.isoformat(), d.time, d.part])) for d in dates.deadlines]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("请各村于3月16日17:00前将台账报镇农业办。", ["2026-03-16 17:00"]),
        ("登记表周五交，没有的也写个无。", ["2026-03-13"]),
        ("最晚别超过3月17号，交到窗口。", ["2026-03-17"]),
        ("报送时间：3月18日下班前。", ["2026-03-18 cob"]),
        ("名单今晚九点前给我", ["2026-03-11 21:00"]),
        ("材料截止3月20日，过时不候", ["2026-03-20"]),
        ("15号收齐，16号我要装订。", ["2026-03-15"]),
        ("督促各网点于3月15日前进行系统测试", ["2026-03-15"]),
        ("14年3月20日前把合作社年报的事办了", []),
        ("26年3月20日前把合作社年报的事办了", ["2026-03-20"]),
        ("老龄化不断加快的今天，老人需要陪伴。名单3月20日前报。", ["2026-03-20"]),
        ("ddl是3月20日晚8点，大家把主题党日视频剪好发来", ["2026-03-20 20:00"]),
        ("这批断头路年内必须修通", ["2026-12-31"]),
        ("林长制公示牌换新，3月20日必须上墙", ["2026-03-20"]),
        ("培训3月26日举行，本月21日前报名单", ["2026-03-21"]),
        ("培训班三月二十六日举行，本月二十一日前报名单", ["2026-03-21"]),
        ("培训3月26日举行，培训三天前报名单", ["2026-03-23"]),
        ("3月24日前把表填好，最晚3月28日前把盖章的送来", ["2026-03-24", "2026-03-28"]),
        ("1.台账3月24日前报；\n2.总结28日前报。", ["2026-03-24", "2026-03-28"]),
        ("样表3月30日发群里。台账3月24日前报我。没报的3月31日全镇通报。", ["2026-03-24"]),
        ("代表会4月2日开，建议稿还没写的26号送到办公室", ["2026-03-26"]),
        ("台账3月24日前报我，县里要求我们4月8日前上报。", ["2026-03-24"]),
        ("限你三天把占道货架收进去", ["2026-03-14"]),
        ("3月20日收官，收官当日18:00前上传自查报告。", ["2026-03-20 18:00"]),
        ("死亡的在备注栏注明日期，各支部订阅《光明日报》，名单3月20日前报。", ["2026-03-20"]),
        ("告知书回执，收到下周一上午10点半为止", ["2026-03-16 10:30"]),
        ("两小时内电话报告", ["2026-03-11 11:20"]),
        ("收到通知后3个工作日内反馈意见", ["2026-03-16"]),
        ("本周内把表填完发群里", ["2026-03-13"]),
        ("明天上午把照片补上来", ["2026-03-12 morning"]),
        ("Please send the list by Friday noon.", ["2026-03-13 noon"]),
        ("Return the form no later than 18 March at 4:30 pm.", ["2026-03-18 16:30"]),
    ],
)
def test_a_hand_in_date_is_a_deadline(text: str, expected: list[str]) -> None:
    assert due(text) == expected


@pytest.mark.parametrize(
    ("text", "family"),
    [
        ("请及时报送台账。\n清江县水务局\n2026年3月12日", "signing date"),
        ("【3月12日 通知三】请各村抓紧报送", "head"),
        ("根据3月12日全县会议部署，请尽快报送方案", "citation"),
        ("请报送辖区人口台账，以3月31日24时为标准时点", "base date"),
        ("数据截至3月12日，请尽快核对后上报", "state of figures"),
        ("《办法》自2026年4月1日起施行，请组织学习并报送心得", "in force"),
        ("请报送2005年12月31日前出生人员名单", "describes a noun"),
        ("请尽快报送，逾期未报的4月1日起停发补贴", "consequence"),
        ("请抓紧报送，结果我局将于3月20日通报", "the issuer's own act"),
        ("请抓紧整改，3月20日县里来抽查", "an upper level's act"),
        ("请填写国庆假期（10月1日至7日）值班表", "period of a table"),
        ("昨天下午五点前没报的抓紧", "past"),
    ],
)
def test_other_dates_are_no_deadline(text: str, family: str) -> None:
    assert due(text) == [], family


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("原定3月12日截止的申报延期至3月19日18:00。", ["2026-03-19 18:00"]),
        ("填报截止时间由3月12日顺延到3月14日12时。", ["2026-03-14 12:00"]),
        ("表周五下班前交。刚接到通知，改成周四中午12点。", ["2026-03-12 12:00"]),
        ("更正：通知里3月25日写错了，应在3月18日前报送。", ["2026-03-18"]),
    ],
)
def test_the_last_statement_wins(text: str, expected: list[str]) -> None:
    assert due(text) == expected


def test_two_levels_have_one_deadline_each() -> None:
    assert due("各组3月13日前交村里，各村3月16日下午5点前报镇农经站。") == ["2026-03-13", "2026-03-16 17:00"]


def test_an_upper_levels_deadline_counts_only_without_the_readers_own() -> None:
    assert due("县里3月18日收。想报的3月16日中午12:00前把材料给经发办") == ["2026-03-16 12:00"]


def test_a_window_ends_with_its_last_day() -> None:
    assert due("即日起至4月30日，请村民到窗口办理认证。") == ["2026-04-30"]
    assert due("3月16日到3月20日为集中换证时间，凭身份证办理。") == ["2026-03-20"]


def test_a_stage_with_a_hand_in_date_has_only_that() -> None:
    text = "第一步：排查（3月12日至3月20日），汇总成台账，3月19日17时前报消安办。\n第二步：整改（3月21日至4月10日），逐项销号。"
    assert due(text) == ["2026-03-19 17:00", "2026-04-10"]


def test_a_latest_day_is_that_day_itself() -> None:
    assert due("没报险的还有一次机会，最迟20日前把受灾株数、照片给站里。") == ["2026-03-20"]


def test_several_deadlines_say_what_is_due() -> None:
    dates = read_dates(
        normalise("方案3月13日前报送，总结3月31日前报送。"), datetime.fromisoformat(WEDNESDAY), default_calendar()
    )
    assert ["方案" in dates.deadlines[0].about, "总结" in dates.deadlines[1].about] == [True, True]


def test_every_deadline_shows_the_words_it_was_read_from() -> None:
    text = "请于３月１６日 １７：００前报送"
    deadline = read_dates(normalise(text), datetime.fromisoformat(WEDNESDAY), default_calendar()).deadlines[0]
    assert text[slice(*deadline.span)] == deadline.said
    assert "３月１６日" in deadline.said
    assert "year" in deadline.implied


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("请6月10日之前报送", "2026-06-10"),
        ("下班之前交过来", "2026-03-11 cob"),
        ("午饭前报数", "2026-03-11 noon"),
        ("中午12点前报数", "2026-03-11 12:00"),
        ("上午前报来", "2026-03-11 morning"),
        ("下午报给我", "2026-03-11 afternoon"),
        ("今晚零点前完成填报", "2026-03-11 24:00"),
        ("明天24点前上传", "2026-03-12 24:00"),
        ("十七点前送来", "2026-03-11 17:00"),
        ("下下周一前提交", "2026-03-23"),
        ("周末前交齐", "2026-03-13"),
        ("10号前报", "2026-04-10"),
        ("月底前完成", "2026-03-31"),
        ("本月内完成整改", "2026-03-31"),
        ("季度末完成销号", "2026-03-31"),
        ("年底前完成", "2026-12-31"),
        ("3月中旬报送", "2026-03-20"),
        ("4月下旬完成", "2026-04-30"),
        ("5个工作日内报送", "2026-03-18"),
        ("三天内整改完", "2026-03-14"),
        ("24小时内上报", "2026-03-12 09:20"),
        ("半小时内报数", "2026-03-11 09:50"),
        ("清明节前完成", "2026-04-03"),
        ("国庆节前完成整改", "2026-09-30"),
        ("两周内完成排查", "2026-03-25"),
        ("一周内反馈", "2026-03-18"),
        ("半个月内完成", "2026-03-26"),
        ("3.15下午5点前报", "2026-03-15 17:00"),
        ("3/16 18:00前提交", "2026-03-16 18:00"),
        ("2026-03-18前提交", "2026-03-18"),
        ("二〇二六年三月十九日前报送", "2026-03-19"),
        ("三月廿日前报送", "2026-03-20"),
        ("截止时间：3月20日18:00", "2026-03-20 18:00"),
        ("报名截至3月20日", "2026-03-20"),
        ("3月20日止，过期不候，请抓紧填报", "2026-03-20"),
        ("请不晚于3月20日报送", "2026-03-20"),
        ("最迟下周一早上交", "2026-03-16 morning"),
        ("星期五前报", "2026-03-13"),
        ("礼拜天前弄完", "2026-03-15"),
        ("这周四给我", "2026-03-12"),
        ("今日内完成", "2026-03-11"),
        ("当日20时前上报", "2026-03-11 20:00"),
        ("明日一早报", "2026-03-12 morning"),
        ("3月20日（星期五）17:30前报送", "2026-03-20 17:30"),
        ("3月16日至20日报名", "2026-03-20"),
        ("请在3月16日—18日之间到窗口领取", "2026-03-18"),
        ("请于3月18日送达", "2026-03-18"),
        ("材料3月18日报", "2026-03-18"),
        ("自即日起10日内完成备案", "2026-03-21"),
        ("收到本通知3日内回复", "2026-03-14"),
        ("请在会前（3月17日）交齐", "2026-03-17"),
        ("延期到3月25日提交", "2026-03-25"),
        ("数据明天中午前给", "2026-03-12 noon"),
        ("今天下午三点半之前", "2026-03-11 15:30"),
        ("月末最后一天前归档", "2026-03-31"),
        ("月底报", "2026-03-31"),
        ("赶在清明前做完", "2026-04-03"),
        ("20日18时关闭系统，请抓紧填报", "2026-03-20 18:00"),
        ("20号收表", "2026-03-20"),
        ("请各位13号下班前、也就是周五，把表交齐", "2026-03-13 cob"),
        ("Please submit by Friday.", "2026-03-13"),
        ("Send it by COB today.", "2026-03-11 cob"),
        ("Forms are due on 20 March.", "2026-03-20"),
        ("Reply by EOD tomorrow", "2026-03-12 cob"),
        ("Return it before noon on Monday 16 March", "2026-03-16 noon"),
        ("Submit within 5 working days.", "2026-03-18"),
        ("Please report within two hours.", "2026-03-11 11:20"),
        ("Hand in the list by the end of this month.", "2026-03-31"),
        ("The form closes at 6 pm on 18 March.", "2026-03-18 18:00"),
        ("Deadline: 18 March 2026, 17:00.", "2026-03-18 17:00"),
        ("Please confirm by next Tuesday 10 am", "2026-03-17 10:00"),
        ("Upload the photos no later than 5 p.m. Thursday", "2026-03-12 17:00"),
        ("We need the figures tonight.", "2026-03-11 evening"),
        ("Please send the draft tomorrow morning", "2026-03-12 morning"),
        ("Registration is open from 12 to 20 March.", "2026-03-20"),
        ("Kindly submit on or before March 19, 2026", "2026-03-19"),
        ("Reports must reach us by 3/20.", "2026-03-20"),
        ("Due: Mar 20 (Fri) 12:00", "2026-03-20 12:00"),
        ("Last day to submit is 20 March", "2026-03-20"),
        ("Late submissions after 20 March will not be accepted; please submit by 18 March.", "2026-03-18"),
        ("The Bureau will publish results on 30 March. Please hand in by 20 March.", "2026-03-20"),
        ("Please fill in the survey before 20 March. The office is open 9:00-17:00.", "2026-03-20"),
    ],
)
def test_every_way_to_say_by_when_is_read(text: str, expected: str) -> None:
    assert due(text) == [expected]


def test_a_rhythm_or_a_length_without_a_day_is_no_deadline_whatever_it_is_taken_for() -> None:
    text = "冬储旬报改为每旬末当日下午4点前报，两个小时内补齐，9月25日前报一次"
    mentions = find_mentions(text, find_times(text, datetime(2026, 9, 22, 10), default_calendar()))
    assert any(m.time.start is None and m.time.end is None for m in mentions)
    taken = [Verdict(m, DateRole.DEADLINE, "given") for m in mentions]
    assert "2026-09-25" in [str(deadline.date) for deadline in read_deadlines(taken, default_calendar())]


BETWEEN = (
    "隐患整改到位|整改为主|调整到位|人员调整到岗|提前到场签到|数据对不对自己核|写错的重填|不要写错|等下级单位报齐|应为纸质件|改成A4纸打印|改为双面打印|照片改成横版|联系人变更的及时更正"
    "|顺延工期的说明原因|放宽到60岁以上的也算|推迟到岗的写说明|以最新模板为准|地点改到四楼|名额调整为2人|邮箱改为nyb@example.cn|不对外公开|不对的地方改过来|改到满意为止"
).split("|")


@pytest.mark.parametrize("clause", BETWEEN)
@pytest.mark.parametrize(
    "frame",
    [
        "请9月21日前报名单，{}，9月24日17时前报总结。",
        "1.名单9月21日前报；\n2.{}；\n3.总结9月24日17时前报。",
        "名单9月21日前报党政办。{}。总结9月24日17时前发邮箱。",
    ],
)
def test_words_of_change_about_something_else_leave_both_limits(frame: str, clause: str) -> None:
    notice = understand(Message("x", datetime(2026, 9, 16, 9, 30, tzinfo=ZoneInfo("Asia/Shanghai")), frame.format(clause)), default_calendar())
    assert [(d.date.isoformat(), d.time) for d in notice.deadlines] == [("2026-09-21", None), ("2026-09-24", "17:00")]


@pytest.mark.parametrize(
    "move",
    [
        "，改到9月24日17时前", "，现调整为9月24日17时前", "。更正：应为9月24日17时前", "，不对，是9月24日17时前", "……说错了，县里刚改的口子，9月24日17时前", "。因系统升级，延期至9月24日17时",
        "，时间改了，9月24日17时前", "，推迟到9月24日17时前",
    ],
)  # fmt: skip
def test_a_limit_that_is_moved_is_given_up(move: str) -> None:
    notice = understand(Message("x", datetime(2026, 9, 16, 9, 30, tzinfo=ZoneInfo("Asia/Shanghai")), f"名单9月21日前报党政办{move}"), default_calendar())
    assert [(d.date.isoformat(), d.time) for d in notice.deadlines] == [("2026-09-24", "17:00")]


@pytest.mark.parametrize(
    "text",
    [
        "渠道清淤照片分片交：\n东片——3月24日\n西片——3月27日",
        "渠道清淤照片分片交：\n东片 | 3月24日\n西片 | 3月27日",
    ],
)
def test_whose_day_it_is_is_named_without_the_dash_that_parts_them(text: str) -> None:
    assert [each.about for each in read(text, WEDNESDAY).deadlines] == ["东片", "西片"]


@pytest.mark.parametrize("day", ["12日", "20日", "31日", "十五日"])
def test_a_day_of_the_month_before_which_something_is_due_is_not_so_many_days_ago(day: str) -> None:
    plain = [d.date for d in read(f"请于{day}前把会员名单报商会。", WEDNESDAY).deadlines]
    assert plain and [d.date for d in read(f"请于{day}之前把会员名单报商会。", WEDNESDAY).deadlines] == plain


@pytest.mark.parametrize(
    ("text", "hour"),
    [
        ("今晚加个班，12点前把欠费名单核一遍报收费处。", "24:00"),
        ("各班组今晚都查一遍，11点之前把结果发群里。", "23:00"),
        ("各层今晚都自查，10点熄灯之前报完。", "22:00"),
        ("今晚停电，12点前把数据传完。", "12:00"),
        ("今晚去县城演出，11点前报名。", "11:00"),
    ],
)
def test_hours_of_evening_work_are_those_of_the_evening(text: str, hour: str) -> None:
    assert [d.time for d in read(text, "2026-03-11 09:20").deadlines] == [hour]


def test_a_festival_names_an_occasion() -> None:
    assert not read("请各班把重阳敬老演出的合影选两张发宣传科，不急。", "2026-10-08 09:00").deadlines
    assert [str(d.date) for d in read("请各班在重阳当天把合影发宣传科。", "2026-10-08 09:00").deadlines] == ["2026-10-18"]


def test_an_hour_before_which_one_goes_to_look_is_a_limit() -> None:
    assert [d.time for d in read("各组今晚8点前去看看泵房响不响，不响的报电工房。", WEDNESDAY).deadlines] == ["20:00"]
    assert not read("12日前去县里对账的是会计。", WEDNESDAY).deadlines
